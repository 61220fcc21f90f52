"""What changed between two states, and why, as Markdown: whole, or short for a pull request.

All that people typed is made inert here: on one line, in code where it stands alone, and with no
character left that Markdown or GitHub gives a meaning (mentions, references, links, tags).
"""

import string
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from os2governance.bilingual import Language, Text, listed
from os2governance.cause import Explained, Part
from os2governance.finding import Finding
from os2governance.legend import SEVERITY, STATUS
from os2governance.views.cause_words import (
    causes_said,
    part_lines,
    place_said,
    sides_said,
    title_said,
    written_said,
)
from os2governance.views.changes_text import BECAUSE, NEVER, NONE, head_said, life_said
from os2governance.views.layout_text import inert
from os2governance.views.styled_text import GLUE

_UNDECIDED = Text("Mangler en beslutning", "Lacks a decision")
_UNREAD = Text("Kan ikke bruges", "Cannot be used")
_MORE = Text("… og {count} krav til.", "… and {count} more criteria.")
_SHORT = 10
"""Criteria of each product in the short form; the rest is counted."""
_MARKED = {
    **{letter: f"\\{letter}" for letter in string.punctuation},
    **{letter: letter for letter in ",;'\"%?/=-.:()"},
    "@": "@&#8203;",
    "#": "\\#&#8203;",
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    GLUE: " ",
}


def escaped(text: str) -> str:
    """Give a text that Markdown shows as it is, and in which it finds nothing."""
    plain = "".join(_MARKED.get(letter, letter) for letter in inert(text))
    return plain.replace("://", ":&#8203;//").replace("www.", "www&#8203;.")


def code(text: str) -> str:
    """Give a text as code; backticks in it cannot end it."""
    clean = inert(text).replace(GLUE, " ").strip() or " "
    longest = max((len(run) for run in _runs(clean)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if clean.startswith("`") or clean.endswith("`") else ""
    return f"{fence}{pad}{clean}{pad}{fence}"


def _runs(text: str) -> list[str]:
    return "".join(letter if letter == "`" else " " for letter in text).split()


class Page(NamedTuple):
    """What is on the page: the changes, and between which states; what is found beside them."""

    changes: Sequence[Explained]
    states: tuple[str, str]
    never: Sequence[str]
    findings: Sequence[Finding]


def changes_markdown(page: Page, language: Language) -> str:
    """Give the whole of it, with the lines that changed."""
    return "\n".join(_page(page, language, _whole))


def changes_summary(page: Page, language: Language) -> str:
    """Give a comment for a pull request: what lacks a decision first, then levels and criteria."""
    return "\n".join(_page(page, language, _shortened))


def _page(
    page: Page, language: Language, product: Callable[[Explained, Language], Iterator[str]]
) -> Iterator[str]:
    yield from (f"## {escaped(head_said(page.states, language))}", "")
    yield from _found(page.findings, language)
    if not page.changes:
        yield from (NONE.say(language), "")
    for explained in page.changes:
        life = life_said(explained, language)
        more = f" ({escaped(life)})" if life else ""
        yield from (f"### {escaped(explained.change.product)}{more}", "")
        yield from (*product(explained, language), "")
    if page.never:
        names = listed([code(each) for each in page.never], language)
        yield from (NEVER.say(language).format_map({"names": names}), "")


def _found(findings: Sequence[Finding], language: Language) -> Iterator[str]:
    for title, wanted in ((_UNDECIDED, True), (_UNREAD, False)):
        those = [f for f in findings if (f.code == "level-change-undecided") is wanted]
        if those:
            yield f"**{title.say(language)}**"
            yield ""
            for found in those:
                sign = SEVERITY[found.severity].mark
                message = escaped(found.message.say(language))
                yield f"- {sign} {code(str(found.place))}: {message}"
            yield ""


def _whole(explained: Explained, language: Language) -> Iterator[str]:
    for part in (*explained.levels, *explained.outcomes):
        yield _line(part, explained, language)
        for line in part_lines(part, explained):
            was, now = (
                f"{code(written_said(each, language))}{_at(place_said(each))}"
                for each in (line.before, line.after)
            )
            yield f"  - {code(line.subject)}: {was} → {now}"


def _shortened(explained: Explained, language: Language) -> Iterator[str]:
    for part in (*explained.levels, *explained.outcomes[:_SHORT]):
        yield _line(part, explained, language)
    left = len(explained.outcomes) - _SHORT
    if left > 0:
        yield f"- {_MORE.say(language).format(count=left)}"


def _line(part: Part, explained: Explained, language: Language) -> str:
    before, after = map(escaped, sides_said(part, explained, language))
    title = escaped(title_said(part, explained, language))
    because = BECAUSE.say(language).format(causes=causes_said(part, language))
    status = getattr(part.after, "status", None)
    sign = f"{STATUS[status].mark} " if status else ""
    return f"- {sign}**{title}**: {before} → **{after}** ({because})"


def _at(place: str) -> str:
    return f" ({code(place[2:-1])})" if place else ""

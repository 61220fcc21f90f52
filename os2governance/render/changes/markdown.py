"""Changes between two states, with causes, as Markdown: in full, or short for a pull request.

All user input is made inert here: put on one line, formatted as code where it stands alone, and
escaped wherever Markdown or GitHub would interpret it (mentions, references, links, tags).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from os2governance.analysis.attribution import Explained, Part
from os2governance.findings.finding import Finding
from os2governance.i18n.symbols import SEVERITY, STATUS
from os2governance.i18n.text import Language, Text, listed
from os2governance.render.changes.text import BECAUSE, NEVER, NONE, head_said, life_said
from os2governance.render.changes.words import (
    causes_said,
    part_lines,
    place_said,
    sides_said,
    title_said,
    written_said,
)
from os2governance.render.common.markdown import code, unheard

_UNDECIDED = Text("Mangler en beslutning", "Lacks a decision")
_UNREAD = Text("Kan ikke bruges", "Cannot be used")
_MORE = Text("… og {count} krav til.", "… and {count} more criteria.")
_SHORT = 10
"""Most criteria of a product in the short form; the others are counted."""


class Page(NamedTuple):
    """The changes between two states, and the findings on them."""

    changes: Sequence[Explained]
    states: tuple[str, str]
    never: Sequence[str]
    findings: Sequence[Finding]


def changes_markdown(page: Page, language: Language) -> str:
    """The full report, with the lines that changed."""
    return "\n".join(_page(page, language, _whole))


def changes_summary(page: Page, language: Language) -> str:
    """A comment for a pull request: undecided changes first, then levels and criteria."""
    return "\n".join(_page(page, language, _shortened))


def _page(
    page: Page, language: Language, product: Callable[[Explained, Language], Iterator[str]]
) -> Iterator[str]:
    yield from (f"## {unheard(head_said(page.states, language))}", "")
    yield from _found(page.findings, language)
    if not page.changes:
        yield from (NONE.say(language), "")
    for explained in page.changes:
        life = life_said(explained, language)
        more = f" ({unheard(life)})" if life else ""
        yield from (f"### {unheard(explained.change.product)}{more}", "")
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
                message = unheard(found.message.say(language))
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
    before, after = map(unheard, sides_said(part, explained, language))
    title = unheard(title_said(part, explained, language))
    because = BECAUSE.say(language).format(causes=causes_said(part, language))
    status = getattr(part.after, "status", None)
    sign = f"{STATUS[status].mark} " if status else ""
    return f"- {sign}**{title}**: {before} → **{after}** ({because})"


def _at(place: str) -> str:
    return f" ({code(place[2:-1])})" if place else ""

"""A finding: something wrong or questionable, its location, and how to fix it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.catalogue.entry import CatalogueEntry, Severity
from os2governance.i18n.text import FilledText, Renderable, Text, _, as_text


class Location(NamedTuple):
    """A location in a file, counted from 1; line and column are 0 where only the file is known."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Format as `file:line:column`, as far as they are known."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """The source of every output: a stable code, severity, location, texts and remedy.

    The texts are built from the catalogue when they are read; `arguments` fill them.
    """

    code: str
    severity: Severity
    location: Location
    criterion: str | None
    arguments: Mapping[str, Any]

    @property
    def entry(self) -> CatalogueEntry:
        """What is true of every finding with the same code."""
        return CATALOGUE[self.code]

    @property
    def reported_code(self) -> str:
        """The code that it reports on: another where it stands for findings that are left out."""
        stands_for = self.entry.stands_for
        return str(self.arguments[stands_for]) if stands_for else self.code

    @property
    def message(self) -> FilledText:
        """What is wrong; of several criteria where it stands for the findings of all of them."""
        gathered = self.entry.gathered if "criteria" in self.arguments else None
        return FilledText(gathered or self.entry.message, self.arguments)

    @property
    def unplaced_message(self) -> FilledText:
        """What is wrong, without the files and lines that its arguments name."""
        parts = {name: getattr(part, "unplaced", part) for name, part in self.arguments.items()}
        return FilledText(self.entry.message, parts)

    @property
    def remedy(self) -> FilledText:
        """What to do."""
        return FilledText(self.entry.remedy, self.arguments)

    @property
    def remedy_in_form(self) -> FilledText:
        """What to do for somebody who uses the form, and no command."""
        return FilledText(self.entry.remedy_in_form or self.entry.remedy, self.arguments)


MAX_QUOTED_LENGTH = 400
"""Characters of one argument in a message; a list of alternatives is one argument."""


def _truncate(said: str) -> str:
    return said if len(said) <= MAX_QUOTED_LENGTH else f"{said[: MAX_QUOTED_LENGTH - 1]}…"


def make_finding(
    code: str,
    place: Location,
    *,
    criterion: str | None = None,
    severity: Severity | None = None,
    **arguments: Renderable | str | int,
) -> Finding:
    """Make the finding that the catalogue defines under `code`.

    `severity` defaults to the catalogue's; the contract overrides it in some cases. Arguments
    longer than MAX_QUOTED_LENGTH are truncated.

    Raises:
        KeyError: when the catalogue has no such code.
    """
    for name, said in arguments.items():
        if type(said) is str:
            if len(said) > MAX_QUOTED_LENGTH:
                arguments[name] = _truncate(said)
        elif type(said) is Text and len(said.da) + len(said.en) > MAX_QUOTED_LENGTH:
            arguments[name] = Text(_truncate(said.da), _truncate(said.en))
    return Finding(
        code=code,
        severity=severity or CATALOGUE[code].severity,
        location=place,
        criterion=criterion,
        arguments=arguments,
    )


MAX_FINDINGS_PER_CODE = 100
"""Findings reported of one code for one product, or one model."""

Item = TypeVar("Item")


def cap_items(found: Iterable[Item]) -> Iterator[Item]:
    """At most one more item than is reported: `cap_findings` then knows that there are more."""
    return islice(found, MAX_FINDINGS_PER_CODE + 1)


def cap_findings(findings: Sequence[Finding]) -> list[Finding]:
    """Drop the findings beyond MAX_FINDINGS_PER_CODE, and report that at the last one kept.

    The order is preserved.
    """
    if len(findings) <= MAX_FINDINGS_PER_CODE:
        return list(findings)
    kept: list[Finding] = []
    counts: Counter[str] = Counter()
    last: dict[str, int] = {}
    for found in findings:
        counts[found.code] += 1
        if counts[found.code] <= MAX_FINDINGS_PER_CODE:
            last[found.code] = len(kept)
            kept.append(found)
    for code, at in sorted(last.items(), key=lambda pair: -pair[1]):
        if counts[code] > MAX_FINDINGS_PER_CODE:
            left_out = make_finding(
                "findings-left-out", kept[at].location, name=code, count=MAX_FINDINGS_PER_CODE
            )
            kept.insert(at + 1, left_out)
    return kept


MAX_WORD_LENGTH = 100
"""Longer words are close to none, and slow to compare."""


def find_closest(wrong: str, known: Iterable[str]) -> str | None:
    """The known word closest to the wrong one, if any is close."""
    return None if len(wrong) > MAX_WORD_LENGTH else _find_closest(wrong, tuple(known))


@lru_cache(maxsize=256)
def _find_closest(wrong: str, known: tuple[str, ...]) -> str | None:
    """Compare; cached, since the same mistakes recur in many files, and no word here is long."""
    import difflib  # noqa: PLC0415 - needed only for a mistake

    # Words of very different length are never close; filtered here, since difflib is slow.
    least, most = int(len(wrong) * _MIN_LENGTH_RATIO), int(len(wrong) / _MIN_LENGTH_RATIO) + 1
    near = [word for word in known if least <= len(word) <= most]
    return next(iter(difflib.get_close_matches(wrong, near, n=1, cutoff=_SIMILARITY_CUTOFF)), None)


_SIMILARITY_CUTOFF = 0.6  # twice the number of shared letters, divided by the letters of both
_MIN_LENGTH_RATIO = _SIMILARITY_CUTOFF / (
    2 - _SIMILARITY_CUTOFF
)  # of the other word's length, even if all its letters are shared


def suggest_word(wrong: str, known: Iterable[str]) -> Text:
    """The ending `; did you mean 'x'?` for the closest known word, or a full stop."""
    return format_suggestion(find_closest(wrong, known))


def suggest_id(wrong: str, known: Iterable[str]) -> Text:
    """The same ending for ids: one with another number is never suggested."""
    numbers = _list_numbers(wrong[: MAX_WORD_LENGTH + 1])
    alike = [each for each in known if _list_numbers(each) == numbers]
    other_case = (each for each in alike if each.casefold() == wrong.casefold())
    return format_suggestion(next(other_case, None) or find_closest(wrong, alike))


def _list_numbers(name: str) -> list[str]:
    digits = "".join(each if each.isdecimal() else " " for each in name)
    return [number.lstrip("0") for number in digits.split()]


def format_suggestion(word: str | None) -> Text:
    """The ending `; did you mean 'x'?`, or a full stop for None."""
    if word is None:
        return as_text(".")
    return _("; did you mean '{word}'?").fill(word=word)

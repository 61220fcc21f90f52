"""A finding: something wrong or doubtful, where it is, and what to do about it."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from os2governance.bilingual import Filled, Sayable, Text, both
from os2governance.catalogue import CATALOGUE, Severity


class Place(NamedTuple):
    """A place in a file, counted from 1; line and column are 0 where only the file is known."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Say `file:line:column`, as far as it is known."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class Finding(NamedTuple):
    """What every output draws from: a stable code, severity, place, texts and remedy.

    The texts are made from the catalogue's when they are asked for; `arguments` fill them.
    """

    code: str
    severity: Severity
    place: Place
    criterion: str | None
    arguments: Mapping[str, Any]

    @property
    def message(self) -> Filled:
        """What is wrong."""
        return Filled(CATALOGUE[self.code].message, self.arguments)

    @property
    def remedy(self) -> Filled:
        """What to do."""
        return Filled(CATALOGUE[self.code].remedy, self.arguments)


def finding(
    code: str,
    place: Place,
    *,
    criterion: str | None = None,
    severity: Severity | None = None,
    **arguments: Sayable | str | int,
) -> Finding:
    """Make the finding that the catalogue describes under `code`.

    `severity` is the catalogue's unless the contract gives another for this case.

    Raises:
        KeyError: when the catalogue has no such code.
    """
    return Finding(code, severity or CATALOGUE[code].severity, place, criterion, arguments)


LONGEST_WORD = 100
"""Longer words are near none, and comparing them would take long."""


def closest(wrong: str, known: Iterable[str]) -> str | None:
    """Give the known word that is closest to the wrong one, if any is close."""
    return None if len(wrong) > LONGEST_WORD else _closest(wrong, tuple(known))


@lru_cache(maxsize=256)
def _closest(wrong: str, known: tuple[str, ...]) -> str | None:
    """Compare; kept, since the same mistakes come in many files, and no word here is long."""
    import difflib  # noqa: PLC0415 - only a mistake pays for it

    # Words that differ much in length are never close; asked here, since difflib asks slowly.
    least, most = int(len(wrong) * _SHORTEST), int(len(wrong) / _SHORTEST) + 1
    near = [word for word in known if least <= len(word) <= most]
    return next(iter(difflib.get_close_matches(wrong, near, n=1, cutoff=_CLOSE)), None)


_CLOSE = 0.6  # twice the letters in common, by the letters of both
_SHORTEST = _CLOSE / (2 - _CLOSE)  # of the other word, even if all of it is in common


def suggestion(wrong: str, known: Iterable[str]) -> Text:
    """Say `; did you mean 'x'?` for the closest known word, or end the sentence."""
    return meant(closest(wrong, known))


def meant(word: str | None) -> Text:
    """Say `; did you mean 'x'?`, or end the sentence for None."""
    if word is None:
        return both(".")
    return Text(f"; mente du '{word}'?", f"; did you mean '{word}'?")

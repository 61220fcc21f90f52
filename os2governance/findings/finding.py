"""A finding: something wrong or doubtful, where it is, and what to do about it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from os2governance.findings.catalogue import CATALOGUE, Severity
from os2governance.i18n.text import Filled, Sayable, Text, both


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


LONGEST_QUOTED = 400
"""Characters of one text in a message; lists of names to choose from are such, too."""


def _cut(said: str) -> str:
    return said if len(said) <= LONGEST_QUOTED else f"{said[: LONGEST_QUOTED - 1]}…"


def finding(
    code: str,
    place: Place,
    *,
    criterion: str | None = None,
    severity: Severity | None = None,
    **arguments: Sayable | str | int,
) -> Finding:
    """Make the finding that the catalogue describes under `code`.

    `severity` is the catalogue's unless the contract gives another for this case. Of what is
    longer than LONGEST_QUOTED only the beginning is quoted.

    Raises:
        KeyError: when the catalogue has no such code.
    """
    for name, said in arguments.items():
        if type(said) is str:
            if len(said) > LONGEST_QUOTED:
                arguments[name] = _cut(said)
        elif type(said) is Text and len(said.da) + len(said.en) > LONGEST_QUOTED:
            arguments[name] = Text(_cut(said.da), _cut(said.en))
    return Finding(code, severity or CATALOGUE[code].severity, place, criterion, arguments)


MAX_FINDINGS = 100
"""Findings of one code that are told of one product, or one model."""

Each = TypeVar("Each")


def enough(found: Iterable[Each]) -> Iterator[Each]:
    """Give as many as are told, and one more if there is one: then `told` says that there are."""
    return islice(found, MAX_FINDINGS + 1)


def told(findings: Sequence[Finding]) -> list[Finding]:
    """Leave out what is more than MAX_FINDINGS of a code, and say so where the last told stands.

    The order stays.
    """
    if len(findings) <= MAX_FINDINGS:
        return list(findings)
    kept: list[Finding] = []
    counts: Counter[str] = Counter()
    last: dict[str, int] = {}
    for found in findings:
        counts[found.code] += 1
        if counts[found.code] <= MAX_FINDINGS:
            last[found.code] = len(kept)
            kept.append(found)
    for code, at in sorted(last.items(), key=lambda pair: -pair[1]):
        if counts[code] > MAX_FINDINGS:
            left_out = finding("findings-left-out", kept[at].place, name=code, count=MAX_FINDINGS)
            kept.insert(at + 1, left_out)
    return kept


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


def suggested_id(wrong: str, known: Iterable[str]) -> Text:
    """Say which id was meant, as `suggestion` does: one with another number is another one."""
    numbers = _numbers(wrong[: LONGEST_WORD + 1])
    alike = [each for each in known if _numbers(each) == numbers]
    other_case = (each for each in alike if each.casefold() == wrong.casefold())
    return meant(next(other_case, None) or closest(wrong, alike))


def _numbers(name: str) -> list[str]:
    digits = "".join(each if each.isdecimal() else " " for each in name)
    return [number.lstrip("0") for number in digits.split()]


def meant(word: str | None) -> Text:
    """Say `; did you mean 'x'?`, or end the sentence for None."""
    if word is None:
        return both(".")
    return Text(f"; mente du '{word}'?", f"; did you mean '{word}'?")

"""Personal data in texts where a role would do: mail addresses, CPR and phone numbers.

It is recognised by context: an `@` followed by a host, a six-digit birth date with a hyphen and
four more digits, digits beside the word for such a number. Digits without context are ignored,
since most are something else: a bare ten-digit number is not a CPR number.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from os2governance.documents.text_reader import split_lines
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import Text, _
from os2governance.rules.patterns import compile_pattern

MAX_PERSONAL_FINDINGS = 20
"""Findings of this kind in one file; a file with more contains a list of people."""


def check_personal_data(file: str, text: str) -> Iterator[Finding]:
    """Yield personal data anywhere in a file, comments included; findings never repeat it.

    A role's address at `example.org` and the like (RFC 2606) is not personal.
    """
    data = text.encode(errors="replace")
    kinds = [_MAIL] if "@" in text else []
    kinds += _NUMBERS if _compile_number_pattern().search(data) else []
    found = {
        at: kind
        for kind in kinds
        for at in islice(_find_starts(kind, data), MAX_PERSONAL_FINDINGS)
    }
    for at in sorted(found)[:MAX_PERSONAL_FINDINGS]:
        *above, line = split_lines(data[:at].decode())
        place = Location(file, len(above) + 1, len(line) + 1)
        yield make_finding("personal-data", place, kind=found[at].label)


class _DataKind(NamedTuple):
    """A kind of personal data: its label, its pattern, and whether a match is personal.

    The group of the pattern is the personal part; the characters right before and after it must
    not be letters, digits or `excluded_neighbours`.
    """

    label: Text
    pattern: str
    is_personal: Callable[[str], bool]
    excluded_neighbours: str = ""


def _find_starts(kind: _DataKind, data: bytes) -> Iterator[int]:
    """Yield the byte offsets at which data of a kind begins in a text."""
    for match in compile_pattern(kind.pattern)[0].finditer(data):
        start, end = match.span(1)
        before = data[max(start - _MAX_CHARACTER_BYTES, 0) : start].decode(errors="ignore")
        after = data[end : end + _MAX_CHARACTER_BYTES].decode(errors="ignore")
        beside = before[-1:] + after[:1]
        alone = not any(each.isalnum() or each in kind.excluded_neighbours for each in beside)
        if alone and kind.is_personal(data[start:end].decode()):
            yield start


_MAX_CHARACTER_BYTES = 4  # bytes


@lru_cache(maxsize=1)
def _compile_number_pattern() -> Any:
    """One pattern that finds any of the numbers in one pass; nearly all files have none."""
    return compile_pattern("|".join(f"(?:{kind.pattern})" for kind in _NUMBERS))[0]


def _has_real_host(address: str) -> bool:
    host = address.rsplit("@", 1)[1].lower()
    return not host.endswith(("example.org", "example.com", "example.net", ".example", ".invalid"))


def _has_birth_date(number: str) -> bool:
    """Whether a number begins with a valid birth date, in some century."""
    try:
        date(2000 + int(number[4:6]), int(number[2:4]), int(number[:2]))
    except ValueError:
        return False
    return True


def _is_not_year_range(number: str) -> bool:
    """Whether a number is not a range of years, as in 2024-2025."""
    years = {number[:2], number[5:7]} <= {"19", "20"} and not number[4].isdecimal()
    return not (years and len(number) == len("2024-2025"))


# RE2, since a file is hostile until read: linear time. Its \w and \b cover ASCII only.
_WORD = r"[\pL\pM\pN_]"
_WORD_START = r"(?:^|[^\pL\pM\pN])"
_MAIL = _DataKind(
    _("a mail address"),
    rf"({_WORD}[\pL\pM\pN_.+-]*@(?:[\pL\pM\pN_-]+\.)+\pL[\pL\pM\pN-]+)",
    _has_real_host,
)

_DASH = r" ?[-\x{2013}] ?"
_TEN = rf"(\d{{6}}(?:{_DASH}| )?\d{{4}})"
_BIRTH = _DataKind(
    _("a civil registration number"),
    rf"(\d{{6}}{_DASH}\d{{4}})",
    _has_birth_date,
    excluded_neighbours="_/-",
)
_CPR = rf"(?i){_WORD_START}(?:cpr|personnummer)(?:[-._ ]?n(?:umme)?r)?[-._ :=\"']{{0,4}}{_TEN}"

_EIGHT = r"(\d(?: ?\d){7}|\d\d(?:[.-]\d\d){3}|\d{4}[.-]\d{4})"
_PHONE_LABEL = r"(?:tlf|tel|telefon|mob|mobil|phone|ring(?: til| på)?)(?:[-._ ]?n(?:umme|umbe)?r)?"
_PHONE = _DataKind(
    _("a telephone number"),
    rf"(?i){_WORD_START}{_PHONE_LABEL}[-._ :=\"'(]{{0,4}}(?:(?:\+|00)45[ .-]?)?{_EIGHT}",
    _is_not_year_range,
)
_NUMBERS = (
    _BIRTH,
    _BIRTH._replace(pattern=_CPR, excluded_neighbours=""),
    _BIRTH._replace(pattern=rf"(?i){_TEN}[ ,(]{{1,3}}cpr", excluded_neighbours=""),
    _PHONE,
    _PHONE._replace(pattern=rf"(?:\+45[ .-]?|{_WORD_START}0045[ .-]){_EIGHT}"),
)

"""Personal data in a text where a role would do: mail addresses, CPR and telephone numbers."""

import re
from collections.abc import Iterator
from datetime import date

from os2governance.bilingual import Text
from os2governance.finding import Finding, Place, finding
from os2governance.remarks import lines_of
from os2governance.rules.pattern import compiled

# RE2, since a file is hostile until read: all run in linear time. The hints are what a text must
# hold before the pattern is tried.
_MAIL = r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b"
_CPR = r"(?:^|[^\w/-])(\d{6}-\d{4})(?:$|[^\w/-])"
_PHONE = r"(?i)(?:\+45 ?|\b(?:tlf|telefon|mobil|phone)\.?:? ?(?:nr\.?:? ?)?)((?:\d ?){7}\d)\b"
# The hyphen comes first, so that the search leaps from one to the next.
_HINT_OF_CPR = re.compile(r"-(?<=\d{6}-)\d{4}")  # noqa: TID251 - our own pattern, of one length
_HINTS_OF_PHONE = (b"+45", b"tlf", b"telefon", b"mobil", b"phone")
MOST = 20
"""Findings of this kind in one file; who has more, has a list."""


def personal(file: str, text: str) -> Iterator[Finding]:
    """Find personal data anywhere in a file, its comments included; never repeats what it found.

    An address of a role at `example.org` and its like (RFC 2606) is nobody's.
    """
    wanted = list(_suspects(text))
    if not wanted:
        return
    patterns = [(kind, compiled(pattern)[0]) for kind, pattern in wanted]
    left = MOST
    for number, line in enumerate(lines_of(text), 1):
        for kind, pattern in patterns:
            for match in pattern.finditer(line):
                group = 1 if match.re.groups else 0
                if not _nobodys(match.group(group)):
                    place = Place(file, number, match.start(group) + 1)
                    yield finding("personal-data", place, kind=kind)
                    left -= 1
                if not left:
                    return


def _suspects(text: str) -> Iterator[tuple[Text, str]]:
    """Give the patterns that a text could match."""
    if "@" in text:
        yield Text("en mailadresse", "a mail address"), _MAIL
    if _HINT_OF_CPR.search(text):
        yield Text("et CPR-nummer", "a civil registration number"), _CPR
    low = text.encode(errors="replace").lower()  # the hints are ASCII, and bytes are quicker
    if any(hint in low for hint in _HINTS_OF_PHONE):
        yield Text("et telefonnummer", "a telephone number"), _PHONE


def _nobodys(found: str) -> bool:
    """Whether a find is an example address, or digits that are no day of birth."""
    if "@" in found:
        host = found.rsplit("@", 1)[1].lower()
        return host.endswith(("example.org", "example.com", "example.net", ".example", ".invalid"))
    if "-" in found:
        day, month = int(found[:2]), int(found[2:4])
        try:
            date(2000, month, day)
        except ValueError:
            return True
    return False

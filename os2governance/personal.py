"""Personal data in a text where a role would do: mail addresses, CPR and telephone numbers."""

from collections.abc import Iterator
from datetime import date

from os2governance.bilingual import Text
from os2governance.finding import Finding, Place, finding
from os2governance.remarks import lines_of

# RE2, since a file is hostile until read: all three run in linear time.
_PATTERNS = (
    (
        Text("en mailadresse", "a mail address"),
        "@",
        r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b",
    ),
    (
        Text("et CPR-nummer", "a civil registration number"),
        "-",
        r"(?:^|[^\w/-])(\d{6}-\d{4})(?:$|[^\w/-])",
    ),
    (
        Text("et telefonnummer", "a telephone number"),
        "",
        r"(?i)(?:\+45 ?|\b(?:tlf|telefon|mobil|phone)\.?:? ?(?:nr\.?:? ?)?)((?:\d ?){7}\d)\b",
    ),
)
_HINTS = ("@", "-", "+45", "tlf", "telefon", "mobil", "phone")
MOST = 20
"""Findings of this kind in one file; who has more, has a list."""


def personal(file: str, text: str) -> Iterator[Finding]:
    """Find personal data anywhere in a file, its comments included; never repeats what it found.

    An address of a role at `example.org` and its like (RFC 2606) is nobody's.
    """
    low = text.lower()
    wanted = [
        pattern
        for pattern in _PATTERNS
        if (pattern[1] in text if pattern[1] else any(hint in low for hint in _HINTS[2:]))
    ]
    if not wanted:
        return
    import re2  # only a text with a suspect pays for it

    left = MOST
    compiled = [(kind, hint, re2.compile(pattern)) for kind, hint, pattern in wanted]
    for number, line in enumerate(lines_of(text), 1):
        for kind, hint, pattern in compiled:
            if hint and hint not in line:
                continue
            for match in pattern.finditer(line):
                group = 1 if match.re.groups else 0
                if _nobodys(match.group(group)):
                    continue
                yield finding(
                    "personal-data", Place(file, number, match.start(group) + 1), kind=kind
                )
                left -= 1
                if not left:
                    return


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

"""What a report of `check` is made of: a head, a piece for each product, and a tail.

A form is made piece by piece, so that ten thousand products are never held at once.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from os2governance.analysis.difference import Change
from os2governance.documents.yaml_comments import lines_of
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.render.common.source_uri import NO_DISK, Ground, address

DOCUMENTATION = (
    "https://github.com/OS2offdig/os2governance/blob/main/docs/findings.md"  # from publiccode.yml
)


def explained(code: str) -> str:
    """Give the address at which a code is explained."""
    return f"{DOCUMENTATION}#{code}"


class _Checked(NamedTuple):
    """What is reported of one product or model; `ground` says where paths begin."""

    file: str
    findings: Sequence[Finding]
    texts: Mapping[str, str]
    ground: Ground = NO_DISK


class Checked(_Checked):
    """One product or model, and the lines that its findings are about."""

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        return {name: lines_of(text) for name, text in self.texts.items()}

    def address(self, found: Finding) -> str:
        """Give where build servers find the file that a finding is about."""
        return address(found.place.file, self.ground)

    def line(self, found: Finding) -> str | None:
        """Give the line that a finding is about, if it is known."""
        file, number, _ = found.place
        lines = self._lines.get(file, [])
        return lines[number - 1] if 0 < number <= len(lines) else None

    def fingerprints(self) -> list[str]:
        """Give a fingerprint for each finding: the same as long as its line says the same.

        Lines above may come and go, and paths may be written otherwise. Of findings that are alike
        in all of it, each has its number.
        """
        seen: dict[str, int] = {}
        made = []
        for found in self.findings:
            code, _, _, criterion, _ = found
            line = (self.line(found) or "").strip()
            about = f"{code}\0{self.address(found)}\0{criterion}\0{line}"
            key = hashlib.blake2b(about.encode("utf-8", "replace"), digest_size=16).hexdigest()
            seen[key] = seen.get(key, 0) + 1
            made.append(key if seen[key] == 1 else f"{key}:{seen[key]}")
        return made


class Totals(NamedTuple):
    """What is counted over a whole run; `codes` are those that were found."""

    as_of: str
    language: Language
    ground: Ground = NO_DISK
    products: int = 0
    models: int = 0
    silenced: int = 0
    unreadable: int = 0
    counts: Mapping[str, int] = {}
    codes: Sequence[str] = ()
    made_from: Mapping[str, Any] = {}
    against: str = ""
    changes: Sequence[Change] = ()


class Form(NamedTuple):
    """How a report looks: its head, a piece (empty for nothing), what is between, its tail."""

    head: Callable[[Totals], str]
    piece: Callable[[Checked, Language], str]
    between: str
    tail: Callable[[Totals], str]

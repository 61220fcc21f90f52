"""Parts of a `check` report: a head, an item for each product, and a tail.

A report is streamed item by item, so that ten thousand products are never held at once.
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
    "https://github.com/OS2offdig/os2governance/blob/main/docs/findings.md"  # by publiccode.yml
)


def explained(code: str) -> str:
    """The URL of the documentation of a finding code."""
    return f"{DOCUMENTATION}#{code}"


class _Checked(NamedTuple):
    """The reported findings on one product or model; `source_root` is where paths begin."""

    file: str
    findings: Sequence[Finding]
    texts: Mapping[str, str]
    ground: Ground = NO_DISK


class Checked(_Checked):
    """One product or model, with the lines that its findings concern."""

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        return {name: lines_of(text) for name, text in self.texts.items()}

    def address(self, found: Finding) -> str:
        """The path, from the source root, of the file that a finding concerns."""
        return address(found.place.file, self.ground)

    def line(self, found: Finding) -> str | None:
        """The line that a finding concerns; None where it is unknown."""
        file, number, _ = found.place
        lines = self._lines.get(file, [])
        return lines[number - 1] if 0 < number <= len(lines) else None

    def fingerprints(self) -> list[str]:
        """A fingerprint for each finding, stable as long as its line has the same content.

        It does not depend on preceding lines, or on how paths are written. Findings that are equal
        in all of this are numbered.
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
    """Totals over a whole run; `codes` are the codes found."""

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
    """A report format: head, item (empty for none), separator, tail."""

    head: Callable[[Totals], str]
    piece: Callable[[Checked, Language], str]
    between: str
    tail: Callable[[Totals], str]

"""Parts of a `check` report: a head, an item for each product, and a tail.

A report is streamed item by item, so that ten thousand products are never held at once.
"""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from os2governance.checks.suppressions import SuppressedFinding, SuppressionUse
from os2governance.documents.text_reader import split_lines
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language, _
from os2governance.render.common.source_path import NO_SOURCE_ROOT, SourceRoot, resolve_source_path

if TYPE_CHECKING:
    from os2governance.analysis.difference import ProductChange

DOCUMENTATION = (
    "https://github.com/OS2offdig/os2governance/blob/main/docs/findings.md"  # by publiccode.yml
)
"""The page of findings: each release builds and publishes it there (.github/workflows)."""


KNOWN_BEFORE = _("Findings that were there before, and are not shown: {n}.")


_VALUE_PATTERN = r'"(?:[^"\\]|\\.)*"|' + r"'[^']*'" + r"|[^\s,\[\]{}#:]+(?:[ :][^\s,\[\]{}#:]+)*"


def find_value(rest: str) -> str:
    """The value or key at the start of the rest of a line."""
    key = re.match(r"[\w.-]+(?=:(?:\s|$))", rest)
    match = key or re.match(_VALUE_PATTERN, rest)
    return match.group() if match else rest[:1]


def build_help_url(code: str) -> str:
    """The URL of the documentation of a finding code."""
    return f"{DOCUMENTATION}#{code}"


@dataclass(frozen=True, kw_only=True)
class CheckResult:
    """One product or model, with the lines that its findings concern.

    `suppressed` are the findings that are not reported; `source_root` is where paths begin.
    """

    file: str
    findings: Sequence[Finding]
    texts: Mapping[str, str]
    suppressed: Sequence[SuppressedFinding] = ()
    source_root: SourceRoot = NO_SOURCE_ROOT

    @cached_property
    def _lines_by_file(self) -> dict[str, list[str]]:
        return {name: split_lines(text) for name, text in self.texts.items()}

    def find_source_path(self, found: Finding) -> str:
        """The path, from the source root, of the file that a finding concerns."""
        return resolve_source_path(found.location.file, self.source_root)

    def find_line(self, found: Finding) -> str | None:
        """The line that a finding concerns; None where it is unknown."""
        file, number, _ = found.location
        lines = self._lines_by_file.get(file, [])
        return lines[number - 1] if 0 < number <= len(lines) else None

    def find_end_column(self, found: Finding) -> int | None:
        """The column behind the key or value that a finding concerns; None where it is unknown."""
        line, column = self.find_line(found), found.location.column
        if line is None or not 0 < column <= len(line) or "level_id" in found.arguments:
            return None
        return column + max(len(find_value(line[column - 1 :])), 1)

    def build_fingerprints(self, findings: Sequence[Finding]) -> list[str]:
        """A fingerprint for each finding, stable as long as its line has the same content.

        It does not depend on preceding lines, or on how paths are written. Findings that are equal
        in all of this are numbered.
        """
        seen: dict[str, int] = {}
        made = []
        for found in findings:
            code, criterion = found.code, found.criterion
            # What is gathered is the level's, whichever of its criteria come and go.
            level = found.arguments.get("level_id")
            line = "" if level else (self.find_line(found) or "").strip()
            about = f"{code}\0{self.find_source_path(found)}\0{level or criterion}\0{line}"
            key = hashlib.blake2b(about.encode("utf-8", "replace"), digest_size=16).hexdigest()
            seen[key] = seen.get(key, 0) + 1
            made.append(key if seen[key] == 1 else f"{key}:{seen[key]}")
        return made


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckTotals:
    """Totals over a whole run; `codes` are the codes found, `known` findings are not reported."""

    as_of: str
    language: Language
    source_root: SourceRoot = NO_SOURCE_ROOT
    products: int = 0
    models: int = 0
    suppressed: int = 0
    known: int = 0
    suppressions: Sequence[SuppressionUse] = ()
    unreadable: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    codes: Sequence[str] = ()
    provenance: Mapping[str, Any] = field(default_factory=dict)
    against: str = ""
    changes: "Sequence[ProductChange]" = ()


class ReportFormatter(NamedTuple):
    """A report format: head, item (empty for none), separator, tail."""

    head: Callable[[CheckTotals], str]
    item: Callable[[CheckResult, Language], str]
    separator: str
    tail: Callable[[CheckTotals], str]

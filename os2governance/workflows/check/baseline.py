"""The baseline of a repository: the findings that were there when a team began to check."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from os2governance.documents.json_reader import read_json
from os2governance.documents.json_writer import encode_indented_json
from os2governance.documents.text_reader import read_shown_text, split_lines
from os2governance.files import reading
from os2governance.files.listing import format_path
from os2governance.files.paths import may_be_there
from os2governance.files.writing import write_whole_file
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import _, as_text
from os2governance.render.common.source_path import SourceRoot, resolve_source_path
from os2governance.version import VERSION
from os2governance.workflows.check.counter import CheckCounter
from os2governance.workflows.check.known import KnownFinding, KnownFindings, group_by_file

BASELINE_FORMAT = "os2governance/baseline/1"
_MARK = "[0-9a-f]{16}(:[0-9]{1,6})?"
_NO_BASELINE = _("{file} is not a baseline; write one with --write-baseline.")


class BaselineFile(NamedTuple):
    """A baseline as it was read: its file, the findings by file, and the line of each."""

    file: str
    known: KnownFindings
    lines: Mapping[str, int]


def read_baseline(file: Path) -> BaselineFile:
    """Read a baseline.

    Raises:
        NotPossibleError: when it cannot be read, or is none.
    """
    shown = format_path(file)
    data, findings = reading.read_file(file)
    values, refused = (None, findings[0]) if data is None else read_json(data, shown)
    if refused or data is None:
        place, said = (refused.location, refused.message) if refused else (shown, "")
        raise NotPossibleError(as_text("{place}: {said}").fill(place=place, said=said))
    known = dict(_read_findings(values))
    if not _is_baseline(values) or sum(map(len, known.values())) != _count(values):
        raise NotPossibleError(_NO_BASELINE.fill(file=shown))
    lines = {
        match[1]: number
        for number, line in enumerate(split_lines(read_shown_text(data)), 1)
        for match in re.finditer(f'"({_MARK})"', line)
    }
    return BaselineFile(shown, KnownFindings(by_file=known), lines)


def _is_baseline(values: Any) -> bool:
    return (
        isinstance(values, dict)
        and values.get("format") == BASELINE_FORMAT
        and isinstance(values.get("findings"), dict)
    )


def _count(values: Any) -> int:
    """How many fingerprints there are, right or wrong."""
    return sum(
        len(marks) if isinstance(marks, list) else 1
        for codes in values["findings"].values()
        for marks in (codes.values() if isinstance(codes, dict) else [[None]])
    )


def _read_findings(values: Any) -> Iterator[tuple[str, tuple[KnownFinding, ...]]]:
    for path, codes in values["findings"].items() if _is_baseline(values) else ():
        if isinstance(codes, dict):
            yield (
                path,
                tuple(
                    KnownFinding(code, mark)
                    for code, marks in codes.items()
                    if isinstance(marks, list)
                    for mark in marks
                    if isinstance(mark, str) and re.fullmatch(_MARK, mark)
                ),
            )


def write_baseline_file(file: Path, known: Iterable[tuple[str, KnownFinding]], day: str) -> int:
    """Write the baseline of known findings; return how many they are.

    Raises:
        OSError: when the operating system refuses.
    """
    grouped = group_by_file(known)
    found: dict[str, dict[str, list[str]]] = {}
    for path, several in sorted(grouped.items()):
        own = found.setdefault(path, {})
        for each in sorted(several, key=lambda one: (one.code, one.mark)):
            own.setdefault(each.code, []).append(each.mark)
    made = {"on": day, "with": f"os2governance {VERSION}"}
    said = {"format": BASELINE_FORMAT, "made": made, "findings": found}
    write_whole_file(file, [f"{encode_indented_json(said)}\n".encode(errors="backslashreplace")])
    return sum(map(len, grouped.values()))


def find_unused_entries(
    baseline: BaselineFile, counted: CheckCounter, source_root: SourceRoot
) -> Iterator[Finding]:
    """Yield what a baseline has and does not occur, of files that were checked or are gone.

    There is one for each file and code.
    """
    checked = {resolve_source_path(file, source_root) for file in counted.files}
    left = Counter((path, one.code, one.mark) for path, one in _list_all(baseline.known.by_file))
    left -= Counter((path, one.code, one.mark) for path, one in counted.known)
    counts: Counter[tuple[str, str]] = Counter()
    lines: dict[tuple[str, str], int] = {}
    for path, code, mark in left:
        if path in checked or not may_be_there(Path(source_root.root, path)):
            counts[path, code] += 1
            lines.setdefault((path, code), baseline.lines.get(mark, 1))
    for (path, code), count in counts.items():
        place = Location(baseline.file, lines[path, code], 1)
        yield make_finding("baseline-unused", place, name=code, path=path, count=count)


def _list_all(
    by_file: Mapping[str, tuple[KnownFinding, ...]],
) -> Iterator[tuple[str, KnownFinding]]:
    return ((path, each) for path, several in by_file.items() for each in several)

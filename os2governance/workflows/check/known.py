"""Findings that were there before: in an older state, or in a baseline that a team began with."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from os2governance.findings.finding import Finding

MAX_MARK_LENGTH = 16
"""Characters of a fingerprint that are enough to tell the findings of one file apart."""


class KnownFinding(NamedTuple):
    """A finding as it is recognised: by its code, and its fingerprint or its criterion."""

    code: str
    mark: str
    criterion: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownFindings:
    """The findings that are counted and not shown, by file, as reports name files.

    Where `compared` is given, it has the products and models that an older state is known of that
    differs; of all others every finding is known. `is_first` means that all are known that a
    baseline may have.
    """

    by_file: Mapping[str, tuple[KnownFinding, ...]]
    compared: frozenset[str] | None = None
    is_first: bool = False

    def knows_all_of(self, item: str) -> bool:
        """Whether a product or a model is as it was, so that all its findings are known."""
        return self.compared is not None and item not in self.compared


EMPTY_BASELINE = KnownFindings(by_file={}, is_first=True)
"""What is known when a baseline is written."""


class SplitFindings(NamedTuple):
    """The findings that are new, and those known, by the file that reports name."""

    new: list[Finding]
    known: list[tuple[str, KnownFinding]]


def split_known_findings(
    findings: Sequence[Finding],
    marks: Sequence[str],
    known: KnownFindings,
    find_path: Callable[[Finding], str],
) -> SplitFindings:
    """Tell the known findings from the new; each known one is met once.

    A finding on a criterion is the same on another line, or on a line that has changed.
    """
    read = [
        (found, find_path(found), describe_finding(found, mark))
        for found, mark in zip(findings, marks, strict=True)
    ]
    if known.is_first:
        split = SplitFindings([], [])
        for found, path, each in read:
            if is_allowed_in_baseline(found):
                split.known.append((path, each))
            else:
                split.new.append(found)
        return split
    left = {path: [*known.by_file.get(path, ())] for _, path, _ in read}
    met: dict[int, KnownFinding] = {}
    for same in (_is_same_mark, _is_same_criterion):
        for number, (found, path, each) in enumerate(read):
            if number in met or not (known.compared is not None or is_allowed_in_baseline(found)):
                continue
            other = next((one for one in left[path] if same(one, each)), None)
            if other is not None:
                met[number] = other
                left[path].remove(other)
    return SplitFindings(
        [found for number, (found, _, _) in enumerate(read) if number not in met],
        [(read[number][1], each) for number, each in sorted(met.items())],
    )


def _is_same_mark(one: KnownFinding, other: KnownFinding) -> bool:
    return (one.code, one.mark) == (other.code, other.mark)


def _is_same_criterion(one: KnownFinding, other: KnownFinding) -> bool:
    same = (one.code, one.criterion) == (other.code, other.criterion)
    return same and one.criterion is not None


def describe_finding(found: Finding, mark: str) -> KnownFinding:
    """A finding as it is recognised."""
    return KnownFinding(found.code, mark[:MAX_MARK_LENGTH] + mark[32:], found.criterion)


def is_allowed_in_baseline(found: Finding) -> bool:
    """Whether a baseline may have a finding.

    It never has what keeps a file from being used, what a comparison finds, an error of the
    record, or an error that no comment may suppress, such as a contradiction.
    """
    entry = found.entry
    is_firm = entry.severity == "error" and entry.suppressible != "anywhere"
    return entry.ignorable and not entry.of_comparison and not is_firm


def group_by_file(
    known: Iterable[tuple[str, KnownFinding]],
) -> dict[str, tuple[KnownFinding, ...]]:
    """Known findings by their file."""
    grouped: dict[str, list[KnownFinding]] = {}
    for path, each in known:
        grouped.setdefault(path, []).append(each)
    return {path: tuple(several) for path, several in grouped.items()}

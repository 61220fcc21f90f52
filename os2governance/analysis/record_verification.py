"""What a walk through a history has shown of the entries of a record."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from os2governance.analysis.record_changes import list_value_differences
from os2governance.analysis.record_history import HARMS, TrackedEntry
from os2governance.analysis.record_integrity import render_differences
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.date_words import DateInWords
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.text import Renderable, _, as_text

COMMIT_LENGTH = 10
"""The digits that a commit is shown with."""


class CommitInfo(NamedTuple):
    """A commit as it is named: when it was made, as ISO text, and by whom."""

    name: str
    day: str
    author: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordVerification:
    """What has become of the entries of a record: from which commit to which, and of each.

    `start` is None for a whole history; `commits` are those of the history by name. `findings`
    are about the entries that did not stay as they were. `submodules` are the folders of which
    the history is in another repository, and is verified there.
    """

    start: str | None
    end: str
    commits: Mapping[str, CommitInfo]
    entries: tuple[TrackedEntry, ...]
    findings: tuple[Finding, ...]
    submodules: tuple[str, ...] = ()


def check_entries(
    entries: Iterable[TrackedEntry], commits: Mapping[str, CommitInfo]
) -> Iterator[Finding]:
    """Yield a finding for each entry that did not stay as it was."""
    return (_make_finding(each, commits) for each in entries if each.state in HARMS)


def _make_finding(entry: TrackedEntry, commits: Mapping[str, CommitInfo]) -> Finding:
    newest = entry.newest
    place = Location(entry.first.document.file, 1, 1)
    if newest:
        changes = list_value_differences(entry.first.values, newest.values)
        place = newest.locate(next((each.path for each in changes), ()))
    return make_finding(
        "record-changed-since",
        place,
        entry=entry.first.label,
        product=entry.product,
        commit=shorten_commit(entry.commit) or "-",
        what=_render_harm(entry, commits),
    )


def _render_harm(entry: TrackedEntry, commits: Mapping[str, CommitInfo]) -> Renderable:
    if entry.state == "unreadable":
        return _("its file cannot be read any more")
    if entry.state == "backdated" and entry.late:
        return _("when it came, this one was there already: {other}").fill(other=entry.late.label)
    event = entry.events[-1]
    commit = commits.get(event.commit)
    where = shorten_commit(event.commit)
    by = commit.author if commit else "-"
    day = DateInWords(parse_iso_date(commit.day[:10]) if commit else "-")
    if event.after is None:
        return _("removed in {commit} ({by}, {day})").fill(commit=where, by=by, day=day)
    changes = list(list_value_differences(entry.first.values, event.after.values))
    said = render_differences(changes) if changes else as_text("-")
    return _("rewritten in {commit} ({by}, {day}): {changes}").fill(
        commit=where, by=by, day=day, changes=said
    )


def shorten_commit(name: str) -> str:
    """A commit's name as it is shown."""
    return name[:COMMIT_LENGTH]

"""Every entry of a record through a history: with which commit it came, and what happened since.

The history is walked parents first, merges included: an entry is inherited from whichever parent
says the same, and is missed if any parent had it. What was changed back, corrected by a decision,
registered anew, or closed with its product, is no harm; anything else is (semantics §7).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from os2governance.analysis.record_changes import (
    Correction,
    build_correction,
    find_corrections,
    pair_entries,
)
from os2governance.analysis.record_integrity import find_later_entry, find_other_declaration
from os2governance.product.record import find_lifecycle
from os2governance.product.record_entries import ProductRecord, RecordEntry

EventKind = Literal["rewritten", "removed", "restored", "registered"]
Standing = Literal["unchanged", "restored", "corrected", "registered", "closed"]
Harm = Literal["rewritten", "removed", "backdated", "unreadable"]
EntryState = Standing | Harm
HARMS: tuple[EntryState, ...] = ("rewritten", "removed", "backdated", "unreadable")

Records = Mapping[str, ProductRecord]
"""The records of the products of a commit, by their folders; the same object is unchanged."""
MatchFolders = Callable[[Records, Records], Iterable[tuple[str, str]]]
"""Pairs the old and the new folder of each product."""


class RecordedCommit(NamedTuple):
    """A commit with its parents, the records that it holds, and its day as ISO text."""

    name: str
    parents: tuple[str, ...]
    records: Records
    day: str


class EntryEvent(NamedTuple):
    """What a commit did to an entry; what it said before, and what it said then."""

    commit: str
    kind: EventKind
    before: RecordEntry
    after: RecordEntry | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TrackedEntry:
    """An entry with the commit that it came with, "" before the history, and its events.

    `late` is an entry that was there before it and is dated later. `newest` is what it says now,
    None where it is gone; `folder` is where its product is, or was. `correction` is the decision
    that corrected it last.
    """

    first: RecordEntry
    commit: str
    product: str
    folder: str
    late: RecordEntry | None = None
    newest: RecordEntry | None = None
    events: tuple[EntryEvent, ...] = ()
    state: EntryState = "unchanged"
    correction: RecordEntry | None = None


class _Trail:
    """An entry while it is followed.

    `same_as` is the entry that it is, where two branches came with the same one.
    """

    def __init__(self, first: RecordEntry, commit: str, folder: str, product: str) -> None:
        """Begin with what an entry said when it came."""
        self.first, self.commit, self.folder, self.product = first, commit, folder, product
        self.late: RecordEntry | None = None
        self.newest: RecordEntry | None = None
        self.is_readable = True
        self.is_closed = False
        self.events: list[EntryEvent] = []
        self.same_as: _Trail | None = None

    def resolve(self) -> "_Trail":
        """The entry that it is."""
        return self.same_as.resolve() if self.same_as else self

    def conclude(self, state: EntryState, correction: RecordEntry | None = None) -> TrackedEntry:
        """The entry as it has been followed."""
        return TrackedEntry(
            first=self.first,
            commit=self.commit,
            product=self.product,
            folder=self.folder,
            late=self.late,
            newest=self.newest,
            events=tuple(self.events),
            state=state,
            correction=correction,
        )


EntryKey = tuple[str, str, int]
"""An entry's place in a commit: the product's folder, its file, its number."""


class _CommitState(NamedTuple):
    """What is known at a commit: its records, and which entries they hold.

    `source` are the records as they were given, `records` have what was read last of a file that
    cannot be read; `removed` are the entries that are gone, by identity.
    """

    source: Records
    records: dict[str, ProductRecord]
    tracked: dict[EntryKey, _Trail]
    removed: dict[int, _Trail]


class _Forerunner(NamedTuple):
    """The record of a product at a parent, and what each entry of now was there."""

    state: _CommitState
    folder: str
    before: Mapping[int, RecordEntry]
    moved: frozenset[int]


def _get_key(folder: str, entry: RecordEntry) -> EntryKey:
    return folder, entry.file, entry.number


def _get_entry(records: Records, key: EntryKey) -> RecordEntry:
    folder, file, number = key
    entries = records[folder].files[file] or ()
    return entries[number - 1 if number else 0]


class RecordHistory:
    """The entries of the records of all products through a history."""

    def __init__(self, match: MatchFolders) -> None:
        """Begin with nothing; `match` pairs the folders of products between two commits."""
        self._match = match
        self._states: dict[str, _CommitState] = {}
        self._known: dict[tuple[EntryKey, str], _Trail] = {}
        self._trails: list[_Trail] = []

    def begin(self, name: str, records: Records) -> None:
        """Take the entries of a commit before the history as they are."""
        tracked = {}
        for folder, record in records.items():
            for entry in record.entries:
                key = _get_key(folder, entry)
                known = self._known.get((key, entry.content))
                tracked[key] = known or self._add(entry, "", folder, record)
                self._known[key, entry.content] = tracked[key]
        self._states[name] = _CommitState(records, dict(records), tracked, {})

    def _add(self, entry: RecordEntry, commit: str, folder: str, record: ProductRecord) -> _Trail:
        made = _Trail(entry, commit, folder, record.product)
        self._trails.append(made)
        return made

    def follow(self, commit: RecordedCommit) -> None:
        """Follow all entries into a commit, whose parents are known."""
        parents = [self._states[name] for name in commit.parents]
        if len(parents) == 1 and commit.records is parents[0].source:
            self._states[commit.name] = parents[0]
            return
        moves = [
            {new: old for old, new in self._match(each.source, commit.records)} for each in parents
        ]
        records: dict[str, ProductRecord] = {}
        tracked: dict[EntryKey, _Trail] = {}
        removed = {number: each for one in parents for number, each in one.removed.items()}
        for folder, record in commit.records.items():
            places = [
                (state, move[folder])
                for state, move in zip(parents, moves, strict=True)
                if move.get(folder) in state.records
            ]
            whole = _fill_unread(record, [state.records[old] for state, old in places])
            records[folder] = whole
            before = [_find_forerunner(whole, state, old) for state, old in places]
            for entry in whole.entries:
                found = self._identify(entry, before, commit.name, removed)
                if found is None:
                    found = self._add(entry, commit.name, folder, whole)
                    found.late = _find_late(entry, before[:1], commit.day)
                tracked[_get_key(folder, entry)] = found
        kept = {id(each.resolve()) for each in tracked.values()}
        for parent in parents:
            _mark_removed(parent, kept, removed, commit.name)
        removed = {number: each for number, each in removed.items() if number not in kept}
        self._states[commit.name] = _CommitState(commit.records, records, tracked, removed)

    def _identify(
        self,
        entry: RecordEntry,
        forerunners: Sequence[_Forerunner],
        commit: str,
        removed: Mapping[int, _Trail],
    ) -> _Trail | None:
        """Which entry it is: one of a parent, or one that was removed and is back; else None."""
        pairs = [
            (before, each.state.tracked[_get_key(each.folder, before)].resolve(), each.moved)
            for each in forerunners
            if (before := each.before.get(id(entry)))
        ]
        same = [
            known
            for before, known, moved in pairs
            if before.content == entry.content and id(entry) not in moved
        ]
        for each in same[1:]:
            if each is not same[0]:
                each.same_as = same[0]
        if same:
            return same[0]
        for before, known, _moved in pairs[:1]:
            anew = entry.kind == "register" and entry.on > before.on
            kind: EventKind = "registered" if anew else "rewritten"
            known.events.append(EntryEvent(commit, kind, before, entry))
            return known
        for gone in removed.values():
            was = gone.events[-1].before
            if was.kind == entry.kind and was.content == entry.content:
                gone.events.append(EntryEvent(commit, "restored", was, entry))
                return gone
        return None

    def conclude(self, commit: str) -> list[TrackedEntry]:
        """All entries, with what has become of each at the last commit."""
        state = self._states[commit]
        for key, known in state.tracked.items():
            each = known.resolve()
            each.newest = _get_entry(state.records, key)
            each.folder = key[0]
            each.product = state.records[key[0]].product
            each.is_readable = state.source[key[0]].files.get(key[1]) is not None
        corrections = {
            folder: find_corrections(record.list_kind("decision"), None)
            for folder, record in state.records.items()
        }
        moved = _find_moved(state)
        return [
            each.conclude("rewritten")
            if id(each) in moved
            else _judge(each, corrections.get(each.folder, {}))
            for each in self._trails
            if each.same_as is None
        ]


def _find_forerunner(record: ProductRecord, state: _CommitState, folder: str) -> _Forerunner:
    old = state.records[folder]
    if old is record:
        return _Forerunner(state, folder, {id(each): each for each in old.entries}, frozenset())
    pairs = [each for each in pair_entries(old, record) if each.before and each.after]
    before = {id(each.after): each.before for each in pairs if each.before}
    moved = frozenset(id(each.after) for each in pairs if each.moved)
    return _Forerunner(state, folder, before, moved)


def _find_late(
    entry: RecordEntry, forerunners: Sequence[_Forerunner], day: str
) -> RecordEntry | None:
    """What was there before a new entry and contradicts its date, or its content."""
    for each in forerunners:
        old = each.state.records[each.folder]
        return find_later_entry(entry, old, day) or find_other_declaration(entry, old)
    return None


def _mark_removed(
    parent: _CommitState, kept: set[int], removed: dict[int, _Trail], commit: str
) -> None:
    """Note which entries of a parent are gone, unless another parent had lost them before."""
    for key, known in parent.tracked.items():
        each = known.resolve()
        if id(each) not in kept and id(each) not in removed:
            before = _get_entry(parent.records, key)
            each.events.append(EntryEvent(commit, "removed", before, None))
            each.folder, each.is_closed = key[0], _is_closed(parent.records[key[0]])
            removed[id(each)] = each


def _fill_unread(record: ProductRecord, olds: Sequence[ProductRecord]) -> ProductRecord:
    """A record with what was last read of the files that cannot be read now."""
    files = dict(record.files)
    for name, read in record.files.items():
        if read is None:
            files[name] = next((known for old in olds if (known := old.files.get(name))), None)
    if files == record.files:
        return record
    return ProductRecord(
        product=record.product, files=files, texts=record.texts, current=record.current
    )


def _is_closed(record: ProductRecord | None) -> bool:
    """Whether the last decision on a product's standing closed it."""
    decisions = record.list_kind("decision") if record else []
    kinds = [each.decided for each in sorted(decisions, key=lambda each: each.on)]
    return find_lifecycle(kinds) == "closed"


def _judge(entry: _Trail, corrections: Mapping[Correction, RecordEntry]) -> TrackedEntry:
    """State what has become of an entry: what led from its first words to its last."""
    newest = entry.newest
    if not entry.is_readable:
        return entry.conclude("unreadable")
    added = corrections.get(build_correction(None, entry.first)) if entry.late else None
    if entry.late and not added:
        return entry.conclude("backdated")
    if newest is not None and newest.content == entry.first.content:
        changed = any(each.kind != "registered" for each in entry.events)
        same: EntryState = "corrected" if added else "unchanged"
        return entry.conclude("restored" if changed else same, added)
    way = _find_way(entry, corrections)
    if way:
        return entry.conclude("corrected" if way[-1] else "registered", way[-1])
    if newest is not None:
        return entry.conclude("rewritten")
    return entry.conclude("closed" if entry.is_closed else "removed")


Step = tuple[str | None, str | None, RecordEntry | None]
"""From what an entry said to what it said then, None where it is gone; and the decision on it."""


def _find_way(
    entry: _Trail, corrections: Mapping[Correction, RecordEntry]
) -> list[RecordEntry | None] | None:
    """The decisions on the way from what an entry first said to what it says now; else None.

    A step is a correction, by its decision, or a register dated anew, which needs none.
    """
    steps = list(_list_steps(entry, corrections))
    goal = entry.newest.content if entry.newest else None
    ways: dict[str | None, list[RecordEntry | None]] = {entry.first.content: []}
    for _round in steps:  # each finds one step more
        for before, after, decision in steps:
            if before in ways and after not in ways:
                ways[after] = [*ways[before], decision]
    return ways.get(goal)


def _list_steps(entry: _Trail, corrections: Mapping[Correction, RecordEntry]) -> Iterator[Step]:
    said = [entry.first, *(each for event in entry.events for each in event[2:] if each)]
    known = {each.digest: each.content for each in said}
    for event in entry.events:
        if event.kind == "registered" and event.after:
            yield event.before.content, event.after.content, None
    for correction, decision in corrections.items():
        before, after = correction.before or "", correction.after
        if before in known and (after is None or after in known):
            yield known[before], known[after] if after else None, decision


def _find_moved(state: _CommitState) -> set[int]:
    """The decisions that were moved, in logs that are in another order than they were made in."""
    decisions = {
        key: known.resolve()
        for key, known in sorted(state.tracked.items(), key=lambda pair: pair[0])
        if known.first.kind == "decision"
    }
    found: set[int] = set()
    for folder in {key[0] for key in decisions}:
        own = [each for key, each in decisions.items() if key[0] == folder]
        made = [each.first.number for each in own]
        if made != sorted(made):
            found |= {id(each) for each in own if any(map(_is_move, each.events))}
    return found


def _is_move(event: EntryEvent) -> bool:
    after = event.after
    return (
        event.kind == "rewritten" and after is not None and event.before.content == after.content
    )

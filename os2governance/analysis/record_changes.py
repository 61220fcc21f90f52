"""What has happened to the entries of a record between two states of a product (semantics §7).

Entries are paired by what they say, then by where they stand; so one that has moved is the same
entry, and one that was replaced is a rewritten one.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import ValuePath
from os2governance.model.model import Model
from os2governance.product.record_entries import ProductRecord, RecordEntry
from os2governance.product.rights import has_right_to_decide

ABSENT = object()
"""The value where there is none."""


class ValueDifference(NamedTuple):
    """One value that differs, by its path; ABSENT where it is not there."""

    path: ValuePath
    before: Any
    after: Any


def list_value_differences(
    before: Any, after: Any, path: ValuePath = ()
) -> Iterator[ValueDifference]:
    """Yield the values that differ, each as deep as both have the same shape."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in [*before, *(key for key in after if key not in before)]:
            was, now = before.get(key, ABSENT), after.get(key, ABSENT)
            yield from list_value_differences(was, now, (*path, key))
    elif isinstance(before, list) and isinstance(after, list):
        for number in range(max(len(before), len(after))):
            was, now = (each[number] if number < len(each) else ABSENT for each in (before, after))
            yield from list_value_differences(was, now, (*path, number))
    elif type(before) is not type(after) or before != after:
        yield ValueDifference(path, before, after)


class EntryPair(NamedTuple):
    """An entry then and now; None where it was not, or is not any more.

    `moved` tells that it stands in another order among the decisions.
    """

    before: RecordEntry | None
    after: RecordEntry | None
    moved: bool = False


def pair_entries(old: ProductRecord, new: ProductRecord) -> list[EntryPair]:
    """Pair the entries of two states; what is in a file that cannot be read now is left out.

    An old draft was no record; a new one is, where it takes the place of an entry.
    """
    unread = {name for name, read in new.files.items() if read is None}
    before = [each for each in old.entries if each.file not in unread]
    after = [each for read in new.files.values() for each in read or ()]
    logs = ([e for e in each if e.kind == "decision"] for each in (before, after))
    files = ([e for e in each if e.kind != "decision"] for each in (before, after))
    return [*_pair_files(*files), *_pair_decisions(*logs)]


def _pair_files(before: Sequence[RecordEntry], after: Sequence[RecordEntry]) -> list[EntryPair]:
    """Pair whole files: by their names, else by what they say, else by all of it but the date."""
    waiting = {each.file: each for each in after}
    pairs: dict[str, EntryPair] = {}
    left = []
    for each in before:
        if each.file in waiting:
            pairs[each.file] = EntryPair(each, waiting.pop(each.file))
        else:
            left.append(each)
    for each in left:
        same = [one for one in waiting.values() if one.kind == each.kind]
        found = next((one for one in same if one.content == each.content), None) or next(
            (one for one in same if _strip_dates(one) == _strip_dates(each)), None
        )
        if found:
            del waiting[found.file]
        pairs[each.file] = EntryPair(each, found)
    return [*pairs.values(), *(EntryPair(None, one) for one in waiting.values() if not one.draft)]


def _strip_dates(entry: RecordEntry) -> Any:
    """What an entry says, without when."""
    return {
        key: {name: said for name, said in value.items() if name not in {"on", "draft"}}
        if key in {"evaluated", "heard", "declared", "registered"} and isinstance(value, dict)
        else value
        for key, value in entry.values.items()
    }


def _pair_decisions(
    before: Sequence[RecordEntry], after: Sequence[RecordEntry]
) -> list[EntryPair]:
    """Pair decisions in their order; one that was taken out and put elsewhere has moved."""
    start, most = 0, min(len(before), len(after))
    while start < most and before[start].content == after[start].content:
        start += 1
    pairs = [EntryPair(*pair) for pair in zip(before[:start], after[:start], strict=True)]
    old, new = before[start:], after[start:]
    matcher = SequenceMatcher(
        None, [each.content for each in old], [each.content for each in new], autojunk=False
    )
    gone: list[RecordEntry] = []
    added: list[RecordEntry] = []
    replaced: list[tuple[Sequence[RecordEntry], Sequence[RecordEntry]]] = []
    for _, i, stop, j, end in matcher.get_opcodes():
        was, now = old[i:stop], new[j:end]
        if [each.content for each in was] == [each.content for each in now]:
            pairs += [EntryPair(*pair) for pair in zip(was, now, strict=True)]
        else:
            replaced.append((was, now))
            gone += was
            added += now
    moved = _take_moved(gone, added)
    taken = {id(each) for pair in moved for each in pair}
    for was, now in replaced:
        left = [each for each in was if id(each) not in taken]
        put = [each for each in now if id(each) not in taken]
        pairs += [
            EntryPair(left[n] if n < len(left) else None, put[n] if n < len(put) else None)
            for n in range(max(len(left), len(put)))
        ]
    return pairs + [EntryPair(was, now, moved=True) for was, now in moved]


def _take_moved(
    gone: Sequence[RecordEntry], added: Sequence[RecordEntry]
) -> list[tuple[RecordEntry, RecordEntry]]:
    waiting: dict[str, list[RecordEntry]] = {}
    for each in reversed(added):
        waiting.setdefault(each.content, []).append(each)
    return [(each, waiting[each.content].pop()) for each in gone if waiting.get(each.content)]


# -- corrections --------------------------------------------------------------------------------


class Correction(NamedTuple):
    """What a decision `correct` corrects, and the entry that is that decision."""

    file: str
    number: int
    before: str | None
    after: str | None


def read_correction(entry: RecordEntry) -> Correction | None:
    """What a decision corrects; None for another decision, or one that is not whole."""
    values = entry.said
    if entry.decided != "correct" or not isinstance(values.get("file"), str):
        return None
    number = values.get("entry")
    hashes = (values.get("before"), values.get("after"))
    before, after = (each if isinstance(each, str) else None for each in hashes)
    return Correction(values["file"], number if isinstance(number, int) else 0, before, after)


def find_corrections(
    decisions: Sequence[RecordEntry], model: Model | None
) -> dict[Correction, RecordEntry]:
    """The corrections among decisions, by a role that may decide."""
    found: dict[Correction, RecordEntry] = {}
    for each in decisions:
        correction = read_correction(each)
        by = correction and each.said.get("by")
        if correction and (model is None or has_right_to_decide("correct", None, by, model)):
            found[correction] = each
    return found


def build_correction(before: RecordEntry | None, after: RecordEntry | None) -> Correction:
    """The correction that a decision must state for a change of an entry."""
    entry = before or after
    assert entry is not None
    return Correction(
        entry.file,
        entry.number,
        before.digest if before else None,
        after.digest if after else None,
    )

"""Comparison for `changes`: the products of two states, paired by id."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from os2governance.analysis.attribution import Explained, State, explained
from os2governance.analysis.difference import Change, undecided
from os2governance.assessment.levels import Assessment, assess
from os2governance.cli.options import Given
from os2governance.findings.finding import Finding
from os2governance.git.revision import commit_of_day
from os2governance.workflows.model_links import links_between
from os2governance.workflows.states import NOW, Said, Seen, read_said, see


class Compared(NamedTuple):
    """The changes between two states, and the findings.

    `undecided` are changes of level that no decision covers; `unreadable` are files that could not
    be used. `never_decided` are products without any decision, which have no default to compare
    with.
    """

    before: str
    after: str
    changes: tuple[Explained, ...]
    undecided: tuple[Finding, ...]
    unread: tuple[Finding, ...]
    never: tuple[str, ...] = ()


def compared(
    before: str | None, after: str | None, paths: Sequence[str], given: Given
) -> Compared:
    """Compare two states; without the first, compare each product with its own last decision."""
    now = see(read_said(after or NOW), paths, given)
    if before is None:
        return _since_decisions(now, after or NOW, paths, given)
    was = see(read_said(before), paths, given)
    changes = tuple(changes_between(was, now))
    return _compared(before, after or NOW, changes, [*was.findings, *now.findings])


def _compared(
    before: str, after: str, changes: Iterable[Explained], unread: Sequence[Finding]
) -> Compared:
    kept = tuple(each for each in changes if _differs(each))
    found = tuple(one for each in kept for one in undecided(each.change))
    return Compared(before, after, kept, found, tuple(unread))


def _differs(each: Explained) -> bool:
    new = each.change.before is None or each.change.after is None
    return bool(new or each.was_named or each.levels or each.outcomes)


def changes_between(before: Seen, after: Seen) -> Iterable[Explained]:
    """Yield the explained change of each product in either state, in the order of their ids.

    A product that is present but unusable counts as neither new nor removed; its findings are
    reported instead.
    """
    old, new = _by_id(before), _by_id(after)
    libraries = (after.library, before.library)
    renames = _renames(before, after)
    for name in sorted({*old, *new}):
        was, now = old.get(renames.get(name, name)), new.get(name)
        if was and now:
            yield explained(was, now, links_between(was.model, now.model, libraries))
        elif name not in renames.values() and not _broken(name, before, after):
            yield Explained(Change(_assessed(was), _assessed(now)))


def _broken(name: str, before: Seen, after: Seen) -> bool:
    return any(
        state.product.declaration.product == name and file in other.unusable
        for one, other in ((before, after), (after, before))
        for file, state in one.products.items()
    )


def _assessed(state: State | None) -> Assessment | None:
    return assess(state.product, state.model, as_of=state.as_of) if state else None


def _by_id(seen: Seen) -> dict[str, State]:
    return {each.product.declaration.product: each for each in seen.products.values()}


def _renames(before: Seen, after: Seen) -> dict[str, str]:
    """Map each renamed product to its former id: it has the same file, or identical content."""
    old, new = _by_id(before), _by_id(after)
    gone = {name: state for name, state in old.items() if name not in new}
    renames: dict[str, str] = {}
    for file, state in after.products.items():
        name = state.product.declaration.product
        at_file = before.products.get(file)
        was = at_file.product.declaration.product if at_file else None
        if name in old:
            continue
        if was not in gone:
            was = next((each for each, one in gone.items() if _alike(one, state)), None)
        if was:
            renames[name] = was
            gone.pop(was)
    return renames


def _alike(one: State, other: State) -> bool:
    a, b = one.product.declaration, other.product.declaration
    return bool(a.answers or a.facts) and (a.facts, a.answers) == (b.facts, b.answers)


def _since_decisions(now: Seen, after: str, paths: Sequence[str], given: Given) -> Compared:
    changes: list[Explained] = []
    never: list[str] = []

    @cache
    def on(day: date) -> Seen:
        return see(Said(commit_of_day(day) or NOW, day, None), paths, given)

    for file, state in sorted(now.products.items()):
        day = _last_decision(state)
        if day is None:
            never.append(state.product.declaration.product)
        else:
            changes += _of_file(file, on(day), now)
    compared = _compared("", after, changes, now.findings)
    return compared._replace(never=tuple(never))


def since_last_decision(path: str, given: Given) -> Explained | None:
    """Explain a product's changes since its last decision; None where git lacks that state."""
    now = see(read_said(NOW), [path], given)
    for file, state in now.products.items():
        day = _last_decision(state)
        commit = commit_of_day(day) if day else None
        if commit:
            was = see(Said(commit, day, None), [path], given)
            return next((each for each in _of_file(file, was, now) if each.change.before), None)
    return None


def _last_decision(state: State) -> date | None:
    decisions = state.product.record.in_force(state.as_of)
    return decisions[-1].on if decisions else None


def _of_file(file: str, before: Seen, after: Seen) -> Iterable[Explained]:
    """Explain the change of the product of one file."""
    was, now = (
        {file: each.products[file]} if file in each.products else {} for each in (before, after)
    )
    return changes_between(Seen(was, before.library), Seen(now, after.library))

"""Comparison for `changes`: the products of two states, paired by id."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial

from os2governance.analysis.attribution import Attribution, attribute_change
from os2governance.analysis.difference import ProductChange, check_undecided_level_change
from os2governance.analysis.state_inputs import ProductState
from os2governance.assessment.levels import Assessment, assess
from os2governance.findings.finding import Finding
from os2governance.git.revision import find_commit_by_date
from os2governance.model.library import Library
from os2governance.workflows.context import Context
from os2governance.workflows.model_links import find_links_between
from os2governance.workflows.safety_net import run_or_report
from os2governance.workflows.states import NOW, Snapshot, StateSpec, parse_state, read_snapshot


@dataclass(frozen=True, kw_only=True, slots=True)
class StateComparison:
    """The changes between two states, and the findings.

    `undecided` are changes of level that no decision covers; `unreadable` are files that could not
    be used. `never_decided` are products without any decision, which have no default to compare
    with.
    """

    old_state: str
    new_state: str
    changes: tuple[Attribution, ...]
    undecided: tuple[Finding, ...]
    unreadable: tuple[Finding, ...]
    never_decided: tuple[str, ...] = ()


def compare_states(
    before: str | None, after: str | None, paths: Sequence[str], context: Context
) -> StateComparison:
    """Compare two states; without the first, compare each product with its own last decision."""
    now = read_snapshot(parse_state(after or NOW), paths, context)
    if before is None:
        return _compare_since_decisions(now, after or NOW, paths, context)
    was = read_snapshot(parse_state(before), paths, context)
    changes, failed = explain_changes(was, now)
    unread = [*was.findings, *now.findings, *failed]
    return _build_comparison(before, after or NOW, changes, unread)


def _build_comparison(
    before: str, after: str, changes: Iterable[Attribution], unread: Sequence[Finding]
) -> StateComparison:
    kept = tuple(each for each in changes if _has_changed(each))
    found = tuple(one for each in kept for one in check_undecided_level_change(each.change))
    unread = [each for number, each in enumerate(unread) if each not in unread[:number]]
    return StateComparison(
        old_state=before, new_state=after, changes=kept, undecided=found, unreadable=tuple(unread)
    )


def _has_changed(each: Attribution) -> bool:
    new = each.change.before is None or each.change.after is None
    return bool(new or each.former_id or each.levels or each.outcomes)


def explain_changes(before: Snapshot, after: Snapshot) -> tuple[list[Attribution], list[Finding]]:
    """The explained change of each product in either state, in the order of their ids.

    A product that is present but unusable counts as neither new nor removed; its findings are
    reported instead, and so is one at which the program fails.
    """
    old, new = _index_by_id(before), _index_by_id(after)
    libraries = (after.library, before.library)
    renames = _find_renames(before, after)
    changes: list[Attribution] = []
    failed: list[Finding] = []
    for name in sorted({*old, *new}):
        was, now = old.get(renames.get(name, name)), new.get(name)
        is_paired = was and now
        if not is_paired and (name in renames.values() or _is_unusable(name, before, after)):
            continue
        explain = partial(_explain_change, was, now, libraries)
        change = run_or_report(explain, _name_file(now or was), failed)
        changes += [change] if change else []
    return changes, failed


def _explain_change(
    was: ProductState | None, now: ProductState | None, libraries: tuple[Library, Library]
) -> Attribution:
    if was and now:
        return attribute_change(was, now, find_links_between(was.model, now.model, libraries))
    return Attribution(change=ProductChange(_assess_state(was), _assess_state(now)))


def _name_file(state: ProductState | None) -> str:
    return state.product.document.file if state else ""


def _is_unusable(name: str, before: Snapshot, after: Snapshot) -> bool:
    return any(
        state.product.id == name and file in other.unusable_files
        for one, other in ((before, after), (after, before))
        for file, state in one.products.items()
    )


def _assess_state(state: ProductState | None) -> Assessment | None:
    return assess(state.product, state.model, as_of=state.as_of) if state else None


def _index_by_id(seen: Snapshot) -> dict[str, ProductState]:
    return {each.product.id: each for each in seen.products.values()}


def _find_renames(before: Snapshot, after: Snapshot) -> dict[str, str]:
    """Map each renamed product to its former id: it has the same file, or identical content."""
    old, new = _index_by_id(before), _index_by_id(after)
    gone = {name: state for name, state in old.items() if name not in new}
    renames: dict[str, str] = {}
    for file, state in after.products.items():
        name = state.product.id
        at_file = before.products.get(file)
        was = at_file.product.id if at_file else None
        if name in old:
            continue
        if was not in gone:
            was = next((each for each, one in gone.items() if _has_same_content(one, state)), None)
        if was:
            renames[name] = was
            gone.pop(was)
    return renames


def _has_same_content(one: ProductState, other: ProductState) -> bool:
    a, b = one.product.current, other.product.current
    if a is None or b is None:
        return False
    return bool(a.answers or a.facts) and (a.facts, a.answers) == (b.facts, b.answers)


def _compare_since_decisions(
    now: Snapshot, after: str, paths: Sequence[str], context: Context
) -> StateComparison:
    changes: list[Attribution] = []
    failed: list[Finding] = []
    never: list[str] = []

    @cache
    def on(day: date) -> Snapshot:
        return read_snapshot(StateSpec(find_commit_by_date(day) or NOW, day, None), paths, context)

    for file, state in sorted(now.products.items()):
        day = _find_last_decision_date(state)
        if day is None:
            never.append(state.product.id)
        else:
            explained, wrong = _explain_file(file, on(day), now)
            changes += explained
            failed += wrong
    compared = _build_comparison("", after, changes, [*now.findings, *failed])
    return replace(compared, never_decided=tuple(never))


def explain_since_last_decision(path: str, context: Context) -> Attribution | None:
    """Explain a product's changes since its last decision; None where git lacks that state."""
    now = read_snapshot(parse_state(NOW), [path], context)
    for file, state in now.products.items():
        day = _find_last_decision_date(state)
        commit = find_commit_by_date(day) if day else None
        if commit:
            was = read_snapshot(StateSpec(commit, day, None), [path], context)
            return next(
                (each for each in _explain_file(file, was, now)[0] if each.change.before), None
            )
    return None


def _find_last_decision_date(state: ProductState) -> date | None:
    decisions = state.product.record.in_force(state.as_of)
    return decisions[-1].on if decisions else None


def _explain_file(
    file: str, before: Snapshot, after: Snapshot
) -> tuple[list[Attribution], list[Finding]]:
    """Explain the change of the product of one file."""
    was, now = (
        each._replace(products={file: each.products[file]} if file in each.products else {})
        for each in (before, after)
    )
    return explain_changes(was, now)

"""Which criterion asks for which fact: each fact is asked once, and shown in the others."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from os2governance.checks.model_lint import list_asked_paths
from os2governance.model.model import Criterion
from os2governance.web.form import (
    FieldPath,
    FormGroup,
    FormLeaf,
    FormPart,
    SharedFact,
    list_leaves,
)


class PlacedFacts(NamedTuple):
    """The facts that a criterion asks for, those beside them, and those asked for elsewhere."""

    facts: tuple[FormLeaf, ...] = ()
    further: tuple[FormLeaf, ...] = ()
    shared: tuple[SharedFact, ...] = ()


class FactPlacement(NamedTuple):
    """The facts of each criterion by its id, and the parts that no criterion asks for."""

    by_criterion: dict[str, PlacedFacts]
    others: tuple[FormPart, ...]


def place_facts(
    parts: Sequence[FormPart], criteria: Sequence[Criterion], decided: Collection[str] = ()
) -> FactPlacement:
    """Place each fact at the first criterion that reads it and is not decided by facts already.

    `criteria` are in the order in which they are shown. What no rule reads is placed beside the
    facts of its group, if any of them is placed.
    """
    reads = {each.id: frozenset(_list_fact_paths(each)) for each in criteria}
    ranked = sorted(criteria, key=lambda each: each.id in decided)
    leaves = list_leaves(parts)
    direct: dict[FieldPath, Criterion] = {}
    for leaf in leaves:
        if host := next((each for each in ranked if _is_read(leaf, reads[each.id])), None):
            direct[leaf.path] = host
    asking, beside = dict(direct), {}
    for leaf in leaves:
        if leaf.path in direct:
            continue
        if host := _find_host_of_group(leaf, direct):
            beside[leaf.path] = host
        elif host := next((each for each in ranked if _is_group_read(leaf, reads[each.id])), None):
            asking[leaf.path] = host
    hosts = asking | beside
    placed = {
        each.id: PlacedFacts(
            tuple(leaf for leaf in leaves if asking.get(leaf.path) is each),
            tuple(leaf for leaf in leaves if beside.get(leaf.path) is each),
            tuple(
                SharedFact(leaf, hosts[leaf.path])
                for leaf in leaves
                if hosts.get(leaf.path, each) is not each
                and (_is_read(leaf, reads[each.id]) or _is_group_read(leaf, reads[each.id]))
            ),
        )
        for each in criteria
    }
    return FactPlacement(placed, tuple(_list_unplaced(parts, hosts)))


def _list_fact_paths(criterion: Criterion) -> Iterator[str]:
    """Yield the facts and lists that the rules of a criterion read; lists as a whole."""
    for rule in criterion.rules:
        for path in list_asked_paths(rule):
            yield path.partition("[]")[0]


def _is_read(leaf: FormLeaf, paths: Collection[str]) -> bool:
    """Whether a rule reads a part, or something below one that another file states as a whole."""
    path = _format_fact_path(leaf.path)
    return path in paths or any(each.startswith(f"{path}.") for each in paths)


def _is_group_read(leaf: FormLeaf, paths: Collection[str]) -> bool:
    """Whether a rule reads a group that a part belongs to, as a whole."""
    path = _format_fact_path(leaf.path)
    return any(path.startswith(f"{each}.") for each in paths)


def _format_fact_path(path: FieldPath) -> str:
    return ".".join(map(str, path[1:]))


def _find_host_of_group(leaf: FormLeaf, asking: Mapping[FieldPath, Criterion]) -> Criterion | None:
    """The criterion that asks for another fact of the same group."""
    group = leaf.path[:-1]
    if len(group) < _INSIDE_A_SUBJECT:
        return None
    return next((host for path, host in asking.items() if path[: len(group)] == group), None)


_INSIDE_A_SUBJECT = 3
"""The length of the path of a group inside a subject; a subject itself is too wide a group."""


def _list_unplaced(parts: Sequence[FormPart], placed: Collection[FieldPath]) -> Iterator[FormPart]:
    """Yield the parts, as far as they are not placed; a group of which nothing is left is gone."""
    for part in parts:
        if isinstance(part, FormGroup):
            left = tuple(_list_unplaced(part.parts, placed))
            if left:
                yield part._replace(parts=left)
        elif part.path not in placed:
            yield part

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
    ranked = sorted(criteria, key=lambda each: each.id in decided)
    reads = [(each, _build_reads(each)) for each in ranked]
    leaves = list_leaves(parts)
    readers = {leaf.path: _find_readers(leaf, reads) for leaf in leaves}
    direct = {path: found.own[0] for path, found in readers.items() if found.own}
    asking, beside = dict(direct), {}
    for path in (each for each in readers if each not in direct):
        if host := _find_host_of_group(path, direct):
            beside[path] = host
        elif readers[path].of_group:
            asking[path] = readers[path].of_group[0]
    hosts = asking | beside
    placed = {
        each.id: PlacedFacts(
            tuple(leaf for leaf in leaves if asking.get(leaf.path) is each),
            tuple(leaf for leaf in leaves if beside.get(leaf.path) is each),
            tuple(
                SharedFact(leaf, hosts[leaf.path])
                for leaf in leaves
                if hosts.get(leaf.path, each) is not each and each.id in readers[leaf.path].ids
            ),
        )
        for each in criteria
    }
    return FactPlacement(placed, tuple(_list_unplaced(parts, hosts)))


class _Reads(NamedTuple):
    """The paths of the facts and lists that a criterion reads, and the paths above those."""

    paths: frozenset[str]
    above: frozenset[str]


def _build_reads(criterion: Criterion) -> _Reads:
    """What the rules of a criterion read; lists as a whole."""
    asked = (path for rule in criterion.rules for path in list_asked_paths(rule))
    paths = frozenset(path.partition("[]")[0] for path in asked)
    return _Reads(paths, frozenset(above for path in paths for above in _list_paths_above(path)))


def _list_paths_above(path: str) -> list[str]:
    parts = path.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts))]


class _Readers(NamedTuple):
    """The criteria that read a fact, and those that read a group that it belongs to."""

    own: list[Criterion]
    of_group: list[Criterion]

    @property
    def ids(self) -> set[str]:
        """The ids of them all."""
        return {each.id for each in (*self.own, *self.of_group)}


def _find_readers(leaf: FormLeaf, reads: Sequence[tuple[Criterion, _Reads]]) -> _Readers:
    """Find who reads a fact, or something below one that another file states as a whole."""
    path = _format_fact_path(leaf.path)
    groups = _list_paths_above(path)
    return _Readers(
        [each for each, read in reads if path in read.paths or path in read.above],
        [each for each, read in reads if not read.paths.isdisjoint(groups)],
    )


def _format_fact_path(path: FieldPath) -> str:
    return ".".join(map(str, path[1:]))


def _find_host_of_group(
    fact: FieldPath, asking: Mapping[FieldPath, Criterion]
) -> Criterion | None:
    """The criterion that asks for another fact of the same group."""
    group = fact[:-1]
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

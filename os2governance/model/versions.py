"""How the criteria of one version of a model map to those of another.

Each version states how its criteria relate to those of the previous one; here that is read as
links from id to id, and composed along the versions between any two.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from os2governance.findings.finding import Finding, Location, make_finding, suggest_id
from os2governance.model.model import Criterion, Model
from os2governance.rules.conditions import expand_conditions


class CriterionLink(NamedTuple):
    """An old criterion, its new one, and whether the new one asks for more or less."""

    before: str
    after: str
    sharpened: bool = False
    eased: bool = False


class CriterionDifference(NamedTuple):
    """The differences of one criterion; `kinds` are words such as `merged` and `level`.

    `before` has several ids where criteria were merged; `after` is None where it is gone.
    """

    before: tuple[str, ...]
    after: str | None
    kinds: tuple[str, ...]
    levels: tuple[str, str] | None = None


def link_to_next(older: Model, newer: Model) -> tuple[CriterionLink, ...]:
    """The links from a version to the next, as the next one states them."""
    said: Mapping[str, Any] = newer.supersedes
    mapped = said.get("criteria") or {}
    dropped = set(said.get("dropped") or ())
    return tuple(
        CriterionLink(
            before,
            criterion.id,
            sharpened=criterion.id in (said.get("sharpened") or ()),
            eased=criterion.id in (said.get("eased") or ()),
        )
        for criterion in newer.criteria
        for before in mapped.get(criterion.id, () if criterion.id in dropped else [criterion.id])
        if before in older.by_id
    )


def link_along(chain: Sequence[Model]) -> tuple[CriterionLink, ...]:
    """The links from the first to the last of a chain of versions."""
    whole = [CriterionLink(criterion.id, criterion.id) for criterion in chain[0].criteria]
    for older, newer in pairwise(chain):
        following = link_to_next(older, newer)
        whole = _merge_links(
            CriterionLink(
                link.before,
                after.after,
                sharpened=link.sharpened or after.sharpened,
                eased=link.eased or after.eased,
            )
            for link in whole
            for after in following
            if after.before == link.after
        )
    return tuple(whole)


def _merge_links(found: Iterator[CriterionLink]) -> list[CriterionLink]:
    """Merge the links between the same two criteria."""
    by_ends: dict[tuple[str, str], CriterionLink] = {}
    for link in found:
        ends = (link.before, link.after)
        other = by_ends.get(ends, link)
        by_ends[ends] = CriterionLink(
            *ends,
            sharpened=link.sharpened or other.sharpened,
            eased=link.eased or other.eased,
        )
    return list(by_ends.values())


def reverse_links(found: Sequence[CriterionLink]) -> tuple[CriterionLink, ...]:
    """Reverse links: from the newer version to the older."""
    return tuple(
        CriterionLink(link.after, link.before, sharpened=link.eased, eased=link.sharpened)
        for link in found
    )


def link_same_ids(before: Model, after: Model) -> tuple[CriterionLink, ...]:
    """The links between models without stated relations: criteria are matched by id."""
    return tuple(
        CriterionLink(each.id, each.id) for each in before.criteria if each.id in after.by_id
    )


CriterionIds = tuple[str | None, str | None]
"""The old and the new id of a criterion; None where it does not exist."""


def pair_criteria(
    before: Model, after: Model, found: Sequence[CriterionLink]
) -> tuple[CriterionIds, ...]:
    """Pair criteria by links, in the order of the new model; removed ones come last.

    One that was merged from several is paired with the first of them.
    """
    first: dict[str, str] = {}
    for link in found:
        first.setdefault(link.after, link.before)
    linked = {link.before for link in found}
    return (
        *((first.get(each.id), each.id) for each in after.criteria),
        *((each.id, None) for each in before.criteria if each.id not in linked),
    )


def map_unchanged_ids(found: Sequence[CriterionLink]) -> dict[str, str]:
    """The new ids of the criteria whose meaning is unchanged, by their old ids."""
    before = Counter(link.before for link in found)
    after = Counter(link.after for link in found)
    return {
        link.before: link.after
        for link in found
        if before[link.before] == after[link.after] == 1 and not (link.sharpened or link.eased)
    }


def find_same_meaning(name: str, found: Sequence[CriterionLink]) -> str | None:
    """The new id of a criterion, if its meaning is unchanged; else None."""
    return map_unchanged_ids(found).get(name)


def compare_criteria(
    before: Model, after: Model, found: Sequence[CriterionLink]
) -> list[CriterionDifference]:
    """Every criterion that differs between two versions, in the order of the second."""
    said = [_compare_criterion(before, after, criterion, found) for criterion in after.criteria]
    kept = {link.before for link in found}
    gone = [
        CriterionDifference((each.id,), None, ("gone",))
        for each in before.criteria
        if each.id not in kept
    ]
    return [*(each for each in said if each.kinds), *gone]


def _compare_criterion(
    before: Model, after: Model, criterion: Criterion, found: Sequence[CriterionLink]
) -> CriterionDifference:
    here = [link for link in found if link.after == criterion.id]
    ids = tuple(link.before for link in here)
    if not ids:
        return CriterionDifference((), criterion.id, ("new",))
    was = [before.by_id[name] for name in ids]
    split = any(sum(link.before == name for link in found) > 1 for name in ids)
    moved = [each.level for each in was if each.level != criterion.level]
    optional = all(each.recommended for each in was)
    kinds = {
        "merged": len(ids) > 1,
        "split": split,
        "renumbered": len(ids) == 1 and ids != (criterion.id,),
        "level": bool(moved),
        "made_mandatory": optional and not criterion.recommended,
        "made_recommended": criterion.recommended and not optional,
        "sharpened": any(link.sharpened for link in here),
        "eased": any(link.eased for link in here),
        "rule": any(_expand_rule(each, before) != _expand_rule(criterion, after) for each in was),
        "texts": any(_list_texts(each) != _list_texts(criterion) for each in was),
    }
    levels = (moved[0], criterion.level) if moved else None
    return CriterionDifference(
        ids, criterion.id, tuple(kind for kind in kinds if kinds[kind]), levels
    )


def _list_texts(criterion: Criterion) -> tuple[Any, ...]:
    return criterion.title, criterion.asks, criterion.remedy


def _expand_rule(criterion: Criterion, model: Model) -> Any:
    """Expand the named conditions in a criterion's rules."""
    return {
        key: expand_conditions(tree, model.conditions)
        for key, tree in criterion.rule_trees.items()
    }


def find_inconsistent_links(older: Model, newer: Model) -> list[Finding]:
    """Findings of inconsistencies in what a version states about its predecessor."""
    said: Mapping[str, Any] = newer.supersedes
    mapped: Mapping[str, Sequence[str]] = said.get("criteria") or {}
    here = [name for key in _NEW_ID_KEYS for name in said.get(key) or ()]
    there = [name for each in mapped.values() for name in each]
    return [
        *_find_unknown_criteria([*mapped, *here], newer),
        *_find_unknown_criteria([*there, *(said.get("dropped") or ())], older),
        *_find_unaccounted_criteria(older, newer),
    ]


_NEW_ID_KEYS = ("sharpened", "eased", "made_mandatory")


def _find_unknown_criteria(names: Sequence[str], model: Model) -> Iterator[Finding]:
    for name in dict.fromkeys(names):
        if name not in model.by_id:
            meant = suggest_id(name, model.by_id)
            place, reference = Location(model.file, 1, 1), model.reference
            yield make_finding("unknown-criterion", place, name=name, model=reference, meant=meant)


def _find_unaccounted_criteria(older: Model, newer: Model) -> Iterator[Finding]:
    """Yield criteria without a stated relation, and recommendations silently made mandatory."""
    said, place = newer.supersedes, Location(newer.file, 1, 1)
    found = link_to_next(older, newer)
    before, after = {link.before for link in found}, {link.after for link in found}
    dropped = set(said.get("dropped") or ())
    for criterion in older.criteria:
        if (criterion.id in before) == (criterion.id in dropped):
            yield make_finding("lineage-dropped", place, name=criterion.id, model=older.reference)
    mapped = said.get("criteria") or {}
    for criterion in newer.criteria:
        if criterion.id not in after and criterion.id not in mapped:
            yield make_finding("lineage-new", place, name=criterion.id, model=older.reference)
    mandatory = {
        each.after
        for each in compare_criteria(older, newer, found)
        if each.after and "made_mandatory" in each.kinds
    }
    for name in sorted(mandatory.symmetric_difference(said.get("made_mandatory") or ())):
        yield make_finding("lineage-mandatory", place, name=name, model=older.reference)

"""Impact of a change of model on a product: direction, newly blocking criteria, new questions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from os2governance.analysis.attribution import Attribution, attribute_change
from os2governance.analysis.forecast import walk_leaves
from os2governance.analysis.mixtures import convert_to_model
from os2governance.analysis.state_inputs import ProductState
from os2governance.assessment.levels import Assessment
from os2governance.assessment.verdicts import BLOCKS, OPEN, judge_outcomes
from os2governance.findings.finding import Finding
from os2governance.model.model import Model
from os2governance.model.versions import CriterionLink, link_same_ids, map_unchanged_ids
from os2governance.rules.trace import MISSING


@dataclass(frozen=True, kw_only=True, slots=True)
class Impact:
    """A product under two models.

    `direction` is 1 where the assessed level rises, -1 where it falls, 0 where it stays, and None
    where the models' levels cannot be compared. `stopping` are required criteria that newly block
    a level, `freed` those that no longer do. `asked` are the undeclared facts, by criterion, that
    the new model's criteria read and the old model's did not. `again` are the criteria that must
    be answered anew, since their meaning has changed. `forbidden` are findings of declared facts
    that the new model does not know, or defines differently; until they are fixed, the declaration
    has no level by it.
    """

    attribution: Attribution
    direction: int | None
    unsettled: bool
    stopping: tuple[str, ...]
    opened: tuple[str, ...]
    freed: tuple[str, ...]
    asked: tuple[tuple[str, tuple[str, ...]], ...]
    again: tuple[str, ...]
    forbidden: tuple[Finding, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelComparison:
    """Two models, the links between them, each product of the old one under both.

    `elsewhere` has how many products follow other versions of the model, by reference: the change
    moves none of them. `findings` are of what could not be used.
    """

    models: tuple[Model, Model]
    links: tuple[CriterionLink, ...]
    impacts: tuple[Impact, ...]
    elsewhere: Mapping[str, int]
    findings: tuple[Finding, ...]


LinkFinder = Callable[[Model, Model], Sequence[CriterionLink]]
"""Links the criteria of a model to those of another."""


def assess_impact(
    state: ProductState, before: Model, after: Model, relate: LinkFinder = link_same_ids
) -> Impact:
    """Assess the impact on a product of replacing the old model by the new one."""
    was, now = (
        ProductState(convert_to_model(state, each, relate(state.model, each)), each, state.as_of)
        for each in (before, after)
    )
    links = relate(before, after)
    found = attribute_change(was, now, links)
    one, other = found.change.before, found.change.after
    assert one is not None
    assert other is not None
    was_judged, is_judged = (_judge_required_criteria(each) for each in (one, other))
    before_by_id = {link.after: was_judged.get(link.before or "") for link in links}
    in_the_way = {name for name, verdict in was_judged.items() if verdict in {BLOCKS, OPEN}}
    still = {link.before for link in links if is_judged.get(link.after or "") in {BLOCKS, OPEN}}

    def list_newly(verdict: str) -> tuple[str, ...]:
        return tuple(
            name
            for name in after.by_id
            if is_judged.get(name) == verdict and before_by_id.get(name) != verdict
        )

    return Impact(
        attribution=found,
        direction=_compare_levels(one, other),
        unsettled=_is_merely_open(one, other),
        stopping=list_newly(BLOCKS),
        opened=list_newly(OPEN),
        freed=tuple(name for name in before.by_id if name in in_the_way - still),
        asked=tuple(_find_newly_asked_facts(one, other)),
        again=tuple(_find_criteria_to_reanswer(one, other, links)),
        forbidden=tuple(_find_forbidden_facts(was, now)),
    )


def _compare_levels(one: Assessment, other: Assessment) -> int | None:
    ids = other.model.level_ids
    if one.levels.assessed is not None and one.levels.assessed not in ids:
        return None
    was, now = (
        -1 if level is None else ids.index(level)
        for level in (one.levels.assessed, other.levels.assessed)
    )
    return (now > was) - (now < was)


def _is_merely_open(one: Assessment, other: Assessment) -> bool:
    """Whether the level that was reached is not stopped by the new model, but left open."""
    level = one.levels.assessed or ""
    return level in other.blockers and other.open.get(level) == other.blockers[level]


def _judge_required_criteria(assessment: Assessment) -> dict[str, str]:
    """The verdict on each criterion that counts, for its own level."""
    model = assessment.model
    verdicts = judge_outcomes(assessment.outcomes, model)
    return {
        model.criteria[number].id: verdicts[level.id][number]
        for level, numbers in model.counted_indexes_by_level
        for number in numbers
    }


def _find_newly_asked_facts(
    one: Assessment, other: Assessment
) -> Iterator[tuple[str, tuple[str, ...]]]:
    known = {path for _, paths in _find_undeclared_facts(one) for path in paths}
    for name, paths in _find_undeclared_facts(other):
        new = tuple(path for path in paths if path not in known)
        if new:
            yield name, new


def _find_undeclared_facts(assessment: Assessment) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the undeclared facts that leave criteria undetermined."""
    for outcome in assessment.outcomes:
        if outcome.met.value is None:
            paths = (path for path, leaf in walk_leaves(outcome.met) if leaf.found is MISSING)
            yield outcome.criterion.id, tuple(dict.fromkeys(paths))


def _find_criteria_to_reanswer(
    one: Assessment, other: Assessment, links: Sequence[CriterionLink]
) -> Iterator[str]:
    """Yield the answered criteria whose meaning has changed."""
    answered = {each.criterion.id for each in one.outcomes if each.answer}
    same = map_unchanged_ids(links)
    wanted = {link.after for link in links if link.before in answered and link.before not in same}
    yield from (each.criterion.id for each in other.outcomes if each.criterion.id in wanted)


def _find_forbidden_facts(was: ProductState, now: ProductState) -> list[Finding]:
    """Findings of declared facts that only the old model allows."""
    before, after = (
        each.model.compiled_facts_schema.find_violations(
            each.product.document,
            each.product.current.facts if each.product.current else {},
            ("facts",),
        )
        for each in (was, now)
    )
    return sorted(
        (found for found in after if found not in before), key=lambda each: each.location
    )

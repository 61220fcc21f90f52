"""What a valid model says and cannot mean: levels that nobody or everybody reaches, idle rules."""

import math
from collections.abc import Iterator

from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.model.model import Criterion, Level, Model
from os2governance.rules.conditions import expand_conditions
from os2governance.rules.implication import implies


def reason_about_model(model: Model) -> Iterator[Finding]:
    """Yield findings about the levels, then about the rules of a model."""
    yield from _check_levels(model)
    for criterion in model.criteria:
        yield from _check_rules(criterion, model)
    if not model.facts_schema and any(criterion.rules for criterion in model.criteria):
        yield make_finding("lint-no-vocabulary", Location(model.file))


def _check_levels(model: Model) -> Iterator[Finding]:
    rules = model.attainment
    having = {criterion.level for criterion in model.criteria}
    for level, counting in model.counted_indexes_by_level:
        place = locate_level(model, level)
        if level.id not in having:
            yield make_finding("lint-level-empty", place, name=level.id)
            continue
        if not counting:
            yield make_finding("lint-level-optional", place, name=level.id)
            continue
        needed = math.ceil(level.needs.threshold(len(counting)))
        possible = sum(_can_count(model.criteria[number], model) for number in counting)
        if possible < needed:
            yield make_finding(
                "lint-level-unreachable", place, name=level.id, needed=needed, possible=possible
            )
    if "met" not in rules.satisfied_by:
        yield make_finding("lint-met-not-enough", Location(model.file))


def locate_level(model: Model, level: Level) -> Location:
    """Location of a level; the model's file where it is inherited."""
    return model.level_locations.get(level.id, Location(model.file))


def _can_count(criterion: Criterion, model: Model) -> bool:
    """Whether any outcome of a criterion lets a level be reached: an evaluation can find each."""
    rules = model.attainment
    only_answered = criterion.recommended and rules.recommended == "answered"
    return only_answered or bool(rules.satisfied_by | rules.tolerated)


def _check_rules(criterion: Criterion, model: Model) -> Iterator[Finding]:
    name, place = criterion.id, criterion.location
    if criterion.met is None and not criterion.answer_counts:
        yield make_finding("lint-no-yes", place, criterion=name, name=name)
    if criterion.met is None or criterion.partly is None:
        return
    met, partly = (
        expand_conditions(criterion.rule_trees[key], model.conditions) for key in ("met", "partly")
    )
    if implies(partly, met):
        yield make_finding("lint-partly-implied", place, criterion=name, name=name)

"""The case for a change of model: what changes in it, and its impact on products."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from os2governance.analysis.model_impact import Impact, ModelComparison
from os2governance.assessment.ladder import NOT_REACHED, NOT_SETTLED
from os2governance.assessment.levels import Assessment
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Text
from os2governance.model.model import Level, Model, Needs
from os2governance.model.versions import CriterionDifference, compare_criteria


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelChangeCase:
    """Two models, their differences, and each product under both.

    `deciders` are those who decide on the highest level, and therefore on the model.
    `changed_levels` are the levels of the new model that are new or renamed, `dropped_levels`
    those that are gone; `attainment_differs` is true where a level is reached in another way,
    and `vocabulary_differs` where facts are added, removed or renamed. `spread` has, for each
    level of either model, how many products are assessed at it under the old and the new
    model; None is below the lowest. `unsettled` are those whose level is not settled.
    `undecided` are products that the new model, unlike the old one, assesses below their
    placement. `elsewhere` has how many products follow other versions of the model, which the
    change does not move. `unread` are findings about products that could not be read.
    """

    before: Model
    after: Model
    deciders: tuple[Text, ...]
    differences: tuple[CriterionDifference, ...]
    changed_levels: tuple[Level, ...]
    dropped_levels: tuple[Level, ...]
    attainment_differs: bool
    vocabulary_differs: bool
    impacts: tuple[Impact, ...]
    spread: tuple[tuple[Level | None, int, int], ...]
    unsettled: tuple[int, int]
    undecided: tuple[Impact, ...]
    elsewhere: Mapping[str, int]
    unread: tuple[Finding, ...]
    as_of: date


def build_model_change_case(found: ModelComparison, as_of: date) -> ModelChangeCase:
    """Build the case for replacing the first model by the second."""
    (before, after), impacts = found.models, found.impacts
    return ModelChangeCase(
        before=before,
        after=after,
        deciders=tuple(after.role_names[role] for role in after.levels[-1].decided_by),
        differences=tuple(compare_criteria(before, after, found.links)),
        changed_levels=tuple(
            each for each in after.levels if _identify_level(each) not in _identify_levels(before)
        ),
        dropped_levels=tuple(each for each in before.levels if each.id not in after.level_ids),
        attainment_differs=_collect_attainment(before) != _collect_attainment(after),
        vocabulary_differs=before.facts_schema != after.facts_schema,
        impacts=impacts,
        spread=_count_levels(before, after, impacts),
        unsettled=_count_unsettled(impacts),
        undecided=tuple(
            each for each in impacts if _falls_short(each, 1) and not _falls_short(each, 0)
        ),
        elsewhere=found.elsewhere,
        unread=found.findings,
        as_of=as_of,
    )


def unpack_assessments(impact: Impact) -> tuple[Assessment, Assessment]:
    """The assessments of a product by the old model and by the new one."""
    before, after = impact.attribution.change.before, impact.attribution.change.after
    assert before is not None
    assert after is not None
    return before, after


def has_effect(impact: Impact) -> bool:
    """Whether the change has any effect on a product that must be reported."""
    lists = (
        impact.stopping,
        impact.opened,
        impact.freed,
        impact.asked,
        impact.again,
        impact.forbidden,
    )
    return impact.direction != 0 or any(lists)


def _identify_level(level: Level) -> tuple[str, Text]:
    return level.id, level.name


def _identify_levels(model: Model) -> list[tuple[str, Text]]:
    return [_identify_level(each) for each in model.levels]


def _collect_attainment(model: Model) -> object:
    return model.attainment, {
        each.id: each.needs for each in model.levels if each.needs != Needs()
    }


def _count_levels(
    before: Model, after: Model, impacts: Sequence[Impact]
) -> tuple[tuple[Level | None, int, int], ...]:
    both = [unpack_assessments(each) for each in impacts]
    was, now = ([_find_row(each[side]) for each in both] for side in (0, 1))
    gone = [each for each in before.levels if each.id not in after.level_ids]
    rows = [None, *gone, *after.levels]
    ids = [each.id if each else NOT_REACHED for each in rows]
    return tuple(
        (level, was.count(name), now.count(name)) for level, name in zip(rows, ids, strict=True)
    )


def _count_unsettled(impacts: Sequence[Impact]) -> tuple[int, int]:
    both = [unpack_assessments(each) for each in impacts]
    was, now = ([_find_row(each[side]) for each in both].count(NOT_SETTLED) for side in (0, 1))
    return was, now


def _find_row(assessment: Assessment) -> str:
    """The level at which a product is counted, or the state of none."""
    return assessment.levels.assessed or assessment.states["assessed"]


def _falls_short(impact: Impact, side: int) -> bool:
    """Whether a product is placed above the level at which a model assesses it."""
    assessment = unpack_assessments(impact)[side]
    order, levels = assessment.model.level_ids, assessment.levels
    if levels.placed is None:
        return False
    return levels.assessed is None or order.index(levels.assessed) < order.index(levels.placed)

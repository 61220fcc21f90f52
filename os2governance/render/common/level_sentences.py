"""Sentences on the assessed level: settled or not, by acceptances, and confirmed by whom."""

from collections.abc import Sequence

from os2governance.analysis.level_basis import (
    OpenLevel,
    Support,
    climb_without_acceptances,
    count_support,
    find_open_level,
    list_bearing_acceptances,
    list_counted_outcomes,
    list_levels_asked,
)
from os2governance.assessment.ladder import ReachedLevels
from os2governance.assessment.levels import Assessment
from os2governance.i18n.text import Language, _, format_list, ngettext
from os2governance.model.model import Model
from os2governance.render.common.criterion import name_criterion
from os2governance.render.common.levels import rank_level, render_level_phrase, render_state

_NOT_SETTLED = _("not settled: {open}")
_LEVEL_NOT_SETTLED = _("{level} is not settled: {open}")
_AT_MOST = _("; at most {level}")
_BECAUSE_OF = _("because of {criteria}")


# -- settled or not ---------------------------------------------------------------------------


def render_open_clause(assessment: Assessment, language: Language, *, titled: bool = False) -> str:
    """What is open: `not settled: F1 is open; at most level 3`; empty where all is settled.

    `titled` names the criteria by their titles too.
    """
    found = find_open_level(assessment)
    if found is None:
        return ""
    text = _NOT_SETTLED if assessment.levels.assessed is None else _LEVEL_NOT_SETTLED
    level = render_level_phrase(assessment.model, found.level, language)
    reason = _render_open_reason(assessment, found, language, titled=titled)
    return text.render(language).format(open=reason, level=level)


def render_open_reason(assessment: Assessment, language: Language) -> str:
    """The same without the words "not settled", for where they stand beside it already."""
    found = find_open_level(assessment)
    return _render_open_reason(assessment, found, language) if found else ""


def _render_open_reason(
    assessment: Assessment, found: OpenLevel, language: Language, *, titled: bool = False
) -> str:
    """Which criteria are open, and the highest level that they leave possible."""
    levels, by_id = assessment.levels, assessment.model.by_id
    names, count = list(found.criteria), len(found.criteria)
    text = ngettext("{criteria} is open", "{criteria} are open", count)
    if titled:
        names = [name_criterion(each, by_id[each].title, language) for each in names]
        text = ngettext("criterion {criteria} is open", "criteria {criteria} are open", count)
    lacking = text.render(language).format(criteria=format_list(names, language))
    if rank_level(assessment, levels.possible) <= rank_level(assessment, levels.assessed):
        return lacking
    most = render_level_phrase(assessment.model, str(levels.possible), language)
    return f"{lacking}{_AT_MOST.render(language).format(level=most)}"


def render_stopped_clause(assessment: Assessment, language: Language) -> str:
    """The criteria that stop the next level: `because of F4`; empty where none does."""
    level = next(iter(assessment.blockers), None)
    if level is None:
        return ""
    open_ones = assessment.open.get(level, ())
    stopping = [name for name in assessment.blockers[level] if name not in open_ones]
    if not stopping:
        return ""
    return _BECAUSE_OF.render(language).format(criteria=format_list(stopping, language))


# -- acceptances ------------------------------------------------------------------------------


def render_acceptance_clause(assessment: Assessment, language: Language) -> str:
    """What the level rests on: `by 2 accepted deviations (F4 and F7), without them level 1`.

    Empty where the level is the same without acceptances.
    """
    needed = list_bearing_acceptances(assessment, assessment.levels.assessed)
    if not needed:
        return ""
    without = climb_without_acceptances(assessment)
    level = render_reached_phrase(assessment.model, without, language)
    text = ngettext(
        "by 1 accepted deviation ({criteria}), without it {level}",
        "by {count} accepted deviations ({criteria}), without them {level}",
        len(needed),
    )
    names = format_list([each.criterion.id for each in needed], language)
    return text.render(language).format(count=len(needed), criteria=names, level=level)


def render_acceptance_count(count: int, language: Language) -> str:
    """With how many accepted deviations a level is reached; empty where it needs none."""
    if not count:
        return ""
    text = ngettext("with 1 accepted deviation", "with {count} accepted deviations", count)
    return text.render(language).format(count=count)


def render_level_without(assessment: Assessment, level: str | None, language: Language) -> str:
    """What a level that rests on acceptances would be without them, as a sentence; else empty."""
    bearing = list_bearing_acceptances(assessment, level)
    if not bearing:
        return ""
    without = climb_without_acceptances(assessment)
    text = ngettext(
        "{level} rests on 1 accepted deviation; without it: {without}.",
        "{level} rests on {count} accepted deviations; without them: {without}.",
        len(bearing),
    )
    return text.render(language).format(
        level=assessment.model.level_name(str(level)).render(language),
        count=len(bearing),
        without=render_reached_phrase(assessment.model, without, language),
    )


def render_reached_phrase(model: Model, reached: ReachedLevels, language: Language) -> str:
    """The level reached within a sentence, or why there is none."""
    if reached.reached is None:
        return render_state(model, reached.state, "assessed", language)
    return render_level_phrase(model, reached.reached, language)


# -- who stands behind it ---------------------------------------------------------------------


def render_support_sentence(assessment: Assessment, language: Language) -> str:
    """How many of the criteria of the assessed level, or of the lowest, are confirmed."""
    level = assessment.levels.assessed or assessment.model.level_ids[0]
    said = _render_level_support(assessment, level, list_levels_asked(assessment, level), language)
    return f"{assessment.model.level_name(level).render(language)}: {said}." if said else ""


def render_own_support(assessment: Assessment, level: str, language: Language) -> str:
    """How many of a level's own criteria are confirmed, and only claimed."""
    return _render_level_support(assessment, level, [level], language)


def _render_level_support(
    assessment: Assessment, level: str, asked: Sequence[str], language: Language
) -> str:
    outcomes = list_counted_outcomes(assessment, asked)
    support = count_support(assessment, outcomes, level)
    shown = [o for o in assessment.outcomes if o.criterion.level in asked and not o.excluded]
    if not support.criteria:
        return ""
    return render_support_clause(support, language, required=len(shown) > len(outcomes))


def render_support_clause(support: Support, language: Language, *, required: bool = False) -> str:
    """Of how many criteria others confirm the result: a criterion that is not met can be, too.

    `required` is whether there are recommendations beside them, which are not counted.
    """
    text = ngettext(
        "the result of {confirmed} of {criteria} criteria is confirmed by others",
        "the results of {confirmed} of {criteria} criteria are confirmed by others",
        support.confirmed,
    )
    if support.criteria == 1:
        text = _ONE_CONFIRMED if support.confirmed else _ONE_NOT_CONFIRMED
    elif support.confirmed == support.criteria:
        text = _ALL_CONFIRMED
    elif not support.confirmed:
        text = _NONE_CONFIRMED
    count = str(support.criteria)
    if required:
        count = _REQUIRED.render(language).format(count=count)
    said = text.render(language).format(confirmed=support.confirmed, criteria=count)
    if not support.claimed:
        return said
    claimed = ngettext(
        "1 is only claimed or planned", "{claimed} are only claimed or planned", support.claimed
    )
    return f"{said}, {claimed.render(language).format(claimed=support.claimed)}"


_REQUIRED = _("{count} required")
_ONE_CONFIRMED = _("the result of the one criterion is confirmed by others")
_ONE_NOT_CONFIRMED = _("the result of the one criterion is not confirmed by others")
_ALL_CONFIRMED = _("the results of all {criteria} criteria are confirmed by others")
_NONE_CONFIRMED = _("the results of the {criteria} criteria are not confirmed by others")

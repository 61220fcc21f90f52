"""The plan for a level as text: the most effective step, then the tasks of each role."""

from collections.abc import Iterator

from os2governance.analysis.plan import Action, Lever, Plan
from os2governance.i18n.text import Language, _, format_list, ngettext
from os2governance.render.common.blocks import BLANK, NBSP, Block, Span, paragraph
from os2governance.render.common.levels import (
    render_criterion_name,
    render_footer,
    render_level,
    render_status_mark,
)
from os2governance.render.common.steps import render_action_blocks, render_plan_step

_HEAD = _(" · the way to {level}")
_REACHED = _("{level} is reached.")
_RESERVED = _("{level} is reached, but with reservations.")
_MOST_EFFECTIVE = _("Start here")
_UNBLOCKS = _("It alone satisfies {criteria}.")
_HELPS = _("It is a first step towards {criteria}.")
_NOBODY = _("Nobody responsible in the model")
_RESERVATIONS_LEFT = _("Reservations that do not block the level")


def render_plan_blocks(plan: Plan, language: Language) -> Iterator[Block]:
    """Render the plan."""
    assessment = plan.assessment
    level = plan.level.name.render(language)
    head = _HEAD.render(language).format(level=level)
    yield paragraph(Span(assessment.product.name, "title"), Span(head, "title"))
    yield paragraph(Span(assessment.document.file, "faint"))
    yield paragraph(_render_summary(plan, language))
    if plan.lever:
        yield BLANK
        yield paragraph(Span(_MOST_EFFECTIVE.render(language), "title"))
        yield from _render_lever(plan, plan.lever, language)
    for _unused, name, actions in plan.by_role:
        yield BLANK
        yield paragraph(Span(name.render(language) or _NOBODY.render(language), "title"))
        for each in actions:
            yield from _render_action(plan, each, language)
    if plan.reservations:
        yield BLANK
        yield paragraph(Span(_RESERVATIONS_LEFT.render(language), "title"))
        for each in plan.reservations:
            yield from _render_action(plan, each, language)
    yield BLANK
    yield render_footer([assessment.model.reference], assessment.as_of, language)


def _render_summary(plan: Plan, language: Language) -> str:
    level = plan.level.name.render(language)
    count = sum(len(actions) for _, _, actions in plan.by_role)
    if count:
        assessed = render_level(plan.assessment, "assessed", language)
        text = ngettext(
            "Assessed at {assessed}. 1 criterion blocks {level}.",
            "Assessed at {assessed}. {count} criteria block {level}.",
            count,
        ).render(language)
        return text.format(assessed=assessed, level=level, count=count)
    return (_RESERVED if plan.reservations else _REACHED).render(language).format(level=level)


def _render_lever(plan: Plan, lever: Lever, language: Language) -> Iterator[Block]:
    file = plan.assessment.document.file
    yield paragraph(*render_plan_step(lever.step, file, language), indent=2)
    others = [id_ for id_ in lever.helps if id_ not in lever.unblocks]
    for text, criteria in ((_UNBLOCKS, lever.unblocks), (_HELPS, others)):
        if criteria:
            said = text.render(language).format(criteria=format_list(criteria, language))
            yield paragraph(said, indent=2)


def _render_action(plan: Plan, action: Action, language: Language) -> Iterator[Block]:
    outcome = action.outcome
    level = plan.assessment.model.level_name(outcome.criterion.level).render(language)
    yield paragraph(
        render_status_mark(outcome.status),
        NBSP,
        *render_criterion_name(outcome, language),
        Span(f" · {level}", "faint"),
        indent=2,
        hang=2,
    )
    yield from render_action_blocks(action, plan.assessment.document.file, language, 4)

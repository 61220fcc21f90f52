"""The plan for a level as text: accepted deviations, where to begin, tasks, and questions."""

from collections.abc import Iterable, Iterator

from os2governance.analysis.plan import Action, Plan, RoleActions
from os2governance.i18n.text import Language, Text, _
from os2governance.render.common.actions import (
    list_reservation_tasks,
    render_action_blocks,
    render_helpers,
    render_task_blocks,
    render_task_cell,
)
from os2governance.render.common.blocks import BLANK, NBSP, Block, Span, paragraph
from os2governance.render.common.levels import (
    render_criterion_name,
    render_footer,
    render_status_mark,
)
from os2governance.render.plan.frame import (
    list_promises,
    render_acceptance,
    render_quota,
    render_start,
    render_summary,
    render_title,
    render_way_out,
)

_ACCEPTED = _("Accepted deviations")
_START = _("Start here")
_TASKS = _("Tasks for {role}")
_TASKS_OF_NOBODY = _("Tasks without a responsible role")
_QUESTIONS = _("To be answered by {role}")
_QUESTIONS_OF_NOBODY = _("To be answered, without a responsible role")
_RESERVATIONS_LEFT = _("Reservations that do not block the level")


def render_plan_blocks(plan: Plan, language: Language) -> Iterator[Block]:
    """Render the plan."""
    assessment = plan.assessment
    yield paragraph(Span(render_title(plan, language), "title"))
    yield paragraph(Span(assessment.document.file, "faint"))
    yield paragraph(render_summary(plan, language))
    for quota in plan.quotas:
        yield paragraph(render_quota(plan, quota, language))
    yield from _render_accepted(plan, language)
    if plan.start:
        yield BLANK
        yield paragraph(Span(_START.render(language), "title"))
        yield paragraph(*render_task_cell(render_start(plan.start, language)), indent=2)
    yield from _render_roles(plan, plan.to_do, (_TASKS, _TASKS_OF_NOBODY), language)
    if plan.to_do and (way_out := render_way_out(plan, language)):
        yield BLANK
        yield paragraph(way_out)
    yield from _render_roles(plan, plan.to_answer, (_QUESTIONS, _QUESTIONS_OF_NOBODY), language)
    if plan.reservations:
        yield BLANK
        yield paragraph(Span(_RESERVATIONS_LEFT.render(language), "title"))
        for each in plan.reservations:
            yield _render_name(plan, each, language)
            yield from render_task_blocks(list_reservation_tasks(each, language), 4)
    yield BLANK
    yield render_footer([assessment.model.reference], assessment.as_of, language)


def _render_accepted(plan: Plan, language: Language) -> Iterator[Block]:
    """Yield the accepted deviations, each with what was promised."""
    if not plan.accepted:
        return
    yield BLANK
    yield paragraph(Span(_ACCEPTED.render(language), "title"))
    for each in plan.accepted:
        yield paragraph(
            render_status_mark(each.outcome.status),
            NBSP,
            *render_criterion_name(each.outcome, language),
            Span(f" · {render_acceptance(each, plan, language)}", "faint"),
            indent=2,
            hang=2,
        )
        for said in list_promises(each, plan, language):
            yield paragraph(said, indent=4)


def _render_roles(
    plan: Plan, groups: Iterable[RoleActions], heads: tuple[Text, Text], language: Language
) -> Iterator[Block]:
    """Yield the criteria below the role that is responsible for them."""
    for role, _unused, actions in groups:
        known = plan.assessment.model.roles_by_id.get(role)
        head = (heads[0] if known else heads[1]).render(language)
        name = known.phrase.render(language) if known else ""
        yield BLANK
        yield paragraph(Span(head.replace("{role}", name), "title"))
        for each in actions:
            yield _render_name(plan, each, language)
            yield from render_action_blocks(each, language, 4)


def _render_name(plan: Plan, action: Action, language: Language) -> Block:
    outcome = action.outcome
    beside = [plan.assessment.model.level_name(outcome.criterion.level).render(language)]
    if helpers := render_helpers(action, language):
        beside.append(helpers)
    return paragraph(
        render_status_mark(outcome.status),
        NBSP,
        *render_criterion_name(outcome, language),
        Span("".join(f" · {each}" for each in beside), "faint"),
        indent=2,
        hang=2,
    )

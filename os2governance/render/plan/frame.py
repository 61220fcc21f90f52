"""What a plan is about, in sentences: the level, why it is this one, and how far it is."""

from os2governance.analysis.plan import Plan, PlanAcceptance, Quota, Start
from os2governance.assessment.ladder import NOT_SETTLED
from os2governance.assessment.levels import Assessment
from os2governance.i18n.date_words import format_day
from os2governance.i18n.text import (
    Language,
    Text,
    _,
    format_alternatives,
    format_list,
    format_sentence,
    ngettext,
)
from os2governance.render.common.criterion import name_criterion
from os2governance.render.common.level_sentences import render_level_without
from os2governance.render.common.levels import render_level, render_level_phrase
from os2governance.render.common.steps import Task, render_step

_TITLES = {
    "placed": _("{name}: what is missing for {level}, where the product is placed"),
    "recommended": _("{name}: what is missing for {level}, which is recommended"),
}
_TITLE = _("{name}: what is missing for {level}")
_REACHED = _("{level} is reached.")
_RESERVED = _("{level} is reached, but with reservations.")
_ASSESSED = _("Assessed: {assessed}.")
_UNSETTLED = _("Not settled.")
_AT_MOST = _("Not settled; at most {level}.")
_BOTH = _("{stops}, and {open}.")
_ENOUGH_FOR = _("That alone is enough for {criteria}.")
_LIGHTEST = _("It takes the least work.")
_QUOTA = _("At {level}, {count} of these {total} criteria are enough: {criteria}.")
_ACCEPTED_BY = _("accepted by {who} on {on}, up to {level}")
_UNTIL = _("accepted by {who} on {on}, up to {level} and through {until}")
_PROMISED = _("Promised: {action}")
_PROMISED_BY = _("Promised by {who}: {action}")
_NOT_FOR = _("It does not count for {level}, so that the criterion is in the way.")
_CANNOT_YET = _(
    "If a criterion cannot be met for now, say why, and ask {who} to accept the deviation, with a "
    "deadline and a follow-up."
)


def render_title(plan: Plan, language: Language) -> str:
    """The title of the plan: the product, the level, and why it is this level."""
    title = _TITLES.get(plan.frame, _TITLE).render(language)
    level = render_level_phrase(plan.assessment.model, plan.level.id, language)
    return title.replace("{level}", level).replace("{name}", plan.assessment.product.name)


def render_summary(plan: Plan, language: Language) -> str:
    """How far it is, and which accepted deviations the assessed level rests on."""
    without = render_level_without(plan.assessment, plan.assessment.levels.assessed, language)
    return " ".join(filter(None, (_render_progress(plan, language), without)))


def _render_progress(plan: Plan, language: Language) -> str:
    """What stops the level, and what is not answered; or that it is reached."""
    level = plan.level.name.render(language) or plan.level.id
    if not plan.actions:
        said = (_RESERVED if plan.reservations else _REACHED).render(language)
        return said.replace("{level}", level)
    stops = sum(len(actions) for _, _, actions in plan.to_do)
    unknown = sum(len(actions) for _, _, actions in plan.to_answer)
    inside = render_level_phrase(plan.assessment.model, plan.level.id, language)
    counts = [
        text.render(language).format(count=count, level=inside)
        for count, text in (
            (stops, ngettext("1 criterion stops {level}", "{count} criteria stop {level}", stops)),
            (
                unknown,
                ngettext("1 criterion is not answered", "{count} criteria are not answered",
                         unknown),
            ),
        )
        if count
    ]  # fmt: skip
    first = _render_assessed(plan.assessment, language)
    if len(counts) == 1:
        return f"{first} {format_sentence(counts[0])}"
    both = _BOTH.render(language).replace("{stops}", counts[0]).replace("{open}", counts[1])
    return f"{first} {format_sentence(both)}"


def _render_assessed(assessment: Assessment, language: Language) -> str:
    """The assessed level; where it is not settled, the highest that is left."""
    if assessment.states["assessed"] == NOT_SETTLED:
        possible = assessment.levels.possible
        if possible is None:
            return _UNSETTLED.render(language)
        level = render_level_phrase(assessment.model, possible, language)
        return _AT_MOST.render(language).replace("{level}", level)
    assessed = render_level(assessment, "assessed", language)
    return _ASSESSED.render(language).replace("{assessed}", assessed)


def render_start(start: Start, language: Language) -> Task:
    """Where to begin: a step that alone is enough for some criteria, or the lightest criterion."""
    action, criterion = start.action, start.action.outcome.criterion
    name = name_criterion(criterion.id, criterion.title, language)
    if start.step is None:
        return Task(f"{format_sentence(name)} {_LIGHTEST.render(language)}", ())
    names = format_list(list(start.satisfies), language)
    enough = _ENOUGH_FOR.render(language).replace("{criteria}", names)
    remedy = criterion.remedy.render(language)
    if not action.open and remedy:
        return Task(
            f"{name}: {remedy} {enough}" if len(start.satisfies) > 1 else f"{name}: {remedy}", ()
        )
    return Task(
        f"{render_step(start.step, action.model.words.evaluator, language)} {enough}",
        (start.step.path,),
    )


def render_quota(plan: Plan, quota: Quota, language: Language) -> str:
    """How many of some criteria are enough, the lightest first."""
    order = [action.outcome.criterion.id for action in sorted(plan.actions, key=lambda a: a.rank)]
    names = [name for name in order if name in quota.criteria]
    return (
        _QUOTA.render(language)
        .format(count=quota.number, total=len(names), level="{level}", criteria="{criteria}")
        .replace("{level}", render_level_phrase(plan.assessment.model, quota.level.id, language))
        .replace("{criteria}", format_list(names, language))
    )


def render_acceptance(deviation: PlanAcceptance, plan: Plan, language: Language) -> str:
    """Who accepted a deviation, when, up to which level and until when."""
    acceptance, model = deviation.outcome.acceptance, plan.assessment.model
    if acceptance is None or acceptance.level is None:
        return ""
    said = (_UNTIL if acceptance.until else _ACCEPTED_BY).render(language)
    until = format_day(acceptance.until, language) if acceptance.until else ""
    return (
        said.replace("{on}", format_day(acceptance.on, language))
        .replace("{until}", until)
        .replace("{level}", render_level_phrase(model, acceptance.level, language))
        .replace("{who}", _render_role(acceptance.by, plan, language))
    )


def list_promises(deviation: PlanAcceptance, plan: Plan, language: Language) -> list[str]:
    """What was promised and by whom, and that an acceptance does not count for the level."""
    acceptance = deviation.outcome.acceptance
    said = []
    if acceptance and acceptance.action:
        text: Text = _PROMISED_BY if acceptance.responsible else _PROMISED
        who = _render_role(acceptance.responsible, plan, language)
        promised = text.render(language).replace("{who}", who)
        said.append(format_sentence(promised.replace("{action}", acceptance.action.strip())))
    if not deviation.counts:
        level = render_level_phrase(plan.assessment.model, plan.level.id, language)
        said.append(_NOT_FOR.render(language).replace("{level}", level))
    return said


def render_accepted(deviation: PlanAcceptance, plan: Plan, language: Language) -> str:
    """An accepted deviation in sentences: who accepted it, what was promised, where it counts."""
    accepted = format_sentence(render_acceptance(deviation, plan, language))
    return " ".join((accepted, *list_promises(deviation, plan, language)))


def _render_role(role: str, plan: Plan, language: Language) -> str:
    known = plan.assessment.model.roles_by_id.get(role)
    return known.phrase.render(language) if known else role


def render_way_out(plan: Plan, language: Language) -> str:
    """That a deviation can be explained and accepted, and by whom; empty where it cannot."""
    deciders = next((action.deciders for _, _, group in plan.to_do for action in group), ())
    if not deciders:
        return ""
    names = format_alternatives([role.phrase.render(language) for role in deciders], language)
    return _CANNOT_YET.render(language).replace("{who}", names)

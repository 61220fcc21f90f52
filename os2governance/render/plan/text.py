"""The plan for a level as text: the most effective step, then the tasks of each role."""

from collections.abc import Iterator

from os2governance.analysis.plan import Action, Lever, Plan
from os2governance.i18n.text import Language, Text, listed
from os2governance.render.assessment.steps_text import step_said, steps
from os2governance.render.common.blocks import BLANK, GLUE, Block, Span, paragraph
from os2governance.render.common.levels import foot, level_name, level_said, mark, named

_HEAD = Text(" · vejen til {level}", " · the way to {level}")
_WAY = (
    Text(
        "Vurderet til {assessed}. 1 krav står i vejen for {level}.",
        "Assessed at {assessed}. 1 criterion stands in the way of {level}.",
    ),
    Text(
        "Vurderet til {assessed}. {count} krav står i vejen for {level}.",
        "Assessed at {assessed}. {count} criteria stand in the way of {level}.",
    ),
)
_REACHED = Text("{level} er nået.", "{level} is reached.")
_RESERVED = Text(
    "{level} er nået, men med forbehold.", "{level} is reached, but with reservations."
)
_MOST = Text("Det, der flytter mest", "What moves most")
_UNBLOCKS = Text("Det opfylder i sig selv {criteria}.", "It alone satisfies {criteria}.")
_HELPS = Text("Det hjælper også {criteria}.", "It also helps {criteria}.")
_NOBODY = Text("Ingen ansvarlig i modellen", "Nobody responsible in the model")
_LEFT = Text("Forbehold, som ikke stopper niveauet", "Reservations that do not stop the level")


def plan_blocks(plan: Plan, language: Language) -> Iterator[Block]:
    """Render the plan."""
    assessment = plan.assessment
    level = plan.level.name.say(language)
    head = _HEAD.say(language).format(level=level)
    yield paragraph(Span(assessment.declaration.name, "title"), Span(head, "title"))
    yield paragraph(Span(assessment.declaration.document.file, "faint"))
    yield paragraph(_summary(plan, language))
    if plan.lever:
        yield BLANK
        yield paragraph(Span(_MOST.say(language), "title"))
        yield from _lever(plan, plan.lever, language)
    for _, name, actions in plan.by_role:
        yield BLANK
        yield paragraph(Span(name.say(language) or _NOBODY.say(language), "title"))
        for each in actions:
            yield from _action(plan, each, language)
    if plan.reservations:
        yield BLANK
        yield paragraph(Span(_LEFT.say(language), "title"))
        for each in plan.reservations:
            yield from _action(plan, each, language)
    yield BLANK
    yield foot([assessment.model.reference], assessment.as_of, language)


def _summary(plan: Plan, language: Language) -> str:
    level = plan.level.name.say(language)
    count = sum(len(actions) for _, _, actions in plan.by_role)
    if count:
        assessed = level_said(plan.assessment, "assessed", language)
        text = _WAY[count > 1].say(language)
        return text.format(assessed=assessed, level=level, count=count)
    return (_RESERVED if plan.reservations else _REACHED).say(language).format(level=level)


def _lever(plan: Plan, lever: Lever, language: Language) -> Iterator[Block]:
    file = plan.assessment.declaration.document.file
    yield paragraph(*step_said(lever.step, file, language), indent=2)
    others = [id_ for id_ in lever.helps if id_ not in lever.unblocks]
    for text, criteria in ((_UNBLOCKS, lever.unblocks), (_HELPS, others)):
        if criteria:
            said = text.say(language).format(criteria=listed(criteria, language))
            yield paragraph(said, indent=2)


def _action(plan: Plan, action: Action, language: Language) -> Iterator[Block]:
    outcome = action.outcome
    level = level_name(plan.assessment.model, outcome.criterion.level, language)
    yield paragraph(
        mark(outcome.status),
        GLUE,
        *named(outcome, language),
        Span(f" · {level}", "faint"),
        indent=2,
        hang=2,
    )
    yield from steps(action, plan.assessment.declaration.document.file, language, 4)

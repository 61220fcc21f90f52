"""Actions on one criterion: the remedy, the facts to declare or fix, the alternative answer."""

from collections.abc import Iterator

from os2governance.analysis.plan import Action, PlanStep
from os2governance.i18n.text import Language, _
from os2governance.render.common.blocks import DASH, NBSP, Block, Cell, Span, cell, paragraph
from os2governance.render.common.values import render_found, render_location

_DECLARE = _("State")
_FIX = _("Fix")
_FOUND_NOW = _("now: {found}, {place}")
_SO_THAT = {
    True: _("so that {clause}"),
    False: _("so that it no longer holds that {clause}"),
}
_OR = _("Or:")
_OR_ALL = _("Or all of this:")
_ANSWER_TEXTS = {
    "answer": _('If criterion {id} is already met, answer "met" and refer to the evidence.'),
    "evidence": _("Add evidence to the answer to {id}."),
    "reason": _("Give the reason for the answer to {id}."),
}


def render_action_blocks(
    action: Action, file: str, language: Language, indent: int
) -> Iterator[Block]:
    """Render the remedy, then the smaller of facts and answer, then the alternative."""
    criterion = action.outcome.criterion
    remedy = criterion.remedy.render(language)
    if remedy:
        yield paragraph(remedy, indent=indent)
    facts = [render_plan_step(step, file, language) for step in action.steps]
    answer = _ANSWER_TEXTS[action.answer].render(language) if action.answer else ""
    answers = [cell(answer.format(id=criterion.id))] if answer else []
    first, second = (answers, facts) if action.by_answer else (facts, answers)
    yield from _render_bullets(first, indent)
    if len(second) == 1 and first:
        yield paragraph(Span(f"{_OR.render(language)} "), *second[0], indent=indent, hang=2)
        return
    if second and first:
        yield paragraph(_OR_ALL.render(language), indent=indent)
    yield from _render_bullets(second, indent)


def _render_bullets(several: list[Cell], indent: int) -> Iterator[Block]:
    for said in several:
        yield paragraph(Span(f"{DASH}{NBSP}", "faint"), *said, indent=indent, hang=2)


def render_plan_step(step: PlanStep, file: str, language: Language) -> Cell:
    """The fact to declare or fix, its current value, and its required condition."""
    so = _SO_THAT[step.holds].render(language).replace("{clause}", step.node.render(language))
    verb, now = _DECLARE, ""
    if step.declared:
        verb = _FIX
        place = render_location(file, step.position)
        said = _FOUND_NOW.render(language).replace("{place}", place)
        found = step.number.render(language) or render_found(step.node, step.value, language)
        now = f" ({said.replace('{found}', found)})"
    return cell(f"{verb.render(language)} ", Span(step.path, "strong"), f"{now}, {so}.")

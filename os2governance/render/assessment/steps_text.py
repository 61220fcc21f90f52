"""Actions on one criterion: the remedy, the facts to declare or fix, the alternative answer."""

from collections.abc import Iterator

from os2governance.analysis.plan import Action, Step
from os2governance.i18n.text import Language, Text
from os2governance.render.assessment.trace_text import found_said, placed
from os2governance.render.common.blocks import DASH, GLUE, Block, Cell, Span, cell, paragraph

_DECLARE = Text("Oplys", "Declare")
_MEND = Text("Ret", "Mend")
_NOW = Text("nu: {found}, {place}", "now: {found}, {place}")
_SO = {
    True: Text("så {clause}", "so that {clause}"),
    False: Text("så det ikke længere gælder, at {clause}", "so that it is not so that {clause}"),
}
_OR = Text("Eller:", "Or:")
_OR_ALL = Text("Eller alt dette:", "Or all of this:")
_ANSWER = {
    "answer": Text(
        "Svar opfyldt under answers.{id}, med dokumentation (evidence).",
        "Answer met under answers.{id}, with evidence.",
    ),
    "evidence": Text(
        "Tilføj dokumentation (evidence) til svaret under answers.{id}.",
        "Add evidence to the answer under answers.{id}.",
    ),
    "reason": Text(
        "Skriv grunden (reason) ved svaret under answers.{id}.",
        "Give the reason with the answer under answers.{id}.",
    ),
}


def steps(action: Action, file: str, language: Language, indent: int) -> Iterator[Block]:
    """Render the remedy, then the smaller of facts and answer, then the alternative."""
    criterion = action.outcome.criterion
    remedy = criterion.remedy.say(language)
    if remedy:
        yield paragraph(remedy, indent=indent)
    facts = [step_said(step, file, language) for step in action.facts]
    answer = _ANSWER[action.answer].say(language) if action.answer else ""
    answers = [cell(answer.format(id=criterion.id))] if answer else []
    first, second = (answers, facts) if action.by_answer else (facts, answers)
    yield from _bullets(first, indent)
    if len(second) == 1 and first:
        yield paragraph(Span(f"{_OR.say(language)} "), *second[0], indent=indent, hang=2)
        return
    if second and first:
        yield paragraph(_OR_ALL.say(language), indent=indent)
    yield from _bullets(second, indent)


def _bullets(several: list[Cell], indent: int) -> Iterator[Block]:
    for said in several:
        yield paragraph(Span(f"{DASH}{GLUE}", "faint"), *said, indent=indent, hang=2)


def step_said(step: Step, file: str, language: Language) -> Cell:
    """The fact to declare or fix, its current value, and its required condition."""
    so = _SO[step.holds].say(language).replace("{clause}", step.asked.say(language))
    verb, now = _DECLARE, ""
    if step.declared:
        verb = _MEND
        place = placed(file, step.at)
        said = _NOW.say(language).replace("{place}", place)
        found = found_said(step.found, language, step.asked.values)
        now = f" ({said.replace('{found}', found)})"
    return cell(f"{verb.say(language)} ", Span(step.path, "strong"), f"{now}, {so}.")

"""One product's criteria, each fully explained: question, facts, answer, remedy."""

from collections.abc import Iterator, Sequence

from os2governance.analysis.plan import action
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.symbols import ANSWER, BASIS, DEVIATION, FACTS_SAY
from os2governance.i18n.text import Language, Text
from os2governance.render.assessment.steps_text import steps
from os2governance.render.assessment.trace_text import placed, tree
from os2governance.render.common.blocks import (
    BLANK,
    GLUE,
    Block,
    Cell,
    Span,
    Table,
    cell,
    paragraph,
)
from os2governance.render.common.criterion import criterion_rows, heading, rows
from os2governance.render.common.findings import finding_blocks
from os2governance.render.common.levels import foot, grouped, light, mark

_ANSWER = Text("Svar", "Answer")
_NOTE = Text("Note", "Note")
_EVIDENCE = Text("Dokumentation", "Evidence")
_DEVIATION = Text("Afvigelse", "Deviation")
_EVALUATION = Text("Evaluering", "Evaluation")
_OUTCOME = Text("Udfald", "Outcome")
_NO_ANSWER = Text("intet svar", "no answer")
_DUE = Text("senest {due}", "by {due}")
_BY = Text("{by}, {on}", "{by}, {on}")
_THROUGH = Text(" til og med {until}", " through {until}")
_FACTS = Text("Oplysningerne siger: {said}", "The facts say: {said}")
_MET_WHEN = Text("Opfyldt, når", "Met when")
_PARTLY_WHEN = Text("Delvist opfyldt, når", "Partly met when")
_DO = Text("Hvad der skal gøres", "What to do")
_REST = Text("De øvrige krav", "The other criteria")
_ALL_MET = Text("Alle krav er opfyldt", "All criteria are met")


def explanation(
    assessment: Assessment, outcomes: Sequence[Outcome], language: Language, *, rest: bool
) -> Iterator[Block]:
    """Explain the given criteria; with `rest`, list the others at the end."""
    declaration = assessment.declaration
    file = Span(f" · {declaration.document.file}", "faint")
    yield paragraph(Span(declaration.name, "title"), file)
    for outcome in outcomes:
        yield BLANK
        yield from _criterion(assessment, outcome, language)
    if rest:
        explained = {outcome.criterion.id for outcome in outcomes}
        others = [o for o in assessment.outcomes if o.criterion.id not in explained]
        yield BLANK
        yield paragraph(Span((_REST if outcomes else _ALL_MET).say(language), "title"))
        groups: list[tuple[Cell, ...]] = list(grouped(others, language))
        yield Table(tuple(groups), indent=2)
    yield BLANK
    yield foot([assessment.model.reference], assessment.as_of, language)


def _criterion(assessment: Assessment, outcome: Outcome, language: Language) -> Iterator[Block]:
    criterion, file = outcome.criterion, assessment.declaration.document.file
    yield paragraph(
        mark(outcome.status), GLUE, *heading(assessment.model, criterion, language), hang=2
    )
    table = [
        *criterion_rows(assessment.model, criterion, language),
        *_answer(assessment, outcome, language),
        *_deviation(assessment, outcome, language),
        *_evaluation(assessment, outcome, language),
        *_status(outcome, language),
    ]
    yield Table(tuple(table), indent=2)
    said = FACTS_SAY[outcome.facts_say].say(language)
    yield paragraph(Span(_FACTS.say(language).format(said=said), "strong"), indent=2)
    yield paragraph(Span(_MET_WHEN.say(language), "faint"), indent=2)
    yield from tree(outcome.met, file, language, 4)
    if outcome.partly:
        yield paragraph(Span(_PARTLY_WHEN.say(language), "faint"), indent=2)
        yield from tree(outcome.partly, file, language, 4)
    if outcome.status != "met" and not outcome.accepted:
        yield paragraph(Span(_DO.say(language), "strong"), indent=2)
        yield from steps(action(outcome), file, language, 4)
    yield from finding_blocks(outcome.findings, language, indent=2)


def _status(outcome: Outcome, language: Language) -> Iterator[tuple[Cell, Cell]]:
    said = f", {BASIS[outcome.basis].say(language)}"
    word = light(outcome.status, language)
    yield from rows(_OUTCOME.say(language), (*word, Span(said)))


def _answer(
    assessment: Assessment, outcome: Outcome, language: Language
) -> Iterator[tuple[Cell, Cell]]:
    """Yield rows on the answer: location, date, note and evidence."""
    answer = outcome.answer
    if answer is None:
        yield from rows(_ANSWER.say(language), cell(Span(_NO_ANSWER.say(language), "faint")))
        return
    place = assessment.declaration.document.place(("answers", outcome.criterion.id), key=True)
    due = f", {_DUE.say(language).format(due=answer.due)}" if answer.due else ""
    said = f"{ANSWER[answer.answer].say(language)}{due}"
    where = Span(f" ({placed(place.file, (place.line, place.column))})", "faint")
    yield from rows(_ANSWER.say(language), cell(said, where))
    yield from rows(_NOTE.say(language), answer.note)
    yield from rows(_EVIDENCE.say(language), *answer.evidence)


def _deviation(
    assessment: Assessment, outcome: Outcome, language: Language
) -> Iterator[tuple[Cell, Cell]]:
    """Yield rows on the deviation: its explanation, and its acceptance in the record."""
    deviation = outcome.deviation
    if deviation is None:
        return
    state, by = DEVIATION[deviation.state].say(language), deviation.acceptance
    if by:
        role = assessment.model.role_names.get(by.by)
        who = _BY.say(language).format(by=role.say(language) if role else by.by, on=by.on)
        until = _THROUGH.say(language).format(until=by.until) if by.until else ""
        state = f"{state}: {who}{until}"
    grounds = (by.grounds, by.reference) if by else ()
    yield from rows(_DEVIATION.say(language), state, deviation.text, *grounds)


def _evaluation(
    assessment: Assessment, outcome: Outcome, language: Language
) -> Iterator[tuple[Cell, Cell]]:
    """Yield rows on the evaluator's rating and rationale."""
    evaluation, given = assessment.evaluation, outcome.light
    if evaluation is None or given is None:
        return
    who = _BY.say(language).replace("{on}", str(evaluation.on)).replace("{by}", evaluation.by)
    said = (*light(given.light, language), Span(f" ({who})", "faint"))
    yield from rows(_EVALUATION.say(language), said, given.grounds)

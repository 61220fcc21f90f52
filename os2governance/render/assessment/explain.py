"""One product's criteria, each fully explained: question, facts, answer, remedy."""

from collections.abc import Iterator, Sequence

from os2governance.analysis.plan import build_action
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.symbols import (
    ANSWER_LABELS,
    BASIS_LABELS,
    DEVIATION_LABELS,
    FACTS_SAY_LABELS,
)
from os2governance.i18n.text import Language, _, as_text
from os2governance.render.assessment.trace import render_trace_blocks
from os2governance.render.common.actions import render_action_blocks
from os2governance.render.common.blocks import (
    BLANK,
    NBSP,
    Block,
    Cell,
    Span,
    TextTable,
    cell,
    paragraph,
)
from os2governance.render.common.criterion import (
    render_criterion_heading,
    render_criterion_rows,
    render_labelled_rows,
)
from os2governance.render.common.findings import render_finding_blocks
from os2governance.render.common.levels import (
    group_by_status,
    render_footer,
    render_status,
    render_status_mark,
)
from os2governance.render.common.values import render_location
from os2governance.rules.trace import FactPosition

_ANSWER = _("Answer")
_NOTE = _("Note")
_EVIDENCE = _("Evidence")
_DEVIATION = _("Deviation")
_EVALUATION = _("Evaluation")
_OUTCOME = _("Outcome")
_NO_ANSWER = _("no answer")
_DUE = _("by {due}")
_BY = as_text("{by}, {on}")
_UNTIL = _(" through {until}")
_FACTS_SAY = _("By the facts: {said}")
_MET_WHEN = _("Met when")
_PARTLY_WHEN = _("Partly met when")
_WHAT_TO_DO = _("Task")
_OTHER_CRITERIA = _("The other criteria")
_ALL_MET = _("All criteria are met")


def render_explanation_blocks(
    assessment: Assessment, outcomes: Sequence[Outcome], language: Language, *, rest: bool
) -> Iterator[Block]:
    """Explain the given criteria; with `rest`, list the others at the end."""
    product = assessment.product
    file = Span(f" · {assessment.document.file}", "faint")
    yield paragraph(Span(product.name, "title"), file)
    for outcome in outcomes:
        yield BLANK
        yield from _render_criterion(assessment, outcome, language)
    if rest:
        explained = {outcome.criterion.id for outcome in outcomes}
        others = [o for o in assessment.outcomes if o.criterion.id not in explained]
        yield BLANK
        yield paragraph(
            Span((_OTHER_CRITERIA if outcomes else _ALL_MET).render(language), "title")
        )
        groups: list[tuple[Cell, ...]] = list(group_by_status(others, language))
        yield TextTable(tuple(groups), indent=2)
    yield BLANK
    yield render_footer([assessment.model.reference], assessment.as_of, language)


def _render_criterion(
    assessment: Assessment, outcome: Outcome, language: Language
) -> Iterator[Block]:
    criterion, file = outcome.criterion, assessment.document.file
    yield paragraph(
        render_status_mark(outcome.status),
        NBSP,
        *render_criterion_heading(assessment.model, criterion, language),
        hang=2,
    )
    table = [
        *render_criterion_rows(assessment.model, criterion, language),
        *_render_answer(assessment, outcome, language),
        *_render_deviation(assessment, outcome, language),
        *_render_evaluation(assessment, outcome, language),
        *_render_status(outcome, language),
    ]
    yield TextTable(tuple(table), indent=2)
    said = FACTS_SAY_LABELS[outcome.facts_say].render(language)
    yield paragraph(Span(_FACTS_SAY.render(language).format(said=said), "strong"), indent=2)
    yield paragraph(Span(_MET_WHEN.render(language), "faint"), indent=2)
    yield from render_trace_blocks(outcome.met, file, language, 4)
    if outcome.partly:
        yield paragraph(Span(_PARTLY_WHEN.render(language), "faint"), indent=2)
        yield from render_trace_blocks(outcome.partly, file, language, 4)
    if outcome.status != "met" and not outcome.accepted:
        yield paragraph(Span(_WHAT_TO_DO.render(language), "strong"), indent=2)
        yield from render_action_blocks(build_action(assessment, outcome), language, 4)
    yield from render_finding_blocks(outcome.findings, language, indent=2)


def _render_status(outcome: Outcome, language: Language) -> Iterator[tuple[Cell, Cell]]:
    said = f", {BASIS_LABELS[outcome.basis].render(language)}"
    word = render_status(outcome.status, language)
    yield from render_labelled_rows(_OUTCOME.render(language), (*word, Span(said)))


def _render_answer(
    assessment: Assessment, outcome: Outcome, language: Language
) -> Iterator[tuple[Cell, Cell]]:
    """Yield rows on the answer: location, date, note and evidence."""
    answer = outcome.answer
    if answer is None:
        yield from render_labelled_rows(
            _ANSWER.render(language), cell(Span(_NO_ANSWER.render(language), "faint"))
        )
        return
    place = assessment.document.locate(("answers", outcome.criterion.id), key=True)
    due = f", {_DUE.render(language).format(due=answer.due)}" if answer.due else ""
    said = f"{ANSWER_LABELS[answer.answer].render(language)}{due}"
    where = Span(
        f" ({render_location(place.file, FactPosition(place.line, place.column))})", "faint"
    )
    yield from render_labelled_rows(_ANSWER.render(language), cell(said, where))
    yield from render_labelled_rows(_NOTE.render(language), answer.note)
    yield from render_labelled_rows(_EVIDENCE.render(language), *answer.evidence)


def _render_deviation(
    assessment: Assessment, outcome: Outcome, language: Language
) -> Iterator[tuple[Cell, Cell]]:
    """Yield rows on the deviation: its explanation, and its acceptance in the record."""
    deviation = outcome.deviation
    if deviation is None:
        return
    state, by = DEVIATION_LABELS[deviation.state].render(language), deviation.acceptance
    if by:
        role = assessment.model.role_names.get(by.by)
        who = _BY.render(language).format(by=role.render(language) if role else by.by, on=by.on)
        until = _UNTIL.render(language).format(until=by.until) if by.until else ""
        state = f"{state}: {who}{until}"
    grounds = (by.rationale, by.reference) if by else ()
    yield from render_labelled_rows(_DEVIATION.render(language), state, deviation.text, *grounds)


def _render_evaluation(
    assessment: Assessment, outcome: Outcome, language: Language
) -> Iterator[tuple[Cell, Cell]]:
    """Yield rows on the evaluator's rating and rationale."""
    evaluation, given = assessment.evaluation, outcome.rating
    if evaluation is None or given is None:
        return
    who = _BY.render(language).replace("{on}", str(evaluation.on)).replace("{by}", evaluation.by)
    said = (*render_status(given.status, language), Span(f" ({who})", "faint"))
    yield from render_labelled_rows(_EVALUATION.render(language), said, given.rationale)

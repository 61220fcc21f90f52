"""One product's criteria, each fully explained: question, facts, answer, remedy."""

from collections.abc import Iterator, Sequence

from os2governance.analysis.plan import build_action
from os2governance.analysis.since_evaluation import find_changes_since_evaluation
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.date_words import format_day, format_partial_date
from os2governance.i18n.symbols import (
    ANSWER_LABELS,
    BACKING_LABELS,
    BASIS_LABELS,
    DEVIATION_LABELS,
    FACTS_SAY_LABELS,
)
from os2governance.i18n.text import Language, _, as_text
from os2governance.model.words import phrase, possessive
from os2governance.product.record import Rating
from os2governance.render.assessment.deviations import list_acceptance_texts
from os2governance.render.assessment.since_evaluation import render_changes_since
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
from os2governance.render.common.follow_up import render_acceptance_end
from os2governance.render.common.levels import (
    group_by_status,
    render_footer,
    render_level_phrase,
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
_ADVICE = _("Recommendation: {advice}")
_OUTCOME = _("Outcome")
_SINCE = _("Since then")
_BY_DECLARATION = _("Own assessment")
_NO_ANSWER = _("no answer")
_DUE = _("by {due}")
_BY = as_text("{by}, {on}")
_DRAFT = _("draft")
_FACTS_SAY = _("By the facts: {said}")
_APPLIES_WHEN = _("Applies when")
_MET_WHEN = _("Met when")
_PARTLY_WHEN = _("Partly met when")
_WHAT_TO_DO = _("Task")
_OTHER_CRITERIA = _("The other criteria")
_ALL_MET = _("All criteria are met")
_FROM_FACTS = _("by the rule, from the facts")
_FROM_ANSWER = _("by the answer of {on}")
_FROM_EVALUATION = _("by {evaluator} assessment of {on}")
_NOT_APPLICABLE = _("because the rule for when it applies is not met")
_ONLY_PLANNED = _("it rests on a plan alone, and so does not count for the level")
_COUNTS_FOR = _("it counts for {level} and below")
_COUNTS_FOR_ALL = _("it counts for all levels")


def render_explanation_blocks(
    assessment: Assessment, outcomes: Sequence[Outcome], language: Language, *, rest: bool
) -> Iterator[Block]:
    """Explain the given criteria; with `rest`, list the others at the end."""
    product = assessment.product
    said = [*([_DRAFT.render(language)] if assessment.draft else []), assessment.document.file]
    yield paragraph(Span(product.name, "title"), Span(f" · {' · '.join(said)}", "faint"))
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
        *_render_evaluation(assessment, outcome, language),
        *_render_deviation(assessment, outcome, language),
        *_render_status(assessment, outcome, language),
    ]
    yield TextTable(tuple(table), indent=2)
    if outcome.applies:
        yield paragraph(Span(_APPLIES_WHEN.render(language), "faint"), indent=2)
        yield from render_trace_blocks(outcome.applies, file, language, 4)
    if not outcome.excluded:
        yield from _render_rules(outcome, file, language)
    if outcome.status != "met" and not (outcome.accepted or outcome.excluded):
        yield paragraph(Span(_WHAT_TO_DO.render(language), "strong"), indent=2)
        yield from render_action_blocks(build_action(assessment, outcome), language, 4)
    yield from render_finding_blocks(outcome.findings, language, indent=2)


def _render_rules(outcome: Outcome, file: str, language: Language) -> Iterator[Block]:
    """Render what the facts say, and how; nothing where only people can judge."""
    if outcome.criterion.met is None and outcome.partly is None:
        return
    said = FACTS_SAY_LABELS[outcome.facts_say].render(language)
    yield paragraph(Span(_FACTS_SAY.render(language).format(said=said), "strong"), indent=2)
    yield paragraph(Span(_MET_WHEN.render(language), "faint"), indent=2)
    yield from render_trace_blocks(outcome.met, file, language, 4)
    if outcome.partly:
        yield paragraph(Span(_PARTLY_WHEN.render(language), "faint"), indent=2)
        yield from render_trace_blocks(outcome.partly, file, language, 4)


def _render_status(
    assessment: Assessment, outcome: Outcome, language: Language
) -> Iterator[tuple[Cell, Cell]]:
    """Yield rows on the outcome: where it comes from, who stands behind it, and the own one."""
    said = []
    if outcome.basis is not None:
        said.append(render_outcome_origin(assessment, outcome, language))
        said.append(BACKING_LABELS[outcome.backing].render(language))
    if outcome.planned:
        said.append(_ONLY_PLANNED.render(language))
    word = render_status(outcome.status, language)
    origin = Span(f", {'; '.join(said)}" if said else "")
    yield from render_labelled_rows(_OUTCOME.render(language), (*word, origin))
    if outcome.declared != outcome.status and assessment.declaration:
        own = render_status(outcome.declared, language)
        yield from render_labelled_rows(_BY_DECLARATION.render(language), own)


def render_outcome_origin(assessment: Assessment, outcome: Outcome, language: Language) -> str:
    """Where an outcome comes from: rule, answer or evaluation, the last two with their date."""
    if outcome.excluded:
        return _NOT_APPLICABLE.render(language)
    declaration, evaluation = assessment.declaration, outcome.evaluation
    if outcome.basis == "evaluation" and evaluation:
        owner = phrase(possessive(assessment.model.words.evaluator)).render(language)
        on = format_day(evaluation.on, language)
        return _FROM_EVALUATION.render(language).format(evaluator=owner, on=on)
    if outcome.basis == "answer" and declaration:
        on = format_day(declaration.declared_on, language)
        return _FROM_ANSWER.render(language).format(on=on)
    if outcome.basis == "facts":
        return _FROM_FACTS.render(language)
    return BASIS_LABELS[outcome.basis].render(language)


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
    due = format_partial_date(answer.due_said, language) if answer.due else None
    due = f", {_DUE.render(language).format(due=due)}" if due else ""
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
    said = [DEVIATION_LABELS[deviation.state].render(language)]
    model, given = assessment.model, deviation.acceptance
    if given and deviation.state == "accepted":
        text = _COUNTS_FOR if given.level else _COUNTS_FOR_ALL
        level = render_level_phrase(model, given.level, language) if given.level else ""
        said += [text.render(language).format(level=level)]
    if given:
        said.append(render_acceptance_end(given, language))
    texts = list_acceptance_texts(model, given, language) if given else []
    yield from render_labelled_rows(
        _DEVIATION.render(language), ", ".join(said), deviation.text, " ".join(texts)
    )


def _render_advice(given: Rating, language: Language) -> str:
    return _ADVICE.render(language).replace("{advice}", given.advice) if given.advice else ""


def _render_evaluation(
    assessment: Assessment, outcome: Outcome, language: Language
) -> Iterator[tuple[Cell, Cell]]:
    """Yield rows on the evaluator's rating and its grounds, and on what has changed since."""
    evaluation, given = outcome.evaluation, outcome.rating
    if evaluation is None or given is None:
        return
    on = format_day(evaluation.on, language)
    who = _BY.render(language).replace("{on}", on).replace("{by}", evaluation.by)
    said = (*render_status(given.status, language), Span(f" ({who})", "faint"))
    yield from render_labelled_rows(
        _EVALUATION.render(language), said, given.rationale, _render_advice(given, language)
    )
    since = find_changes_since_evaluation(assessment, outcome)
    if since:
        changes = render_changes_since(outcome, since, assessment.document.file, language)
        yield from render_labelled_rows(_SINCE.render(language), *changes)

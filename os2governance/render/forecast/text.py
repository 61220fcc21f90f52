"""Forecast as text: by day, with what to renew, by which date, and who is responsible."""

from collections.abc import Iterator, Sequence
from datetime import date

from os2governance.analysis.difference import ValueChange
from os2governance.analysis.forecast import OutcomeTurn, TurningPoint, TurnReason
from os2governance.assessment.levels import Assessment
from os2governance.checks.evaluation_schedule import EvaluationDue, find_evaluation_due
from os2governance.i18n.date_words import format_day, format_partial_date
from os2governance.i18n.symbols import DEVIATION_LABELS
from os2governance.i18n.text import Language, _, as_text, format_list
from os2governance.model.model import Model
from os2governance.model.words import phrase
from os2governance.product.decisions import Acceptance
from os2governance.render.changes.difference_text import render_level_lines, render_status_change
from os2governance.render.common.blocks import BLANK, NBSP, Block, Span, paragraph
from os2governance.render.common.follow_up import render_follow_up
from os2governance.render.common.levels import (
    render_criterion_name,
    render_footer,
    render_level_phrase,
    render_status_mark,
)

_NO_CHANGES = _("Through {until}, nothing changes automatically.")
_LAST_DAY = _("the last day before it: {last}")
_RESPONSIBLE = _("Responsible: {who}")
_OVERDUE = _("the plan is overdue")
_NO_CHANGES_OF = _("Through {until}, nothing changes automatically for {names}.")
_EVALUATIONS = _("Evaluations")
_EVALUATE = _("to be evaluated by {due} at the latest (latest evaluation: {last}) by {who}.")
_EVALUATION_OVERDUE = _("overdue since {due} (latest evaluation: {last}), to be done by {who}.")
_NEVER_EVALUATED = _("never evaluated; to be evaluated by {due} at the latest by {who}.")
_NEVER_EVALUATED_OVERDUE = _("never evaluated; overdue since {due}, to be done by {who}.")
_UNCHANGED = _("{status} as before")
_FACT = "{title}: {found}."
_FACT_WORSE = _("{title}: {found}. This holds only through {last}: {clause}.")
_REASON_TEXTS = {
    "due": _("The plan is due {found}: carry it out, or set a new date."),
    "evaluation": _("The evaluation of {found} comes into force."),
    "decision": _("The decision of {found} comes into force."),
    "declaration": _("The self-assessment of {found} comes into force."),
    "register": _("What is registered {found} comes into force."),
    "observations": _("What was observed {found} comes into force."),
}
_ACCEPTANCE = _(
    "The acceptance is valid through {found}: meet the criterion, or ask for a new acceptance."
)
_ACCEPTANCE_FOR_LEVEL = _(
    "The acceptance for {level} is valid through {found}: meet the criterion, or ask for a new "
    "acceptance."
)


def render_forecasts_blocks(
    products: Sequence[tuple[Assessment, Sequence[TurningPoint]]], until: date, language: Language
) -> Iterator[Block]:
    """Render the forecasts of several products: those of which nothing changes in one line."""
    several = len(products) > 1
    shown = [each for each in products if each[1] or not several]
    for number, (assessment, turns) in enumerate(shown):
        if number:
            yield BLANK
        yield from _render_forecast(assessment, turns, until, language)
    still = [assessment.product.name for assessment, turns in products if several and not turns]
    if still:
        if shown:
            yield BLANK
        said = _NO_CHANGES_OF.render(language).format(
            until=format_day(until, language), names=format_list(still, language)
        )
        yield paragraph(said)
    yield from _render_evaluations_due([each for each, _turns in products], until, language)
    if products:
        first = products[0][0]
        yield BLANK
        models = [assessment.model.reference for assessment, _turns in products]
        yield render_footer(models, first.as_of, language)


def _render_forecast(
    assessment: Assessment, turns: Sequence[TurningPoint], until: date, language: Language
) -> Iterator[Block]:
    """Render the forecast of one product."""
    yield paragraph(Span(assessment.product.name, "title"))
    yield paragraph(Span(assessment.document.file, "faint"))
    if not turns:
        last = format_day(until, language)
        yield paragraph(_NO_CHANGES.render(language).format(until=last))
    for turn in turns:
        yield BLANK
        last = _LAST_DAY.render(language).format(last=format_day(turn.last, language))
        day = format_day(turn.on, language)
        yield paragraph(Span(day, "strong"), Span(f" ({last})", "faint"))
        for line in render_level_lines(turn.change, language):
            yield paragraph(line, indent=2, hang=2)
        for reason in turn.reasons:
            yield _render_reason(reason, turn, language, indent=2)
        for turned in turn.outcomes:
            yield from _render_criterion(turned, turn, language)


def _render_evaluations_due(
    assessments: Sequence[Assessment], until: date, language: Language
) -> Iterator[Block]:
    """Render the evaluations that are overdue or fall due, by their last day."""
    found = list_evaluations_due(assessments, until)
    if not found:
        return
    yield BLANK
    yield paragraph(Span(_EVALUATIONS.render(language), "strong"))
    for assessment, due in found:
        said = render_evaluation_due(assessment, due, language)
        yield paragraph(f"{assessment.product.name}: {said}", indent=2, hang=2)


def list_evaluations_due(
    assessments: Sequence[Assessment], until: date
) -> list[tuple[Assessment, EvaluationDue]]:
    """The products whose evaluation is overdue or falls due until a day, by its last day."""
    found = [
        (each, due)
        for each in assessments
        if (due := find_evaluation_due(each)) and due.due <= until
    ]
    return sorted(found, key=lambda each: (each[1].due, each[0].product.id))


def render_evaluation_due(assessment: Assessment, due: EvaluationDue, language: Language) -> str:
    """When a product is to be evaluated, and who does it; whether it is overdue."""
    text = _NEVER_EVALUATED if due.last is None else _EVALUATE
    if due.overdue:
        text = _NEVER_EVALUATED_OVERDUE if due.last is None else _EVALUATION_OVERDUE
    return text.render(language).format(
        due=format_day(due.due, language),
        last=format_day(due.last, language) if due.last else "",
        who=phrase(assessment.model.words.evaluator).render(language),
    )


def _render_criterion(
    turned: OutcomeTurn, turn: TurningPoint, language: Language
) -> Iterator[Block]:
    yield paragraph(
        render_status_mark(turned.after.status),
        NBSP,
        *render_criterion_name(turned.after, language),
        f": {render_outcome_turn(turned, language)}",
        indent=2,
        hang=2,
    )
    for reason in turned.reasons:
        yield _render_reason(reason, turn, language, turned, indent=4)
    if turned.worse:
        yield paragraph(
            _RESPONSIBLE.render(language).format(
                who=render_responsible_role(turned, turn, language)
            ),
            indent=4,
        )


def _render_reason(
    reason: TurnReason,
    turn: TurningPoint,
    language: Language,
    turned: OutcomeTurn | None = None,
    *,
    indent: int,
) -> Block:
    """The reason, with its location for those who edit the files."""
    said = render_turn_reason(reason, turn, language, turned)
    return paragraph(said, Span(f" ({reason.location})", "faint"), indent=indent, hang=2)


def render_outcome_turn(turned: OutcomeTurn, language: Language) -> str:
    """The change of a criterion's outcome: its status, otherwise what else is new about it."""
    before, after = turned.before, turned.after
    step = ValueChange(after.criterion.id, before.status, after.status)
    if before.status != after.status:
        return render_status_change(step, language)
    said = [
        _UNCHANGED.render(language).format(
            status=render_status_change(step, language).rsplit(NBSP, 1)[1]
        )
    ]
    if any(reason.kind == "due" for reason in turned.reasons):
        said.append(_OVERDUE.render(language))
    if after.deviation and (before.deviation is None or before.deviation != after.deviation):
        said.append(DEVIATION_LABELS[after.deviation.state].render(language))
    return ", ".join(said)


def render_responsible_role(turned: OutcomeTurn, turn: TurningPoint, language: Language) -> str:
    """The name of the responsible role in the model; `-` where there is none."""
    model = turn.after.model
    return (
        model.role_names.get(turned.responsible, as_text(turned.responsible)).render(language)
        or "-"
    )


def render_turn_reason(
    reason: TurnReason, turn: TurningPoint, language: Language, turned: OutcomeTurn | None = None
) -> str:
    """The cause of the change, and what can be done where the outcome gets worse."""
    found = format_partial_date(reason.written_date, language) or reason.written_date
    parts = {
        "title": reason.title.render(language) or reason.subject,
        "found": found,
        "last": format_day(turn.last, language),
        "clause": reason.node.render(language) if reason.node else "",
    }
    if reason.acceptance:
        return " ".join(_render_expiry(reason.acceptance, found, turn.after.model, language))
    if reason.kind == "fact":
        worse = turned is None or turned.worse
        return (_FACT_WORSE.render(language) if worse else _FACT).format_map(parts)
    return _REASON_TEXTS[reason.kind].render(language).format_map(parts)


def _render_expiry(
    given: Acceptance, until: str, model: Model, language: Language
) -> Iterator[str]:
    """Yield until when an acceptance counts, and what was promised with it."""
    text, level = _ACCEPTANCE, ""
    if given.level:
        text, level = _ACCEPTANCE_FOR_LEVEL, render_level_phrase(model, given.level, language)
    yield text.render(language).format(found=until, level=level)
    yield from render_follow_up(model, given, language)

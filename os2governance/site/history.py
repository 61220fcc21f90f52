"""What evaluations and decisions say of a product, as its page shows it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from os2governance.analysis.decision_log import LogEntry
from os2governance.assessment.levels import Assessment
from os2governance.i18n.symbols import STATUS_SYMBOLS
from os2governance.i18n.text import Language, _
from os2governance.model.model import Model
from os2governance.product.decisions import Acceptance
from os2governance.product.record import Evaluation
from os2governance.render.common.levels import render_level_phrase
from os2governance.render.decisions import log_labels

_EVALUATED = _("Evaluated")
_RECOMMENDS = _("Evaluated; recommended: {level}")
_UP_TO = _("up to {level}")


@dataclass(frozen=True, kw_only=True, slots=True)
class EvaluationView:
    """An evaluation as text; `other_model` is the model that it was made by, if another."""

    on: date
    by: str
    reference: str
    other_model: str
    counts: dict[str, int]
    recommended: str
    rationale: str
    summary: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HistoryEvent:
    """An entry of the record in the history list."""

    on: date
    what: str
    by: str
    rationale: str
    reference: str
    counts: dict[str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class AcceptedRow:
    """A deviation that is accepted: for which level, until when, and what has been promised."""

    id: str
    title: str
    status: str
    level: str
    by: str
    on: date
    until: date | None
    action: str
    responsible: str
    renewal: int
    rationale: str
    reference: str


def find_newest_evaluation(assessment: Assessment, language: Language) -> EvaluationView | None:
    """The newest evaluation in force, in full."""
    found = assessment.evaluation
    return _view_evaluation(found, assessment.model, language) if found else None


def _view_evaluation(each: Evaluation, model: Model, language: Language) -> EvaluationView:
    given = [light.status for light in each.ratings.values()]
    known = each.recommends in model.level_ids
    return EvaluationView(
        on=each.on,
        by=each.by,
        reference=each.reference,
        other_model="" if each.model == model.reference else each.model,
        counts={status: given.count(status) for status in STATUS_SYMBOLS} if given else {},
        recommended=(
            render_level_phrase(model, str(each.recommends), language)
            if known
            else each.recommends or ""
        ),
        rationale=each.recommends_rationale,
        summary=each.summary,
    )


def list_history_events(
    assessment: Assessment, log: Sequence[LogEntry], language: Language
) -> list[HistoryEvent]:
    """Decisions and evaluations in force together, newest first."""
    events = [
        *_list_decisions(log, language),
        *_list_evaluations(assessment, language),
    ]
    return sorted(events, key=lambda event: event.on, reverse=True)


def _list_decisions(log: Sequence[LogEntry], language: Language) -> Iterator[HistoryEvent]:
    for entry in log:
        yield HistoryEvent(
            on=entry.on,
            what=log_labels.render_decision(entry, language),
            by=entry.role.render(language),
            rationale=entry.rationale,
            reference=entry.reference,
            counts={},
        )


def _list_evaluations(assessment: Assessment, language: Language) -> Iterator[HistoryEvent]:
    for each in assessment.record.evaluations_in_force(assessment.as_of):
        view = _view_evaluation(each, assessment.model, language)
        text = _RECOMMENDS if view.recommended else _EVALUATED
        yield HistoryEvent(
            on=each.on,
            what=text.render(language).replace("{level}", view.recommended),
            by=each.by,
            rationale="" if each is assessment.evaluation else view.summary,
            reference=each.reference,
            counts=view.counts,
        )


def list_accepted_rows(assessment: Assessment, language: Language) -> list[AcceptedRow]:
    """The accepted deviations, those that end first before those that end later or never.

    What the evaluator finds not applicable is no deviation that anybody has accepted.
    """
    model = assessment.model
    accepted = [
        (outcome, outcome.acceptance)
        for outcome in assessment.outcomes
        if outcome.acceptance and outcome.accepted and not outcome.accepted_by_light
    ]
    accepted.sort(key=lambda pair: pair[1].until or date.max)
    return [
        AcceptedRow(
            id=outcome.criterion.id,
            title=outcome.criterion.title.render(language),
            status=outcome.status,
            level=render_acceptance_level(given, model, language),
            by=_render_role(given.by, model, language),
            on=given.on,
            until=given.until,
            action=given.action.strip(),
            responsible=_render_role(given.responsible, model, language),
            renewal=given.renewal,
            rationale=given.rationale.strip(),
            reference=given.reference,
        )
        for outcome, given in accepted
    ]


def render_acceptance_level(given: Acceptance, model: Model, language: Language) -> str:
    """The levels that an acceptance counts for; empty for a grey light."""
    if given.level is None:
        return ""
    level = render_level_phrase(model, given.level, language)
    return _UP_TO.render(language).format(level=level)


def _render_role(role: str, model: Model, language: Language) -> str:
    known = model.role_names.get(role)
    return known.render(language) if known else role

"""What a letter to a product is about: an evaluation, a decision, or a deadline that comes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from os2governance.analysis.decision_log import LogEntry, list_log_entries
from os2governance.analysis.deviations import OVERDUE, RUNNING, list_promises
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.text import NO_TEXT, Text
from os2governance.model.letters import LetterTemplate, read_letter_terms
from os2governance.product.record import Evaluation

DEADLINE_DAYS = (60, 30, 0)
"""How many days before a deadline a letter is sent; the last is for the day itself and after."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterItem:
    """A criterion in a letter: what is found or promised, by whom, and until when."""

    outcome: Outcome
    found: str = ""
    asked: Text = NO_TEXT
    promised: str = ""
    responsible: str = ""
    until: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductLetter:
    """A letter: its kind, the model's words for it, and what they are filled with.

    `days` are dates, and `levels` levels, by the names that texts use; `lists` are the criteria by
    the names of lists, and `decided` the decisions of the day.
    """

    assessment: Assessment
    kind: str
    template: LetterTemplate
    days: Mapping[str, date]
    levels: Mapping[str, str]
    lists: Mapping[str, tuple[LetterItem, ...]]
    decided: tuple[LogEntry, ...] = ()


def build_evaluation_letter(assessment: Assessment) -> ProductLetter | None:
    """The letter after the newest evaluation in force; None without one."""
    rated = assessment.record.evaluations_in_force(assessment.as_of)
    evaluation = next((each for each in rated if each.comparable), None)
    if evaluation is None:
        return None
    terms = read_letter_terms(assessment.model)[0]
    answer_by = terms.answer_within and terms.answer_within.after(evaluation.on)
    level = assessment.levels.recommended
    blocking = assessment.blockers.get(level, ()) if level else ()
    lists = {
        light: tuple(_list_rated(assessment, evaluation, light)) for light in ("unmet", "partly")
    }
    lists["open"] = tuple(
        LetterItem(outcome=each, asked=each.criterion.remedy)
        for each in assessment.outcomes
        if each.criterion.id in blocking and each.status == "unknown"
    )
    return ProductLetter(
        assessment=assessment,
        kind="evaluation",
        template=terms.letters["evaluation"],
        days={"evaluated": evaluation.on} | ({"answer_by": answer_by} if answer_by else {}),
        levels={"recommended": level} if level else {},
        lists=lists,
    )


def _list_rated(
    assessment: Assessment, evaluation: Evaluation, light: str
) -> Iterator[LetterItem]:
    for outcome in assessment.outcomes:
        rating = evaluation.ratings.get(outcome.criterion.id)
        if rating and rating.status == light:
            usual = outcome.criterion.remedy if light == "unmet" else NO_TEXT
            advice = Text(rating.advice, rating.advice)
            yield LetterItem(
                outcome=outcome,
                found=rating.rationale,
                asked=advice if rating.advice.strip() else usual,
                responsible=outcome.criterion.responsible,
            )


def build_decision_letter(assessment: Assessment) -> ProductLetter | None:
    """The letter after the decisions of the newest day with any; None without one."""
    in_force = assessment.record.in_force(assessment.as_of)
    if not in_force:
        return None
    on, placed = in_force[-1].on, assessment.levels.placed
    terms = read_letter_terms(assessment.model)[0]
    accepted = [
        item
        for item in _list_promised(assessment, {RUNNING})
        if item.outcome.acceptance and item.outcome.acceptance.on == on
    ]
    blocking = assessment.blockers.get(placed, ()) if placed else ()
    stopping = [
        LetterItem(outcome=each, asked=each.criterion.remedy)
        for each in assessment.outcomes
        if each.criterion.id in blocking
    ]
    decided = [each for each in list_log_entries([assessment]) if each.on == on]
    return ProductLetter(
        assessment=assessment,
        kind="decision",
        template=terms.letters["decision"],
        days={"decided": on},
        levels={"placed": placed} if placed else {},
        lists={"accepted": tuple(accepted), "stopping": tuple(stopping)},
        decided=tuple(reversed(decided)),
    )


def build_deadline_letter(assessment: Assessment) -> ProductLetter | None:
    """The letter before the next deadlines of accepted deviations; None where none is near.

    It is about those that come within the same number of days as the nearest one.
    """
    as_of = assessment.as_of
    promised = _list_promised(assessment, {RUNNING, OVERDUE})
    dated = [(find_deadline_days(each.until, as_of), each) for each in promised if each.until]
    near = [(days, each) for days, each in dated if days is not None]
    if not near:
        return None
    nearest = min(days for days, _each in near)
    items = tuple(each for days, each in near if days == nearest)
    terms, kind = read_letter_terms(assessment.model)[0], f"deadline_{nearest}"
    return ProductLetter(
        assessment=assessment,
        kind=kind,
        template=terms.letters[kind],
        days={"until": min(each.until for each in items if each.until)},
        levels={"placed": assessment.levels.placed} if assessment.levels.placed else {},
        lists={"deadlines": items},
    )


def find_deadline_days(until: date, as_of: date) -> int | None:
    """Which letter a deadline asks for: 60, 30 or 0 days before it; None while it is far."""
    return next((days for days in sorted(DEADLINE_DAYS) if until - as_of <= timedelta(days)), None)


def _list_promised(assessment: Assessment, states: set[str]) -> Iterator[LetterItem]:
    for promise in list_promises(assessment):
        given = promise.acceptance
        if promise.state in states:
            yield LetterItem(
                outcome=promise.outcome,
                found=given.rationale,
                promised=given.action,
                responsible=given.responsible,
                until=given.until,
            )

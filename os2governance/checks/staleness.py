"""Staleness of a record: acceptances, evaluations, and the decisions that rest on them.

How often products are evaluated, and how long in advance notice is given, is defined by the
model's review schedule.
"""

from collections.abc import Iterator

from os2governance.assessment.levels import Assessment
from os2governance.checks.evaluation_schedule import find_evaluation_due
from os2governance.findings.finding import Finding, make_finding
from os2governance.i18n.date_words import DateInWords
from os2governance.product.decisions import Decision, find_acceptances
from os2governance.product.record import Evaluation


def check_staleness(assessment: Assessment) -> list[Finding]:
    """Findings of what in a product's record expires soon, is too old, or has no basis."""
    return [
        *_check_acceptances(assessment),
        *_check_evaluation_age(assessment),
        *_check_placement(assessment),
        *_check_closed_product(assessment),
    ]


def _check_acceptances(assessment: Assessment) -> Iterator[Finding]:
    """Yield acceptances that expire soon, and those of criteria that are met by now."""
    model, as_of = assessment.model, assessment.as_of
    in_force = assessment.record.in_force(as_of)
    for name, given in find_acceptances(in_force, model).items():
        newest, criterion = given[-1], model.by_id[name]
        until = newest.until
        if until and until < as_of:
            continue
        if assessment.outcome(name).status == "met":
            yield make_finding(
                "acceptance-without-effect",
                newest.location,
                criterion=name,
                id=name,
                title=criterion.title,
            )
        elif until and model.review_schedule.is_near(until, as_of):
            yield make_finding(
                "acceptance-ends-soon",
                newest.location,
                criterion=name,
                id=name,
                title=criterion.title,
                level=model.levels_by_id[str(newest.level)].phrase,
                until=DateInWords(until),
            )


def _check_evaluation_age(assessment: Assessment) -> Iterator[Finding]:
    """Yield a finding where an evaluation is overdue, the first one too; not for a closed one."""
    due, period = find_evaluation_due(assessment), assessment.model.review_schedule.evaluation
    if due is None or period is None or not due.overdue:
        return
    newest = assessment.evaluation
    if newest is None:
        place = assessment.document.locate(())
        yield make_finding("never-evaluated", place, due=DateInWords(due.due), period=period)
        return
    place = newest.document.locate(["evaluated", "on"])
    yield make_finding("evaluation-too-old", place, date=DateInWords(newest.on), period=period)


def _check_placement(assessment: Assessment) -> Iterator[Finding]:
    """Yield a placement in force without an earlier evaluation, or above its recommendation."""
    decision = assessment.placement
    if decision is None or decision.level is None:
        return
    model = assessment.model
    declaration = assessment.declaration
    if declaration and declaration.draft and decision.on >= declaration.declared_on:
        at = model.levels_by_id[decision.level].at
        yield make_finding("decision-on-draft", decision.location, at=at)
    before = assessment.record.evaluation(decision.on)
    if before is None:
        if model.procedure.evaluation_before_decision:
            yield make_finding(
                "decision-unevaluated",
                decision.location,
                at=model.levels_by_id[decision.level].at,
                date=DateInWords(decision.on),
            )
        return
    recommended = before.recommends
    # Levels of another model are not compared: an id has meaning only within its model.
    if recommended in model.levels_by_id and before.model == model.reference:
        order = model.level_ids
        if order.index(decision.level) > order.index(recommended):
            yield make_finding(
                "decision-above-recommended",
                decision.location,
                at=model.levels_by_id[decision.level].at,
                recommended=model.levels_by_id[recommended].phrase,
            )


def _check_closed_product(assessment: Assessment) -> Iterator[Finding]:
    """Yield evaluations of a product that was closed before them, and still is."""
    if assessment.lifecycle != "closed":
        return
    decisions = assessment.record.in_force(assessment.as_of)
    closed = [each for each in decisions if each.decision == "close"][-1]
    for evaluation in assessment.record.evaluations:
        if closed.on < evaluation.on <= assessment.as_of:
            yield _make_late_evaluation_finding(closed, evaluation)


def _make_late_evaluation_finding(closed: Decision, evaluation: Evaluation) -> Finding:
    place = evaluation.document.locate(["evaluated", "on"])
    return make_finding(
        "evaluated-when-closed",
        place,
        closed=DateInWords(closed.on),
        date=DateInWords(evaluation.on),
    )

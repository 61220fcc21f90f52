"""When a product is to be evaluated next, by the model's review schedule."""

from datetime import date
from typing import NamedTuple

from os2governance.assessment.levels import Assessment


class EvaluationDue(NamedTuple):
    """The last day for a product's next evaluation; `last` is the newest one, None if never.

    Of a product that was never evaluated the schedule begins on the first day that anybody says
    anything of it.
    """

    due: date
    last: date | None
    overdue: bool


def find_evaluation_due(assessment: Assessment) -> EvaluationDue | None:
    """When a product is to be evaluated next; None where the model or its standing asks nothing.

    A closed product is not evaluated, nor is one of which there is only a draft.
    """
    period = assessment.model.review_schedule.evaluation
    if period is None or assessment.lifecycle == "closed":
        return None
    newest = assessment.evaluation
    first = newest.on if newest else _find_first_day(assessment)
    due = period.after(first) if first else None
    if due is None:
        return None
    return EvaluationDue(due, newest.on if newest else None, due < assessment.as_of)


def _find_first_day(assessment: Assessment) -> date | None:
    """The first day in force on which anybody says anything of a product."""
    product = assessment.product
    days = [
        *(each.declared_on for each in product.declarations if not each.draft),
        *(each.on for each in (product.register, product.observations) if each),
        *(each.on for each in assessment.record.decisions),
    ]
    return min((day for day in days if day <= assessment.as_of), default=None)

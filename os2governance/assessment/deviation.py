"""Follow or explain: a deviation, and whether it is accepted (semantics §4)."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from os2governance.assessment.rating import GivenLight
from os2governance.model.model import Criterion, Model
from os2governance.product.decisions import Acceptance
from os2governance.product.declaration import Answer


class Deviation(NamedTuple):
    """Why a criterion is not met, in the declarer's words, and its state in the record.

    `state` is `accepted`, `expired`, or `pending` where it is only explained.
    """

    text: str
    state: str
    acceptance: Acceptance | None


def find_deviation(
    criterion: Criterion,
    status: str,
    answer: Answer | None,
    acceptances: Sequence[Acceptance],
    as_of: date,
) -> Deviation | None:
    """The deviation of a criterion with that status, None where nothing is said of it.

    Of several acceptances the newest alone counts, also if it has ended.
    """
    text = ""
    if answer:
        text = answer.reason if status == "not_applicable" else answer.explanation
    if acceptances:
        newest = acceptances[-1]
        return Deviation(text, "expired" if newest.has_ended(as_of) else "accepted", newest)
    free = status == "not_applicable" and criterion.not_applicable == "yes"
    return Deviation(text, "pending", None) if text.strip() or free else None


def accept_by_light(criterion: Criterion, light: GivenLight, answer: Answer | None) -> Deviation:
    """The deviation of a criterion with a grey light, which accepts it for every level."""
    evaluation = light.evaluation
    acceptance = Acceptance(
        by=evaluation.by,
        on=evaluation.on,
        level=None,
        until=None,
        rationale=light.rating.rationale,
        reference=evaluation.reference,
        location=evaluation.locate_rating(criterion.id),
    )
    return Deviation(answer.reason if answer else "", "accepted", acceptance)


def counts_for_level(acceptance: Acceptance, level: str, model: Model) -> bool:
    """Whether an acceptance counts for a level: for its own and those below."""
    if acceptance.level is None:
        return True
    order = model.level_ids
    return order.index(level) <= order.index(acceptance.level)

"""Where the hearing on an evaluation stands: agreed, objected to, replied to, or not answered."""

from collections.abc import Sequence
from typing import NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.product.hearing import AGREED, OBJECTIONS, REPLY, Hearing
from os2governance.product.record import Evaluation

UNANSWERED, REPLIED = "awaits_reply", "replied"


class Objection(NamedTuple):
    """What is objected to the light of a criterion, and the reply; empty without one."""

    criterion: str
    reason: str
    reply: str


class HearingState(NamedTuple):
    """The hearing on the newest evaluation in force.

    `state` is `awaits_reply`, `agreed`, `objections`, or `replied`: every objection has a reply,
    or the reply is to all. `answers` are the entries, oldest first. Objections that the product
    has agreed away afterwards are not among `objections`.
    """

    evaluation: Evaluation
    state: str
    answers: tuple[Hearing, ...]
    objections: tuple[Objection, ...]


def find_hearing_state(assessment: Assessment) -> HearingState | None:
    """The state of the hearing on the newest evaluation in force; None without an evaluation."""
    if assessment.evaluation is None:
        return None
    record = assessment.record
    answers = record.hearings_on(assessment.evaluation, assessment.as_of)
    own = [each for each in answers if each.answer != REPLY]
    last = next(reversed(own), None)
    if last is None or last.answer == AGREED:
        state = AGREED if last else UNANSWERED
        return HearingState(assessment.evaluation, state, answers, ())
    agreed = [number for number, each in enumerate(answers) if each.answer == AGREED]
    objected = answers[agreed[-1] + 1 :] if agreed else answers
    objections = tuple(
        Objection(each.criterion.id, *_find_words(each.criterion.id, objected))
        for each in assessment.outcomes
        if any(each.criterion.id in one.criteria for one in objected if one.answer == OBJECTIONS)
    )
    whole = objected[-1].answer == REPLY and (objected[-1].note or not objections)
    replied = bool(whole) or bool(objections and all(each.reply for each in objections))
    return HearingState(
        assessment.evaluation, REPLIED if replied else OBJECTIONS, answers, objections
    )


def _find_words(criterion: str, answers: Sequence[Hearing]) -> tuple[str, str]:
    """The newest objection to a criterion's light, and the newest reply since."""
    reason = reply = ""
    for each in answers:
        if criterion in each.criteria:
            if each.answer == REPLY:
                reply = each.criteria[criterion]
            else:
                reason, reply = each.criteria[criterion], ""
    return reason, reply

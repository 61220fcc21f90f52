"""What an evaluation adds to the outcome of one criterion (semantics §3c)."""

from collections.abc import Mapping
from typing import NamedTuple

from os2governance.assessment.claim import Claim
from os2governance.assessment.rule_verdict import CERTAIN
from os2governance.product.declaration import Answer
from os2governance.product.record import Evaluation, Rating
from os2governance.rules.node import Scope

STATUS_RANK = {"unmet": 0, "partly": 1, "met": 2}
_ANSWER_RANK = {"unmet": 0, "planned": 1, "partly": 2, "met": 3}


class KnownThen(NamedTuple):
    """What was known on the day of an evaluation: the answers, and two readings of the facts.

    `facts` are those of the files known then, `facts_now` those of today's files, both as of that
    day. They are the same object where the same files state them.
    """

    answers: Mapping[str, Answer]
    facts: Scope
    facts_now: Scope


class GivenLight(NamedTuple):
    """The light of a criterion: the newest in force, its evaluation, and what was known then."""

    rating: Rating
    evaluation: Evaluation
    known: KnownThen


class FactReadings(NamedTuple):
    """What the facts say of a criterion: now, and of the day of the evaluation.

    `on_the_day` is what today's files say as of that day, `known_then` what the files known then
    say.
    """

    now: str
    on_the_day: str
    known_then: str

    @property
    def newer(self) -> bool:
        """Whether today's files say something else than the files known then did."""
        return self.on_the_day != self.known_then

    @property
    def changed_by_time(self) -> bool:
        """Whether today's files say something else today than of the day of the evaluation."""
        return self.now != self.on_the_day

    @property
    def certain(self) -> bool:
        """Whether they are true, partly or false (semantics §3a)."""
        return self.now in CERTAIN


class RatedStatus(NamedTuple):
    """A status, and where it comes from."""

    status: str
    basis: str


class AnswerNow(NamedTuple):
    """Today's answer, the one known then, and the status that today's admits, if it counts."""

    now: Answer | None
    then: Answer | None
    admits: str | None

    @property
    def newer(self) -> bool:
        """Whether it differs from the one known then: its word, evidence, note or due date."""
        before = self.then.content if self.then else None
        return (self.now.content if self.now else None) != before


def find_admission(claim: Claim, planned: str) -> str | None:
    """The status that a claim admits, other than met; `planned` is what a plan counts as."""
    return {
        Claim.PARTLY: "partly",
        Claim.UNMET: "unmet",
        Claim.PLANNED: planned,
        Claim.OVERDUE: "unmet",
    }.get(claim)


def apply_light(
    status: str, facts: FactReadings, answer: AnswerNow, by_product: str
) -> RatedStatus | None:
    """The status by the table of semantics §3c; None for what the product's own sources give.

    `status` is that of the light, `by_product` the one that (b) gives.
    """
    now, then = answer.now, answer.then
    if status == "not_applicable":
        reopened = (
            answer.newer
            and now is not None
            and now.answer in _ANSWER_RANK
            and (then is None or then.answer not in _ANSWER_RANK)
        )
        return None if reopened else RatedStatus("not_applicable", "evaluation")
    if (facts.newer or facts.changed_by_time) and facts.certain:
        rises = STATUS_RANK.get(by_product, 0) > STATUS_RANK[status]
        if facts.newer or facts.now == "met" or not rises:
            return None
    return _limit_light(status, facts, answer)


def _limit_light(status: str, facts: FactReadings, answer: AnswerNow) -> RatedStatus:
    """The light, lowered to what a newer answer admits, and kept within what newer facts say."""
    rated = RatedStatus(status, "evaluation")
    admitted = answer.admits if answer.newer else None
    if answer.now and admitted and STATUS_RANK[admitted] < STATUS_RANK[status]:
        before = _ANSWER_RANK.get(answer.then.answer) if answer.then else None
        if before is None or _ANSWER_RANK[answer.now.answer] < before:
            rated = RatedStatus(admitted, "answer")
    if facts.newer or facts.changed_by_time:
        if facts.now == "at_least_partly" and rated.status == "unmet":
            return RatedStatus("partly", "facts")
        if facts.now == "at_most_partly" and rated.status == "met":
            return RatedStatus("partly", "facts")
    return rated

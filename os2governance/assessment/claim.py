"""What an answer claims of a criterion, as far as the model lets it count (semantics §3b)."""

from datetime import date
from enum import Enum
from typing import NamedTuple

from os2governance.model.model import Criterion, Model
from os2governance.product.declaration import Answer
from os2governance.rules.texts import is_url


class Claim(Enum):
    """What an answer claims; documentation, reason and due date are part of the claim."""

    DOCUMENTED = "met, documented"
    MET = "met, not documented"
    PARTLY = "partly"
    UNMET = "unmet"
    PLANNED = "planned"
    OVERDUE = "planned, past its due date"
    WAIVED = "not applicable, with the reason that it needs"
    WAIVED_WITHOUT_REASON = "not applicable, without the reason that it needs"
    UNKNOWN = "unknown"
    NONE = "no answer"


WAIVERS = frozenset({Claim.WAIVED, Claim.WAIVED_WITHOUT_REASON})
_POSITIVE = frozenset({Claim.DOCUMENTED, Claim.MET, Claim.PARTLY, Claim.PLANNED, Claim.OVERDUE})
_UNCERTAIN = frozenset({"undetermined", "at_most_partly", "at_least_partly"})
_PLAIN = {"partly": Claim.PARTLY, "unmet": Claim.UNMET, "unknown": Claim.UNKNOWN}


class LimitedClaim(NamedTuple):
    """The claim that counts, and the code of the finding where that is not what was answered."""

    claim: Claim
    code: str = ""


def classify_answer(
    answer: Answer | None, criterion: Criterion, model: Model, as_of: date
) -> Claim:
    """What an answer claims on a date."""
    if answer is None:
        return Claim.NONE
    if answer.answer == "met":
        return Claim.DOCUMENTED if is_documented(answer, criterion, model) else Claim.MET
    if answer.answer == "planned":
        return Claim.OVERDUE if answer.due and answer.due < as_of else Claim.PLANNED
    if answer.answer == "not_applicable":
        free = criterion.not_applicable == "yes"
        return Claim.WAIVED if free or answer.reason.strip() else Claim.WAIVED_WITHOUT_REASON
    return _PLAIN[answer.answer]


def is_documented(answer: Answer, criterion: Criterion, model: Model) -> bool:
    """Whether an answer has the documentation that the criterion asks for (semantics §3b)."""
    if criterion.evidence == "none":
        return True
    if criterion.evidence == "link":
        return any(map(is_url, answer.evidence))
    said = (*answer.evidence, answer.note)
    return any(text.strip() and not model.is_placeholder(text) for text in said)


def limit_claim(
    claim: Claim, criterion: Criterion, facts_say: str, *, applies: bool | None, refused: bool
) -> LimitedClaim:
    """The claim as far as it counts.

    Not applicable counts where the criterion lets it be claimed, its `applies` is not true, and
    it is not `refused` by a light. By `basis: facts`, nothing good is claimed.
    """
    if claim in WAIVERS:
        if refused:
            return LimitedClaim(Claim.NONE)
        if criterion.not_applicable == "no" or applies is True:
            return LimitedClaim(Claim.UNKNOWN, "not-applicable-not-allowed")
    if not criterion.answer_counts and claim in _POSITIVE and facts_say in _UNCERTAIN:
        return LimitedClaim(Claim.UNKNOWN, "answer-not-enough")
    return LimitedClaim(claim)

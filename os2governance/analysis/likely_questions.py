"""What an evaluator is likely to question in a self-assessment, for those who fill it in.

A hint and no judgement: it changes no outcome. It is drawn from the product's own files and from
how such claims fared in the evaluations until now.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from os2governance.analysis.evaluation_pairs import ClaimRecord, find_claimed_status
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.assessment.rating import STATUS_RANK

MIN_CLAIMS = 2
"""Claims of a criterion from which it can be said to be lowered often."""
QUESTION_REASONS = ("light", "facts", "waived", "no_evidence", "often_lowered")
"""Why a claim is likely to be questioned, the weightiest first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LikelyQuestion:
    """A claim that is likely to be questioned.

    `reasons` are of `QUESTION_REASONS`: the newest light is lower than the claim, the facts say
    otherwise, it is said not to apply and nobody has accepted that, the evidence is missing, or
    the claim was lowered in at least half of the evaluations (`record`).
    """

    criterion: str
    claimed: str
    light: str
    reasons: tuple[str, ...]
    record: ClaimRecord | None = None


def find_likely_questions(
    assessment: Assessment, records: Mapping[str, ClaimRecord]
) -> tuple[LikelyQuestion, ...]:
    """The claims of a product that are likely to be questioned, the most reasons first.

    `records` say how the claims of other products fared; without any, only the product's own files
    count. What a light has confirmed is not questioned again.
    """
    found = [
        question
        for outcome in assessment.outcomes
        if (question := _build_question(assessment, outcome, records.get(outcome.criterion.id)))
    ]
    return tuple(sorted(found, key=_weigh))


def _weigh(question: LikelyQuestion) -> tuple[int, int]:
    return QUESTION_REASONS.index(question.reasons[0]), -len(question.reasons)


def _build_question(
    assessment: Assessment, outcome: Outcome, record: ClaimRecord | None
) -> LikelyQuestion | None:
    claimed = find_claimed_status(outcome.answer, assessment.model)
    if claimed not in {"met", "partly", "not_applicable"}:
        return None
    often = record if record and is_often_lowered(record) and claimed == "met" else None
    reasons = tuple(_list_reasons(outcome, claimed, often))
    if not reasons:
        return None
    return LikelyQuestion(
        criterion=outcome.criterion.id,
        claimed=claimed,
        light=outcome.rating.status if outcome.rating else "",
        reasons=reasons,
        record=often,
    )


def is_often_lowered(record: ClaimRecord) -> bool:
    """Whether a claim was lowered in at least half of at least two evaluations."""
    return record.claimed >= MIN_CLAIMS and record.lowered * 2 >= record.claimed


def _list_reasons(outcome: Outcome, claimed: str, often: ClaimRecord | None) -> Iterator[str]:
    light = outcome.rating.status if outcome.rating else None
    if light == claimed or light in {"met", "not_applicable"}:
        return
    if light is not None and STATUS_RANK[light] < STATUS_RANK.get(claimed, len(STATUS_RANK)):
        yield "light"
    says = [found.entry.answer for found in outcome.findings]
    if "contradicted" in says:
        yield "facts"
    if claimed == "not_applicable" and outcome.pending:
        yield "waived"
    if "unproven" in says:
        yield "no_evidence"
    if often and outcome.facts_say != "met":
        yield "often_lowered"

"""What the product itself says of a criterion, by facts and answer: the table of semantics §3b."""

from typing import NamedTuple

from os2governance.assessment.claim import Claim

_PLAN = "planned"
"""In the table: the status that the model gives a plan."""


class OutcomeRow(NamedTuple):
    """A row of the table: the status, its basis, and the code of the finding, if any."""

    status: str
    basis: str | None
    code: str = ""


_CONTRADICTED = OutcomeRow("unmet", "facts", "contradiction")
_PARTLY_CONTRADICTED = OutcomeRow("partly", "facts", "contradiction")
_ANSWER_BEHIND_FACTS = OutcomeRow("met", "facts", "answer-behind-facts")

# semantics §3b: by what the facts say, the row for any answer, and rows for specific claims.
OUTCOME_TABLE: dict[str, tuple[OutcomeRow, dict[Claim, OutcomeRow]]] = {
    "met": (
        OutcomeRow("met", "facts"),
        {
            Claim.UNMET: _ANSWER_BEHIND_FACTS,
            Claim.WAIVED: _ANSWER_BEHIND_FACTS,
            Claim.WAIVED_WITHOUT_REASON: _ANSWER_BEHIND_FACTS,
        },
    ),
    "partly": (
        OutcomeRow("partly", "facts"),
        {Claim.DOCUMENTED: _PARTLY_CONTRADICTED, Claim.MET: _PARTLY_CONTRADICTED},
    ),
    "at_least_partly": (
        OutcomeRow("partly", "facts"),
        {Claim.DOCUMENTED: OutcomeRow("met", "answer")},
    ),
    "unmet": (
        OutcomeRow("unmet", "facts"),
        {
            Claim.DOCUMENTED: _CONTRADICTED,
            Claim.MET: _CONTRADICTED,
            Claim.WAIVED: OutcomeRow("not_applicable", "answer"),
        },
    ),
    "undetermined": (
        OutcomeRow("unknown", None, "unanswered"),
        {
            Claim.DOCUMENTED: OutcomeRow("met", "answer"),
            Claim.MET: OutcomeRow("partly", "answer", "undocumented"),
            Claim.PARTLY: OutcomeRow("partly", "answer"),
            Claim.UNMET: OutcomeRow("unmet", "answer"),
            Claim.PLANNED: OutcomeRow(_PLAN, "answer", "planned"),
            Claim.OVERDUE: OutcomeRow("unmet", "answer", "overdue"),
            Claim.WAIVED: OutcomeRow("not_applicable", "answer"),
            Claim.WAIVED_WITHOUT_REASON: OutcomeRow("unknown", "answer", "reason-missing"),
            Claim.UNKNOWN: OutcomeRow("unknown", "answer"),
        },
    ),
}
# Undetermined with `met` false and `partly` undetermined: a claim never beats a false rule.
OUTCOME_TABLE["at_most_partly"] = (
    OUTCOME_TABLE["undetermined"][0],
    {
        **OUTCOME_TABLE["undetermined"][1],
        Claim.DOCUMENTED: OutcomeRow("partly", "answer", "contradiction"),
        Claim.MET: OutcomeRow("partly", "answer", "contradiction"),
    },
)


def find_row(facts_say: str, claim: Claim, planned: str) -> OutcomeRow:
    """The row for what the facts say and what is claimed; `planned` is what a plan counts as."""
    any_answer, certain_claims = OUTCOME_TABLE[facts_say]
    row = certain_claims.get(claim, any_answer)
    return row._replace(status=planned) if row.status == _PLAN else row

"""The table of semantics §3b, as it stands there."""

import pytest

from os2governance.assessment.claim import Claim
from os2governance.assessment.own_sources import OUTCOME_TABLE, find_row

ANY = [*Claim]
WAIVERS = [Claim.WAIVED, Claim.WAIVED_WITHOUT_REASON]
CLAIMS_OF_MET = [Claim.DOCUMENTED, Claim.MET]

ROWS = [
    # facts say, answers, outcome, basis, finding
    ("met", [c for c in ANY if c not in [Claim.UNMET, *WAIVERS]], "met", "facts", ""),
    ("met", [Claim.UNMET, *WAIVERS], "met", "facts", "answer-behind-facts"),
    ("partly", [c for c in ANY if c not in CLAIMS_OF_MET], "partly", "facts", ""),
    ("partly", CLAIMS_OF_MET, "partly", "facts", "contradiction"),
    ("at_least_partly", [Claim.DOCUMENTED], "met", "answer", ""),
    ("at_least_partly", [c for c in ANY if c is not Claim.DOCUMENTED], "partly", "facts", ""),
    ("unmet", CLAIMS_OF_MET, "unmet", "facts", "contradiction"),
    ("unmet", [Claim.WAIVED], "not_applicable", "answer", ""),
    ("at_most_partly", CLAIMS_OF_MET, "partly", "answer", "contradiction"),
    ("undetermined", [Claim.DOCUMENTED], "met", "answer", ""),
    ("undetermined", [Claim.MET], "partly", "answer", "undocumented"),
    ("undetermined", [Claim.PARTLY], "partly", "answer", ""),
    ("undetermined", [Claim.UNMET], "unmet", "answer", ""),
    ("undetermined", [Claim.PLANNED], "partly", "answer", "planned"),
    ("undetermined", [Claim.OVERDUE], "unmet", "answer", "overdue"),
    ("undetermined", [Claim.WAIVED], "not_applicable", "answer", ""),
    ("undetermined", [Claim.WAIVED_WITHOUT_REASON], "unknown", "answer", "reason-missing"),
    ("undetermined", [Claim.UNKNOWN], "unknown", "answer", ""),
    ("undetermined", [Claim.NONE], "unknown", None, "unanswered"),
]


@pytest.mark.parametrize(("says", "claims", "status", "basis", "code"), ROWS)
def test_each_row(says, claims, status, basis, code):
    assert {find_row(says, claim, "partly") for claim in claims} == {(status, basis, code)}


def test_all_else_of_false_is_unmet_by_facts():
    others = [c for c in ANY if c not in [*CLAIMS_OF_MET, Claim.WAIVED]]

    assert {find_row("unmet", claim, "partly") for claim in others} == {("unmet", "facts", "")}


def test_a_half_false_rule_differs_only_in_what_a_claim_of_met_can_do():
    others = [c for c in ANY if c not in CLAIMS_OF_MET]

    assert [find_row("at_most_partly", c, "unmet") for c in others] == [
        find_row("undetermined", c, "unmet") for c in others
    ]


@pytest.mark.parametrize("counts_as", ["partly", "unmet"])
def test_a_plan_counts_as_the_model_says(counts_as):
    assert find_row("undetermined", Claim.PLANNED, counts_as).status == counts_as


def test_the_table_has_a_row_for_everything_that_facts_can_say():
    assert set(OUTCOME_TABLE) == {
        "met", "partly", "at_least_partly", "unmet", "undetermined", "at_most_partly",
    }  # fmt: skip

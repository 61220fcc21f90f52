"""What an answer claims, and how far that counts (semantics §3b)."""

from datetime import date

import pytest
from folders import criterion, dump, write_model, write_product

from os2governance import load_model, load_product
from os2governance.assessment.claim import Claim, LimitedClaim, classify_answer, limit_claim

TODAY = date(2026, 5, 1)
RULE = {"fact": "open", "present": True}
LINK, WORDS = {"evidence": ["https://example.dk/a"]}, {"note": "Beskrevet i driftsaftalen"}

DOCUMENTED = [
    # what the criterion asks, what the answer has, whether it is documented
    ("none", {}, True),
    ("text", {}, False),
    ("text", LINK, True),
    ("text", {"evidence": ["Referat 12/2025"]}, True),
    ("text", WORDS, True),
    ("text", {"note": "Se ovenfor"}, False),
    ("text", {"note": "SE OVENFOR", "evidence": ["se ovenfor"]}, False),
    ("text", {"note": "  "}, False),
    ("text", {"explanation": "Fordi", "reason": "Derfor"}, False),
    ("link", LINK, True),
    ("link", {"evidence": ["Referat", "https://example.dk/a"]}, True),
    ("link", {"evidence": ["Referat 12/2025"], **WORDS}, False),
    ("link", {"note": "https://example.dk/a"}, False),
]


def load(folder, answer, **more):
    made = write_model(folder, [criterion("A", "low", RULE, **more)])
    dump(
        made / "doubts.yaml",
        {"format": "os2governance/doubts/1", "placeholders": ["se ovenfor"]},
    )
    model = load_model(made)
    product = load_product(write_product(folder, answers={"A": answer}), model)
    return product.current.answers["A"], model.by_id["A"], model


@pytest.mark.parametrize(("asked", "given", "documented"), DOCUMENTED)
def test_documentation_is_what_the_criterion_asks(tmp_path, asked, given, documented):
    answer, made, model = load(tmp_path, {"answer": "met", **given}, evidence=asked)
    claim = classify_answer(answer, made, model, TODAY)

    assert claim is (Claim.DOCUMENTED if documented else Claim.MET)


@pytest.mark.parametrize(
    ("answer", "claim"),
    [
        ({"answer": "partly"}, Claim.PARTLY),
        ({"answer": "unmet"}, Claim.UNMET),
        ({"answer": "unknown"}, Claim.UNKNOWN),
        ({"answer": "planned"}, Claim.PLANNED),
        ({"answer": "planned", "due": "2026-05-01"}, Claim.PLANNED),
        ({"answer": "planned", "due": "2026-04-30"}, Claim.OVERDUE),
        ({"answer": "planned", "due": "2026-05"}, Claim.PLANNED),
        ({"answer": "planned", "due": "2026-04"}, Claim.OVERDUE),
        ({"answer": "planned", "due": 2026}, Claim.PLANNED),
        ({"answer": "planned", "due": 2025}, Claim.OVERDUE),
        ({"answer": "not_applicable", "reason": "Derfor"}, Claim.WAIVED),
        ({"answer": "not_applicable", "reason": " "}, Claim.WAIVED_WITHOUT_REASON),
        ({"answer": "not_applicable"}, Claim.WAIVED_WITHOUT_REASON),
    ],
)
def test_what_an_answer_claims(tmp_path, answer, claim):
    given, made, model = load(tmp_path, answer)

    assert classify_answer(given, made, model, TODAY) is claim


def test_a_reason_may_be_needless(tmp_path):
    given, made, model = load(tmp_path, {"answer": "not_applicable"}, not_applicable="yes")

    assert classify_answer(given, made, model, TODAY) is Claim.WAIVED


REFUSED = LimitedClaim(Claim.UNKNOWN, "not-applicable-not-allowed")
NOT_ENOUGH = LimitedClaim(Claim.UNKNOWN, "answer-not-enough")


@pytest.mark.parametrize(
    ("more", "claim", "facts_say", "applies", "refused", "counts"),
    [
        ({}, Claim.WAIVED, "undetermined", None, False, LimitedClaim(Claim.WAIVED)),
        ({"not_applicable": "no"}, Claim.WAIVED, "undetermined", None, False, REFUSED),
        ({}, Claim.WAIVED, "undetermined", True, False, REFUSED),
        ({}, Claim.WAIVED, "unmet", None, True, LimitedClaim(Claim.NONE)),
        ({}, Claim.MET, "undetermined", None, True, LimitedClaim(Claim.MET)),
        ({"basis": "facts"}, Claim.DOCUMENTED, "undetermined", None, False, NOT_ENOUGH),
        ({"basis": "facts"}, Claim.PARTLY, "undetermined", None, False, NOT_ENOUGH),
        ({"basis": "facts"}, Claim.PLANNED, "undetermined", None, False, NOT_ENOUGH),
        ({"basis": "facts"}, Claim.DOCUMENTED, "at_least_partly", None, False, NOT_ENOUGH),
        ({"basis": "facts"}, Claim.MET, "unmet", None, False, LimitedClaim(Claim.MET)),
        ({"basis": "facts"}, Claim.UNMET, "undetermined", None, False, LimitedClaim(Claim.UNMET)),
    ],
)
def test_how_far_a_claim_counts(tmp_path, more, claim, facts_say, applies, refused, counts):
    model = load_model(write_model(tmp_path, [criterion("A", "low", RULE, **more)]))
    found = limit_claim(claim, model.by_id["A"], facts_say, applies=applies, refused=refused)

    assert found == counts

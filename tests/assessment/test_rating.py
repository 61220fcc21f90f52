"""The table of semantics §3c: what holds of a light when something newer is known."""

import pytest

from os2governance.assessment.claim import Claim
from os2governance.assessment.rating import AnswerNow, FactReadings, apply_light, find_admission
from os2governance.product.declaration import Answer

SAME, NEWER, TIME = "the same", "newer", "changed by time"


def answer(word: str | None, note: str = "") -> Answer | None:
    if word is None:
        return None
    return Answer(
        answer=word, evidence=(), note=note, explanation="", reason="", due=None, due_said=""
    )


def readings(now: str, since: str) -> FactReadings:
    other = "met" if now == "undetermined" else "undetermined"
    return FactReadings(
        now=now,
        on_the_day=other if since == TIME else now,
        known_then=now if since == SAME else other,
    )


def judge(light, facts, then, now, own="unknown"):
    claims = {"partly": Claim.PARTLY, "unmet": Claim.UNMET, "planned": Claim.PLANNED}
    admits = find_admission(claims.get(now, Claim.NONE), "partly")
    found = apply_light(light, readings(*facts), AnswerNow(answer(now), answer(then), admits), own)
    return tuple(found) if found else "own"


UNKNOWN = ("undetermined", SAME)

ROWS = [
    # light, facts (say, since), answer then, answer now, (status, basis) or the product's own
    # a light proves an undocumented claim, fills a silence, and is not argued away
    ("met", UNKNOWN, None, None, ("met", "evaluation")),
    ("partly", UNKNOWN, None, None, ("partly", "evaluation")),
    ("unmet", UNKNOWN, "met", "met", ("unmet", "evaluation")),
    ("unmet", UNKNOWN, "unmet", "met", ("unmet", "evaluation")),
    # known facts do not beat it, newer ones do
    ("met", ("unmet", SAME), "met", "met", ("met", "evaluation")),
    ("met", ("unmet", NEWER), "met", "met", "own"),
    ("unmet", ("met", NEWER), None, None, "own"),
    ("unmet", ("partly", NEWER), None, None, "own"),
    # time lowers it, and raises it only where the facts are true
    ("met", ("partly", TIME), None, None, "own"),
    ("unmet", ("partly", TIME), None, None, ("unmet", "evaluation")),
    ("unmet", ("met", TIME), None, None, "own"),
    # a newer admission lowers it, where the answer itself is lower than the one known then
    ("met", UNKNOWN, "met", "partly", ("partly", "answer")),
    ("met", UNKNOWN, "met", "unmet", ("unmet", "answer")),
    ("met", UNKNOWN, "met", "planned", ("partly", "answer")),
    ("met", UNKNOWN, "partly", "planned", ("partly", "answer")),
    ("met", UNKNOWN, "unmet", "partly", ("met", "evaluation")),
    ("met", UNKNOWN, "planned", "partly", ("met", "evaluation")),
    ("met", UNKNOWN, "partly", "partly", ("met", "evaluation")),
    ("met", UNKNOWN, None, "unmet", ("unmet", "answer")),
    ("met", UNKNOWN, "unknown", "partly", ("partly", "answer")),
    ("met", UNKNOWN, "not_applicable", "unmet", ("unmet", "answer")),
    ("partly", UNKNOWN, "met", "partly", ("partly", "evaluation")),
    ("unmet", UNKNOWN, "met", "partly", ("unmet", "evaluation")),
    # newer facts that are not certain keep it within what they say
    ("unmet", ("at_least_partly", NEWER), None, None, ("partly", "facts")),
    ("met", ("at_least_partly", NEWER), None, None, ("met", "evaluation")),
    ("met", ("at_most_partly", NEWER), None, None, ("partly", "facts")),
    ("met", ("at_most_partly", SAME), None, None, ("met", "evaluation")),
    ("met", ("at_least_partly", NEWER), "met", "unmet", ("partly", "facts")),
    # grey: reopened by a newer answer, where the one known then said nothing of the kind
    ("not_applicable", UNKNOWN, None, None, ("not_applicable", "evaluation")),
    ("not_applicable", ("met", NEWER), None, None, ("not_applicable", "evaluation")),
    ("not_applicable", UNKNOWN, None, "partly", "own"),
    ("not_applicable", UNKNOWN, "not_applicable", "planned", "own"),
    ("not_applicable", UNKNOWN, "unknown", "met", "own"),
    ("not_applicable", UNKNOWN, "unmet", "met", ("not_applicable", "evaluation")),
    ("not_applicable", UNKNOWN, "met", "not_applicable", ("not_applicable", "evaluation")),
]


@pytest.mark.parametrize(("light", "facts", "then", "now", "expected"), ROWS)
def test_the_table(light, facts, then, now, expected):
    own = facts[0] if facts[0] in {"met", "partly", "unmet"} else "unknown"

    assert judge(light, facts, then, now, own) == expected


def test_the_words_beside_an_answer_make_it_newer():
    then, now = answer("partly", "før"), answer("partly", "nu")

    assert AnswerNow(now, then, "partly").newer
    assert not AnswerNow(then, then, "partly").newer


@pytest.mark.parametrize(
    ("claim", "admits"),
    [
        (Claim.PARTLY, "partly"),
        (Claim.UNMET, "unmet"),
        (Claim.PLANNED, "partly"),
        (Claim.OVERDUE, "unmet"),
        (Claim.MET, None),
        (Claim.DOCUMENTED, None),
        (Claim.UNKNOWN, None),
        (Claim.NONE, None),
    ],
)
def test_what_a_claim_admits(claim, admits):
    assert find_admission(claim, "partly") == admits

"""The table of semantics §3(c): what an evaluation adds, and until when a light holds.

The declaration that was known then is of January, the evaluation of February, and product.yaml of
March; it is judged in May.
"""

import itertools

import pytest
from small_judgement import (
    MET,
    PARTLY,
    PLANNED,
    SAYS,
    SHOWN,
    UNKNOWN,
    UNMET,
    WAIVED,
    WAIVED_BARE,
    A,
    declaration,
    evaluation,
    judge,
)

JANUARY, FEBRUARY, MARCH = "2026-01-10", "2026-02-01", "2026-03-01"
GREY, COLOURS = "not_applicable", ["met", "partly", "unmet"]


def each_pair(*several):
    return list(itertools.product(*several))


LOWER = {"met": 2, "partly": 1, "unmet": 0}


def told(then, now, light, facts_then=None, facts_now=None, criterion=A, **attainment):
    """Judge what was answered and stated in January, rated in February, and said in March."""
    files = {
        "declarations": [declaration(JANUARY, facts_then, then)],
        "evaluations": [evaluation(FEBRUARY, light)],
        "product": declaration(MARCH, facts_now, now),
    }
    return judge(files, criterion, **attainment)


CLAIMS = [MET, SHOWN, PARTLY, UNMET, PLANNED]
NO_CLAIMS = [None, UNKNOWN, WAIVED, WAIVED_BARE]
FROM_LIGHT = {
    "status": GREY,
    "basis": "evaluation",
    "backing": "confirmed",
    "accepted": "accepted",
}


@pytest.mark.parametrize(("then", "now"), each_pair(NO_CLAIMS, CLAIMS))
def test_grey_where_a_newer_answer_is_the_first_claim_is_what_answer_and_facts_give(then, now):
    found = told(then, now, GREY)
    alone = judge({"product": declaration(MARCH, None, now)})

    assert (found["status"], found["basis"]) == (alone["status"], alone["basis"])
    assert "note changed-since-evaluation" in found["findings"]


@pytest.mark.parametrize(
    ("then", "now"),
    [*each_pair(CLAIMS, CLAIMS), *each_pair(CLAIMS + NO_CLAIMS, NO_CLAIMS)],
)
def test_grey_else_is_not_applicable_and_accepted_for_every_level(then, now):
    found = told(then, now, GREY)

    assert {key: found[key] for key in FROM_LIGHT} == FROM_LIGHT
    assert found["levels"]["fully"] == found["levels"]["confirmed"] == "high"


@pytest.mark.parametrize(("says", "light"), each_pair(SAYS, COLOURS))
def test_a_light_holds_where_nothing_newer_is_known(says, light):
    """What was there when it was given may say what it will."""
    found = told(None, None, light, SAYS[says], SAYS[says])

    assert (found["status"], found["basis"], found["backing"]) == (
        light,
        "evaluation",
        "confirmed",
    )
    certain = {"true": "met", "partly": "partly", "false": "unmet"}.get(says, light)
    against = ["note evaluation-against-facts"] if certain != light else []
    assert found["findings"] == against


CERTAIN = [("true", "met"), ("partly", "partly"), ("false", "unmet")]


@pytest.mark.parametrize(
    ("says", "status", "then", "light"),
    [
        (says, status, then, light)
        for (says, status), then, light in each_pair(CERTAIN, SAYS, COLOURS)
        if says != then
    ],
)
def test_newer_facts_that_are_certain_replace_a_light(says, status, then, light):
    found = told(None, None, light, SAYS[then], SAYS[says])

    assert (found["status"], found["basis"]) == (status, "facts")
    assert ("note changed-since-evaluation" in found["findings"]) is (status != light)


UNCERTAIN = [
    # facts say, the light, outcome, basis
    ("at least partly", "met", "met", "evaluation"),
    ("at least partly", "partly", "partly", "evaluation"),
    ("at least partly", "unmet", "partly", "facts"),
    ("met false, partly undetermined", "met", "partly", "facts"),
    ("met false, partly undetermined", "partly", "partly", "evaluation"),
    ("met false, partly undetermined", "unmet", "unmet", "evaluation"),
    ("undetermined", "met", "met", "evaluation"),
    ("undetermined", "partly", "partly", "evaluation"),
    ("undetermined", "unmet", "unmet", "evaluation"),
]


@pytest.mark.parametrize(("says", "light", "status", "basis"), UNCERTAIN)
def test_newer_facts_that_are_not_certain_only_raise_to_or_cap_at_partly(
    says, light, status, basis
):
    found = told(None, None, light, SAYS["true"], SAYS[says])

    assert (found["status"], found["basis"]) == (status, basis)


NOT_PAST, PAST = {"fact": "until", "not_past": True}, {"fact": "until", "past": True}
OPEN = {"fact": "open", "present": True}
LICENCE = {"fact": "licence", "present": True}
BY_TIME = [
    # rule, what is stated beside a day in March; the light, outcome, basis
    ("true", {"met": PAST}, {}, "unmet", "met", "facts"),
    ("true", {"met": PAST}, {}, "met", "met", "facts"),
    ("false", {"met": NOT_PAST}, {}, "met", "unmet", "facts"),
    ("partly", {"met": NOT_PAST, "partly": OPEN}, {"open": True}, "met", "partly", "facts"),
    ("partly", {"met": NOT_PAST, "partly": OPEN}, {"open": True}, "partly", "partly", "facts"),
    # above the light only if they are true
    ("partly", {"met": NOT_PAST, "partly": OPEN}, {"open": True}, "unmet", "unmet", "evaluation"),
    ("at most partly", {"met": NOT_PAST, "partly": OPEN}, {}, "met", "partly", "facts"),
    ("at most partly", {"met": NOT_PAST, "partly": OPEN}, {}, "unmet", "unmet", "evaluation"),
    ("at least partly", {"met": LICENCE, "partly": PAST}, {}, "unmet", "partly", "facts"),
    ("at least partly", {"met": LICENCE, "partly": PAST}, {}, "met", "met", "evaluation"),
]


@pytest.mark.parametrize(("says", "rules", "more", "light", "status", "basis"), BY_TIME)
def test_facts_that_have_changed_by_time(says, rules, more, light, status, basis):
    """One declaration, older than the evaluation: nobody has said anything since."""
    facts = {"until": "2026-03-15", **more}
    files = {
        "product": declaration(JANUARY, facts),
        "evaluations": [evaluation(FEBRUARY, light)],
    }
    criterion = {**{key: value for key, value in A.items() if key not in rules}, **rules}
    criterion = criterion if "partly" in rules else {k: v for k, v in criterion.items() if k != "partly"}  # fmt: skip
    found = judge(files, criterion)
    assert (found["status"], found["basis"]) == (status, basis)

    before = judge(files, criterion, as_of="2026-03-01")
    assert (before["status"], before["basis"]) == (light, "evaluation")


RANKED = [UNMET, PLANNED, PARTLY, MET]
ADMISSIONS = {"unmet": "unmet", "planned": "partly", "partly": "partly"}


@pytest.mark.parametrize(
    ("then", "now", "light"),
    [*each_pair([None, UNKNOWN, WAIVED, *RANKED], [*RANKED, SHOWN, WAIVED, UNKNOWN, None], COLOURS)],
)  # fmt: skip
def test_a_newer_admission_lowers_a_light_and_a_newer_claim_waits(then, now, light):
    """Unmet < planned < partly < met; after another answer or none an admission always counts.

    What is claimed to satisfy waits where the light is not green.
    """
    found = told(then, now, light, planned="partly")
    words = [each["answer"] for each in RANKED]
    word, known = (now or {}).get("answer"), (then or {}).get("answer")
    admitted = ADMISSIONS.get(word)
    lower = known not in words or (word in words and words.index(word) < words.index(known))
    lowers = now != then and admitted and lower and LOWER[admitted] < LOWER[light]

    expected = (admitted, "answer", "claimed") if lowers else (light, "evaluation", "confirmed")
    assert (found["status"], found["basis"], found["backing"]) == expected
    assert ("note changed-since-evaluation" in found["findings"]) is bool(lowers)
    claimed = {"met": 2, "not_applicable": 2, "partly": 1, "planned": 1}.get(word, 0)
    waits = now != then and claimed > LOWER[found["status"]]
    assert ("note awaits-evaluation" in found["findings"]) is waits


@pytest.mark.parametrize(
    ("due", "status"), [("2026-09-01", "partly"), ("2026-04", "unmet"), ("2026-05", "partly")]
)
def test_a_plan_lowers_a_light_to_what_it_counts_as_and_never_stops_as_one(due, status):
    found = told(MET, {**PLANNED, "due": due}, "met", planned="partly")

    assert found["status"] == status
    assert found["levels"]["assessed"] == ("high" if status == "partly" else None)


@pytest.mark.parametrize(
    "change",
    [
        {"evidence": ["Bilag 2"]},
        {"note": "Der er sket noget"},
        {"due": "2026-12-01"},
    ],
)
def test_an_answer_is_another_by_its_evidence_its_note_or_its_day_too(change):
    """After a plan of a later day nothing is lower; after none at all it always is."""
    assert told(UNKNOWN, {**UNMET, **change}, "met")["status"] == "unmet"
    assert told(PARTLY, {**PARTLY, **change}, "met")["status"] == "met"


def test_what_is_no_part_of_an_answer_makes_it_no_other():
    for key in ("explanation", "reason"):
        assert told(UNMET, {**UNMET, key: "derfor"}, "met")["status"] == "met"


@pytest.mark.parametrize("light", COLOURS)
@pytest.mark.parametrize("then", [None, MET, WAIVED])
def test_not_applicable_claimed_under_a_light_is_refused(then, light):
    found = told(then, WAIVED, light)
    assert (found["status"], found["basis"]) == (light, "evaluation")

    facts = told(then, WAIVED, light, {}, SAYS["false"])
    assert (facts["status"], facts["basis"]) == ("unmet", "facts")


def test_known_then_is_what_is_dated_on_or_before_the_evaluation():
    same_day = {
        "product": declaration(FEBRUARY, SAYS["false"], UNMET),
        "evaluations": [evaluation(FEBRUARY, "met")],
    }
    assert judge(same_day)["basis"] == "evaluation"

    register = {"registered": {"on": FEBRUARY, "by": "X"}, "facts": SAYS["false"]}
    known = {"register": register, "evaluations": [evaluation(FEBRUARY, "met")]}
    assert judge(known)["status"] == "met"

    later = {**register, "registered": {"on": MARCH, "by": "X"}}
    assert judge({**known, "register": later})["status"] == "unmet"

    observed = {"observed": {"on": MARCH, "by": "X"}, "facts": SAYS["true"]}
    seen = {"observations": observed, "evaluations": [evaluation(FEBRUARY, "unmet")]}
    assert judge(seen)["status"] == "met"


def test_nothing_was_known_of_a_declaration_that_was_not_kept():
    files = {
        "product": declaration(MARCH, None, PARTLY),
        "evaluations": [evaluation(FEBRUARY, "met")],
    }
    assert judge(files)["status"] == "partly"

    kept = {**files, "declarations": [declaration(JANUARY, None, PARTLY)]}
    assert judge(kept)["status"] == "met"


def test_the_light_of_a_criterion_is_the_newest_in_force_that_it_was_given():
    older, newer = evaluation("2026-01-20", "unmet"), evaluation(FEBRUARY, "partly")
    silent, draft = evaluation("2026-02-10", None), evaluation("2026-02-20", "met")
    draft["evaluated"]["draft"] = True
    future, other = evaluation("2026-05-02", "met"), evaluation("2026-02-25", "met")
    other["model"] = "small/0"

    for several in ([older, newer], [newer, older], [older, newer, silent, draft, future, other]):
        assert judge({"evaluations": several})["status"] == "partly"

"""Which self-assessment an evaluation is held against, and what each party says."""

from dataclasses import replace
from datetime import date

import pytest
from agreements import ANSWERS, EVALUATED, LIGHTS, evaluated, pair, pairs_of, row
from folders import criterion
from pages import LICENCE, OPEN, assessed, loaded

from os2governance.analysis.evaluation_pairs import (
    ClaimRecord,
    count_claim_records,
    list_evaluation_pairs,
)
from os2governance.assessment.levels import assess

MAY, AUGUST = {"on": "2026-05-01", "by": "O"}, {"on": "2026-08-01", "by": "O"}


def test_each_party_says_its_own(tmp_path):
    (found,) = pairs_of(tmp_path, facts={"open": True, "licence": None})
    said = {each.criterion: each for each in found.criteria}

    assert found.standing == "compared"
    assert (found.declared_on, found.evaluated_on) == (date(2026, 5, 1), date(2026, 6, 1))
    assert (said["A"].claimed, said["A"].rules, said["A"].light) == ("met", "met", "partly")
    assert (said["B"].claimed, said["B"].rules, said["B"].light) == ("partly", "unmet", "partly")
    assert (said["B"].facts, said["C"].facts) == ("unmet", "undetermined")


def test_an_earlier_evaluation_and_an_acceptance_say_nothing_for_the_rules(tmp_path):
    earlier = {"evaluated": {"on": "2026-05-15", "by": "E"}, "lights": {"C": {"light": "unmet"}}}
    place = {"on": "2026-05-20", "decision": "place", "level": "low", "by": "board"}
    accepts = {"accepts": {"A": {"until": "2027-01-01"}}, "grounds": "Ja"}
    first, second = pairs_of(
        tmp_path, evaluations=[earlier, EVALUATED], decisions=[{**place, **accepts}]
    )

    assert [each.criterion for each in first.criteria] == ["C"]
    assert [each.rules for each in second.criteria] == ["met", "partly", "met"]


@pytest.mark.parametrize(
    ("product", "standing"),
    [
        ({"declared": AUGUST}, "answered_later"),
        ({"declared": {**MAY, "draft": True}}, "draft"),
        ({"answers": {}}, "no_self_assessment"),
        ({"declared": None, "register": {"registered": MAY, "facts": {}}}, "no_self_assessment"),
        (
            {"decisions": [{"on": "2026-06-15", "decision": "close", "by": "board", "grounds": "N"}]},
            "closed",
        ),
    ],
)  # fmt: skip
def test_what_is_in_no_figure_says_why(tmp_path, product, standing):
    (found,) = pairs_of(tmp_path, as_of=date(2026, 9, 1), **product)

    assert found.standing == standing
    assert len(found.criteria) == 3


def test_what_was_answered_after_the_next_evaluation_belongs_to_that(tmp_path):
    second = {"evaluated": {"on": "2026-07-01", "by": "E"}, "lights": LIGHTS}
    found = pairs_of(
        tmp_path, as_of=date(2026, 9, 1), declared=AUGUST, evaluations=[EVALUATED, second]
    )

    assert [each.standing for each in found] == ["no_self_assessment", "answered_later"]


def test_the_self_assessment_kept_of_that_day_counts(tmp_path):
    kept = {"declared": MAY, "answers": {"A": {"answer": "unmet"}}}
    (found,) = pairs_of(
        tmp_path, as_of=date(2026, 9, 1), declared=AUGUST, declarations=[kept], answers=ANSWERS
    )

    assert (found.standing, found.declared_on) == ("compared", date(2026, 5, 1))
    assert [each.claimed for each in found.criteria] == ["unmet", "unknown", "unknown"]


def test_facts_that_exclude_a_criterion_do_not_say_that_it_is_met(tmp_path):
    model = loaded(tmp_path, [criterion("A", "low", LICENCE, applies=OPEN)])
    product = assessed(
        tmp_path,
        model,
        date(2026, 7, 1),
        facts={"open": False, "licence": "MIT"},
        evaluations=[{**EVALUATED, "lights": {"A": {"light": "not_applicable"}}}],
    )
    ((found,),) = [each.criteria for each in list_evaluation_pairs(product)]

    assert (found.facts, found.rules) == ("not_applicable", "not_applicable")


def test_facts_speak_in_the_words_of_the_formats(tmp_path):
    model = loaded(tmp_path, [criterion("A", "low", OPEN, partly=LICENCE)])
    product = assessed(
        tmp_path,
        model,
        date(2026, 7, 1),
        facts={"open": False},
        evaluations=[{**EVALUATED, "lights": {"A": {"light": "partly"}}}],
    )
    ((found,),) = [each.criteria for each in list_evaluation_pairs(product)]

    assert found.facts == "undetermined"


def test_the_rules_say_nothing_of_a_self_assessment_by_another_version(tmp_path):
    kept = {"declared": MAY, "answers": ANSWERS}
    product = evaluated(tmp_path, date(2026, 9, 1), declared=AUGUST, declarations=[kept])
    other = tuple(replace(each, model="small/0") for each in product.product.kept)
    changed = replace(product.product, kept=other)
    (found,) = list_evaluation_pairs(assess(changed, product.model, as_of=date(2026, 9, 1)))

    assert (found.standing, found.declared_on) == ("compared", date(2026, 5, 1))
    assert [each.claimed for each in found.criteria] == ["met", "partly", "met"]
    assert [each.rules for each in found.criteria] == ["unknown", "unknown", "unknown"]


@pytest.mark.parametrize(
    "evaluation",
    [
        {"evaluated": {"on": "2026-06-01", "by": "E", "draft": True}, "lights": LIGHTS},
        {"evaluated": {"on": "2026-08-01", "by": "E"}, "lights": LIGHTS},
        {"evaluated": {"on": "2026-06-01", "by": "E"}, "lights": {}},
    ],
)
def test_an_evaluation_that_is_not_in_force_or_says_nothing_is_no_pair(tmp_path, evaluation):
    assert list_evaluation_pairs(evaluated(tmp_path, evaluations=[evaluation])) == ()


def test_a_plan_counts_as_the_model_says(tmp_path):
    (found,) = pairs_of(tmp_path, answers={"A": {"answer": "planned", "due": "2027"}})

    assert (found.criteria[0].answer, found.criteria[0].claimed) == ("planned", "unmet")


def test_how_claims_fared():
    pairs = [
        pair(row(light="unmet"), row("B", light="met")),
        pair(row(light="met"), row("B", claimed="partly", light="unmet")),
        pair(row(light="not_applicable")),
        pair(row(light="unmet"), standing="draft"),
        pair(row(light="unmet"), model="other/1"),
    ]

    assert count_claim_records(pairs, "small/1") == {
        "A": ClaimRecord(claimed=3, lowered=1),
        "B": ClaimRecord(claimed=1, lowered=0),
    }

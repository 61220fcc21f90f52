"""What a plan is about: the level, why it is this one, how far it is, and what is accepted."""

import pytest
from folders import criterion
from pages import BOTH, LICENCE, OPEN, TITLE, assessed, loaded

from os2governance.analysis.plan import build_plan
from os2governance.render.plan.frame import (
    list_promises,
    render_acceptance,
    render_accepted,
    render_quota,
    render_start,
    render_summary,
    render_title,
    render_way_out,
)

REMEDY = {"da": "Åbn koden.", "en": "Open the code."}
CRITERIA = [
    criterion("A", "low", OPEN, title=TITLE, remedy=REMEDY),
    criterion("B", "low", LICENCE),
]
PLACE = {"on": "2026-02-03", "by": "board", "grounds": "Ja", "decision": "place"}
NAMES = [
    {"id": "low", "name": {"da": "Niveau 1", "en": "Level 1"}, "decided_by": ["board"]},
    {"id": "high", "name": {"da": "Niveau 2", "en": "Level 2"}},
]


def planned(folder, criteria=CRITERIA, level=None, levels=None, **product):
    model = loaded(folder, criteria, levels=levels or NAMES)
    return build_plan(assessed(folder, model, **product), level)


@pytest.mark.parametrize(
    ("records", "da", "en"),
    [
        ({}, "det mangler for at nå niveau 1", "what is missing for level 1"),
        (
            {"decisions": [{**PLACE, "level": "high"}]},
            "det mangler for at leve op til niveau 2, hvor produktet er placeret",
            "what is missing for level 2, where the product is placed",
        ),
        (
            {
                "evaluations": [
                    {"evaluated": {"on": "2026-02-03", "by": "X"}, "recommends": "high"}
                ]
            },
            "det mangler for at nå niveau 2, som er anbefalet",
            "what is missing for level 2, which is recommended",
        ),
    ],
)
def test_the_title_says_why_it_is_this_level(tmp_path, records, da, en):
    plan = planned(tmp_path, **records)

    assert render_title(plan, "da") == f"Tool: {da}"
    assert render_title(plan, "en") == f"Tool: {en}"


@pytest.mark.parametrize(
    ("facts", "da"),
    [
        ({}, "Ikke afklaret; højst niveau 2. 2 krav er ikke besvaret."),
        ({"open": False, "licence": "MIT"}, "Vurderet: endnu ikke på niveau 1. 1 krav stopper niveau 1."),
        ({"open": False}, "Vurderet: endnu ikke på niveau 1. 1 krav stopper niveau 1, og 1 krav er ikke besvaret."),
        ({"open": True, "licence": "MIT"}, "Niveau 2 er nået."),
    ],
)  # fmt: skip
def test_the_summary_counts_what_stops_and_what_is_not_answered(tmp_path, facts, da):
    assert render_summary(planned(tmp_path, facts=facts), "da") == da


def test_the_summary_says_what_the_assessed_level_rests_on(tmp_path):
    log = [{**PLACE, "level": "low", "accepts": {"A": {"grounds": "Ja"}}}]
    plan = planned(tmp_path, facts={"open": False, "licence": "MIT"}, decisions=log)

    rests = "Niveau 1 hviler på 1 accepteret afvigelse; uden den: endnu ikke på niveau 1."
    assert render_summary(plan, "da").endswith(rests)


@pytest.mark.parametrize(
    ("facts", "da"),
    [
        ({}, "Er det sådan, at koden er åben? Svar ja eller nej. Det er alene nok til A."),
        ({"open": False, "licence": None}, "A Åben kode: Åbn koden."),
    ],
)
def test_the_start_is_a_question_or_else_a_task(tmp_path, facts, da):
    assert render_start(planned(tmp_path, facts=facts).start, "da").sentence == da


def test_the_start_is_the_lightest_where_no_step_alone_is_enough(tmp_path):
    both = [criterion(name, "low", {"all": [OPEN, LICENCE]}) for name in "AB"]

    assert (
        render_start(planned(tmp_path, both).start, "en").sentence == "A. It takes the least work."
    )


def test_of_what_a_level_takes_some_it_is_said_how_many(tmp_path):
    levels = [{**NAMES[0], "needs": {"count": 1}}, NAMES[1]]
    plan = planned(tmp_path, levels=levels)
    [quota] = plan.quotas

    assert render_quota(plan, quota, "da") == "På niveau 1 er 1 af disse 2 krav nok: A og B."


@pytest.mark.parametrize("language", BOTH)
def test_an_accepted_deviation_says_who_until_when_and_what_was_promised(tmp_path, language):
    accepts = {"until": "2027-04-01", "grounds": "Ja", "action": "Koden åbnes", "responsible": "owner"}  # fmt: skip
    log = [{**PLACE, "level": "low", "accepts": {"A": accepts}}]
    plan = planned(tmp_path, level="high", facts={"open": False}, decisions=log)
    [each] = plan.accepted
    by, promised, above = {
        "da": (
            "accepteret af bestyrelsen 3. februar 2026 til og med niveau 1 og indtil 1. april 2027",
            "Lovet af ejeren: Koden åbnes.",
            "Den tæller ikke for niveau 2, så kravet står i vejen.",
        ),
        "en": (
            "accepted by the board on 3 February 2026, up to level 1 and through 1 April 2027",
            "Promised by the owner: Koden åbnes.",
            "It does not count for level 2, so that the criterion is in the way.",
        ),
    }[language]

    assert render_acceptance(each, plan, language) == by
    assert list_promises(each, plan, language) == [promised, above]
    assert render_accepted(each, plan, language).endswith(f"{promised} {above}")


def test_an_acceptance_without_a_deadline_or_a_promise_says_less(tmp_path):
    log = [{**PLACE, "level": "high", "accepts": {"A": {"grounds": "Ja"}}}]
    plan = planned(tmp_path, level="high", facts={"open": False}, decisions=log)
    [each] = plan.accepted

    assert "indtil" not in render_acceptance(each, plan, "da")
    assert list_promises(each, plan, "da") == []


@pytest.mark.parametrize("facts", [{"open": False}, {}])
def test_the_way_out_names_those_who_may_accept_where_something_stops(tmp_path, facts):
    said = render_way_out(planned(tmp_path, facts=facts), "en")

    assert ("the board" in said) is bool(facts)

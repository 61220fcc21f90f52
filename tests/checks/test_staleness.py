"""What of a record wants looking after."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance.checks.staleness import check_staleness
from os2governance.workflows.disk_files import open_library
from os2governance.workflows.find_products import assess_product_file

GROUNDS = {"by": "board", "grounds": "x"}
PLACED = {"on": "2026-03-01", "decision": "place", "level": "high", **GROUNDS}
PROCEDURE = {"evaluation_before_decision": True}
CLOSED = {"on": "2026-03-01", "decision": "close", **GROUNDS}


def accepted(name, until="2026-07-01", **more):
    given = {"on": "2026-03-01", "decision": "accept", "level": "high", **GROUNDS, **more}
    return {**given, "accepts": {name: {"until": until}}}


def evaluated(on, **more):
    return {"evaluated": {"on": on, "by": "S"}, **more}


@pytest.fixture
def found(tmp_path):
    """Find what wants looking after in a product, on the first of May unless said otherwise."""

    def finds(as_of="2026-05-01", wheel=None, procedure=PROCEDURE, **product):
        rules = [
            criterion("A", "low", {"fact": "open", "equals": True}),
            criterion("B", "high", {"fact": "licence", "present": True}),
        ]
        wheel = {"evaluation": "6 months", "notice": "2 months"} if wheel is None else wheel
        model = write_model(tmp_path, rules, wheel=wheel, procedure=procedure)
        folder = write_product(tmp_path, facts={"open": True, "licence": None}, **product)
        library = open_library(model.parent.parent)
        assessed = assess_product_file(
            str(folder / "product.yaml"), library, date.fromisoformat(as_of)
        ).assessed
        return [each.code for each in check_staleness(assessed)]

    return finds


@pytest.mark.parametrize(
    ("as_of", "decision", "codes"),
    [
        ("2026-04-30", accepted("B"), []),
        ("2026-05-01", accepted("B"), ["acceptance-ends-soon"]),
        ("2026-07-01", accepted("B"), ["acceptance-ends-soon"]),
        ("2026-07-02", accepted("B"), []),  # it has run out: that is found elsewhere
        ("2026-05-01", accepted("A"), ["acceptance-without-effect"]),
        ("2026-05-01", accepted("B", by="owner"), []),
    ],
)
def test_acceptances(found, as_of, decision, codes):
    assert found(as_of, decisions=[decision]) == codes


@pytest.mark.parametrize(
    ("on", "decisions", "codes"),
    [
        ("2025-11-01", [], []),
        ("2025-10-31", [], ["evaluation-too-old"]),
        ("2025-10-31", [CLOSED], []),
        ("2026-03-01", [CLOSED], []),
        ("2026-03-02", [CLOSED], ["evaluated-when-closed"]),
    ],
)
def test_evaluations(found, on, decisions, codes):
    assert found(evaluations=[evaluated(on)], decisions=decisions) == codes


@pytest.mark.parametrize(
    ("declared", "codes"),
    [
        ("2025-11-01", []),
        ("2025-10-31", ["never-evaluated"]),
    ],
)
def test_a_product_that_was_never_evaluated(found, declared, codes):
    assert found(declared={"on": declared, "by": "Ejeren"}) == codes


@pytest.mark.parametrize(
    ("evaluation", "codes"),
    [
        (evaluated("2026-02-01", recommends="high"), []),
        (evaluated("2026-02-01"), []),
        (evaluated("2026-02-01", recommends="low"), ["decision-above-recommended"]),
        (evaluated("2026-03-02"), ["decision-unevaluated"]),
        (evaluated("2026-02-01", recommends="low", model="small/0"), []),
    ],
)
def test_what_a_placement_rests_on(found, evaluation, codes):
    assert found(evaluations=[evaluation], decisions=[PLACED]) == codes


def test_a_model_without_the_rule_of_procedure_asks_for_no_evaluation(found):
    assert found(procedure={}, decisions=[PLACED]) == []


def test_a_model_without_a_wheel_asks_for_no_dates(found):
    decisions = [accepted("B", "2026-05-02")]

    assert found(wheel={}, evaluations=[evaluated("2001-01-01")], decisions=decisions) == []


def test_an_acceptance_of_what_the_model_does_not_have_is_passed_over(found):
    assert "acceptance-ends-soon" not in found(decisions=[accepted("Z", until="2026-05-02")])

"""Another maturity model, with other levels, facts and rules, works by adding its folder."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from os2governance import assess, load_model, load_product

TINY = Path(__file__).parent / "tiny"


@pytest.fixture
def assessment():
    model = load_model(TINY / "criteria" / "kitchen" / "2")
    return assess(load_product(TINY / "products" / "soup", model), model, as_of=date(2026, 5, 1))


def test_levels_by_its_own_rules(assessment):
    """Two of three satisfied is over 60 percent; the apron was not even answered."""
    statuses = {o.criterion.id: o.status for o in assessment.outcomes}

    assert statuses == {
        "KNIVES": "met",
        "FRIDGE": "partly",
        "SALT": "unmet",
        "SINK": "met",
        "APRON": "unknown",
    }
    assert asdict(assessment.levels) == {
        "placed": None,
        "assessed": "silver",
        "fully": "silver",
        "confirmed": None,
        "declared": "silver",
        "evaluated": "silver",
        "possible": "gold",
        "recommended": "silver",
        "claimed": None,
    }
    assert assessment.open == {"gold": ("APRON",)}
    assert assessment.blockers == {"gold": ("APRON",)}
    assert assessment.reservations == ()


def test_time_by_its_own_rules():
    model = load_model(TINY / "criteria" / "kitchen" / "2")
    product = load_product(TINY / "products" / "soup", model)
    later = assess(product, model, as_of=date(2026, 5, 5))

    assert later.outcome("KNIVES").status == "unmet"
    assert later.levels.assessed is None


def test_every_command_works_on_it(run):
    soup, criteria = str(TINY / "products" / "soup"), str(TINY / "criteria")
    common = ["--criteria", criteria, "--as-of", "2026-05-01"]

    told = run("assess", soup, *common)
    assert told.exit_code == 0
    assert "Sølv" in told.output
    said = json.loads(run("assess", soup, "--format", "json", *common).output)
    assert said["portfolio"]["assessed"] == {"silver": 1}
    assert "saltet er sea eller rock" in run("explain", soup, "SALT", *common).output.lower()
    assert "APRON" in run("next", soup, *common).output
    assert "KNIVES" in run("criteria", "show", "kitchen/2", "--criteria", criteria).output

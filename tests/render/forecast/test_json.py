"""The forecast in JSON."""

import json

import pytest
from forecasts import ACCEPTED, CRITERIA, LAST, UNTIL, looked_ahead
from pages import BOTH, HOSTILE, TODAY, assessed, loaded

from os2governance.findings.finding import Location, make_finding
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.forecast.json import FORMAT, build_forecast_object


def said(*looked, language="en", findings=()):
    return build_forecast_object(looked, TODAY, UNTIL, findings, language)


@pytest.mark.parametrize("language", BOTH)
def test_a_day_tells_what_gets_worse_why_and_who(tmp_path, language):
    looked = looked_ahead(tmp_path)
    [product] = said(looked, language=language)["products"]
    [turn] = product["ahead"]
    [one] = turn["criteria"]
    [reason] = one["reasons"]

    assert (turn["on"], turn["last_day"]) == ("2026-10-16", LAST.isoformat())
    states = {"before_state": "reached", "after_state": "below"}
    assert {"name": "assessed", "before": "low", "after": None, **states} in turn["levels"]
    assert (one["criterion"], one["before"], one["after"]) == ("A", "met", "unmet")
    assert (one["worse"], one["responsible"]) == (True, "owner")
    assert (reason["kind"], reason["subject"], reason["found"]) == (
        "fact", "group.met_on", "2025-10-15",
    )  # fmt: skip
    assert reason["asked"] == looked[1][0].outcomes[0].reasons[0].node.render(language)
    assert reason.keys() >= {"file", "line", "column", "title"}


def test_an_acceptance_that_ends_is_a_reason_without_a_fact(tmp_path):
    [product] = said(looked_ahead(tmp_path, decisions=[ACCEPTED]))["products"]
    ends = product["ahead"][-1]
    [one] = ends["criteria"]

    assert (ends["on"], ends["last_day"]) == ("2027-01-01", "2026-12-31")
    assert (one["accepted_before"], one["accepted_after"]) == (True, False)
    [reason] = one["reasons"]
    assert (reason["kind"], reason["level"]) == ("acceptance", "high")
    assert (reason["action"], reason["promised_by"]) == ("Åbne koden", "owner")
    assert one["responsible"] == "owner"


@pytest.mark.parametrize("language", BOTH)
def test_the_head_tells_the_days_the_models_and_what_could_not_be_used(tmp_path, language):
    findings = [make_finding("no-products", Location("x"), path="x")]
    looked = looked_ahead(tmp_path)
    whole = said(looked, language=language, findings=findings)

    assert whole["format"] == FORMAT
    assert (whole["as_of"], whole["until"]) == ("2026-05-01", "2027-05-01")
    assert whole["made_from"]["models"] == {"small/1": looked[0].model.digest}
    assert whole["findings"] == build_finding_objects(findings, language)
    assert said()["products"] == []


def test_what_was_typed_is_not_changed(tmp_path):
    whole = said(looked_ahead(tmp_path, name=HOSTILE))

    assert whole["products"][0]["name"] == HOSTILE
    assert json.loads(json.dumps(whole)) == whole


def test_when_a_product_is_to_be_evaluated_next(tmp_path):
    model = loaded(tmp_path, CRITERIA, wheel={"evaluation": "6 months"})
    [product] = said((assessed(tmp_path, model), ()))["products"]
    [other] = said(looked_ahead(tmp_path / "other"))["products"]

    assert product["evaluation"] == {"due": "2026-11-01", "last": None, "late": False}
    assert other["evaluation"] is None

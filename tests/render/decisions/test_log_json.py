"""The decision log in JSON."""

from datetime import date

import pytest
from log_entries import ENTRY, NAMELESS, entry
from pages import BOTH, HOSTILE, TODAY

from os2governance.analysis.decision_log import AcceptedDeviation
from os2governance.findings.finding import Location, make_finding
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.decisions.log_json import FORMAT, build_log_object


def said(years, language="en", findings=()):
    return build_log_object(years, TODAY, {"small/1": "sha256:0"}, findings, language)


@pytest.mark.parametrize("language", BOTH)
def test_a_decision_has_all_its_keys(language):
    [one] = said({2026: [ENTRY]}, language)["decisions"]

    assert one == {
        "on": "2026-02-01",
        "product": "tool",
        "name": "Tool",
        "decision": "up",
        "level": "high",
        "accepts": {},
        "promised": {},
        "corrects": None,
        "withdraws": [],
        "by": "board",
        "decided_by": {"da": "Bestyrelsen", "en": "The board"}[language],
        "grounds": "Ja",
        "reference": "https://e.example/7",
        "file": "decisions.yaml",
        "line": 3,
    }


def test_the_years_are_one_list_in_their_order():
    years = {2026: [entry(line=4), entry(line=3)], 2025: [entry(line=9)]}

    assert [each["line"] for each in said(years)["decisions"]] == [4, 3, 9]


def test_what_there_is_not_is_null():
    promised = AcceptedDeviation(
        until=date(2026, 12, 31), action="Åbne", responsible="owner", renewal=2
    )
    accepts = {"A": AcceptedDeviation(until=None), "B": promised}
    first, second = said({2026: [NAMELESS, entry(accepts=accepts)]})["decisions"]

    assert (first["level"], first["reference"]) == (None, None)
    assert second["accepts"] == {"A": None, "B": "2026-12-31"}
    assert second["promised"] == {
        "A": {"action": "", "responsible": None, "renewal": 0},
        "B": {"action": "Åbne", "responsible": "owner", "renewal": 2},
    }


@pytest.mark.parametrize("language", BOTH)
def test_the_head_tells_day_models_and_what_could_not_be_read(language):
    findings = [make_finding("no-products", Location(HOSTILE), path=HOSTILE)]
    whole = said({}, language, findings)

    assert (whole["format"], whole["as_of"], whole["decisions"]) == (FORMAT, "2026-05-01", [])
    assert whole["made_from"]["models"] == {"small/1": "sha256:0"}
    assert whole["findings"] == build_finding_objects(findings, language)

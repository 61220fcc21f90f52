"""The report of `check` as JSON."""

import json
from dataclasses import replace

import pytest
from check_reports import TOTALS, hostile, made, typed
from hypothesis import given
from pages import BOTH, assessed

from os2governance.analysis.difference import ProductChange
from os2governance.checks.suppressions import SuppressionUse
from os2governance.findings.finding import Location, make_finding
from os2governance.render.check.json import FORMATTER
from os2governance.render.check.report import CheckResult, build_help_url
from os2governance.render.common.findings_json import build_finding_object


@given(typed, typed)
def test_it_holds_one_finding_whatever_was_typed(text, file):
    said = json.loads(made("json", hostile(text, file)))

    assert len(said["findings"]) == 1
    assert said["format"] == "os2governance/check/1"


@pytest.mark.parametrize("language", BOTH)
def test_a_finding_is_the_usual_object_with_fingerprint_and_help(language):
    found = make_finding("unanswered", Location("f", 1, 1), criterion="A", id="A", title="A")
    checked = CheckResult(file="f", findings=(found, found), texts={})
    said = json.loads(f"[{FORMATTER.item(checked, language)}]")

    for each, mark in zip(said, checked.build_fingerprints(checked.findings), strict=True):
        own = {"fingerprint": mark, "help": build_help_url("unanswered")}
        assert each == {**build_finding_object(found, language), **own}


def test_nothing_checked_is_an_empty_report():
    totals = replace(TOTALS, products=0, counts={})
    said = json.loads(FORMATTER.head(totals) + FORMATTER.tail(totals))

    assert said["findings"] == said["changes"] == []
    assert said["against"] is None
    assert said["checked"] == {"products": 0, "models": 0, "unreadable": 0}


def test_totals_and_changes_are_told(tmp_path):
    change = ProductChange(None, assessed(tmp_path))
    use = SuppressionUse(
        location=Location("f", 2, 7), codes=("a", "b"), reason="Senere.", until=None, findings=4
    )
    totals = replace(
        TOTALS,
        models=2,
        unreadable=3,
        suppressed=4,
        suppressions=[use],
        against="HEAD",
        changes=[change],
    )
    said = json.loads(FORMATTER.head(totals) + FORMATTER.tail(totals))

    assert said["as_of"] == TOTALS.as_of
    assert said["counts"] == TOTALS.counts
    assert said["checked"] == {"products": 1, "models": 2, "unreadable": 3}
    assert (said["silenced"], said["against"]) == (4, "HEAD")
    assert said["silences"] == [
        {"file": "f", "line": 2, "column": 7, "codes": ["a", "b"], "reason": "Senere.",
         "since": None, "until": None, "findings": 4},
    ]  # fmt: skip
    assert [each["product"] for each in said["changes"]] == ["tool"]

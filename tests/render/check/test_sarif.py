"""SARIF for code scanning: valid, inert, and files where they are."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from check_reports import HOSTILE, TOTALS, hostile, made, typed
from hypothesis import given

from os2governance.checks.suppressions import apply_suppressions
from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.finding import Location, make_finding
from os2governance.render.check.report import CheckResult, build_help_url
from os2governance.render.check.sarif import build_artifact_location

SARIF = Path(__file__).parent / "sarif-schema-2.1.0.json"


@given(typed, typed)
def test_sarif_holds_no_markup_and_only_valid_addresses(text, file):
    (result,) = json.loads(made("sarif", hostile(text, file)))["runs"][0]["results"]
    where = result["locations"][0]["physicalLocation"]["artifactLocation"]

    assert re.fullmatch(r"[A-Za-z0-9/._~%:-]*", where["uri"])
    unescaped = result["message"]["text"].replace("\\\\", "").replace("\\[", "").replace("\\]", "")
    assert "[" not in unescaped
    assert "{" not in result["message"]["text"].replace("{{", "")


def test_sarif_is_valid_by_the_official_schema():
    schema = json.loads(SARIF.read_text(encoding="utf-8"))
    whole = CheckResult(file="a b.yaml", findings=(*hostile(HOSTILE).findings,), texts={})
    for text in (
        made("sarif", whole),
        made("sarif", CheckResult(file="x", findings=(), texts={})),
    ):
        jsonschema.Draft7Validator(schema).validate(json.loads(text))


URIS = [
    ("products/x/product.yaml", {"uri": "products/x/product.yaml", "uriBaseId": "%SRCROOT%"}),
    ("a b#c%.yaml", {"uri": "a%20b%23c%25.yaml", "uriBaseId": "%SRCROOT%"}),
    ("/tmp/æ.yaml", {"uri": "file:///tmp/%C3%A6.yaml"}),
    ("x:y", {"uri": "x%3Ay", "uriBaseId": "%SRCROOT%"}),
    ("x\udcffy", {"uri": "x%FFy", "uriBaseId": "%SRCROOT%"}),
    ("x\udcfey", {"uri": "x%FEy", "uriBaseId": "%SRCROOT%"}),
]


@pytest.mark.parametrize(("file", "address"), URIS)
def test_where_a_file_is(file, address):
    assert build_artifact_location(file) == address


def test_files_whose_names_are_no_text_are_several_artifacts():
    names = ("x\udcffy/product.yaml", "x\udcfey/product.yaml")
    totals = replace(TOTALS, provenance={"files": dict.fromkeys(names, "sha256:00")})
    said = json.loads(made("sarif", hostile("a", names[0]), totals))
    schema = json.loads(SARIF.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(said)
    addresses = {each["location"]["uri"] for each in said["runs"][0]["artifacts"]}

    assert addresses == {"x%FFy/product.yaml", "x%FEy/product.yaml"}


@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_a_result_has_the_severity_the_place_and_the_rule_of_its_finding(severity):
    found = make_finding("unanswered", Location("f", 3, 4), severity=severity, criterion="A", id="A", title="A")  # fmt: skip
    whole = CheckResult(file="f", findings=(found,), texts={})
    [result] = json.loads(made("sarif", whole))["runs"][0]["results"]

    assert (result["level"], result["ruleId"]) == (severity, "unanswered")
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 4,
    }
    assert result["properties"] == {"criterion": "A"}
    assert list(result["partialFingerprints"].values()) == whole.build_fingerprints(whole.findings)


def test_a_suppressed_finding_is_a_result_that_says_why():
    text = "a: 1  # os2governance: ignore[unanswered] until 2027-01-01 Senere.\nb: 2"
    findings = [make_finding("unanswered", Location("f", n, 1), id="A", title="") for n in (1, 2)]
    left, suppressed, _ = apply_suppressions(findings, [("f", text)], as_of=date(2026, 5, 1))
    whole = CheckResult(file="f", findings=left, texts={"f": text}, suppressed=suppressed)
    open_, closed = json.loads(made("sarif", whole))["runs"][0]["results"]

    assert "suppressions" not in open_
    [why] = closed["suppressions"]
    assert (why["kind"], why["justification"]) == ("inSource", "Senere.")
    assert why["properties"] == {"until": "2027-01-01"}
    assert why["location"]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 7}
    alone = CheckResult(file="f", findings=findings, texts={"f": text})
    marks = [*closed["partialFingerprints"].values(), *open_["partialFingerprints"].values()]
    assert marks == alone.build_fingerprints(findings)


def test_a_place_without_a_line_is_the_files_beginning():
    found = make_finding("personal-data", Location("f"), kind="x")
    [result] = json.loads(made("sarif", CheckResult(file="f", findings=(found,), texts={})))[
        "runs"
    ][0]["results"]

    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 1,
    }


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_every_code_has_a_rule_in_which_no_field_is_left(code):
    run = json.loads(made("sarif", hostile("a"), replace(TOTALS, language="en"), codes=[code]))[
        "runs"
    ][0]
    [rule] = run["tool"]["driver"]["rules"]

    assert (rule["id"], rule["helpUri"]) == (code, build_help_url(code))
    assert rule["defaultConfiguration"]["level"] == CATALOGUE[code].severity
    for key in ("shortDescription", "fullDescription", "help"):
        assert rule[key]["text"]
        assert not re.search(r"\{\w*\}", rule[key]["text"])


def test_a_result_ends_where_its_value_ends_and_the_run_says_whether_all_was_read():
    text = "a: 1\nanswers:\n  R1: {answer: met}\n"
    found = make_finding("silence-without-reason", Location("x.yaml", 3, 3))
    checked = CheckResult(file="x.yaml", findings=(found,), texts={"x.yaml": text})
    (run,) = json.loads(made("sarif", checked))["runs"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]

    assert region == {"startLine": 3, "startColumn": 3, "endColumn": 5}
    assert run["automationDetails"]["id"] == "os2governance/check/"
    assert run["invocations"] == [{"executionSuccessful": True}]
    broken = json.loads(made("sarif", checked, totals=replace(TOTALS, unreadable=1)))["runs"][0]
    assert broken["invocations"] == [{"executionSuccessful": False}]

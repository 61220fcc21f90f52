"""JUnit XML: a test case for each product, which fails where the check does."""

import xml.etree.ElementTree as ET

import pytest
from check_reports import PAGE, hostile, made, typed
from hypothesis import given

from os2governance.findings.finding import Location, make_finding
from os2governance.i18n.inert import escape_command_markers, make_inert
from os2governance.i18n.symbols import SEVERITY_SYMBOLS
from os2governance.render.check.formats import load_formatter
from os2governance.render.check.junit import build_formatter
from os2governance.render.check.report import CheckResult
from os2governance.render.common.source_path import NO_SOURCE_ROOT, resolve_source_path


@given(typed, typed)
def test_junit_is_xml_with_one_failing_test(text, file):
    tree = ET.fromstring(made("junit", hostile(text, file)))
    (case,) = tree.iter("testcase")

    shown = escape_command_markers(make_inert(resolve_source_path(file, NO_SOURCE_ROOT)))
    named = shown.encode("utf-8", "backslashreplace").decode()
    assert case.attrib == {"classname": "os2governance.check", "name": named}
    assert len(case) == 1
    assert len(case[0]) == 0


@pytest.mark.parametrize(
    ("fail_on", "told"),
    [
        ("error", {"failure": ["error"], "system-out": ["warning", "note"]}),
        ("warning", {"failure": ["error", "warning"], "system-out": ["note"]}),
        ("note", {"failure": ["error", "warning", "note"]}),
    ],
)
def test_a_test_of_junit_fails_where_the_check_does(fail_on, told):
    severities = ("error", "warning", "note")
    found = [
        make_finding("unanswered", Location("f", 1, 1), severity=s, id=s, title=s)
        for s in severities
    ]
    form = load_formatter("junit", PAGE, fail_on)
    suite = ET.fromstring(form.item(CheckResult(file="f", findings=found, texts={}), "da"))

    assert {
        each.tag: [line.split(": ")[1].split()[0] for line in each.text.splitlines()]
        for each in suite[0]
    } == {
        tag: [{"error": "fejl", "warning": "advarsel"}.get(each, each) for each in listed]
        for tag, listed in told.items()
    }
    assert suite.get("failures") == "1"
    none = ET.fromstring(form.item(CheckResult(file="f", findings=[], texts={}), "da"))
    assert none.get("failures") == "0"


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_worst_severity_is_that_of_the_failure(language):
    found = [
        make_finding("unanswered", Location("f", 1, 1), severity=s, id=s, title=s)
        for s in ("note", "warning", "error")
    ]
    form = build_formatter("note")
    suite = ET.fromstring(form.item(CheckResult(file="f", findings=found, texts={}), language))
    said = suite[0][0].text.splitlines()

    assert suite[0][0].get("type") == "error"
    assert [line.split(": ")[1].split()[0] for line in said] == [
        SEVERITY_SYMBOLS[each.severity].word.render(language) for each in found
    ]


def test_several_products_are_several_suites():
    form, one = build_formatter("error"), CheckResult(file="f", findings=(), texts={})
    whole = form.head(None) + form.separator.join([form.item(one, "da")] * 3) + form.tail(None)

    assert [each.get("tests") for each in ET.fromstring(whole)] == ["1", "1", "1"]

"""The report of `check` as code quality of GitLab."""

import json

import pytest
from check_reports import hostile, made, typed
from hypothesis import given

from os2governance.findings.finding import Location, make_finding
from os2governance.render.check.gitlab import FORMATTER
from os2governance.render.check.report import CheckResult


@given(typed, typed)
def test_it_holds_one_issue_whatever_was_typed(text, file):
    (issue,) = json.loads(made("gitlab", hostile(text, file)))

    assert not [c for c in issue["description"] if not c.isprintable() and c != "\xa0"]
    assert {"description", "check_name", "fingerprint", "severity", "location"} <= issue.keys()


def test_what_is_no_text_in_a_path_is_told_so_that_any_reader_takes_it():
    for byte in ("\udcff", "\udcfe"):
        (issue,) = json.loads(made("gitlab", hostile("a", f"x{byte}y/product.yaml")))
        assert (
            issue["location"]["path"]
            == f"x\\udc{byte.encode('utf-16-le', 'surrogatepass')[0]:x}y/product.yaml"
        )


@pytest.mark.parametrize(
    ("severity", "word"), [("error", "major"), ("warning", "minor"), ("note", "info")]
)
def test_each_severity_has_its_word(severity, word):
    found = make_finding("unanswered", Location("f", 5, 2), severity=severity, id="A", title="A")
    (issue,) = json.loads(made("gitlab", CheckResult(file="f", findings=(found,), texts={})))

    assert issue["severity"] == word
    assert issue["location"] == {"path": "f", "lines": {"begin": 5, "end": 5}}


def test_several_products_are_one_list_and_none_is_an_empty_one():
    items = [FORMATTER.item(hostile("a", name), "en") for name in "abc"]
    whole = FORMATTER.head(None) + FORMATTER.separator.join(items) + FORMATTER.tail(None)

    assert [each["location"]["path"] for each in json.loads(whole)] == ["a", "b", "c"]
    assert json.loads(FORMATTER.head(None) + FORMATTER.tail(None)) == []


def test_a_place_without_a_line_is_the_first():
    found = make_finding("personal-data", Location("f"), kind="x")
    (issue,) = json.loads(made("gitlab", CheckResult(file="f", findings=(found,), texts={})))

    assert issue["location"]["lines"] == {"begin": 1, "end": 1}

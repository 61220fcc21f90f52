"""One line for each finding, as editors read them."""

import re

from check_reports import hostile, made, typed
from hypothesis import given

from os2governance.findings.finding import Location, make_finding
from os2governance.render.check.report import CheckResult


def test_a_finding_is_one_line_that_begins_with_its_place():
    found = make_finding("silence-without-reason", Location("a/b.yaml", 3, 5))
    said = made("line", CheckResult(file="a/b.yaml", findings=(found,), texts={}))

    assert re.fullmatch(r"a/b\.yaml:3:5: error: .+ \[silence-without-reason\]\n", said)


def test_a_finding_about_a_whole_file_stands_at_its_beginning():
    found = make_finding("file-missing", Location("a/b.yaml"))
    said = made("line", CheckResult(file="a/b.yaml", findings=(found,), texts={}))

    assert said.startswith("a/b.yaml:1:1: error: ")


@given(typed, typed)
def test_whatever_a_file_says_is_one_line_and_no_command(text, file):
    said = made("line", hostile(text, file))

    assert said.count("\n") == 1
    assert "\x1b" not in said
    assert not said.startswith(("::", "##["))

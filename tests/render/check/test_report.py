"""Fingerprints of findings, and the lines that they concern."""

import pytest
from check_reports import GROUND
from hypothesis import given
from hypothesis import strategies as st

from os2governance.findings.finding import Location, make_finding
from os2governance.render.check.report import CheckResult, build_help_url


def test_fingerprints_stay_when_lines_above_come_and_go():
    def prints(lines, *numbers):
        findings = [
            make_finding("unanswered", Location("f", n, 1), id="A", title="") for n in numbers
        ]
        return CheckResult(
            file="f", findings=findings, texts={"f": "\n".join(lines)}
        ).build_fingerprints(findings)

    one, two = prints(["a: 1", "b: 2"], 1, 2)
    assert one != two
    assert prints(["# new", "", "  a: 1", "b: 2"], 3, 4) == [one, two]
    assert prints(["a: 1", "b: 2"], 1, 1) == [one, f"{one}:2"]


def test_fingerprints_do_not_depend_on_how_a_path_is_written():
    def prints(file):
        found = make_finding("unanswered", Location(file, 1, 1), id="A", title="")
        return CheckResult(
            file=file, findings=[found], texts={file: "a: 1"}, source_root=GROUND
        ).build_fingerprints([found])

    assert prints("a.yaml") == prints("/work/repo/sub/a.yaml") == prints("../sub/./a.yaml")
    assert prints("a.yaml") != prints("../a.yaml")


@given(st.lists(st.sampled_from(["a: 1", "  a: 1 ", "b: 2", ""]), min_size=1, max_size=6))
def test_no_two_findings_of_a_product_have_the_same_fingerprint(lines):
    findings = [
        make_finding("unanswered", Location("f", n, 1), id="A", title="")
        for n in range(len(lines) + 2)
    ]
    marks = CheckResult(
        file="f", findings=findings, texts={"f": "\n".join(lines)}
    ).build_fingerprints(findings)

    assert len(set(marks)) == len(marks) == len(findings)


@pytest.mark.parametrize(
    ("number", "line"), [(0, None), (1, "a: 1"), (2, ""), (3, "c: 3"), (4, None)]
)
def test_the_line_of_a_finding(number, line):
    found = make_finding("yaml-key", Location("f", number, 1))
    checked = CheckResult(file="f", findings=(found,), texts={"f": "a: 1\r\n\r\nc: 3"})

    assert checked.find_line(found) == line
    assert CheckResult(file="f", findings=(found,), texts={}).find_line(found) is None


def test_a_criterion_and_a_code_are_part_of_the_fingerprint():
    def mark(code, criterion):
        found = make_finding(code, Location("f", 1, 1), criterion=criterion)
        return CheckResult(file="f", findings=(found,), texts={}).build_fingerprints([found])[0]

    assert len({mark("yaml-key", "A"), mark("yaml-key", "B"), mark("yaml-key", None)}) == 3
    assert mark("yaml-key", "A") == mark("yaml-key", "A")


def test_each_code_has_an_address():
    assert build_help_url("yaml-key").endswith("/docs/findings.md#yaml-key")

"""Workflow commands of GitHub Actions, and the summary of a job."""

import re
from dataclasses import replace

import pytest
from check_reports import HOSTILE, TOTALS, hostile, made, typed
from hypothesis import given
from pages import BOTH, assessed, loaded

from os2governance.analysis.difference import ProductChange
from os2governance.findings.finding import Location, make_finding
from os2governance.i18n.symbols import SEVERITY_PLURALS, SEVERITY_SYMBOLS
from os2governance.render.check.github import (
    MAX_SUMMARY_FINDINGS,
    list_summary_rows,
    render_job_summary,
)
from os2governance.render.check.report import CheckResult
from os2governance.render.common.findings import render_checked_counts


@given(typed, typed)
def test_github_commands_are_one_to_a_line(text, file):
    lines = made("github", hostile(text, file)).split("\n")

    assert [line[:2] for line in lines] == ["::", ""]
    command, _, data = lines[0][2:].partition("::")
    assert re.fullmatch(
        r"warning file=[^,:]*,line=1,col=2(,endColumn=[0-9]+)?,title=personal-data", command
    )
    assert not re.search("%(?!25|0A|0D|3A|2C)", lines[0])
    assert data.replace("\xa0", " ").isprintable()


@given(typed)
def test_the_summary_is_a_table_of_one_row(text):
    found = [("warning", "personal-data", text, text)]
    said = render_job_summary(replace(TOTALS, counts={"warning": 1}), found)
    table = [line for line in said.splitlines() if line.startswith("|")]

    assert len(table) == 3
    assert table[2].count("|") == 5
    assert not re.search("[<>]", table[2])


def test_a_summary_begins_with_the_gravest():
    found = [make_finding("unanswered", Location("f", n, 1), id="A", title="") for n in range(60)]
    found += [make_finding("yaml-key", Location("f", 99, 1))]
    kept = list_summary_rows(found, "da")

    assert len(kept) == 50
    assert kept[0][:3] == ("error", "yaml-key", "f:99:1")
    assert [each[2] for each in kept[1:]] == [f"f:{n}:1" if n else "f" for n in range(49)]


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize(("products", "models"), [(1, 1), (0, 0), (2, 0), (0, 3)])
def test_a_summary_counts_what_was_checked(language, products, models):
    totals = replace(TOTALS, products=products, models=models, language=language)

    assert render_checked_counts(products, models, language) in render_job_summary(totals, [])


@pytest.mark.parametrize(
    ("severity", "command"), [("error", "error"), ("warning", "warning"), ("note", "notice")]
)
def test_each_severity_has_its_command(severity, command):
    found = make_finding("unanswered", Location("f", 1, 2), severity=severity, id="A", title="A")
    said = made("github", CheckResult(file="f", findings=(found,), texts={}))

    assert said.startswith(f"::{command} file=f,line=1,col=2,title=unanswered::")


@pytest.mark.parametrize("language", BOTH)
def test_one_finding_is_told_as_one_and_several_as_several(language):
    def said(count):
        totals = replace(TOTALS, counts={"warning": count}, language=language)
        return render_job_summary(totals, []).splitlines()[-1]

    assert said(1) == f"1 {SEVERITY_SYMBOLS['warning'].word.render(language)}"
    assert said(2) == f"2 {SEVERITY_PLURALS['warning'].render(language)}"


def test_a_place_without_a_line_has_none():
    found = make_finding("personal-data", Location("f"), kind="x")
    said = made("github", CheckResult(file="f", findings=(found,), texts={}))

    assert said.startswith("::warning file=f,title=personal-data::")


def test_what_is_left_out_of_a_summary_is_counted():
    row = ("note", "unanswered", "f", "x")
    left = render_job_summary(replace(TOTALS, counts={"note": 777}), [row] * 60)

    assert left.count("docs/findings.md#unanswered") == MAX_SUMMARY_FINDINGS
    assert str(777 - MAX_SUMMARY_FINDINGS) in left.splitlines()[-1]


def test_changes_since_a_revision_are_a_list_of_inert_lines(tmp_path):
    model = loaded(tmp_path)
    before, after = (
        assessed(tmp_path / name, model, facts={"open": met})
        for name, met in (("a", True), ("b", False))
    )
    totals = replace(
        TOTALS, against=HOSTILE.replace("\n", ""), changes=[ProductChange(before, after)]
    )
    said = render_job_summary(totals, [])

    assert [line for line in said.splitlines() if line.startswith("- ")] == ["- **tool**"]
    assert sum(line.startswith("  - ") for line in said.splitlines()) >= 2
    assert not re.search(r"(?<!\\)<script", said)

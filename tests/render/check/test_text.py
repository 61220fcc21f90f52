"""The report of `check` as text: the lines concerned, with marks below."""

from dataclasses import replace

import pytest
from check_reports import TOTALS, hostile, made, typed
from hypothesis import given
from hypothesis import strategies as st
from pages import BOTH, lines

from os2governance.checks.suppressions import SuppressionUse
from os2governance.findings.finding import Location, make_finding
from os2governance.render.check.report import DOCUMENTATION, CheckResult
from os2governance.render.check.text import render_check_result_blocks, render_check_totals_blocks
from os2governance.render.common.blocks import Excerpt
from os2governance.render.common.findings import render_checked_counts, render_severity_counts


@given(typed, typed)
def test_text_holds_nothing_that_moves_the_cursor(text, file):
    said = made("text", hostile(text, file))

    assert [c for c in said if not c.isprintable() and c != "\n"] == []


def excerpt(line, column, severity="error"):
    found = make_finding("yaml-key", Location("f", 1, column), severity=severity)
    blocks = render_check_result_blocks(
        CheckResult(file="f", findings=(found,), texts={"f": line}), "da"
    )
    return [block for block in blocks if isinstance(block, Excerpt)]


MARKS = [
    ("open: yes", 1, "open"),
    ("open: yes", 7, "yes"),
    ("  name: 'a # b'  # c", 9, "'a # b'"),
    ('name: "a \\" b" # c', 7, '"a \\" b"'),
    ("[one two, three]", 2, "one two"),
    ("name: a#b", 7, "a"),
    ("on: 2026-05-01T10:00", 5, "2026-05-01T10:00"),
    ("{", 1, "{"),
    ("æøå: 1", 1, "æøå"),
]


@pytest.mark.parametrize(("line", "column", "marked"), MARKS)
def test_the_mark_is_below_what_the_finding_concerns(line, column, marked):
    [shown] = excerpt(line, column)

    assert shown.line[shown.start : shown.start + shown.length] == marked


@given(st.text(max_size=20).filter(lambda line: len(line.splitlines()) < 2), st.integers(1, 40))
def test_no_mark_is_beyond_its_line(line, column):
    for shown in excerpt(line, column):
        assert 0 <= shown.start <= shown.start + shown.length <= len(shown.line)


def test_notes_are_grouped_below_the_file_without_lines():
    found = make_finding("yaml-key", Location("f", 1, 1), severity="note")
    said = list(
        render_check_result_blocks(
            CheckResult(file="f", findings=(found,), texts={"f": "a: 1"}), "en"
        )
    )

    assert lines(said)[0] == "f"
    assert not any(isinstance(block, Excerpt) for block in said)
    assert excerpt("a: 1", 1, "warning") != excerpt("a: 1", 1, "note") == []


@pytest.mark.parametrize("language", BOTH)
def test_the_end_counts_what_was_checked_and_found(language):
    totals = replace(TOTALS, language=language, models=3, suppressed=77)
    said = lines(render_check_totals_blocks(totals))

    assert {"da": "1. maj 2026", "en": "1 May 2026"}[language] in said[0].replace("\xa0", " ")
    assert render_checked_counts(1, 3, language) in said[0]
    assert render_severity_counts(totals.counts, language).replace("\xa0", " ") in said[0]
    assert "77" in said[1]
    use = SuppressionUse(
        location=Location("f", 2, 7),
        codes=("unanswered", "expired"),
        reason="Senere.",
        since="2026-02-03",
        until="2027-01-01",
        findings=77,
    )
    last = lines(render_check_totals_blocks(replace(totals, suppressions=[use])))[2]
    for part in ("f:2:7", "unanswered, expired", "3", "2026", "1", "2027", "Senere."):
        assert part in last
    assert len(lines(render_check_totals_blocks(TOTALS))) == 1


def test_codes_are_explained_only_where_there_are_any():
    told = lines(render_check_totals_blocks(replace(TOTALS, codes=["yaml-key"])))

    assert told[-1].endswith(DOCUMENTATION)
    assert not any(DOCUMENTATION in line for line in lines(render_check_totals_blocks(TOTALS)))

"""Changes as Markdown: in full, and short for a pull request."""

from dataclasses import replace

import pytest
from changed_products import attributed, fallen
from markdown_it import MarkdownIt
from pages import BOTH, HOSTILE

from os2governance.findings.finding import Location, make_finding
from os2governance.i18n.symbols import STATUS_SYMBOLS
from os2governance.render.changes.labels import render_difference_title
from os2governance.render.changes.markdown import (
    ChangesReport,
    render_changes_markdown,
    render_changes_summary,
)
from os2governance.render.changes.text import NO_CHANGES, WITHOUT_DECISION

READER = MarkdownIt("commonmark")


def report(*changes, states=("HEAD", "now"), undecided=(), findings=()):
    return ChangesReport(changes, states, undecided, findings)


def items(text):
    return [line for line in text.splitlines() if line.startswith("- ")]


@pytest.mark.parametrize("language", BOTH)
def test_the_short_form_tells_the_same_without_the_lines(tmp_path, language):
    page = report(fallen(tmp_path))
    whole, short = render_changes_markdown(page, language), render_changes_summary(page, language)

    assert items(whole) == items(short)
    assert [line for line in whole.splitlines() if line.startswith("  - ")] != []
    assert "  - " not in short


@pytest.mark.parametrize("language", BOTH)
def test_each_difference_is_an_item_and_a_criterion_has_its_mark(tmp_path, language):
    change = fallen(tmp_path)
    said = items(render_changes_summary(report(change), language))

    assert len(said) == len(change.levels) + len(change.outcomes)
    title = render_difference_title(change.outcomes[0], change, language)
    assert said[-1].startswith(f"- {STATUS_SYMBOLS['unmet'].glyph} **{title}**: ")


@pytest.mark.parametrize("count", [10, 11, 30])
def test_more_criteria_than_fit_are_counted(tmp_path, count):
    change = fallen(tmp_path)
    many = replace(change, levels=(), outcomes=change.outcomes * count)
    short, whole = (
        items(render(report(many), "en"))
        for render in (render_changes_summary, render_changes_markdown)
    )

    assert len(whole) == count
    assert len(short) == min(count, 11)
    more = {10: "", 11: "one more criterion", 30: "20 more criteria"}
    assert more[count] in short[-1]


@pytest.mark.parametrize("language", BOTH)
def test_nothing_changed_is_said_and_what_has_no_decision_is_named(language):
    said = render_changes_markdown(report(undecided=["never"]), language)

    assert NO_CHANGES.render(language) in said
    assert WITHOUT_DECISION.render(language).format(names="`never`") in said


def test_a_change_without_a_decision_comes_before_what_cannot_be_used():
    unusable = make_finding("yaml-key", Location("f", 1, 1))
    undecided = make_finding("level-change-undecided", Location("g", 1, 1), before="x", after="x")  # fmt: skip
    said = items(render_changes_summary(report(findings=[unusable, undecided]), "en"))

    assert [("g:1:1" in line, "f:1:1" in line) for line in said] == [(True, False), (False, True)]


@pytest.mark.parametrize("render", [render_changes_markdown, render_changes_summary])
def test_what_was_typed_changes_no_structure(tmp_path, render):
    def kinds(text, number):
        before, after = ({"facts": {"open": True, "licence": each}} for each in ("x", text))
        change = attributed(tmp_path / str(number), before, {**after, "facts": {**after["facts"], "open": False}})  # fmt: skip
        page = report(change, states=(text, text), undecided=[text])
        return [token.type for token in READER.parse(render(page, "da"))]

    assert kinds(HOSTILE, 1) == kinds("x", 2)

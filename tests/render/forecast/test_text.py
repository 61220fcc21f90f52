"""The forecast as text."""

import re
from dataclasses import replace
from datetime import date

import pytest
from forecasts import ACCEPTED, CRITERIA, LAST, UNTIL, looked_ahead
from pages import BOTH, HOSTILE, TITLE, TODAY, assessed, lines, loaded

from os2governance.i18n.date_words import format_day, format_partial_date
from os2governance.i18n.symbols import STATUS_SYMBOLS
from os2governance.render.changes.difference_text import render_level_lines
from os2governance.render.common.levels import render_footer
from os2governance.render.forecast.text import (
    list_evaluations_due,
    render_evaluation_due,
    render_forecasts_blocks,
    render_outcome_turn,
    render_responsible_role,
    render_turn_reason,
)


def page(product, turns, language="en"):
    return lines(render_forecasts_blocks([(product, turns)], UNTIL, language))


@pytest.mark.parametrize("language", BOTH)
def test_each_day_tells_levels_criteria_reasons_and_who(tmp_path, language):
    product, turns = looked_ahead(tmp_path)
    said = page(product, turns, language)
    [turn] = turns
    [turned] = turn.outcomes
    [reason] = turned.reasons
    expected = [
        *render_level_lines(turn.change, language),
        f"{render_turn_reason(reason, turn, language, turned)} ({reason.location})",
    ]

    mark, change = STATUS_SYMBOLS["unmet"].glyph, render_outcome_turn(turned, language)
    assert f"{mark} A {TITLE[language]}: {change}".replace("\xa0", " ") in said
    assert said[:2] == ["Tool", product.document.file]
    day, last = (format_day(each, language) for each in (turn.on, LAST))
    assert any(line.startswith(day) and last in line for line in said)
    assert {line.replace("\xa0", " ") for line in expected} <= set(said)
    assert any(line.endswith({"da": "Ejeren", "en": "The owner"}[language]) for line in said)
    assert said[-1] == lines([render_footer(["small/1"], TODAY, language)])[0]


@pytest.mark.parametrize("language", BOTH)
def test_that_nothing_changes_is_said_with_the_day(tmp_path, language):
    product, turns = looked_ahead(tmp_path)

    until = format_day(UNTIL, language)
    assert any(until in line for line in page(product, (), language))
    assert not any(until in line for line in page(product, turns, language))


@pytest.mark.parametrize("language", BOTH)
def test_a_reason_tells_its_fact_and_value_in_words(tmp_path, language):
    """No key, no path and no ISO date: the location stands behind the sentence."""
    _, turns = looked_ahead(tmp_path, decisions=[ACCEPTED])
    for turn in turns:
        for turned in turn.outcomes:
            for reason in turned.reasons:
                said = render_turn_reason(reason, turn, language, turned)
                assert format_partial_date(reason.written_date, language) in said
                assert not re.search(r"[{}]|\d{4}-\d\d|\.yaml|met_on", said)


@pytest.mark.parametrize("language", BOTH)
def test_an_acceptance_tells_its_level_and_what_was_promised(tmp_path, language):
    _, turns = looked_ahead(tmp_path, decisions=[ACCEPTED])
    [turned] = turns[-1].outcomes
    said = render_turn_reason(turned.reasons[0], turns[-1], language, turned)

    assert "high" in said
    assert f"Åbne koden ({ {'da': 'Ejeren', 'en': 'The owner'}[language] })" in said


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize(
    "files",
    [
        {"declared": {"on": "2026-07-01", "by": "X"}},
        {"register": {"registered": {"on": "2026-07-01", "by": "X"}}},
        {"observations": {"observed": {"on": "2026-07-01", "with": "X", "repositories": []}}},
    ],
)
def test_each_file_that_comes_into_force_is_told(tmp_path, language, files):
    name, facts = next(iter(files)), {"facts": {"open": True}}
    stated = files | facts if name == "declared" else {name: {**files[name], **facts}}
    _, [turn] = looked_ahead(tmp_path, **{"facts": {}, **stated})
    [reason] = turn.reasons

    assert format_day(date(2026, 7, 1), language) in render_turn_reason(reason, turn, language)


@pytest.mark.parametrize("language", BOTH)
def test_a_change_that_keeps_the_status_tells_what_else_is_new(tmp_path, language):
    _, turns = looked_ahead(tmp_path, decisions=[ACCEPTED])
    falls, ends = (turn.outcomes[0] for turn in turns)

    assert "→" in render_outcome_turn(falls, language)
    assert "→" not in render_outcome_turn(ends, language)
    assert ends.before.status == ends.after.status


def test_a_role_that_the_model_does_not_know_is_told_by_its_id(tmp_path):
    _, [turn] = looked_ahead(tmp_path)
    [turned] = turn.outcomes

    assert render_responsible_role(replace(turned, responsible="nobody"), turn, "en") == "nobody"
    assert render_responsible_role(replace(turned, responsible=""), turn, "en") == "-"


def test_several_products_are_pages_with_a_blank_line_between_and_one_footer(tmp_path):
    one, other = looked_ahead(tmp_path / "1"), looked_ahead(tmp_path / "2", name=HOSTILE)
    said = lines(render_forecasts_blocks([one, other], UNTIL, "en"))

    assert said == [*page(*one)[:-1], *page(*other)]


def test_products_of_which_nothing_changes_share_a_line(tmp_path):
    one = looked_ahead(tmp_path / "1")
    still = [(replace_name(one[0], name), ()) for name in ("B", "C")]
    said = lines(render_forecasts_blocks([one, *still], UNTIL, "en"))

    assert [line for line in said if "nothing changes" in line] == [
        "Through 1 May 2027, nothing changes automatically for B and C."
    ]


def replace_name(assessment, name):
    return replace(assessment, product=replace(assessment.product, name=name))


WHEEL = {"evaluation": "6 months"}
RATED = {"evaluated": {"on": "2026-01-10", "by": "E"}, "lights": {"A": {"light": "met"}}}


@pytest.mark.parametrize(
    ("as_of", "evaluations", "said"),
    [
        ("2026-05-01", [RATED], "to be evaluated by 10 July 2026 at the latest"),
        ("2026-08-01", [RATED], "overdue since 10 July 2026"),
        ("2026-05-01", [], "never evaluated; to be evaluated by 1 November 2026"),
        ("2026-12-01", [], "never evaluated; overdue since 1 November 2026"),
    ],
)
def test_evaluations_that_fall_due(tmp_path, as_of, evaluations, said):
    product = assessed(
        tmp_path,
        loaded(tmp_path, CRITERIA, wheel=WHEEL),
        date.fromisoformat(as_of),
        evaluations=evaluations,
    )
    [(_, due)] = list_evaluations_due([product], UNTIL)
    line = f"Tool: {render_evaluation_due(product, due, 'en')}"

    assert said in line
    assert line in page(product, ())
    assert list_evaluations_due([product], date(2026, 1, 1)) == []

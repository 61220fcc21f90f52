"""The trend: each half-year by what was in force at its end, by hand and by a naive recount."""

from dataclasses import replace
from datetime import date

import pytest
from agreements import three
from hypothesis import given
from hypothesis import strategies as st
from pages import BOARD, assessed

from os2governance.i18n.half_years import HalfYear
from os2governance.portfolio.trend import MAX_HALF_YEARS, count_trend, list_trend_points

DAY = date(2026, 11, 23)
YES, NO = {"answer": "met", "note": "Her"}, {"answer": "unmet"}
KEPT = {"declared": {"on": "2025-03-01", "by": "O"}, "answers": {"A": NO, "B": NO, "C": NO}}
NOW = {"declared": {"on": "2026-08-01", "by": "O"}, "answers": {"A": YES, "B": YES, "C": YES}}
LIGHTS = {"A": {"light": "met"}, "B": {"light": "partly"}, "C": {"light": "unmet"}}
EVALUATED = {"evaluated": {"on": "2026-03-01", "by": "E"}, "lights": LIGHTS}
PLACED = {"on": "2026-04-01", "decision": "place", "level": "low", **BOARD}
CLOSED = {"on": "2026-09-01", "decision": "close", **BOARD}


def points_of(folder, as_of=DAY, **product):
    return list_trend_points(assessed(folder, three(folder), as_of, **product))


def test_each_half_year_is_as_it_was_known_at_its_end(tmp_path):
    found = points_of(
        tmp_path, declarations=[KEPT], evaluations=[EVALUATED], decisions=[PLACED], **NOW
    )

    assert [each.half.id for each in found] == ["2025-1", "2025-2", "2026-1", "2026-2"]
    assert [each.day for each in found][-2:] == [date(2026, 6, 30), DAY]
    assert [each.levels["placed"] for each in found] == [None, None, "low", "low"]
    assert [each.levels["assessed"] for each in found] == [None, None, "low", "low"]
    assert [each.states["assessed"] for each in found] == ["below", "below", "reached", "reached"]
    assert [each.declared_on for each in found] == [
        *[date(2025, 3, 1)] * 3,
        date(2026, 8, 1),
    ]
    assert found[1].lights == {"met": 0, "partly": 0, "unmet": 0, "not_applicable": 0}
    assert found[2].lights == {"met": 1, "partly": 1, "unmet": 1, "not_applicable": 0}


def test_today_says_nothing_of_a_time_of_which_nothing_is_kept(tmp_path):
    found = points_of(tmp_path, decisions=[{**PLACED, "on": "2025-11-01"}], **NOW)

    assert [(each.half.id, each.states["assessed"]) for each in found] == [
        ("2025-2", "none"),
        ("2026-1", "none"),
        ("2026-2", "reached"),
    ]
    assert [each.declared_on for each in found][:2] == [None, None]


def test_what_is_to_come_is_no_half_year(tmp_path):
    assert points_of(tmp_path, as_of=date(2024, 1, 1), **NOW) == ()


def test_a_date_of_long_ago_makes_no_endless_trend(tmp_path):
    old = {**KEPT, "declared": {"on": "0026-03-01", "by": "O"}}
    found = points_of(tmp_path, declarations=[old], **NOW)

    assert len(found) == MAX_HALF_YEARS
    assert found[-1].half == HalfYear(2026, 2)


def test_closed_products_drafts_and_other_models_are_in_no_figure(tmp_path):
    models = {"small/1": three(tmp_path)}
    last = points_of(tmp_path, decisions=[PLACED], **NOW)[-1]
    points = [
        last,
        replace(last, product="b", lifecycle="closed"),
        replace(last, product="c", draft=True),
        replace(last, product="d", model="small/0"),
        replace(last, product="e", kind="project"),
    ]
    groups = count_trend(points, models)

    assert [(each.kind, each.half_years[0].products) for each in groups] == [
        ("product", 1),
        ("project", 1),
    ]
    assert groups[0].half_years[0].levels["placed"] == {"low": 1, "high": 0}


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return three(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="module")
def point(tmp_path_factory):
    return points_of(tmp_path_factory.mktemp("point"), decisions=[PLACED], **NOW)[-1]


STANDS = st.sampled_from(
    [("reached", "low"), ("reached", "high"), ("below", None), ("none", None)]
)
DRAWN = st.lists(
    st.tuples(
        st.sampled_from([HalfYear(2025, 2), HalfYear(2026, 1), HalfYear(2026, 2)]),
        st.tuples(STANDS, STANDS, STANDS),
        st.integers(0, 3),
        st.sampled_from(["active", "closed"]),
    ),
    max_size=10,
)


@given(DRAWN)
def test_a_naive_recount_gives_the_same(model, point, several):
    kinds = ("placed", "assessed", "evaluated")
    points = [
        replace(
            point,
            product=f"p{number}",
            half=half,
            lifecycle=lifecycle,
            states={kind: state for kind, (state, _) in zip(kinds, stands, strict=True)},
            levels={kind: level for kind, (_, level) in zip(kinds, stands, strict=True)},
            lights={**dict.fromkeys(point.lights, 0), "met": green},
        )
        for number, (half, stands, green, lifecycle) in enumerate(several)
    ]
    counted = [
        each for group in count_trend(points, {"small/1": model}) for each in group.half_years
    ]
    for figures in counted:
        own = [each for each in several if each[0] == figures.half and each[3] != "closed"]
        assert figures.products == len(own)
        assert figures.lights["met"] == sum(green for _, _, green, _ in own)
        assert figures.evaluated == len([1 for _, _, green, _ in own if green])
        for number, kind in enumerate(kinds):
            stands = [each[1][number] for each in own]
            assert figures.below[kind] == stands.count(("below", None))
            assert figures.nobody[kind] == stands.count(("none", None))
            assert figures.levels[kind]["low"] == stands.count(("reached", "low"))
    assert sum(each.products for each in counted) == len([1 for e in several if e[3] != "closed"])

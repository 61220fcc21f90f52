"""Timelines: within their frame, in order, and none where nothing happened."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import assess, load_model, load_product
from os2governance.site.timeline import build_timeline

DAY = date(2026, 5, 1)


@pytest.fixture
def draw(tmp_path):
    model = load_model(
        write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    )

    def draws(*placed, evaluations=(), draft=False, recommends="low", accepts=()):
        level = {"recommends": recommends} if recommends else {}
        decisions = [
            {"on": on, "decision": "place", "level": level, "by": "board"} for on, level in placed
        ]
        decisions += [
            {"on": on, "decision": "accept", "level": "high", "by": "board", "accepts": {"A": {}}}
            for on in accepts
        ]
        folder = write_product(
            tmp_path,
            decisions=decisions,
            evaluations=[
                {"evaluated": {"on": on, "by": "X", "draft": draft}, "lights": {}, **level}
                for on in evaluations
            ],
        )
        return build_timeline(assess(load_product(folder, model), model, as_of=DAY))

    return draws


def test_without_placements_and_evaluations_there_is_none(draw):
    assert draw() is None


def test_one_point_is_no_course_of_time(draw):
    assert draw(("2024-01-01", "low")) is None


def test_a_rise_goes_up_and_time_goes_right(draw):
    found = draw(("2024-01-01", "low"), ("2025-06-01", "high"))

    across = [x for x, _ in found.line]
    assert across == sorted(across)
    assert across[-1] == found.width
    assert found.line[-1][1] < found.line[0][1]
    assert [level for _, level in found.rungs] == ["low", "high"]
    assert [year for _, year in found.years] == [2024, 2025, 2026]


@pytest.mark.parametrize("first", ["2026-05-01", "2026-01-01", "1990-01-01"])
def test_everything_is_within_the_frame(draw, first):
    found = draw((first, "high"), evaluations=["2026-04-01"])

    points = [*found.line, *((mark.x, mark.y) for mark in found.marks)]
    assert len(found.marks) == 1
    assert all(0 <= x <= found.width and 0 <= y <= found.height for x, y in points)
    assert all(0 <= x <= found.width for x, _ in found.years)


def test_an_acceptance_moves_no_product(draw):
    found = draw(("2024-01-01", "low"), ("2024-06-01", "low"), accepts=["2025-01-01"])

    assert len({y for _, y in found.line}) == 1


@pytest.mark.parametrize("evaluation", [{"recommends": None}, {"draft": True}])
def test_an_evaluation_that_recommends_nothing_is_at_no_level(draw, evaluation):
    assert draw(evaluations=["2026-04-01"], **evaluation) is None

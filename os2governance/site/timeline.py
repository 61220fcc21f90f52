"""Geometry of the timelines; templates draw them, with the figures in adjacent tables."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from os2governance.assessment.levels import Assessment

TIMELINE_WIDTH, LEVEL_STEP, TOP_MARGIN = 640, 28, 14
"""Width of a timeline, height of a level's step and the margin above it, in user units."""
_MIN_DAYS = 365


class TimelineMark(NamedTuple):
    """The recommendation of an evaluation on a timeline."""

    x: float
    y: float
    on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeline:
    """A product's placements over time: a stepped line, dots for recommendations, and the years.

    `rungs` are the vertical positions of the levels' labels, lowest level first.
    """

    width: int
    height: int
    line: tuple[tuple[float, float], ...]
    marks: tuple[TimelineMark, ...]
    years: tuple[tuple[float, int], ...]
    rungs: tuple[tuple[float, str], ...]


def build_timeline(assessment: Assessment) -> Timeline | None:
    """Build the timeline up to the assessment date; None for fewer than two points.

    An evaluation that recommends no level is at none, and so is not drawn.
    """
    record, as_of, order = assessment.record, assessment.as_of, assessment.model.level_ids
    placed = [(d.on, d.level) for d in record.in_force(as_of) if d.places_or_withdraws]
    evaluations = [
        each
        for each in record.evaluations_in_force(as_of)
        if each.comparable and each.recommends in order
    ]
    days = sorted([on for on, _ in placed] + [each.on for each in evaluations])
    if len(days) < 2:  # noqa: PLR2004 - one point is no course of time
        return None
    first = date(days[0].year, 1, 1)
    whole = max((as_of - first).days, _MIN_DAYS)

    def x(on: date) -> float:
        return round((on - first).days / whole * TIMELINE_WIDTH, 1)

    def y(level: str | None) -> float:
        height = -1 if level is None else order.index(level)
        return TOP_MARGIN + (len(order) - 1 - height) * LEVEL_STEP

    ends = [*(on for on, _ in placed), as_of][1:]
    pieces = [
        point
        for (on, level), end in zip(placed, ends, strict=True)
        for point in ((x(on), y(level)), (x(end), y(level)))
    ]
    return Timeline(
        width=TIMELINE_WIDTH,
        height=TOP_MARGIN + len(order) * LEVEL_STEP,
        line=tuple(pieces[:1] + [b for a, b in pairwise(pieces) if a != b]),
        marks=tuple(
            TimelineMark(x(each.on), y(each.recommends), each.on) for each in reversed(evaluations)
        ),
        years=tuple((x(date(year, 1, 1)), year) for year in range(first.year, as_of.year + 1)),
        rungs=tuple((y(level), level) for level in order),
    )

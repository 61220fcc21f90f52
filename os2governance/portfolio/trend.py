"""Trend: levels and lights per half-year, from what was in force at the end of each.

A half-year that has not ended is looked at on the assessment date. Nothing is read from today's
files about a day before they were dated (semantics §6): where no self-assessment of that time is
kept, none is known. What followed another version of the model is counted apart.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from os2governance.assessment.ladder import NOT_REACHED, NOT_SETTLED
from os2governance.assessment.levels import NONE, Assessment, assess
from os2governance.formats.words import LIGHTS
from os2governance.i18n.half_years import HalfYear, find_half_year, list_half_years
from os2governance.model.model import Model
from os2governance.portfolio.contribution import COUNTED_KINDS

MAX_HALF_YEARS = 40
"""Half-years that are looked at, the newest: a date of long ago is a slip of the pen."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TrendPoint:
    """One product at the end of one half-year.

    `model` is that of the self-assessment of that time, and `own_model` the product's today; where
    they differ, nothing is assessed. `levels` and `states` are those of the counted
    kinds; `lights` counts the lights in force, by status. `declared_on` and `evaluated_on` are of
    the newest in force, None without one.
    """

    product: str
    name: str
    kind: str
    model: str
    own_model: str
    half: HalfYear
    day: date
    lifecycle: str
    draft: bool
    declared_on: date | None
    evaluated_on: date | None
    levels: Mapping[str, str | None]
    states: Mapping[str, str]
    settled: bool
    lights: Mapping[str, int]

    @property
    def other_model(self) -> bool:
        """Whether the self-assessment of that time follows another version of the model."""
        return self.model != self.own_model

    @property
    def counted(self) -> bool:
        """Whether it is in the figures: neither closed, nor a draft, nor by another model."""
        return self.lifecycle != "closed" and not self.draft and not self.other_model


def list_trend_points(assessment: Assessment) -> tuple[TrendPoint, ...]:
    """A product at the end of each half-year since it is known, oldest first."""
    first = _find_first_day(assessment)
    if first is None:
        return ()
    halves = list_half_years(find_half_year(first), find_half_year(assessment.as_of))
    return tuple(_build_point(assessment, half) for half in list(halves)[-MAX_HALF_YEARS:])


def _find_first_day(assessment: Assessment) -> date | None:
    """The first day in force on which anybody says anything of the product."""
    product, record = assessment.product, assessment.record
    days = [
        *(each.on for each in product.list_fact_files()),
        *(each.on for each in record.evaluations if not each.draft),
        *(each.on for each in record.decisions),
    ]
    return min((day for day in days if day <= assessment.as_of), default=None)


def _build_point(assessment: Assessment, half: HalfYear) -> TrendPoint:
    product, day = assessment.product, min(half.last, assessment.as_of)
    now = day == assessment.as_of
    then = assessment if now else assess(product, assessment.model, as_of=day)
    model = then.declaration.model if then.declaration else product.model
    known = then.declaration is not None or then.evaluation is not None
    states = dict(then.states)
    levels: dict[str, str | None] = {kind: getattr(then.levels, kind) for kind in COUNTED_KINDS}
    if model != product.model or not known:
        states["assessed"], levels["assessed"] = NONE, None
    ratings = (each.rating for each in then.outcomes)
    lights = Counter(rating.status for rating in ratings if rating)
    return TrendPoint(
        product=product.id,
        name=product.name,
        kind=product.kind,
        model=model,
        own_model=product.model,
        half=half,
        day=day,
        lifecycle=then.lifecycle,
        draft=then.draft,
        declared_on=then.declared_on,
        evaluated_on=then.evaluation.on if then.evaluation else None,
        levels=levels,
        states={kind: states[kind] for kind in COUNTED_KINDS},
        settled=then.settled,
        lights={light: lights[light] for light in LIGHTS},
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class HalfYearFigures:
    """The figures of one half-year: how many of its products are at which level, and the lights.

    `levels` has, for each counted kind, the number at each level; `below`, `not_settled` and
    `nobody` those without one: a criterion of the lowest level stops, it is open, or nobody says.
    `evaluated` products have the `lights`.
    """

    half: HalfYear
    day: date
    products: int
    levels: Mapping[str, Mapping[str, int]]
    below: Mapping[str, int]
    not_settled: Mapping[str, int]
    nobody: Mapping[str, int]
    evaluated: int
    lights: Mapping[str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class TrendGroup:
    """The trend of the products of one kind by one version of a model."""

    model: str
    kind: str
    half_years: tuple[HalfYearFigures, ...]


def count_trend(
    points: Iterable[TrendPoint], models: Mapping[str, Model]
) -> tuple[TrendGroup, ...]:
    """Count the points by kind and model, products first; those that do not count are in none."""
    groups: dict[tuple[str, str], list[TrendPoint]] = {}
    for each in points:
        if each.counted:
            groups.setdefault((each.model, each.kind), []).append(each)
    order = sorted(groups, key=lambda key: (key[1] != "product", -len(groups[key]), key))
    return tuple(
        TrendGroup(
            model=model,
            kind=kind,
            half_years=tuple(_count_half_years(groups[model, kind], models[model])),
        )
        for model, kind in order
    )


def _count_half_years(points: Sequence[TrendPoint], model: Model) -> Iterator[HalfYearFigures]:
    for half in sorted({each.half for each in points}):
        yield _count_half_year(half, [each for each in points if each.half == half], model)


def _count_half_year(
    half: HalfYear, points: Sequence[TrendPoint], model: Model
) -> HalfYearFigures:
    def count_state(state: str) -> dict[str, int]:
        return {k: sum(each.states[k] == state for each in points) for k in COUNTED_KINDS}

    rated = [each for each in points if any(each.lights.values())]
    return HalfYearFigures(
        half=half,
        day=max(each.day for each in points),
        products=len(points),
        levels={
            kind: {
                level: sum(each.levels[kind] == level for each in points)
                for level in model.level_ids
            }
            for kind in COUNTED_KINDS
        },
        below=count_state(NOT_REACHED),
        not_settled=count_state(NOT_SETTLED),
        nobody=count_state(NONE),
        evaluated=len(rated),
        lights={light: sum(each.lights[light] for each in rated) for light in LIGHTS},
    )

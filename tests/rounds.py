"""Products in a round of a half-year, for tests of its state and of how it is told."""

from dataclasses import replace
from datetime import date
from typing import Any

from pages import loaded

from os2governance.i18n.half_years import HalfYear
from os2governance.model.model import Model
from os2governance.portfolio.round import RoundRecord, RoundState, build_round
from os2governance.portfolio.round_file import PlannedProduct, RoundPlan

HALF = HalfYear(2026, 2)
DAY = date(2026, 10, 1)
RECORD = RoundRecord(
    product="tool",
    name="Tool",
    kind="product",
    model="small/1",
    lifecycle="active",
    draft=False,
    done={},
    evaluation_due=None,
)
DUE = {
    "invited": date(2026, 8, 15),
    "self_assessment": date(2026, 9, 15),
    "evaluation": date(2026, 10, 15),
    "decision": date(2026, 12, 8),
}


def record(product: str = "tool", **more: Any) -> RoundRecord:
    return replace(RECORD, product=product, name=product.title(), **more)


def plan(**products: Any) -> RoundPlan:
    """The deadlines above, with products by what people write of them."""
    return RoundPlan(
        file="rounds/2026-2.yaml",
        due=DUE,
        products={name: PlannedProduct(**said) for name, said in products.items()},
    )


def round_of(*records: RoundRecord, as_of: date = DAY, **products: Any) -> RoundState:
    return build_round(records, plan(**products), HALF, as_of)


def several() -> RoundState:
    """One that is late, one that is evaluated, a project, one left out, and a closed one."""
    return round_of(
        record("late"),
        record("ahead", done={"self_assessment": date(2026, 9, 1), "evaluation": DAY}),
        record("sketch", kind="project"),
        record("away"),
        record("gone", lifecycle="closed"),
        ahead={"done": {"decision": date(2026, 12, 1)}, "remark": "Punkt 4."},
        away={"out": "Flytter hjem."},
    )


def models(folder: Any) -> dict[str, Model]:
    return {"small/1": loaded(folder)}

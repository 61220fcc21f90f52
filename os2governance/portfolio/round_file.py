"""The file of one round: deadlines, and what people write of products (`rounds/2026-2.yaml`)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from os2governance.documents.yaml_reader import Document, read_yaml
from os2governance.findings.finding import Finding, make_finding, suggest_id
from os2governance.i18n.half_years import HalfYear
from os2governance.schema.compiled import compile_schema


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedProduct:
    """What people write of a product: when a step was done or is planned, and own deadlines.

    With `out` it is not in the round, and that is why.
    """

    done: Mapping[str, date] = field(default_factory=dict)
    due: Mapping[str, date] = field(default_factory=dict)
    out: str = ""
    remark: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundPlan:
    """The deadlines of a round by step, and its products by id; nothing where there is no file."""

    file: str = ""
    due: Mapping[str, date] = field(default_factory=dict)
    products: Mapping[str, PlannedProduct] = field(default_factory=dict)
    document: Document | None = None


def read_round(data: bytes, name: str, half: HalfYear) -> tuple[RoundPlan | None, list[Finding]]:
    """Read the file of a round of a half-year; None with the findings where it cannot be used."""
    document, findings = read_yaml(data, name)
    if document is None:
        return None, findings
    findings = [*findings, *compile_schema("round").find_violations(document, document.values)]
    if findings:
        return None, findings
    stated = document.values["half_year"]
    if stated != half.id:
        place = document.locate(["half_year"])
        return None, [make_finding("round-other-half-year", place, stated=stated, asked=half.id)]
    products = document.values.get("products") or {}
    return RoundPlan(
        file=name,
        due=_read_dates(document.values.get("due")),
        products={each: _read_product(said or {}) for each, said in products.items()},
        document=document,
    ), []


def _read_product(said: Mapping[str, Any]) -> PlannedProduct:
    return PlannedProduct(
        done=_read_dates(said.get("done")),
        due=_read_dates(said.get("due")),
        out=said.get("out") or "",
        remark=said.get("remark") or "",
    )


def _read_dates(said: Mapping[str, str] | None) -> dict[str, date]:
    return {step: date.fromisoformat(day) for step, day in (said or {}).items()}


def find_unknown_products(plan: RoundPlan, known: Iterable[str]) -> list[Finding]:
    """Findings of products that the file of a round names and that there are none of."""
    ids = set(known)
    if plan.document is None:
        return []
    return [
        make_finding(
            "round-unknown-product",
            plan.document.locate(["products", each], key=True),
            name=each,
            meant=suggest_id(each, sorted(ids)),
        )
        for each in plan.products
        if each not in ids
    ]

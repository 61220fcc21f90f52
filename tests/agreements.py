"""Products that have answered and been evaluated, for tests of how far the two agree."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from folders import criterion
from pages import LICENCE, OPEN, TITLE, assessed, loaded

from os2governance.analysis.evaluation_pairs import (
    ComparedCriterion,
    EvaluationPair,
    list_evaluation_pairs,
)
from os2governance.assessment.levels import Assessment
from os2governance.model.model import Model

ANSWERS = {
    "A": {"answer": "met", "note": "Koden ligger åbent."},
    "B": {"answer": "partly"},
    "C": {"answer": "met", "note": "Gruppen mødes."},
}
LIGHTS = {"A": {"light": "partly"}, "B": {"light": "partly"}, "C": {"light": "met"}}
EVALUATED = {"evaluated": {"on": "2026-06-01", "by": "E"}, "lights": LIGHTS}
LATER = date(2026, 7, 1)


def three(folder: Path) -> Model:
    """A model of three criteria: the code is open, there is a licence, people judge the third."""
    criteria = [
        criterion("A", "low", OPEN, title=TITLE),
        criterion("B", "high", LICENCE),
        {"id": "C", "level": "high", "responsible": "owner"},
    ]
    return loaded(folder, criteria)


def evaluated(folder: Path, as_of: date = LATER, **product: Any) -> Assessment:
    """A product that answered in May and was evaluated in June."""
    usual = {"answers": ANSWERS, "evaluations": [EVALUATED], **product}
    return assessed(folder, three(folder), as_of, **usual)


def pairs_of(folder: Path, **product: Any) -> tuple[EvaluationPair, ...]:
    return list_evaluation_pairs(evaluated(folder, **product))


ROW = ComparedCriterion(
    criterion="A", answer="met", claimed="met", rules="met", facts="met", light="partly"
)
PAIR = EvaluationPair(
    product="tool",
    name="Tool",
    kind="product",
    model="small/1",
    file="products/tool/evaluations/2026-06-01.yaml",
    evaluated_on=date(2026, 6, 1),
    declared_on=date(2026, 5, 1),
    standing="compared",
    criteria=(ROW,),
)


def pair(*rows: ComparedCriterion, **more: Any) -> EvaluationPair:
    return replace(PAIR, criteria=rows or (ROW,), **more)


def row(criterion: str = "A", **more: Any) -> ComparedCriterion:
    return replace(ROW, criterion=criterion, **more)

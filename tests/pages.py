"""What tests of pages share: a product assessed under a small model, and a page's text unwrapped."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from folders import criterion, write_model, write_product

from os2governance import assess, load_model, load_product
from os2governance.analysis.state_inputs import ProductState
from os2governance.assessment.levels import Assessment
from os2governance.model.model import Model
from os2governance.render.common.blocks import NBSP, Excerpt, PrintableBlock, TextTable

TODAY = date(2026, 5, 1)
BOTH = ("da", "en")
OPEN = {"fact": "open", "equals": True}
LICENCE = {"fact": "licence", "present": True}
FRESH = {"fact": "group.met_on", "within": "12 months"}
TITLE = {"da": "Åben kode", "en": "Open code"}
CRITERIA = (criterion("A", "low", OPEN, title=TITLE), criterion("B", "high", LICENCE))
BOARD = {"by": "board", "grounds": "Ja"}
HOSTILE = "<b>x</b> | [a](javascript:b) `c` @d #1 \x1b[31m \u202e =1+1 {0} æ\n::error::e"


def loaded(folder: Path, criteria: Iterable[dict[str, Any]] = CRITERIA, **more: Any) -> Model:
    """Load the model `small/1` below a folder; write it first where it is not there."""
    there = folder / "criteria" / "small" / "1"
    return load_model(there if there.exists() else write_model(folder, [*criteria], **more))


def state(
    folder: Path, model: Model | None = None, as_of: date = TODAY, **product: Any
) -> ProductState:
    """Write a product and read it; under the usual model where no other is given."""
    model = model or loaded(folder)
    return ProductState(load_product(write_product(folder, **product), model), model, as_of)


def assessed(
    folder: Path, model: Model | None = None, as_of: date = TODAY, **product: Any
) -> Assessment:
    """Write a product and assess it."""
    found = state(folder, model, as_of, **product)
    return assess(found.product, found.model, as_of=as_of)


def lines(blocks: Iterable[PrintableBlock]) -> list[str]:
    """A line for each paragraph and each row of a table, with ` | ` between the cells."""
    return [line for block in blocks for line in _lines(block)]


def _lines(block: PrintableBlock) -> list[str]:
    if isinstance(block, TextTable):
        return [" | ".join(map(_text, row)) for row in block.rows]
    return [block.line if isinstance(block, Excerpt) else _text(block.spans)]


def _text(spans: Iterable[Any]) -> str:
    return "".join(span.text for span in spans).replace(NBSP, " ")

"""What products contribute to the figures of a portfolio, under OS2's own model."""

from dataclasses import replace
from typing import Any

from os2governance.files.listing import find_shipped_criteria
from os2governance.model.library import read_model_folder
from os2governance.portfolio.contribution import Amount, ProductContribution
from os2governance.workflows.disk_files import MODELS_ON_DISK

MODEL = read_model_folder(find_shipped_criteria() / "os2" / "1.1.0", MODELS_ON_DISK)[0]
MODELS = {MODEL.reference: MODEL}
USUAL = ProductContribution(
    product="id",
    name="Navn",
    kind="product",
    lifecycle="active",
    file="product.yaml",
    model=MODEL.reference,
    draft=False,
    levels=dict.fromkeys(("placed", "assessed", "evaluated", "recommended")),
    states={
        "placed": "none",
        "assessed": "below",
        "evaluated": "none",
        "recommended": "none",
    },
    settled=True,
    open=(),
    between={},
    statuses=("met",) * 43,
    ratings=("",) * 43,
    backings=("documented",) * 43,
    economy=(Amount("undeclared"),) * 3,
    contributions=None,
    authorities=None,
    overdue=(),
)


def share(**more: Any) -> ProductContribution:
    """A contribution; the state of a level that is given is `reached`, unless said otherwise."""
    levels = {**USUAL.levels, **more.pop("levels", {})}
    reached = {kind: "reached" for kind, level in levels.items() if level is not None}
    states = {**USUAL.states, **reached, **more.pop("states", {})}
    return replace(USUAL, levels=levels, states=states, **more)

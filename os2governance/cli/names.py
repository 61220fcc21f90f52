"""Validation of ids of criteria, levels and products typed on the command line."""

import re
from collections.abc import Collection, Iterable

from os2governance.cli.localised_click import UsageError
from os2governance.findings.finding import suggest_id
from os2governance.i18n.text import Text
from os2governance.model.model import Model


def check_criterion_ids(names: Iterable[str], model: Model) -> None:
    """Refuse criteria that the model does not have."""
    for name in names:
        _check_id(name, model.by_id, model, Text("Kravet", "criterion"))


def check_level_id(name: str | None, model: Model) -> None:
    """Refuse a level that the model does not have."""
    if name is not None:
        _check_id(name, model.level_ids, model, Text("Niveauet", "level"))


def _check_id(name: str, known: Collection[str], model: Model, what: Text) -> None:
    if name in known:
        return
    meant, all_of_them = suggest_id(name, known), ", ".join(known)
    raise UsageError(
        Text(
            f"{what.da} '{name}' findes ikke i {model.reference}{meant.da} ({all_of_them})",
            f"There is no {what.en} '{name}' in {model.reference}{meant.en} ({all_of_them})",
        )
    )


def check_product_id(product: str) -> None:
    """Refuse a product id that its schema would refuse."""
    from os2governance.formats.patterns import ID, MAX_ID_LENGTH

    if re.fullmatch(ID, product) and len(product) <= MAX_ID_LENGTH:
        return
    raise UsageError(
        Text(
            f"'{product}' kan ikke være et id: brug små bogstaver, tal, punktum og bindestreg.",
            f"'{product}' cannot be an id: use lower-case letters, digits, full stop and hyphen.",
        )
    )

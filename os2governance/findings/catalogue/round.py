"""The file of a round: deadlines and remarks of a half-year."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Rounds"))

ROUND: dict[str, CatalogueEntry] = {
    "round-other-half-year": _entry(
        severity="error",
        message=_("The file is about the half-year {stated}, and {asked} was asked for."),
        remedy=_("Fix the half-year, or name the file of the other one."),
        rationale=_("Deadlines of another round would make products late, or hide that they are."),
    ),
    "round-unknown-product": _entry(
        severity="warning",
        message=_("There is no product '{name}'{meant}"),
        remedy=_("Write the id of a product, as its folder is named."),
        rationale=_("What is written of it in the round is shown nowhere."),
    ),
}

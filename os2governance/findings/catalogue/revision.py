"""What has changed since a revision: found by a comparison, and only by that."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(
    CatalogueEntry,
    subject=_("Changes since a revision"),
    severity="error",
    suppressible="nowhere",
    of_comparison=True,
)

REVISION: dict[str, CatalogueEntry] = {
    "level-change-undecided": _entry(
        message=_("The assessed level changes from {before} to {after} without a decision."),
        remedy=_(
            "Ask for a decision and add it to decisions.yaml, or fix what changes the level."
        ),
        rationale=_(
            "Levels are decided; an edit to a file must not move a product without a decision."
        ),
    ),
    "level-unsettled": _entry(
        severity="warning",
        message=_(
            "The assessed level was {before}, and is not settled any more; open: {criteria}."
        ),
        remedy=_("Answer it again, or state the facts that were taken out."),
        rationale=_(
            "Nothing says that the product has become worse, but nobody can vouch for its level."
        ),
    ),
    "log-rewritten": _entry(
        message=_(
            "Decision no. {number} was changed or removed; entries may only be added to the log."
        ),
        remedy=_("Restore it as it was, and add a new decision at the end."),
        rationale=_(
            "The log documents what was decided; if it can be altered, it documents nothing."
        ),
    ),
    "product-removed-undecided": _entry(
        message=_(
            "The product was removed together with its decision log, and nobody has "
            "decided to close it."
        ),
        remedy=_(
            "Restore the folder, and add a decision to `close` the product at the end of "
            "decisions.yaml; once that is on the branch that is compared with, another change "
            "can remove the folder."
        ),
        rationale=_("A product that just disappears takes the record of its decisions with it."),
    ),
}

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
        message=_("The assessed level goes from {before} to {after}, and nobody has decided it."),
        remedy=_(
            "Ask for a decision and add it to decisions.yaml; or mend what changes the level."
        ),
        rationale=_(
            "Levels are decided; a change in a file must not move a product without "
            "anybody taking a stand."
        ),
    ),
    "log-rewritten": _entry(
        message=_("Decision no. {number} was changed or removed; the log may only grow."),
        remedy=_("Put it back as it was, and add a new decision at the end."),
        rationale=_(
            "The log is the proof of what was decided; if it can be altered, it proves nothing."
        ),
    ),
    "product-removed-undecided": _entry(
        message=_(
            "The product was removed together with its decision log, and nobody has "
            "decided to close it."
        ),
        remedy=_(
            "Put the folder back, and add the decision to `close` it at the end of "
            "decisions.yaml; once that is on the branch that is compared with, another "
            "change can remove the folder."
        ),
        rationale=_("A product that just disappears takes the proof of what was decided with it."),
    ),
}

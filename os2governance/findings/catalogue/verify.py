"""Figures printed in documents, counted again."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(
    CatalogueEntry, subject=_("Verification of documents"), suppressible="not of check"
)

VERIFY: dict[str, CatalogueEntry] = {
    "verify-count": _entry(
        severity="error",
        message=_("{what}: {printed} is printed, but the rows give {right}."),
        remedy=_("Mend the figure."),
        rationale=_("Readers take the figure as right; the rows below it say otherwise."),
    ),
    "verify-percent": _entry(
        severity="error",
        message=_("{what}: {printed} % is printed, but the rows give {right} %."),
        remedy=_("Mend the percentage."),
        rationale=_("Readers take the figure as right; the rows below it say otherwise."),
    ),
    "verify-missing-figure": _entry(
        severity="error",
        message=_("{what}: the figure is missing; the rows give {right}."),
        remedy=_("Write the figure."),
        rationale=_("The reader must count, and may come to something else."),
    ),
    "verify-left-in": _entry(
        severity="error",
        message=_(
            "The figures of {what} are those that stood in {source}, not the product's own "
            "({right})."
        ),
        remedy=_("Mend the figures."),
        rationale=_("The product gets another's result in print."),
    ),
    "verify-text-unclear": _entry(
        severity="warning",
        message=_("{printed} is printed, but no count of the rows gives {count}."),
        remedy=_("Mend the figure, or write what is counted."),
        rationale=_(
            "The figure cannot be verified; it may be counted in another way, or be wrong."
        ),
    ),
    "verify-level": _entry(
        severity="warning",
        message=_("{name} is printed as level '{printed}', but is on level '{right}' in {model}."),
        remedy=_("Mend the level."),
        rationale=_("The criterion is counted at the wrong level in all figures."),
    ),
    "verify-no-level": _entry(
        severity="note",
        message=_("{name} has no level; it is '{right}' in {model}."),
        remedy=_("Write the level."),
        rationale=_("The reader cannot see which level the criterion belongs to."),
    ),
    "verify-no-mark": _entry(
        severity="warning",
        message=_("{name} has no answer or light."),
        remedy=_("Give one."),
        rationale=_(
            "The criterion does not count, so the sum does not fit the number of criteria."
        ),
    ),
    "verify-version": _entry(
        severity="warning",
        message=_("The document says {stated}, but its rows are those of {told}."),
        remedy=_("Mend the version, or the rows."),
        rationale=_("The reader looks ids up in a version in which they mean something else."),
    ),
}

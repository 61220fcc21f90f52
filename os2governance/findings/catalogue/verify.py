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
        message=_("{what}: the document has {printed}, but the rows give {right}."),
        remedy=_("Fix the figure."),
        rationale=_("Readers trust the figure, but the rows below it show otherwise."),
    ),
    "verify-percent": _entry(
        severity="error",
        message=_("{what}: the document has {printed} %, but the rows give {right} %."),
        remedy=_("Fix the percentage."),
        rationale=_("Readers trust the figure, but the rows below it show otherwise."),
    ),
    "verify-missing-figure": _entry(
        severity="error",
        message=_("{what}: the figure is missing; the rows give {right}."),
        remedy=_("Write the figure."),
        rationale=_("The reader must count, and may arrive at another figure."),
    ),
    "verify-left-in": _entry(
        severity="error",
        message=_("The figures of {what} are those of {source}, not the product's own ({right})."),
        remedy=_("Fix the figures."),
        rationale=_("The product is published with another product's result."),
    ),
    "verify-colour": _entry(
        severity="warning",
        message=_("{what}: the slice has the colour of {printed}."),
        remedy=_(
            "Fix the colour; a chart colours its greatest slice with pie1, whichever is first."
        ),
        rationale=_("A chart is read by its colours; this one shows another result."),
    ),
    "verify-text-unclear": _entry(
        severity="warning",
        message=_("The document has {printed}, but no count of the rows gives {count}."),
        remedy=_("Fix the figure, or write what is counted."),
        rationale=_(
            "The figure cannot be verified; it may be counted in another way, or be wrong."
        ),
    ),
    "verify-level": _entry(
        severity="warning",
        message=_("{name} is given as level '{printed}', but is at level '{right}' in {model}."),
        remedy=_("Fix the level."),
        rationale=_("The criterion is counted at the wrong level in all figures."),
    ),
    "verify-no-level": _entry(
        severity="note",
        message=_("{name} lacks a level; in {model} it is '{right}'."),
        remedy=_("Write the level."),
        rationale=_("The reader cannot see which level the criterion belongs to."),
    ),
    "verify-no-mark": _entry(
        severity="warning",
        message=_("{name} lacks an answer or a rating."),
        remedy=_("Add one."),
        rationale=_(
            "The criterion does not count, so the sum does not match the number of criteria."
        ),
    ),
    "verify-version": _entry(
        severity="warning",
        message=_("The document states {stated}, but its rows match {told}."),
        remedy=_("Fix the version, or the rows."),
        rationale=_("The reader looks up ids in a version in which they mean something else."),
    ),
}

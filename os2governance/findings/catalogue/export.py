"""Documents on the way out: templates, layouts, publiccode.yml."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Export"), suppressible="not of check")

EXPORT: dict[str, CatalogueEntry] = {
    "layouts-missing": _entry(
        severity="error",
        message=_("The model has no document layouts."),
        remedy=_("Put them in the model's folder, in layouts."),
        rationale=_("The assessment cannot be written as one of the documents that are in use."),
    ),
    "template-no-rows": _entry(
        severity="error",
        message=_("The template has no rows about the model's criteria."),
        remedy=_("Use a copy of one of the templates of the documents that the model describes."),
        rationale=_("There is nothing to fill in; the document would be empty."),
    ),
    "template-other-model": _entry(
        severity="error",
        message=_(
            "The template has a row '{name}' that is not in the model: it belongs to another "
            "version, in which the same id may mean something else."
        ),
        remedy=_(
            "Use a template for the model's version, or migrate the self-assessment to the "
            "template's."
        ),
        rationale=_("Answers would belong to criteria that mean something else."),
    ),
    "template-row-missing": _entry(
        severity="warning",
        message=_("The template has no row about {name}; the answer is omitted."),
        remedy=_("Use a template for the model's version."),
        rationale=_("Readers of the document do not see the answer."),
    ),
    "template-cell-kept": _entry(
        severity="warning",
        message=_("The cell for {name} is already filled in, and is not changed."),
        remedy=_("Empty the cell if the answer belongs there."),
        rationale=_("The document may contradict the self-assessment."),
    ),
    "template-cell-missing": _entry(
        severity="warning",
        message=_("The row about {name} has no cell for the answer."),
        remedy=_("Give the row as many cells as the header."),
        rationale=_("The answer is not in the document."),
    ),
    "publiccode-incomplete": _entry(
        severity="note",
        message=_("publiccode.yml requires '{name}', which the self-assessment does not state."),
        remedy=_("Write it in publiccode.yml."),
        rationale=_("Software catalogues may reject the file."),
    ),
    "publiccode-not-editable": _entry(
        severity="error",
        message=_("The file cannot be changed without changing more than intended."),
        remedy=_("Write a new file without it, and move the facts manually."),
        rationale=_("A change would also affect lines that nobody asked to change."),
    ),
}

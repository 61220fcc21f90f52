"""Documents on the way out: templates, layouts, publiccode.yml."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Export"), suppressible="not of check")

EXPORT: dict[str, CatalogueEntry] = {
    "layouts-missing": _entry(
        severity="error",
        message=_("The model has no layouts of documents."),
        remedy=_("Put them in the model's folder, in layouts."),
        rationale=_("The model cannot be written in the shape that the secretariat uses."),
    ),
    "template-no-rows": _entry(
        severity="error",
        message=_("The template has no row about a criterion of the model."),
        remedy=_("Use a copy of one of OS2's templates."),
        rationale=_("There is nothing to fill; the document would look empty."),
    ),
    "template-other-model": _entry(
        severity="error",
        message=_(
            "The template has a row '{name}' that the model does not know: it is of "
            "another version, in which the same id may mean something else."
        ),
        remedy=_(
            "Use a template for the model's version, or migrate the declaration to the template's."
        ),
        rationale=_("Answers would stand beside criteria that mean something else."),
    ),
    "template-row-missing": _entry(
        severity="warning",
        message=_("The template has no row about {name}; the answer is not in it."),
        remedy=_("Use a template for the model's version."),
        rationale=_("Who reads the document does not see the answer."),
    ),
    "template-cell-kept": _entry(
        severity="warning",
        message=_("The cell about {name} is filled in already, and stays as it was."),
        remedy=_("Empty the cell if the answer is to be in it."),
        rationale=_("The document may say something else than the declaration."),
    ),
    "template-cell-missing": _entry(
        severity="warning",
        message=_("The row about {name} has too few cells for the answer."),
        remedy=_("Give the row as many cells as the header."),
        rationale=_("The answer is not in the document."),
    ),
    "publiccode-incomplete": _entry(
        severity="note",
        message=_("publiccode.yml asks for '{name}', which the declaration does not say."),
        remedy=_("Write it in publiccode.yml."),
        rationale=_("Catalogues of software may not take the file."),
    ),
    "publiccode-not-editable": _entry(
        severity="error",
        message=_("The file cannot be changed without changing more than what is meant."),
        remedy=_("Write a new one without it, and move the facts by hand."),
        rationale=_("A change would also touch lines that nobody asked to change."),
    ),
}

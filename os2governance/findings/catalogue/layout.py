"""How files are laid out: what `check --fix` mends by itself."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(
    CatalogueEntry,
    severity="note",
    subject=_("Layout"),
    remedy=_("Run `os2governance check --fix`; `--diff` shows first what it changes."),
)

LAYOUT: dict[str, CatalogueEntry] = {
    "layout-line-ends": _entry(
        message=_("The line ends with {found}, while most lines of the file end with {usual}."),
        rationale=_("The next editor makes them alike, and a whole file looks changed."),
    ),
    "layout-blanks": _entry(
        message=_("Blanks stand at the end of the line (lines in the file that end so: {count})."),
        rationale=_("Editors remove them, and lines that nobody touched look changed."),
    ),
    "layout-file-end": _entry(
        message=_("The file does not end with one line break."),
        rationale=_("Whoever adds a line at the end seems to change the line above it too."),
    ),
    "layout-order": _entry(
        message=_("'{name}' stands below '{other}', but comes above it in the usual order."),
        rationale=_(
            "In one order in all files a criterion is found at once, and what two people add "
            "seldom collides."
        ),
    ),
}

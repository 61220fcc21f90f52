"""What is written in the browser: answers, evaluations, and their branches."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(
    CatalogueEntry,
    subject=_("Writing in the browser"),
    severity="error",
    suppressible="not of check",
)

EVALUATION: dict[str, CatalogueEntry] = {
    "form-not-editable": _entry(
        message=_(
            "The change cannot be written without touching more than it; nothing is written."
        ),
        remedy=_("Change the file in an editor."),
        rationale=_("A change would also touch lines that nobody asked to change."),
    ),
    "evaluation-unwritable": _entry(
        message=_("The evaluation cannot be written so that it is read as what was said."),
        remedy=_("Use the model's criteria only, and look for unseen characters in the grounds."),
        rationale=_(
            "An evaluation that reads as something else than what was said is worse than none."
        ),
    ),
    "branch-no-repository": _entry(
        message=_("The folder is in no git repository."),
        remedy=_("Save without git, or run `git init`."),
        rationale=_("The change cannot come on a branch for others to look at."),
    ),
    "branch-name": _entry(
        message=_("'{name}' cannot name a branch."),
        remedy=_("Use letters, digits and hyphens."),
        rationale=_("The name could else be read as something other than a branch."),
    ),
    "branch-checked-out": _entry(
        message=_("The branch '{name}' is checked out."),
        remedy=_("Choose another; only others are."),
        rationale=_("Files that somebody works in would change beneath them."),
    ),
    "branch-nothing-new": _entry(
        message=_("On '{name}' the files are so already."),
        remedy=_("There is nothing to do."),
        rationale=_("An empty change would ask others to look at nothing."),
    ),
    "branch-refused": _entry(
        message=_("git refuses: {problem}"),
        remedy=_("Mend what git says, and try again."),
        rationale=_("The change is not kept on the branch."),
    ),
}

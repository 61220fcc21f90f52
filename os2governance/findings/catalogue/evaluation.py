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
            "The change cannot be written without changing something else; nothing is written."
        ),
        remedy=_("Edit the file in an editor."),
        rationale=_("A change would also affect lines that nobody asked to change."),
    ),
    "evaluation-unwritable": _entry(
        message=_("The evaluation cannot be written so that it is read back unchanged."),
        remedy=_(
            "Use only the model's criteria, and look for invisible characters in the grounds."
        ),
        rationale=_(
            "An evaluation that is read differently from what was meant is worse than none."
        ),
    ),
    "branch-no-repository": _entry(
        message=_("The folder is not in a git repository."),
        remedy=_("Save without git, or create a repository."),
        rationale=_("The change cannot be put on a branch for others to review."),
    ),
    "branch-name": _entry(
        message=_("'{name}' is not a valid branch name."),
        remedy=_("Use letters, digits and hyphens."),
        rationale=_("Otherwise the name could be read as something other than a branch."),
    ),
    "branch-checked-out": _entry(
        message=_("The branch '{name}' is checked out."),
        remedy=_("Choose another name; the branch that is checked out is never written to."),
        rationale=_("Files that somebody is working in would change under their hands."),
    ),
    "branch-nothing-new": _entry(
        message=_("On the branch '{name}' the files are already like this."),
        remedy=_("There is nothing to do."),
        rationale=_("An empty change gives nobody anything to review."),
    ),
    "branch-refused": _entry(
        message=_("git refuses: {problem}"),
        remedy=_("Fix what git reports, and try again."),
        rationale=_("The change is not committed to the branch."),
    ),
}

"""Versions of a model: what one inherits, and how a declaration moves to it."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Versions of a model"))

VERSIONS: dict[str, CatalogueEntry] = {
    "model-superseded": _entry(
        severity="note",
        message=_("The declaration answers by {name}; the newest version is {newer}."),
        remedy=_("Move on to the newest version with the next self-assessment."),
        rationale=_(
            "Other products are assessed by newer criteria, so the levels cannot be compared."
        ),
    ),
    "model-base-unusable": _entry(
        severity="error",
        message=_(
            "The version '{name}' that this one is based on is not there or cannot be used."
        ),
        remedy=_("Name a version of the same model, and mend the errors that it may have."),
        rationale=_(
            "The version is made of changes and has no content without the one that it changes."
        ),
        suppressible="nowhere",
        ignorable=False,
    ),
    "model-base-ring": _entry(
        severity="error",
        message=_("Versions in a ring: {ring}."),
        remedy=_("Write one of them in full, without based_on."),
        rationale=_("None of the versions has a beginning, so none can be read."),
        suppressible="nowhere",
        ignorable=False,
    ),
    "model-no-base": _entry(
        severity="error",
        message=_("Changes without a version to change."),
        remedy=_("Name the version with based_on."),
        rationale=_("The changes have no effect, though they look as if they held."),
        suppressible="nowhere",
        ignorable=False,
    ),
    "model-inherited": _entry(
        severity="error",
        message=_("'{key}' is as in version {name}, and cannot be written again here."),
        remedy=_("Remove it, or write the model in full, without based_on."),
        rationale=_("The same thing in two places may come to disagree."),
        suppressible="nowhere",
        ignorable=False,
    ),
    "model-base-criterion": _entry(
        severity="error",
        message=_("There is no '{name}' to change{meant}"),
        remedy=_("Correct the id."),
        rationale=_("The change hits no criterion and has no effect."),
        suppressible="nowhere",
        ignorable=False,
    ),
    "model-base-twice": _entry(
        severity="error",
        message=_("{old} cannot become {name}: one of the two is used or dropped."),
        remedy=_("A criterion becomes one at most, and each id belongs to one criterion."),
        rationale=_("Two criteria would share an id, and answers would hit the wrong one."),
        suppressible="nowhere",
        ignorable=False,
    ),
    "lineage-dropped": _entry(
        severity="warning",
        message=_("It is not clear what became of {name} from {model}."),
        remedy=_("Say it in supersedes: either in criteria or in dropped."),
        rationale=_(
            "Answers to the criterion would vanish when products move to the new version."
        ),
    ),
    "lineage-new": _entry(
        severity="warning",
        message=_("It is not said that {name} is new since {model}."),
        remedy=_("Name it in supersedes, criteria, with an empty list."),
        rationale=_("It is unclear whether an old answer covers the criterion."),
    ),
    "lineage-mandatory": _entry(
        severity="warning",
        message=_(
            "made_mandatory does not fit whether {name} is a recommendation here and in {model}."
        ),
        remedy=_("Correct made_mandatory or the criterion."),
        rationale=_("Products may drop a level without anybody having given notice."),
    ),
    "lineage-none": _entry(
        severity="error",
        message=_("It is not said how {name} relates to {other}."),
        remedy=_("Say in each version's supersedes which version was before."),
        rationale=_("Answers cannot be moved between two versions that do not know each other."),
        suppressible="not of check",
    ),
    "migrate-review": _entry(
        severity="warning",
        message=_("{name} in {model} is not what it was ({old}); the answer was moved to note."),
        remedy=_("Read the criterion, and answer again."),
        rationale=_(
            "The old answer was to another question; only the product can answer the new one."
        ),
        suppressible="not of check",
    ),
    "migrate-gone": _entry(
        severity="warning",
        message=_("{name} is no more in {model}; the answer is kept as a comment."),
        remedy=_("Delete the comment once it is read."),
        rationale=_("The answer counts no more, but what was written must not be lost."),
        suppressible="not of check",
    ),
    "migrate-uneditable": _entry(
        severity="error",
        message=_("The file cannot be changed without changing more of it."),
        remedy=_("Write the answers below each other, without braces around them all."),
        rationale=_("A change would also touch lines that nobody asked to change."),
        suppressible="not of check",
    ),
}

"""Versions of a model: what one inherits, and how a declaration moves to it."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Versions of a model"))

VERSIONS: dict[str, CatalogueEntry] = {
    "model-superseded": _entry(
        severity="note",
        message=_("The self-assessment follows {name}; the newest version is {newer}."),
        remedy=_("Migrate to the newest version with the next self-assessment."),
        rationale=_(
            "Other products are assessed by newer criteria, so the levels cannot be compared."
        ),
    ),
    "model-base-unusable": _entry(
        severity="error",
        message=_(
            "The version '{name}' that this one is based on does not exist or cannot be used."
        ),
        remedy=_("Name a version of the same model, and fix its errors, if any."),
        rationale=_(
            "The version consists of changes, and has no content without the one that it changes."
        ),
        suppressible="nowhere",
        ignorable=False,
    ),
    "model-base-ring": _entry(
        severity="error",
        message=_("The versions form a cycle: {ring}."),
        remedy=_("Write one of them in full, without based_on."),
        rationale=_("None of the versions can be read, because all are based on each other."),
        suppressible="nowhere",
        ignorable=False,
    ),
    "model-no-base": _entry(
        severity="error",
        message=_("The changes lack the version that they change."),
        remedy=_("Name the version with based_on."),
        rationale=_("The changes have no effect, though they look as if they applied."),
        suppressible="nowhere",
        ignorable=False,
    ),
    "model-inherited": _entry(
        severity="error",
        message=_("'{key}' is the same as in version {name}, and must not be repeated here."),
        remedy=_("Remove it, or write the model in full, without based_on."),
        rationale=_("The same thing in two places may become contradictory."),
        suppressible="nowhere",
        ignorable=False,
    ),
    "model-base-criterion": _entry(
        severity="error",
        message=_("There is no criterion '{name}' to change{meant}"),
        remedy=_("Fix the id."),
        rationale=_("The change matches no criterion and has no effect."),
        suppressible="nowhere",
        ignorable=False,
    ),
    "model-base-twice": _entry(
        severity="error",
        message=_("{old} cannot become {name}: one of the two is already used or dropped."),
        remedy=_("A criterion becomes at most one other, and each id belongs to one criterion."),
        rationale=_("Two criteria would share an id, and answers would apply to the wrong one."),
        suppressible="nowhere",
        ignorable=False,
    ),
    "lineage-dropped": _entry(
        severity="warning",
        message=_("It is unclear what became of {name} from {model}."),
        remedy=_("State it in supersedes, either in criteria or in dropped."),
        rationale=_(
            "Answers to the criterion would vanish when products move to the new version."
        ),
    ),
    "lineage-new": _entry(
        severity="warning",
        message=_("It is not stated that {name} is new since {model}."),
        remedy=_("List it in supersedes, criteria, with an empty list."),
        rationale=_("It is unclear whether an old answer covers the criterion."),
    ),
    "lineage-mandatory": _entry(
        severity="warning",
        message=_(
            "made_mandatory does not fit whether {name} is a recommendation here and in {model}."
        ),
        remedy=_("Fix made_mandatory or the criterion."),
        rationale=_("Products may drop a level without notice."),
    ),
    "lineage-none": _entry(
        severity="error",
        message=_("It is not stated how {name} relates to {other}."),
        remedy=_("State in each version's supersedes which version preceded it."),
        rationale=_("Answers cannot be moved between two versions that are not related."),
        suppressible="not of check",
    ),
    "migrate-review": _entry(
        severity="warning",
        message=_(
            "{name} in {model} is not the same criterion as before ({old}); the answer was moved "
            "to a note."
        ),
        remedy=_("Read the criterion, and answer again."),
        rationale=_(
            "The old answer was to another question; only the product can answer the new one."
        ),
        suppressible="not of check",
    ),
    "migrate-gone": _entry(
        severity="warning",
        message=_("{name} no longer exists in {model}; the answer is kept as a comment."),
        remedy=_("Delete the comment once it is read."),
        rationale=_("The answer no longer counts, but what was written must not be lost."),
        suppressible="not of check",
    ),
    "migrate-uneditable": _entry(
        severity="error",
        message=_("The file cannot be changed without changing more of it."),
        remedy=_("Write the answers below each other, without braces around them all."),
        rationale=_("A change would also affect lines that nobody asked to change."),
        suppressible="not of check",
    ),
}

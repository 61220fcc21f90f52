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
        message=_("The assessed level changes from {before} to {after} without a decision."),
        remedy=_(
            "Ask for a decision and add it to decisions.yaml, or fix what changes the level."
        ),
        rationale=_(
            "Levels are decided; an edit to a file must not move a product without a decision."
        ),
    ),
    "level-unsettled": _entry(
        severity="warning",
        message=_(
            "The assessed level was {before}, and is not settled any more; open: {criteria}."
        ),
        remedy=_("Answer it again, or state the facts that were taken out."),
        rationale=_(
            "Nothing says that the product has become worse, but nobody can vouch for its level."
        ),
    ),
    "record-rewritten": _entry(
        message=_("{entry} has been rewritten ({changes})."),
        remedy=_(
            "Restore it as it was, and add what is new. What was wrong is corrected by a "
            "decision: os2governance decide PATH correct {file}."
        ),
        rationale=_(
            "The record documents what was found and decided; if it can be altered, it documents "
            "nothing."
        ),
        ignorable=False,
    ),
    "record-removed": _entry(
        message=_("{entry} has been removed from the record."),
        remedy=_("Restore it; the record is only added to."),
        rationale=_("What nobody can find any more was in effect never found or decided."),
        ignorable=False,
    ),
    "record-backdated": _entry(
        message=_("{entry} is new, but its date is before this one of the record: {other}."),
        remedy=_(
            "Give the date on which it was made. What really was left out is added by a decision: "
            "os2governance decide PATH correct FILE."
        ),
        rationale=_(
            "It would look as if it had been there when later decisions were made, and it can "
            "decide what counts as newer."
        ),
        ignorable=False,
    ),
    "record-corrected": _entry(
        severity="note",
        message=_("{entry} was corrected by decision no. {number} ({changes})."),
        remedy=_("Read the grounds of the decision."),
        rationale=_("A correction stays visible, so that everybody can judge it."),
        ignorable=False,
    ),
    "record-added": _entry(
        severity="note",
        message=_("{entry} is new in the record; it is stated to be by: {by}."),
        remedy=_("Check that it really comes from there; afterwards it stands."),
        rationale=_("A file cannot prove who wrote it; that is for those who approve the change."),
    ),
    "record-layout-changed": _entry(
        severity="note",
        message=_("The text of {file} has changed, but nothing that it says."),
        remedy=_("Look at the comments and the layout that changed."),
        rationale=_("A comment may contradict what the record says."),
    ),
    "register-changed": _entry(
        severity="note",
        message=_("The register was dated anew ({on}). {what}: {before} → {after}."),
        remedy=_("Check that the evaluator stands behind it."),
        rationale=_(
            "The register counts above what the product declares, so each change is shown."
        ),
        ignorable=False,
    ),
    "decision-without-right": _entry(
        message=_(
            "By the model as it was before this change, {role} cannot make this decision "
            "({decision})."
        ),
        remedy=_(
            "Let the right body decide; a change of the model counts once it is on the branch "
            "that is compared with."
        ),
        rationale=_("Nobody can give themselves the right to decide in the change that uses it."),
        ignorable=False,
    ),
    "model-changed": _entry(
        severity="warning",
        message=_(
            "The model {name} has changed ({files}). Products that follow it: {count}; {effects}."
        ),
        remedy=_(
            "Let those who answer for the model approve it; criteria impact shows each product."
        ),
        rationale=_("Whoever changes the model changes all products at once."),
        ignorable=False,
    ),
    "model-rights-changed": _entry(
        severity="warning",
        message=_("In the model {name}, other roles may decide than before: {changes}."),
        remedy=_("Let those who decided until now approve it."),
        rationale=_("A right to decide is given by those who have it."),
        ignorable=False,
    ),
    "record-changed-since": _entry(
        message=_("{entry} of {product}, which came with {commit}, did not stay: {what}."),
        remedy=_(
            "Restore it, or record the decision that corrects it: os2governance decide PATH "
            "correct FILE."
        ),
        rationale=_("What stands in the record must be what was put there."),
        ignorable=False,
    ),
    "product-removed-undecided": _entry(
        message=_(
            "The product was removed with all that it had, and nobody has decided to close it."
        ),
        remedy=_(
            "Restore the folder, and add a decision that closes the product at the end of "
            "decisions.yaml; once that is on the branch that is compared with, another change "
            "can remove the folder."
        ),
        rationale=_("A product that just disappears takes its record with it."),
        ignorable=False,
    ),
}

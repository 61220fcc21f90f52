"""Answers of a declaration, held against the facts."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Answers"))

DECLARATION: dict[str, CatalogueEntry] = {
    "contradiction": _entry(
        severity="error",
        message=_('{id} ({title}) is answered "met", but by the facts this is not so: {against}.'),
        remedy=_("Fix the fact if it is out of date; otherwise fix the answer."),
        rationale=_("One of the two is wrong, and the level may rest on it."),
        suppressible="nowhere",
        answer="contradicted",
    ),
    "answer-behind-facts": _entry(
        severity="note",
        message=_("{id} ({title}) is met by the facts, although it is answered otherwise."),
        remedy=_("Fix the answer."),
        rationale=_(
            "The product is credited with less than it has earned; the answer was not updated "
            "when the fact was added."
        ),
    ),
    "undocumented": _entry(
        severity="warning",
        message=_('{id} ({title}) is answered "met", but the evidence is missing.'),
        remedy=_(
            "Add evidence (a link or a reference to a document), or fill in the facts that the "
            "criterion rests on."
        ),
        rationale=_(
            "Others must take the answer on trust; an evaluation will ask for the evidence."
        ),
        gathered=_('{level}: {count} criteria are answered "met" without evidence: {criteria}.'),
        answer="unproven",
    ),
    "planned": _entry(
        severity="note",
        message=_("{id} ({title}) is planned{until}."),
        remedy=_("Update the answer when it is done."),
        rationale=_("The criterion is not met yet; the plan shows when it is expected to be."),
        answer="planned",
    ),
    "overdue": _entry(
        severity="warning",
        message=_("{id} ({title}) should have been met by {due}."),
        remedy=_("Fix the answer if it is done, or set a new date."),
        rationale=_("Either it is done and does not count, or the plan no longer applies."),
        deadline=True,
        answer="late",
    ),
    "planned-undated": _entry(
        severity="warning",
        message=_("{id} ({title}) is planned, but the answer does not say when."),
        remedy=_("Add the due date of the plan; a month or a year is enough."),
        rationale=_("A plan without a date never becomes overdue, so nobody will follow it up."),
    ),
    "facts-disagree": _entry(
        severity="warning",
        message=_("{title}: {other}, but {counts} is what counts."),
        remedy=_("Find out which is right, and fix the other."),
        rationale=_("Two files say different things about the product; one of them is wrong."),
    ),
    "element-key-twice": _entry(
        severity="error",
        message=_("'{name}' is listed twice under {fact}."),
        remedy=_("Gather what is said about it in one place."),
        rationale=_(
            "The entries of several files are matched by this name; of two alike, only the "
            "first counts."
        ),
    ),
    "declaration-not-in-force": _entry(
        severity="note",
        message=_(
            "The self-assessment is dated {on}, after the assessment date {as_of}, and no earlier "
            "one is kept."
        ),
        remedy=_("Assess on a later date, or keep the earlier self-assessments too."),
        rationale=_("Nothing is judged by what was only said later."),
    ),
    "declared-date-unchanged": _entry(
        severity="warning",
        message=_(
            "The self-assessment has been changed, but its date is still {on}, that of the "
            "earlier one."
        ),
        remedy=_("Set the date on which it was changed."),
        rationale=_(
            "An evaluation is held against what was known on its day; without a new date the "
            "change is taken for something that the evaluator has seen."
        ),
    ),
    "kept-declaration-misnamed": _entry(
        severity="warning",
        message=_("The file is named '{name}', but the self-assessment in it is dated {on}."),
        remedy=_("Name the file by the date: {file}."),
        rationale=_("Kept self-assessments are found by their dates."),
    ),
    "kept-declaration-differs": _entry(
        severity="error",
        message=_(
            "An earlier self-assessment of that date is kept here already, with other content; "
            "nothing is written."
        ),
        remedy=_(
            "Compare the two files, and set the date of the self-assessment to the day on which "
            "it was last changed."
        ),
        rationale=_("What was said earlier is what an evaluation has seen; it must not be lost."),
        suppressible="not of check",
    ),
    "declared-register-fact": _entry(
        severity="note",
        message=_("{title} is for {evaluator} to register; here it is only claimed."),
        remedy=_("Have it registered, and leave it out of the self-assessment."),
        rationale=_(
            "The product cannot know it for certain; until it is registered, nobody confirms it."
        ),
    ),
    "facts-proposed": _entry(
        severity="note",
        message=_("Facts read from documents are proposed ({count}); they do not count yet."),
        remedy=_("Use or reject each of them in the form."),
        rationale=_(
            "Nobody has confirmed them, so criteria may be open that the product has met already."
        ),
    ),
    "reason-missing": _entry(
        severity="error",
        message=_('{id} ({title}) is answered "not applicable", but the reason is missing.'),
        remedy=_("Add a reason."),
        rationale=_(
            "Without a reason any criterion could be dismissed, and nobody could verify it."
        ),
    ),
    "not-applicable-not-allowed": _entry(
        severity="error",
        message=_('{id} ({title}) applies to all products and cannot be "not applicable".'),
        remedy=_("Answer the criterion."),
        rationale=_("The criterion is part of what all products at the level must live up to."),
    ),
    "answer-not-enough": _entry(
        severity="warning",
        message=_("{id} ({title}) is decided by facts; an answer alone does not count."),
        remedy=_("Fill in the facts that the criterion rests on."),
        rationale=_(
            "The criterion counts as not answered, whatever the answer, until the fact is stated."
        ),
    ),
    "unanswered": _entry(
        severity="note",
        message=_("{id} ({title}) is not answered."),
        remedy=_("Fill in the facts that the criterion rests on, or answer the criterion."),
        rationale=_(
            "Nobody knows whether the criterion is met, so it may keep the product at a lower "
            "level."
        ),
        gathered=_("{level}: {count} criteria are not answered: {criteria}."),
        answer="open",
    ),
}

"""Answers of a declaration, held against the facts."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Answers"))

DECLARATION: dict[str, CatalogueEntry] = {
    "contradiction": _entry(
        severity="error",
        message=_('{id} ({title}) is answered "met", but the facts show otherwise: {against}.'),
        remedy=_("Fix the fact if it is out of date; otherwise fix the answer."),
        rationale=_("One of the two is wrong, and the level may rest on it."),
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
        answer="unproven",
    ),
    "planned": _entry(
        severity="note",
        message=_("{id} ({title}) is planned{due}."),
        remedy=_("Update the answer when it is done."),
        rationale=_("The criterion is not met yet; the plan shows when it is expected to be."),
        answer="planned",
    ),
    "overdue": _entry(
        severity="warning",
        message=_("{id} ({title}) should have been done by now{due}."),
        remedy=_("Fix the answer if it is done, or set a new date."),
        rationale=_("Either it is done and does not count, or the plan no longer applies."),
        deadline=True,
        answer="late",
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
        answer="open",
    ),
}

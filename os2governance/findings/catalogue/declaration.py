"""Answers of a declaration, held against the facts."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Answers"))

DECLARATION: dict[str, CatalogueEntry] = {
    "contradiction": _entry(
        severity="error",
        message=_("{id} ({title}) is answered as met, but the facts say otherwise: {against}."),
        remedy=_("Mend the fact if it is out of date; otherwise mend the answer."),
        rationale=_("One of the two is wrong, and the level may rest on it."),
        answer="contradicted",
    ),
    "answer-behind-facts": _entry(
        severity="note",
        message=_("{id} ({title}) is met by the facts, although the answer says otherwise."),
        remedy=_("Mend the answer."),
        rationale=_(
            "The product is credited with less than it has earned; the answer was "
            "forgotten when the fact came."
        ),
    ),
    "undocumented": _entry(
        severity="warning",
        message=_("{id} ({title}) is answered as met, but without evidence."),
        remedy=_(
            "Add `evidence` with a link or a reference to a document, or declare the facts "
            "that are asked for."
        ),
        rationale=_(
            "Others must take the answer at its word; an evaluation will ask for the same."
        ),
        answer="unproven",
    ),
    "planned": _entry(
        severity="note",
        message=_("{id} ({title}) is planned{due}."),
        remedy=_("Mend the answer when it is done."),
        rationale=_("The criterion is not met yet; the plan shows when to expect it."),
        answer="planned",
    ),
    "overdue": _entry(
        severity="warning",
        message=_("{id} ({title}) should have been done by now{due}."),
        remedy=_("Mend the answer if it is done, or set a new date."),
        rationale=_("Either it is done and does not count, or the plan is no plan any more."),
        deadline=True,
        answer="late",
    ),
    "reason-missing": _entry(
        severity="error",
        message=_("{id} ({title}) is answered as not applicable, but without a reason."),
        remedy=_("Add `reason`."),
        rationale=_(
            "Without a reason any criterion could be waved away, and nobody could verify it."
        ),
    ),
    "not-applicable-not-allowed": _entry(
        severity="error",
        message=_('{id} ({title}) holds for all products and cannot be "not applicable".'),
        remedy=_("Answer the criterion."),
        rationale=_("The criterion is part of what all products of the level promise."),
    ),
    "answer-not-enough": _entry(
        severity="warning",
        message=_("{id} ({title}) is decided by facts; an answer alone does not count."),
        remedy=_("Declare the facts that are asked for."),
        rationale=_("The criterion counts as open, whatever the answer, until the fact is there."),
    ),
    "unanswered": _entry(
        severity="note",
        message=_("{id} ({title}) is not answered."),
        remedy=_("Declare the facts that are asked for, or answer under `answers`."),
        rationale=_("Nobody knows whether the criterion is met, so it may hold the product down."),
        answer="open",
    ),
}

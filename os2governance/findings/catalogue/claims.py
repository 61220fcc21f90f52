"""Whether what a product declares can be so, and is borne out."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Plausibility and claims"))

CLAIMS: dict[str, CatalogueEntry] = {
    "date-out-of-reach": _entry(
        severity="warning",
        message=_("{what} ({date}) is more than {years} years away from {day}."),
        remedy=_("Give a date that somebody can follow up; what has no end is left out or null."),
        rationale=_("A deadline that no wheel of the year ever reaches is none."),
    ),
    "date-in-future": _entry(
        severity="warning",
        message=_("{what} is {date}, which is after today ({as_of})."),
        remedy=_(
            "Fix the date; what is agreed but has not happened belongs in an answer as planned."
        ),
        rationale=_("Something that has not happened yet would count as done."),
    ),
    "expired": _entry(
        severity="warning",
        message=_("{what} was {date}; today is {as_of}."),
        remedy=_("Renew the agreement and write the new date; if it has ended, remove it."),
        rationale=_(
            "An expired agreement covers nothing; the criteria that rest on it may no longer be "
            "met."
        ),
        deadline=True,
    ),
    "dates-reversed": _entry(
        severity="warning",
        message=_("{what} ({date}) is before {other} ({first})."),
        remedy=_("Fix one of the dates."),
        rationale=_("One of the dates is wrong, and so are deadlines calculated from it."),
    ),
    "parts-exceed-total": _entry(
        severity="error",
        message=_("The parts add up to {sum}, but {what} is only {total}."),
        remedy=_("Fix the parts or the total."),
        rationale=_("At least one of the figures is wrong, and so are the portfolio's sums."),
    ),
    "evidence-unusable": _entry(
        severity="warning",
        message=_("The reference cannot be opened: {value}"),
        remedy=_(
            "Give a full web address that others can open, or the document's name and location."
        ),
        rationale=_(
            "A reader who wants to verify the answer cannot; it is effectively without evidence."
        ),
    ),
    "evidence-same-everywhere": _entry(
        severity="warning",
        message=_("The same reference documents {count} criteria ({criteria}): {value}"),
        remedy=_("Refer to the document, or the place in it, that shows each criterion."),
        rationale=_("One address for everything shows nothing; a reader cannot verify an answer."),
    ),
    "personal-data": _entry(
        severity="warning",
        message=_("This is {kind}."),
        remedy=_("Write a role and an organisation instead; the file is public."),
        rationale=_(
            "The files are public and stay in the history; what was once published cannot be "
            "withdrawn."
        ),
    ),
    "personal-name": _entry(
        severity="warning",
        message=_("This looks like a person's name."),
        remedy=_("Write a role and an organisation instead; the file is public."),
        rationale=_(
            "The files are public and stay in the history; what was once published cannot be "
            "withdrawn."
        ),
    ),
    "product-folder": _entry(
        severity="warning",
        message=_("The product is '{name}', but its folder is '{folder}'."),
        remedy=_("Give them the same name."),
        rationale=_(
            "Addresses and references use the folder's name, and would lead to another product."
        ),
    ),
    "evaluation-file-name": _entry(
        severity="warning",
        message=_("The evaluation is dated {on}, but its file is named '{name}'."),
        remedy=_("Name the file by the evaluation's date."),
        rationale=_(
            "The newest evaluation is found by its file name; with a wrong date an old one may "
            "apply."
        ),
    ),
    "duplicate-product": _entry(
        severity="error",
        message=_("The product '{name}' is also in {other}."),
        remedy=_("Keep one, or rename the other."),
        rationale=_(
            "The product counts twice in all figures, and the two self-assessments may "
            "contradict each other."
        ),
    ),
    "note-contradicts-answer": _entry(
        severity="warning",
        message=_('The answer is "met", but its text says "{words}"{about}.'),
        remedy=_("Fix the answer, or write what documents that the criterion is met."),
        rationale=_(
            "People read the text, the rules read the answer; the level may rest on the wrong one."
        ),
    ),
    "answer-below-note": _entry(
        severity="warning",
        message=_('The answer is "not met", but its text says "{words}"{about}.'),
        remedy=_(
            'Answer "partly met" if some of it is in place; otherwise write what is lacking.'
        ),
        rationale=_("The answer says less than its text; the level may be too low."),
    ),
    "evidence-not-public": _entry(
        severity="warning",
        message=_("Only those who have access can open the reference {words}{about}."),
        remedy=_("Refer to a place that everybody can read, or publish the document."),
        rationale=_("A reader without access cannot verify the answer."),
    ),
    "evidence-perhaps-private": _entry(
        severity="note",
        message=_("Can everybody open {words} without logging in{about}?"),
        remedy=_("If not, refer to a place that everybody can read."),
        rationale=_(
            "Such places are often closed; a reader without access cannot verify anything."
        ),
    ),
    "evidence-front-page": _entry(
        severity="warning",
        message=_("The reference {words} is only a front page{about}."),
        remedy=_("Refer to the page or the document that shows what the criterion asks for."),
        rationale=_("A reader must search for what is claimed, and may find something else."),
    ),
    "evidence-on-request": _entry(
        severity="warning",
        message=_('The evidence is only available on request: "{words}"{about}.'),
        remedy=_("Publish it, or refer to a place that everybody can read."),
        rationale=_("What a reader must ask for documents nothing in public."),
    ),
    "evidence-is-placeholder": _entry(
        severity="warning",
        message=_('The text "{words}" was not filled in{about}.'),
        remedy=_("Write what belongs here, or remove the text."),
        rationale=_("It looks filled in, but is not."),
    ),
    "evidence-says-nothing": _entry(
        severity="warning",
        message=_('The text "{words}" documents nothing{about}.'),
        remedy=_("Write what shows that the criterion is met, or refer to it."),
        rationale=_("The answer is repeated or passed on, but nothing is documented."),
    ),
    "not-applicable-in-bulk": _entry(
        severity="warning",
        message=_(
            '{count} of {total} criteria of "{name}" are answered "not applicable" without a '
            "reason for each ({criteria})."
        ),
        remedy=_(
            "Write for each criterion why it is not applicable, or answer that it is not met."
        ),
        rationale=_("A whole theme can vanish from the assessment unnoticed."),
    ),
    "copied-answers": _entry(
        severity="warning",
        message=_("Answers about another product, {words}: {count} ({criteria})."),
        remedy=_("Write what applies to this product."),
        rationale=_("The answers are about another product, and say nothing of this one."),
    ),
}

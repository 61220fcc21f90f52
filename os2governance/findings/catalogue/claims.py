"""Whether what a product declares can be so, and is borne out."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Plausibility and claims"))

CLAIMS: dict[str, CatalogueEntry] = {
    "date-in-future": _entry(
        severity="warning",
        message=_("{what} is {date}, but it is only {as_of}."),
        remedy=_(
            "Mend the date; what is agreed but has not happened belongs in an answer as planned."
        ),
        rationale=_("Something that has not happened yet would count as done."),
    ),
    "expired": _entry(
        severity="warning",
        message=_("{what} was {date}; it is {as_of}."),
        remedy=_("Renew it and give the new date; if it has ended, write `null` or remove it."),
        rationale=_(
            "An agreement that has run out covers no more; the criteria that rest on it may fall."
        ),
        deadline=True,
    ),
    "dates-reversed": _entry(
        severity="warning",
        message=_("{what} ({date}) is before {other} ({first})."),
        remedy=_("Mend one of the dates."),
        rationale=_("One of the dates is wrong, and so are deadlines reckoned from it."),
    ),
    "parts-exceed-total": _entry(
        severity="error",
        message=_("The parts add up to {sum}, but {what} is only {total}."),
        remedy=_("Mend the parts or the total."),
        rationale=_("At least one of the figures is wrong, and so are the portfolio's sums."),
    ),
    "evidence-unusable": _entry(
        severity="warning",
        message=_("Nobody can follow this reference: {value}"),
        remedy=_(
            "Give a whole web address that others can open, or the document's name and place."
        ),
        rationale=_(
            "Who wants to see for themselves gets nowhere; the answer is in effect without "
            "evidence."
        ),
    ),
    "personal-data": _entry(
        severity="warning",
        message=_("Here is {kind}."),
        remedy=_("Name a role and an organisation instead; the file is public."),
        rationale=_(
            "The files are public and stay in the history; what was once published cannot "
            "be called back."
        ),
    ),
    "product-folder": _entry(
        severity="warning",
        message=_("The product is '{name}', but its folder is '{folder}'."),
        remedy=_("Give them the same name."),
        rationale=_(
            "Addresses and references are built on the folder's name and would lead to "
            "another product."
        ),
    ),
    "evaluation-file-name": _entry(
        severity="warning",
        message=_("The evaluation is dated {on}, but its file is named '{name}'."),
        remedy=_("Name the file by the evaluation's date."),
        rationale=_(
            "The newest evaluation is found by the name; a wrong date can let an old one hold."
        ),
    ),
    "duplicate-product": _entry(
        severity="error",
        message=_("The product '{name}' is declared in {other} too."),
        remedy=_("Keep one, or rename the other."),
        rationale=_(
            "The product counts twice in all figures, and the two declarations may disagree."
        ),
    ),
    "note-contradicts-answer": _entry(
        severity="warning",
        message=_('The answer is "met", but the text beside it says "{words}"{about}.'),
        remedy=_("Mend the answer, or write what shows that the criterion is met."),
        rationale=_(
            "The words count with people, the answer in the rules; the level may rest on "
            "the wrong one."
        ),
    ),
    "evidence-not-public": _entry(
        severity="warning",
        message=_("The public cannot follow the reference {words}{about}."),
        remedy=_("Refer to a place that everybody can read, or publish the document."),
        rationale=_("Who is not logged in cannot verify the answer."),
    ),
    "evidence-is-placeholder": _entry(
        severity="warning",
        message=_('The text "{words}" was never filled in; it says nothing{about}.'),
        remedy=_("Write what is to stand here, or remove the text."),
        rationale=_("It looks filled in, but is not."),
    ),
    "not-applicable-in-bulk": _entry(
        severity="warning",
        message=_(
            '{count} of {total} criteria of "{name}" are waved away as not applicable '
            "without a reason for each ({criteria})."
        ),
        remedy=_("Write for each criterion why it does not apply, or answer that it is not met."),
        rationale=_(
            "A whole theme can vanish from the assessment without anybody having looked at it."
        ),
    ),
    "copied-answers": _entry(
        severity="warning",
        message=_("{count} answers are about another product, {words} ({criteria})."),
        remedy=_("Write what holds of this product."),
        rationale=_("The answers tell of another product, and nothing of this one."),
    ),
}

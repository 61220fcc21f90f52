"""Decisions that `decide` is asked to record."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(
    CatalogueEntry,
    subject=_("Recording a decision"),
    severity="error",
    suppressible="not of check",
)

DECIDE: dict[str, CatalogueEntry] = {
    "decide-in-future": _entry(
        message=_("The decision is dated {date}, which is after {as_of}."),
        remedy=_("Record a decision when it has been made."),
        rationale=_("It is not decided yet and must not take effect."),
    ),
    "decide-before-last": _entry(
        message=_("The decision is dated {date}, before the last one of the log ({last})."),
        remedy=_("Fix the date; the log must be in order."),
        rationale=_("The log would no longer show what applies."),
    ),
    "decide-without-grounds": _entry(
        message=_("The decision has no grounds."),
        remedy=_("Give them with --grounds."),
        rationale=_("In a year nobody knows why the decision was made."),
    ),
    "decide-accepts-nothing": _entry(
        message=_("There is no deviation to accept."),
        remedy=_("Name each deviation with --accept."),
        rationale=_("An acceptance of nothing looks as if something were covered."),
    ),
    "decide-standing": _entry(
        message=_("The product is {standing}, so the decision {decision} is not possible."),
        remedy=_("See the log: os2governance log."),
        rationale=_(
            "The decision does not fit the product's status, so an earlier one must be missing."
        ),
    ),
    "decide-accepts-met": _entry(
        message=_("{id} ({title}) is met, so there is no deviation to accept."),
        remedy=_("Omit the criterion."),
        rationale=_(
            "An unnecessary acceptance may hide that the criterion later ceases to be met."
        ),
    ),
    "decide-accepts-without-grounds": _entry(
        message=_("The acceptance of the deviation from {id} ({title}) has no grounds."),
        remedy=_('Write them after the date: --accept "{id}=2026-05-01: grounds".'),
        rationale=_("The deviation cannot be justified to others who must meet the criterion."),
    ),
    "decide-accepts-without-end": _entry(
        message=_("The acceptance of the deviation from {id} ({title}) has no last day."),
        remedy=_("Write it as --accept {id}=2026-05-01, or with --until for all."),
        rationale=_("Without a last day an exception becomes a rule."),
    ),
    "decide-accepts-too-long": _entry(
        message=_(
            "The acceptance of the deviation from {id} ({title}) ends {until}, more than {years} "
            "years after the decision."
        ),
        remedy=_("Give a last day on which it is decided anew."),
        rationale=_("An acceptance that nobody sees the end of is no exception any more."),
    ),
    "decide-accepts-past": _entry(
        message=_(
            "The acceptance of the deviation from {id} ({title}) ends {until}, before the "
            "decision of {date}."
        ),
        remedy=_("Fix the date."),
        rationale=_("The acceptance would never take effect."),
    ),
    "decide-unknown-product": _entry(
        message=_("There is no product '{name}'{meant}"),
        remedy=_("Fix the product's id, or name the folder of the product before --from."),
        rationale=_("A decision of the meeting would be recorded nowhere."),
    ),
    "decide-not-appendable": _entry(
        message=_(
            "The log is written so that nothing can be added without changing earlier entries; "
            "it is not changed."
        ),
        remedy=_("Write the decisions as a list with a hyphen before each."),
        rationale=_("Entries in the log must not be changed."),
    ),
}

"""Evaluations and decisions that stand in the record."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Evaluations and decisions"))

RECORD: dict[str, CatalogueEntry] = {
    "acceptance-expired": _entry(
        severity="warning",
        message=_("The acceptance of the deviation from {id} ({title}) ran out after {until}."),
        remedy=_("Meet the criterion, or ask for a new acceptance."),
        rationale=_(
            "The deviation is no longer covered, so the product may drop a level from that day."
        ),
        deadline=True,
    ),
    "acceptance-by-declarer": _entry(
        severity="error",
        message=_(
            "The deviation from {id} ({title}) cannot be accepted by {role}, which declares."
        ),
        remedy=_("Let another role decide."),
        rationale=_("Who deviates must not be the one who permits it."),
        by_wrong_body=True,
    ),
    "record-other-product": _entry(
        severity="error",
        message=_("The file is about '{name}', not '{product}'."),
        remedy=_("Move the file, or mend the product."),
        rationale=_("Another product's decisions or lights would count for this one."),
    ),
    "decision-level": _entry(
        severity="error",
        message=_("A level goes with `place`, and only with it (here: {decision})."),
        remedy=_("Add or remove `level`."),
        rationale=_("A decision on a level without one, or the reverse, can be read in two ways."),
    ),
    "decision-accepts": _entry(
        severity="error",
        message=_("Deviations cannot be accepted with {decision}."),
        remedy=_("Use `accept` or `place`."),
        rationale=_("It is unclear whether the deviation is accepted or only mentioned."),
    ),
    "decision-by-other-body": _entry(
        severity="error",
        message=_("By the model {level} cannot be decided by {role}."),
        remedy=_("Let the right body decide."),
        rationale=_("A decision by the wrong body cannot place a product."),
        by_wrong_body=True,
    ),
    "evaluation-other-model": _entry(
        severity="note",
        message=_(
            "The evaluation is by {other}, the declaration by {model}; lights are not compared."
        ),
        remedy=_("Evaluate by the same version."),
        rationale=_(
            "The lights answer other criteria; side by side they would show a disagreement "
            "that is not there."
        ),
    ),
    "placed-above-assessed": _entry(
        severity="warning",
        message=_(
            "The product is placed at {level}, but the rules give: {assessed}. In between "
            "stand {criteria}."
        ),
        remedy=_(
            "Meet the criteria, or let a decision accept each deviation with grounds and a date."
        ),
        rationale=_("The level that the public sees does not hold by the model's own rules."),
    ),
    "recommended-above-assessed": _entry(
        severity="note",
        message=_(
            "The evaluation recommends {level}, but the rules give: {assessed}. In between "
            "stand {criteria}."
        ),
        remedy=_(
            "Meet the criteria, or let a decision accept each deviation with grounds and a date."
        ),
        rationale=_("The board should know what is lacking before it follows the recommendation."),
    ),
    "log-out-of-order": _entry(
        severity="warning",
        message=_("The decision of {date} stands after one of {before}."),
        remedy=_("Write decisions in their order."),
        rationale=_("The last decision holds; the order tells which that is."),
    ),
    "decision-without-grounds": _entry(
        severity="warning",
        message=_("The decision has no grounds."),
        remedy=_("Add `grounds`, short ones too."),
        rationale=_("In a year nobody knows why it was so decided."),
    ),
    "acceptance-ends-soon": _entry(
        severity="warning",
        message=_("The acceptance of the deviation from {id} ({title}) runs out after {until}."),
        remedy=_("Meet the criterion before, or ask for a new acceptance."),
        rationale=_(
            "There is only time if somebody starts now; else the product may drop a level."
        ),
        deadline=True,
    ),
    "acceptance-unknown": _entry(
        severity="warning",
        message=_(
            "The acceptance of '{name}' has no effect: {model} has no such criterion{meant}"
        ),
        remedy=_(
            "Ask for a new acceptance of the criterion that has come instead. What was "
            "decided stays in the log."
        ),
        rationale=_("Somebody believes the deviation is covered, but it is not."),
    ),
    "acceptance-without-effect": _entry(
        severity="note",
        message=_("The deviation from {id} ({title}) is accepted, but the criterion is met."),
        remedy=_("Nothing; the acceptance need not be renewed."),
        rationale=_("Somebody may else spend time on renewing it."),
    ),
    "evaluation-too-old": _entry(
        severity="warning",
        message=_("The newest evaluation is of {date}; the model allows {period} at most."),
        remedy=_("Make a new evaluation."),
        rationale=_("The lights show how it was, not how it is."),
        deadline=True,
    ),
    "decision-unevaluated": _entry(
        severity="warning",
        message=_("No evaluation came before the placement at {level} on {date}."),
        remedy=_("Evaluate the product, and let the decision rest on it."),
        rationale=_("The level rests on the product's own words alone."),
    ),
    "decision-above-recommended": _entry(
        severity="note",
        message=_(
            "The product is placed at {level}, but the evaluation before it recommended "
            "{recommended}."
        ),
        remedy=_("See if the grounds of the decision say why."),
        rationale=_("The reader will ask why the evaluation was not followed."),
    ),
    "evaluated-when-closed": _entry(
        severity="note",
        message=_("The product was closed on {closed}, but evaluated on {date}."),
        remedy=_("Resume the product, or do not evaluate it."),
        rationale=_("Either the product is not closed, or the date is wrong."),
    ),
}

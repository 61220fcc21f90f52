"""Evaluations and decisions that stand in the record."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(CatalogueEntry, subject=_("Evaluations and decisions"))

RECORD: dict[str, CatalogueEntry] = {
    "acceptance-expired": _entry(
        severity="warning",
        message=_("The acceptance of the deviation from {id} ({title}) expired after {until}."),
        remedy=_("Meet the criterion, or ask for a new acceptance."),
        rationale=_(
            "The deviation is no longer covered, so the product may drop a level from that day."
        ),
        deadline=True,
    ),
    "acceptance-by-declarer": _entry(
        severity="error",
        message=_(
            "The deviation from {id} ({title}) cannot be accepted by {role}, which fills in the "
            "self-assessment."
        ),
        remedy=_("Let another role decide."),
        rationale=_("The deviating party must not permit the deviation itself."),
        by_wrong_body=True,
    ),
    "acceptance-without-level": _entry(
        severity="error",
        message=_(
            "The deviation from {name} is accepted before the product was placed at a level, so "
            "the acceptance counts for none."
        ),
        remedy=_("State the level that it is accepted for, or accept it with the placement."),
        rationale=_("An acceptance counts for one level and those below, never for a higher one."),
    ),
    "other-model": _entry(
        severity="warning",
        message=_("The file follows {name}, not {model}, so its facts do not count."),
        remedy=_("Convert the file to the model that the product follows."),
        rationale=_("Facts by another version must not count as facts by this one."),
    ),
    "record-other-product": _entry(
        severity="error",
        message=_("The file is about '{name}', not '{product}'."),
        remedy=_("Move the file, or fix the product."),
        rationale=_("Another product's decisions or ratings would count for this one."),
    ),
    "hearing-without-evaluation": _entry(
        severity="warning",
        message=_("There is no evaluation of {on}, which this answers."),
        remedy=_("Fix the date of the evaluation, or add the evaluation."),
        rationale=_("The answer is shown with no evaluation, and so is not heard."),
    ),
    "hearing-unclear": _entry(
        severity="error",
        message=_("The answer is '{answer}', which does not fit the criteria that it names."),
        remedy=_(
            "Name criteria with their reasons, or write a note, where the answer is objections or "
            "reply; name none where it is agreed."
        ),
        rationale=_("It is unclear whether the evaluation is agreed to."),
    ),
    "decision-level": _entry(
        severity="error",
        message=_("A level belongs to a placement, and only to that (here: {decision})."),
        remedy=_("Add or remove the level."),
        rationale=_("A decision on a level without one, or the reverse, is ambiguous."),
    ),
    "decision-accepts": _entry(
        severity="error",
        message=_("A decision to {decision} cannot accept deviations."),
        remedy=_("Accept them in a decision of their own, or with a placement."),
        rationale=_("It is unclear whether the deviation is accepted or only mentioned."),
    ),
    "decision-withdraws": _entry(
        severity="error",
        message=_("A decision to {decision} cannot withdraw acceptances."),
        remedy=_("Withdraw them in a decision of their own."),
        rationale=_("It is unclear whether the acceptance still counts."),
    ),
    "withdrawal-of-nothing": _entry(
        severity="error",
        message=_("{what} is in force, so there is nothing to withdraw."),
        remedy=_("See the log: os2governance log."),
        rationale=_("The withdrawal counts for nothing; something else was meant."),
    ),
    "withdrawal-by-other-body": _entry(
        severity="error",
        message=_("By the model, {role} cannot withdraw this."),
        remedy=_("Let the right body decide."),
        rationale=_("A withdrawal by the wrong body counts for nothing."),
    ),
    "decision-corrects": _entry(
        severity="error",
        message=_(
            "A file with hashes before and after belongs to a correction, and only to that (here: "
            "{decision})."
        ),
        remedy=_("Let the program write it: os2governance decide PATH correct FILE."),
        rationale=_("A correction that does not say exactly what it is of could be of anything."),
    ),
    "correction-by-other-body": _entry(
        severity="error",
        message=_("By the model, {role} decides on no level, and so cannot correct the record."),
        remedy=_("Let the right body decide."),
        rationale=_("Whoever is evaluated could correct the evaluation."),
        by_wrong_body=True,
    ),
    "decision-by-other-body": _entry(
        severity="error",
        message=_("By the model, {role} cannot place a product {at}."),
        remedy=_("Let the right body decide."),
        rationale=_("A decision by the wrong body cannot place a product."),
        by_wrong_body=True,
    ),
    "evaluation-against-facts": _entry(
        severity="note",
        message=_("The evaluation of {id} ({title}) differs from what the facts show."),
        remedy=_("Look at the facts and at the rule: one of them does not fit reality."),
        rationale=_("The evaluation counts; the difference says something of fact or rule."),
    ),
    "changed-since-evaluation": _entry(
        severity="note",
        message=_("{id} ({title}) has changed since the evaluation."),
        remedy=_("Evaluate the criterion anew."),
        rationale=_("The outcome rests on something that the evaluator has not looked at yet."),
    ),
    "awaits-evaluation": _entry(
        severity="note",
        message=_("{id} ({title}) is answered better than it counts, and awaits an evaluation."),
        remedy=_("Evaluate the criterion anew."),
        rationale=_("A newer claim does not count above the evaluation until it is looked at."),
    ),
    "evaluation-other-model": _entry(
        severity="note",
        message=_(
            "The evaluation follows {other}, the product {model}; only the ratings of criteria "
            "that mean the same count."
        ),
        remedy=_("Evaluate by the same version."),
        rationale=_(
            "The ratings are of other criteria; side by side they would show a disagreement that "
            "does not exist."
        ),
    ),
    "placed-above-assessed": _entry(
        severity="warning",
        message=_(
            "The product is placed {at}, but by the rules the level is: {assessed}. This "
            "is due to {criteria}."
        ),
        remedy=_(
            "Meet the criteria, or have a decision accept each deviation with grounds and a "
            "deadline."
        ),
        rationale=_("The level that the public sees does not follow from the model's own rules."),
    ),
    "recommended-above-assessed": _entry(
        severity="note",
        message=_(
            "The evaluation recommends {level}, but by the rules the level is: {assessed}. This "
            "is due to {criteria}."
        ),
        remedy=_(
            "Meet the criteria, or have a decision accept each deviation with grounds and a "
            "deadline."
        ),
        rationale=_(
            "Who decides should know what is lacking before the recommendation is followed."
        ),
    ),
    "log-out-of-order": _entry(
        severity="warning",
        message=_("The decision of {date} is listed after one of {before}."),
        remedy=_("Write the decisions in order."),
        rationale=_("The last decision applies; the order determines which that is."),
    ),
    "decision-without-reference": _entry(
        severity="warning",
        message=_("The placement has no reference to minutes or a case."),
        remedy=_(
            "Write where it can be read that it was decided; afterwards only by a decision: "
            "os2governance decide PATH correct decisions.yaml."
        ),
        rationale=_("Without a reference nobody can check that the decision was ever made."),
    ),
    "decision-without-grounds": _entry(
        severity="warning",
        message=_("The decision has no grounds."),
        remedy=_("Add grounds; a short text will do."),
        rationale=_("In a year nobody knows why the decision was made."),
    ),
    "acceptance-ends-soon": _entry(
        severity="warning",
        message=_(
            "The acceptance of the deviation from {id} ({title}) for {level} expires after "
            "{until}."
        ),
        remedy=_("Meet the criterion before then, or ask for a new acceptance."),
        rationale=_(
            "There is only time if somebody starts now; otherwise the product may drop a level."
        ),
        deadline=True,
    ),
    "acceptance-unknown": _entry(
        severity="warning",
        message=_(
            "The acceptance of '{name}' has no effect: {model} has no such criterion{meant}"
        ),
        remedy=_(
            "Ask for a new acceptance of the criterion that replaced it. Earlier decisions in "
            "the log are not changed."
        ),
        rationale=_("Somebody believes the deviation is covered, but it is not."),
    ),
    "acceptance-without-effect": _entry(
        severity="note",
        message=_("The deviation from {id} ({title}) is accepted, but the criterion is met."),
        remedy=_("Do nothing; the acceptance need not be renewed."),
        rationale=_("Otherwise somebody may waste time on renewing it."),
    ),
    "evaluation-too-old": _entry(
        severity="warning",
        message=_("The newest evaluation is from {date}; the model allows at most {period}."),
        remedy=_("Make a new evaluation."),
        rationale=_("The ratings show how it was, not how it is."),
        deadline=True,
    ),
    "never-evaluated": _entry(
        severity="warning",
        message=_(
            "The product has never been evaluated; the model asks for an evaluation every "
            "{period}, the first one by {due}."
        ),
        remedy=_("Make the first evaluation."),
        rationale=_("Nobody but the product itself has looked at what it states."),
        deadline=True,
    ),
    "decision-on-draft": _entry(
        severity="warning",
        message=_("The product is placed {at}, but its self-assessment is still a draft."),
        remedy=_("Get the self-assessment finished, and remove its mark as a draft."),
        rationale=_("A draft may still change; the placement would rest on something unfinished."),
    ),
    "decision-unevaluated": _entry(
        severity="warning",
        message=_("No evaluation preceded the placement {at} on {date}."),
        remedy=_("Evaluate the product, and base the decision on the evaluation."),
        rationale=_("The level rests only on the product's own statement."),
    ),
    "decision-above-recommended": _entry(
        severity="note",
        message=_(
            "The product is placed {at}, but the preceding evaluation recommended {recommended}."
        ),
        remedy=_("Check whether the grounds of the decision explain it."),
        rationale=_("The reader will ask why the evaluation was not followed."),
    ),
    "evaluated-when-closed": _entry(
        severity="note",
        message=_("The product was closed on {closed}, but evaluated on {date}."),
        remedy=_("Resume the product, or do not evaluate it."),
        rationale=_("Either the product is not closed, or the date is wrong."),
    ),
}

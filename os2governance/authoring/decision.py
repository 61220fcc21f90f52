"""A decision before it is recorded: why it is refused, its text, and its consequences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from os2governance.assessment.deviation import counts_for_level
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.checks.date_reach import MAX_YEARS_AHEAD, is_out_of_reach
from os2governance.documents.yaml_edit import NotEditableError, SetValue, edit_yaml
from os2governance.findings.finding import (
    Finding,
    Location,
    make_finding,
    suggest_id,
    suggest_word,
)
from os2governance.i18n.date_words import DateInWords
from os2governance.i18n.text import _, pgettext
from os2governance.product.decisions import (
    Acceptance,
    find_acceptances,
    has_odd_level,
    strip_locations,
)
from os2governance.product.rights import has_right_to_decide

_NEW_LOG = "format: os2governance/decisions/1\nproduct: {product}\n"
_ALLOWED_LIFECYCLES = {
    "admit": {"active"},
    "place": {"active", "paused"},
    "accept": {"active", "paused"},
    "pause": {"active"},
    "resume": {"paused", "closed"},
    "close": {"active", "paused"},
    "correct": {"active", "paused", "closed"},
}
"""The lifecycle states of a product in which each decision is allowed."""
_LIFECYCLE_LABELS = {
    "active": pgettext("of a product", "active"),
    "paused": _("paused"),
    "closed": _("closed"),
}


class ProposedAcceptance(NamedTuple):
    """A deviation to be accepted: its last day (inclusive) and the rationale.

    `action` is what is promised, `responsible` the role that promises it.
    """

    until: date | None
    rationale: str
    action: str = ""
    responsible: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class DecisionProposal:
    """A decision that is about to be recorded; `corrects` are the keys that a correction has."""

    on: date
    decision: str
    level: str | None
    accepts: Mapping[str, ProposedAcceptance]
    by: str
    rationale: str
    reference: str
    corrects: Mapping[str, str | int] = field(default_factory=dict)


class RecordedAcceptance(NamedTuple):
    """An acceptance of the new decision, and the earlier one that it renews, if there is one.

    `counts` is whether it counts for the level of the criterion; else nothing changes by it.
    """

    outcome: Outcome
    given: Acceptance
    earlier: Acceptance | None
    counts: bool


class DecisionConsequences(NamedTuple):
    """A product as assessed before a decision, and as it would be after it."""

    before: Assessment
    after: Assessment

    @property
    def uncovered_criteria(self) -> tuple[str, ...]:
        """The blocking criteria between the assessed level and the decision's level."""
        placed = self.after.levels.placed
        return self.after.blockers.get(placed, ()) if placed else ()

    @property
    def accepted(self) -> tuple[RecordedAcceptance, ...]:
        """The deviations that the new decision accepts."""
        after, model = self.after, self.after.model
        decisions = after.record.in_force(after.as_of)
        if len(decisions) == len(self.before.record.in_force(self.before.as_of)):
            return ()
        given = find_acceptances(decisions, model)
        several = [
            (after.outcome(name), given[name]) for name in decisions[-1].accepts if name in given
        ]
        return tuple(
            RecordedAcceptance(
                outcome,
                each[-1],
                each[-2] if len(each) > 1 else None,
                counts_for_level(each[-1], outcome.criterion.level, model),
            )
            for outcome, each in several
        )


# -- refusals -----------------------------------------------------------------------------------


def check_decision(proposal: DecisionProposal, assessment: Assessment, log: str) -> list[Finding]:
    """Findings that keep a decision from being recorded; `log` names the file it is meant for.

    `assessment` is that of the day of recording.
    """
    place = Location(log)
    return [
        *_check_date(proposal, assessment, place),
        *_check_role(proposal, assessment, place),
        *_check_content(proposal, assessment, place),
        *(
            found
            for name, deviation in proposal.accepts.items()
            for found in _check_acceptance(
                name, deviation, proposal=proposal, assessment=assessment, place=place
            )
        ),
    ]


def _check_date(
    proposal: DecisionProposal, assessment: Assessment, place: Location
) -> Iterator[Finding]:
    on, as_of = DateInWords(proposal.on), DateInWords(assessment.as_of)
    if proposal.on > assessment.as_of:
        yield make_finding("decide-in-future", place, date=on, as_of=as_of)
    decisions = assessment.record.decisions
    if decisions and proposal.on < decisions[-1].on:
        last = DateInWords(decisions[-1].on)
        yield make_finding("decide-before-last", place, date=on, last=last)


def _check_role(
    proposal: DecisionProposal, assessment: Assessment, place: Location
) -> Iterator[Finding]:
    model = assessment.model
    if proposal.by not in model.role_names:
        meant = suggest_word(proposal.by, model.role_names)
        yield make_finding("unknown-role", place, name=proposal.by, meant=meant)
        return
    if proposal.decision == "correct":
        if not has_right_to_decide("correct", None, proposal.by, model):
            role = model.roles_by_id[proposal.by].phrase
            yield make_finding("correction-by-other-body", place, role=role)
        return
    level = next((each for each in model.levels if each.id == proposal.level), None)
    if level and level.decided_by and proposal.by not in level.decided_by:
        role = model.roles_by_id[proposal.by].phrase
        yield make_finding("decision-by-other-body", place, role=role, at=level.at)


def _check_content(
    proposal: DecisionProposal, assessment: Assessment, place: Location
) -> Iterator[Finding]:
    model, decision = assessment.model, proposal.decision
    if proposal.level is not None and proposal.level not in model.level_ids:
        meant, known = suggest_word(proposal.level, model.level_ids), model.level_choices
        yield make_finding("unknown-level", place, name=proposal.level, meant=meant, known=known)
    if has_odd_level(decision, proposal.level):
        yield make_finding("decision-level", place, decision=decision)
    asked = model.procedure.reference_for_placement
    if asked and decision == "place" and not proposal.reference.strip():
        yield make_finding("decision-without-reference", place)
    yield from _check_accepting(proposal, assessment, place)
    if not proposal.rationale.strip():
        yield make_finding("decide-without-grounds", place)
    if assessment.lifecycle not in _ALLOWED_LIFECYCLES[decision]:
        yield make_finding(
            "decide-standing",
            place,
            decision=decision,
            standing=_LIFECYCLE_LABELS[assessment.lifecycle],
        )


def _check_accepting(
    proposal: DecisionProposal, assessment: Assessment, place: Location
) -> Iterator[Finding]:
    """Yield what is wrong with accepting deviations by this decision at all."""
    decision = proposal.decision
    if decision == "accept" and proposal.level is None and assessment.placement is None:
        for name in proposal.accepts:
            yield make_finding("acceptance-without-level", place, name=name)
    if proposal.accepts and decision not in {"place", "accept"}:
        yield make_finding("decision-accepts", place, decision=decision)
    if decision == "accept" and not proposal.accepts:
        yield make_finding("decide-accepts-nothing", place)


def _check_acceptance(
    name: str,
    deviation: ProposedAcceptance,
    proposal: DecisionProposal,
    assessment: Assessment,
    place: Location,
) -> Iterator[Finding]:
    model = assessment.model
    criterion = model.by_id.get(name)
    if criterion is None:
        meant = suggest_id(name, model.by_id)
        yield make_finding(
            "unknown-criterion", place, name=name, model=model.reference, meant=meant
        )
        return
    words: dict[str, Any] = {"id": name, "title": criterion.title}
    if deviation.responsible and deviation.responsible not in model.roles_by_id:
        meant = suggest_word(deviation.responsible, model.roles_by_id)
        yield make_finding("unknown-role", place, name=deviation.responsible, meant=meant)
    role = model.roles_by_id.get(proposal.by)
    if role and role.declares:
        yield make_finding(
            "acceptance-by-declarer", place, criterion=name, role=role.phrase, **words
        )
    if assessment.outcome(name).status == "met":
        yield make_finding("decide-accepts-met", place, criterion=name, **words)
    if not deviation.rationale.strip():
        yield make_finding("decide-accepts-without-grounds", place, criterion=name, **words)
    yield from _check_last_day(deviation, proposal, words, place)


def _check_last_day(
    deviation: ProposedAcceptance,
    proposal: DecisionProposal,
    words: Mapping[str, Any],
    place: Location,
) -> Iterator[Finding]:
    """Yield that an acceptance has no last day, one before it begins, or one that nobody sees."""
    until, on, name = deviation.until, proposal.on, words["id"]
    if until is None:
        yield make_finding("decide-accepts-without-end", place, criterion=name, **words)
        return
    last = DateInWords(until)
    if until < on:
        day = DateInWords(on)
        yield make_finding(
            "decide-accepts-past", place, criterion=name, until=last, date=day, **words
        )
    elif is_out_of_reach(until, on):
        years = MAX_YEARS_AHEAD
        yield make_finding(
            "decide-accepts-too-long", place, criterion=name, until=last, years=years, **words
        )


# -- text ---------------------------------------------------------------------------------------


def append_decision(
    log: bytes | None, product: str, count: int, proposal: DecisionProposal, place: Location
) -> tuple[bytes | None, list[Finding]]:
    """Append a decision to a log of `count` decisions; None means that there is no log yet.

    The existing log stays, byte for byte; None where that is impossible, with findings why;
    `place` names the log.
    """
    before = _NEW_LOG.format(product=product).encode() if log is None else log
    try:
        after = edit_yaml(before, [SetValue(("decisions", count), _build_entry(proposal))])
    except NotEditableError as error:
        why = [replace(each, location=place) for each in error.findings]
        return None, why or [make_finding("decide-not-appendable", place)]
    if count and not _is_only_addition(before, after):
        return None, [make_finding("decide-not-appendable", place)]
    return after, []


def _build_entry(proposal: DecisionProposal) -> dict[str, Any]:
    entry: dict[str, Any] = {"on": proposal.on.isoformat(), "decision": proposal.decision}
    if proposal.level is not None:
        entry["level"] = proposal.level
    if proposal.accepts:
        entry["accepts"] = {
            name: _build_acceptance(deviation) for name, deviation in proposal.accepts.items()
        }
    entry |= proposal.corrects
    entry |= {"by": proposal.by, "grounds": proposal.rationale}
    return entry | ({"reference": proposal.reference} if proposal.reference else {})


def _build_acceptance(deviation: ProposedAcceptance) -> dict[str, str]:
    given = {
        "until": str(deviation.until),
        "grounds": deviation.rationale,
        "action": deviation.action,
        "responsible": deviation.responsible,
    }
    return {key: text for key, text in given.items() if text}


def _is_only_addition(before: bytes, after: bytes) -> bool:
    """Whether one text is the other with one piece inserted, and nothing else."""
    same = 0
    while same < len(before) and before[same] == after[same]:
        same += 1
    return after.endswith(before[same:]) and len(after) > len(before)


def is_appended(forecast: DecisionConsequences) -> bool:
    """Whether all old decisions are unchanged, and exactly one has been added."""
    before, after = forecast.before.record.decisions, forecast.after.record.decisions
    return len(after) == len(before) + 1 and [strip_locations(d) for d in before] == [
        strip_locations(d) for d in after[:-1]
    ]

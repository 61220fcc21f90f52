"""A decision before it is recorded: why it is refused, its text, and its consequences."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from os2governance.assessment.deviation import counts_for_level
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.checks.date_reach import MAX_YEARS_AHEAD, is_out_of_reach
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
    Decision,
    check_withdrawal,
    find_acceptances,
    find_in_force,
    strip_locations,
)
from os2governance.product.log_checks import has_odd_level
from os2governance.product.rights import has_right_to_decide

_ALLOWED_LIFECYCLES = {
    "admit": {"active"},
    "place": {"active", "paused"},
    "accept": {"active", "paused"},
    "withdraw": {"active", "paused", "closed"},
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
    """A decision that is about to be recorded; `corrects` are the keys that a correction has.

    `withdraws` are the criteria whose acceptances a withdrawal ends; without them the placing.
    """

    on: date
    decision: str
    level: str | None
    accepts: Mapping[str, ProposedAcceptance]
    by: str
    rationale: str
    reference: str
    corrects: Mapping[str, str | int] = field(default_factory=dict)
    withdraws: tuple[str, ...] = ()


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
    def withdrawn(self) -> tuple[str, ...]:
        """The criteria whose acceptances the new decision ends."""
        was, now = (
            find_acceptances(each.record.in_force(each.as_of), each.model) for each in self
        )
        return tuple(name for name in self.after.model.by_id if name in was and name not in now)

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


Locate = Callable[[Sequence[str | int]], Location]
"""Where a part of a decision stands, by its path in the decision, such as `accepts`, `F4`."""


def check_decision(
    proposal: DecisionProposal, assessment: Assessment, locate: Locate
) -> list[Finding]:
    """Findings that keep a decision from being recorded; `locate` tells where it is stated.

    `assessment` is that of the day of recording.
    """
    return [
        *_check_date(proposal, assessment, locate),
        *_check_role(proposal, assessment, locate),
        *_check_content(proposal, assessment, locate),
        *_check_withdrawal(proposal, assessment, locate),
        *(
            found
            for name, deviation in proposal.accepts.items()
            for found in _check_acceptance(
                name, deviation, proposal=proposal, assessment=assessment, locate=locate
            )
        ),
    ]


def _check_date(
    proposal: DecisionProposal, assessment: Assessment, locate: Locate
) -> Iterator[Finding]:
    on, as_of = DateInWords(proposal.on), DateInWords(assessment.as_of)
    if proposal.on > assessment.as_of:
        yield make_finding("decide-in-future", locate(["on"]), date=on, as_of=as_of)
    decisions = assessment.record.decisions
    if decisions and proposal.on < decisions[-1].on:
        last = DateInWords(decisions[-1].on)
        yield make_finding("decide-before-last", locate(["on"]), date=on, last=last)


def _check_role(
    proposal: DecisionProposal, assessment: Assessment, locate: Locate
) -> Iterator[Finding]:
    model = assessment.model
    if proposal.by not in model.role_names:
        meant = suggest_word(proposal.by, model.role_names)
        yield make_finding("unknown-role", locate(["by"]), name=proposal.by, meant=meant)
        return
    if proposal.decision == "correct":
        if not has_right_to_decide("correct", None, proposal.by, model):
            role = model.roles_by_id[proposal.by].phrase
            yield make_finding("correction-by-other-body", locate(["by"]), role=role)
        return
    level = next((each for each in model.levels if each.id == proposal.level), None)
    if level and level.decided_by and proposal.by not in level.decided_by:
        role = model.roles_by_id[proposal.by].phrase
        yield make_finding("decision-by-other-body", locate(["by"]), role=role, at=level.at)


def _check_content(
    proposal: DecisionProposal, assessment: Assessment, locate: Locate
) -> Iterator[Finding]:
    model, decision = assessment.model, proposal.decision
    if proposal.level is not None and proposal.level not in model.level_ids:
        meant, known = suggest_word(proposal.level, model.level_ids), model.level_choices
        yield make_finding(
            "unknown-level", locate(["level"]), name=proposal.level, meant=meant, known=known
        )
    if has_odd_level(decision, proposal.level):
        yield make_finding("decision-level", locate(["level"]), decision=decision)
    asked = model.procedure.reference_for_placement
    if asked and decision == "place" and not proposal.reference.strip():
        yield make_finding("decision-without-reference", locate(["reference"]))
    yield from _check_accepting(proposal, assessment, locate)
    if not proposal.rationale.strip():
        yield make_finding("decide-without-grounds", locate(["grounds"]))
    if assessment.lifecycle not in _ALLOWED_LIFECYCLES[decision]:
        yield make_finding(
            "decide-standing",
            locate(["decision"]),
            decision=decision,
            standing=_LIFECYCLE_LABELS[assessment.lifecycle],
        )


def _check_accepting(
    proposal: DecisionProposal, assessment: Assessment, locate: Locate
) -> Iterator[Finding]:
    """Yield what is wrong with accepting deviations by this decision at all."""
    decision = proposal.decision
    if decision == "accept" and proposal.level is None and assessment.placement is None:
        for name in proposal.accepts:
            yield make_finding("acceptance-without-level", locate(["accepts", name]), name=name)
    if proposal.accepts and decision not in {"place", "accept"}:
        yield make_finding("decision-accepts", locate(["accepts"]), decision=decision)
    if decision == "accept" and not proposal.accepts:
        yield make_finding("decide-accepts-nothing", locate(["decision"]))


def _check_withdrawal(
    proposal: DecisionProposal, assessment: Assessment, locate: Locate
) -> Iterator[Finding]:
    """Yield what is wrong with withdrawing a placing, or acceptances, by this decision."""
    model = assessment.model
    if proposal.decision != "withdraw":
        if proposal.withdraws:
            yield make_finding(
                "decision-withdraws", locate(["withdraws"]), decision=proposal.decision
            )
        return
    named = enumerate(proposal.withdraws)
    unknown = [(number, name) for number, name in named if name not in model.by_id]
    for number, name in unknown:
        meant = suggest_id(name, model.by_id)
        yield make_finding(
            "unknown-criterion",
            locate(["withdraws", number]),
            name=name,
            model=model.reference,
            meant=meant,
        )
    if unknown or proposal.by not in model.roles_by_id:
        return
    decision = Decision(
        on=proposal.on,
        decision="withdraw",
        level=None,
        accepts={},
        by=proposal.by,
        rationale=proposal.rationale,
        reference=proposal.reference,
        location=locate(()),
        withdraws=proposal.withdraws,
    )
    earlier = find_in_force(assessment.record.in_force(proposal.on), model)
    yield from check_withdrawal(decision, earlier, model)


def _check_acceptance(
    name: str,
    deviation: ProposedAcceptance,
    proposal: DecisionProposal,
    assessment: Assessment,
    locate: Locate,
) -> Iterator[Finding]:
    model = assessment.model
    criterion = model.by_id.get(name)
    if criterion is None:
        meant = suggest_id(name, model.by_id)
        yield make_finding(
            "unknown-criterion",
            locate(["accepts", name]),
            name=name,
            model=model.reference,
            meant=meant,
        )
        return
    words: dict[str, Any] = {"id": name, "title": criterion.title}
    if deviation.responsible and deviation.responsible not in model.roles_by_id:
        meant = suggest_word(deviation.responsible, model.roles_by_id)
        yield make_finding(
            "unknown-role",
            locate(["accepts", name, "responsible"]),
            name=deviation.responsible,
            meant=meant,
        )
    role = model.roles_by_id.get(proposal.by)
    if role and role.declares:
        yield make_finding(
            "acceptance-by-declarer",
            locate(["accepts", name]),
            criterion=name,
            role=role.phrase,
            **words,
        )
    if assessment.outcome(name).status == "met":
        yield make_finding(
            "decide-accepts-met", locate(["accepts", name]), criterion=name, **words
        )
    if not deviation.rationale.strip():
        yield make_finding(
            "decide-accepts-without-grounds", locate(["accepts", name]), criterion=name, **words
        )
    procedure = model.procedure
    if deviation.until is not None:
        yield from _check_last_day(deviation.until, proposal, words, locate)
    elif procedure.end_of_acceptance and assessment.outcome(name).status != "not_applicable":
        yield make_finding(
            "decide-accepts-without-end", locate(["accepts", name]), criterion=name, **words
        )


def _check_last_day(
    until: date, proposal: DecisionProposal, words: Mapping[str, Any], locate: Locate
) -> Iterator[Finding]:
    """Yield that the last day of an acceptance is before its first, or is one that nobody sees."""
    on, name = proposal.on, words["id"]
    last = DateInWords(until)
    if until < on:
        day = DateInWords(on)
        yield make_finding(
            "decide-accepts-past",
            locate(["accepts", name, "until"]),
            criterion=name,
            until=last,
            date=day,
            **words,
        )
    elif is_out_of_reach(until, on):
        years = MAX_YEARS_AHEAD
        yield make_finding(
            "decide-accepts-too-long",
            locate(["accepts", name, "until"]),
            criterion=name,
            until=last,
            years=years,
            **words,
        )


def is_appended(forecast: DecisionConsequences) -> bool:
    """Whether all old decisions are unchanged, and exactly one has been added."""
    before, after = forecast.before.record.decisions, forecast.after.record.decisions
    return len(after) == len(before) + 1 and [strip_locations(d) for d in before] == [
        strip_locations(d) for d in after[:-1]
    ]

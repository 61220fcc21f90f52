"""A decision before it is recorded: why it is refused, its text, and its consequences."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.documents.yaml_edit import NotEditableError, Put, edited
from os2governance.findings.finding import Finding, Place, finding, suggested_id, suggestion
from os2governance.i18n.text import Text

_NEW = "format: os2governance/decisions/1\nproduct: {product}\n"
_STANDINGS = {
    "admit": {"active"},
    "place": {"active", "paused"},
    "accept": {"active", "paused"},
    "pause": {"active"},
    "resume": {"paused", "closed"},
    "close": {"active", "paused"},
}
"""The lifecycle states of a product in which each decision is allowed."""
_WORDS = {
    "active": Text("aktivt", "active"),
    "paused": Text("på pause", "paused"),
    "closed": Text("lukket", "closed"),
}


class Deviation(NamedTuple):
    """A deviation to be accepted: its last day (inclusive) and the rationale."""

    until: date | None
    grounds: str


class Proposal(NamedTuple):
    """A decision that is about to be recorded."""

    on: date
    decision: str
    level: str | None
    accepts: Mapping[str, Deviation]
    by: str
    grounds: str
    reference: str


class Forecast(NamedTuple):
    """A product as assessed before a decision, and as it would be after it."""

    before: Assessment
    after: Assessment

    @property
    def unexplained(self) -> tuple[str, ...]:
        """The blocking criteria between the assessed level and the decision's level."""
        placed = self.after.levels.placed
        return self.after.blockers.get(placed, ()) if placed else ()


# -- refusals -----------------------------------------------------------------------------------


def refusals(proposal: Proposal, assessment: Assessment, log: str) -> list[Finding]:
    """Findings that keep a decision from being recorded; `log` names the file it is meant for.

    `assessment` is that of the day of recording.
    """
    place = Place(log)
    return [
        *_when(proposal, assessment, place),
        *_who(proposal, assessment, place),
        *_what(proposal, assessment, place),
        *(
            found
            for name, deviation in proposal.accepts.items()
            for found in _acceptance(name, deviation, proposal, assessment, place)
        ),
    ]


def _when(proposal: Proposal, assessment: Assessment, place: Place) -> Iterator[Finding]:
    on, as_of = proposal.on.isoformat(), assessment.as_of.isoformat()
    if proposal.on > assessment.as_of:
        yield finding("decide-in-future", place, date=on, as_of=as_of)
    decisions = assessment.record.decisions
    if decisions and proposal.on < decisions[-1].on:
        yield finding("decide-before-last", place, date=on, last=decisions[-1].on.isoformat())


def _who(proposal: Proposal, assessment: Assessment, place: Place) -> Iterator[Finding]:
    model = assessment.model
    if proposal.by not in model.role_names:
        meant = suggestion(proposal.by, model.role_names)
        yield finding("unknown-role", place, name=proposal.by, meant=meant)
        return
    level = next((each for each in model.levels if each.id == proposal.level), None)
    if level and level.decided_by and proposal.by not in level.decided_by:
        role = model.role_names[proposal.by]
        yield finding("decision-by-other-body", place, role=role, level=level.name)


def _what(proposal: Proposal, assessment: Assessment, place: Place) -> Iterator[Finding]:
    model, decision = assessment.model, proposal.decision
    if proposal.level is not None and proposal.level not in model.level_ids:
        meant, known = suggestion(proposal.level, model.level_ids), model.levels_said
        yield finding("unknown-level", place, name=proposal.level, meant=meant, known=known)
    if (decision == "place") != (proposal.level is not None):
        yield finding("decision-level", place, decision=decision)
    if proposal.accepts and decision not in {"place", "accept"}:
        yield finding("decision-accepts", place, decision=decision)
    if decision == "accept" and not proposal.accepts:
        yield finding("decide-accepts-nothing", place)
    if not proposal.grounds.strip():
        yield finding("decide-without-grounds", place)
    if assessment.standing not in _STANDINGS[decision]:
        yield finding(
            "decide-standing", place, decision=decision, standing=_WORDS[assessment.standing]
        )


def _acceptance(
    name: str, deviation: Deviation, proposal: Proposal, assessment: Assessment, place: Place
) -> Iterator[Finding]:
    model = assessment.model
    criterion = model.by_id.get(name)
    if criterion is None:
        meant = suggested_id(name, model.by_id)
        yield finding("unknown-criterion", place, name=name, model=model.reference, meant=meant)
        return
    words: dict[str, Any] = {"id": name, "title": criterion.title}
    role = model.roles_by_id.get(proposal.by)
    if role and role.declares:
        yield finding("acceptance-by-declarer", place, criterion=name, role=role.name, **words)
    if assessment.outcome(name).status == "met":
        yield finding("decide-accepts-met", place, criterion=name, **words)
    if not deviation.grounds.strip():
        yield finding("decide-accepts-without-grounds", place, criterion=name, **words)
    if deviation.until is None:
        yield finding("decide-accepts-without-end", place, criterion=name, **words)
    elif deviation.until < proposal.on:
        until, on = deviation.until.isoformat(), proposal.on.isoformat()
        yield finding("decide-accepts-past", place, criterion=name, until=until, date=on, **words)


# -- text ---------------------------------------------------------------------------------------


def appended(log: bytes | None, product: str, count: int, proposal: Proposal) -> bytes | None:
    """Append a decision to a log of `count` decisions; None means that there is no log yet.

    The existing log stays, byte for byte; None where that is impossible.
    """
    before = _NEW.format(product=product).encode() if log is None else log
    try:
        after = edited(before, [Put(("decisions", count), _entry(proposal))])
    except NotEditableError:
        return None
    return after if count == 0 or _only_more(before, after) else None


def _entry(proposal: Proposal) -> dict[str, Any]:
    entry: dict[str, Any] = {"on": proposal.on.isoformat(), "decision": proposal.decision}
    if proposal.level is not None:
        entry["level"] = proposal.level
    if proposal.accepts:
        entry["accepts"] = {
            name: {"until": str(deviation.until), "grounds": deviation.grounds}
            for name, deviation in proposal.accepts.items()
        }
    entry |= {"by": proposal.by, "grounds": proposal.grounds}
    return entry | ({"reference": proposal.reference} if proposal.reference else {})


def _only_more(before: bytes, after: bytes) -> bool:
    """Whether one text is the other with one piece inserted, and nothing else."""
    same = 0
    while same < len(before) and before[same] == after[same]:
        same += 1
    return after.endswith(before[same:]) and len(after) > len(before)


def follows(forecast: Forecast) -> bool:
    """Whether all old decisions are unchanged, and exactly one has been added."""
    before, after = forecast.before.record.decisions, forecast.after.record.decisions
    return len(after) == len(before) + 1 and [_said(d) for d in before] == [
        _said(d) for d in after[:-1]
    ]


def _said(decision: Any) -> Any:
    accepts = {name: given._replace(place=None) for name, given in decision.accepts.items()}
    return decision._replace(place=None, accepts=accepts)

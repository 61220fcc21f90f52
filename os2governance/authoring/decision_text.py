"""A decision as the text of its log: appended to it, or found in it."""

from dataclasses import replace
from typing import Any

from os2governance.authoring.decision import DecisionProposal, ProposedAcceptance
from os2governance.documents.yaml_edit import NotEditableError, SetValue, edit_yaml
from os2governance.documents.yaml_reader import read_yaml
from os2governance.findings.finding import Finding, Location, make_finding

_NEW_LOG = "format: os2governance/decisions/1\nproduct: {product}\n"


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


def is_recorded(log: bytes, proposal: DecisionProposal) -> bool:
    """Whether a log has a decision word for word as it is proposed."""
    document, _unused = read_yaml(log, "")
    values = document.values if document else None
    there = values.get("decisions") if isinstance(values, dict) else None
    return isinstance(there, list) and _build_entry(proposal) in there


def _build_entry(proposal: DecisionProposal) -> dict[str, Any]:
    entry: dict[str, Any] = {"on": proposal.on.isoformat(), "decision": proposal.decision}
    if proposal.level is not None:
        entry["level"] = proposal.level
    if proposal.accepts:
        entry["accepts"] = {
            name: _build_acceptance(deviation) for name, deviation in proposal.accepts.items()
        }
    if proposal.withdraws:
        entry["withdraws"] = list(proposal.withdraws)
    entry |= proposal.corrects
    entry |= {"by": proposal.by, "grounds": proposal.rationale}
    return entry | ({"reference": proposal.reference} if proposal.reference else {})


def _build_acceptance(deviation: ProposedAcceptance) -> dict[str, str]:
    given = {
        "until": deviation.until.isoformat() if deviation.until else "",
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

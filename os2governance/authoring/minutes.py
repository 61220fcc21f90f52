"""The minutes of a meeting, as decisions that are about to be recorded (formats.md)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from os2governance.authoring.decision import (
    DecisionConsequences,
    DecisionProposal,
    ProposedAcceptance,
)
from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, Location
from os2governance.schema.compiled import compile_schema


@dataclass(frozen=True, kw_only=True, slots=True)
class MeetingDecision:
    """One decision of a meeting on a product; `number` counts those of the minutes from 0."""

    product: str
    proposal: DecisionProposal
    number: int
    minutes: Document

    def locate(self, path: Sequence[str | int] = ()) -> Location:
        """Where something of the decision is written in the minutes."""
        return self.minutes.locate(("decisions", self.number, *path))


class DraftedDecision(NamedTuple):
    """A decision of a meeting and its consequences; None where the log has it already."""

    decision: MeetingDecision
    consequences: DecisionConsequences | None


def read_minutes(document: Document) -> tuple[tuple[MeetingDecision, ...], list[Finding]]:
    """The decisions of the minutes; none, with findings, where the file is not as it should be."""
    findings = compile_schema("minutes").find_violations(document, document.values)
    return ((), findings) if findings else (tuple(_read_decisions(document)), [])


def _read_decisions(document: Document) -> Iterator[MeetingDecision]:
    meeting = document.values["meeting"]
    for number, entry in enumerate(document.values["decisions"]):
        grounds = entry["grounds"]
        accepts = {
            name: _read_acceptance(given or {}, grounds)
            for name, given in (entry.get("accepts") or {}).items()
        }
        proposal = DecisionProposal(
            on=date.fromisoformat(meeting["on"]),
            decision=entry["decision"],
            level=entry.get("level"),
            accepts=accepts,
            by=entry.get("by") or meeting["by"],
            rationale=grounds,
            reference=entry.get("reference") or meeting.get("reference") or "",
            withdraws=tuple(entry.get("withdraws") or ()),
        )
        yield MeetingDecision(
            product=entry["product"], proposal=proposal, number=number, minutes=document
        )


def _read_acceptance(given: Mapping[str, Any], grounds: str) -> ProposedAcceptance:
    until = given.get("until")
    return ProposedAcceptance(
        date.fromisoformat(until) if until else None,
        given.get("grounds") or grounds,
        given.get("action") or "",
        given.get("responsible") or "",
    )

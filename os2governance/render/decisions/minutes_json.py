"""The decisions of a meeting as they were recorded, as JSON."""

from collections.abc import Sequence
from typing import Any

from os2governance.authoring.minutes import DraftedDecision
from os2governance.render.common.provenance import build_provenance
from os2governance.render.decisions.consequences_json import build_consequences_object

FORMAT = "os2governance/minutes-recorded/1"


def build_minutes_object(decisions: Sequence[DraftedDecision]) -> dict[str, Any]:
    """Each decision with its consequences; None for those of one that was recorded before."""
    assessments = [each.consequences.after for each in decisions if each.consequences]
    return {
        "format": FORMAT,
        "made_from": build_provenance(
            {each.model.reference: each.model.digest for each in assessments}
        ),
        "decisions": [_build_decision(each) for each in decisions],
        "findings": [],
    }


def _build_decision(drafted: DraftedDecision) -> dict[str, Any]:
    proposal, consequences = drafted.decision.proposal, drafted.consequences
    return {
        "product": drafted.decision.product,
        "on": proposal.on.isoformat(),
        "decision": proposal.decision,
        "by": proposal.by,
        "decided": build_consequences_object(consequences) if consequences else None,
    }

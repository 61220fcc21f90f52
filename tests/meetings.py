"""A meeting on a small product, for tests of what is shown of it."""

from pages import BOARD, assessed, loaded

from os2governance.authoring.decision import DecisionConsequences
from os2governance.authoring.minutes import DraftedDecision, read_minutes
from os2governance.documents.yaml_reader import read_yaml

MINUTES = b"""format: os2governance/minutes/1
meeting: {on: 2026-02-01, by: board}
decisions:
  - {product: tool, decision: place, level: high, grounds: Ja}
  - {product: tool, decision: admit, grounds: Ja}
"""


def draft_meeting(folder) -> list[DraftedDecision]:
    """Two decisions: one about to be recorded, and one that was recorded before."""
    document, _ = read_yaml(MINUTES, "minutes.yaml")
    assert document is not None
    first, second = read_minutes(document)[0]
    model = loaded(folder)
    place = {"on": "2026-02-01", "decision": "place", "level": "high", **BOARD}
    before = assessed(folder / "before", model, facts={"open": True})
    after = assessed(folder / "after", model, facts={"open": True}, decisions=[place])
    return [
        DraftedDecision(first, DecisionConsequences(before, after)),
        DraftedDecision(second, None),
    ]

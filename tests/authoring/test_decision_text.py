"""A decision as the text of its log."""

from datetime import date

from os2governance.authoring.decision import DecisionProposal, ProposedAcceptance
from os2governance.authoring.decision_text import append_decision, is_recorded
from os2governance.findings.finding import Location

PLACE = DecisionProposal(
    on=date(2026, 5, 1),
    decision="place",
    level="low",
    accepts={"B": ProposedAcceptance(date(2027, 1, 1), "Ja", "Et notat", "owner")},
    by="board",
    rationale="God",
    reference="",
)


def test_a_decision_is_found_in_the_log_that_it_was_appended_to():
    log, _ = append_decision(None, "tool", 0, PLACE, Location("f"))

    assert not is_recorded(b"format: x\n", PLACE)
    assert not is_recorded(b"{", PLACE)
    assert is_recorded(log, PLACE)
    assert append_decision(log, "tool", 1, PLACE, Location("f"))[0].startswith(log)

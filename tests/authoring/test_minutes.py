"""The minutes of a meeting as decisions that are about to be recorded."""

from datetime import date

from os2governance.authoring.decision import ProposedAcceptance
from os2governance.authoring.minutes import read_minutes
from os2governance.documents.yaml_reader import read_yaml

MINUTES = b"""format: os2governance/minutes/1
meeting: {on: 2026-10-06, by: board, reference: "https://x.dk/referat"}
decisions:
  - product: a
    decision: place
    level: high
    accepts:
      B: {until: 2027-04-01, action: Et notat, responsible: owner}
      C:
    grounds: Hele sagen
  - {product: b, decision: withdraw, withdraws: [B], grounds: Fejl, by: owner, reference: Sag 7}
"""


def test_what_a_decision_does_not_say_is_the_meetings():
    document, _ = read_yaml(MINUTES, "minutes.yaml")
    (first, second), findings = read_minutes(document)

    assert findings == []
    assert (first.product, first.proposal.on, first.proposal.by) == (
        "a",
        date(2026, 10, 6),
        "board",
    )
    assert first.proposal.reference == "https://x.dk/referat"
    assert first.proposal.accepts == {
        "B": ProposedAcceptance(date(2027, 4, 1), "Hele sagen", "Et notat", "owner"),
        "C": ProposedAcceptance(None, "Hele sagen"),
    }
    assert (second.proposal.by, second.proposal.reference) == ("owner", "Sag 7")
    assert second.proposal.withdraws == ("B",)


def test_each_part_is_found_where_it_is_written():
    document, _ = read_yaml(MINUTES, "minutes.yaml")
    (first, second), _ = read_minutes(document)

    assert (first.locate(["level"]).line, first.locate(["level"]).column) == (6, 12)
    assert first.locate(["accepts", "B", "until"]).line == 8
    assert second.locate(["by"]).line == 11


def test_what_is_not_in_the_format_is_told_at_its_place():
    document, _ = read_yaml(
        MINUTES.replace(b"decision: place", b"decision: plcae"), "minutes.yaml"
    )
    decisions, [found] = read_minutes(document)

    assert decisions == ()
    assert (found.code, found.location.line) == ("wrong-choice", 5)

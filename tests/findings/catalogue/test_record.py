"""Evaluations and decisions: who may not decide, and what ran out."""

from os2governance.findings.catalogue.record import RECORD


def test_decisions_by_a_wrong_body_are_errors():
    wrong = {code: entry for code, entry in RECORD.items() if entry.by_wrong_body}

    assert set(wrong) == {
        "acceptance-by-declarer",
        "correction-by-other-body",
        "decision-by-other-body",
    }
    assert {entry.severity for entry in wrong.values()} == {"error"}


def test_deadlines_are_warnings():
    assert {entry.severity for entry in RECORD.values() if entry.deadline} == {"warning"}

"""Rules: a rule with a fault is used by nobody, so it is always told."""

from os2governance.findings.catalogue.rules import RULES


def test_no_fault_of_a_rule_can_be_silenced():
    assert {entry.severity for entry in RULES.values()} == {"error"}
    assert {(entry.suppressible, entry.ignorable) for entry in RULES.values()} == {
        ("nowhere", False)
    }


def test_none_is_about_an_answer_or_a_deadline():
    assert not [code for code, entry in RULES.items() if entry.answer or entry.deadline]

"""Answers: each state that a finding tells of has one code."""

from os2governance.findings.catalogue.declaration import DECLARATION


def test_each_state_of_an_answer_has_one_code():
    from typing import get_args

    from os2governance.findings.catalogue.entry import AnswerState

    states = [entry.answer for entry in DECLARATION.values() if entry.answer]
    assert sorted(states) == sorted(get_args(AnswerState))


def test_an_answer_that_the_facts_contradict_is_graver_than_one_without_proof():
    assert DECLARATION["contradiction"].severity == "error"
    assert DECLARATION["undocumented"].severity == "warning"
    assert DECLARATION["unanswered"].severity == "note"

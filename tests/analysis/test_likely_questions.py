"""What is likely to be questioned: each reason by itself, and their order."""

import pytest
from agreements import ANSWERS, EVALUATED, evaluated
from hypothesis import given
from hypothesis import strategies as st

from os2governance.analysis.evaluation_pairs import ClaimRecord
from os2governance.analysis.likely_questions import (
    QUESTION_REASONS,
    find_likely_questions,
    is_often_lowered,
)

BARE = {"A": {"answer": "met"}}
WAIVED = {"C": {"answer": "not_applicable", "reason": "Ingen bruger det."}}
OFTEN = {"C": ClaimRecord(claimed=4, lowered=2)}


def reasons(folder, records=None, **product):
    found = find_likely_questions(evaluated(folder, **product), records or {})
    return [(each.criterion, each.reasons) for each in found]


@pytest.mark.parametrize(
    ("product", "records", "found"),
    [
        ({}, {}, [("A", ("light",))]),
        ({"evaluations": [], "answers": BARE}, {}, [("A", ("no_evidence",))]),
        (
            {"evaluations": [], "answers": {"A": ANSWERS["A"]}, "facts": {"open": False}},
            {},
            [("A", ("facts",))],
        ),
        ({"evaluations": [], "answers": WAIVED}, {}, [("C", ("waived",))]),
        ({"evaluations": []}, OFTEN, [("C", ("often_lowered",))]),
        ({"evaluations": []}, {"C": ClaimRecord(4, 1)}, []),
        ({"evaluations": []}, {"C": ClaimRecord(1, 1)}, []),
        ({"evaluations": [], "answers": {"C": {"answer": "unmet"}}}, OFTEN, []),
        ({"evaluations": [], "answers": {}}, OFTEN, []),
    ],
)
def test_a_claim_is_questioned_for_a_reason(tmp_path, product, records, found):
    assert reasons(tmp_path, records, **product) == found


def test_what_a_light_confirms_is_not_questioned_again(tmp_path):
    """C is green in the newest evaluation, however often it was lowered elsewhere."""
    assert reasons(tmp_path, OFTEN) == [("A", ("light",))]


def test_the_weightiest_reason_stands_first(tmp_path):
    answers = {"A": {"answer": "met"}, "B": {"answer": "met"}, "C": ANSWERS["C"]}
    lights = {"B": {"light": "unmet"}}
    found = reasons(
        tmp_path, OFTEN, answers=answers, evaluations=[{**EVALUATED, "lights": lights}]
    )

    assert [criterion for criterion, _ in found] == ["B", "A", "C"]
    order = [QUESTION_REASONS.index(each[0]) for _, each in found]
    assert order == sorted(order)


@given(st.integers(0, 50), st.integers(0, 50))
def test_often_is_at_least_half_of_at_least_two(claimed, lowered):
    assert is_often_lowered(ClaimRecord(claimed, lowered)) == (
        claimed >= 2 and lowered / claimed >= 0.5
    )

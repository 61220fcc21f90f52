"""The hearing on an evaluation: read, and what is wrong with it."""

from datetime import date
from pathlib import Path

import pytest
from folders import criterion, write_model, write_product

from os2governance import load_model, load_product

EVALUATION = {"evaluated": {"on": "2026-03-01", "by": "x"}, "lights": {"A": {"light": "unmet"}}}
ANSWER = {
    "evaluation": "2026-03-01",
    "heard": {"on": "2026-03-10", "by": "owner"},
    "answer": "objections",
    "criteria": {"A": "Der er et bevis"},
}


def product(tmp_path, *hearings):
    model = load_model(
        write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    )
    folder = write_product(tmp_path, evaluations=[EVALUATION], hearings=hearings)
    return load_product(folder, model)


def test_answers_are_read_in_the_order_of_their_days(tmp_path):
    reply = {**ANSWER, "heard": {"on": "2026-03-20", "by": "board"}, "answer": "reply"}
    found = product(tmp_path, reply, ANSWER)
    [evaluation] = found.record.evaluations

    assert found.findings == ()
    assert [(e.answer, e.by, dict(e.criteria)) for e in found.record.hearings] == [
        ("objections", "owner", {"A": "Der er et bevis"}),
        ("reply", "board", {"A": "Der er et bevis"}),
    ]
    assert len(found.record.hearings_on(evaluation, date(2026, 3, 15))) == 1


@pytest.mark.parametrize(
    ("change", "code", "line", "counts"),
    [
        ({"answer": "agreed"}, "hearing-unclear", 8, False),
        ({"criteria": None}, "hearing-unclear", 8, False),
        ({"criteria": {"Q": "x"}}, "unknown-criterion", 10, False),
        ({"heard": {"on": "2026-03-10", "by": "ownre"}}, "unknown-role", 7, False),
        ({"evaluation": "2026-03-02"}, "hearing-without-evaluation", 4, True),
        ({"product": "other"}, "record-other-product", 2, False),
        ({"answer": "maybe"}, "wrong-choice", 8, False),
    ],
)
def test_what_is_wrong_is_told_where_it_is(tmp_path, change, code, line, counts):
    found = product(tmp_path, {**ANSWER, **change})
    [fault] = found.findings

    assert (fault.code, fault.location.line) == (code, line)
    assert Path(fault.location.file).parent.name == "hearings"
    assert bool(found.record.hearings) == counts

"""Answers in a hearing in Python."""

import pytest
from pydantic import ValidationError

from os2governance.formats import Hearing

AGREED = {
    "format": "os2governance/hearing/1",
    "product": "x",
    "model": "os2/1.1.0",
    "evaluation": "2026-05-01",
    "heard": {"on": "2026-05-10", "by": "steering_group"},
    "answer": "agreed",
}


def test_words_to_criteria_are_kept():
    found = Hearing.model_validate({**AGREED, "answer": "objections", "criteria": {"F4": "Nej"}})

    assert (found.criteria, found.heard.by) == ({"F4": "Nej"}, "steering_group")


@pytest.mark.parametrize(
    "wrong",
    [{"answer": "yes"}, {"answer": None}, {"criteria": {"F4": " "}}, {"evaluation": "2026-02-30"},
     {"heard": {"on": "2026-05-10"}}, {"lights": {}}],
)  # fmt: skip
def test_what_is_no_answer_is_refused(wrong):
    with pytest.raises(ValidationError):
        Hearing.model_validate({**AGREED, **wrong})

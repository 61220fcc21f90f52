"""The minutes of a meeting in Python."""

import pytest
from pydantic import ValidationError

from os2governance.formats import Minutes

HEAD = {
    "format": "os2governance/minutes/1",
    "meeting": {"on": "2026-10-06", "by": "board"},
}
PAUSE = {"product": "x", "decision": "pause", "grounds": "Ja"}


def test_decisions_keep_their_order_and_may_come_from_another_body():
    values = {**HEAD, "decisions": [PAUSE, {**PAUSE, "decision": "close", "by": "secretariat"}]}
    found = Minutes.model_validate(values)

    assert [(each.decision, each.by) for each in found.decisions] == [
        ("pause", None),
        ("close", "secretariat"),
    ]


@pytest.mark.parametrize(
    "wrong",
    [{"decision": "correct"}, {"decision": None}, {"grounds": " "}, {"grounds": None},
     {"product": "X Y"}, {"on": "2026-01-01"}, {"file": "x"}, {"withdraws": []}],
)  # fmt: skip
def test_a_meeting_decides_about_products_with_grounds_and_corrects_nothing(wrong):
    with pytest.raises(ValidationError):
        Minutes.model_validate({**HEAD, "decisions": [{**PAUSE, **wrong}]})

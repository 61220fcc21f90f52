"""Decision logs in Python."""

import pytest
from pydantic import ValidationError

from os2governance.formats import Decisions

HEAD = {"format": "os2governance/decisions/1", "product": "x"}
ADMIT = {"on": "2026-05-01", "decision": "admit", "by": "board"}


def test_an_empty_log_is_a_log_and_the_order_is_kept():
    assert Decisions.model_validate(HEAD).decisions is None
    found = Decisions.model_validate(
        {**HEAD, "decisions": [ADMIT, {**ADMIT, "decision": "close"}]}
    )

    assert [each.decision for each in found.decisions] == ["admit", "close"]


def test_an_acceptance_may_be_bare():
    accepts = {"F1": None, "F2": {"until": "2027-01-01"}}
    found = Decisions.model_validate(
        {**HEAD, "decisions": [{**ADMIT, "decision": "accept", "accepts": accepts}]}
    )

    assert found.model_dump(mode="json", exclude_unset=True)["decisions"][0]["accepts"] == accepts


@pytest.mark.parametrize(
    "wrong",
    [{"decision": "fire"}, {"on": "2026-02-30"}, {"on": None}, {"by": ""}, {"level": 2}, {"extra": 1},
     {"accepts": {"F1": {"until": "soon"}}}, {"accepts": ["F1"]}],
)  # fmt: skip
def test_what_is_no_decision_is_refused(wrong):
    with pytest.raises(ValidationError):
        Decisions.model_validate({**HEAD, "decisions": [{**ADMIT, **wrong}]})

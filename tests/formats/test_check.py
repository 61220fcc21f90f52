"""What `check` prints, in Python."""

import pytest
from pydantic import ValidationError

from os2governance.formats import CheckReport

WHOLE = {
    "format": "os2governance/check/1",
    "as_of": "2026-05-01",
    "findings": [],
    "counts": {"error": 0, "warning": 0, "note": 0},
    "checked": {"products": 1, "models": 0, "unreadable": 0},
    "known": 0,
    "silenced": 0,
    "silences": [],
    "against": None,
    "changes": [],
    "made_from": {"engine": "0.2.0", "models": {}, "files": {}},
}


def test_a_report_is_read_and_nothing_is_lost():
    read = CheckReport.model_validate(WHOLE)

    assert (read.against, read.checked.products) == (None, 1)
    assert read.model_dump(mode="json", by_alias=True, exclude_unset=True) == WHOLE


def test_keys_may_be_added():
    assert CheckReport.model_validate({**WHOLE, "new": 1}).silenced == 0


@pytest.mark.parametrize("key", WHOLE)
def test_each_of_its_keys_is_there(key):
    with pytest.raises(ValidationError):
        CheckReport.model_validate({name: value for name, value in WHOLE.items() if name != key})


@pytest.mark.parametrize(
    "wrong", [{"silenced": -1}, {"counts": {"error": 0}}, {"as_of": "maj"}, {"findings": [{}]}]
)
def test_what_only_looks_right_is_refused(wrong):
    with pytest.raises(ValidationError):
        CheckReport.model_validate({**WHOLE, **wrong})

"""The secretariat's facts in Python."""

import pytest
from pydantic import ValidationError

from os2governance.formats import Register

WHOLE = {
    "format": "os2governance/register/1",
    "product": "x",
    "model": "os2/1.1.0",
    "registered": {"on": "2026-09-01", "by": "Sekretariatet"},
}


def test_what_is_left_out_is_none_and_stays_left_out():
    found = Register.model_validate(WHOLE)

    assert found.facts is None
    assert found.model_dump(mode="json", by_alias=True, exclude_unset=True) == WHOLE


@pytest.mark.parametrize("key", WHOLE)
def test_each_of_its_keys_is_needed(key):
    with pytest.raises(ValidationError):
        Register.model_validate({name: value for name, value in WHOLE.items() if name != key})


@pytest.mark.parametrize(
    "wrong",
    [
        {"registered": {"on": "2026-13-01", "by": "S"}},
        {"registered": {"on": "2026-09-01", "by": " "}},
        {"product": "X"},
        {"model": "os2"},
        {"facts": []},
        {"extra": 1},
    ],
)
def test_what_only_looks_right_is_refused(wrong):
    with pytest.raises(ValidationError):
        Register.model_validate({**WHOLE, **wrong})

"""Phrases that make a claim doubtful, in Python."""

import pytest
from pydantic import ValidationError

from os2governance.formats import Doubts

WHOLE = {"format": "os2governance/doubts/1", "bulk": {"at_least": 3, "percent": 50}}


def test_what_is_left_out_is_none_and_stays_left_out():
    found = Doubts.model_validate(WHOLE)

    assert (found.contradicts, found.placeholders, found.private, found.copied) == (None,) * 4
    assert found.model_dump(mode="json", by_alias=True, exclude_unset=True) == WHOLE


@pytest.mark.parametrize("key", ["format"])
def test_each_of_its_keys_is_needed(key):
    with pytest.raises(ValidationError):
        Doubts.model_validate({name: value for name, value in WHOLE.items() if name != key})


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": "os2governance/doubts/2"},
        {"bulk": {"at_least": 1, "percent": 50}},
        {"bulk": {"at_least": 3, "percent": 101}},
        {"copied": {"at_least": 1}},
        {"placeholders": "x"},
        {"extra": 1},
    ],
)
def test_what_only_looks_right_is_refused(wrong):
    with pytest.raises(ValidationError):
        Doubts.model_validate({**WHOLE, **wrong})

"""What a portfolio is counted from, in Python."""

import pytest
from pydantic import ValidationError

from os2governance.formats import Portfolio

WHOLE = {"format": "os2governance/figures/1", "users": {"list": "adopters", "name": "name"}}


def test_what_is_left_out_is_none_and_stays_left_out():
    found = Portfolio.model_validate(WHOLE)

    assert (found.economy, found.users.kind, found.users.using) == (None, None, None)
    assert found.model_dump(mode="json", by_alias=True, exclude_unset=True) == WHOLE


@pytest.mark.parametrize("key", ["format"])
def test_each_of_its_keys_is_needed(key):
    with pytest.raises(ValidationError):
        Portfolio.model_validate({name: value for name, value in WHOLE.items() if name != key})


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": "os2governance/portfolio/1"},
        {"users": {"list": "adopters"}},
        {"users": {"list": " ", "name": "name"}},
        {"users": {"list": "a", "name": "b", "using": {"fact": "c", "values": []}}},
        {"extra": 1},
    ],
)
def test_what_only_looks_right_is_refused(wrong):
    with pytest.raises(ValidationError):
        Portfolio.model_validate({**WHOLE, **wrong})

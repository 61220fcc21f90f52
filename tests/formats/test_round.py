"""The file of a round in Python."""

from datetime import date

import pytest
from pydantic import ValidationError

from os2governance.formats import Round

WHOLE = {
    "format": "os2governance/round/1",
    "half_year": "2026-2",
    "due": {"evaluation": "2026-10-15"},
    "products": {"tool": {"done": {"invited": "2026-08-14"}, "remark": "Ja"}, "bare": None},
}


def test_what_is_left_out_is_none_and_stays_left_out():
    found = Round.model_validate(WHOLE)

    assert found.due.evaluation == date(2026, 10, 15)
    assert found.products["tool"].out is None
    assert found.model_dump(mode="json", by_alias=True, exclude_unset=True) == WHOLE


@pytest.mark.parametrize(
    "wrong",
    [
        {"half_year": "2026-3"},
        {"due": {"party": "2026-10-15"}},
        {"due": {"evaluation": "2026-10"}},
        {"products": {"tool": {"out": ""}}},
    ],
)
def test_what_is_wrong_is_refused(wrong):
    with pytest.raises(ValidationError):
        Round.model_validate({**WHOLE, **wrong})

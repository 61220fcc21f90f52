"""What documents state facts by, in Python."""

import pytest
from pydantic import ValidationError

from os2governance.formats import Proposals

WHOLE = {
    "format": "os2governance/proposals/1",
    "answers": ["met", "none"],
    "addresses": [{"fact": "code[].url", "read": ["asked"]}],
}


def test_what_is_left_out_is_none_and_stays_left_out():
    found = Proposals.model_validate(WHOLE)

    assert (found.words, found.dates, found.numbers, found.elsewhere) == (None,) * 4
    assert found.model_dump(mode="json", by_alias=True, exclude_unset=True) == WHOLE


@pytest.mark.parametrize("key", ["format", "answers"])
def test_each_of_its_keys_is_needed(key):
    with pytest.raises(ValidationError):
        Proposals.model_validate({name: value for name, value in WHOLE.items() if name != key})


@pytest.mark.parametrize(
    "wrong",
    [
        {"answers": []},
        {"answers": ["perhaps"]},
        {"addresses": [{}]},
        {"words": [{"fact": "a", "values": {"MIT": []}}]},
        {"dates": [{"fact": "a", "patterns": []}]},
        {"extra": 1},
    ],
)
def test_what_only_looks_right_is_refused(wrong):
    with pytest.raises(ValidationError):
        Proposals.model_validate({**WHOLE, **wrong})

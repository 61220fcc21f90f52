"""A machine's facts in Python."""

import pytest
from pydantic import ValidationError

from os2governance.formats import Observations

WHOLE = {
    "format": "os2governance/observations/1",
    "product": "x",
    "model": "os2/1.1.0",
    "observed": {
        "on": "2026-11-20",
        "with": "os2governance 0.2.0",
        "repositories": [{"url": "https://example.org/x", "commit": "3f2a"}],
    },
}


def test_what_is_left_out_is_none_and_stays_left_out():
    found = Observations.model_validate(WHOLE)

    assert (found.facts, found.sources, found.observed.repositories[0].branch) == (
        None,
        None,
        None,
    )
    assert found.model_dump(mode="json", by_alias=True, exclude_unset=True) == WHOLE


@pytest.mark.parametrize("key", WHOLE)
def test_each_of_its_keys_is_needed(key):
    with pytest.raises(ValidationError):
        Observations.model_validate({name: value for name, value in WHOLE.items() if name != key})


@pytest.mark.parametrize(
    "wrong",
    [
        {"observed": {"on": "2026-11-20", "with": "x"}},
        {"observed": {"on": "i dag", "with": "x", "repositories": []}},
        {"observed": {"on": "2026-11-20", "with_": "x", "repositories": []}},
        {"sources": {"a.b": ""}},
        {"facts": 1},
        {"extra": 1},
    ],
)
def test_what_only_looks_right_is_refused(wrong):
    with pytest.raises(ValidationError):
        Observations.model_validate({**WHOLE, **wrong})

"""Evaluations in Python: what a file must have, and what only looks right."""

from datetime import date

import pytest
from pydantic import ValidationError

from os2governance.formats import Evaluation

WHOLE = {
    "format": "os2governance/evaluation/1",
    "product": "x",
    "model": "os2/1.1.0",
    "evaluated": {"on": "2026-05-01", "by": "Sekretariatet"},
}


def test_without_lights_it_is_whole():
    found = Evaluation.model_validate(WHOLE)

    assert (found.evaluated.on, found.lights, found.recommends) == (date(2026, 5, 1), None, None)


@pytest.mark.parametrize("key", WHOLE)
def test_each_of_its_keys_is_needed(key):
    with pytest.raises(ValidationError):
        Evaluation.model_validate({name: value for name, value in WHOLE.items() if name != key})


@pytest.mark.parametrize(
    "more",
    [
        {"lights": {"R1": {"light": "green"}}},
        {"lights": {"R1": {"light": "planned"}}},
        {"lights": {"R1": {}}},
        {"lights": {"R1": {"light": "met", "note": "x"}}},
        {"lights": []},
        {"recommends": 2},
        {"evaluated": {"on": "1. maj", "by": "x"}},
        {"evaluated": {"on": "2026-05-01", "by": " "}},
        {"format": "os2governance/evaluation/2"},
        {"extra": 1},
    ],
)
def test_what_only_looks_right_is_refused(more):
    with pytest.raises(ValidationError):
        Evaluation.model_validate({**WHOLE, **more})

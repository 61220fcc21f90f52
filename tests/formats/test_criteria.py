"""Criteria of a theme in Python."""

import pytest
from pydantic import ValidationError

from os2governance.formats import Criteria

ONE = {"id": "R1", "level": "1", "met": {"fact": "a", "present": True}}


def read(*criteria):
    return Criteria.model_validate(
        {"format": "os2governance/criteria/1", "theme": "t", "criteria": list(criteria)}
    )


def test_a_criterion_needs_an_id_and_a_level_and_may_have_no_rule():
    assert read(ONE).criteria[0].partly is None
    assert read({"id": "R1", "level": "1"}).criteria[0].met is None
    for key in ("id", "level"):
        with pytest.raises(ValidationError):
            read({name: value for name, value in ONE.items() if name != key})


def test_a_theme_may_be_empty():
    assert read().criteria == ()


@pytest.mark.parametrize(
    "wrong",
    [{"met": {}}, {"met": None}, {"partly": None}, {"recommended": "yes"}, {"recommended": 1},
     {"basis": "claim"}, {"title": {"de": "x"}}, {"title": None}, {"id": ""}, {"extra": 1},
     {"examples": [{"facts": {}, "expect": "unknown"}]}, {"examples": [{"expect": "met"}]},
     {"examples": [{"facts": {}, "expect": "met", "as_of": "now"}]}],
)  # fmt: skip
def test_what_only_looks_right_is_refused(wrong):
    with pytest.raises(ValidationError):
        read({**ONE, **wrong})

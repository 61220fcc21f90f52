"""Models in Python: what one part of a model's file asks of another."""

import pytest
from pydantic import ValidationError

from os2governance.formats import Model
from os2governance.formats.model import ChangedCriterion, ConditionEntry, NeedsEntry

RULE = {"fact": "a", "present": True}
WHOLE = {
    "format": "os2governance/model/1",
    "model": "m",
    "version": "1",
    "levels": [{"id": "low"}],
    "themes": [{"id": "all"}],
}


def test_what_is_left_out_is_none_and_stays_left_out():
    found = Model.model_validate(WHOLE)

    assert (found.roles, found.conditions, found.based_on) == (None, None, None)
    assert found.model_dump(mode="json", by_alias=True, exclude_unset=True) == WHOLE


@pytest.mark.parametrize("key", WHOLE)
def test_each_of_its_keys_is_needed(key):
    with pytest.raises(ValidationError):
        Model.model_validate({name: value for name, value in WHOLE.items() if name != key})


@pytest.mark.parametrize("left_out", ["levels", "themes"])
def test_a_version_based_on_another_has_its_levels_and_themes(left_out):
    own = {name: value for name, value in WHOLE.items() if name != left_out}

    assert Model.model_validate({**own, "based_on": "0"}).based_on == "0"


@pytest.mark.parametrize(
    ("entry", "fits"),
    [
        ({"percent": 50}, True),
        ({"count": 1}, True),
        ({}, False),
        ({"percent": 5, "count": 1}, False),
    ],
)
def test_enough_is_a_share_or_a_number(entry, fits):
    if fits:
        assert NeedsEntry.model_validate(entry).model_dump(exclude_unset=True) == entry
        return
    with pytest.raises(ValidationError):
        NeedsEntry.model_validate(entry)


def test_a_changed_criterion_changes_something():
    assert ChangedCriterion.model_validate({"level": "low"}).level == "low"
    with pytest.raises(ValidationError):
        ChangedCriterion.model_validate({})


@pytest.mark.parametrize(
    ("entry", "fits"),
    [
        (RULE, True),
        ({"rule": RULE, "x-asked": {"da": "A"}}, True),
        ({}, False),
        ({"x-asked": {"da": "A"}}, False),
        ({"rule": RULE, "fact": "a"}, False),
    ],
)
def test_a_condition_is_a_rule_or_has_one_beside_its_phrases(entry, fits):
    if fits:
        assert ConditionEntry.model_validate(entry).model_dump(by_alias=True, exclude_unset=True)
        return
    with pytest.raises(ValidationError):
        ConditionEntry.model_validate(entry)

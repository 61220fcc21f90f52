"""How names of persons stand in texts, in Python."""

import pytest
from pydantic import ValidationError

from os2governance.formats import Persons

WHOLE = {
    "format": "os2governance/persons/1",
    "roles": ["cook"],
    "organisations": ["town"],
    "prefixes": ["club"],
    "particles": ["of"],
    "given_names": ["Ann Bob"],
}


def test_it_is_read_and_written_unchanged():
    found = Persons.model_validate(WHOLE)

    assert found.model_dump(mode="json", by_alias=True, exclude_unset=True) == WHOLE


@pytest.mark.parametrize("key", WHOLE)
def test_each_of_its_keys_is_needed(key):
    with pytest.raises(ValidationError):
        Persons.model_validate({name: value for name, value in WHOLE.items() if name != key})


@pytest.mark.parametrize(
    "wrong",
    [{"format": "os2governance/persons/2"}, {"roles": "cook"}, {"roles": []}, {"extra": 1}],
)
def test_what_only_looks_right_is_refused(wrong):
    with pytest.raises(ValidationError):
        Persons.model_validate({**WHOLE, **wrong})

"""A model's list of authorities in Python."""

import pytest
from pydantic import ValidationError

from os2governance.formats import Authorities

WHOLE = {
    "format": "os2governance/authorities/1",
    "source": "https://example.org",
    "as_of": "2026-01-01",
    "kinds": {
        "kommune": {
            "name": {"da": "kommuner", "en": "municipalities"},
            "authorities": [{"name": "Aarhus", "code": "751"}],
        }
    },
}


def test_what_is_left_out_is_none_and_stays_left_out():
    found = Authorities.model_validate(WHOLE)

    assert (found.kinds["kommune"].forms, found.kinds["kommune"].former) == (None, None)
    assert found.model_dump(mode="json", by_alias=True, exclude_unset=True) == WHOLE


@pytest.mark.parametrize("key", WHOLE)
def test_each_of_its_keys_is_needed(key):
    with pytest.raises(ValidationError):
        Authorities.model_validate({name: value for name, value in WHOLE.items() if name != key})


@pytest.mark.parametrize(
    "wrong",
    [
        {"kinds": {}},
        {"as_of": "2026"},
        {"kinds": {"kommune": {"name": {"da": "k"}, "authorities": []}}},
        {
            "kinds": {
                "kommune": {
                    "name": {"da": "k"},
                    "authorities": [{"name": "Aarhus", "code": "751"}],
                    "forms": ["kommune"],
                }
            }
        },
        {"extra": 1},
    ],
)
def test_what_only_looks_right_is_refused(wrong):
    with pytest.raises(ValidationError):
        Authorities.model_validate({**WHOLE, **wrong})

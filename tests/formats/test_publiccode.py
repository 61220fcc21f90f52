"""publiccode.yml in Python: the standard's keys, and the sections of countries beside them."""

from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from os2governance.formats import Publiccode

OWN = yaml.safe_load((Path(__file__).parents[2] / "publiccode.yml").read_text("utf-8"))
NEEDED = ["name", "url", "platforms", "developmentStatus", "softwareType", "description", "legal"]


def test_the_project_s_own_is_read_and_nothing_is_lost():
    read = Publiccode.model_validate(OWN)

    assert read.name == "os2governance"
    assert read.model_dump(mode="json", by_alias=True, exclude_unset=True) == OWN


@pytest.mark.parametrize("key", NEEDED)
def test_what_the_standard_needs_is_needed(key):
    with pytest.raises(ValidationError):
        Publiccode.model_validate({name: value for name, value in OWN.items() if name != key})


@pytest.mark.parametrize("country", ["it", "IT", "dk"])
def test_the_section_of_a_country_may_be_added(country):
    section = {"any": "thing"}
    read = Publiccode.model_validate({**OWN, country: section})

    assert read.model_dump(by_alias=True, exclude_unset=True)[country] == section


@pytest.mark.parametrize("key", ["dnk", "d", "d1", "æø"])
def test_no_other_key_may_be(key):
    with pytest.raises(ValidationError, match="unknown key"):
        Publiccode.model_validate({**OWN, key: {}})

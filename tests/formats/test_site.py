"""The file that says who publishes a site, in Python."""

import pytest
from pydantic import ValidationError

from os2governance.formats import SiteDetails

WHOLE = {
    "format": "os2governance/site/1",
    "publisher": {
        "name": {"da": "Haverne", "en": "The gardens"},
        "address": "https://have.example/",
    },
    "contact": {"mail": "haver@have.example", "address": "https://have.example/kontakt"},
    "accessibility": "https://have.example/was",
    "licence": {"name": "CC BY 4.0", "address": "https://have.example/by"},
}


def test_what_is_left_out_is_none_and_stays_left_out():
    found = SiteDetails.model_validate(WHOLE)
    bare = SiteDetails.model_validate({"format": WHOLE["format"]})

    assert found.contact.mail == "haver@have.example"
    assert (bare.publisher, bare.licence) == (None, None)
    assert found.model_dump(mode="json", by_alias=True, exclude_unset=True) == WHOLE


@pytest.mark.parametrize(
    "wrong",
    [
        {"publisher": {"address": "https://have.example/"}},
        {"publisher": {"name": "Haverne"}},
        {"contact": {"mail": "haver"}},
        {"contact": {"mail": "a@have.example?cc=b@have.example"}},
        {"contact": {"phone": "12345678"}},
        {"accessibility": "javascript:alert(1)"},
        {"accessibility": "have.example/was"},
        {"licence": {"name": " "}},
    ],
)
def test_what_is_wrong_is_refused(wrong):
    with pytest.raises(ValidationError):
        SiteDetails.model_validate({**WHOLE, **wrong})

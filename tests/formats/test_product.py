"""Declarations in Python."""

import pytest
from pydantic import ValidationError

from os2governance.formats import Product

WHOLE = {
    "format": "os2governance/product/1",
    "product": "x",
    "name": "X",
    "kind": "product",
    "model": "os2/1.1.0",
    "declared": {"on": "2026-05-01", "by": "Koordinator"},
}


def test_what_is_left_out_is_none_and_stays_left_out():
    found = Product.model_validate(WHOLE)

    assert (found.facts, found.answers, found.aims_at) == (None, None, None)
    assert found.model_dump(mode="json", exclude_unset=True) == WHOLE


@pytest.mark.parametrize("key", WHOLE)
def test_each_of_its_keys_is_needed(key):
    with pytest.raises(ValidationError):
        Product.model_validate({name: value for name, value in WHOLE.items() if name != key})


@pytest.mark.parametrize("text", ["\x1b[31m", "{{ x }}", "a\nb", "æ" * 10_000])
def test_any_text_is_a_name(text):
    assert Product.model_validate({**WHOLE, "name": text}).name == text


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "tool"}, {"model": "os2"}, {"product": "X"}, {"name": " "}, {"aims_at": 2}, {"extra": 1},
     {"answers": {"R1": {"answer": "ja"}}}, {"answers": {"R1": {"answer": "met", "evidence": [""]}}},
     {"answers": {"R1": {"answer": "planned", "due": "maj"}}}, {"facts": []}],
)  # fmt: skip
def test_what_only_looks_right_is_refused(wrong):
    with pytest.raises(ValidationError):
        Product.model_validate({**WHOLE, **wrong})

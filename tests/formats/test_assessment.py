"""What `assess` prints, in Python: keys may be added, and null is kept apart from left out."""

import json
from datetime import date

import pytest
from folders import criterion, write_model, write_product
from pydantic import ValidationError
from read_back import build_product_object

from os2governance import assess, load_model, load_product
from os2governance.formats.assessment import ProductAssessment, TraceStep

RULE = {"all": [{"fact": "open", "present": True}, {"fact": "licence", "present": True}]}


@pytest.fixture
def printed(tmp_path):
    model = load_model(write_model(tmp_path, [criterion("A", "low", RULE)]))
    product = load_product(write_product(tmp_path, facts={"open": True}), model)
    return build_product_object(assess(product, model, as_of=date(2026, 5, 1)), "da")


def test_a_product_is_read_and_nothing_is_lost(printed):
    read = ProductAssessment.model_validate(printed)

    assert read.levels.assessed is None
    assert json.loads(read.model_dump_json(exclude_unset=True)) == printed


def test_a_trace_tells_what_is_not_declared_from_what_is(printed):
    [one] = ProductAssessment.model_validate(printed).criteria
    there, missing = one.trace.parts

    assert (there.found, there.declared, there.value) == (True, None, True)
    assert (missing.found, missing.declared, missing.value) == (None, False, None)
    assert "found" not in missing.model_fields_set


def test_keys_may_be_added(printed):
    assert ProductAssessment.model_validate({**printed, "new": 1}).product == printed["product"]


@pytest.mark.parametrize("key", ["product", "levels", "states", "criteria", "settled", "open"])
def test_what_a_reader_relies_on_is_there(printed, key):
    with pytest.raises(ValidationError):
        ProductAssessment.model_validate({k: v for k, v in printed.items() if k != key})


@pytest.mark.parametrize("wrong", [{"value": "yes"}, {"declared": True}, {"line": 0}])
def test_a_step_says_nothing_else(wrong):
    with pytest.raises(ValidationError):
        TraceStep.model_validate({"rule": "fact", "value": None, **wrong})

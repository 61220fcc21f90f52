"""Ids that people type: those of the model, and those that a product may have."""

import pytest
from folders import criterion, write_model
from hypothesis import given
from hypothesis import strategies as st

from os2governance import load_model
from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.names import check_criterion_ids, check_level_id, check_product_id


@pytest.fixture
def model(tmp_path):
    return load_model(
        write_model(tmp_path, [criterion("A1", "low", {"fact": "open", "present": True})])
    )


def test_ids_of_the_model_are_taken(model):
    check_criterion_ids(["A1", "A1"], model)
    check_criterion_ids([], model)
    check_level_id("low", model)
    check_level_id(None, model)


@pytest.mark.parametrize("name", ["a1", "A2", "", "{reference}", "\x1b[31m", "low"])
def test_other_criteria_are_refused_and_the_known_ones_named(model, name):
    with pytest.raises(NotPossibleError) as refused:
        check_criterion_ids(["A1", name], model)

    for text in (refused.value.text.da, refused.value.text.en):
        assert "A1" in text
        assert "small/1" in text
    assert refused.value.text.da != refused.value.text.en


@pytest.mark.parametrize("name", ["Low", "", "A1"])
def test_other_levels_are_refused_and_the_known_ones_named(model, name):
    with pytest.raises(NotPossibleError) as refused:
        check_level_id(name, model)

    assert "low, high" in refused.value.text.en


@given(st.from_regex(r"[a-z0-9][a-z0-9.-]{0,30}[a-z0-9]", fullmatch=True))
def test_small_letters_and_digits_are_an_id(name):
    check_product_id(name)


@pytest.mark.parametrize(
    "name", ["", "A", "æ", "a b", "../a", "a/b", "-a", ".a", "a\n", "\x1b[31m", "a" * 1000, "²"]
)
def test_all_else_is_none(name):
    with pytest.raises(NotPossibleError):
        check_product_id(name)


@pytest.mark.parametrize("name", ["nul", "aux", "con.tool", "com1", "lpt9.x", "tool."])
def test_what_can_be_no_folder_on_windows_is_no_id(name):
    with pytest.raises(NotPossibleError) as refused:
        check_product_id(name)
    assert "Windows" in refused.value.text.en


@pytest.mark.parametrize("name", ["null", "auxiliary", "console", "com", "tool.nul"])
def test_what_only_begins_so_is_one(name):
    check_product_id(name)

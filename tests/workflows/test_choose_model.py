"""Which model a command works on: the one that is named, or the newest that can be read."""

from dataclasses import replace

import pytest
from folders import criterion, write_model

from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.choose_model import (
    choose_criteria,
    choose_model,
    choose_models,
    find_library_model,
    find_model_folder,
    read_all_models,
    require_model,
)

OPEN = {"fact": "open", "present": True}


@pytest.fixture
def small(tmp_path, context):
    """Write versions of `small` on their days; one whose level is none does not load."""

    def make(**days):
        for version, (day, level) in days.items():
            made = write_model(
                tmp_path / version, [criterion("A", level, OPEN)], version=version, published=day
            )
            (tmp_path / "criteria" / "small").mkdir(parents=True, exist_ok=True)
            made.rename(tmp_path / "criteria" / "small" / version)
        (tmp_path / "criteria").mkdir(exist_ok=True)
        return replace(context, criteria=(tmp_path / "criteria",))

    return make


def test_by_default_the_newest_that_can_be_read(small):
    context = small(a=("2024-01-01", "low"), b=("2025-01-01", "low"), c=("2026-01-01", "wrong"))

    assert choose_model(None, context)[0] == "small/b"
    assert [name for name, _, _ in choose_models(None, context)] == [
        "small/a",
        "small/b",
        "small/c",
    ]


def test_where_none_can_be_read_the_reasons_are_told(small):
    name, model, findings = choose_model(None, small(c=("2026-01-01", "wrong")))

    assert (name, model) == ("small/c", None)
    assert findings
    with pytest.raises(NotPossibleError) as refused:
        require_model((name, model, findings))
    assert str(findings[0].location) in refused.value.text.en


@pytest.mark.parametrize("name", ["small/9", "\x1b[31m", "../criteria", "a\0b", "x" * 5000])
def test_a_model_that_is_not_there_is_not_possible(small, name):
    context = small(a=("2024-01-01", "low"))
    with pytest.raises(NotPossibleError) as refused:
        choose_model(name, context)

    assert "small/a" in refused.value.text.da


def test_a_model_is_named_by_its_folder_too(small):
    context = small(a=("2024-01-01", "low"))
    folder = context.criteria[0] / "small" / "a"
    name, model, findings = choose_model(str(folder), context)

    assert (name, model.reference, findings) == (folder.as_posix(), "small/a", [])
    assert find_model_folder(name, context) == find_model_folder("small/a", context) == folder


def test_a_version_alone_is_enough_where_only_one_model_has_it(small):
    library = small(a=("2024-01-01", "low")).open_library()

    assert find_library_model(library, "a")[0].reference == "small/a"
    with pytest.raises(NotPossibleError):
        find_library_model(library, "small")


def test_without_models_nothing_is_possible(small):
    with pytest.raises(NotPossibleError):
        read_all_models(small())
    with pytest.raises(NotPossibleError):
        choose_model(None, small())


def test_criteria_come_in_the_order_that_they_were_named_in(context):
    chosen, _ = choose_criteria(["V1", "J2"], "haven/2", context)
    everything, _ = choose_criteria([], "haven/2", context)

    assert [each.id for each in chosen.criteria] == ["V1", "J2"]
    assert list(everything.criteria) == list(everything.model.criteria)
    with pytest.raises(NotPossibleError):
        choose_criteria(["J0"], "haven/2", context)

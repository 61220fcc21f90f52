"""What differs between two versions of a model, as text."""

import pytest
from model_versions import differences, two_models
from pages import BOTH, lines

from os2governance.model.versions import CriterionDifference
from os2governance.render.model.version_diff_text import CHANGE_LABELS, render_version_diff_blocks


def page(models, found, language="en"):
    return lines(render_version_diff_blocks(*models, found, language))


@pytest.mark.parametrize("language", BOTH)
def test_each_kind_of_change_has_words_of_its_own(language):
    assert len({text.render(language) for text in CHANGE_LABELS.values()}) == len(CHANGE_LABELS)


@pytest.mark.parametrize("language", BOTH)
def test_each_criterion_that_differs_is_a_line_with_its_changes(tmp_path, language):
    models = two_models(tmp_path)
    found = differences(models)
    said = page(models, found, language)

    assert "small/1" in said[0]
    assert "small/2" in said[0]
    assert len(said) == 1 + len(found)
    for line, each in zip(said[1:], found, strict=True):
        assert all(CHANGE_LABELS[kind].render(language) in line for kind in each.kinds)
    [moved] = [line for line in said if line.startswith("B → Z")]
    assert moved.endswith("(high → low).")


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        (("A",), "A", "A"),
        ((), "C", "C"),
        (("A",), None, "A"),
        (("A", "B"), "Z", "A + B → Z"),
        (("B",), "Z", "B → Z"),
    ],
)
def test_a_criterion_is_named_by_its_ids_on_both_sides(tmp_path, before, after, name):
    [_, line] = page(two_models(tmp_path), [CriterionDifference(before, after, ("texts",))])

    assert line.startswith(f"{name} {after or before[0]}: ")


@pytest.mark.parametrize("language", BOTH)
def test_that_nothing_differs_is_said(tmp_path, language):
    models = two_models(tmp_path)

    assert len(page(models, [], language)) == 2
    assert page(models, [], language)[0] == page(models, differences(models), language)[0]

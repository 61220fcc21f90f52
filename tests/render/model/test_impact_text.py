"""What a change of the model does to products, as text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_versions import FALLS, OPENS, WHOLE, compared, impacts, two_models
from pages import BOTH, TODAY, lines

from os2governance.analysis.attribution import Attribution
from os2governance.analysis.difference import ProductChange
from os2governance.analysis.model_impact import Impact
from os2governance.render.changes.difference_text import render_level_lines
from os2governance.render.common.levels import render_footer
from os2governance.render.model.impact_text import count_impacts, render_impact_blocks


def page(models, found, language="en", **more):
    return lines(render_impact_blocks(compared(models, found, **more), TODAY, language))


def impact(direction, unsettled=False):
    explained = Attribution(change=ProductChange(None, None))
    none = dict.fromkeys(("stopping", "opened", "freed", "asked", "again", "forbidden"), ())
    return Impact(attribution=explained, direction=direction, unsettled=unsettled, **none)


@given(st.lists(st.sampled_from([(1, False), (-1, False), (-1, True), (0, False), (None, False)])))
def test_every_product_is_counted_in_one_way(ways):
    counts = count_impacts([impact(*each) for each in ways])

    assert counts["products"] == len(ways)
    assert sum(counts.values()) == 2 * len(ways)
    assert (counts["up"], counts["apart"]) == (ways.count((1, False)), ways.count((None, False)))
    assert (counts["down"], counts["unsettled"]) == (
        ways.count((-1, False)),
        ways.count((-1, True)),
    )


@pytest.mark.parametrize("language", BOTH)
def test_products_by_other_versions_are_counted_apart(tmp_path, language):
    models = two_models(tmp_path)
    said = page(models, [], language, elsewhere={"small/0": 3, "small/9": 1})

    assert "small/0 (3)" in " ".join(said)
    assert not any("small/0" in line for line in page(models, [], language))


@pytest.mark.parametrize("language", BOTH)
def test_what_is_merely_open_is_told_apart_from_what_blocks(tmp_path, language):
    models = two_models(tmp_path)
    stops, opens = (
        page(models, impacts(tmp_path / str(n), models, x=said), language)
        for n, said in enumerate((FALLS, OPENS))
    )

    assert [line for line in stops if line.endswith(": C")] != [
        line for line in opens if line.endswith(": C")
    ]


@pytest.mark.parametrize("language", BOTH)
def test_a_product_that_is_touched_tells_its_levels_and_what_it_must_do(tmp_path, language):
    models = two_models(tmp_path)
    [falls] = found = impacts(tmp_path, models, falls=OPENS)
    said = page(models, found, language)
    own = said[said.index("falls") + 1 : -2]
    levels = list(render_level_lines(falls.attribution.change, language))

    assert own[: len(levels)] == [line.replace("\xa0", " ") for line in levels]
    assert any(line.endswith(": C") for line in own)
    assert any(line.startswith("C ") and line.endswith("users") for line in own)


def test_a_product_that_is_not_touched_is_only_counted(tmp_path):
    models = two_models(tmp_path)
    [whole] = impacts(tmp_path, models, whole=WHOLE)
    after = whole.attribution.change.after
    same = replace(impact(0), attribution=Attribution(change=ProductChange(after, after)))

    assert "whole" not in page(models, [same])
    assert len(page(models, [same])) == len(page(models, []))


@pytest.mark.parametrize("language", BOTH)
def test_the_page_begins_with_both_models_and_ends_with_what_was_assessed(tmp_path, language):
    models = two_models(tmp_path)
    said = page(models, [], language)

    for model in models:
        assert f"{model.reference} ({model.digest[7:15]})" in said[0]
    footer = render_footer(["small/1", "small/2"], TODAY, language)
    assert said[-1] == lines([footer])[0]


def test_levels_that_cannot_be_compared_are_told_only_where_there_are_any(tmp_path):
    models = two_models(tmp_path)
    [one] = impacts(tmp_path, models, whole=WHOLE)
    usual, apart = (page(models, [replace(one, direction=way)]) for way in (0, None))

    assert len(apart) == len(usual) + 1

"""Changes with their causes, as text."""

from dataclasses import replace

import pytest
from changed_products import MET, attributed, fallen
from pages import BOTH, lines

from os2governance.render.changes.labels import render_causes, render_difference_title
from os2governance.render.changes.text import (
    BECAUSE,
    GONE,
    NEW,
    NO_CHANGES,
    RENAMED,
    TODAY,
    WITHOUT_DECISION,
    render_changes_blocks,
    render_changes_heading,
    render_presence,
)

STATES = ("HEAD", "now")


@pytest.mark.parametrize("language", BOTH)
def test_each_difference_is_a_line_with_its_causes_and_below_it_what_was_changed(
    tmp_path, language
):
    change = fallen(tmp_path)
    said = lines(render_changes_blocks([change], STATES, [], language))
    parts = (*change.levels, *change.outcomes)
    heads = [line for line in said if " · " in line]

    for line, part in zip(heads, parts, strict=True):
        assert render_difference_title(part, change, language) in line
        assert line.endswith(BECAUSE.render(language).format(causes=render_causes(part, language)))
    assert said[-1].startswith("open: ")
    assert said[-1].count("product.yaml:") == 2


@pytest.mark.parametrize("language", BOTH)
def test_nothing_changed_and_nothing_decided_are_said(language):
    said = lines(render_changes_blocks([], STATES, ["a", "b"], language))

    assert NO_CHANGES.render(language) in said
    assert said[-1].startswith(WITHOUT_DECISION.render(language).split("{names}")[0])
    assert [name in said[-1] for name in "ab"] == [True, True]


@pytest.mark.parametrize("language", BOTH)
def test_the_heading_names_the_states_that_there_are(language):
    both = render_changes_heading(("{after}", "now"), language)
    since = render_changes_heading(("", "now"), language)

    assert "{after}" in both
    assert TODAY.render(language) in both
    assert TODAY.render(language) in since
    assert both != since


@pytest.mark.parametrize("language", BOTH)
def test_new_gone_and_renamed(tmp_path, language):
    change = fallen(tmp_path)
    before, after = change.change.before, change.change.after
    new, gone = (
        replace(change, change=change.change._replace(**{side: None}))
        for side in ("before", "after")
    )

    assert before is not after
    assert render_presence(change, language) == ""
    assert render_presence(new, language) == NEW.render(language)
    assert render_presence(gone, language) == GONE.render(language)
    renamed = RENAMED.render(language).format(was="old")
    assert render_presence(replace(change, former_id="old"), language) == renamed


def test_what_is_the_same_is_no_line(tmp_path):
    same = attributed(tmp_path, {"facts": MET}, {"facts": MET})

    assert lines(render_changes_blocks([same], STATES, [], "en"))[-1] == "tool"

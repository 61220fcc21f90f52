"""What differs from an old state, as text."""

import pytest
from changed_products import MET, UNMET, changed
from pages import BOTH, lines

from os2governance.analysis.difference import ValueChange
from os2governance.i18n.symbols import LEVEL_KINDS, STATUS_SYMBOLS
from os2governance.render.changes.difference_text import (
    render_all_change_lines,
    render_change_blocks,
    render_change_heading,
    render_change_lines,
    render_level_lines,
    render_presence_suffix,
    render_status_change,
)
from os2governance.render.common.levels import render_below_lowest, render_level


@pytest.mark.parametrize("language", BOTH)
def test_a_level_that_is_not_settled_is_told_as_such(tmp_path, language):
    change = changed(tmp_path, {"facts": UNMET}, {"facts": {}})
    said = next(iter(render_level_lines(change, language)))

    assert said.endswith(f"→\xa0{render_level(change.after, 'assessed', language)}")
    assert render_below_lowest(change.before.model, language) in said


@pytest.mark.parametrize("language", BOTH)
def test_levels_come_before_criteria_each_with_both_sides(tmp_path, language):
    change = changed(tmp_path, {"facts": MET}, {"facts": UNMET})
    said = list(render_change_lines(change, language))

    assert said[: len(change.levels)] == list(render_level_lines(change, language))
    assert len(said) == len(change.levels) + len(change.outcomes)
    assert said[0] == (
        f"{LEVEL_KINDS['assessed'].word.render(language)}: "
        f"high →\xa0{render_below_lowest(change.after.model, language)}"
    )
    assert said[-1].startswith("A")
    assert said[-1].endswith(render_status_change(change.outcomes[0], language))


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("after", STATUS_SYMBOLS)
def test_a_status_is_told_by_its_word_and_none_by_another(language, after):
    words = [STATUS_SYMBOLS[each].word.render(language) for each in ("met", after)]
    none = render_status_change(ValueChange("A", None, after), language)

    assert render_status_change(ValueChange("A", "met", after), language) == " →\xa0".join(words)
    assert none.split(" →\xa0")[1] == words[1] != none.split(" →\xa0")[0]


@pytest.mark.parametrize("language", BOTH)
def test_new_gone_renamed_and_unusable_are_told_apart(tmp_path, language):
    usual = changed(tmp_path / "1", {"facts": MET}, {"facts": UNMET})
    others = [
        changed(tmp_path / "2", None, {"facts": MET}),
        changed(tmp_path / "3", {"facts": MET}, None),
        changed(tmp_path / "4", {"identity": "old"}, {"identity": "new"}),
        changed(tmp_path / "5", None, {"facts": MET})._replace(unusable=True),
        changed(tmp_path / "6", {"facts": MET}, None)._replace(unusable=True),
    ]
    said = [render_presence_suffix(each, language) for each in others]

    assert render_presence_suffix(usual, language) == ""
    assert len(set(said)) == len(said)
    assert all(each.startswith(" (") and each.endswith(")") for each in said)
    assert "old" in said[2]


def test_what_is_the_same_is_said_in_one_line(tmp_path):
    same = changed(tmp_path, {"facts": MET}, {"facts": MET})

    assert list(render_change_lines(same, "en")) == []
    assert len(list(render_all_change_lines(same, "en"))) == 1
    assert list(render_all_change_lines(same._replace(unusable=True), "en")) == []


@pytest.mark.parametrize("language", BOTH)
def test_the_page_names_the_revision_and_each_product(tmp_path, language):
    change = changed(tmp_path, {"facts": MET}, {"facts": UNMET})
    whole = lines(render_change_blocks([change], "{main}", language))
    none = lines(render_change_blocks([], "{main}", language))

    assert whole[0] == render_change_heading("{main}", language, several=True) != none[0]
    assert none == [render_change_heading("{main}", language, several=False)]
    assert "{main}" in whole[0]
    assert "{main}" in none[0]
    assert whole[1] == "tool"
    assert len(whole) == 2 + len(list(render_change_lines(change, language)))

"""What the decisions of the log are called."""

from datetime import date

import pytest
from log_entries import ENTRY, NAMELESS, entry
from pages import BOTH

from os2governance.render.decisions.log_labels import (
    COLUMNS,
    LOG_ENTRY_LABELS,
    build_log_row,
    render_decision,
)


@pytest.mark.parametrize("language", BOTH)
def test_each_kind_of_decision_has_words_of_its_own(language):
    said = [render_decision(entry(kind=kind), language) for kind in LOG_ENTRY_LABELS]

    assert set(LOG_ENTRY_LABELS) == {
        "admit", "placed", "up", "down", "kept", "accept", "pause", "resume", "close",
    }  # fmt: skip
    assert len(set(said)) == len(said)
    assert not any("{" in each for each in said)


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("kind", ["placed", "up", "down", "kept"])
def test_a_placement_names_its_level(language, kind):
    name = {"da": "Højt", "en": "High"}[language]

    assert render_decision(entry(kind=kind), language).endswith(name)


@pytest.mark.parametrize("language", BOTH)
def test_accepted_deviations_are_named_each_with_its_end(language):
    accepts = {"A": date(2026, 12, 31), "B": None}
    plain = render_decision(entry(), language)
    said = render_decision(entry(accepts=accepts), language)

    assert said.startswith(f"{plain}; ")
    assert "2026-12-31" in said
    assert said.endswith("B")


@pytest.mark.parametrize("language", BOTH)
def test_a_row_has_a_cell_for_each_column_but_the_reference(language):
    row = build_log_row(ENTRY, language)

    assert len(row) == len(COLUMNS) - 1
    assert row[:2] == ("2026-02-01", "Tool")
    assert row[2] == render_decision(ENTRY, language)
    assert row[3:] == ("Ja", {"da": "Bestyrelsen", "en": "The board"}[language])


def test_a_role_without_a_name_is_told_by_its_id():
    assert build_log_row(NAMELESS, "da")[-1] == "board"

"""What the decisions of the log are called."""

from datetime import date

import pytest
from log_entries import ENTRY, NAMELESS, entry
from pages import BOTH

from os2governance.analysis.decision_log import AcceptedDeviation
from os2governance.i18n.date_words import format_day
from os2governance.i18n.text import Text
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
        "correct", "withdraw", "unplaced",
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
    day = date(2026, 12, 31)
    accepts = {"A": AcceptedDeviation(until=day), "B": AcceptedDeviation(until=None)}
    plain = render_decision(entry(), language)
    said = render_decision(entry(accepts=accepts), language)

    assert said.startswith(f"{plain}; ")
    assert format_day(day, language) in said
    assert said.endswith("B")


@pytest.mark.parametrize("language", BOTH)
def test_an_acceptance_names_the_level_that_it_counts_for_and_what_was_promised(language):
    owner = Text("ejeren", "the owner")
    given = AcceptedDeviation(
        until=date(2026, 12, 31),
        action="Åbne koden.",
        responsible="owner",
        role=owner,
        renewal=2,
    )
    said = render_decision(entry(kind="accept", accepts={"A": given}), language)
    level = {"da": "højt", "en": "high"}[language]

    assert said.startswith(
        f"{LOG_ENTRY_LABELS['accept'].render(language).format(level=level)}: A "
    )
    assert said.endswith(f"2, Åbne koden, {owner.render(language)})")


@pytest.mark.parametrize("language", BOTH)
def test_a_row_has_a_cell_for_each_column_but_the_reference(language):
    row = build_log_row(ENTRY, language)

    assert len(row) == len(COLUMNS) - 1
    assert row[:2] == (format_day(ENTRY.on, language), "Tool")
    assert row[2] == render_decision(ENTRY, language)
    assert row[3:] == ("Ja", {"da": "Bestyrelsen", "en": "The board"}[language])


def test_a_role_without_a_name_is_told_by_its_id():
    assert build_log_row(NAMELESS, "da")[-1] == "board"


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("file", ["register.yaml", "decisions.yaml#2"])
def test_a_correction_names_what_it_is_of(language, file):
    assert file in render_decision(entry(kind="correct", corrects=file), language)

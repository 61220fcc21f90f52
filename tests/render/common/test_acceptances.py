"""An acceptance in words: its last day, who accepted and why, the renewal, what was promised."""

from dataclasses import replace
from datetime import date

import pytest
from pages import BOTH, loaded

from os2governance.findings.finding import Location
from os2governance.i18n.date_words import format_day
from os2governance.product.decisions import Acceptance
from os2governance.render.common.acceptances import (
    list_acceptance_texts,
    render_acceptance_end,
    render_follow_up,
)

GIVEN = Acceptance(
    by="board",
    on=date(2026, 2, 1),
    level="low",
    until=date(2026, 12, 31),
    rationale="Aftalt.",
    reference="",
    location=Location("decisions.yaml"),
)


@pytest.mark.parametrize("language", BOTH)
def test_the_last_day_is_in_words_and_none_is_said(language):
    ended, open_ended = GIVEN, replace(GIVEN, until=None)

    assert format_day(date(2026, 12, 31), language) in render_acceptance_end(ended, language)
    assert render_acceptance_end(open_ended, language) != render_acceptance_end(ended, language)


FOLLOW_UPS = [
    ("", "", []),
    ("Open it.", "", ["Follow-up: Open it."]),
    ("Open it", "owner", ["Follow-up: Open it (The owner)."]),
    ("", "owner", ["Follow-up: The owner."]),
    ("Open it", "nobody", ["Follow-up: Open it (nobody)."]),
]


@pytest.mark.parametrize(("action", "role", "said"), FOLLOW_UPS)
def test_what_was_promised_and_by_whom(tmp_path, action, role, said):
    given = replace(GIVEN, action=action, responsible=role)

    assert render_follow_up(loaded(tmp_path), given, "en") == said


def test_all_that_is_recorded_is_told_in_order(tmp_path):
    given = replace(GIVEN, renewal=2, action="Open it", reference="https://a.example")

    assert list_acceptance_texts(loaded(tmp_path), given, "en") == [
        "The board, 1 February 2026.",
        "Renewed 2 times.",
        "Aftalt.",
        "Follow-up: Open it.",
        "https://a.example",
    ]

"""What was promised with an acceptance, and by whom."""

from datetime import date

import pytest
from folders import criterion, write_model

from os2governance import load_model
from os2governance.findings.finding import Location
from os2governance.product.decisions import Acceptance
from os2governance.render.common.follow_up import render_follow_up


@pytest.mark.parametrize(
    ("action", "responsible", "said"),
    [
        ("", "", []),
        ("Et udbud.", "", ["Follow-up: Et udbud."]),
        ("", "owner", ["Follow-up: The owner."]),
        ("Et udbud", "owner", ["Follow-up: Et udbud (The owner)."]),
        ("Et udbud", "somebody", ["Follow-up: Et udbud (somebody)."]),
    ],
)
def test_what_is_recorded_is_said(tmp_path, action, responsible, said):
    model = load_model(
        write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    )
    given = Acceptance(
        by="board",
        on=date(2026, 1, 1),
        level="low",
        until=None,
        rationale="",
        reference="",
        location=Location(""),
        action=action,
        responsible=responsible,
    )

    assert render_follow_up(model, given, "en") == said

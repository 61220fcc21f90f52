"""The register as CSV: a row for each deviation, and nothing that is taken for a formula."""

import csv
import io

from deviations import BARE, register

from os2governance.i18n.text import NO_TEXT
from os2governance.render.common.spreadsheet import BOM
from os2governance.render.decisions.deviations_csv import render_deviations_csv


def test_a_row_for_each():
    found = register({}, BARE, {"lifecycle": "closed", "action": "=1+1"})
    text = render_deviations_csv(found, "en")
    head, *rows = csv.reader(io.StringIO(text.removeprefix(BOM), newline=""))
    said = [dict(zip(head, each, strict=True)) for each in rows]

    assert [(each["State"], each["Deadline"]) for each in said] == [
        ("past due", "2026-10-31"),
        ("without a deadline", ""),
        ("past due", "2026-10-31"),
    ]
    assert said[0]["Promised by"] == "the owner"
    assert [each["Status"] for each in said] == ["active", "active", "closed"]
    assert said[2]["What has been promised"] == "'=1+1"


def test_who_promised_stays_where_the_model_has_no_such_role():
    found = register({"responsible": "treasurer", "responsible_role": NO_TEXT})
    rows = csv.DictReader(
        io.StringIO(render_deviations_csv(found, "en").removeprefix(BOM), newline="")
    )

    assert [each["Promised by"] for each in rows] == ["treasurer"]

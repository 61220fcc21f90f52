"""The round as CSV: one row for each step of each product."""

import csv
import io

from rounds import models, several

from os2governance.render.common.spreadsheet import BOM
from os2governance.render.round.csv import render_round_csv


def test_a_row_for_each_step(tmp_path):
    text = render_round_csv(several(), models(tmp_path), "en")
    head, *rows = csv.reader(io.StringIO(text.removeprefix(BOM), newline=""))
    said = [dict(zip(head, each, strict=True)) for each in rows]

    assert len(said) == 5 * 8
    assert [each["State"] for each in said[:4]] == ["no date", "done", "no date", "done"]
    assert (said[3]["Day"], said[3]["Source"]) == ("2026-10-01", "from the record")
    assert {each["Not in the round"] for each in said if each["Id"] == "away"} == {"Flytter hjem."}

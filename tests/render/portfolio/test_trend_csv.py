"""The trend as CSV: one row for each product and half-year, empty where nothing is known."""

import csv
import io

from trends import trend_of

from os2governance.render.common.spreadsheet import BOM
from os2governance.render.portfolio.trend_csv import render_trend_csv


def test_a_row_for_each_half_year(tmp_path):
    points, models = trend_of(tmp_path)
    text = render_trend_csv(points, models, "en")
    head, *rows = csv.reader(io.StringIO(text.removeprefix(BOM), newline=""))
    said = [dict(zip(head, each, strict=True)) for each in rows]

    assert [each["Half-year"] for each in said] == ["2026-1", "2026-2"]
    assert [each["Placed"] for each in said] == ["low", "low"]
    assert [each["Self-assessment of"] for each in said] == ["", "2026-08-01"]
    assert (said[0]["Green"], said[0]["Yellow"]) == ("0", "1")


def test_nothing_has_only_a_head():
    assert len(render_trend_csv((), {}, "en").splitlines()) == 1

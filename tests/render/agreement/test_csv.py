"""Agreement as CSV: one row for each criterion of each evaluation."""

import csv
import io

from agreements import pair, row, three

from os2governance.render.agreement.csv import render_agreement_csv
from os2governance.render.common.spreadsheet import BOM


def test_a_row_for_each_criterion(tmp_path):
    pairs = [pair(row(), row("B", claimed="unknown")), pair(product="a", standing="closed")]
    text = render_agreement_csv(pairs, {"small/1": three(tmp_path)}, "en")
    head, *rows = csv.reader(io.StringIO(text.removeprefix(BOM), newline=""))
    said = [dict(zip(head, each, strict=True)) for each in rows]

    assert [each["Id"] for each in said] == ["a", "tool", "tool"]
    assert [each["In the figures"] for each in said] == [
        "the product is closed",
        "compared",
        "compared",
    ]
    assert (said[1]["Self-assessment"], said[1]["Assessment"]) == ("met", "partly met")
    assert said[2]["Self-assessment"] == "unknown"
    assert said[0]["Half-year"] == "2026-1"

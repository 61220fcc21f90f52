"""Rows of a report against the model it follows: each row that is wrong, at its line."""

import pytest
from exchange.words import codes, wording

from os2governance import load_model
from os2governance.exchange.read.report import read_report
from os2governance.exchange.verify.verify import verify_document
from os2governance.files.listing import find_shipped_criteria

MODEL = load_model(find_shipped_criteria() / "os2" / "1.1.0")
HEAD = "| # | Niveau | Vurdering | Vurderingsgrundlag |\n|---|---|---|---|\n"
RIGHT = [f"| {each.id} | {each.level} | 🟢 | a |\n" for each in MODEL.criteria]


def verified(rows):
    data = (HEAD + "".join(rows)).encode()
    document, _ = read_report(data, "r.md", wording())
    return verify_document(data, document, MODEL, wording())


def test_a_report_with_all_rows_right_has_no_findings():
    found = verified(RIGHT)

    assert (found.rows, found.figures, list(found.findings)) == (len(MODEL.criteria), 0, [])


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("| R1 | Niveau 3 | 🟢 | a |\n", "verify-level"),
        ("| R1 |  | 🟢 | a |\n", "verify-no-level"),
        ("| R1 | Sandkasse |  | a |\n", "verify-no-mark"),
        ("| R1 | \x1b[31m<b> | 🟢 | a |\n", "verify-level"),
        ("| R99 | Sandkasse | 🟢 | a |\n", "import-criterion-unknown"),
    ],
)
def test_a_wrong_row_is_found_at_its_line(row, code):
    found = verified([RIGHT[1], row, *RIGHT[2:]])

    assert (code, 4) in codes(found.findings)


def test_rows_that_are_not_there_are_all_named_at_once():
    found = verified(RIGHT[:2])

    [missing] = [each for each in found.findings if each.code == "import-rows-missing"]
    assert missing.arguments["names"].split(", ") == [each.id for each in MODEL.criteria[2:]]


def test_findings_come_in_the_order_of_the_lines():
    found = verified([row.replace("🟢", "") for row in reversed(RIGHT)])

    lines = [each.location.line for each in found.findings]
    assert lines == sorted(lines)
    assert len(lines) == len(RIGHT)


def test_what_is_no_text_is_a_finding():
    document, _ = read_report((HEAD + RIGHT[0]).encode(), "r.md", wording())
    found = verify_document(b"\xff", document, MODEL, wording())

    assert (found.rows, found.figures, codes(found.findings)) == (0, 0, [("not-utf8", 1)])

"""The printed figures of published evaluations, recounted: those known to be wrong are found."""

import pytest
from exchange.words import wording

from os2governance import load_model
from os2governance.exchange.read.detect import read_document
from os2governance.exchange.verify.verify import verify_document
from os2governance.files.listing import find_shipped_criteria

MODEL = load_model(find_shipped_criteria() / "os2" / "1.1.0")


@pytest.mark.parametrize(
    ("file", "wrong"),
    [
        ("OS2-test__2026-05-06-evaluering.md", []),
        # a percentage of seven where there are eight criteria
        ("OS2autoproces__2025-09-05-evaluering.md", [(103, "14"), (103, "29"), (103, "57")]),
        # a level that adds up to 20 of 19, so the next one to 7 of 8, and the totals with them
        ("OS2faktor__2025-11-16-evaluering.md", [(99, 3), (99, 10), (99, 20), (100, 2), (100, 7), (101, 8), (101, 23)]),
        # 9 of 43 is 21 %, in the table and in the chart
        ("OS2skadesokonomi__2025-09-05-evaluering.md", [(103, "20"), (167, "20")]),
    ],
)  # fmt: skip
def test_the_published_evaluations_recount_as_is_known_of_them(file, wrong, reports):
    data = (reports / file).read_bytes()
    imported, _ = read_document(data, file, [wording()])
    found = verify_document(data, imported, MODEL, wording())

    assert [(f.location.line, f.arguments["printed"]) for f in found.findings] == wrong
    assert found.rows == 43
    assert found.figures > 100


def test_a_blank_template_carries_another_products_figures(templates):
    data = (templates / "template-assessment__0.9.2.md").read_bytes()
    imported, _ = read_document(data, "t.md", [wording()])
    found = verify_document(data, imported, MODEL, wording())

    assert [f.location.line for f in found.findings if f.code == "verify-left-in"] == [
        151,
        162,
        173,
        184,
        195,
    ]
    assert {f.code for f in found.findings} == {"verify-left-in", "verify-no-mark"}

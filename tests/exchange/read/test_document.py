"""What a row says of its criterion: mark, words and links together."""

import pytest
from exchange.words import wording

from os2governance.exchange.read.document import REPORT, read_claim
from os2governance.exchange.read.rows import CriterionRow
from os2governance.findings.finding import Location


@pytest.mark.parametrize(
    ("mark", "text", "status", "words", "links", "codes"),
    [
        ("Ja", "Findes", "met", "Findes", (), []),
        (
            "Ja, se https://a.dk/x_y",
            "",
            "met",
            "Ja, se https://a.dk/x_y",
            ("https://a.dk/x_y",),
            [],
        ),
        ("Afventer", "Snart", None, "Afventer\nSnart", (), ["import-mark-unknown"]),
        ("[ ]", "", None, "", (), []),
        ("[ ]", "Hvor?", None, "", (), []),
        ("[ ]", "Er ikke gjort", "unmet", "Er ikke gjort", (), []),
        ("[ ]", "https://a.dk/x", "unmet", "", ("https://a.dk/x",), []),
        ("[ ]", "Ikke relevant pt.", "unmet", "Ikke relevant pt.", (), ["import-mark-and-text"]),
        ("[ ]", "Nej, ikke endnu", "unmet", "Nej, ikke endnu", (), []),
        ("", "Noget", None, "Noget", (), []),
        ("🟢 / 🟡 / 🔴", "", None, "", (), []),
    ],
)
def test_mark_and_text_together(mark, text, status, words, links, codes):
    row = CriterionRow("R1", 1, {"mark": mark, "text": text})
    claim, findings = read_claim(row, REPORT, wording(), Location("r.md", 1, 1))

    assert (claim.status, claim.text, claim.links) == (status, words, links)
    assert [found.code for found in findings] == codes


def test_text_in_a_column_that_is_not_known_is_kept_with_its_word():
    row = CriterionRow("R1", 1, {"mark": "Ja", "text": "a"}, (("Ansvarlig", "Leverandøren"),))
    claim, _ = read_claim(row, REPORT, wording(), Location("r.md", 1, 1))

    assert claim.text == "a\nAnsvarlig: Leverandøren"

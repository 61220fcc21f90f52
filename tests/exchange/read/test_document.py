"""What a row says of its criterion: mark, words and links together."""

from datetime import date

import pytest
from exchange.words import wording

from os2governance.exchange.read.document import (
    REPORT,
    ImportedDocument,
    date_document,
    read_claim,
)
from os2governance.exchange.read.rows import CriterionRow
from os2governance.findings.finding import Location

DAYS = date(2024, 1, 2), date(2025, 1, 2), date(2026, 1, 2)


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


@pytest.mark.parametrize(
    ("on", "name_on", "stated_on", "dated", "codes"),
    [
        (DAYS[0], DAYS[1], DAYS[2], DAYS[0], []),
        (None, DAYS[1], DAYS[2], DAYS[1], ["import-date-from-name"]),
        (None, None, DAYS[2], DAYS[2], []),
        (None, None, None, None, []),
    ],
)
def test_a_date_is_the_texts_the_files_or_the_users(on, name_on, stated_on, dated, codes):
    undated = ImportedDocument(
        kind=REPORT,
        file="x.md",
        model="os2",
        version=None,
        product="",
        on=on,
        name_on=name_on,
        by="",
        claims={},
    )
    document, findings = date_document(undated, stated_on)

    assert (document.on, [found.code for found in findings]) == (dated, codes)

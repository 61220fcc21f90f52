"""Personal data where a role would do."""

import pytest

from os2governance.checks.personal_data import MAX_PERSONAL_FINDINGS, check_personal_data

MAIL, CPR, PHONE = "a mail address", "a civil registration number", "a telephone number"
FOUND = [
    ("by: jens.hansen@kommune.dk", [(1, 5, "a mail address")]),
    ("x\n# spørg a@b.dk eller c@d.dk", [(2, 9, "a mail address"), (2, 22, "a mail address")]),
    ("id: 010190-1234", [(1, 5, "a civil registration number")]),
    ("ring på tlf. 12 34 56 78", [(1, 14, "a telephone number")]),
    ("+45 12345678", [(1, 5, "a telephone number")]),
    ("Telefon: 12345678", [(1, 10, "a telephone number")]),
    ("cpr 010190-1234, 020290-1234", [(1, 5, CPR), (1, 18, CPR)]),
    ("CPR 0101901234", [(1, 5, CPR)]),
    ("cpr-nr.: 0101901234", [(1, 10, CPR)]),
    ("cprnr 010190 1234", [(1, 7, CPR)]),
    ("cpr_nummer: '0101901234'", [(1, 14, CPR)]),
    ("personnummer 290200 1234", [(1, 14, CPR)]),
    ("0101901234 (CPR)", [(1, 1, CPR)]),
    ("010190 - 1234", [(1, 1, CPR)]),
    ("født 010190–1234.", [(1, 6, CPR)]),
    ("Tlf: 2030-4050", [(1, 6, PHONE)]),
    ("mob. 20.30.40.50", [(1, 6, PHONE)]),
    ("0045 20 30 40 50", [(1, 6, PHONE)]),
    ("note: ring 20 30 40 50", [(1, 12, PHONE)]),
    ("Ring til 20304050", [(1, 10, PHONE)]),
    ("telefonnummer: +45 20304050", [(1, 20, PHONE)]),
    ("Mobilnr. 20-30-40-50", [(1, 10, PHONE)]),
    ("tel.: 20 30 40 50", [(1, 7, PHONE)]),
    ("øjvind@blåbær.dk", [(1, 1, MAIL)]),
    ("by: søren.østergård@firma.dk, ", [(1, 5, MAIL)]),
    ("å@b.dk\r\næ\u2028ø tlf 20304050", [(1, 1, MAIL), (2, 9, PHONE)]),
    # nobody's
    ("navn@example.org, a@b.example", []),
    ("@os2offdig på GitHub", []),
    ("sag 991390-1234", []),
    ("https://x.dk/sag/010190-1234", []),
    ("2026-05-01 12345678", []),
    ("beløb 12 34 56 78", []),
    ("10101990-12345", []),
    ("telefonisk kontakt", []),
    ("ordre 0101901234", []),
    ("0101901234", []),
    ("010190 1234", []),
    ("cpr 3202901234", []),
    ("cpr 2902011234", []),
    ("cpr 01019012345", []),
    ("CPR-kontoret, ordre 0101901234", []),
    ("https://cpr.dk/0101901234", []),
    ("010190 - 12345", []),
    ("ISBN 978-87-7934-123-4", []),
    ("ISBN 9788779341234", []),
    ("EAN 5798009812345", []),
    ("EAN: 5798 0098 12345", []),
    ("telefon 5798009812345", []),
    ("CVR 12345678", []),
    ("CVR-nr. 12 34 56 78", []),
    ("CVR: 20304050 · evaluering 20304050", []),
    ("mobil: 2026-05-01", []),
    ("mobil 2024-2025", []),
    ("ring 01.05.2026", []),
    ("telefon: 1.200.000 kr.", []),
    ("+45 %, 12 mio.", []),
    ("10045 20304050", []),
    ("vurdering 20 30 40 50", []),
    ("https://x.dk/tlf/20304050", []),
    ("https://x.dk/2026/0101901234?id=20304050", []),
    ("version 20.30.40.50", []),
    ("uses: checkout@4.2.1", []),
    ("https://x.social/@os2offdig", []),
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_what_is_personal_is_found_and_not_repeated(text, found):
    findings = list(check_personal_data("f", text))

    assert [
        (f.location.line, f.location.column, str(f.arguments["kind"].en)) for f in findings
    ] == found
    assert [f for f in findings if "@" in f.message.da or "1234" in f.message.da] == []


def test_a_long_list_is_one_list():
    assert len(list(check_personal_data("f", "a@b.dk\n" * 1000))) == MAX_PERSONAL_FINDINGS


def test_a_line_for_every_two_bytes_is_no_work():
    """It once took seconds: each line was looked at alone."""
    assert list(check_personal_data("f", "@\n" * 500_000)) == []

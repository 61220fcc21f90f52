"""Which document a file is: its content decides, and the first model that knows it."""

from dataclasses import replace

import pytest
from exchange.words import wording

from os2governance.exchange.read.detect import DOCUMENT_ENDINGS, read_document

REPORT = b"# Governancerapport for OS2x\n\n| # | Efterlevet? |\n|---|---|\n| R1 | Ja |\n"
FORM = b'{"productName": "OS2x", "krav": [{"id": "R1", "efterlevet": "Ja"}]}'
PUBLICCODE = b"publiccodeYmlVersion: '0.4'\nname: OS2x\nurl: https://example.org\n"


def kind(data, file, wordings):
    return getattr(read_document(data, file, wordings)[0], "kind", None)


@pytest.mark.parametrize("file", ["x.md", "x.json", "x.txt", "", "\x1b[31m.md"])
def test_a_report_is_known_whatever_it_is_called(file):
    assert kind(REPORT, file, [wording()]) == "report"
    assert kind(b"\xef\xbb\xbf" + REPORT, file, [wording()]) == "report"


@pytest.mark.parametrize("file", ["x.json", "x.md", "x.yaml", ""])
def test_the_form_s_json_is_known_whatever_it_is_called(file):
    assert kind(FORM, file, [wording()]) == kind(b"\n " + FORM, file, [wording()]) is not None


@pytest.mark.parametrize("file", ["publiccode.yml", "x.yaml", "x.md", "x.json"])
def test_a_publiccode_is_known_by_its_first_key(file):
    assert kind(PUBLICCODE, file, [wording()]) == "publiccode"
    assert kind(b"# comment\n" + PUBLICCODE, file, [wording()]) == "publiccode"


@pytest.mark.parametrize(
    ("data", "file", "code"),
    [
        (b"", "x.md", "import-no-rows"),
        (b"R1: Ja\n", "x.YAML", "import-unknown-kind"),
        (b"- a\n", "x.yml", "import-unknown-kind"),
        (b"\xff\xfe", "x.md", "not-utf8"),
        (b"  {", "x.md", "json-syntax"),
    ],
)
def test_what_is_no_document_is_a_finding_in_the_file(data, file, code):
    read, findings = read_document(data, file, [wording()])

    assert read is None
    assert [found.code for found in findings] == [code]
    assert findings[0].location.file == file


def test_without_terms_no_document_is_known():
    read, findings = read_document(REPORT, "x.md", [])

    assert read is None
    assert [found.code for found in findings] == ["import-no-documents"]


def test_the_first_model_that_knows_the_document_reads_it():
    read, _ = read_document(REPORT, "x.md", [replace(wording(), model="other"), wording()])

    assert read.model == "other"


def test_every_ending_of_a_document_is_in_small_letters_with_its_dot():
    assert {each for each in DOCUMENT_ENDINGS if each[0] != "." or each != each.lower()} == set()
    assert len(set(DOCUMENT_ENDINGS)) == len(DOCUMENT_ENDINGS)

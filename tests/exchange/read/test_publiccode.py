import pytest
from exchange.words import codes, wording
from exchange.write.test_product_file import PUBLICCODE

from os2governance.exchange.read.detect import read_document


def found(text, file="publiccode.yml"):
    return read_document(text.encode(), file, [wording()])


def test_a_valid_one_has_no_findings():
    assert [
        f.code for f in found(PUBLICCODE.replace("until: engang", 'until: "2027-01-01"'))[1]
    ] == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("url: https://github.com/eksempel/eksempel", "url: eksempel", "wrong-format", 3),
        ("name: OS2eksempel\n", "", "missing-key", 1),
        ("softwareType: standalone/web", "softwareType: standalone/wb", "wrong-choice", 6),
        ("platforms: [web]", "platform: [web]", "unknown-key", 4),
        ("until: engang", "til: engang", "missing-key", 17),
        ("localisationReady: true", "localisationReady: yes", "wrong-type", 18),
    ],
)
def test_what_breaks_the_standard_is_a_warning_with_its_place(old, new, code, line):
    text = (
        PUBLICCODE.replace("until: engang", 'until: "2027-01-01"')
        if old != "until: engang"
        else PUBLICCODE
    )
    imported, findings = found(text.replace(old, new))

    assert imported is not None
    assert (code, line) in codes(findings)
    assert {each.severity for each in findings} == {"warning"}


def test_a_broken_one_is_a_finding_with_its_place():
    imported, findings = found("publiccodeYmlVersion: '0.2'\nname: a\n  b: c\n")

    assert imported is None
    assert codes(findings) == [("yaml-syntax", 3)]


def test_any_other_yaml_is_no_document():
    assert [f.code for f in found("a: b\n", "x.yaml")[1]] == ["import-unknown-kind"]

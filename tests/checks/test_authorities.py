"""The authorities that a product misnames."""

import sys
from datetime import date

import pytest

from os2governance import assess, load_product
from os2governance.checks.authorities import check_authorities
from os2governance.files.listing import find_shipped_criteria
from os2governance.findings.finding import cap_findings
from os2governance.model.library import read_model_folder
from os2governance.workflows.disk_files import MODELS_ON_DISK

HEAD = """\
format: os2governance/product/1
product: eksempel
name: Eksempel
kind: product
model: os2/1.1.0
declared: {on: 2026-05-01, by: Styregruppen}
"""
MODEL = read_model_folder(find_shipped_criteria() / "os2" / "1.1.0", MODELS_ON_DISK)[0]


def assessed(tmp_path, facts=""):
    (tmp_path / "product.yaml").write_text(HEAD + facts, encoding="utf-8")
    return assess(load_product(tmp_path, MODEL), MODEL, as_of=date(2026, 5, 1))


@pytest.mark.parametrize(
    ("name", "kind", "code", "meant"),
    [
        ("Hvidore", "municipality", "authority-unknown", "Hvidovre"),
        ("Ankeborg", "municipality", "authority-unknown", None),
        ("Farum Kommune", "municipality", "authority-merged", "Furesø"),
        ("Hvidovre", "municipality", None, None),
        ("Ankeborg", "other", None, None),
    ],
)
def test_an_authority_that_the_register_does_not_have(tmp_path, name, kind, code, meant):
    facts = f"facts:\n  adopters:\n    - {{authority: {name}, kind: {kind}}}\n"

    found = list(check_authorities(assessed(tmp_path, facts)))

    assert [f.code for f in found] == ([code] if code else [])
    for each in found:
        assert (each.location.line, each.location.column) == (9, 19)
        assert (meant or "?") in each.message.da + "?"


def test_an_authority_that_is_there_twice(tmp_path):
    facts = """facts:
  adopters:
    - {authority: Greve, kind: municipality}
    - {authority: Greve Kommune, kind: municipality}
"""
    found = list(check_authorities(assessed(tmp_path, facts)))

    assert [(f.code, f.location.line) for f in found] == [("authority-twice", 10)]


def test_no_long_name_is_held_when_all_is_said(tmp_path):
    facts = "facts: {adopters: [{authority: " + "x" * 100_000 + ", kind: region}]}"
    checked = assessed(tmp_path, facts)
    name = checked.declaration.facts["adopters"][0]["authority"]
    before = sys.getrefcount(name)

    codes = [found.code for found in check_authorities(checked)]

    assert codes == ["authority-unknown"]
    assert sys.getrefcount(name) == before


def test_not_more_than_a_hundred_of_a_kind_are_said(tmp_path):
    facts = "facts:\n  adopters:\n" + "    - {authority: A, kind: region}\n" * 300

    found = list(check_authorities(assessed(tmp_path, facts)))
    codes = [each.code for each in cap_findings(found)]

    assert len(found) == 202
    assert {code: codes.count(code) for code in codes} == {
        "authority-unknown": 100,
        "authority-twice": 100,
        "findings-left-out": 2,
    }

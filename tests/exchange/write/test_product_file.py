"""What is written passes its schema; what is merged keeps what is there."""

from dataclasses import asdict, replace
from datetime import date

import pytest
from exchange.words import codes, wording

from os2governance import load_model
from os2governance.documents.yaml_reader import read_yaml
from os2governance.exchange.read.detect import read_document
from os2governance.exchange.write.file_options import ProductFileOptions
from os2governance.exchange.write.product_file import (
    build_product_file,
    date_merged_file,
    merge_document,
)
from os2governance.files.listing import find_shipped_criteria
from os2governance.product.declaration import read_declaration
from os2governance.product.record import read_record

MODEL = load_model(find_shipped_criteria() / "os2" / "1.1.0")
WANTED = ProductFileOptions(
    product="os2eksempel", model=MODEL, level=None, today=date(2026, 11, 23), language="da"
)
REPORT = """# Governancerapport for OS2eksempel

> **Dato for udfyldelse:** 2026-06-23<br/>
> **Udfyldt af:** Styregruppen<br/>

| # | Krav | Produktniveau | Retningslinjer | Efterlevet? | Dokumentation |
|---|---|---|---|---|---|
| R1 | x | sandkasse | y | Ja | Se [siden](https://eksempel.dk/r1) |
| R2 | x | 2 | y | Nej | Ingen har spurgt. |
| R3 | x | 2 | y | Ikke relevant | Kun én myndighed. |
| R4 | x | 3 | y | | Mangler et svar |
| F1 | x | sandkasse | y | Planlagt | [Ikke udfyldt] |
| F2 | x | sandkasse | y | | [Ikke udfyldt] |
"""
EVALUATION = """# Evaluering af OS2-produkt: OS2eksempel

> **Dato for udfyldelse:** 2026-09-29
> **Evaluering lavet af:** OS2-sekretariatet

| # | Niveau | Krav | Vurderingskriterie | Vurdering | Vurderingsgrundlag |
|---|---|---|---|---|---|
| R1 | Sandkasse | x | y | 🟢 | Findes. |
| R2 | 2 | x | y | 🔴 | |
| R3 | 2 | x | y | 🟢 / 🟡 / 🔴 | |
"""


def imported(text, file="rapport.md"):
    read, findings = read_document(text.encode(), file, [wording()])
    assert read is not None, findings
    return read


def declared(data):
    document, findings = read_yaml(data, "product.yaml")
    assert findings == []
    declaration, findings = read_declaration(document, MODEL)
    assert findings == []
    return declaration


def test_a_report_becomes_a_declaration():
    data = build_product_file(imported(REPORT), WANTED)
    declaration = declared(data)

    assert data.decode().startswith("# yaml-language-server: $schema=../product.schema.json\n")
    assert (declaration.declared_on, declaration.declared_by) == (
        date(2026, 6, 23),
        "Styregruppen",
    )
    assert {name: asdict(answer) for name, answer in declaration.answers.items()} == {
        "R1": _answer("met", note="Se siden", evidence=("https://eksempel.dk/r1",)),
        "R2": _answer("unmet", explanation="Ingen har spurgt."),
        "R3": _answer("not_applicable", reason="Kun én myndighed."),
        "R4": _answer("unknown", note="Mangler et svar"),
        "F1": _answer("planned"),
    }


def _answer(answer, note="", evidence=(), explanation="", reason=""):
    return {
        "answer": answer,
        "evidence": evidence,
        "note": note,
        "explanation": explanation,
        "reason": reason,
        "due": None,
        "due_said": "",
    }


def test_an_evaluation_becomes_a_record():
    data = build_product_file(imported(EVALUATION), WANTED)
    document, _ = read_yaml(data, "2026-09-29.yaml")
    record, findings = read_record("os2eksempel", MODEL, [document], None)

    assert findings == []
    (evaluation,) = record.evaluations
    assert (evaluation.on, evaluation.by) == (date(2026, 9, 29), "OS2-sekretariatet")
    assert {name: tuple(light) for name, light in evaluation.ratings.items()} == {
        "R1": ("met", "Findes.", "R1", ""),
        "R2": ("unmet", "", "R2", ""),
    }


THERE = """# Our own words.
format: os2governance/product/1
product: os2eksempel
name: OS2eksempel
kind: product
model: os2/1.1.0
declared: {on: 2026-01-01, by: Tovholderen}   # by hand
facts:
  ownership:
    licence: MPL-2.0   # in the repository
answers:
  # about value
  R1: {answer: met, evidence: [https://eksempel.dk/old]}
  R2: {answer: planned, due: 2026-12-01, note: Snart}
  G1: {answer: met}   # not in the report
"""
HEAD = THERE.partition("facts:")[0]


def test_merging_keeps_comments_and_all_that_the_document_is_silent_of():
    data, findings = merge_document(THERE.encode(), "product.yaml", imported(REPORT), WANTED)
    text, declaration = data.decode(), declared(data)

    for comment in (
        "# Our own words.",
        "# by hand",
        "# in the repository",
        "# about value",
        "# not in the report",
    ):
        assert comment in text
    assert declaration.answers["R1"].evidence == (
        "https://eksempel.dk/old",
        "https://eksempel.dk/r1",
    )
    assert asdict(declaration.answers["R2"]) == _answer(
        "unmet", note="Snart", explanation="Ingen har spurgt."
    )
    assert declaration.answers["G1"].answer == "met"
    assert declaration.facts == {"ownership": {"licence": "MPL-2.0"}}
    assert declaration.declared_on == date(2026, 6, 23)
    assert codes(findings) == [("import-answer-changed", 14)]


def test_merging_again_changes_nothing():
    once, _ = merge_document(THERE.encode(), "product.yaml", imported(REPORT), WANTED)
    twice, findings = merge_document(once, "product.yaml", imported(REPORT), WANTED)

    assert (twice, findings) == (once, [])


def test_an_older_document_only_adds_what_the_file_lacks():
    newer = THERE.replace("2026-01-01", "2026-07-01")
    data, findings = merge_document(newer.encode(), "product.yaml", imported(REPORT), WANTED)
    declaration = declared(data)

    assert declaration.answers["R2"].answer == "planned"
    assert declaration.answers["R3"].answer == "not_applicable"
    assert declaration.declared_on == date(2026, 7, 1)
    assert codes(findings) == [("import-older", 7)]


@pytest.mark.parametrize(
    ("there", "keeps", "on"),
    [
        ("on: 2026-01-01", date(2026, 1, 1), "2026-06-23"),
        ("on: 2026-06-23", date(2026, 6, 23), "2026-11-23"),
        ("on: 2026-07-01", date(2026, 7, 1), "2026-11-23"),
        ("on: 2026-11-23", None, "2026-11-23"),
        ("draft: true, on: 2026-01-01", None, "2026-06-23"),
        ("draft: true, on: 2026-07-01", None, "2026-11-23"),
    ],
)
def test_a_merged_declaration_is_dated_and_the_one_before_kept(there, keeps, on):
    was = THERE.replace("on: 2026-01-01", there).encode()
    data, _ = merge_document(was, "product.yaml", imported(REPORT), WANTED)
    dated, findings = date_merged_file(was, data, "product.yaml", WANTED)

    assert findings == []
    assert (dated.keeps, declared(dated.data).declared_on.isoformat()) == (keeps, on)
    assert date_merged_file(was, was, "product.yaml", WANTED)[0].keeps is None


def test_what_was_no_declaration_is_not_kept():
    was = THERE.replace("declared: {on: 2026-01-01, by: Tovholderen}   # by hand\n", "").encode()
    data, _ = merge_document(was, "product.yaml", imported(REPORT), WANTED)
    dated, findings = date_merged_file(was, data, "product.yaml", WANTED)

    assert (dated.data, dated.keeps, findings) == (data, None, [])


@pytest.mark.parametrize(
    ("said", "wanted", "becomes"),
    [
        ("{level: '1', grounds: Derfor}", "2", {"level": "2", "grounds": "Derfor"}),
        ("{level: '2', grounds: Derfor}", "2", {"level": "2", "grounds": "Derfor"}),
        ("'1'", "2", "2"),
    ],
)
def test_a_recommended_level_keeps_its_grounds(said, wanted, becomes):
    there = (
        "format: os2governance/evaluation/1\nproduct: os2eksempel\nmodel: os2/1.1.0\n"
        f"evaluated: {{on: 2026-09-29, by: S}}\nrecommends: {said}\nsummary: Godt.\n"
    )
    options = replace(WANTED, level=wanted)
    data, _ = merge_document(there.encode(), "e.yaml", imported(EVALUATION), options)

    values = read_yaml(data, "e.yaml")[0].values
    assert (values["recommends"], values["summary"]) == (becomes, "Godt.")


@pytest.mark.parametrize(
    ("there", "code"),
    [
        (THERE.replace("os2/1.1.0", "os2/1.0"), "import-other-model"),
        ("- a\n", "import-other-model"),
        ("{", "yaml-syntax"),
        (f"{HEAD}answers: [R1]\n", "wrong-type"),
        (f"{HEAD}answers: {{R1: met}}\n", "wrong-type"),
        (f"{HEAD}answers: {{R1: {{answer: met, evidence: 7}}}}\n", "wrong-type"),
        (f"{HEAD}answers: {{R9: {{answer: met}}}}\n", "unknown-criterion"),
    ],
)
def test_a_file_that_does_not_fit_is_left_alone(there, code):
    data, findings = merge_document(there.encode(), "product.yaml", imported(REPORT), WANTED)

    assert data is None
    assert [found.code for found in findings] == [code]


def test_facts_are_not_merged_into_what_is_no_declaration():
    read = imported(PUBLICCODE, "publiccode.yml")
    data, findings = merge_document(b"- a\n", "product.yaml", read, WANTED)

    assert data is None
    assert codes(findings) == [("wrong-type", 1)]


@pytest.mark.parametrize("lights", ["[R1]", "7", "{R1: met}"])
def test_an_evaluation_that_breaks_its_shape_is_left_alone(lights):
    there = (
        "format: os2governance/evaluation/1\nproduct: os2eksempel\nmodel: os2/1.1.0\n"
        f"evaluated: {{on: 2026-09-29, by: Sekretariatet}}\nlights: {lights}\n"
    )
    data, findings = merge_document(there.encode(), "e.yaml", imported(EVALUATION), WANTED)

    assert data is None
    assert codes(findings) == [("wrong-type", 5)]


def test_what_a_file_lacks_may_come_from_the_document():
    there = THERE.replace("declared: {on: 2026-01-01, by: Tovholderen}   # by hand\n", "")
    there += "  R3:\n"
    data, findings = merge_document(there.encode(), "product.yaml", imported(REPORT), WANTED)

    assert declared(data).declared_on == date(2026, 6, 23)
    assert declared(data).answers["R3"].answer == "not_applicable"
    assert codes(findings) == [("import-answer-changed", 13)]


PUBLICCODE = """publiccodeYmlVersion: "0.4"
name: OS2eksempel
url: https://github.com/eksempel/eksempel
platforms: [web]
developmentStatus: stable
softwareType: standalone/web
description:
  da:
    shortDescription: Et eksempel
    longDescription: "%s"
    documentation: https://eksempel.dk/docs
legal: {license: EUPL-1.2, mainCopyrightOwner: OS2, repoOwner: OS2}
maintenance:
  type: contract
  contractors:
    - {name: Leverandør ApS, until: "2027-01-01"}
    - {name: En anden ApS, until: engang}
localisation: {localisationReady: true, availableLanguages: [da]}
""" % ("Et langt eksempel. " * 10)


def test_a_publiccode_yml_becomes_facts_with_their_source():
    data = build_product_file(imported(PUBLICCODE, "publiccode.yml"), WANTED)

    assert declared(data).facts == {
        "ownership": {
            "repositories": [
                {"url": "https://github.com/eksempel/eksempel", "controlled_by": "os2"}
            ],
            "licence": "EUPL-1.2",
            "copyright_holder": "OS2",
        },
        "documentation": {"technical": {"reference": "https://eksempel.dk/docs"}},
        "agreements": {
            "supplier": [
                {"party": "Leverandør ApS", "in_force_to": "2027-01-01"},
                {"party": "En anden ApS"},
            ]
        },
        "operation": {"maintainer": "Leverandør ApS, En anden ApS"},
    }
    assert "# Fra publiccode.yml: legal.license" in data.decode()


def test_facts_that_are_there_stay_and_differences_are_found():
    data, findings = merge_document(
        THERE.encode(), "product.yaml", imported(PUBLICCODE, "publiccode.yml"), WANTED
    )

    assert declared(data).facts["ownership"]["licence"] == "MPL-2.0"
    assert declared(data).declared_on == date(2026, 1, 1)
    assert [(f.code, f.arguments["fact"]) for f in findings] == [
        ("import-fact-kept", "ownership.licence")
    ]
    assert "# in the repository" in data.decode()

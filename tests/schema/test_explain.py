"""Why a value does not fit, and what to write instead: for those who write no programs."""

import pytest

from os2governance.documents.yaml_reader import read_yaml
from os2governance.formats.patterns import DURATION, ID, REFERENCE
from os2governance.schema.explain import FORMS
from os2governance.schema.read import read_schema
from os2governance.schema.validator import CompiledSchema

PRODUCT, EVALUATION, DECISION_LOG = map(read_schema, ("product", "evaluation", "decisions"))
MODEL, CRITERIA = map(read_schema, ("model", "criteria"))


def findings(schema, text):
    document, wrong = read_yaml(text.encode(), "f")
    assert wrong == []
    return CompiledSchema({"type": "object", **schema}).find_violations(document, document.values)


@pytest.mark.parametrize(
    "schema",
    [
        {
            "properties": {"a": {"$ref": "#part"}},
            "$defs": {"p": {"$anchor": "part", "enum": ["b"]}},
        },
        {"properties": {"a": {"$ref": "#/$defs/p"}}, "$defs": {"p": {"enum": ["b"]}}},
        {"properties": {"a": {"allOf": [{"enum": ["b"]}]}}},
    ],
)
def test_what_asks_is_found_or_done_without(schema):
    [found] = findings(schema, "a: bb\n")

    assert found.code == "wrong-choice"


ANSWER = {"type": "object", "required": ["answer"], "properties": {"answer": {}, "note": {}}}
TYPES = {
    "properties": {
        "links": {"type": ["array", "null"], "items": {"type": "string"}},
        "numbers": {"type": "array", "items": {"type": "number"}},
        "users": {"type": "array", "items": {"type": "object", "properties": {"name": {}}}},
        "answers": {"type": ["object", "null"], "additionalProperties": ANSWER},
        "price": {"type": ["number", "null"]},
        "count": {"type": "integer"},
        "open": {"type": ["boolean", "null"]},
    }
}


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ("links: https://x", "»links« skal være en liste, men er https://x.", " Skriv den i kantede parenteser: [https://x]."),
        ("links: a, b", "»links« skal være en liste, men er a, b.", ' Skriv den i kantede parenteser: ["a, b"].'),
        ("links: 'ja: nej'", "»links« skal være en liste, men er ja: nej.", ' Skriv den i kantede parenteser: ["ja: nej"].'),
        (f"links: {'a' * 99}", f"»links« skal være en liste, men er {'a' * 59}….", " Skriv den i kantede parenteser: […]."),
        ("links: {a: b}", "»links« skal være en liste, men er en gruppe af nøgler.", " Skriv hvert punkt på sin egen linje med en bindestreg foran."),
        ("numbers: x", "»numbers« skal være en liste, men er x.", " Skriv hvert punkt på sin egen linje med en bindestreg foran."),
        ("users: Odense", "»users« skal være en liste, men er Odense.", " Skriv hvert punkt på sin egen linje med en bindestreg foran."),
        ("users: [Odense]", "»users[0]« skal være en gruppe af nøgler, men er Odense.", " Skriv en gruppe som - {name: …}."),
        ("answers: {R3: ja}", "»answers.R3« skal være en gruppe af nøgler, men er ja.", " Skriv en gruppe som R3: {answer: …}."),
        ("answers: {R3: }", "»answers.R3« skal være en gruppe af nøgler, men er null.", " Skriv en gruppe som R3: {answer: …}."),
        ("answers: [R3]", "»answers« skal være en gruppe af nøgler, men er en liste.", " Skriv en gruppe som answers: {nøgle: …}."),
        ("open: ja", "»open« skal være true eller false, men er ja.", " Skriv true."),
        ("open: Yes", "»open« skal være true eller false, men er Yes.", " Skriv true."),
        ("open: Nej", "»open« skal være true eller false, men er Nej.", " Skriv false."),
        ("open: måske", "»open« skal være true eller false, men er måske.", " Skriv true (ja) eller false (nej)."),
        ('open: "true"', "»open« skal være true eller false, men er teksten true.", " Fjern anførselstegnene."),
        ("open: 1", "»open« skal være true eller false, men er 1.", ""),
        ('price: "300000"', "»price« skal være et tal, men er teksten 300000.", " Fjern anførselstegnene."),
        ('count: "3"', "»count« skal være et helt tal, men er teksten 3.", " Fjern anførselstegnene."),
        ("price: 300.000 kr", "»price« skal være et tal, men er 300.000 kr.", " Skriv kun tallet, uden mellemrum og enhed, for eksempel 300000."),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_told_how_to_be_written(text, message, remedy):
    [found] = findings(TYPES, text)

    assert found.code == "wrong-type"
    assert found.message.da == message
    assert found.remedy.da == f"Ret værdien.{remedy}"
    assert (found.remedy.en == "Fix the value.") is (not remedy)


ASKED = {
    "properties": {
        "answer": PRODUCT["properties"]["answers"]["additionalProperties"]["properties"]["answer"],
        "kind": PRODUCT["properties"]["kind"],
        "light": EVALUATION["properties"]["lights"]["additionalProperties"]["properties"]["light"],
        "who": {"enum": ["town", None], "x-values": {"town": {"da": "Kommune", "en": "Municipality"}}},
        "odd": {"enum": ["a", 1], "x-values": []},
    }
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("answer: Ja", "met"),
        ("answer: Nej", "unmet"),
        ("answer: no", "unmet"),
        ("answer: Ikke relevant", "not_applicable"),
        ("answer: not applicable", "not_applicable"),
        ("answer: Planlagt", "planned"),
        ("answer: Opfyldt", "met"),
        ("answer: Delvist", "partly"),
        ("answer: delvist opfyldt", "partly"),
        ("answer: ikke opfyldt", "unmet"),
        ("answer: Ved ikke", "unknown"),
        ("answer: MET", "met"),
        ("answer: \xa0met", "met"),
        ("answer: unmett", "unmet"),
        ("answer: hvabehar", None),
        ("answer: 7", None),
        ("kind: Projekt", "project"),
        ("light: Grøn", "met"),
        ("light: grey", "not_applicable"),
        ("who: kommune", "town"),
        ("odd: b", None),
    ],
)
def test_a_choice_in_everyday_words_is_understood(text, meant):
    [found] = findings(ASKED, text)

    assert found.code == "wrong-choice"
    assert found.message.da.endswith(f"; mente du »{meant}«?" if meant else ".")


@pytest.mark.parametrize(
    ("asked", "remedy"),
    [
        (PRODUCT["properties"]["format"], "Tilføj den. Skriv `a: os2governance/product/1`."),
        ({"enum": ["1"]}, 'Tilføj den. Skriv `a: "1"`.'),
        ({"const": True}, "Tilføj den. Skriv `a: true`."),
        ({"const": {"b": [1]}}, 'Tilføj den. Skriv `a: {"b": [1]}`.'),
        ({"enum": ["b", "c"]}, "Tilføj den."),
        ({"type": "string"}, "Tilføj den."),
        (True, "Tilføj den."),
    ],
)
def test_a_missing_key_with_one_value_is_told_that_value(asked, remedy):
    [found] = findings({"required": ["a"], "properties": {"a": asked}}, "b: 1")

    assert (found.code, found.remedy.da) == ("missing-key", remedy)


def test_a_missing_key_of_which_nothing_is_known():
    [found] = findings({"required": ["a"]}, "b: 1")

    assert found.remedy.da == "Tilføj den."


@pytest.mark.parametrize(
    ("pattern", "value", "message"),
    [
        (ID, "Min App", "»a« må kun indeholde små bogstaver a-z, cifre, punktum, bindestreg og understreg, og skal begynde med et bogstav eller et ciffer, men er Min App."),
        (REFERENCE, "os2", "»a« skal være modellens id, en skråstreg og versionen, uden mellemrum, men er os2."),
        (DURATION, "et år", "»a« skal være et antal day, week, month eller year, for eksempel 12 months, men er et år."),
        ("^x$", "y", "»a« skal have formen ^x$, men er y."),
    ],
)  # fmt: skip
def test_a_form_is_told_in_words(pattern, value, message):
    [found] = findings({"properties": {"a": {"pattern": pattern}}}, f"a: {value}")

    assert (found.code, found.message.da) == ("out-of-bounds", message)


def every(schema, keyword):
    if isinstance(schema, dict):
        yield from [schema[keyword]] if isinstance(schema.get(keyword), str) else []
        for below in schema.values():
            yield from every(below, keyword)
    elif isinstance(schema, list):
        for below in schema:
            yield from every(below, keyword)


@pytest.mark.parametrize("schema", [PRODUCT, EVALUATION, DECISION_LOG, MODEL, CRITERIA])
def test_every_form_that_people_are_asked_for_has_words(schema):
    assert [each for each in every(schema, "pattern") if each not in FORMS] == []


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        (
            "answers: {R3: answer:\xa0met}",
            "»answers.R3« skal være en gruppe af nøgler, men er answer:\\xa0met.",
            "Ret værdien. Tegnet \\xa0 er et hårdt mellemrum; brug et almindeligt. Skriv en gruppe som R3: {answer: …}.",
        ),
        (
            "answers: {R\xa03: 7}",
            "»answers.R\\xa03« skal være en gruppe af nøgler, men er 7.",
            "Ret værdien. Skriv en gruppe som R\\xa03: {answer: …}.",
        ),
        ("price: 300\u202f000", "»price« skal være et tal, men er 300\\u202f000.", None),
        ("price: så meget", "»price« skal være et tal, men er så meget.", None),
    ],
)
def test_what_looks_like_a_space_is_shown(text, message, remedy):
    [found] = findings(TYPES, text)

    assert found.message.da == message
    assert found.remedy.da == (remedy or found.remedy.da)


def test_what_looks_like_a_space_is_shown_in_a_key():
    [found] = findings({"additionalProperties": False, "properties": {"due": {}}}, "due\xa0: 1")

    assert found.message.da == "Nøglen »due\\xa0« er ukendt; mente du »due«?"

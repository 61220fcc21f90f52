"""What to do or to declare about facts, in sentences that ask nobody to change what is true."""

import re

import pytest
from pages import BOTH, FRESH, LICENCE, OPEN
from spoken import action

from os2governance.render.common.steps import list_tasks, render_demand, render_step


def sentences(folder, rule, language="da", **more):
    return [task.sentence for task in list_tasks(
        action(folder, rule, **more).steps, action(folder / "x", rule).model.words.evaluator, language
    )]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "facts", "expected"),
    [
        pytest.param(
            {"fact": "secure", "equals": True}, {},
            "Er sikkerhed tænkt ind i designet? Svar ja eller nej.",
            id="not known: the model's question",
        ),
        pytest.param(
            OPEN, {}, "Er det sådan, at koden er åben? Svar ja eller nej.",
            id="without words: a question of the title",
        ),
        pytest.param(
            {"fact": "licence", "present": True}, {}, "Skriv: licensen.",
            id="without words: the title",
        ),
        pytest.param(
            {"fact": "bought", "present": True}, {},
            "Skriv: grundlaget for indkøbet (vælg mellem udbud eller egen udvikling).",
            id="the choices in words",
        ),
        pytest.param(
            {"use": "reviewed"}, {},
            "Skriv: datoen for kodereviewet (kravet er, at reviewet er højst tre år gammelt).",
            id="the bound in words",
        ),
        pytest.param(
            {"use": "at_ours"}, {},
            "Henvis til notatet (kravet er, at notatet ligger hos os).",
            id="a pattern in words",
        ),
        pytest.param(
            {"fact": "paper", "is": "url"}, {}, "Henvis til notatet (med et link).", id="a link"
        ),
        pytest.param(
            {"use": "reviewed"}, {"review": "2018-05"},
            "Datoen for kodereviewet: maj 2018. Få lavet et nyt kodereview, og skriv datoen.",
            id="a dated event stays: a new one",
        ),
        pytest.param(
            {"use": "reviewed"}, {"review": "2023"},
            "Datoen for kodereviewet: 2023. Skriv datoen mere præcist.",
            id="a date that may do",
        ),
        pytest.param(
            {"fact": "secure", "equals": True}, {"secure": False},
            "Sørg for, at sikkerhed er tænkt ind i designet (i dag: nej).",
            id="declared no: something to do, and no question",
        ),
        pytest.param(
            {"fact": "paper", "present": True}, {"paper": None},
            "Henvis til notatet (i dag: findes ikke).",
            id="declared absent: to be made",
        ),
        pytest.param(
            {"not": {"fact": "secure", "equals": True}}, {"secure": True},
            "Sørg for, at det ikke længere er sådan, at sikkerhed er tænkt ind i designet (i dag: ja).",
            id="what must not hold",
        ),
        pytest.param(
            {"fact": "seat", "present": True}, {},
            "Skriv, hvem der sidder der. Evaluator registrerer det.",
            id="a fact of the register",
        ),
        pytest.param(
            {"use": "all_public"}, {"code": [{"url": "a"}, {"url": "b", "public": True}, {"url": "c"}]},
            "Er repositoriet offentligt? Svar ja eller nej (gælder a og c).",
            id="one question about several elements",
        ),
        pytest.param(
            {"use": "all_public"}, {"code": [{"url": "a", "public": False}, {"url": "b", "public": False}]},
            "Er offentligt: nej (gælder a og b). Gør alle repositorier offentlige.",
            id="one thing to do for several elements",
        ),
    ],
)  # fmt: skip
def test_a_sentence_for_each_thing_to_do_or_to_declare(tmp_path, rule, facts, expected):
    [said] = sentences(tmp_path, rule, facts=facts)

    assert said == expected


@pytest.mark.parametrize("language", BOTH)
def test_nothing_declared_is_asked_to_be_corrected(tmp_path, language):
    rule = {"all": [OPEN, LICENCE, FRESH]}
    facts = {"open": False, "licence": None, "group": {"met_on": "2018-05-01"}}
    said = " ".join(sentences(tmp_path, rule, language, facts=facts))

    for word in ("Ret ", "Oplys ", "Fix ", "Change ", "Declare ", "open", "met_on"):
        assert word not in re.sub(r"the code is open", "", said)


def test_what_is_done_comes_before_what_is_declared(tmp_path):
    both = action(tmp_path, {"all": [LICENCE, OPEN]}, facts={"open": False})
    said = list_tasks(both.steps, both.model.words.evaluator, "en")

    assert [task.keys for task in said] == [("open",), ("licence",)]


def test_a_value_that_looks_like_a_field_is_only_a_value(tmp_path):
    rule = {"fact": "licence", "is": "osi_licence"}
    found = action(tmp_path, rule, facts={"licence": "{place}{clause}{0}{found}"})
    [step] = found.steps

    assert "{place}{clause}{0}{found}" in render_step(step, found.model.words.evaluator, "en")


def test_a_demand_names_what_has_to_hold(tmp_path):
    [step] = action(tmp_path, {"use": "all_public"}, facts={}).steps

    assert render_demand(step, "en") == "Make sure that all repositories are public."

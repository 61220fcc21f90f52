"""What the schema refuses is told at the field, in words, and what was typed stays."""

import re

import pytest
import yaml

REFUSED = [
    ("facts.shared_funding.yearly_economy", "-5", "Værdien skal være mindst 0."),
    ("facts.shared_funding.yearly_economy", "1,250", "Skriv 1.250 eller 1,25."),
    ("facts.ownership.repositories.0.url", "x.dk", "Skriv hele webadressen"),
    ("declared.on", "i går", "Skriv en dato, fx 1. maj 2026."),
    ("answers.F1.note", "uden svar", "Udfyld først »Jeres svar«; så gemmes dette også."),
]


@pytest.mark.parametrize(("name", "typed", "told"), REFUSED)
def test_the_reason_stands_at_the_field_and_holds_nothing_else_back(
    visitor, file, name, typed, told
):
    visitor.open()
    visitor.press({}, "add:facts.ownership.repositories")
    said = visitor.send({name: typed, "name": "Nyt navn"})

    assert told in said["problems"][name]
    assert said["stored"] == ["name"]
    assert "name: Nyt navn" in file.read_text()
    assert not re.search(r"[\\`\[]|(facts|answers|declared)\.|20\d\d-", said["problems"][name])


def test_without_scripts_it_stands_there_too(visitor, file):
    visitor.open()
    visitor.press({}, "add:facts.ownership.repositories")
    text = visitor.press({"facts.ownership.repositories.0.url": "x.dk", "name": "Nyt"})

    field = text.split('data-field="facts.ownership.repositories.0.url"')[1]
    assert 'value="x.dk"' in field.split("</div>")[0]
    assert "Skriv hele webadressen" in field.split("</div>")[0]
    assert "name: Nyt" in file.read_text()


def test_evidence_waits_for_its_answer_and_an_answer_for_its_evidence(visitor, file):
    visitor.open()
    evidence = {"answers.F1.evidence": "https://a.dk"}
    assert visitor.send(evidence)["stored"] == []

    said = visitor.send({**evidence, "answers.F1.answer": "met"})
    assert said["saved"] is True
    visitor.open()
    said = visitor.send({"answers.F1.answer": ""})
    assert said["problems"].keys() == {"answers.F1.answer"}
    assert yaml.safe_load(file.read_text())["answers"]["F1"] == {
        "answer": "met",
        "evidence": ["https://a.dk"],
    }

    visitor.send({"answers.F1.answer": "", "answers.F1.evidence": ""})
    assert "F1" not in yaml.safe_load(file.read_text())["answers"]

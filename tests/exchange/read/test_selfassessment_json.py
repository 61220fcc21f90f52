"""The form's JSON: every entry is read, or found at its place not to be one."""

import json

import pytest
from exchange.words import wording

from os2governance.exchange.read.selfassessment_json import read_form
from os2governance.findings.finding import Place


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        ({"krav": "x"}, Place("form.json")),
        ("R2", Place("form.json")),
        ({"id": "Q1"}, Place("form.json", 9, 7)),
        ({"id": 7}, Place("form.json", 9, 7)),
    ],
)
def test_an_entry_about_no_criterion_is_told_in_its_file(entry, place):
    form = {"productName": "OS2eksempel", "krav": [{"id": "R1", "efterlevet": "Ja"}, entry]}
    text = json.dumps(form, indent=2)
    read, findings = read_form(text.encode(), "form.json", wording())

    assert list(read.claims) == ["R1"]
    assert [(each.code, each.arguments["number"]) for each in findings] == [
        ("import-entry-unknown", 2)
    ]
    assert findings[0].place == place

"""The form's JSON: every entry is read, or found at its place not to be one."""

import json

import pytest
from exchange.words import wording

from os2governance.exchange.read.selfassessment_json import read_selfassessment_json
from os2governance.findings.finding import Location


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        ({"krav": "x"}, Location("form.json")),
        ("R2", Location("form.json")),
        ({"id": "Q1"}, Location("form.json", 9, 7)),
        ({"id": 7}, Location("form.json", 9, 7)),
    ],
)
def test_an_entry_about_no_criterion_is_told_in_its_file(entry, place):
    form = {"productName": "OS2eksempel", "krav": [{"id": "R1", "efterlevet": "Ja"}, entry]}
    text = json.dumps(form, indent=2)
    read, findings = read_selfassessment_json(text.encode(), "form.json", wording())

    assert list(read.claims) == ["R1"]
    assert [(each.code, each.arguments["number"]) for each in findings] == [
        ("import-entry-unknown", 2)
    ]
    assert findings[0].location == place

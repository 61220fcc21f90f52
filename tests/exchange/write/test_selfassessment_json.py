"""The form's JSON: a row for each criterion, and nothing that ends a script."""

import json

import pytest
from documents_out import LAYOUTS, MODEL, assessed, layout

from os2governance.exchange.write.selfassessment_json import render_selfassessment_json

LAYOUT = layout("self-assessment-json")
KEYS = LAYOUT.file_values["keys"]


def rendered(answers, **more):
    return render_selfassessment_json(assessed(answers, **more), LAYOUT, LAYOUTS.symbols)


def rows(text):
    return {row[KEYS["row"]["id"]]: row for row in json.loads(text)[KEYS["rows"]]}


def test_every_criterion_has_its_row_in_the_model_s_order():
    assert list(rows(rendered({}))) == [each.id for each in MODEL.criteria]


def test_a_missing_answer_is_null_and_not_an_empty_word():
    found = rows(rendered({"R1": {"answer": "met"}}))

    assert found["R1"][KEYS["row"]["mark"]]
    assert found["R2"][KEYS["row"]["mark"]] is None


@pytest.mark.parametrize(
    "text", ["</script><script>", "<!--", "a & b", "\u2028\u202e", '"\\', "\x1b[31m", "æøå 😀"]
)
def test_texts_come_back_and_end_no_script(text):
    said = rendered({"R1": {"answer": "met", "note": f"x {text}"}}, name=f"OS2 {text}")

    assert not {"<", ">", "&"} & set(said)
    assert rows(said)["R1"][KEYS["row"]["text"]] == f"x {text}"
    assert json.loads(said)[KEYS["product"]] == f"OS2 {text}"


def test_links_stand_below_the_text_unless_they_are_in_it():
    here, there = "https://a.dk/1", "https://a.dk/2"
    answer = {"answer": "met", "note": f"Se {here}", "evidence": [here, there]}

    assert rows(rendered({"R1": answer}))["R1"][KEYS["row"]["text"]] == f"Se {here}\n{there}"

"""An explanation in JSON: the assessment's data, the criteria's texts, what to do."""

import pytest
from pages import BOARD, BOTH, HOSTILE, assessed
from read_back import build_product_object

from os2governance.render.assessment.explain_json import FORMAT, build_explanation_object
from os2governance.render.common.criterion_json import build_criterion_texts


def said(product, language="en", names="AB"):
    return build_explanation_object(product, [product.outcome(name) for name in names], language)


@pytest.mark.parametrize("language", BOTH)
def test_each_criterion_is_that_of_the_assessment_with_its_texts(tmp_path, language):
    product = assessed(tmp_path, facts={"open": True})
    whole = build_product_object(product, language)
    explained = said(product, language)

    assert explained["format"] == FORMAT
    for each, known in zip(explained["criteria"], whole["criteria"], strict=True):
        texts = build_criterion_texts(product.model.by_id[each["id"]], language)
        own = {k: v for k, v in each.items() if k not in {"to_do", "since_evaluation"}}
        assert {**texts, **known} == own
        assert each["since_evaluation"] is None


def test_what_changed_since_the_evaluation_is_told(tmp_path):
    rated = {"evaluated": {"on": "2026-03-01", "by": "E"}, "lights": {"A": {"light": "partly"}}}
    answers = {"A": {"answer": "met"}}
    product = assessed(tmp_path, facts={"open": True}, answers=answers, evaluations=[rated])
    [explained] = said(product, names="A")["criteria"]

    assert explained["since_evaluation"] == {
        "declaration_kept": False,
        "facts": {"known_then": "undetermined", "on_the_day": "met", "now": "met"},
        "answer": {"then": None, "now": "met", "newer": True},
        "changed_facts": ["open"],
    }


def test_only_what_is_open_has_something_to_do(tmp_path):
    log = {
        "on": "2026-02-01",
        "decision": "place",
        "level": "low",
        "accepts": {"A": {"until": "2026-12-31"}},
    }
    accepted = assessed(tmp_path / "one", facts={"open": False}, decisions=[{**log, **BOARD}])
    met = assessed(tmp_path / "other", facts={"open": True})

    assert [each["to_do"] is None for each in said(accepted)["criteria"]] == [True, False]
    assert [each["to_do"] is None for each in said(met)["criteria"]] == [True, False]


def test_findings_are_those_of_the_product_and_of_what_is_explained(tmp_path):
    answers = {name: {"answer": "met"} for name in "AB"}
    facts = {"open": False, "licence": None}
    product = assessed(tmp_path, facts=facts, answers=answers)

    assert {each["criterion"] for each in said(product)["findings"]} == {"A", "B"}
    assert {each["criterion"] for each in said(product, names="B")["findings"]} == {"B"}


def test_what_was_typed_is_not_changed(tmp_path):
    product = assessed(tmp_path, name=HOSTILE, facts={"licence": HOSTILE})

    assert said(product)["name"] == HOSTILE
    assert said(product)["criteria"][1]["trace"]["found"] == HOSTILE

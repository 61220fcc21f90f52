"""A skeleton evaluation: a valid draft with the product's words, which stay comments."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import BOTH, HOSTILE, assessed, loaded

from os2governance.authoring.evaluation_skeleton import render_evaluation_skeleton
from os2governance.documents.yaml_reader import read_yaml
from os2governance.schema.compiled import compile_schema

TODAY = date(2026, 5, 1)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=80)


def skeleton(folder, language="en", **product):
    return render_evaluation_skeleton(assessed(folder, loaded(folder), **product), TODAY, language)


def values(text):
    document, findings = read_yaml(text.encode(), "f")
    assert findings == []
    assert compile_schema("evaluation").find_violations(document, document.values) == []
    return document.values


@pytest.mark.parametrize("language", BOTH)
def test_it_is_a_valid_draft_without_lights(tmp_path, language):
    said = values(skeleton(tmp_path, language))

    assert (said["evaluated"]["on"], said["evaluated"]["draft"]) == ("2026-05-01", True)
    assert said["lights"] is None


def test_each_light_can_be_uncommented_below_what_the_product_and_the_last_evaluation_say(
    tmp_path,
):
    answers = {"B": {"answer": "unmet", "explanation": "Venter", "evidence": ["https://x.dk/a"]}}
    last = {
        "evaluated": {"on": "2026-01-01", "by": "Sekretariatet"},
        "lights": {"B": {"light": "partly", "grounds": "Halvt"}},
    }
    text = skeleton(tmp_path, answers=answers, evaluations=[last])
    said = values(text.replace("  # ", "  "))
    before, _, _ = text.partition("  # B:")

    assert list(said["lights"]) == ["A", "B"]
    for words in ("not met", "Venter", "https://x.dk/a", "1 January 2026: yellow. Halvt"):
        assert words in before.rpartition("  # A:")[2]


@settings(max_examples=30)
@given(st.sampled_from(["note", "explanation"]), TEXTS | st.just(HOSTILE))
def test_whatever_a_product_wrote_stays_a_comment(tmp_path_factory, key, words):
    answers = {"B": {"answer": "unmet", key: words}}
    plain = skeleton(tmp_path_factory.mktemp("a"))
    said = skeleton(tmp_path_factory.mktemp("b"), answers=answers)

    assert values(said) == values(plain)

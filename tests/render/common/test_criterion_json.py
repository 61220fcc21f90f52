"""A criterion's own texts, in JSON."""

import pytest
from folders import criterion
from pages import BOTH, HOSTILE, LICENCE, OPEN, TITLE, loaded

from os2governance.render.common.criterion_json import build_criterion_texts

KEYS = ["id", "title", "asks", "responsible", "rule", "remedy"]


@pytest.mark.parametrize("language", BOTH)
def test_the_texts_are_those_of_the_language(tmp_path, language):
    texts = {name: {k: f"{name} {k}" for k in BOTH} for name in ("asks", "remedy")}
    model = loaded(tmp_path, [criterion("A", "low", OPEN, title=TITLE, **texts)])
    said = build_criterion_texts(model.by_id["A"], language)

    assert list(said) == KEYS
    assert said["title"] == TITLE[language]
    assert (said["asks"], said["remedy"]) == (f"asks {language}", f"remedy {language}")
    assert said["responsible"] == "owner"
    assert said["rule"] == {"met": model.by_id["A"].met.render(language), "partly": None}


def test_a_partly_rule_is_told(tmp_path):
    model = loaded(tmp_path, [criterion("A", "low", OPEN, partly=LICENCE)])
    rule = build_criterion_texts(model.by_id["A"], "en")["rule"]

    assert rule["partly"] not in {None, rule["met"]}


def test_what_a_model_says_is_not_changed(tmp_path):
    hostile = dict.fromkeys(BOTH, HOSTILE)
    model = loaded(tmp_path, [criterion("A", "low", OPEN, asks=hostile)])

    assert build_criterion_texts(model.by_id["A"], "da")["asks"] == HOSTILE

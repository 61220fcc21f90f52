"""Models and their criteria, in JSON."""

import pytest
from folders import criterion
from pages import BOTH, LICENCE, OPEN, loaded

from os2governance.findings.finding import Location, make_finding
from os2governance.render.common.criterion_json import build_criterion_texts
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.model.criteria_json import FORMAT, build_criteria_object

EXAMPLE = {"facts": {"open": True}, "expect": "met"}
CRITERIA = [
    criterion("A", "low", OPEN, partly=LICENCE, examples=[EXAMPLE]),
    criterion("B", "high", LICENCE, recommended=True),
]


@pytest.mark.parametrize("language", BOTH)
def test_a_model_tells_its_levels_themes_and_criteria(tmp_path, language):
    names = {"da": "Lav", "en": "Low"}
    levels = [{"id": "low", "name": names}, {"id": "high", "decided_by": ["board"]}]
    model = loaded(tmp_path, CRITERIA, levels=levels, published="2026-01-01")
    [said] = build_criteria_object([model], [], [], language)["models"]

    assert said == {
        "model": "small/1",
        "name": "small",
        "published": "2026-01-01",
        "source": None,
        "levels": [{"id": "low", "name": names[language]}, {"id": "high", "name": "high"}],
        "themes": [{"id": "all", "name": "all"}],
        "criteria": 2,
    }


@pytest.mark.parametrize("language", BOTH)
def test_a_criterion_has_its_texts_and_the_facts_it_asks_for(tmp_path, language):
    model = loaded(tmp_path, CRITERIA)
    first, second = build_criteria_object([], model.criteria, [], language)["criteria"]
    texts = build_criterion_texts(model.by_id["A"], language)

    assert {k: first[k] for k in texts} == texts
    assert (first["facts"], first["examples"], first["recommended"]) == (
        ["open", "licence"], 1, False,
    )  # fmt: skip
    assert (second["level"], second["theme"], second["recommended"]) == ("high", "all", True)


def test_several_versions_are_told_with_their_digests(tmp_path):
    model = loaded(tmp_path)
    found = [make_finding("yaml-key", Location("f", 1, 1))]
    said = build_criteria_object(iter([model]), [], found, "en")

    assert said["format"] == FORMAT
    assert said["made_from"]["models"] == {"small/1": model.digest}
    assert said["findings"] == build_finding_objects(found, "en")
    assert build_criteria_object([], [], [], "en")["models"] == []

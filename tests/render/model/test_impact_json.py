"""What a change of the model does to products, in JSON."""

import json

import pytest
from model_versions import FALLS, OPENS, WHOLE, compared, impacts, two_models
from pages import BOTH, TODAY

from os2governance.findings.finding import Location, make_finding
from os2governance.render.changes.json import build_product_change_object
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.model.impact_json import FORMAT, build_impact_object
from os2governance.render.model.impact_text import count_impacts


@pytest.mark.parametrize("language", BOTH)
def test_each_product_tells_its_change_and_what_it_must_do(tmp_path, language):
    models = two_models(tmp_path)
    found = impacts(tmp_path, models, falls=FALLS, opens=OPENS, whole=WHOLE)
    said = build_impact_object(compared(models, found), TODAY, language)
    falls, opens, whole = said["products"]

    assert (said["format"], said["as_of"]) == (FORMAT, "2026-05-01")
    assert said["counts"] == count_impacts(found)
    change = build_product_change_object(found[0].attribution)
    assert {k: falls[k] for k in change} == change
    assert (falls["way"], falls["unsettled"]) == (-1, False)
    assert (falls["stopping"], falls["opened"]) == (("C",), ())
    assert (opens["stopping"], opens["opened"]) == ((), ("C",))
    assert opens["asked"] == {"C": ("users",)}
    assert whole["stopping"] == whole["freed"] == whole["opened"] == ()
    assert json.loads(json.dumps(said))["products"][0]["stopping"] == ["C"]


def test_both_models_are_told_even_where_they_have_one_name(tmp_path):
    one, _ = two_models(tmp_path)
    said = build_impact_object(compared((one, one), []), TODAY, "en")["made_from"]

    assert said["from"] == said["to"]
    assert said["from"] == {"model": "small/1", "digest": one.digest, "file": one.file}


def test_findings_are_those_that_were_given(tmp_path):
    found = [make_finding("yaml-key", Location("f", 1, 1))]
    both = compared(two_models(tmp_path), [], findings=tuple(found), elsewhere={"small/0": 3})
    said = build_impact_object(both, TODAY, "da")

    assert said["findings"] == build_finding_objects(found, "da")
    assert said["products"] == []
    assert said["elsewhere"] == {"small/0": 3}
    assert set(said["counts"].values()) == {0}

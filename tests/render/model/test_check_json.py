"""Checked and tested models, in JSON."""

import pytest
from pages import BOTH, loaded

from os2governance.checks.checked_model import CheckedModel
from os2governance.findings.finding import Location, make_finding
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.model.check_json import build_checked_models_object

FOUND = [make_finding("yaml-key", Location("f", n, 1)) for n in (1, 2)]


@pytest.mark.parametrize("kind", ["lint", "test"])
def test_each_kind_has_its_format(kind):
    said = build_checked_models_object(kind, [], "en")

    assert said["format"] == f"os2governance/{kind}/1"
    assert (said["checked"], said["findings"]) == ([], [])


def test_a_model_is_counted_with_its_mutants(tmp_path):
    model = loaded(tmp_path)
    said = build_checked_models_object(
        "test", [CheckedModel(model, [], {"mutants": 7, "killed": 5})], "en"
    )

    assert said["checked"] == [
        {"reference": "small/1", "criteria": 2, "examples": 0, "mutants": 7, "killed": 5}
    ]
    assert said["made_from"]["models"] == {"small/1": model.digest}


@pytest.mark.parametrize("language", BOTH)
def test_a_model_that_does_not_load_has_only_findings(tmp_path, language):
    checked = [CheckedModel(None, FOUND[:1], {}), CheckedModel(loaded(tmp_path), FOUND[1:], {})]
    said = build_checked_models_object("lint", checked, language)

    assert [each["reference"] for each in said["checked"]] == ["small/1"]
    assert said["findings"] == build_finding_objects(FOUND, language)

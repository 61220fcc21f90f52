"""Agreement as JSON: what it was made from, and every figure."""

from agreements import LATER, evaluated, pair, three

from os2governance.analysis.agreement import count_agreement
from os2governance.analysis.likely_questions import find_likely_questions
from os2governance.render.agreement.json import build_agreement_object, build_questions_object


def test_figures_and_pairs(tmp_path):
    models, pairs = {"small/1": three(tmp_path)}, [pair(), pair(standing="draft")]
    said = build_agreement_object(count_agreement(pairs, models), pairs, models, LATER, "en")
    (group,) = said["groups"]

    assert said["format"] == "os2governance/agreement/1"
    assert list(said["made_from"]["models"]) == ["small/1"]
    assert group["overall"]["counts"]["self_light"]["higher"] == 1
    assert [each["standing"] for each in said["pairs"]] == ["compared", "draft"]
    assert said["pairs"][0]["evaluated_on"] == "2026-06-01"


def test_questions_name_the_files_behind_them(tmp_path):
    product = evaluated(tmp_path)
    said = build_questions_object([(product, find_likely_questions(product, {}))], LATER, [], "en")
    (one,) = said["products"]

    assert said["format"] == "os2governance/likely-questions/1"
    assert one["questions"][0]["reasons"] == ["light"]
    assert one["files"]
    assert said["findings"] == []

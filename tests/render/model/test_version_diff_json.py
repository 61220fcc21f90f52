"""What differs between two versions of a model, in JSON."""

from model_versions import differences, two_models

from os2governance.model.versions import CriterionDifference
from os2governance.render.model.version_diff_json import FORMAT, build_version_diff_object


def test_each_criterion_that_differs_tells_how(tmp_path):
    models = two_models(tmp_path)
    said = build_version_diff_object(*models, differences(models))
    by_id = {each["after"]: each for each in said["criteria"]}

    assert (said["format"], said["before"], said["after"]) == (FORMAT, "small/1", "small/2")
    assert set(by_id) == {"Z", "C"}
    assert by_id["C"] == {"before": [], "after": "C", "changes": ["new"], "levels": None}
    assert by_id["Z"]["before"] == ["B"]
    assert by_id["Z"]["levels"] == ["high", "low"]
    assert {"renumbered", "level", "eased"} <= set(by_id["Z"]["changes"])


def test_both_models_are_told_with_their_digests(tmp_path):
    models = two_models(tmp_path)
    said = build_version_diff_object(*models, [])

    assert said["made_from"]["models"] == {each.reference: each.digest for each in models}
    assert (said["criteria"], said["findings"]) == ([], [])


def test_what_is_gone_or_merged_has_its_old_ids(tmp_path):
    given = [CriterionDifference(("A", "B"), "Z", ("merged",)), CriterionDifference(("A",), None, ("gone",))]  # fmt: skip
    merged, gone = build_version_diff_object(*two_models(tmp_path), given)["criteria"]

    assert merged["before"] == ["A", "B"]
    assert (gone["before"], gone["after"]) == (["A"], None)

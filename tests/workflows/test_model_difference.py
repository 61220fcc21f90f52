"""Two versions of a model, in either order."""

from dataclasses import replace

import pytest
from folders import criterion, write_model

from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.model_difference import compare_versions


def _kinds(difference):
    return {each.after: each.kinds for each in difference.criteria}


def test_versions_are_compared_in_the_order_that_is_asked_for(context):
    shipped = replace(context, criteria=())
    forth, _ = compare_versions("os2/1.0", "os2/1.1.0", shipped)
    back, _ = compare_versions("os2/1.1.0", "os2/1.0", shipped)

    assert (forth.old.version, forth.new.version) == ("1.0", "1.1.0")
    assert (back.old.version, back.new.version) == ("1.1.0", "1.0")
    assert "sharpened" in _kinds(forth)["F11"]
    assert "eased" in _kinds(back)["F11"]


def test_a_version_alone_is_a_name_where_it_is_the_only_one(context):
    difference, findings = compare_versions("2", "haven/2", context)

    assert (difference.criteria, findings) == ([], [])


def test_a_model_that_is_not_there_is_not_possible(context):
    with pytest.raises(NotPossibleError):
        compare_versions("haven/2", "haven/3", context)


def test_models_without_a_common_line_are_a_finding(tmp_path, context):
    first = write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    second = first.parent.parent / "other" / "1"
    second.parent.mkdir()
    second.mkdir()
    for file in first.iterdir():
        text = file.read_text().replace("model: small", "model: other")
        (second / file.name).write_text(text)
    own = replace(context, criteria=(tmp_path / "criteria",))
    difference, findings = compare_versions("small/1", "other/1", own)

    assert difference is None
    assert [found.code for found in findings] == ["lineage-none"]

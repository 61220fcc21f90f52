"""Migrated declarations, in JSON."""

import pytest
from pages import BOTH, HOSTILE, loaded

from os2governance.authoring.migration import Migration
from os2governance.findings.finding import Location, make_finding
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.model.migration_json import FORMAT, build_migration_object

FOUND = make_finding("yaml-key", Location("f", 1, 1))
CARRIED = Migration((), (FOUND,), {"A": ("A",), "B": ("Z", "Y"), "C": ()}, ("Z",))


@pytest.mark.parametrize("language", BOTH)
def test_a_file_tells_where_its_answers_went(tmp_path, language):
    model = loaded(tmp_path)
    said = build_migration_object(model, [(HOSTILE, CARRIED, (), True)], language)

    assert (said["format"], said["to"]) == (FORMAT, "small/1")
    assert said["made_from"]["models"] == {"small/1": model.digest}
    [file] = said["files"]
    assert (file["file"], file["written"]) == (HOSTILE, True)
    assert file["answers"] == {"A": ["A"], "B": ["Z", "Y"], "C": []}
    assert file["review"] == ["Z"]
    assert said["findings"] == build_finding_objects([FOUND], language)


def test_what_could_not_be_migrated_has_only_findings(tmp_path):
    said = build_migration_object(loaded(tmp_path), [("f", None, (FOUND, FOUND), False)], "en")

    assert said["files"] == []
    assert said["findings"] == build_finding_objects([FOUND, FOUND], "en")


def test_no_files_are_an_empty_list(tmp_path):
    said = build_migration_object(loaded(tmp_path), iter([]), "en")

    assert (said["files"], said["findings"]) == ([], [])

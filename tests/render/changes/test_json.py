"""Changes with their causes, in JSON."""

from datetime import date
from fractions import Fraction

import pytest
from changed_products import MET, UNMET, attributed, fallen
from pages import BOTH, HOSTILE

from os2governance.findings.finding import Location, make_finding
from os2governance.render.changes.json import (
    FORMAT,
    build_changes_object,
    build_product_change_object,
)
from os2governance.render.common.findings_json import build_finding_objects


@pytest.mark.parametrize("language", BOTH)
def test_the_whole_report(tmp_path, language):
    found = [make_finding("no-products", Location("x"), path="x")]
    change = fallen(tmp_path)
    said = build_changes_object([change], ("HEAD", "now"), ["never"], found, language)

    assert (said["format"], said["from"], said["to"]) == (FORMAT, "HEAD", "now")
    assert said["made_from"]["models"] == {"small/1": change.change.after.model.digest}
    assert said["without_decision"] == ["never"]
    assert said["findings"] == build_finding_objects(found, language)
    assert [each["product"] for each in said["products"]] == ["tool"]
    assert build_changes_object([], ("", "now"), [], [], language)["from"] is None


def test_a_line_has_its_value_and_its_place_on_both_sides(tmp_path):
    said = build_product_change_object(fallen(tmp_path))
    [outcome] = said["criteria"]
    [line] = outcome["lines"]

    nothing = {"accepted": False, "level": None, "planned": False}
    assert outcome["before"] == {"status": "met", **nothing}
    assert outcome["after"] == {"status": "unmet", **nothing}
    assert (line["subject"], line["cause"]) == ("open", "facts")
    assert (line["before"]["value"], line["after"]["value"]) == (True, False)
    assert line["before"].keys() == {"value", "file", "line", "column"}


def test_a_level_has_its_state_beside_it(tmp_path):
    said = build_product_change_object(attributed(tmp_path, {"facts": UNMET}, {"facts": {}}))
    [assessed] = [each for each in said["levels"] if each["name"] == "assessed"]

    assert (assessed["before"], assessed["after"]) == (None, None)
    assert (assessed["before_state"], assessed["after_state"]) == ("below", "not_settled")
    assert said["after"]["states"]["assessed"] == "not_settled"


def test_what_was_not_written_is_null_and_what_was_written_as_null_is_not(tmp_path):
    unsaid = attributed(tmp_path / "1", {"facts": {}}, {"facts": {"open": False}})
    null = attributed(tmp_path / "2", {"facts": {"open": None}}, {"facts": {"open": True}})
    [[first], [second]] = (
        build_product_change_object(each)["criteria"][0]["lines"] for each in (unsaid, null)
    )

    assert first["before"] is None
    assert second["before"]["value"] is None


def test_shares_are_fractions_of_one(tmp_path):
    later = date(2027, 6, 1)
    change = attributed(tmp_path, {"facts": MET}, {"facts": UNMET}, later)
    said = build_product_change_object(change)

    assert set(said["differing"]) == {"facts", "time"}
    for part in (*said["levels"], *said["criteria"]):
        assert sum(map(Fraction, part["shares"].values())) == 1
        assert set(part["causes"]) == {name for enough in part["enough"] for name in enough}


def test_what_was_typed_is_not_changed(tmp_path):
    answers = [{"answers": {"A": {"answer": each, "explanation": HOSTILE}}} for each in ("unmet", "met")]  # fmt: skip
    said = build_product_change_object(attributed(tmp_path, *answers))

    assert any(line["after"] for part in said["criteria"] for line in part["lines"])
    assert said["before"]["levels"].keys() == said["after"]["levels"].keys()

"""The decisions of a meeting in JSON."""

from meetings import draft_meeting

from os2governance.render.decisions.minutes_json import FORMAT, build_minutes_object


def test_each_decision_has_its_consequences_and_one_recorded_before_has_none(tmp_path):
    said = build_minutes_object(draft_meeting(tmp_path))

    assert (said["format"], said["findings"]) == (FORMAT, [])
    assert list(said["made_from"]["models"]) == ["small/1"]
    first, second = said["decisions"]
    assert (first["product"], first["decision"], first["decided"]["levels"]["placed"]) == (
        "tool",
        "place",
        "high",
    )
    assert second["decided"] is None

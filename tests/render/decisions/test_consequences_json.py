"""What follows from a decision, in JSON."""

from pages import BOARD, assessed, loaded

from os2governance.authoring.decision import DecisionConsequences
from os2governance.render.decisions.consequences_json import FORMAT, build_consequences_object

PLACE = {"on": "2026-02-01", "decision": "place", "level": "high", **BOARD}


def consequences(folder, facts, **after):
    model = loaded(folder)
    before = assessed(folder / "before", model, facts=facts)
    return DecisionConsequences(before, assessed(folder / "after", model, facts=facts, **after))


def test_the_head_is_that_of_the_product_after_it(tmp_path):
    found = consequences(tmp_path, {"open": True}, decisions=[PLACE])
    said = build_consequences_object(found)

    assert said["format"] == FORMAT
    assert (said["before"]["placed"], said["levels"]["placed"]) == (None, "high")
    assert said["file"] == found.after.document.file
    assert said["findings"] == []


def test_what_the_decision_leaves_unexplained_is_named(tmp_path):
    none = consequences(tmp_path / "1", {"open": True})
    some = consequences(tmp_path / "2", {"open": True}, decisions=[PLACE])

    assert build_consequences_object(none)["unexplained"] == []
    assert build_consequences_object(some)["unexplained"] == ["B"]


def test_a_decision_on_the_standing_changes_no_level(tmp_path):
    pause = {"on": "2026-02-01", "decision": "pause", **BOARD}
    said = build_consequences_object(consequences(tmp_path, {"open": True}, decisions=[pause]))

    assert said["standing"] == "paused"
    assert said["before"] == said["levels"]

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


def test_what_is_accepted_has_its_level_end_promise_and_renewal(tmp_path):
    def accept(on, until, level="high"):
        given = {"B": {"until": until, "action": "Vælge en", "responsible": "owner"}}
        return {"on": on, "decision": "accept", "level": level, "accepts": given, **BOARD}

    model, facts = loaded(tmp_path), {"open": True, "licence": None}
    log = [accept("2026-01-01", "2026-03-01"), accept("2026-03-02", "2026-12-01", "low")]
    before, after = (
        assessed(tmp_path / str(n), model, facts=facts, decisions=log[:n]) for n in (1, 2)
    )
    first = build_consequences_object(
        DecisionConsequences(assessed(tmp_path / "0", model, facts=facts), before)
    )
    again = build_consequences_object(DecisionConsequences(before, after))

    assert first["accepts"]["B"] == {
        "level": "high", "counts": True, "until": "2026-03-01", "action": "Vælge en",
        "responsible": "owner", "renewal": 0, "earlier_until": None,
    }  # fmt: skip
    assert again["accepts"]["B"]["counts"] is False
    assert (again["accepts"]["B"]["renewal"], again["accepts"]["B"]["earlier_until"]) == (
        1, "2026-03-01",
    )  # fmt: skip


def test_a_decision_on_the_standing_changes_no_level(tmp_path):
    pause = {"on": "2026-02-01", "decision": "pause", **BOARD}
    said = build_consequences_object(consequences(tmp_path, {"open": True}, decisions=[pause]))

    assert said["standing"] == "paused"
    assert said["before"] == said["levels"]

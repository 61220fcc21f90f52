"""`next --format json`: the plan, by role."""

import json


def planned(garden, *arguments):
    return json.loads(garden("next", *arguments, "--format", "json").stdout)


def test_the_plan_for_the_next_level(garden):
    said = planned(garden, "products/rosenlund")

    assert said["format"] == "os2governance/plan/1"
    assert said["level"] == "trae"
    assert {each["role"]: [a["criterion"] for a in each["actions"]] for each in said["roles"]} == {
        "council": ["J5", "V3"],
        "gardener": ["V4"],
    }
    assert [each["criterion"] for each in said["reservations"]] == ["J3"]
    assert (said["frame"], said["start"]["criterion"]) == ("placed", "J5")
    assert said["lever"]["fact"]["path"] == "soil.shade"
    assert said["lever"]["unblocks"] == ["J5"]
    assert [(each["criterion"], each["level"]) for each in said["accepted"]] == [("J2", "trae")]
    assert {each["criterion"] for each in said["findings"]} == {None, "J3", "J5", "V3", "V4"}


def test_the_plan_for_another_level(garden):
    said = planned(garden, "products/brak", "--level", "spire")

    assert said["level"] == "spire"
    assert said["levels"]["assessed"] is None
    assert sum(len(each["actions"]) for each in said["roles"]) == 5


def test_nothing_is_left_at_the_top(garden):
    said = planned(garden, "products/kirsebaer")

    assert (said["roles"], said["reservations"], said["lever"]) == ([], [], None)

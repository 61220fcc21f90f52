"""The round as JSON."""

from rounds import models, several

from os2governance.render.round.json import build_round_object


def test_groups_and_what_is_out(tmp_path):
    said = build_round_object(several(), models(tmp_path), [], "en")
    first = said["groups"][0]

    assert (said["format"], said["half_year"]) == ("os2governance/round-state/1", "2026-2")
    assert said["file"] == "rounds/2026-2.yaml"
    assert first["steps"]["evaluation"]["done"] == 1
    assert first["products"][0]["next"] == "hearing"
    assert first["products"][0]["steps"][3] == {
        "step": "evaluation",
        "state": "done",
        "party": "evaluator",
        "on": "2026-10-01",
        "due": "2026-10-15",
        "source": "record",
    }
    assert [each["out"] for each in said["out"]] == ["Flytter hjem.", None]

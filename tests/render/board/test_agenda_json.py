"""The agenda in JSON."""

from agendas import small_agenda

from os2governance.render.board.agenda_json import FORMAT, build_agenda_object


def test_each_item_says_what_is_recommended_and_the_rest_is_named(tmp_path):
    said = build_agenda_object(small_agenda(tmp_path), [], "da")

    assert list(said["made_from"]["models"]) == ["small/1"]
    assert (said["format"], said["meeting"], said["nothing_to_decide"]) == (
        FORMAT,
        "2026-05-01",
        ["rest"],
    )
    assert [
        (e["item"], e["kept"], e["product"], e["direction"], e["deviations"])
        for e in said["items"]
    ] == [
        (1, True, "keeper", "kept", []),
        (2, False, "mover", "up", ["B"]),
    ]

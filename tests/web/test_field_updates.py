"""What a page hears of its fields: its own as the file has them, and what others changed."""

from web.conftest import DECLARED, Visitor, client_of


def test_what_is_saved_is_told_as_the_file_has_it(visitor):
    visitor.open()
    said = visitor.send({"facts.shared_funding.yearly_economy": "1000.50", "name": "Nyt"})

    assert said["values"]["facts.shared_funding.yearly_economy"] == ["1.000,5", False]
    assert said["values"]["declared.on"] == ["2026-05-01", False]


def test_what_others_changed_is_told_of_and_then_alone_the_page_is_of_the_new_version(
    visitor, file
):
    visitor.open()
    file.write_text(DECLARED.replace("MPL-2.0", "EUPL-1.2"))
    said = visitor.send({"name": "Nyt", "was:name": "Eksempel"})

    assert said["values"]["facts.ownership.licence"] == ["EUPL-1.2", False]
    assert said["others"] is True
    visitor.text = visitor.text.replace(visitor.held("version"), said["version"])
    said = visitor.send(
        {"facts.ownership.licence": "MIT", "was:facts.ownership.licence": "MPL-2.0"}
    )
    assert said["others"] is False
    assert said["clashes"]["facts.ownership.licence"] == {
        "now": "EUPL-1.2",
        "text": "EUPL-1.2",
        "none": False,
    }
    assert "EUPL-1.2" in file.read_text()


def test_a_page_of_an_unknown_version_is_told_of_every_field(folder, visitor, file):
    visitor.open()
    file.write_text(DECLARED.replace("MPL-2.0", "EUPL-1.2"))
    again = Visitor(client_of(folder))
    again.open()
    again.text = again.text.replace(again.held("version"), "0" * 32)
    said = again.send({"name": "Nyt", "was:name": "Eksempel"})

    assert said["saved"] is True
    assert said["values"].keys() > {"name", "facts.ownership.licence", "answers.F1.answer"}


def test_an_element_that_others_removed_is_told_to_be_gone_and_not_written_into_another(
    visitor, file
):
    file.write_text(
        DECLARED.replace("status: active}", "status: active}\n    - {authority: Køge}")
    )
    visitor.open()
    file.write_text(DECLARED.replace("Greve", "Køge"))
    shown = {"facts.adopters.0.kind": "region", "was:facts.adopters.0.kind": "municipality"}
    said = visitor.send(shown)

    assert said["clashes"].keys() == {"facts.adopters.0.kind"}
    assert said["values"]["facts.adopters.1.authority"] is None
    assert "region" not in file.read_text()

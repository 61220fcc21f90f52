"""Saving: only what was typed is written, and nobody's words are lost."""

import os
import signal
import subprocess
import sys
import time
from datetime import date

import pytest
import yaml
from web.conftest import DECLARED, Visitor, client_of

from os2governance.documents.yaml_reader import read_yaml
from os2governance.product import kept_declaration, reader
from os2governance.web import edit_session, save


def test_only_what_was_typed_changes(visitor, file):
    visitor.open()
    visitor.press({"facts.ownership.licence": "GPL-3.0-only"})

    changed = DECLARED.replace("licence: MPL-2.0 ", "licence: GPL-3.0-only ")
    assert file.read_text() == changed.replace("on: 2026-04-01", "on: 2026-05-01")


def test_a_whole_section_is_sent_and_nothing_is_changed(visitor, file):
    visitor.open()
    same = {"name": "Eksempel", "kind": "product", "declared.on": "2026-04-01", "aims_at": ""}
    visitor.press(same | {"declared.by": " Styregruppen\r\n", "declared.note": ""})

    assert file.read_text() == DECLARED


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("facts.shared_funding.yearly_economy", "1.250.000", 1250000),
        ("facts.shared_funding.yearly_economy", "1.250.000,50", 1250000.5),
        ("facts.development.core_versions", "1", 1),
        ("facts.ownership.licence_in_repository", "true", True),
        ("facts.procurement.basis", "tender", "tender"),
        ("facts.organisation.steering_group.last_meeting", "2026-03-01", "2026-03-01"),
        ("facts.organisation.steering_group.last_meeting", "marts 2026", "2026-03"),
        ("facts.organisation.steering_group.last_meeting", "2018", "2018"),
        ("facts.organisation.steering_group.minutes", " https://x.dk ", "https://x.dk"),
    ],
)
def test_what_is_typed_becomes_a_value(visitor, file, name, typed, value):
    visitor.open()
    visitor.press({name: typed})

    assert visitor.status == 200
    found = yaml.safe_load(file.read_text())
    for step in name.split("."):
        found = found[step]
    assert str(found) == str(value)
    visitor.press({name: ""})
    assert visitor.status == 200
    parent = yaml.safe_load(file.read_text())
    for step in name.split(".")[:-1]:
        parent = parent.get(step) or {}
    assert name.rsplit(".", 1)[-1] not in parent


@pytest.mark.parametrize(
    ("name", "typed", "message"),
    [
        ("facts.shared_funding.yearly_economy", "mange", "Skriv et tal"),
        ("facts.shared_funding.yearly_economy", "NaN", "Skriv et tal"),
        ("facts.development.core_versions", "1,5", "Skriv et helt tal"),
        ("facts.procurement.basis", "hej", "Vælg en af mulighederne"),
        ("facts.organisation.steering_group.last_meeting", "2026-02-30", "Skriv en dato"),
        ("declared.on", "i går", "Skriv en dato"),
        ("name", " ", "Feltet skal udfyldes"),
        ("facts.shared_funding.yearly_economy", "-5", ""),
    ],
)
def test_what_is_no_value_is_said_and_kept(visitor, file, name, typed, message):
    visitor.open()
    text = visitor.press({name: typed})

    assert visitor.status == 422
    assert message in text
    assert typed.strip() in text
    assert file.read_text() == DECLARED


def test_there_is_none(visitor, file):
    visitor.open()
    visitor.press(
        {
            "facts.organisation.steering_group.minutes": "",
            "facts.organisation.steering_group.minutes:none": "1",
        }
    )

    group = yaml.safe_load(file.read_text())["facts"]["organisation"]["steering_group"]
    assert group == {"minutes": None}


def test_a_list_grows_and_shrinks(visitor, file):
    visitor.open()
    visitor.press({}, "add:facts.adopters")
    visitor.press({"facts.adopters.1.authority": "Køge"})
    adopters = yaml.safe_load(file.read_text())["facts"]["adopters"]
    assert [each["authority"] for each in adopters] == ["Greve", "Køge"]

    visitor.open()
    visitor.press({}, "remove:facts.adopters.0")
    adopters = yaml.safe_load(file.read_text())["facts"]["adopters"]
    assert [each["authority"] for each in adopters] == ["Køge"]


def test_an_element_that_somebody_else_moved_is_not_removed(visitor, file):
    visitor.open()
    file.write_text(DECLARED.replace("Greve", "Faxe"))
    visitor.press({}, "remove:facts.adopters.0")

    assert visitor.status == 422
    assert "Faxe" in file.read_text()


def test_an_answer(visitor, file):
    visitor.open()
    visitor.press(
        {
            "answers.F1.answer": "met",
            "answers.F1.evidence": "https://a.dk\r\n\r\n https://b.dk ",
            "answers.F1.note": "",
        }
    )

    answer = yaml.safe_load(file.read_text())["answers"]["F1"]
    assert answer == {"answer": "met", "evidence": ["https://a.dk", "https://b.dk"]}


@pytest.mark.parametrize("action", ["add:facts.adopters", "none:facts.ownership.repositories"])
def test_a_button_of_a_list_saves_what_is_typed_and_keeps_what_is_wrong(visitor, file, action):
    visitor.open()
    text = visitor.press({"name": "Nyt", "facts.shared_funding.yearly_economy": "én"}, action)

    assert "name: Nyt" in file.read_text()
    assert visitor.status == 422
    assert 'value="én"' in text
    before = yaml.safe_load(DECLARED)["facts"]
    assert yaml.safe_load(file.read_text())["facts"] != before


def test_an_element_is_removed_and_what_is_typed_in_another_is_saved(visitor, file):
    file.write_text(
        DECLARED.replace("status: active}", "status: active}\n    - {authority: Køge}")
    )
    visitor.open()
    typed = {"facts.adopters.0.authority": "Væk", "facts.adopters.1.authority": "Faxe"}
    visitor.press(typed, "remove:facts.adopters.0")

    assert yaml.safe_load(file.read_text())["facts"]["adopters"] == [{"authority": "Faxe"}]


@pytest.mark.parametrize("fields", [1, 3])
def test_the_file_is_read_as_it_is_written_and_no_more(visitor, monkeypatch, fields):
    """As it was, it is known from the page; what the editor of the text reads is beside that."""
    typed = {"name": "A", "declared.by": "B", "declared.note": "C"}
    visitor.open()
    visitor.send({"name": "Først"})
    visitor.open()
    read = []
    for module in (reader, save, edit_session, kept_declaration):
        real = module.read_yaml
        monkeypatch.setattr(module, "read_yaml", lambda d, f, r=real: (read.append(f), r(d, f))[1])
    visitor.send(dict(list(typed.items())[:fields]))

    assert len([name for name in read if "declarations" not in name]) == 1


# -- the declaration before a change ----------------------------------------------------------


def kept(file):
    folder = file.parent / "declarations"
    return {each.name: each.read_text() for each in folder.iterdir()} if folder.exists() else {}


def declared_on(file):
    return read_yaml(file.read_bytes(), "")[0].values["declared"]["on"]


def test_the_first_change_of_a_day_keeps_what_was_declared_and_later_ones_do_not(visitor, file):
    visitor.open()
    visitor.press({"name": "Et"})
    first = file.read_text()
    assert (kept(file), declared_on(file)) == ({"2026-04-01.yaml": DECLARED}, "2026-05-01")

    visitor.press({"name": "To"})
    assert "name: To" in file.read_text()
    assert file.read_text() != first
    assert (kept(file), declared_on(file)) == ({"2026-04-01.yaml": DECLARED}, "2026-05-01")


@pytest.mark.parametrize("action", ["add:facts.adopters", "remove:facts.adopters.0", "save"])
def test_every_kind_of_change_is_one(visitor, file, action):
    visitor.open()
    visitor.press({"name": "Nyt"} if action == "save" else {}, action)

    assert (kept(file), declared_on(file)) == ({"2026-04-01.yaml": DECLARED}, "2026-05-01")


def test_saving_nothing_new_is_no_change(visitor, file):
    visitor.open()
    visitor.press({"name": "Eksempel"})
    visitor.press({"name": "Nyt"}, "try")

    assert (kept(file), file.read_text()) == ({}, DECLARED)


@pytest.mark.parametrize(
    ("declared", "typed", "keeps", "on"),
    [
        ("on: 2026-05-01", {"name": "Nyt"}, False, "2026-05-01"),
        ("on: 2026-06-01", {"name": "Nyt"}, False, "2026-06-01"),
        ("draft: true, on: 2026-04-01", {"name": "Nyt"}, False, "2026-05-01"),
        ("on: 2026-04-01", {"name": "Nyt", "declared.on": "2026-04-15"}, True, "2026-04-15"),
        ("on: 2026-04-01", {"declared.on": "2026-05-01"}, True, "2026-05-01"),
    ],
)
def test_what_is_kept_and_how_the_new_one_is_dated(visitor, file, declared, typed, keeps, on):
    text = DECLARED.replace("on: 2026-04-01", declared)
    file.write_text(text)
    visitor.open()
    visitor.press(typed)

    assert (visitor.status, declared_on(file)) == (200, on)
    assert kept(file) == ({"2026-04-01.yaml": text} if keeps else {})
    assert ("draft: true" in file.read_text()) is ("draft" in declared)


@pytest.mark.parametrize("name", ["2026-04-01.yaml", "2026-04-01.yml"])
def test_what_is_kept_already_is_not_written_over(visitor, file, name):
    other = file.parent / "declarations" / name
    other.parent.mkdir()
    other.write_text(DECLARED.replace("Det virker", "Det virkede"))
    there = kept(file)
    visitor.open()
    text = visitor.press({"name": "Nyt"})

    assert visitor.status == 422
    assert "Her ligger allerede en tidligere selvevaluering" in text
    assert (file.read_text(), kept(file)) == (DECLARED, there)

    other.write_text(DECLARED)
    visitor.press({"name": "Nyt"})
    assert (kept(file), declared_on(file)) == ({name: DECLARED}, "2026-05-01")


def test_undo_takes_back_what_was_kept(visitor, file):
    visitor.open()
    visitor.press({"name": "Et"})
    visitor.press({"name": "To"})
    visitor.press({}, "undo")
    assert kept(file) == {"2026-04-01.yaml": DECLARED}
    visitor.press({}, "undo")
    assert (file.read_text(), kept(file)) == (DECLARED, {})


def test_undo_on_a_later_day_is_a_change_of_that_day(folder, file):
    days = [date(2026, 5, 1)]
    visitor = Visitor(client_of(folder, days=days))
    visitor.open()
    visitor.press({"name": "Et"})
    changed = file.read_text()
    days[0] = date(2026, 5, 2)
    visitor.press({}, "undo")

    assert file.read_text() == DECLARED.replace("on: 2026-04-01", "on: 2026-05-02")
    assert kept(file) == {"2026-04-01.yaml": DECLARED, "2026-05-01.yaml": changed}


def test_a_page_with_scripts_is_told_the_new_date(visitor):
    visitor.open()

    said = visitor.send({"name": "Nyt"})["values"]
    assert said == {"name": ["Nyt", False], "declared.on": ["2026-05-01", False]}


# -- a product without a declaration ------------------------------------------------------------

EVALUATED = """\
format: os2governance/evaluation/1
product: eksempel
model: os2/1.1.0
evaluated: {on: 2026-04-20, by: OS2-sekretariatet}
lights:
  F2: {light: partly, grounds: "Licensen <ligger> et andet sted."}
"""


@pytest.fixture
def evaluated(folder, file):
    file.unlink()
    (folder / "evaluations").mkdir()
    (folder / "evaluations" / "2026-04-20.yaml").write_text(EVALUATED, encoding="utf-8")
    return file


def test_it_opens_with_the_lights_and_nothing_is_written(visitor, evaluated):
    text = visitor.open()

    assert visitor.status == 200
    assert "Produktet har endnu ingen selvevaluering" in text
    assert "Licensen &lt;ligger&gt; et andet sted." in text
    assert not evaluated.exists()


def test_the_first_answer_begins_it_and_undo_ends_it(visitor, evaluated):
    visitor.open()
    visitor.press({"answers.F1.answer": "met", "answers.F1.note": "Se siden"})
    found = yaml.safe_load(evaluated.read_text())
    assert (found["product"], found["model"]) == ("eksempel", "os2/1.1.0")
    assert found["answers"] == {"F1": {"answer": "met", "note": "Se siden"}}
    assert (declared_on(evaluated), kept(evaluated)) == ("2026-05-01", {})

    visitor.press({}, "undo")
    assert visitor.status == 200
    assert not evaluated.exists()


def test_one_that_somebody_began_meanwhile_is_not_written_over(visitor, evaluated):
    visitor.open()
    evaluated.write_text(DECLARED)
    visitor.press({"name": "Mit navn"})

    assert visitor.status == 409
    assert evaluated.read_text() == DECLARED


# -- others write too -------------------------------------------------------------------------


def test_who_edits_another_field_meanwhile_loses_nothing(visitor, file):
    visitor.open()
    file.write_text(DECLARED.replace("aftalt i 2020", "aftalt i 2021"))
    visitor.press({"name": "Nyt navn"})

    text = file.read_text()
    assert "aftalt i 2021" in text
    assert "name: Nyt navn   # navnet" in text


def test_who_edits_the_same_field_is_not_overwritten(visitor, file):
    visitor.open()
    theirs = DECLARED.replace("name: Eksempel", "name: Deres navn")
    file.write_text(theirs)
    text = visitor.press({"name": "Mit navn"})

    assert visitor.status == 409
    assert file.read_text() == theirs
    assert "Mit navn" in text
    assert "Deres navn" in text

    visitor.press({"name": "Mit navn"})  # having seen both
    assert "name: Mit navn" in file.read_text()


def test_two_tabs(folder, file):
    client = client_of(folder)
    one, other = Visitor(client), Visitor(client)
    one.open()
    other.open()
    one.press({"name": "Første"})
    assert other.press({"name": "Anden"})
    assert other.status == 409
    assert "name: Første" in file.read_text()


def test_a_page_from_before_the_server_began_again_overwrites_nothing(folder, file, visitor):
    visitor.open()
    again = Visitor(client_of(folder))
    again.open()
    file.write_text(DECLARED.replace("name: Eksempel", "name: Deres"))
    again.text = again.text.replace(again.held("version"), "0" * 32)

    again.press({"name": "Mit"})
    assert again.status == 409
    assert "name: Deres" in file.read_text()


def test_undo(visitor, file):
    visitor.open()
    visitor.press({"name": "Et"})
    visitor.press({"name": "To"})
    visitor.press({}, "undo")
    assert "name: Et " in file.read_text()
    visitor.press({}, "undo")
    assert file.read_text() == DECLARED
    visitor.press({}, "undo")
    assert file.read_text() == DECLARED


def test_undo_does_not_undo_what_others_wrote(visitor, file):
    visitor.open()
    visitor.press({"name": "Et"})
    file.write_text(file.read_text() + "# mere\n")
    text = visitor.press({}, "undo")

    assert visitor.status == 422
    assert "# mere" in file.read_text()
    assert "name: Et" in file.read_text()
    assert "ændret" in text


def test_trying_writes_nothing(visitor, file):
    visitor.open()
    text = visitor.press({"facts.ownership.licence": ""}, "try")

    assert file.read_text() == DECLARED
    assert "I afprøver ændringer. Intet er gemt." in text
    assert "F2:" in text


def test_what_would_break_the_file_is_not_written(visitor, file):
    visitor.open()
    visitor.press({"answers.F1.note": "uden svar"})

    assert visitor.status == 422
    assert file.read_text() == DECLARED


def test_a_broken_file_is_shown_not_touched(visitor, file):
    file.write_text("product: [")
    text = visitor.open()

    assert "kan ikke bruges" in text
    visitor.press({"name": "x"})
    assert file.read_text() == "product: ["


# -- real processes ---------------------------------------------------------------------------

SAVER = """
import sys
from datetime import date
from pathlib import Path
from os2governance.web.edit_session import EditSession
from os2governance.web.save import save_form
from os2governance.workflows.disk_files import open_library
file = Path(sys.argv[1])
number = int(sys.argv[2])
desk = EditSession(file=file, root=file.parent, library=open_library(), as_of=date(2026, 5, 1), language="da")
print("ready", flush=True)
while True:
    number += 1
    data = file.read_bytes()
    save_form(desk, data, {"name": [f"Navn {number} " + "x" * 3000]})
"""


def test_killed_in_the_middle_of_a_save_the_file_is_whole(file):
    for attempt in range(6):
        saver = [sys.executable, "-c", SAVER, str(file), str(attempt * 1000)]
        running = subprocess.Popen(saver, stdout=subprocess.PIPE)
        assert running.stdout is not None
        assert running.stdout.readline() == b"ready\n"
        time.sleep(0.03 + attempt * 0.021)
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        running.stdout.close()
        values = yaml.safe_load(file.read_text())
        assert values["product"] == "eksempel"
        assert values["facts"]["ownership"] == {"licence": "MPL-2.0"}
        assert "# aftalt i 2020" in file.read_text()
        if declared_on(file) != "2026-04-01":
            assert kept(file)["2026-04-01.yaml"] == DECLARED

"""Saving: only what was typed is written, and nobody's words are lost."""

import os
import signal
import subprocess
import sys
import time

import pytest
import yaml
from web.conftest import DECLARED, Visitor, client_of


def test_only_what_was_typed_changes(visitor, file):
    visitor.open()
    visitor.press({"facts.ownership.licence": "GPL-3.0-only"})

    assert file.read_text() == DECLARED.replace("licence: MPL-2.0 ", "licence: GPL-3.0-only ")


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
from os2governance.runner import Library
from os2governance.web.save import EditSession, save_form
file = Path(sys.argv[1])
number = int(sys.argv[2])
desk = EditSession(file, Library.at(None), date(2026, 5, 1), "da")
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
        running.stdout.readline()
        time.sleep(0.03 + attempt * 0.021)
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        running.stdout.close()
        values = yaml.safe_load(file.read_text())
        assert values["product"] == "eksempel"
        assert values["facts"]["ownership"] == {"licence": "MPL-2.0"}
        assert "# aftalt i 2020" in file.read_text()

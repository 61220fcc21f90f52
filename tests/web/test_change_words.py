"""What a change of the form is about, in the words that the form has for it."""

import re
from html import unescape

import pytest

STEPS = [
    ({"answers.R4.answer": "met"}, "save", "R4: Jeres svar", "f-answers.R4.answer"),
    ({"answers.R1.note": ""}, "save", "R1: Dokumentation: beskrivelse", "f-answers.R1.note"),
    ({"facts.ownership.licence": ""}, "save", "Licensen", "f-facts.ownership.licence"),
    ({}, "add:facts.adopters", "Anvendere nr. 2", "facts.adopters"),
    ({"facts.adopters.0.authority": "Odense"}, "save", "Anvendere nr. 1: Myndighedens navn", ""),
    ({}, "remove:facts.adopters.0", "Anvendere nr. 1", "facts.adopters"),
    ({}, "none:facts.ownership.repositories", "Repositorier", "facts.ownership.repositories"),
    ({"name": "Nyt", "declared.by": "Andre"}, "save", "Produktets navn og 1 felt mere", "f-name"),
]


def read_buttons(text):
    """The words of the buttons that can be pressed, by their action."""
    found = re.findall(r'value="(undo|redo)"[^>]*?( disabled)?><span.*?"word">([^<]*)<', text)
    return {name: unescape(words) for name, disabled, words in found if not disabled}


@pytest.mark.parametrize(("typed", "action", "words", "target"), STEPS)
def test_a_button_says_what_it_undoes_or_redoes_and_leads_there(
    visitor, typed, action, words, target
):
    assert read_buttons(visitor.open()) == {}
    visitor.press(typed, action)
    assert read_buttons(visitor.text) == {"undo": f"Fortryd: {words}"}
    assert visitor.send({})["steps"] == {"undo": f"Fortryd: {words}", "redo": ""}

    data = {"csrf": visitor.held("csrf"), "version": visitor.held("version"), "action": "undo"}
    answer = visitor.client.post("/eksempel", data=data, follow_redirects=False)
    assert answer.headers["location"].partition("#")[2].startswith(target)
    assert read_buttons(visitor.open()) == {"redo": f"Gentag: {words}"}

"""How the pages of a model look: what it gives, what it leaves out, and only safe syntax."""

import re

import pytest
from folders import criterion, write_model

from os2governance import load_model
from os2governance.model.look import NEUTRAL_LOOK, Look, read_look

GIVEN = {
    "light": {"accent": "#3A7F3B", "on-accent": "#FFFFFF"},
    "dark": {"paper": "#000000"},
    "fonts": ["Open Sans"],
    "levels": ["#1B3C1C"],
}
RULES = [criterion("A", "low", {"fact": "open", "equals": True})]


def test_a_model_without_a_look_has_the_neutral_one(tmp_path):
    assert read_look({}) == NEUTRAL_LOOK
    assert load_model(write_model(tmp_path, RULES)).look == NEUTRAL_LOOK


def test_a_version_changes_the_look_of_the_one_it_is_based_on():
    changed = read_look({"light": {"accent": "#000000"}, "levels": ["#111111"]}, read_look(GIVEN))

    assert changed == Look(
        light={"accent": "#000000", "on-accent": "#FFFFFF"},
        dark={"paper": "#000000"},
        fonts=("Open Sans",),
        levels=("#111111",),
    )


def test_the_look_of_a_file_is_the_model_s(tmp_path):
    assert load_model(write_model(tmp_path, RULES, look=GIVEN)).look == read_look(GIVEN)


@pytest.mark.parametrize(
    "wrong",
    [
        {"light": {"accent": "green"}},
        {"light": {"accent": "#3A7F3B; } body { display: none"}},
        {"light": {"accent": "url(https://a.example/x)"}},
        {"dark": {"accent": "#3A7F3B\n"}},
        {"light": {"background": "#3A7F3B"}},
        {"fonts": ['Open Sans", url(x)']},
        {"fonts": []},
        {"levels": ["#FFF"]},
    ],
)
def test_anything_but_colours_and_names_of_fonts_is_refused(run, tmp_path, wrong):
    model = write_model(tmp_path, RULES, look=wrong)
    lines = (model / "model.yaml").read_text(encoding="utf-8").splitlines()
    found = run("criteria", "lint", "small/1", "--criteria", tmp_path / "criteria")

    line = next(n for n, said in enumerate(lines, 1) if said.startswith("look:"))
    places = [int(each) for each in re.findall(r"model.yaml:(\d+):", found.output)]

    assert found.exit_code != 0
    assert [place for place in places if place >= line] == places != []

"""What people type is only text, wherever it is printed, on a terminal too."""

import json
import os
import re
from pathlib import Path

import pytest
import yaml

HOSTILE = "a[red]b[/]\x1b[31mc\x1b]8;;http://evil\x07d\u202ee\u200bf\x9bg\rh\ni :smile: {x} %s"
GARDEN = Path(__file__).parent.parent / "golden" / "garden"
IN_GARDEN = ("--criteria", GARDEN / "criteria", "--as-of", "2026-05-01")
COLOURS = re.compile("\x1b\\[[0-9;]*m")


@pytest.fixture
def folder(tmp_path):
    """Write a product, a record and an unreadable product that are hostile wherever they can be."""
    product = tmp_path / HOSTILE.replace("/", "")
    unreadable = tmp_path / "unreadable"
    for each in (product / "evaluations", unreadable):
        each.mkdir(parents=True)
    head = {
        "format": "os2governance/product/1",
        "product": "tool",
        "name": HOSTILE,
        "kind": "product",
        "model": "haven/2",
        "declared": {"on": "2026-04-01", "by": HOSTILE, "reference": HOSTILE, "note": HOSTILE},
    }
    declaration = {
        **head,
        "facts": {"plan": HOSTILE, "beds": [{"name": HOSTILE, "state": "abandoned"}]},
        "answers": {
            "J1": {"answer": "met", "evidence": [HOSTILE], "note": HOSTILE},
            "J4": {"answer": "unmet", "explanation": HOSTILE},
            "V1": {"answer": "not_applicable", "reason": HOSTILE},
        },
    }
    evaluation = {
        "format": "os2governance/evaluation/1",
        "product": "tool",
        "model": "haven/2",
        "evaluated": {"on": "2026-04-01", "by": HOSTILE, "reference": HOSTILE},
        "lights": {"V1": {"light": "not_applicable", "grounds": HOSTILE}},
    }
    decisions = {
        "format": "os2governance/decisions/1",
        "product": "tool",
        "decisions": [
            {
                "on": "2026-04-02",
                "decision": "accept",
                "by": "council",
                "accepts": {"J4": {"grounds": HOSTILE}},
                "reference": HOSTILE,
            }
        ],
    }
    write(product / "product.yaml", declaration)
    write(product / "evaluations" / "2026-04-01.yaml", evaluation)
    write(product / "decisions.yaml", decisions)
    write(unreadable / "product.yaml", {**head, "kind": HOSTILE, HOSTILE: 1})
    return tmp_path


def write(file, values):
    file.write_text(yaml.dump(values, allow_unicode=False, sort_keys=False), encoding="utf-8")


def pages(folder):
    product = next(each for each in folder.iterdir() if each.name != "unreadable")
    yield "assess", folder
    yield "assess", product
    yield "explain", product
    yield "explain", product, "J1", "V1"
    yield "next", product
    yield "assess", folder / "unreadable"


def test_no_page_has_anything_but_text_and_our_own_colours(folder, run, on_a_terminal):
    for page in pages(folder):
        plain = run(*page, *IN_GARDEN).stdout
        styled = on_a_terminal(*page, *IN_GARDEN)

        assert COLOURS.sub("", styled) == plain
        assert "\x1b[31mc" not in styled
        assert [each for each in plain if not each.isprintable() and each != "\n"] == []
        assert "\\x1b[31mc" in plain
        assert "a[red]b" in plain


def test_json_carries_what_was_typed_as_it_was(folder, run):
    said = json.loads(run("assess", folder, "--format", "json", *IN_GARDEN).stdout_bytes)

    assert said["products"][0]["name"] == HOSTILE
    assert os.sep in said["products"][0]["file"]


@pytest.mark.parametrize(
    "page",
    [("assess", "json"), ("explain", "json"), ("next", "json"), ("portfolio", "json"),
     ("ahead", "json"), ("check", "json"), ("check", "sarif"), ("check", "gitlab")],
    ids="-".join,
)  # fmt: skip
def test_json_shows_nothing_but_text(folder, run, page):
    command, form = page
    paths = folder if command in {"assess", "portfolio", "check"} else next(folder.glob("a*"))
    said = run(command, paths, "--format", form, *IN_GARDEN).stdout_bytes.decode()

    assert json.loads(said)
    assert [each for each in said if not each.isprintable() and each not in "\n\xa0"] == []
    assert "\\u202e" in said


def test_the_json_of_the_form_shows_nothing_but_text(tmp_path, run):
    text = (GARDEN.parents[2] / "products/os2faktor/product.yaml").read_text(encoding="utf-8")
    file = tmp_path / "os2faktor" / "product.yaml"
    file.parent.mkdir()
    file.write_text(text.replace("by: ", 'by: "\\u009b\\u202e" #', 1), encoding="utf-8")
    result = run("export", file, "--to", "self-assessment-json", "--as-of", "2026-11-01")
    said = result.stdout_bytes.decode()

    assert [each for each in said if not each.isprintable() and each not in "\n\xa0"] == []
    assert "\\u009b\\u202e" in said


def test_arguments_are_only_text(run):
    for arguments in (["assess", "--as-of", HOSTILE], [HOSTILE], ["init", HOSTILE]):
        result = run(*arguments)

        assert result.exit_code == 2
        assert [each for each in result.stderr if not each.isprintable() and each != "\n"] == []

"""What holds for every form of `check`: that what was typed stays text, and where files are."""

import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from check_reports import GROUND, PAGE, TOTALS, hostile, made

from os2governance.render.check.formats import CHECK_FORMATS, load_formatter
from os2governance.render.check.github import render_job_summary

COMMANDS = [
    "##[add-path]/x",
    "a ##vso[task.setvariable variable=PATH]b",
    "###[error]",
    "::error::x",
]


@pytest.mark.parametrize("form", CHECK_FORMATS)
@pytest.mark.parametrize("text", COMMANDS)
def test_nothing_typed_is_a_command_to_a_build_server(form, text):
    said = made(form, hostile(text, text))

    assert "##[" not in said
    assert "##vso[" not in said
    own = ("::error file=", "::warning file=", "::notice file=") if form == "github" else ()
    assert [x for x in said.splitlines() if x.startswith("::") and not x.startswith(own)] == []


def test_addresses_in_every_form_for_build_servers():
    def said(name):
        checked = replace(hostile("a: 1", "x/product.yaml"), source_root=GROUND)
        return made(name, checked, replace(TOTALS, source_root=GROUND))

    whole = "sub/x/product.yaml"
    (issue,) = json.loads(said("gitlab"))
    (result,) = json.loads(said("sarif"))["runs"][0]["results"]
    (found,) = json.loads(said("json"))["findings"]
    case = next(ET.fromstring(said("junit")).iter("testcase"))
    assert issue["location"]["path"] == whole
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == whole
    assert f"file={whole},line=1" in said("github")
    assert case.get("name") == whole
    assert f"{whole}:1:2: " in case[0].text
    assert found["file"] == "x/product.yaml"
    assert issue["fingerprint"] == found["fingerprint"]
    assert "\nx/product.yaml:1:2: " in f"\n{said('text')}"


def test_every_form_says_where_codes_are_explained():
    assert "[personal-data]" in made(
        "line", hostile("a")
    )  # an editor's list has one line for each
    for name in set(CHECK_FORMATS) - {"line"}:
        assert made(name, hostile("a")).count("docs/findings.md") >= 1, name
    for name in set(CHECK_FORMATS) - {"text", "line"}:
        assert "docs/findings.md#personal-data" in made(name, hostile("a")), name
    assert "docs/findings.md#personal-data" in render_job_summary(
        TOTALS, [("note", "personal-data", "", "")]
    )
    assert "findings.md" not in load_formatter("text", PAGE).tail(TOTALS)


HIDDEN = "\x1b\x7f\x85\x9b\xad\u061c\u200b\u200f\u2028\u2029\u202e\u2066\ufeff\U000e0041"


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab"])
@pytest.mark.parametrize("letter", HIDDEN)
def test_json_shows_nothing_that_a_terminal_would_not(name, letter):
    said = made(name, hostile(f"a{letter}[31m æøå", f"x{letter}y"))

    assert not [each for each in said if not each.isprintable() and each not in "\n\xa0"]
    assert "æøå" in said or name != "json"
    if name == "json":
        assert json.loads(said)["findings"][0]["file"] == f"x{letter}y"


def test_every_form_has_its_name():
    assert {name: bool(load_formatter(name, PAGE)) for name in CHECK_FORMATS} == dict.fromkeys(
        CHECK_FORMATS, True
    )

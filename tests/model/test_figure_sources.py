"""What a model counts its portfolio from, and its register of authorities."""

import pytest
from folders import criterion, write_model

from os2governance.files.listing import find_shipped_criteria
from os2governance.model.figure_sources import (
    UserSource,
    normalise_name,
    parse_authority_register,
    read_authority_register,
    read_figure_sources,
)
from os2governance.model.library import read_model_folder
from os2governance.workflows.disk_files import MODELS_ON_DISK

MET = {"fact": "licence", "present": True}
FIGURES = """\
format: os2governance/figures/1
users:
  list: users
  name: name
  using: {fact: active, values: [true]}
"""
REGISTER = """\
format: os2governance/authorities/1
source: https://register.example
as_of: 2026-01-01
kinds:
  village:
    name: {da: landsbyer, en: villages}
    forms: ["{name} By", "{name}s By"]
    authorities:
      - {code: "1", name: Ask}
      - {code: "2", name: Birk, also: [Birch]}
    former:
      - {year: 2007, into: Birk, names: [Lind]}
"""


def model(tmp_path, **files):
    folder = write_model(tmp_path, [criterion("A", "low", MET)])
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    found, findings = read_model_folder(folder, MODELS_ON_DISK)
    assert found, findings
    return found


def test_a_model_without_the_files_counts_nothing(tmp_path):
    small = model(tmp_path)

    assert read_figure_sources(small) == ((None, None, ()), ())
    assert read_authority_register(small)[0].kinds == {}


def test_the_facts_of_the_users(tmp_path):
    figures, findings = read_figure_sources(model(tmp_path, portfolio=FIGURES))

    assert findings == ()
    assert figures.economy is None
    assert figures.users == UserSource(
        list_path=("users",),
        name="name",
        kind="",
        size="",
        member="",
        using="active",
        values=(True,),
    )


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ("list: users", "list: usres", "portfolio-unknown-fact", (3, 9)),
        ("list: users", "list: licence", "portfolio-fact-type", (3, 9)),
        ("name: name", "name: nmae", "portfolio-unknown-fact", (4, 9)),
        ("name: name", "name: pays", "portfolio-fact-type", (4, 9)),
        ("fact: active", "fact: actif", "portfolio-unknown-fact", (5, 17)),
        ("users:", "people:", "unknown-key", (2, 1)),
    ],
)
def test_what_is_wrong_is_found_where_it_stands(tmp_path, old, new, code, at):
    figures, findings = read_figure_sources(model(tmp_path, portfolio=FIGURES.replace(old, new)))

    assert figures is None
    assert [(f.code, (f.location.line, f.location.column)) for f in findings] == [(code, at)]


def test_names_of_the_register():
    register, findings = parse_authority_register(REGISTER.encode(), "authorities.yaml")

    assert findings == ()
    village = register.kinds["village"]
    assert village.authorities == {"1": "Ask", "2": "Birk"}
    for name in ("Ask", "ask by", "Asks  By"):
        assert village.codes_by_name[normalise_name(name)] == "1"
    assert village.codes_by_name[normalise_name("Birchs By")] == "2"
    assert village.former[normalise_name("Lind By")] == (2007, "Birk")


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('code: "2"', 'code: "1"', "register-twice", 10),
        ("name: Birk,", "name: Ask,", "register-twice", 10),
        ("also: [Birch]", "also: [Ask By]", "register-twice", 10),
        ("into: Birk", "into: Bøg", "register-no-such", 12),
        ("source:", "sauce:", "unknown-key", 2),
    ],
)
def test_a_wrong_register_is_no_register(old, new, code, line):
    register, findings = parse_authority_register(
        REGISTER.replace(old, new, 1).encode(), "authorities.yaml"
    )

    assert register is None
    assert (code, line) in [(f.code, f.location.line) for f in findings]


def test_the_register_that_is_shipped_is_whole():
    shipped, findings = read_model_folder(
        find_shipped_criteria() / "os2" / "1.1.0", MODELS_ON_DISK
    )
    register, findings = read_authority_register(shipped)

    assert findings == ()
    assert len(register.kinds["municipality"].authorities) == 98
    assert len(register.kinds["region"].authorities) == 5
    codes = [code for kind in register.kinds.values() for code in kind.authorities]
    assert all(code.isdecimal() and 3 <= len(code) <= 4 for code in codes)
    known = register.kinds["municipality"].codes_by_name
    assert {known[normalise_name(name)] for name in ("København", "Københavns Kommune")} == {"101"}
    assert {
        known[normalise_name(name)] for name in ("Aarhus", "Århus Kommune", "AARHUS kommune")
    } == {"751"}


def test_every_version_has_the_figures_of_the_one_that_it_is_based_on():
    for folder in sorted((find_shipped_criteria() / "os2").glob("*/model.yaml")):
        found, _ = read_model_folder(folder.parent, MODELS_ON_DISK)
        assert read_figure_sources(found)[0].economy is not None, folder
        assert read_authority_register(found)[0].kinds, folder

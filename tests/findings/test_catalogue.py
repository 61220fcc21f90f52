"""Every entry is whole, in both languages, and all that is true of a code stands there."""

import ast
import re
import string
from functools import cache
from pathlib import Path

import pytest

import os2governance
from os2governance.findings.catalogue import CATALOGUE, FAMILIES
from os2governance.findings.catalogue.claims import CLAIMS
from os2governance.findings.catalogue.declaration import DECLARATION
from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.findings.catalogue.evaluation import EVALUATION
from os2governance.findings.catalogue.import_ import IMPORT
from os2governance.findings.catalogue.record import RECORD
from os2governance.findings.catalogue.revision import REVISION

PACKAGE = Path(os2governance.__file__).parent
FAMILY_FOLDER = PACKAGE / "findings" / "catalogue"
SEARCHES = {"startswith", "endswith", "removeprefix", "partition", "split", "find"}
WORDS = {"planned", "expired"}
"""Codes that are words of the file formats too: an answer, and the state of an acceptance."""


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


ENTRIES = pytest.mark.parametrize(("code", "entry"), CATALOGUE.items(), ids=list(CATALOGUE))


@pytest.mark.parametrize("entry", IMPORT.values(), ids=list(IMPORT))
def test_what_the_form_says_of_a_document_names_no_option(entry):
    for said in entry.remedy_in_form or entry.remedy:
        assert "--" not in said


@ENTRIES
def test_an_entry_is_whole(code: str, entry: CatalogueEntry):
    assert code == code.lower().replace(" ", "-").replace("_", "-")
    assert entry.severity in {"error", "warning", "note"}
    assert all([*entry.message, *entry.remedy, *entry.subject])
    assert places(entry.message.da) == places(entry.message.en)
    assert places(entry.remedy.da) == places(entry.remedy.en)


@ENTRIES
def test_a_rationale_is_a_sentence_without_places_to_fill_and_not_the_message_again(
    code: str, entry: CatalogueEntry
):
    assert all(text.endswith(".") and "{" not in text for text in entry.rationale)
    assert {*entry.rationale}.isdisjoint({*entry.message, *entry.remedy})


@ENTRIES
def test_what_cannot_be_read_cannot_be_silenced_either(code: str, entry: CatalogueEntry):
    if entry.blocks_reading:
        assert entry.severity == "error"
        assert not entry.ignorable
    if not entry.ignorable:
        assert entry.suppressible != "anywhere"
    if entry.of_comparison:
        assert entry.suppressible == "nowhere"
        assert entry.ignorable or not entry.blocks_reading
    if entry.stands_for:
        assert entry.stands_for in places(entry.message.en)


READ_BY_COORDINATORS = [CLAIMS, DECLARATION, EVALUATION, RECORD, REVISION]
"""The families whose findings stand in forms and papers, not only where files are edited."""
OF_THE_MACHINE = re.compile(r"`|--[a-z]|\b[a-z_]+\.(?!ya?ml\b)[a-z_]+\b|https?:|\d{4}-\d\d")


@pytest.mark.parametrize(
    ("code", "entry"),
    [pair for family in READ_BY_COORDINATORS for pair in family.items()],
    ids=[code for family in READ_BY_COORDINATORS for code in family],
)
def test_what_coordinators_read_shows_no_keys_options_or_backticks(
    code: str, entry: CatalogueEntry
):
    for text in (*entry.message, *entry.remedy, *entry.rationale):
        assert not OF_THE_MACHINE.search(re.sub(r"\{\w+\}", "x", text)), code


def test_each_code_is_of_one_family_and_each_subject_too():
    subjects = [{entry.subject for entry in family.values()} for family in FAMILIES]

    assert len(CATALOGUE) == sum(map(len, FAMILIES))
    assert [len(each) for each in subjects] == [1] * len(FAMILIES)
    assert len(set().union(*subjects)) == len(FAMILIES)


def test_each_family_has_a_file():
    files = {file.stem for file in FAMILY_FOLDER.glob("*.py")} - {"__init__", "entry"}

    assert len(files) == len(FAMILIES)


@cache
def code_outside_the_catalogue() -> dict[str, ast.Module]:
    return {
        file.relative_to(PACKAGE).as_posix(): ast.parse(file.read_text(encoding="utf-8"))
        for file in sorted(PACKAGE.rglob("*.py"))
        if FAMILY_FOLDER not in file.parents
    }


def nodes() -> list[tuple[str, ast.AST]]:
    trees = code_outside_the_catalogue().items()
    return [(file, node) for file, tree in trees for node in ast.walk(tree)]


def is_code(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value in CATALOGUE


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def makers() -> set[str]:
    """The functions and records with a parameter `code`: what they are given becomes a finding."""
    found = set()
    for _, node in nodes():
        if isinstance(node, ast.FunctionDef) and "code" in {
            argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)
        }:
            found.add(node.name)
        elif isinstance(node, ast.ClassDef):
            inits = [each for each in node.body if isinstance(each, ast.FunctionDef)]
            inits = [each for each in inits if each.name == "__init__"]
            fields = {
                each.target.id
                for each in node.body
                if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
            }
            fields |= {argument.arg for each in inits for argument in each.args.args}
            found |= {node.name} if "code" in fields else set()
    return found


def made() -> dict[int, str]:
    """The codes that a call makes a finding of, by the identity of their nodes."""
    calls = [node for _, node in nodes() if isinstance(node, ast.Call)]
    names = makers()
    return {
        id(argument): argument.value
        for call in calls
        if name_of(call) in names
        for argument in (*call.args, *(each.value for each in call.keywords))
        if isinstance(argument, ast.Constant)
    }


def test_every_code_is_made():
    assert CATALOGUE.keys() - set(made().values()) == set()


def test_a_code_is_named_where_its_finding_is_made_and_nowhere_else():
    """What else is asked of a code is a field of its entry."""
    making = made()
    named = [
        f"{file}:{node.lineno}: {node.value}"
        for file, node in nodes()
        if is_code(node) and id(node) not in making and node.value not in WORDS
    ]

    assert named == []


def test_no_code_is_compared_with_a_word_or_searched_for_one():
    asked = []
    for file, node in nodes():
        sides = [node.left, *node.comparators] if isinstance(node, ast.Compare) else []
        if isinstance(node, ast.Call) and name_of(node) in SEARCHES:
            sides = [getattr(node.func, "value", node), ast.Constant("a word")]
        codes = [s for s in sides if getattr(s, "attr", getattr(s, "id", "")) == "code"]
        words = [
            each
            for side in sides
            for each in ast.walk(side)
            if isinstance(each, ast.Constant) and isinstance(each.value, str)
        ]
        if codes and words:
            asked.append(f"{file}:{node.lineno}")

    assert asked == []


def test_no_setting_leaves_out_what_happened_to_a_record():
    """The command line of a workflow could be edited by the change that it is to judge."""
    told = {code for code, entry in CATALOGUE.items() if entry.of_comparison}
    of_levels = {code for code in told if "level" in code}

    assert {code for code in told if CATALOGUE[code].ignorable} <= of_levels | {
        "record-added",
        "record-layout-changed",
    }

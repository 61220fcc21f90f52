"""One way to YAML's events: a file reads the same with libyaml and without."""

import importlib
import sys
from pathlib import Path

import pytest

from os2governance.documents import yaml_events
from os2governance.documents.yaml_comments import find_comments
from os2governance.documents.yaml_edit import SetValue, edit_yaml
from os2governance.documents.yaml_pure_parser import PureParser
from os2governance.documents.yaml_reader import read_yaml

ROOT = Path(__file__).parents[2]
FILES = sorted(
    str(path.relative_to(ROOT))
    for folder in ("criteria", "products", "examples")
    for path in (ROOT / folder).rglob("*.yaml")
)


@pytest.fixture
def both(monkeypatch):
    """What a function says with libyaml, and what it says without."""

    def ask(function, *given):
        found = [function(*given)]
        for opened in ("_open_parser", "_open_loader"):
            monkeypatch.setattr(yaml_events, opened, PureParser)
        found.append(function(*given))
        monkeypatch.undo()
        return found

    return ask


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_the_same(name, both):
    data = (ROOT / name).read_bytes()

    with_libyaml, without = both(_read_with_places, data, name)

    assert with_libyaml == without
    assert with_libyaml[1]


def _read_with_places(data, name):
    document, findings = read_yaml(data, name)
    return document.values, list(_list_places(document.positions)), findings


def _list_places(positions):
    for key in positions if isinstance(positions, dict) else range(len(positions or ())):
        *marks, below = positions[key]
        yield key, [mark and (mark.index, mark.line, mark.column) for mark in marks]
        yield from _list_places(below)


@pytest.mark.parametrize(
    "text", ["a: [1, 2\nb: 3\n", "a: 1\nb: 'x\n", "a:\n\tb: 1\n", "a: b: c\n", "æ: \x07\n"]
)
def test_a_mistake_is_the_same_finding(text, both):
    with_libyaml, without = both(read_yaml, text.encode(), "f")

    assert with_libyaml == without
    assert with_libyaml[1]


def test_comments_and_edits_are_the_same(both):
    text = "# mærke her\na:\n  - b # mærke\n  - {c: 1, d: 'x # y'}\n"

    for function, *given in [
        (find_comments, text, "mærke"),
        (edit_yaml, text.encode(), [SetValue(("a", 1, "c"), 2)]),
    ]:
        with_libyaml, without = both(lambda f, *g: list(f(*g)), function, *given)
        assert with_libyaml == without
        assert with_libyaml


def test_it_is_the_pure_parser_where_libyaml_is_not(monkeypatch):
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    try:
        importlib.reload(yaml_events)
        assert yaml_events._open_parser is PureParser
        assert yaml_events.compose_node("a: 1").value[0][0].value == "a"
        assert len(list(yaml_events.iterate_events("a: ]"))) == 4
    finally:
        monkeypatch.undo()
        importlib.reload(yaml_events)

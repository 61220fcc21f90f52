"""Rules of the house that no linter knows."""

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import os2governance
from os2governance import formats

HOUSE = Path(os2governance.__file__).parent
TESTS = Path(__file__).parent
ROOMS = [p.relative_to(HOUSE) for p in HOUSE.rglob("*.py") if not p.stem.startswith("__")]


def test_data_is_frozen():
    names = [
        m.name
        for m in pkgutil.walk_packages([str(HOUSE)], "os2governance.")
        if not m.name.endswith("__main__")
    ]
    members = [c for n in names for _, c in inspect.getmembers(importlib.import_module(n))]
    ours = [c for c in members if inspect.isclass(c) and c.__module__.startswith("os2governance")]
    classes = {c for c in ours if dataclasses.is_dataclass(c)}

    assert [c.__name__ for c in classes if not c.__dataclass_params__.frozen] == []


def test_named_tuples_are_small():
    """So that none is built of five or more values by position; dataclasses are keyword-only."""
    trees = {path: ast.parse(path.read_text()) for path in HOUSE.rglob("*.py")}
    classes = [c for tree in trees.values() for c in ast.walk(tree) if isinstance(c, ast.ClassDef)]
    tuples = [c for c in classes if "NamedTuple" in map(ast.unparse, c.bases)]
    records = [d for c in classes for d in map(ast.unparse, c.decorator_list) if "dataclass" in d]

    assert [c.name for c in tuples if sum(isinstance(s, ast.AnnAssign) for s in c.body) > 4] == []
    assert [d for d in records if "frozen=True, kw_only=True" not in d] == []


def test_no_public_class_name_has_two_meanings():
    trees = {path: ast.parse(path.read_text()) for path in HOUSE.rglob("*.py")}
    classes = [
        (path, c)
        for path, tree in trees.items()
        for c in ast.walk(tree)
        if isinstance(c, ast.ClassDef)
    ]
    # formats.Product is the file of a Product: the same thing, so the same name
    names = [
        c.name
        for path, c in classes
        if path.parent.name != "formats" or c.name not in formats.__all__
    ]

    assert [name for name in set(names) if names.count(name) > 1 and name[0] != "_"] == []


def test_rooms_stay_small():
    lines = {room: len((HOUSE / room).read_text().splitlines()) for room in ROOMS}

    assert {room: n for room, n in lines.items() if n > 410} == {}


def test_every_module_has_a_test_file_of_its_name():
    missing = {
        room.as_posix()
        for room in ROOMS
        if room.name != "version.py" and not (TESTS / room.parent / f"test_{room.name}").exists()
    }

    assert missing == set()


ASKS_ITSELF = {
    "files/paths.py",
    "files/listing.py",
    "files/reading.py",
    "files/writing.py",
    "files/output_folder.py",
    "workflows/check/cache.py",
}
"""Rooms where what pathlib raises is caught beside it."""


def test_what_a_path_is_is_asked_of_the_store():
    """pathlib raises for a path that is too long, or that may not be looked at."""

    asks = re.compile(r"\.(is_dir|is_file|exists|is_symlink|glob)\(|Path\.cwd\(|getcwd\(")
    found = {
        str(room)
        for room in ROOMS
        if str(room) not in ASKS_ITSELF and asks.search((HOUSE / room).read_text())
    }

    # The folder of work: that it is gone is caught in the settings, which are read first.
    assert found == {"workflows/settings.py", "workflows/check/source_root.py"}


def test_benchmarks_measure_the_newest_model():
    """References are sorted by name: the last one is not the newest."""
    files = sorted((Path(__file__).parent / "benchmarks").glob("*.py"))

    assert [file.name for file in files if "references()[" in file.read_text("utf-8")] == []


def test_browser_tests_wait_for_what_a_page_shows():
    """What a locator says at once is the page before a click as often as the page after it."""
    at_once = re.compile(
        r"assert (?!sorted).*\.(inner_text|input_value|is_\w+|text_content|get_attribute)\("
        r"|assert .*\.url\b"
    )
    found = [
        f"{file.name}:{number}"
        for file in sorted((TESTS / "browser").glob("test_*.py"))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if at_once.search(line) and "for each in" not in line
    ]

    assert found == []


def test_only_the_terminals_room_touches_it():
    """What a workflow did is in its result; its command says so."""
    streams = re.compile(r"\bsys\.(stdin|stdout|stderr)\b")
    found = {room.parts[0] for room in ROOMS if streams.search((HOUSE / room).read_text())}

    assert found <= {"cli", "web"}


READERS = {
    r"\bjson\.loads?\(|JSONDecoder\(": {"documents/json_reader.py"},
    r"tomllib": {"workflows/settings.py"},
    r"(?<!\))\.decode\(\"utf-?8|utf-8-sig|UnicodeDecodeError": {
        "documents/text_reader.py",
        "files/output_folder.py",  # the list that the program wrote
        "schema/linear_patterns.py",  # bytes that were made of text
    },
}
"""What reads files' bytes, and the only rooms where it may stand."""


def test_files_are_read_by_one_decoder_one_yaml_reader_and_one_json_reader():
    """Each second one differed from the first in what it refused, and ended runs."""
    texts = {room: (HOUSE / room).read_text(encoding="utf-8") for room in ROOMS}
    elsewhere = {
        (room.as_posix(), pattern)
        for pattern, allowed in READERS.items()
        for room, text in texts.items()
        if re.search(pattern, text) and not {room.as_posix(), room.parts[0]} & allowed
    }

    assert elsewhere == set()

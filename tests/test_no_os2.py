"""The engine holds no OS2 knowledge: no criterion, level, theme, fact or threshold in Python."""

import ast
from collections.abc import Iterator
from pathlib import Path

import os2governance
from os2governance import load_model
from os2governance.files.listing import find_shipped_criteria
from os2governance.rules.vocabulary import Fact

PACKAGE = Path(os2governance.__file__).parent
MODEL = load_model(find_shipped_criteria() / "os2" / "1.1.0")


def paths(fact: Fact, prefix: str = "") -> Iterator[str]:
    for name, below in fact.fields.items():
        yield f"{prefix}{name}"
        yield from paths(below, f"{prefix}{name}.")
        yield from paths(below.element, "")


def words() -> set[str]:
    """Give all that is the model's to know: ids, names, fact paths and their longer steps."""
    known = {criterion.id for criterion in MODEL.criteria}
    known |= {criterion.title.da for criterion in MODEL.criteria}
    known |= {level.id for level in MODEL.levels if not level.id.isdecimal()}
    known |= {level.name.da for level in MODEL.levels}
    known |= {theme.id for theme in MODEL.themes}
    known |= {path for path in paths(MODEL.facts) if "." in path or "_" in path}
    known |= {path.split(".")[0] for path in paths(MODEL.facts) if "." in path}
    # Words of everybody's language, of the contract's JSON and of the publiccode.yml standard, which
    # a model may use as well.
    common = {"value", "board", "governance", "portfolio", "development", "operation"}
    return known - common - {"organisation"}


def strings(file: Path) -> Iterator[tuple[int, str]]:
    """Give the strings and names of a file, its docstrings left out."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in documentation:
                yield node.lineno, node.value
        elif isinstance(node, ast.Name):
            yield node.lineno, node.id


def test_no_word_of_the_model_is_in_the_package():
    known = words()
    found = [
        f"{file.relative_to(PACKAGE)}:{line}: {text}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for line, text in strings(file)
        if text in known
    ]

    assert found == []


def test_the_test_sees_what_it_looks_for():
    assert {"G6", "sandkasse", "organisation.steering_group", "formkrav"} <= words()

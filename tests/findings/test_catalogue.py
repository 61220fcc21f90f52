"""Every finding has both languages, and its texts ask for the same arguments in both."""

import ast
import string
from pathlib import Path

import pytest

import os2governance
from os2governance.findings.catalogue import CATALOGUE, CatalogueEntry

PACKAGE = Path(os2governance.__file__).parent


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(("code", "entry"), CATALOGUE.items(), ids=list(CATALOGUE))
def test_an_entry_is_whole(code: str, entry: CatalogueEntry):
    assert code == code.lower().replace(" ", "-").replace("_", "-")
    assert entry.severity in {"error", "warning", "note"}
    assert all([*entry.message, *entry.remedy])
    assert places(entry.message.da) == places(entry.message.en)
    assert places(entry.remedy.da) == places(entry.remedy.en)


def test_every_code_is_used():
    texts = {
        node.value
        for file in PACKAGE.rglob("*.py")
        if file.name not in {"catalogue.py", "reasons.py"}
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }

    assert [code for code in CATALOGUE if code not in texts] == []

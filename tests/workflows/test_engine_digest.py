"""The digest of the engine: of its code and texts, and of nothing that a run leaves behind."""

import re
import shutil
from pathlib import Path

import pytest

import os2governance
from os2governance.workflows.engine_digest import compute_engine_digest


@pytest.fixture
def engine(tmp_path, monkeypatch):
    """Compute the digest of a small package."""
    home = tmp_path / "os2governance"
    (home / "room").mkdir(parents=True)
    (home / "__init__.py").write_text("")
    (home / "room" / "a.py").write_text("a = 1")
    monkeypatch.setattr(os2governance, "__file__", str(home / "__init__.py"))
    return home, compute_engine_digest.__wrapped__


def test_it_is_a_digest_and_the_same_each_time():
    assert re.fullmatch("[0-9a-f]{64}", compute_engine_digest())
    assert compute_engine_digest.__wrapped__() == compute_engine_digest()


@pytest.mark.parametrize("name", ["room/a.py", "new.py", "i18n.po", "schema.json"])
def test_code_texts_and_schemas_count(engine, name):
    home, compute = engine
    before = compute()
    (home / name).write_text("other")

    assert compute() != before


def test_a_module_of_another_name_counts(engine):
    home, compute = engine
    before = compute()
    (home / "room" / "a.py").rename(home / "room" / "b.py")

    assert compute() != before


@pytest.mark.parametrize("name", ["notes.txt", "room/__pycache__/a.cpython-311.pyc", "a.py.swp"])
def test_what_a_run_or_an_editor_leaves_does_not_count(engine, name):
    home, compute = engine
    before = compute()
    (home / name).parent.mkdir(exist_ok=True)
    (home / name).write_text("x")

    assert compute() == before


def test_where_it_is_installed_does_not_count(engine, monkeypatch):
    home, compute = engine
    before = compute()
    other = shutil.copytree(home, home.parent / "elsewhere" / "x")
    monkeypatch.setattr(os2governance, "__file__", str(Path(other) / "__init__.py"))

    assert compute() == before

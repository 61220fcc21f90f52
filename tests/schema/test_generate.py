"""The schemas in the package are those of the classes; a wheel has them."""

import subprocess
import sys
from zipfile import ZipFile

import pytest
from mutants import ROOT

from os2governance.schema.generate import generate_schemas, write_schemas
from os2governance.schema.read import FOLDER, SCHEMA_NAMES, read_schema


def test_no_schema_is_stale():
    """Otherwise: `python -m os2governance.schema.generate`."""
    assert {path.name: path.read_bytes() for path in FOLDER.iterdir()} == generate_schemas()


def test_they_are_written_where_they_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr("os2governance.schema.generate.FOLDER", tmp_path / "new")
    write_schemas()

    assert {path.name for path in (tmp_path / "new").iterdir()} == set(generate_schemas())


def test_a_format_is_read_once_and_an_unknown_one_is_none():
    assert read_schema("product") is read_schema("product")
    assert read_schema("product")["$id"] == "urn:os2governance:product:1"
    with pytest.raises(KeyError):
        read_schema("../product")


def test_a_wheel_has_the_schemas(tmp_path):
    pytest.importorskip("hatchling")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")

    names = set(ZipFile(wheel).namelist())
    assert {f"os2governance/schema/generated/{name}.schema.json" for name in SCHEMA_NAMES} <= names

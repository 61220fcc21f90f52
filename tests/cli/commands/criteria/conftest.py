"""What the tests of `criteria` share: the garden's models, one of them broken."""

import json
import shutil
from pathlib import Path

import pytest

GARDEN = Path(__file__).parents[3] / "golden" / "garden"


@pytest.fixture
def broken(tmp_path):
    """Copy the garden's models, and break one of two."""
    folder = tmp_path / "criteria"
    shutil.copytree(GARDEN / "criteria", folder)
    shutil.copytree(folder / "haven" / "2", folder / "haven" / "3")
    main = folder / "haven" / "3" / "model.yaml"
    text = main.read_text(encoding="utf-8").replace('version: "2"', 'version: "3"')
    main.write_text(text.replace("water.well", "water.wel"), encoding="utf-8")
    return folder


@pytest.fixture
def said(run, garden):
    """Run `criteria` for programs: in the garden, or on a folder of models."""

    def runs(*arguments, criteria=None):
        where = ("--criteria", criteria) if criteria else ()
        result = (run if criteria else garden)("criteria", *arguments, "--format", "json", *where)
        return result.exit_code, json.loads(result.stdout)

    return runs

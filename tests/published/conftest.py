"""Runs against published documents, which are not part of the project: name their folder.

    python -m pytest tests/published --documents ../folder

The folder holds `reports/`, `templates/` and `more/`, which came later. The test suite does without: its documents are made
in the tests, with the same structures.
"""

from pathlib import Path

import pytest


def pytest_addoption(parser):
    parser.addoption("--documents", type=Path, help="the folder of the published documents")


def pytest_configure(config):
    if not config.getoption("documents"):
        raise pytest.UsageError("name the folder of the published documents: --documents FOLDER")


@pytest.fixture
def reports(request) -> Path:
    """Give the folder of the published reports."""
    return request.config.getoption("documents") / "reports"


@pytest.fixture
def documents(request) -> list[Path]:
    """Give all published reports and evaluations, those that came later among them."""
    folder = request.config.getoption("documents")
    return [file for name in ("reports", "more") for file in sorted((folder / name).iterdir())]


@pytest.fixture
def templates(request) -> Path:
    """Give the folder of the blank templates."""
    return request.config.getoption("documents") / "templates"

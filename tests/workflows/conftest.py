"""The garden as a workflow sees it: a day, a language, its models; and no terminal."""

from datetime import date
from pathlib import Path

import pytest
from conftest import GARDEN

from os2governance.workflows.context import Context


@pytest.fixture
def context(monkeypatch, capfd):
    """Work in the garden on a day in May; a workflow prints nothing."""
    monkeypatch.chdir(GARDEN)
    yield Context(as_of=date(2026, 5, 1), language="en", criteria=(Path("criteria"),))
    assert capfd.readouterr() == ("", "")

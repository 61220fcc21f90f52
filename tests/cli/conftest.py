"""What the tests of `check` share: a folder with a small model, and the command run in it."""

import pytest
from folders import criterion, write_model

OPEN = {"fact": "open", "present": True}


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder to work in, with the criteria A (low) and B (high), which are open or not."""
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path, [criterion("A", "low", OPEN), criterion("B", "high", OPEN)])
    return tmp_path


@pytest.fixture
def check(place, run):
    """Run `check` there with its model, on a day in May."""
    del place

    def checks(*arguments, **environment):
        usual = ("--criteria", "criteria", "--as-of", "2026-05-02")
        return run("check", *arguments, *usual, **environment)

    return checks

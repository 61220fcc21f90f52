"""Whole documents as golden text."""

import os
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.fixture
def golden_document():
    """Compare a document with the golden one; GOLDEN=write in the environment writes it anew."""

    def compare(name, text):
        file = GOLDEN / name
        if os.environ.get("GOLDEN") == "write":
            file.write_bytes(text.encode())
        assert text.encode() == file.read_bytes()

    return compare

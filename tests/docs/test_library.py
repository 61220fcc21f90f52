"""Every example of docs/library.md runs, and the names that it tells of are exported."""

import re
from pathlib import Path

import pytest

import os2governance

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```", PAGE, flags=re.MULTILINE | re.DOTALL)
OUTPUT = [
    "R1 unmet facts\nR2 unknown None\nR3 unknown None\n",
    "the product's licence is given True GPL-3.0\n",
    "model-missing There is no model.yaml here.\n",
]


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_the_example_runs(number, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)

    exec(compile(EXAMPLES[number], "library.md", "exec"), {})

    assert capsys.readouterr().out.startswith(OUTPUT[number])


def test_all_exported_names_are_described():
    described = set(re.findall(r"\w+", PAGE))

    assert set(os2governance.__all__) - described - {"__version__", "Criterion"} == set()


def test_as_many_outputs_as_examples():
    assert len(OUTPUT) == len(EXAMPLES)

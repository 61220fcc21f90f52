"""The example portfolio as people see it, in each format that is kept."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from example_portfolio import AS_OF, example_portfolio

from os2governance.cli.main import PROGRAM

GOLDEN = Path(__file__).parents[2] / "golden"


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    return example_portfolio(tmp_path_factory.mktemp("example") / "products")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("csv", "csv")])
def test_the_example_as_people_see_it(example, monkeypatch, form, ending, language):
    monkeypatch.chdir(example.parent)
    monkeypatch.setenv("COLUMNS", "100")
    arguments = ["portfolio", "--as-of", AS_OF, "--format", form, "--lang", language]
    text = CliRunner().invoke(PROGRAM, arguments).stdout
    file = GOLDEN / f"portfolio-example.{language}.{ending}"
    if os.environ.get("GOLDEN") == "write":
        file.write_bytes(text.encode())

    assert text.encode() == file.read_bytes()

"""The portfolio as text, JSON and CSV."""

import csv
import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from example_portfolio import AS_OF, example_portfolio
from hypothesis import given
from hypothesis import strategies as st

from os2governance.cli.main import PROGRAM
from os2governance.files.listing import find_shipped_criteria
from os2governance.model.library import read_model_folder
from os2governance.portfolio.contribution import Amount, ProductContribution
from os2governance.render.portfolio.csv import BOM, render_portfolio_csv
from os2governance.workflows.disk_files import MODELS_ON_DISK

GOLDEN = Path(__file__).parents[2] / "golden"
MODEL = read_model_folder(find_shipped_criteria() / "os2" / "1.1.0", MODELS_ON_DISK)[0]
MODELS = {MODEL.reference: MODEL}


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    return example_portfolio(tmp_path_factory.mktemp("example") / "products")


@pytest.mark.parametrize(
    ("form", "language"), [("text", "da"), ("text", "en"), ("csv", "da"), ("csv", "en")]
)
def test_the_example_as_people_see_it(example, monkeypatch, form, language):
    monkeypatch.chdir(example.parent)
    monkeypatch.setenv("COLUMNS", "100")
    arguments = ["portfolio", "--as-of", AS_OF, "--format", form, "--lang", language]
    text = CliRunner().invoke(PROGRAM, arguments).stdout
    file = GOLDEN / f"portfolio-example.{language}.{'csv' if form == 'csv' else 'txt'}"
    if os.environ.get("GOLDEN") == "write":
        file.write_bytes(text.encode())

    assert text.encode() == file.read_bytes()


def share(**more):
    usual = ProductContribution(
        product="id", name="Navn", kind="product", lifecycle="active", file="product.yaml", model=MODEL.reference, levels=(None, None, None),
        evaluated=False, statuses=("met",) * 43, ratings=("",) * 43, economy=(Amount("undeclared"),) * 3, contributions=None, authorities=None, overdue=(),
    )  # fmt: skip
    return replace(usual, **more)


def rows(text, delimiter):
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), delimiter=delimiter))


@pytest.mark.parametrize(("language", "delimiter"), [("da", ";"), ("en", ",")])
def test_what_was_not_declared_is_no_zero_in_a_spreadsheet(language, delimiter):
    economy = (Amount("declared", 1250.5), Amount("none"), Amount("undeclared"))
    head, row = rows(render_portfolio_csv([share(economy=economy)], MODELS, language), delimiter)
    said = dict(zip(head, row, strict=True))

    words = {"da": ["1250,5", "ingen", "ikke oplyst"], "en": ["1250.5", "none", "not stated"]}
    assert [said[name] for name in head[13:16]] == words[language]


hostile = st.text(max_size=12) | st.sampled_from(
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        " =1",
        "\t=1",
        "\r=1",
        '";=1',
        "a\nb",
        "\u202e=1",
        "x;y",
        "x,y",
    ]
)


@given(hostile, hostile, st.sampled_from(["da", "en"]))
def test_no_text_becomes_a_formula_a_row_or_a_column(name, file, language):
    text = render_portfolio_csv([share(name=name, file=file)], MODELS, language)
    head, *others = rows(text, ";" if language == "da" else ",")

    assert len(others) == 1
    assert len(others[0]) == len(head)
    for cell in others[0]:
        assert not cell.lstrip().startswith(("=", "+", "-", "@"))
        assert cell.replace("\xa0", " ").isprintable()

"""What `assess` and `check` print is read back by the classes that describe it."""

import json
from shutil import copytree

import pytest
from mutants import ROOT
from repository import first_commit

from os2governance.formats import Assessment, CheckReport

GARDEN = ROOT / "tests" / "golden" / "garden"
USUAL = ("--format", "json", "--criteria", "criteria", "--as-of", "2026-05-01")


@pytest.fixture
def garden(tmp_path, monkeypatch):
    """Go to a folder with models, products and a history."""
    monkeypatch.chdir(tmp_path)
    copytree(GARDEN, tmp_path, dirs_exist_ok=True)
    (tmp_path / "products" / "broken").mkdir()
    (tmp_path / "products" / "broken" / "product.yaml").write_text("format: [", "utf-8")
    first_commit(tmp_path)
    return tmp_path


def dumped(read):
    return json.loads(read.model_dump_json(exclude_unset=True, by_alias=True))


@pytest.mark.parametrize("more", [(), ("products/rosenlund",), ("nowhere",)])
def test_what_assess_prints(run, garden, more):
    printed = run("assess", *more, *USUAL).stdout
    read = Assessment.model_validate_json(printed)

    assert dumped(read) == json.loads(printed)
    if not more:
        assert read.products[0].criteria[0].trace.rule
        assert read.unreadable[0].findings[0].line


@pytest.mark.parametrize(
    "more", [(), ("--against", "HEAD"), ("criteria", "products"), ("nowhere",)]
)
def test_what_check_prints(run, garden, more):
    file = garden / "products" / "rosenlund" / "product.yaml"
    file.write_text(file.read_text("utf-8").replace("answer: met", "answer: unmet"), "utf-8")
    printed = run("check", *more, *USUAL).stdout
    read = CheckReport.model_validate_json(printed)

    assert dumped(read) == json.loads(printed)
    assert read.counts.error == sum(each.severity == "error" for each in read.findings)


def test_keys_that_a_later_version_adds_are_no_fault(run, garden):
    printed = json.loads(run("assess", *USUAL).stdout)
    printed["products"][0]["levels"]["newest"] = "1"

    assert Assessment.model_validate(printed).products[0].levels.possible == "trae"

"""`assess --format json`: the shape of formats.md, as a stream, the same from any number of cores."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from os2governance.schema.read import read_schema
from os2governance.version import VERSION
from os2governance.workflows import assess as workflow
from os2governance.workflows.assess import RenderedProduct
from os2governance.workflows.batch import ProcessEndedError

GARDEN = Path(__file__).parents[1] / "golden" / "garden"
IN_GARDEN = ["--criteria", GARDEN / "criteria", "--as-of", "2026-05-01"]


def copies(folder, count):
    """Put copies of the garden's products into a folder, `count` of them."""
    originals = sorted((GARDEN / "products").iterdir())
    for number in range(count):
        shutil.copytree(originals[number % len(originals)], folder / f"p{number:04}")


def assessed(folder, processes, form="json"):
    done = subprocess.run(
        [sys.executable, "-m", "os2governance", "assess", folder, "--format", form, *IN_GARDEN],
        env={"PATH": os.environ["PATH"], "OS2GOVERNANCE_PROCESSES": str(processes)},
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.returncode == 2  # one of the originals cannot be read
    return done.stdout


def test_the_whole(garden):
    said = json.loads(garden("assess", "--format", "json").stdout)

    assert list(said) == [
        "format", "as_of", "products", "unreadable", "portfolio", "made_from", "findings",
    ]  # fmt: skip
    assert said["format"] == "os2governance/assessment/2"
    assert said["as_of"] == "2026-05-01"
    assert [each["product"] for each in said["products"]] == ["brak", "kirsebaer", "rosenlund"]
    assert [each["file"] for each in said["unreadable"]] == ["products/ulaeselig/product.yaml"]
    one = {"products": 1, "assessed": {}, "below": 0, "not_settled": 1}
    two = {"products": 2, "assessed": {"spire": 1, "trae": 1}, "below": 0, "not_settled": 0}
    assert said["portfolio"] == {
        "products": 3,
        "assessed": {"spire": 1, "trae": 1},
        "below": 0,
        "not_settled": 1,
        "unreadable": 1,
        "drafts": 0,
        "ladders": [
            {"model": "haven/2", "kind": "product", **two},
            {"model": "haven/2", "kind": "project", **one},
        ],
    }
    assert said["made_from"]["engine"] == VERSION
    assert list(said["made_from"]["models"]) == ["haven/2"]
    assert said["findings"] == []


@pytest.mark.parametrize("path", ["products", "products/brak", "criteria", "nowhere"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_it_has_the_shape_that_its_schema_says(garden, path, language):
    said = json.loads(garden("assess", path, "--format", "json", "--lang", language).stdout)

    jsonschema.Draft202012Validator.check_schema(read_schema("assessment"))
    validator = jsonschema.Draft202012Validator(
        read_schema("assessment"), format_checker=jsonschema.FormatChecker()
    )
    assert list(validator.iter_errors(said)) == []


def test_a_path_without_products_is_a_finding_of_the_whole(garden):
    said = json.loads(garden("assess", "criteria", "products/brak", "--format", "json").stdout)

    assert [(each["code"], each["file"]) for each in said["findings"]] == [
        ("no-products", "criteria")
    ]
    assert said["portfolio"]["products"] == 1


def test_one_line_for_each_product(garden):
    text = garden("assess", "--format", "json").stdout

    assert text.count("\n") == 3 + 2  # the lines of the products, one before, one after
    for line in text.splitlines()[1:4]:
        assert json.loads(line.rstrip(","))["model"] == "haven/2"


@pytest.mark.parametrize("count", [101, 130])
def test_the_same_bytes_from_one_process_and_from_several(tmp_path, count):
    copies(tmp_path, count)
    one, two, three = (assessed(tmp_path, processes) for processes in (1, 2, 3))

    assert one == two == three
    said = json.loads(one)
    assert said["portfolio"]["products"] + said["portfolio"]["unreadable"] == count
    figures = said["portfolio"]
    counted = sum(figures["assessed"].values()) + figures["below"] + figures["not_settled"]
    assert counted == len(said["products"])


def test_a_name_that_is_no_text_stays_an_escape(tmp_path, run):
    folder = os.fsencode(tmp_path) + b"/h\xe6kken"
    Path(os.fsdecode(folder)).mkdir()
    shutil.copy(GARDEN / "products/brak/product.yaml", os.fsdecode(folder))
    result = run("assess", tmp_path, "--format", "json", "--criteria", GARDEN / "criteria")

    [product] = json.loads(result.stdout_bytes)["products"]
    assert os.fsencode(product["file"]) == folder + b"/product.yaml"


@pytest.mark.parametrize("broken", ["decisions.yaml", "evaluations/2026-03-01.yaml"])
def test_a_record_that_cannot_be_read_is_exit_code_2(tmp_path, run, broken):
    shutil.copytree(GARDEN / "products/rosenlund", tmp_path / "rosenlund")
    (tmp_path / "rosenlund" / broken).write_text("format: nonsense\n", encoding="utf-8")
    for form in ("text", "json"):
        result = run("assess", tmp_path, "--format", form, "--criteria", GARDEN / "criteria")

        assert result.exit_code == 2
        assert "wrong-choice" in result.stdout
        assert "Rosenlund" in result.stdout


def test_a_result_that_is_not_whole_says_so(garden, monkeypatch):
    def ends(_):
        yield RenderedProduct(rendered="{}", all_read=True, model="haven/2", digest="0")
        raise ProcessEndedError

    monkeypatch.setattr(workflow, "run_batch", ends)
    result = garden("assess", "--format", "json")

    assert result.exit_code == 2
    assert "OS2GOVERNANCE_PROCESSES=1" in result.stderr

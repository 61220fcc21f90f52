"""The engine is broken at one product: its finding, the others as usual, every format whole.

Each command is run twice: as it is, and with an exception where a declaration is read, assessed or
rendered. What is said of the others may not change.
"""

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest
from folders import criterion, write_model, write_product

from os2governance.assessment import levels
from os2governance.product import reader
from os2governance.workflows import find_products, read_product

pytestmark = pytest.mark.faults
BROKEN, GOOD = "bad", ("alfa", "beta")


@pytest.fixture
def place(tmp_path, monkeypatch):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    for name in (*GOOD, BROKEN):
        write_product(tmp_path, name, facts={"open": True})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read_badly(monkeypatch):
    usual = reader.read_declaration

    def reads(document, model):
        if BROKEN in document.file:
            raise KeyError("what stood in the file")
        return usual(document, model)

    monkeypatch.setattr(reader, "read_declaration", reads)


def assess_badly(monkeypatch):
    usual = levels.assess

    def assesses(product, model, **more):
        if product.id == BROKEN:
            raise RecursionError
        return usual(product, model, **more)

    from os2governance.checks import inspect
    from os2governance.workflows import compare

    for module in (inspect, read_product, find_products, compare):
        monkeypatch.setattr(module, "assess", assesses)


BREAKS = {"reading": read_badly, "assessing": assess_badly}
FORMATS = {
    "json": json.loads,
    "sarif": json.loads,
    "gitlab": json.loads,
    "junit": ET.fromstring,
    "github": str,
    "text": str,
    "csv": lambda text: list(csv.reader(io.StringIO(text))),
}
COMMANDS = [
    ("check", "json"),
    ("check", "sarif"),
    ("check", "gitlab"),
    ("check", "junit"),
    ("check", "github"),
    ("check", "text"),
    ("assess", "json"),
    ("assess", "csv"),
    ("assess", "text"),
    ("portfolio", "json"),
    ("portfolio", "text"),
    ("ahead", "json"),
    ("log", "json"),
    ("log", "text"),
]
USUAL = ("--as-of", "2026-05-01", "--criteria", "criteria", "--lang", "en")


@pytest.mark.parametrize("broken", BREAKS)
@pytest.mark.parametrize(("command", "form"), COMMANDS)
def test_one_product_never_takes_the_others_down(place, run, monkeypatch, command, form, broken):
    del place
    more = ("--no-cache",) if command == "check" else ()
    usual = run(command, "products", "--format", form, *USUAL, *more)
    BREAKS[broken](monkeypatch)
    result = run(command, "products", "--format", form, *USUAL, *more)

    assert usual.exit_code == 0
    assert result.exit_code == 2
    FORMATS[form](result.stdout)
    assert "internal-error" in result.output
    assert "Traceback" not in result.output
    assert "what stood in the file" not in result.output
    for name in GOOD:
        assert result.stdout.count(f"products/{name}/") >= min(
            usual.stdout.count(f"products/{name}/"), 1
        )


@pytest.mark.parametrize("broken", BREAKS)
def test_the_site_has_the_others(place, run, monkeypatch, broken):
    BREAKS[broken](monkeypatch)
    result = run("site", "products", "--out", place / "site", *USUAL)

    assert result.exit_code == 2
    assert "internal-error" in result.output
    assert {f.stem for f in (place / "site").rglob("products/*.html")} >= set(GOOD)


@pytest.mark.parametrize(
    "command", [("explain", "--format", "json"), ("next", "--format", "json"), ("case",)]
)
@pytest.mark.parametrize("broken", BREAKS)
def test_a_command_about_the_product_alone_says_so(place, run, monkeypatch, command, broken):
    del place
    BREAKS[broken](monkeypatch)
    name, *more = command
    result = run(name, f"products/{BROKEN}", *more, *USUAL)

    assert result.exit_code == 2
    assert "products/bad" in result.output
    if "json" in more:
        codes = [each["code"] for each in json.loads(result.stdout)["findings"]]
        assert codes == ["internal-error"]


def test_a_fault_after_the_product_was_read_is_told_too(place, run, monkeypatch):
    """In rendering: nothing has been printed yet, so JSON stays JSON."""
    del place
    from os2governance.render.plan import json as plan_json

    def breaks(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(plan_json, "build_plan_object", breaks)
    as_json = run("next", f"products/{BROKEN}", "--format", "json", *USUAL)
    monkeypatch.undo()

    assert as_json.exit_code == 2
    (found,) = json.loads(as_json.stdout)["findings"]
    assert (found["code"], found["file"]) == ("internal-error", "products/bad")


def test_a_fault_beside_the_products_closes_the_report(place, run, monkeypatch):
    del place
    from os2governance.workflows.check import model_files

    def breaks(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(model_files, "inspect_other_model_files", breaks)
    for form in ("json", "sarif", "gitlab", "junit"):
        result = run("check", "products", "criteria", "--format", form, *USUAL, "--no-cache")

        assert result.exit_code == 2
        FORMATS[form](result.stdout)
        assert "internal-error" in result.stdout


def test_many_processes_say_the_same(place, run, monkeypatch):
    for number in range(120):
        write_product(place, f"p{number:03}", facts={"open": True})
    read_badly(monkeypatch)  # workers are forked, with the fault
    monkeypatch.setenv("OS2GOVERNANCE_PROCESSES", "2")
    several = run("check", "products", "--format", "json", *USUAL, "--no-cache")
    monkeypatch.setenv("OS2GOVERNANCE_PROCESSES", "1")
    one = run("check", "products", "--format", "json", *USUAL, "--no-cache")

    assert several.stdout == one.stdout
    assert several.exit_code == one.exit_code == 2

"""What users of other checkers have reported of theirs, tried here.

Most such trials stand where the thing is tested; these are those that stand nowhere else.
"""

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from folders import write_product
from repository import first_commit

from os2governance.render.check.formats import CHECK_FORMATS
from os2governance.render.check.github import render_job_summary

ROOT = Path(__file__).parents[2]
LARGEST_UPLOAD = 25_000
"""Results of one run that GitHub takes; it refuses the whole of a larger one."""
LARGEST_SUMMARY = 1 << 20
"""Bytes of a job summary that GitHub shows."""
MANY = 700
OPEN = {"fact": "open", "present": True}


def list_codes(result):
    return [each["code"] for each in json.loads(result.stdout)["findings"]]


@pytest.mark.parametrize("about", ["empty", "answered"])
@pytest.mark.parametrize("form", ["sarif", "gitlab", "github", "junit", "line"])
def test_seven_hundred_new_products_are_an_upload_that_is_taken(tmp_path, run, about, form):
    """Each level is at most one result of each kind, however many criteria it has.

    Held for one product of the largest model that ships, times 700;
    `tests/benchmarks/check_many.py` makes them all.
    """
    answers = "answers: {R1: {answer: met}, R2: {answer: met}}\n" if about == "answered" else ""
    file = tmp_path / "new" / "product.yaml"
    file.parent.mkdir()
    file.write_text(
        "format: os2governance/product/1\nproduct: new\nname: New\nkind: product\n"
        "model: os2/1.1.0\ndeclared: {on: 2026-05-01, by: Ejeren}\n" + answers
    )
    result = run("check", file, "--as-of", "2026-05-02", "--format", form, "--lang", "en")
    count = {
        "sarif": lambda: len(json.loads(result.stdout)["runs"][0]["results"]),
        "gitlab": lambda: len(json.loads(result.stdout)),
        "github": lambda: result.stdout.count("\n::") + 1,
        "junit": lambda: result.stdout.count("<failure") + 1,
        "line": lambda: result.stdout.count("\n"),
    }[form]()

    assert 0 < count * MANY <= LARGEST_UPLOAD


def test_a_variable_of_the_server_that_is_empty_is_said_and_nothing_is_green(place, check):
    """In a merge queue the base of a pull request is empty: `origin/` is no revision."""
    write_product(place, facts={"open": True})
    first_commit(place)
    result = check("--against", "origin/")

    assert result.exit_code == 2
    assert "origin/" in result.stderr


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_an_editor_counts_them_whatever_ends_them(place, check, ending):
    file = write_product(place, kind="thing") / "product.yaml"
    before = json.loads(check("--format", "json").stdout)["findings"]
    file.write_bytes(file.read_bytes().replace(b"\n", ending.encode()))
    after = json.loads(check("--format", "json").stdout)["findings"]

    def places(findings):
        return [
            (f["code"], f["line"], f["column"])
            for f in findings
            if not f["code"].startswith("layout")
        ]

    assert places(after) == places(before)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_comment_silences_in_files_of_windows_too(place, check, ending):
    file = write_product(place, answers={"A": {"answer": "met"}})
    file /= "product.yaml"
    assert "undocumented" in list_codes(check("products", "--format", "json"))

    text = "# os2governance: ignore[undocumented] known\n" + file.read_text()
    file.write_bytes(text.replace("\n", ending).encode())
    codes = list_codes(check("products", "--format", "json"))

    assert not {"undocumented", "silence-unused", "silence-syntax"} & set(codes)


def test_settings_saved_by_an_editor_of_windows_are_read(place, check):
    """Notepad writes a mark before the text, and its own line ends."""
    write_product(place, answers={"A": {"answer": "met"}})
    text = 'ignore = ["undocumented"]\nfail-on = "note"\n'.replace("\n", "\r\n")
    (place / "os2governance.toml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    result = check("products", "--format", "json")

    assert "undocumented" not in list_codes(result)
    assert result.exit_code == 1  # the threshold is read too


@pytest.mark.parametrize("form", CHECK_FORMATS)
@pytest.mark.parametrize(("kind", "code"), [("product", 0), ("thing", 1), ("[", 2)])
def test_the_exit_code_is_the_same_in_every_format(place, check, form, kind, code):
    file = write_product(place, kind="product") / "product.yaml"
    file.write_text(file.read_text().replace("kind: product", f"kind: {kind}"))

    assert check("products", "--format", form).exit_code == code


@pytest.mark.parametrize("form", CHECK_FORMATS)
def test_nothing_to_check_is_no_success_in_any_format(place, check, form):
    (place / "products").mkdir()

    assert check("products", "--format", form).exit_code == 2


def test_a_summary_of_a_job_is_small_enough_to_be_shown(totals):
    rows = [("error", "x" * 40, "place" * 40, "words" * 80)] * 21_000

    assert len(render_job_summary(totals, rows).encode()) < LARGEST_SUMMARY


@pytest.fixture
def totals():
    from check_reports import TOTALS

    return TOTALS


def test_actions_in_examples_are_of_a_version_that_is_still_run():
    """upload-sarif@v3 ends in December 2026, and actions on Node 20 with it."""
    oldest = {"codeql-action": 4, "checkout": 5, "setup-python": 6, "upload-artifact": 5}
    used = [
        (name, int(version))
        for file in (ROOT / "examples").rglob("*.yml")
        for name, version in re.findall(
            r"uses: \w+/([\w-]+)\S*@[0-9a-f]{40} # v(\d+)", file.read_text()
        )
        if name in oldest
    ]

    assert {name for name, _ in used} >= {"codeql-action", "checkout"}
    assert [each for each in used if each[1] < oldest[each[0]]] == []


def test_the_command_line_library_is_as_new_as_what_is_asked_of_it():
    """`click.ParamType[...]` is click 8.4's: an older one that pip leaves in place would raise."""
    needs = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    (click,) = [need for need in needs if need.startswith("click")]
    lowest = re.search(r">=(\d+)\.(\d+)", click)

    assert (int(lowest[1]), int(lowest[2])) >= (8, 4)
    assert yaml.safe_load((ROOT / ".github/workflows/lowest.yml").read_text())["jobs"]

"""`check -`: standard input as a file, for editors."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner
from conftest import GARDEN, SCRUBBED

from os2governance.cli.main import PROGRAM
from os2governance.render.check.formats import CHECK_FORMATS

BRAK = "products/brak/product.yaml"
DATA = (GARDEN / BRAK).read_bytes()
USUAL = ["--criteria", "criteria", "--as-of", "2026-05-01", "--lang", "en"]


@pytest.fixture
def check(monkeypatch):
    """Run `check` in the garden with something on standard input."""
    monkeypatch.chdir(GARDEN)
    runner = CliRunner(env={**SCRUBBED, "COLUMNS": "100"})

    def checks(data, *arguments):
        return runner.invoke(PROGRAM, ["check", *map(str, arguments), *USUAL], input=data)

    return checks


def list_places(result):
    return [(f["file"], f["line"], f["code"]) for f in json.loads(result.stdout)["findings"]]


@pytest.mark.parametrize("form", CHECK_FORMATS)
def test_the_same_bytes_give_the_report_of_the_file(check, form):
    of_file = check(b"", BRAK, "--format", form, "--no-cache")
    of_input = check(DATA, "-", "--stdin-filename", BRAK, "--format", form)

    assert of_input.stdout_bytes == of_file.stdout_bytes
    assert of_input.exit_code == of_file.exit_code


def test_what_is_not_saved_yet_is_checked_with_the_other_files_of_the_product(check):
    changed = b"# one more line\n" + DATA + b"surprise: 1\n"
    before = list_places(check(DATA, "-", "--stdin-filename", BRAK, "--format", "json"))
    result = check(changed, "-", "--stdin-filename", BRAK, "--format", "json")

    assert (BRAK, changed.count(b"\n"), "unknown-key") in list_places(result)
    assert "products/brak/decisions.yaml" in json.loads(result.stdout)["made_from"]["files"]
    assert before


@pytest.mark.parametrize("name", ["decisions.yaml", "evaluations/2026-05-01.yaml"])
def test_a_file_beside_the_declaration(check, name):
    file = f"products/brak/{name}"
    result = check(b"a: [\n", "-", "--stdin-filename", file, "--format", "json")

    assert (file, "yaml-syntax") in {(place, code) for place, _, code in list_places(result)}
    assert result.exit_code == 2


def test_a_file_that_is_new(check):
    file = "products/new/product.yaml"
    result = check(b"format: os2governance/product/1\n", "-", "--stdin-filename", file)

    assert f"{file}:1:1" in result.stdout
    assert not (GARDEN / "products/new").exists()


@pytest.mark.parametrize("path", [BRAK, f"./{BRAK}", GARDEN / BRAK, "products/../" + BRAK])
def test_findings_are_placed_by_the_path_as_it_is_given(check, path):
    result = check(DATA + b"surprise: 1\n", "-", "--stdin-filename", path, "--format", "json")
    expected = str(path).removeprefix("./")

    assert {file for file, _, code in list_places(result) if code == "unknown-key"} == {expected}


BYTES = [
    # what arrives, the code that is found, or None for what the saved file has
    (DATA.replace(b"\n", b"\r\n"), None),
    (b"\xef\xbb\xbf" + DATA, None),
    (b"", "yaml-empty"),
    (b"\0\1\2\xff\xfe", "not-utf8"),
    (b"a: " + b"x" * (10 << 20), "file-too-large"),
    (b"a: [\n", "yaml-syntax"),
]


@pytest.mark.parametrize(("data", "code"), BYTES, ids=[0, 1, 2, 3, 4, 5])
def test_whatever_arrives_is_read_as_a_file_is(check, data, code, tmp_path):
    result = check(data, "-", "--stdin-filename", BRAK, "--format", "json")
    saved = tmp_path / "product.yaml"
    saved.write_bytes(data)
    of_file = check(b"", saved, "--format", "json")
    lines = {(n, code) for file, n, code in list_places(of_file) if file == str(saved)}

    assert code is None or code in {each for _, _, each in list_places(result)}
    if code is not None:
        assert {(n, code) for file, n, code in list_places(result) if file == BRAK} == lines
        assert result.exit_code == of_file.exit_code == 2
    else:
        usual = check(DATA, "-", "--stdin-filename", BRAK, "--format", "json")
        assert {x for x in list_places(result) if x[2] != "layout-line-ends"} >= set(
            list_places(usual)
        )


MISUSES = [
    (["-"], "--stdin-filename"),
    (["-", "products", "--stdin-filename", BRAK], "no other path"),
    (["-", "-", "--stdin-filename", BRAK], "no other path"),
    ([BRAK, "--stdin-filename", BRAK], "goes with the path -"),
    (["--stdin-filename", BRAK], "goes with the path -"),
    (["-", "--stdin-filename", ""], "--stdin-filename"),
    (["-", "--stdin-filename", "products"], "is a folder"),
    (["-", "--stdin-filename", "criteria/haven/2/model.yaml"], "of a model"),
    (["-", "--stdin-filename", BRAK, "--against", "HEAD"], "--against"),
]


@pytest.mark.parametrize(("arguments", "said"), MISUSES)
def test_what_cannot_be_meant_is_refused_in_words(check, arguments, said):
    result = check(DATA, *arguments)

    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_standard_input_may_be_closed():
    command = [
        sys.executable,
        "-m",
        "os2governance",
        "check",
        "-",
        "--stdin-filename",
        BRAK,
        *USUAL,
    ]
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *command],
        cwd=GARDEN,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(GARDEN.parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert "Standard input is closed." in done.stderr


def test_settings_are_those_of_the_path(check, tmp_path, monkeypatch):
    settings = '[per-product."products/tool"]\nignore = ["unanswered"]\n'
    (tmp_path / "os2governance.toml").write_text(settings)
    (tmp_path / "products" / "tool").mkdir(parents=True)
    (tmp_path / "criteria").symlink_to(GARDEN / "criteria")
    monkeypatch.chdir(tmp_path)
    files = [f"products/{name}/product.yaml" for name in ("other", "tool")]
    found = [
        {
            code
            for _, _, code in list_places(
                check(DATA, "-", "--stdin-filename", file, "--format", "json")
            )
        }
        for file in files
    ]

    assert [codes - {"product-folder"} for codes in found] == [{"unanswered"}, set()]


REPORTS = [
    ("--format", "json"),
    ("--output", "sarif=check.sarif"),
    ("--fail-on", "note"),
    ("--write-baseline", "baseline.json"),
]


@pytest.mark.parametrize("option", REPORTS)
@pytest.mark.parametrize("fix", [("-", "--stdin-filename", BRAK, "--fix"), ("products", "--diff")])
def test_options_of_a_report_are_refused_where_none_is_made(check, fix, option):
    result = check(DATA, *fix, *option)

    assert (result.exit_code, result.stdout) == (2, "")
    assert option[0] in result.stderr
    assert not (GARDEN / option[1].rpartition("=")[2]).exists()

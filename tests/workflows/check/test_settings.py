"""The settings of a project: what may stand in their files, and what is wrong use."""

import os
import tomllib
from pathlib import Path

import pytest
from folders import criterion, write_model, write_product

from os2governance.workflows.check.settings import MAX_DOTS, MAX_DOTS_IN_HEADER, MAX_SETTINGS_BYTES

OWN, SHARED = "os2governance.toml", "pyproject.toml"


@pytest.fixture
def check(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    write_product(tmp_path, facts={"open": True})

    def checks(*arguments, **environment):
        usual = ("--criteria", "criteria", "--as-of", "2026-05-02", "--lang", "en")
        return run("check", "products", *usual, *arguments, **environment)

    return checks


def refused(result):
    """Give what a check says that ends with wrong use, and without a traceback."""
    assert isinstance(result.exception, SystemExit)
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


NO_TABLES = [
    "# os2governance\ntool = 3",
    "[[tool]]\n[tool.os2governance]\nignore = []",
    "[tool]\nos2governance = 5",
    "[tool]\nos2governance = []",
    "[[tool.os2governance]]\nignore = []",
]


@pytest.mark.parametrize("text", NO_TABLES)
def test_settings_that_are_no_table(check, text):
    Path(SHARED).write_text(text)

    assert "tool.os2governance must be a table" in refused(check())


OTHERS = ["", "[tool.other]", "tool = 3", "[[tool]]\na = 1", "a = [", "# a comment\n" * 50_000]


@pytest.mark.parametrize("text", OTHERS)
def test_what_others_say_in_their_file_is_their_own_business(check, text):
    Path(SHARED).write_text(text)

    assert check().exit_code == 0


def test_an_empty_table_of_settings_ends_the_search(check):
    Path(SHARED).write_text("[tool.os2governance]\n")

    assert check().exit_code == 0


def test_settings_may_be_for_others_too(check):
    Path(SHARED).write_text('[tool.ruff]\na = 1\n[tool.os2governance]\nfail-on = "never"\n')

    assert "'never'" in refused(check())


@pytest.mark.parametrize("text", ["a = " + "[" * 60_000, "{b=" * 20_000, "a=" + "{b=" * 20_000])
def test_settings_that_are_very_deep(check, text):
    Path(OWN).write_text(text)

    assert OWN in refused(check())


@pytest.mark.parametrize("file", [OWN, SHARED])
def test_settings_that_are_very_large(check, file):
    Path(file).write_text("# os2governance\n" * (MAX_SETTINGS_BYTES[file] // 16 + 1))

    assert f"larger than {MAX_SETTINGS_BYTES[file] >> 10} kB" in refused(check())


KEYS = [
    ("a." * (MAX_DOTS + 1) + "a = 1", MAX_DOTS),
    ("x = {" + "'a'." * (MAX_DOTS + 1) + "a = 1}", MAX_DOTS),
    (" \t[" + "a." * (MAX_DOTS_IN_HEADER + 1) + "a]", MAX_DOTS_IN_HEADER),
]


@pytest.mark.parametrize(("key", "most"), KEYS)
@pytest.mark.parametrize("file", [OWN, SHARED])
def test_keys_that_would_take_long_are_not_parsed(check, monkeypatch, file, key, most):
    """The parser's time grows with the square of a key's parts."""
    Path(file).write_text(f"# os2governance\n{key}\n")
    monkeypatch.setattr(tomllib, "loads", lambda _: pytest.fail("parsed"))

    assert f"Line 2 has more than {most} dots" in refused(check())


@pytest.mark.parametrize("file", [OWN, SHARED])
@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "ring", "nothing", "latin-1"])
def test_settings_that_cannot_be_read(check, file, kind):
    match kind:
        case "pipe":
            os.mkfifo(file)
        case "folder":
            Path(file).mkdir()
        case "device":
            Path(file).symlink_to("/dev/zero")
        case "ring":
            Path(file).symlink_to(file)
        case "nothing":
            Path(file).symlink_to("nothing")
        case "latin-1":
            Path(file).write_bytes(b"# os2governance \xe6")

    assert file in refused(check())


def test_a_folder_of_work_that_is_gone(check, tmp_path, monkeypatch):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    said = refused(check("--criteria", tmp_path / "criteria"))
    monkeypatch.chdir(tmp_path)

    assert "folder" in said


def test_a_folder_of_work_that_lies_very_deep(check, tmp_path, monkeypatch):
    for _ in range(25):
        Path("d" * 200).mkdir()
        os.chdir("d" * 200)
    result = check("--criteria", tmp_path / "criteria")
    monkeypatch.chdir(tmp_path)

    assert "too long" in refused(result)


HOSTILE = "\n::error::x\n##[error]y\x1b[31m\u202e"


@pytest.mark.parametrize(
    "text",
    [
        r'"a\n::error::x\n##[error]y\u001b[31m\u202e" = 1',
        r'ignore = ["a\n::error::x\n##[error]y\u001b[31m\u202e"]',
        r'fail-on = "a\n::error::x\n##[error]y"',
    ],
)
def test_what_stands_in_settings_is_only_text(check, text):
    Path(OWN).write_text(text)

    harmless(refused(check("--format", "github")))


def test_what_is_typed_is_only_text(check, tmp_path, monkeypatch):
    for arguments in (["--as-of", HOSTILE], ["--select", HOSTILE], ["--criteria", HOSTILE]):
        harmless(refused(check(*arguments, "--format", "github")))
    (tmp_path / HOSTILE.replace("/", "")).mkdir()
    monkeypatch.chdir(tmp_path / HOSTILE)
    Path(OWN).write_text("[")
    harmless(refused(check("--criteria", tmp_path / "criteria")))


def harmless(said):
    assert "##[" not in said
    assert [line for line in said.splitlines() if line.lstrip().startswith("::")] == []
    assert [each for each in said if not each.isprintable() and each != "\n"] == []
    assert len(said.splitlines()) <= 2

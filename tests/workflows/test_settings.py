"""The settings of a project: what may stand in their files, and what is wrong use."""

import json
import os
import tomllib
from pathlib import Path

import pytest
from folders import criterion, write_model, write_product

from os2governance.workflows.settings import (
    MAX_DOTS,
    MAX_DOTS_IN_HEADER,
    MAX_SETTINGS_BYTES,
    find_repository_settings,
)

OWN, SHARED = "os2governance.toml", "pyproject.toml"


@pytest.fixture
def check(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    write_product(tmp_path, facts={"open": True})

    def checks(*arguments, **environment):
        usual = ("--criteria", str(tmp_path / "criteria"), "--as-of", "2026-05-02", "--lang", "en")
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
    said = refused(check())
    monkeypatch.chdir(tmp_path)

    assert "folder" in said


def test_a_folder_of_work_that_lies_very_deep(check, tmp_path, monkeypatch):
    for _ in range(25):
        Path("d" * 200).mkdir()
        os.chdir("d" * 200)
    result = check()
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
    harmless(refused(check()))


def harmless(said):
    assert "##[" not in said
    assert [line for line in said.splitlines() if line.lstrip().startswith("::")] == []
    assert [each for each in said if not each.isprintable() and each != "\n"] == []
    assert len(said.splitlines()) <= 2


def lists(run, *arguments):
    result = run("check", "--as-of", "2026-05-02", "--lang", "en", "--format", "json", *arguments)
    assert result.stdout, result.stderr
    return json.loads(result.stdout_bytes)


WRONG_PLACES = [
    ('pathz = ["a"]', "1:1", "'paths'"),
    ('\nignore = ["unanswered",\n  "undocumentd"]', "3:3", "'undocumented'"),
    ('[per-product."products/none"]', "1:2", "no folder 'products/none'"),
    ('[per-product."products/tool"]\nfail-on = "note"', "2:1", "unknown"),
    ("lang = 'de'", "1:1", "da, en"),
    ('fail_on = "note"\nfail-on = "note"', "1:1", "twice"),
    ("exclude = 1", "1:1", '["products/old-*"]'),
    ('criteria = ["shipped", "mine"]', "1:24", "no folder 'mine'"),
    ('paths = ["a"', "1:13", "]"),
]


@pytest.mark.parametrize(("text", "place", "said"), WRONG_PLACES)
def test_a_fault_in_the_settings_is_said_with_its_place_by_every_command(
    check, tmp_path, run, text, place, said
):
    del check
    Path(OWN).write_text(text)
    for command in (["check"], ["assess"], ["portfolio"], ["criteria", "list"]):
        result = run(*command, "--lang", "en")
        assert result.exit_code == 2, command
        assert f"{tmp_path / OWN}:{place}: " in result.stderr
        assert said in result.stderr


def test_the_settings_say_where_products_are_and_by_which_models(check, tmp_path, run):
    del check
    (tmp_path / "products").rename(tmp_path / "governance")
    Path(OWN).write_text(
        'paths = ["governance"]\ncriteria = ["criteria", "shipped"]\nlang = "en"\n'
    )
    (tmp_path / "governance" / "below").mkdir()

    for folder in (tmp_path, tmp_path / "governance" / "below"):
        os.chdir(folder)
        said = json.loads(run("assess", "--format", "json", "--as-of", "2026-05-02").stdout_bytes)
        assert [each["product"] for each in said["products"]] == ["tool"]
        listed = run("criteria", "list", lang=None, LANG="da_DK")
        assert "small/1" in listed.stdout
        assert "os2/1.1.0" in listed.stdout
        assert "criteria" in listed.stdout
    assert lists(run)["checked"]["products"] == 1


def test_a_path_on_another_drive_of_windows_is_as_it_is(tmp_path, monkeypatch):
    def refuse(*_):
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    (tmp_path / "os2governance.toml").write_text('paths = ["all"]\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.path.relpath", refuse)

    assert find_repository_settings().paths == (str(tmp_path / "all"),)


def test_own_models_stand_beside_those_that_are_shipped(check, tmp_path, run):
    del check
    write_product(tmp_path, "other", model="os2/1.1.0", facts={}, answers={})
    found = lists(run, "--criteria", "criteria", "--criteria", "shipped")["findings"]
    assert "unknown-model" not in {each["code"] for each in found}
    found = lists(run, "--criteria", "criteria")["findings"]
    assert [each["file"] for each in found if each["code"] == "unknown-model"] == [
        "products/other/product.yaml"
    ]


def test_an_exclusion_holds_for_what_is_found_and_not_for_what_is_named(check, tmp_path, run):
    del check
    write_product(tmp_path, "old-one", kind="thing")
    Path(OWN).write_text('criteria = ["criteria"]\nexclude = ["products/old-*"]\n')

    assert lists(run)["checked"]["products"] == 1
    assert lists(run, "products/old-one")["checked"]["products"] == 1
    assert lists(run, "products/old-one/product.yaml", "--as-found")["checked"]["products"] == 0


def test_a_product_has_codes_of_its_own(check, tmp_path, run):
    del check
    write_product(tmp_path, "other")
    own = 'criteria = ["criteria"]\n[per-product."products/other"]\nignore = ["unanswered"]\n'
    Path(OWN).write_text(own)

    def files(*arguments):
        said = lists(run, "products", *arguments)["findings"]
        return {each["file"].split("/")[1] for each in said if each["code"] == "unanswered"}

    assert files() == set()
    assert files("--ignore", "planned") == {"other"}
    assert files("--select", "unanswered") == {"other"}


OTHERS_FILES = {
    "k8s/product.yaml": "apiVersion: v1\nkind: ConfigMap\n",
    "ml/evaluations/run1.yaml": "accuracy: 0.9\n",
    "data/decisions.yaml": "- use: postgres\n",
}


def test_files_of_others_with_our_names_are_passed_over_in_a_folder_and_in_the_hook(
    check, tmp_path, run
):
    del check
    for name, text in OTHERS_FILES.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "products/tool").rename(tmp_path / "governance")

    result = run("check", ".", "--lang", "en", "--criteria", "criteria", "--as-of", "2026-05-02")
    assert result.exit_code == 0
    assert "k8s/product.yaml" in result.stderr
    hook = [*OTHERS_FILES, "governance/product.yaml"]
    assert lists(run, *hook, "--as-found", "--criteria", "criteria")["checked"] == {
        "products": 1, "models": 0, "unreadable": 0,
    }  # fmt: skip
    assert run("check", "k8s/product.yaml", "--criteria", "criteria").exit_code == 1


@pytest.mark.parametrize(
    "text", [b"", b"\xff\xfe" + "format: os2governance/product/1".encode("utf-16-le"),
             b"frmat: os2governance/product/1\n", b"model: small/1\nanswers: {}\n"]
)  # fmt: skip
def test_what_may_be_ours_is_not_passed_over(check, tmp_path, run, text):
    del check
    (tmp_path / "products/tool/product.yaml").write_bytes(text)

    assert lists(run, "products", "--criteria", "criteria")["checked"]["products"] == 1

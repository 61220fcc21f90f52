"""`check --against`: products as they are, beside what git knows of them."""

import json

import pytest
from folders import criterion, write_model, write_product
from repository import first_commit, git, replace

OPEN = {"fact": "open", "present": True}
LICENCE = {"fact": "licence", "present": True}


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path, [criterion("A", "low", OPEN), criterion("B", "high", LICENCE)])
    decision = {
        "on": "2026-01-01",
        "decision": "place",
        "level": "low",
        "by": "board",
        "grounds": "x",
    }
    write_product(tmp_path, "same", facts={"open": True})
    write_product(tmp_path, "tool", facts={"open": True}, decisions=[decision])
    first_commit(tmp_path)
    return tmp_path


@pytest.fixture
def against(run):
    def checks(revision="HEAD", *more, paths=("products",)):
        usual = ("--criteria", "criteria", "--as-of", "2026-05-02", "--format", "json")
        result = run("check", *paths, "--against", revision, *usual, *more)
        if not result.stdout:
            return result.stderr, result.exit_code
        said = json.loads(result.stdout_bytes)
        return said["changes"], [f["code"] for f in said["findings"] if f["severity"] == "error"]

    return checks


def test_nothing_has_changed(place, against):
    assert against() == ([], [])


def test_facts_that_change_a_level_without_a_decision(place, against):
    replace(place / "products/tool/product.yaml", "open: true", "open: true\n  licence: MPL-2.0")
    ((change,), codes) = against()

    assert change["product"] == "tool"
    assert {"name": "assessed", "before": "low", "after": "high"} in change["levels"]
    assert change["criteria"] == [{"name": "B", "before": "unknown", "after": "met"}]
    assert codes == ["level-change-undecided"]


def test_a_newer_model_in_which_an_id_is_another_criterion(place, against):
    """What is called otherwise is compared with what it was; the id's new bearer is new."""
    told = {"version": "1", "criteria": {"B": ["A"], "A": []}, "dropped": ["B"]}
    asked = [criterion("A", "high", {"fact": "users", "present": True})]
    made = write_model(
        place / "newer", [*asked, criterion("B", "low", OPEN)], version="2", supersedes=told
    )
    made.rename(place / "criteria/small/2")
    replace(place / "products/same/product.yaml", "small/1", "small/2")
    ((change,), _) = against()

    assert change["criteria"] == [
        {"name": "A", "before": None, "after": "unknown"},
        {"name": "B", "before": "unknown", "after": None},
    ]


def test_staged_and_committed_changes_too(place, against):
    replace(place / "products/tool/product.yaml", "open: true", "open: false")
    git(place, "commit", "-qam", "second")

    assert against("HEAD") == ([], [])
    assert against("HEAD~1")[1] == ["level-change-undecided"]


def test_a_log_that_was_rewritten(place, against):
    replace(place / "products/tool/decisions.yaml", "level: low", "level: high")

    assert against()[1] == ["log-rewritten"]


def test_a_model_that_changed(place, against):
    replace(place / "criteria/small/1/all.yaml", "present: true", "present: false")
    changes, codes = against()

    assert [change["product"] for change in changes] == ["same", "tool"]
    assert "level-change-undecided" in codes


def test_new_and_gone_products(place, against):
    write_product(place, "new", facts={"open": True})
    for file in (place / "products/same").iterdir():
        file.unlink()
    changes, codes = against()

    assert [(c["product"], c["before"], c["after"]) for c in changes] == [
        ("new", False, True), ("same", True, False),
    ]  # fmt: skip
    assert codes == []


def test_a_product_that_cannot_be_used_any_more(place, against):
    replace(place / "products/tool/product.yaml", "kind: product", "kind: [")
    changes, codes = against()

    assert [(c["product"], c["after"]) for c in changes] == [("tool", False)]
    assert codes == ["yaml-syntax"]


def test_only_the_products_that_are_asked_for(place, against):
    replace(place / "products/tool/product.yaml", "open: true", "open: false")

    assert against(paths=("products/same",)) == ([], [])
    assert against(paths=("products/tool",))[0][0]["product"] == "tool"


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:products", "", "-", "a b;id"])
def test_what_is_no_revision(place, against, revision):
    if revision:
        said, code = against(revision)
        assert code == 2
        assert revision in said
    assert not (place / "x").exists()


def test_what_is_no_repository(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path, [criterion("A", "low", OPEN)])
    write_product(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = run("check", "products", "--against", "HEAD", "--criteria", "criteria")

    assert result.exit_code == 2
    assert "git" in result.stderr


def test_without_git(place, against, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")

    assert against()[1] == 2


def test_names_that_are_hard(place, against):
    hard = "a\nb\"c'æ :(glob)*"
    folder = write_product(place, "hard", facts={"open": True})
    folder.rename(folder.parent / hard)
    git(place, "add", "-A")
    git(place, "commit", "-qm", "hard")
    assert against() == ([], [])

    replace(place / "products" / hard / "product.yaml", "open: true", "open: false")
    ((change,), _) = against()
    assert change["product"] == "hard"


def test_a_link_in_the_history_is_no_file(place, against):
    (place / "products/link").mkdir()
    (place / "products/link/product.yaml").symlink_to("../tool/product.yaml")
    git(place, "add", "-A")
    git(place, "commit", "-qm", "link")
    (place / "products/link/product.yaml").unlink()

    assert against() == ([], [])


def test_text_says_what_changed(place, run):
    replace(place / "products/tool/product.yaml", "open: true", "open: true\n  licence: MPL-2.0")
    common = ("check", "products", "--against", "HEAD", "--criteria", "criteria", "--lang", "en")
    text = run(*common, "--as-of", "2026-05-02").stdout

    assert "Changed since HEAD:" in text
    assert "Assessed: low →\N{NO-BREAK SPACE}high".replace("\N{NO-BREAK SPACE}", " ") in text
    assert "B: unknown → met" in text


DERIVED = "format: os2governance/model/1\nmodel: small\nversion: '2'\nbased_on: '1'\n"


def test_a_version_that_is_based_on_another_is_read_as_it_was(place, against, run):
    """A version's base was not looked for in the history, so that the version was not there."""
    (place / "criteria/small/2").mkdir()
    (place / "criteria/small/2/model.yaml").write_text(DERIVED)
    replace(place / "products/tool/product.yaml", "small/1", "small/2")
    git(place, "add", "-A")
    git(place, "commit", "-qm", "derived")
    assert against() == ([], [])

    replace(place / "criteria/small/1/all.yaml", "present: true", "present: false")
    changes, codes = against()
    said = run("changes", "--from", "HEAD", "--criteria", "criteria", "--as-of", "2026-05-02")
    impact = ("criteria", "impact", "--from", "HEAD", "--to", "small/2", "--criteria", "criteria")

    assert [change["product"] for change in changes] == ["same", "tool"]
    assert "level-change-undecided" in codes
    assert "unusable-model" not in said.stdout
    assert "tool" in said.stdout
    assert run(*impact, "--as-of", "2026-05-02").exit_code == 0

"""`criteria diff` and `criteria migrate` as people run them."""

import json

import pytest

TEXT = """format: os2governance/product/1
product: x
name: X
kind: product
model: os2/1.0  # old
declared: {on: 2022-05-01, by: Tovholder}
answers:
  # signed
  R3: {answer: met}
  F7: {answer: met}
  R2: {answer: met}
"""


@pytest.fixture
def product(tmp_path):
    file = tmp_path / "x" / "product.yaml"
    file.parent.mkdir()
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_diff_says_what_changed(run):
    done = run("criteria", "diff", "os2/2024-05-15", "os2/2024-07-02")
    assert done.exit_code == 0
    assert "R3" in done.stdout
    assert "ikke længere en anbefaling" in done.stdout


def test_diff_says_it_in_english_and_the_other_way(run):
    done = run("criteria", "diff", "os2/2024-07-02", "os2/2024-05-15", "--lang", "en")
    assert "now only a recommendation" in done.stdout


def test_a_version_is_enough_where_one_model_has_it(run):
    whole = run("criteria", "diff", "os2/1.0", "os2/1.1.0")
    assert run("criteria", "diff", "1.0", "1.1.0").stdout == whole.stdout


def test_diff_in_json(run):
    done = run("criteria", "diff", "os2/2024-04-02", "os2/2024-05-15", "--format", "json")
    said = json.loads(done.stdout)
    (merged,) = [each for each in said["criteria"] if "merged" in each["changes"]]
    assert (merged["before"], merged["after"]) == (["F7", "F8", "F9"], "F7")


def test_diff_of_a_version_with_itself(run):
    done = run("criteria", "diff", "os2/1.0", "os2/1.0", "--lang", "en")
    assert "No criteria have changed." in done.stdout


def test_diff_of_a_version_that_is_not_there(run):
    done = run("criteria", "diff", "os2/1.0", "os2/1.1.1", "--lang", "en")
    assert done.exit_code == 2
    assert "os2/1.1.0" in done.stderr


def test_migrate_writes_what_it_says(run, product):
    done = run("criteria", "migrate", product, "--to", "os2/1.1.0", "--lang", "en")
    assert done.exit_code == 0, done.stderr
    assert "migrate-review" in done.stdout
    new = product.read_text(encoding="utf-8")
    assert "  # signed\n  R2: {answer: met}\n" in new
    assert "model: os2/1.1.0  # old\n" in new
    assert (
        "# Answer by os2/1.0, which had a criterion that was dropped since: R2: answer: met" in new
    )
    assert run("assess", product).exit_code == 0


def test_migrate_dry_writes_nothing(run, product):
    done = run("criteria", "migrate", product, "--dry-run", "--format", "json")
    said = json.loads(done.stdout)
    assert said["to"] == "os2/1.1.0"
    assert said["files"][0]["review"] == ["F7"]
    assert not said["files"][0]["written"]
    assert [each["code"] for each in said["findings"]] == ["migrate-review", "migrate-gone"]
    assert product.read_text(encoding="utf-8") == TEXT


def test_migrating_twice_changes_nothing_more(run, product):
    run("criteria", "migrate", product)
    once = product.read_bytes()
    assert run("criteria", "migrate", product).exit_code == 0
    assert product.read_bytes() == once


def test_there_is_no_way_back(run, product):
    product.write_text(TEXT.replace("os2/1.0", "os2/2024-04-02").split("answers")[0])
    done = run("criteria", "migrate", product, "--to", "os2/1.0", "--lang", "en")
    assert done.exit_code == 2
    assert "lineage-none" in done.stdout


def test_a_declaration_that_cannot_be_used_is_left_alone(run, product):
    wrong = TEXT.replace("R3:", "R9:")
    product.write_text(wrong)
    done = run("criteria", "migrate", product, "--lang", "en")
    assert done.exit_code == 2
    assert "unknown-criterion" in done.stdout
    assert product.read_text() == wrong

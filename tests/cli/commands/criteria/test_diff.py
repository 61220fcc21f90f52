"""`criteria diff` as people run it."""

import json

import pytest


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


@pytest.mark.parametrize(
    "arguments",
    [[], ["os2/1.0"], ["os2/1.0", "os2/1.1.0", "x"], ["\x1b[31m", "os2/1.0"], ["os2/1.0", "../x"]],
)
def test_wrong_use_of_diff(run, arguments):
    result = run("criteria", "diff", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "\x1b" not in result.stderr

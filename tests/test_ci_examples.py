"""What is offered for continuous integration does what it says."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from folders import write_product
from repository import first_commit, git

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / ".github/actions/check/action.yml").read_text())
SCRIPT = ACTION["runs"]["steps"][-1]["run"]
MODEL = "model: os2/1.1.0"
PYTHON = shlex.quote(sys.executable)


@pytest.fixture
def action(tmp_path):
    """Run the script of the action as the runner does, with the command on the path."""
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "os2governance").write_text(f'#!/bin/sh\nexec {PYTHON} -m os2governance "$@"\n')
    (bin_ / "os2governance").chmod(0o755)
    (bin_ / "bash.sh").write_text(SCRIPT)

    def runs(**inputs):
        given = {name: each["default"] for name, each in ACTION["inputs"].items()} | inputs
        named = {f"IN_{name.upper().replace('-', '_')}": value for name, value in given.items()}
        environment = {
            "PATH": f"{bin_}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", bin_ / "bash.sh"]
        done = subprocess.run(
            command, cwd=tmp_path, env={**environment, **named}, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        assert not done.stderr
        return done.returncode, done.stdout

    return runs


def test_the_action_annotates_and_fails(tmp_path, action):
    folder = write_product(tmp_path, model="os2/1.1.0", kind="thing")
    code, said = action(lang="en", sarif="out.sarif")

    assert code == 1
    assert said.startswith(
        "::error file=products/tool/product.yaml,line=4,col=7,title=wrong-choice"
    )
    assert "wrong-choice" in (tmp_path / "summary.md").read_text()
    assert "wrong-choice" in (tmp_path / "out.sarif").read_text()

    (folder / "product.yaml").write_text(
        (folder / "product.yaml").read_text().replace("thing", "product")
    )
    assert action()[0] == 0


def test_inputs_of_the_action_are_no_commands(tmp_path, action):
    write_product(tmp_path, model="os2/1.1.0")
    code, _ = action(path="products\n$(touch pwned)\n`touch pwned`; touch pwned", against="")

    assert code == 2
    assert not (tmp_path / "pwned").exists()


def test_the_action_says_once_why_it_cannot_run_and_leaves_no_empty_report(tmp_path, action):
    write_product(tmp_path, model="os2/1.1.0")
    first_commit(tmp_path)
    code, said = action(lang="en", against="50%", sarif="out.sarif")

    assert code == 2
    (line,) = said.splitlines()
    assert line.startswith("::error title=Governance check::There is no revision '50%25'.")
    assert not (tmp_path / "out.sarif").exists()


@pytest.mark.parametrize("path", ["products/tool\n", "\nproducts/tool\n\n", "products/tool"])
def test_a_block_of_lines_names_no_empty_path(tmp_path, action, path):
    write_product(tmp_path, model="os2/1.1.0")

    assert action(path=path) == action(path="products/tool")
    assert action(path=path)[0] == 0


def test_every_input_is_used_and_explained():
    used = ACTION["runs"]["steps"][-1]["env"]

    assert {value.split("inputs.")[1].rstrip("} ") for value in used.values()} == set(
        ACTION["inputs"]
    )
    assert all(each["description"] for each in ACTION["inputs"].values())


def test_the_example_of_an_own_repository_is_clean(run, monkeypatch):
    monkeypatch.chdir(ROOT / "examples" / "own-repository")
    result = run("check", "governance", "--as-of", "2026-11-23", "--fail-on", "warning")

    assert result.exit_code == 0, result.stdout


def test_hooks_are_for_the_files_that_there_are():
    import re

    (check, fix) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    files = ["products/a/product.yaml", "product.yaml", "products/a/evaluations/2026-01-01.yaml"]

    assert all(re.search(check["files"], file) for file in [*files, "products/a/decisions.yaml"])
    assert all(re.search(fix["files"], file) for file in files)
    assert not re.search(fix["files"], "products/a/decisions.yaml")
    assert not re.search(check["files"], "products/a/other.yaml")
    assert not re.search(check["files"], "products/a/myproduct.yaml")
    assert check["require_serial"]
    assert fix["require_serial"]


NEARLY = ["product.yml", "Product.yaml", "decisions.yml", "DECISIONS.YAML", "Evaluations/1.YML"]


@pytest.mark.parametrize("name", NEARLY)
def test_hooks_say_of_a_name_that_is_nearly_right_what_check_says(tmp_path, run, name):
    import re

    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    file = tmp_path / "tool" / name
    file.parent.mkdir(parents=True)
    file.write_text("a: 1\n")

    assert re.search(hooks[0]["files"], file.as_posix())
    assert run("check", file).stdout == run("check", tmp_path / "tool").stdout
    assert "name-not-read" in run("check", file).stdout
    assert run("check", file).exit_code == 2


CHANGES = yaml.safe_load((ROOT / "examples/github-changes.yml").read_text())


@pytest.mark.parametrize(("facts", "expected"), [("open: true", 0), ("open: false", 1), ("[", 2)])
def test_the_workflow_of_changes_fails_for_what_nobody_has_decided(tmp_path, facts, expected):
    from folders import criterion, write_model

    (step,) = (s for s in CHANGES["jobs"]["changes"]["steps"] if s.get("name") == "Changes")
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    script = (
        f'#!/bin/sh\nc=$1; shift\nexec {PYTHON} -m os2governance "$c" --criteria criteria "$@"\n'
    )
    (bin_ / "os2governance").write_text(script)
    (bin_ / "os2governance").chmod(0o755)
    (bin_ / "step.sh").write_text(step["run"])
    place = tmp_path / "place"
    write_model(place, [criterion("A", "low", {"fact": "open", "present": True})])
    file = write_product(place, facts={"open": True}) / "product.yaml"
    first_commit(place)
    file.write_text(file.read_text().replace("open: true", facts))
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", bin_ / "step.sh"],
        cwd=place,
        env={
            "PATH": f"{bin_}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "BASE": "HEAD",
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        },
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip

    assert done.returncode == expected, done.stderr
    summary = (tmp_path / "summary.md").read_text()
    assert summary.startswith((place / "changes.md").read_text())
    assert ("### tool" in summary) is (expected == 1)
    assert ("yaml-syntax" in done.stdout) is (expected == 2)


RECORD = yaml.safe_load((ROOT / "examples/github-record.yml").read_text())


@pytest.mark.parametrize("light", ["unmet", "met"])
def test_the_workflow_of_the_record_fails_for_what_did_not_stay(tmp_path, light):
    """A light that is turned after it came; beside it, one that is only written otherwise."""
    (step,) = (s for s in RECORD["jobs"]["verify"]["steps"] if s.get("name") == "Record")
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "os2governance").write_text(f'#!/bin/sh\nexec {PYTHON} -m os2governance "$@"\n')
    (bin_ / "os2governance").chmod(0o755)
    (bin_ / "step.sh").write_text(step["run"])
    place = tmp_path / "place"
    evaluated = {"evaluated": {"on": "2026-05-01", "by": "x"}, "lights": {"A": {"light": "unmet"}}}
    folder = write_product(place, evaluations=[evaluated])
    first_commit(place)
    file = folder / "evaluations/2026-05-01.yaml"
    file.write_text(file.read_text().replace("light: unmet", f"light: '{light}'"))
    git(place, "commit", "-qam", "second")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", bin_ / "step.sh"],
        cwd=place,
        env={
            "PATH": f"{bin_}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "BEFORE": "0" * 40,
            "GITHUB_SHA": "HEAD",
        },
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip

    assert done.returncode == int(light == "met"), done.stderr


def test_the_record_is_verified_on_the_main_branch_with_all_its_history():
    gitlab = yaml.safe_load((ROOT / "examples/gitlab-ci.yml").read_text())["record"]
    (checkout,) = (s for s in RECORD["jobs"]["verify"]["steps"] if "checkout" in s.get("uses", ""))

    assert RECORD[True] == {"push": {"branches": ["main"]}}
    assert checkout["with"]["fetch-depth"] == 0
    assert gitlab["variables"]["GIT_DEPTH"] == "0"
    assert all("log --verify" in line for line in gitlab["script"][1:])


def test_each_file_of_a_record_has_an_owner():
    lines = (ROOT / "examples/CODEOWNERS").read_text().splitlines()
    owned = [line.split()[0] for line in lines if line and not line.startswith("#")]

    for name in ("evaluations/", "declarations/", "register.yaml", "decisions.yaml"):
        assert f"/products/*/{name}" in owned
    assert {"/criteria/", "/.github/"} <= set(owned)

"""What is offered for continuous integration does what it says."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from folders import write_product
from repository import first_commit, git

ROOT = Path(__file__).parent.parent
ACTION_FOLDER = ROOT / ".github/actions/check"
ACTION = yaml.safe_load((ACTION_FOLDER / "action.yml").read_text())
CHECK_STEP = ACTION["runs"]["steps"][-1]
MODEL = "model: os2/1.1.0"
PYTHON = shlex.quote(sys.executable)
NOWHERE = "0" * 40


@pytest.fixture
def action(tmp_path):
    """Run the last step of the action as the runner does, with a Python in its place.

    What it gives is the exit code, what it prints, and its outputs.
    """
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "python").write_text(f'#!/bin/sh\n[ "$1" != -I ] || shift\nexec {PYTHON} "$@"\n')
    (bin_ / "python").chmod(0o755)
    (tmp_path / "runner" / "os2governance").mkdir(parents=True)
    (tmp_path / "runner" / "os2governance" / "installed").write_text(f"{bin_}\n")
    work = tmp_path / "work"
    work.mkdir()

    def runs(event="", base="", **inputs):
        given = {name: each["default"] for name, each in ACTION["inputs"].items()} | inputs
        named = {f"IN_{name.upper().replace('-', '_')}": value for name, value in given.items()}
        output = tmp_path / "output"
        output.write_text("")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", CHECK_STEP["run"]],
            cwd=work / given["working-directory"],
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT),
                "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
                "GITHUB_OUTPUT": str(output),
                "GITHUB_ACTION_PATH": str(ACTION_FOLDER),
                "GITHUB_EVENT_NAME": event,
                "RUNNER_TEMP": str(tmp_path / "runner"),
                "EVENT_BASE": base,
                **named,
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert not done.stderr
        outputs = dict(line.split("=", 1) for line in output.read_text().splitlines())
        return done.returncode, done.stdout, outputs

    runs.work = work
    return runs


def rewrite(file, old, new):
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


def test_the_action_annotates_counts_and_fails(tmp_path, action):
    file = write_product(action.work, model="os2/1.1.0", kind="thing") / "product.yaml"
    code, said, outputs = action(lang="en", sarif="out.sarif")

    assert code == 1
    assert said.startswith(
        "::error file=products/tool/product.yaml,line=4,col=7,endColumn=12,title=wrong-choice"
    )
    assert "wrong-choice" in (tmp_path / "summary.md").read_text()
    assert "wrong-choice" in (action.work / "out.sarif").read_text()
    assert outputs == {
        "sarif": "./out.sarif", "errors": "1", "warnings": "0", "notes": "0", "known": "0",
        "levels": "{}",
    }  # fmt: skip

    rewrite(file, "thing", "product")
    code, _, outputs = action()

    assert code == 0
    assert (outputs["errors"], outputs["levels"]) == ("0", '{"tool": null}')
    assert "sarif" not in outputs


def test_inputs_of_the_action_are_no_commands(action):
    write_product(action.work, model="os2/1.1.0")
    code, _, _ = action(paths="products\n$(touch pwned)\n`touch pwned`; touch pwned")

    assert code == 2
    assert not (action.work / "pwned").exists()


def test_the_action_says_once_why_it_cannot_run_and_leaves_no_empty_report(action):
    write_product(action.work, model="os2/1.1.0")
    first_commit(action.work)
    code, said, outputs = action(lang="en", against="50%", sarif="out.sarif")

    assert code == 2
    (line,) = said.splitlines()
    assert line.startswith("::error title=Governance check::There is no revision '50%25'.")
    assert not (action.work / "out.sarif").exists()
    assert "sarif" not in outputs


EVALUATED = {"evaluated": {"on": "2026-05-01", "by": "x"}, "lights": {"A": {"light": "unmet"}}}


def write_and_commit(place):
    """A product with an evaluation, committed; the file of the evaluation."""
    from folders import criterion, write_model

    write_model(place, [criterion("A", "low", {"fact": "open", "present": True})])
    folder = write_product(place, facts={"open": True}, evaluations=[EVALUATED])
    first_commit(place)
    return folder / "evaluations/2026-05-01.yaml"


def test_a_hint_beside_an_unreadable_file_is_a_notice(action):
    """The main branch went on, an evaluation was rewritten, and another file is no YAML."""
    file = write_and_commit(action.work)
    git(action.work, "branch", "-M", "main")
    git(action.work, "branch", "feature")
    (action.work / "readme").write_text("new\n")
    git(action.work, "add", "-A")
    git(action.work, "commit", "-qm", "second")
    git(action.work, "switch", "-q", "feature")
    rewrite(file, "light: unmet", "light: met")
    (action.work / "products/broken").mkdir()
    (action.work / "products/broken/product.yaml").write_text("a: [\n")
    code, said, _ = action(lang="en", against="main", criteria="criteria")
    hints = [line for line in said.splitlines() if "title=Governance check" in line]

    assert code == 2
    assert "title=yaml-syntax" in said
    assert "title=record-rewritten" in said
    assert [line.split(" ")[0] for line in hints] == ["::notice"]


@pytest.mark.parametrize("paths", ["products/tool\n", "\nproducts/tool\n\n", "products/tool"])
def test_a_block_of_lines_names_no_empty_path(action, paths):
    write_product(action.work, model="os2/1.1.0")

    assert action(paths=paths) == action(paths="products/tool")
    assert action(paths=paths)[0] == 0


def test_a_folder_of_models_and_another_working_directory(action):
    from folders import criterion, write_model

    place = action.work / "below"
    write_model(place, [criterion("A", "low", {"fact": "open", "present": True})])
    write_product(place, facts={"open": True})
    first_commit(action.work)
    given = {"working-directory": "below", "criteria": "criteria\n", "sarif": "r.sarif"}
    code, said, outputs = action(**given, **{"as-of": "2026-05-01"})

    assert code == 0, said
    assert outputs["levels"] == '{"tool": "high"}'
    assert outputs["sarif"] == "below/r.sarif"
    assert action(**given, **{"fail-on": "note", "as-of": "2027-05-01"})[0] in {0, 1}


EVENTS = [
    # name of the event, what it says that it is compared with, whether anything is compared
    ("pull_request", "main", True),
    ("merge_group", "main", True),
    ("push", "main", True),
    ("push", NOWHERE, False),  # the first push of a branch
    ("push", "f" * 40, False),  # a forced push left it behind
    ("schedule", "", False),
]


@pytest.mark.parametrize(("event", "base", "compared"), EVENTS)
def test_auto_is_what_the_event_compares_with(action, event, base, compared):
    file = write_and_commit(action.work)
    if base == "main":
        head = ["git", "-C", action.work, "rev-parse", "HEAD"]
        base = subprocess.run(head, capture_output=True, text=True, check=True).stdout.strip()
    rewrite(file, "light: unmet", "light: met")
    git(action.work, "commit", "-qam", "second")
    code, said, _ = action(event, base, against="auto", criteria="criteria")

    assert ("title=record-rewritten" in said) == compared
    assert code == int(compared)
    assert ("::notice title=Governance check" in said) == (base == "f" * 40)


def get_head(place):
    head = ["git", "-C", place, "rev-parse", "HEAD"]
    return subprocess.run(head, capture_output=True, text=True, check=True).stdout.strip()


BROUGHT = [
    # the event, the revision that it names, what changed, the exit code, and what is told of
    ("pull_request", "HEAD", "readme", 0, set()),
    ("merge_group", "HEAD", "readme", 0, set()),
    ("pull_request", "HEAD", "other", 1, {"other"}),
    ("push", "HEAD", "other", 1, {"other"}),
    ("push", NOWHERE, "other", 1, {"other", "tool"}),  # nothing to compare with: all is told
    ("schedule", "", "readme", 1, {"tool"}),
]


@pytest.mark.parametrize(("event", "base", "changed", "expected", "told"), BROUGHT)
def test_only_what_a_change_brings_is_told_and_fails(action, event, base, changed, expected, told):
    """The old error of a product that nobody touched fails no job of others."""
    write_product(action.work, "tool", model="os2/1.1.0", kind="thing")
    other = write_product(action.work, "other", model="os2/1.1.0") / "product.yaml"
    (action.work / "readme").write_text("old\n")
    first_commit(action.work)
    base = get_head(action.work) if base == "HEAD" else base
    if changed == "other":
        rewrite(other, "kind: product", "kind: thing")
    else:
        (action.work / "readme").write_text("new\n")
    git(action.work, "commit", "-qam", "second")
    code, said, outputs = action(event, base, against="auto", new="true", lang="en")

    assert code == expected, said
    assert set(re.findall(r"file=products/(\w+)/\S*?title=wrong-choice", said)) == told
    assert outputs["errors"] == str(len(told))
    assert (int(outputs["known"]) > 0) == (base not in {NOWHERE, ""})


@pytest.mark.parametrize(("new", "said"), [("true", "--against"), ("yes", "'yes'")])
def test_what_new_cannot_mean_is_said(action, new, said):
    write_product(action.work, model="os2/1.1.0")
    code, told, _ = action(new=new, lang="en")

    assert code == 2
    assert told.startswith("::error title=Governance check::")
    assert said in told


def test_several_reports_are_written_beside_the_annotations(action):
    write_product(action.work, model="os2/1.1.0", kind="thing")
    code, said, outputs = action(formats="junit=out.xml\ngitlab=out.json\n", sarif="out.sarif")

    assert code == 1
    assert said.startswith("::error file=")
    assert "wrong-choice" in (action.work / "out.xml").read_text()
    assert "wrong-choice" in (action.work / "out.json").read_text()
    assert "wrong-choice" in (action.work / "out.sarif").read_text()
    assert outputs["sarif"] == "./out.sarif"


@pytest.mark.parametrize("formats", ["jnit=out.xml", "junit", "--help"])
def test_a_report_that_cannot_be_meant_is_said(action, formats):
    write_product(action.work, model="os2/1.1.0")
    code, said, _ = action(formats=formats, lang="en")

    assert code == 2
    assert said.startswith("::error title=Governance check::--output")


def test_a_shallow_clone_is_told_to_fetch_more(action, tmp_path):
    """`actions/checkout` fetches one commit, unless it is told otherwise."""
    write_product(tmp_path / "whole", model="os2/1.1.0")
    first_commit(tmp_path / "whole")
    base = get_head(tmp_path / "whole")
    git(tmp_path / "whole", "commit", "-q", "--allow-empty", "-m", "second")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path / 'whole'}", action.work)
    code, said, _ = action("pull_request", base, against="auto", lang="en")

    assert code == 2
    assert said.startswith("::error title=Governance check::")
    assert "fetch-depth" in said


def test_a_pull_request_without_history_is_an_error_that_says_what_to_do(action):
    write_product(action.work, model="os2/1.1.0")
    first_commit(action.work)
    code, said, _ = action("pull_request", "f" * 40, against="auto", lang="en")

    assert code == 2
    assert said.startswith("::error title=Governance check::There is no revision")


def test_every_input_is_used_and_explained():
    used = " ".join(CHECK_STEP["env"].values()) + CHECK_STEP["working-directory"]

    assert set(re.findall(r"inputs\.([\w-]+)", used)) == set(ACTION["inputs"])
    assert all(each["description"] for each in ACTION["inputs"].values())
    assert all(each["description"] for each in ACTION["outputs"].values())
    assert set(re.findall(r"IN_\w+", (ACTION_FOLDER / "check.sh").read_text())) <= set(
        CHECK_STEP["env"]
    )


def test_the_jobs_own_python_stays():
    (setup,) = (s for s in ACTION["runs"]["steps"] if "setup-python" in s.get("uses", ""))
    (install,) = (s for s in ACTION["runs"]["steps"] if s.get("name") == "Install")

    assert setup["with"]["update-environment"] is False
    assert "--require-hashes" in install["run"]
    assert '-m venv "$there"' in install["run"]


EXAMPLES = sorted(
    file
    for file in (ROOT / "examples").rglob("*")
    if file.suffix in {".yml", ".yaml"} and file.name != "product.yaml"
)
OURS = r"OS2offdig/os2governance(?:/[\w./-]+)?(?:@|\n    rev: )(\w+)"


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_examples_name_what_to_replace_and_pin_all_else(file):
    text = file.read_text()
    ours = re.findall(OURS, text)
    others = re.findall(r"uses: (?!OS2offdig)(\S+)(.*)", text)

    assert ours
    assert set(ours) <= {NOWHERE, "REVISION"}
    assert "Replace " in text
    assert [name for name, _ in others if not re.search(r"@[0-9a-f]{40}$", name)] == []
    assert [note for _, note in others if not re.fullmatch(r" # v\d+\.\d+\.\d+", note)] == []


@pytest.mark.parametrize("name", ["github-workflow.yml", "github-changes.yml"])
def test_a_required_check_runs_for_every_change(name):
    events = yaml.safe_load((ROOT / "examples" / name).read_text())[True]

    assert events["pull_request"] is None


def test_uploading_fails_no_job_that_may_not_upload():
    steps = yaml.safe_load((ROOT / "examples/github-workflow.yml").read_text())["jobs"]["check"]
    (upload,) = (s for s in steps["steps"] if "upload-sarif" in s.get("uses", ""))

    assert upload["continue-on-error"] is True
    assert "fork" in upload["if"]
    assert "sarif != ''" in upload["if"]


JOBS = [("unmet", "HEAD", 0), ("met", "HEAD", 1), ("met", "", 0), ("[", "", 2)]


@pytest.mark.parametrize(("light", "base", "expected"), JOBS)
def test_the_job_for_gitlab_fails_for_what_it_prints(tmp_path, light, base, expected):
    job = yaml.safe_load((ROOT / "examples/gitlab-ci.yml").read_text())["governance"]
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    script = (
        f'#!/bin/sh\nc=$1; shift\nexec {PYTHON} -m os2governance "$c" --criteria criteria "$@"\n'
    )
    (bin_ / "os2governance").write_text(script)
    (bin_ / "os2governance").chmod(0o755)
    place = tmp_path / "place"
    rewrite(write_and_commit(place), "light: unmet", f"light: {light}")
    lines = [line for line in job["script"] if "pip install" not in line]
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(lines)],
        cwd=place,
        env={
            "PATH": f"{bin_}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            **({"CI_MERGE_REQUEST_DIFF_BASE_SHA": base} if base else {}),
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == expected, done.stderr
    assert ("record-rewritten" in done.stdout) == (expected == 1)
    assert ("yaml-syntax" in done.stdout) == (expected == 2)
    assert (place / "gl-code-quality-report.json").read_text().startswith("[")
    assert [rule["if"] for rule in job["rules"]][-1] == "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"


def test_the_example_of_an_own_repository_is_clean(run, monkeypatch):
    monkeypatch.chdir(ROOT / "examples" / "own-repository")
    result = run("check", "governance", "--as-of", "2026-11-23", "--fail-on", "warning")

    assert result.exit_code == 0, result.stdout


def test_hooks_are_for_the_files_that_there_are():
    (check, fix) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    files = ["products/a/product.yaml", "product.yaml", "products/a/evaluations/2026-01-01.yaml"]

    others = [
        "register",
        "observations",
        "decisions",
        "declarations/2026-01-01",
        "hearings/2026-01-01",
    ]
    others = [*(f"products/a/{name}.yaml" for name in others), "rounds/2026-1.yaml", "site.yaml"]

    assert all(re.search(check["files"], file) for file in [*files, *others])
    assert all(re.search(fix["files"], file) for file in files)
    assert not re.search(fix["files"], "products/a/decisions.yaml")
    assert not re.search(check["files"], "products/a/other.yaml")
    assert not re.search(check["files"], "products/a/myproduct.yaml")
    assert check["require_serial"]
    assert fix["require_serial"]


NEARLY = ["product.yml", "Product.yaml", "decisions.yml", "DECISIONS.YAML", "Evaluations/1.YML"]


@pytest.mark.parametrize("name", NEARLY)
def test_hooks_say_of_a_name_that_is_nearly_right_what_check_says(tmp_path, run, name):
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

"""No repository makes us run its programs, whatever its settings, hooks and folders say.

The products lie in a repository with every trap of `git_traps`; a product's folder looks like
git's own, and the folder that people work in holds a program called git.
"""

import os
import re
import shutil
import subprocess
from datetime import date

import pytest
from folders import criterion, write_model, write_product
from git_traps import Traps, make_impostor, make_lookalike, set_traps
from repository import first_commit, git
from starlette.testclient import TestClient

from os2governance.cli.main import PROGRAM
from os2governance.git.branch import commit_on_branch
from os2governance.git.command import run_git
from os2governance.git.repository import find_repository
from os2governance.web.security import LOOPBACK_HOSTS, SecurityPolicy
from os2governance.web.server import build_server_app
from os2governance.web.workspace import Workspace

GIT = shutil.which("git") or "git"
PLACE = {"on": "2026-04-01", "decision": "place", "level": "low", "by": "board", "grounds": "ja"}
EVALUATION = {"evaluated": {"on": "2026-04-01", "by": "X"}, "lights": {"A": "green"}}


@pytest.fixture
def traps(tmp_path):
    return Traps(tmp_path / "traps")


@pytest.fixture
def place(tmp_path, traps, monkeypatch):
    """A repository of two products, with a history, and then with every trap."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "T")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "t@example.org")
        monkeypatch.setenv(f"GIT_{role}_DATE", "2026-04-02T12:00:00Z")
    place = tmp_path / "place"
    place.mkdir()
    write_model(place, [criterion("A", "low", {"fact": "open", "equals": True})])
    for name in ("tool", "other"):
        write_product(
            place, name, facts={"open": True}, decisions=[PLACE], evaluations=[EVALUATION]
        )
    make_lookalike(place / "products" / "tool", traps)
    (place / "publiccode.yml").write_text("publiccodeYmlVersion: '0.4'\nname: New\n")
    (place / "report.md").write_text("# Report\n\n| Krav | Svar |\n|---|---|\n| A | Ja |\n")
    first_commit(place)
    git(place, "branch", "-M", "main")
    with (place / "products" / "tool" / "product.yaml").open("a") as file:
        file.write("# changed\n")
    git(place, "commit", "-qam", "second")
    with (place / "products" / "other" / "product.yaml").open("a") as file:
        file.write("# not committed\n")
    make_impostor(place, traps)
    set_traps(place, traps)
    monkeypatch.chdir(place)
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", os.environ["PATH"]]))
    return place


PLAIN_GIT = [
    (["status"], "core.fsmonitor"),
    (["-c", "core.fsmonitor=", "diff", "HEAD~1", "HEAD"], "filter.trap.process"),
    (["-c", "core.fsmonitor=", "update-ref", "refs/heads/x", "HEAD"], "hook reference-transaction"),
    (["-C", "products/tool", "status"], "lookalike"),
    (["-c", "core.fsmonitor=", "cat-file", "-p", "1" * 40], "ext"),
    (["x"], "alias.x"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "name"), PLAIN_GIT, ids=str)
def test_the_traps_are_traps(place, traps, arguments, name):
    """To git as people run it."""
    subprocess.run([GIT, *arguments], capture_output=True, check=False)

    assert name in traps.sprung


COMMANDS = [
    ("assess",),
    ("assess", "products/tool"),
    ("explain", "products/tool"),
    ("next", "products/tool"),
    ("check",),
    ("check", "--against", "HEAD~1"),
    ("check", "--against", "main..."),
    ("check", "products/tool", "--against", "HEAD"),
    ("check", "products", "--against", "1" * 40),
    ("check", "products/tool", "--fix"),
    ("decide", "products/tool", "pause", "--by", "board", "--grounds", "ja", "--yes"),
    ("log",),
    ("case", "products/tool"),
    ("case", "--model-change", "--from", "HEAD~1"),
    ("changes",),
    ("changes", "products/tool"),
    ("changes", "--from", "HEAD~1"),
    ("changes", "--from", "HEAD~1", "--to", "HEAD", "products/tool"),
    ("changes", "--from", "2026-04-03"),
    ("ahead",),
    ("deviations",),
    ("agreement",),
    ("trend",),
    ("round",),
    ("agenda",),
    ("letters", "decision"),
    ("evaluate", "products/tool"),
    ("hearing", "products/tool", "agreed", "--by", "board", "--yes"),
    ("lite", "build", "out", "--propose", "no address"),  # refused before anything is fetched
    ("portfolio",),
    ("site", "--out", "../site"),
    ("init", "new"),
    ("import", "publiccode.yml", "--id", "new", "--model", "os2/1.1.0"),
    ("export", "products/tool", "--to", "publiccode"),
    ("verify", "report.md", "--model", "os2/1.1.0"),
    ("schema", "product"),
    ("criteria", "lint", "criteria"),
    ("criteria", "impact", "--from", "HEAD~1"),
    ("serve", "nowhere"),
]
"""Every command, and every way of one that asks git; `serve` itself is below."""


DAY = ("--as-of", "2026-05-01")


def test_every_command_is_tried():
    assert {each[0] for each in COMMANDS} == set(PROGRAM.command_names)


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_command_runs_a_program_of_the_repository(place, traps, run, arguments):
    own = () if arguments[0] in {"schema", "import", "verify"} else ("--criteria", "criteria")
    result = run(*arguments, *own, *(() if arguments[0] == "schema" else DAY))

    assert result.exit_code in {0, 1, 2}, result.output
    assert traps.sprung == []


@pytest.mark.parametrize("where", [".", "products", "products/tool"])
def test_comparing_from_a_folder_within_runs_none(place, traps, run, monkeypatch, where):
    monkeypatch.chdir(place / where)
    result = run(
        "check", place / "products" / "tool", "--against", "HEAD~1",
        "--criteria", place / "criteria", "--as-of", "2026-05-01",
    )  # fmt: skip

    assert result.exit_code in {0, 1}, result.output
    assert traps.sprung == []


@pytest.mark.parametrize("folder", ["products", "products/tool"])
def test_the_buttons_of_the_form_run_none(place, traps, folder):
    workspace = Workspace(
        folder=place / folder,
        criteria=(place / "criteria",),
        today=lambda: date(2026, 5, 1),
        language="da",
        commit=commit_on_branch,
    )
    policy = SecurityPolicy(hosts=LOOPBACK_HOSTS, token="", clock=lambda: 0.0, language="da")
    client = TestClient(build_server_app(workspace, policy), base_url="http://127.0.0.1:8000")
    page = client.get("/tool/papers").text
    csrf = re.search('name="csrf" value="([^"]*)"', page)[1]
    for address in ("/", "/tool", "/tool/papers", "/tool/evaluate"):
        assert client.get(address).status_code == 200
    pressed = client.post("/tool/branch", data={"csrf": csrf, "branch": "form", "message": "m"})

    assert pressed.status_code == 409  # nothing has changed since the last commit
    with (place / "products" / "tool" / "product.yaml").open("a") as file:
        file.write("# again\n")
    pressed = client.post("/tool/branch", data={"csrf": csrf, "branch": "form", "message": "m"})
    assert pressed.status_code == 200, pressed.text
    assert traps.sprung == []
    assert (place / ".git" / "refs" / "heads" / "form").exists()


def test_what_a_partial_clone_lacks_is_not_fetched(place, traps, run):
    """Fetching it runs what the repository says; without it there is nothing to compare with."""
    blob = subprocess.run(
        [GIT, "rev-parse", "HEAD~1:products/tool/product.yaml"],
        check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    (place / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    result = run(
        "check", "products", "--against", "HEAD~1", "--criteria", "criteria", "--lang", "en"
    )

    assert result.exit_code == 2
    assert "it is a partial clone" in " ".join(result.stderr.split())
    assert traps.sprung == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("log", "-p", "--stat", "--format=%H %an %G?", "HEAD"),
        ("diff-tree", "-p", "-M", "HEAD~1", "HEAD"),
        ("ls-files", "--others", "--modified", "--exclude-standard"),
        ("rev-list", "--objects", "HEAD"),
        ("for-each-ref",),
    ],
    ids=" ".join,
)
def test_what_git_may_be_asked_runs_none(place, traps, arguments):
    answer = run_git(arguments, find_repository(place / "products" / "tool"))

    assert answer.exit_code == 0, answer.message
    assert answer.output
    assert traps.sprung == []

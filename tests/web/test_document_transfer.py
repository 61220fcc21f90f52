"""Documents out and in, the plan on paper, and what has changed."""

import re
import subprocess
from html import unescape
from shutil import copy, copytree

import pytest
import yaml
from repository import first_commit
from starlette.testclient import TestClient
from web.conftest import DECLARED, TODAY, Visitor

from os2governance.files.listing import find_shipped_criteria
from os2governance.git.branch import commit_on_branch
from os2governance.web.security import LOOPBACK_HOSTS, SecurityPolicy
from os2governance.web.server import build_server_app
from os2governance.web.workspace import Workspace


def bring(visitor, name, data, **more):
    files = {"document": (name, data)}
    typed = {"csrf": visitor.held("csrf"), "action": "read", **more}
    answer = visitor.client.post("/eksempel/papers", data=typed, files=files)
    visitor.text, visitor.status = answer.text, answer.status_code
    return answer.text


def test_every_document_can_be_taken_out(visitor):
    text = visitor.open("/eksempel/papers")
    links = [unescape(link) for link in re.findall(r'href="(/eksempel/papers/[^"]+)"', text)]

    assert len(links) >= 4
    for link in links:
        answer = visitor.client.get(link)
        assert answer.status_code == 200, link
        assert answer.content
        assert answer.headers["content-disposition"].startswith('attachment; filename="eksempel-')
        assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("path", ["x/y", "governance-report/nothing", "../../etc"])
def test_a_document_that_there_is_not(visitor, path):
    assert visitor.client.get(f"/eksempel/papers/{path}").status_code == 404


def test_what_is_taken_out_is_brought_in_again(visitor, file):
    visitor.open()
    visitor.press({"answers.G6.answer": "unmet", "answers.G6.note": "Ikke endnu"})
    text = visitor.open("/eksempel/papers")
    link = next(
        unescape(x) for x in re.findall(r'href="(/eksempel/papers/governance[^"]+)"', text)
    )
    report = visitor.client.get(link).content
    file.write_text(DECLARED)
    kept = file.parent / "declarations" / "2026-04-01.yaml"
    kept.unlink()

    visitor.open("/eksempel/papers")
    shown = bring(visitor, "rapport.md", report)
    assert visitor.status == 200
    assert "G6" in shown
    assert "ikke opfyldt: 1" in shown
    assert "<td>–</td><td>ikke opfyldt</td><td><p>Ikke endnu</p></td>" in shown
    assert "unmet" not in shown.split('id="found"', 1)[1]
    assert file.read_text() == DECLARED  # only proposed yet
    assert "Selvevalueringen bliver gemt under sin dato, som den er nu." in shown
    assert not kept.exists()

    typed = {"proposal": visitor.held("proposal")}
    visitor.press(typed, "accept", "/eksempel/papers")
    assert yaml.safe_load(file.read_text())["answers"]["G6"]["answer"] == "unmet"
    assert kept.read_text() == DECLARED
    assert "# aftalt i 2020" in file.read_text()


def test_a_proposal_is_not_written_over_what_others_wrote(visitor, file):
    visitor.open("/eksempel/papers")
    bring(
        visitor,
        "publiccode.yml",
        b"publiccodeYmlVersion: '0.4'\nname: Andet\nurl: https://github.com/os2/andet\nlegal:\n  license: GPL-3.0-only\n",
    )
    proposal = visitor.held("proposal")
    assert proposal
    theirs = DECLARED + "# mere\n"
    file.write_text(theirs)
    visitor.press({"proposal": proposal}, "accept", "/eksempel/papers")

    assert visitor.status == 409
    assert file.read_text() == theirs


def test_a_proposal_is_accepted_once(visitor):
    visitor.open("/eksempel/papers")
    visitor.press({"proposal": "findes-ikke"}, "accept", "/eksempel/papers")

    assert visitor.status == 409


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("brev.md", b"Hej!"),
        ("x.json", b"{"),
        ("x.json", b"\xff\xfe"),
        ("../../x.yml", b"a: &a [*a]"),
        ("<script>.md", b"<script>alert(1)</script>"),
        ("x.bin", bytes(range(256))),
    ],
)
def test_what_is_no_document_changes_nothing(visitor, file, name, data):
    visitor.open("/eksempel/papers")
    text = bring(visitor, name, data)

    assert visitor.status == 422
    assert "<script>" not in text.replace('<script src="/', "")
    assert file.read_text() == DECLARED


def test_what_has_changed_is_shown_before_and_after(visitor):
    visitor.open("/eksempel/papers")
    visitor.open()
    visitor.press({"name": "Nyt <b>navn</b>"})
    text = visitor.open("/eksempel/papers")

    assert "<td>Eksempel</td><td>Nyt &lt;b&gt;navn&lt;/b&gt;</td>" in text
    assert "<b>navn" not in text


def test_the_plan(visitor):
    text = visitor.open("/eksempel/plan")

    assert "det mangler for at nå sandkassen" in text
    assert "F3" in text


# -- the evaluator ----------------------------------------------------------------------------


def test_an_evaluation_is_written(visitor, folder):
    visitor.open("/eksempel/evaluate")
    typed = {
        "was": visitor.held("was"),
        "on": "2026-05-01",
        "by": "Sekretariatet",
        "recommends": "sandkasse",
        "light.R1": "partly",
        "grounds.R1": "Mangler\r\nen henvisning",
        "light.F2": "met",
        "light.F3": "",
    }
    text = visitor.press(typed, address="/eksempel/evaluate")

    assert visitor.status == 200
    assert "evaluations/2026-05-01.yaml" in text
    said = yaml.safe_load((folder / "evaluations" / "2026-05-01.yaml").read_text())
    assert said["lights"] == {
        "R1": {"light": "partly", "grounds": "Mangler\nen henvisning"},
        "F2": {"light": "met"},
    }
    assert said["evaluated"]["by"] == "Sekretariatet"
    again = Visitor(visitor.client)
    again.open("/eksempel/evaluate")
    assert "Mangler" in again.text  # today's own evaluation stands in the form
    assert "Afviger fra selvevalueringen." in again.text


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"on": "2026-02-30"}, "Skriv en dato"),
        ({"by": " "}, "Skriv, hvem der evaluerer."),
        ({"recommends": "9"}, "9"),
    ],
)
def test_a_wrong_evaluation_is_not_written(visitor, folder, wrong, message):
    visitor.open("/eksempel/evaluate")
    typed = {"was": "", "on": "2026-05-01", "by": "x", "light.R1": "met", **wrong}
    text = visitor.press(typed, address="/eksempel/evaluate")

    assert visitor.status == 422
    assert message in text
    assert not list(folder.glob("evaluations/*"))


def test_an_evaluation_that_somebody_else_wrote_is_not_written_over(visitor, folder):
    visitor.open("/eksempel/evaluate")
    (folder / "evaluations").mkdir()
    file = folder / "evaluations" / "2026-05-01.yaml"
    file.write_text("# deres\n")
    typed = {"was": visitor.held("was"), "on": "2026-05-01", "by": "x", "light.R1": "met"}
    visitor.press(typed, address="/eksempel/evaluate")

    assert visitor.status == 422
    assert file.read_text() == "# deres\n"


def test_a_light_that_there_is_not_is_not_given(visitor, folder):
    visitor.open("/eksempel/evaluate")
    typed = {"was": "", "on": "2026-05-01", "by": "x", "light.R1": "blue", "light.F2": "unknown"}
    visitor.press(typed, address="/eksempel/evaluate")

    said = yaml.safe_load((folder / "evaluations" / "2026-05-01.yaml").read_text())
    assert "lights" not in said


# -- a branch of its own ------------------------------------------------------------------------


@pytest.fixture
def in_git(folder, monkeypatch):
    """The same product in a repository, and a server that knows git."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "T")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "t@example.org")
    first_commit(folder)
    place = Workspace(
        folder=folder, criteria=(), today=lambda: TODAY, language="da", commit=commit_on_branch
    )
    guard = SecurityPolicy(hosts=LOOPBACK_HOSTS, token="", clock=lambda: 0.0, language="da")
    client = TestClient(build_server_app(place, guard), base_url="http://127.0.0.1:8000")
    visitor = Visitor(client)
    visitor.open("/eksempel/papers")
    return visitor


def git_says(folder, *arguments):
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_what_was_filled_in_is_committed_on_a_branch(in_git, folder, file):
    file.write_text(DECLARED.replace("name: Eksempel", "name: Ny"))
    head = git_says(folder, "rev-parse", "HEAD")
    in_git.press({"branch": "skema", "message": "Selvevaluering <b>"}, address="/eksempel/branch")

    assert in_git.status == 200
    assert f"Gemt i skema: {git_says(folder, 'rev-parse', 'skema')[:12]}" in in_git.text
    assert git_says(folder, "show", "skema:product.yaml") == file.read_text()
    assert git_says(folder, "log", "-1", "--format=%s", "skema") == "Selvevaluering <b>\n"
    assert git_says(folder, "rev-parse", "HEAD") == head
    assert git_says(folder, "status", "--short") == " M product.yaml\n"


def test_the_declaration_before_the_change_goes_along(in_git, folder, file):
    in_git.open("/eksempel")
    in_git.press({"name": "Ny"})
    in_git.open("/eksempel/papers")
    in_git.press({"branch": "skema"}, address="/eksempel/branch")

    assert git_says(folder, "show", "skema:declarations/2026-04-01.yaml") == DECLARED
    assert git_says(folder, "show", "skema:product.yaml") == file.read_text()
    changed = git_says(folder, "diff", "--name-only", "HEAD", "skema").split()
    assert changed == ["declarations/2026-04-01.yaml", "product.yaml"]


@pytest.mark.parametrize("branch", ["--force", "../x", "a b", "<script>alert(1)</script> x"])
def test_what_is_no_branch_is_refused_and_inert(in_git, folder, branch):
    in_git.press({"branch": branch}, address="/eksempel/branch")

    assert in_git.status == 409
    assert "kan ikke bruges som navn på en branch" in in_git.text
    assert "<script>alert" not in in_git.text
    assert git_says(folder, "branch").count("\n") == 1


def test_without_git_nothing_is_offered(visitor):
    assert "gren" not in visitor.open("/eksempel/papers")
    visitor.press({"branch": "skema"}, address="/eksempel/branch")
    assert visitor.status == 404


@pytest.fixture
def own_models(tmp_path, folder):
    """Copy the shipped models, and visit the product by them."""
    criteria = tmp_path / "criteria"
    for name in ("1.1.0", "layouts", "documents.yaml"):
        source = find_shipped_criteria() / "os2" / name
        (copytree if source.is_dir() else copy)(source, criteria / "os2" / name)
    place = Workspace(folder=folder, criteria=(criteria,), today=lambda: TODAY, language="da")
    guard = SecurityPolicy(hosts=LOOPBACK_HOSTS, token="", clock=lambda: 0.0, language="da")
    client = TestClient(build_server_app(place, guard), base_url="http://127.0.0.1:8000")
    return criteria / "os2", Visitor(client)


def test_a_broken_layout_is_said_where_documents_are_offered(own_models):
    criteria, visitor = own_models
    (criteria / "layouts" / "marks.yaml").write_text("\nbogus: 1\n", encoding="utf-8")
    text = unescape(visitor.open("/eksempel/papers"))

    assert visitor.status == 200
    assert "layouts/marks.yaml:2:1" in text
    assert "bogus" in text
    text = unescape(visitor.open("/eksempel/papers/governance-report/1.1.0"))
    assert visitor.status == 404
    assert "bogus" in text


def test_broken_terms_are_said_where_a_document_is_brought_in(own_models):
    criteria, visitor = own_models
    (criteria / "documents.yaml").write_text("\nbogus: 1\n", encoding="utf-8")
    visitor.open("/eksempel/papers")

    assert "documents.yaml:2:1" in unescape(bring(visitor, "rapport.md", b"| R1 | x |\n"))


def test_a_change_is_told_whichever_file_it_is_in_and_whether_or_not_it_was_looked_at(visitor):
    visitor.open()
    visitor.press({"name": "Nyt navn"})
    visitor.press({"on": "2026-05-01", "by": "Sekretariatet"}, "", "/eksempel/evaluate")
    text = visitor.open("/eksempel/papers").split('id="diff"')[1]

    assert "<td>Eksempel</td><td>Nyt navn</td>" in text
    assert "<td>–</td><td>Sekretariatet</td>" in text
    assert "Der er ingen ændringer" not in text

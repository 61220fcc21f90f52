"""`check --against`: products as they are, beside what git knows of them."""

import json
from shutil import rmtree

import pytest
from folders import criterion, write_model, write_product
from repository import first_commit, git, replace

PLACE = {"on": "2026-01-01", "decision": "place", "level": "low", "by": "board", "grounds": "x"}
ADMIT = {"on": "2025-12-01", "decision": "admit", "by": "board", "grounds": "x"}
OPEN = {"fact": "open", "present": True}
LICENCE = {"fact": "licence", "present": True}


def commit(place):
    git(place, "add", "-A")
    git(place, "commit", "-qm", "more")


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path, [criterion("A", "low", OPEN), criterion("B", "high", LICENCE)])
    write_product(tmp_path, "same", facts={"open": True})
    write_product(tmp_path, "tool", facts={"open": True}, decisions=[PLACE])
    first_commit(tmp_path)
    return tmp_path


@pytest.fixture
def against(run):
    def checks(revision="HEAD", *more, paths=("products",)):
        own = () if "--criteria" in more else ("--criteria", "criteria")
        usual = (*own, "--as-of", "2026-05-02", "--format", "json")
        result = run("check", *paths, "--against", revision, *usual, *more)
        if not result.stdout:
            return result.stderr, result.exit_code
        said = json.loads(result.stdout_bytes)
        codes = [f["code"] for f in said["findings"] if f["severity"] == "error" or _is_level(f)]
        return said["changes"], codes

    return checks


def _is_level(found):
    """Whether it is about a level: a fall is a warning only, as is what becomes unsettled."""
    return found["code"].startswith("level-")


def test_nothing_has_changed(place, against):
    assert against() == ([], [])


def test_facts_that_change_a_level_without_a_decision(place, against):
    replace(place / "products/tool/product.yaml", "open: true", "open: true\n  licence: MPL-2.0")
    ((change,), codes) = against()

    assert change["product"] == "tool"
    states = {"before_state": "reached", "after_state": "reached"}
    assert {"name": "assessed", "before": "low", "after": "high", **states} in change["levels"]
    assert change["criteria"] == [{"name": "B", "before": "unknown", "after": "met"}]
    assert codes == ["level-change-undecided"]


@pytest.mark.parametrize(
    ("before", "after", "finding", "code"),
    [
        ("open: true", "open: true\n  licence: MIT", "error level-change-undecided", 1),
        ("open: true", "open: false", "warning level-change-undecided", 0),
        ("open: true", "licence: MIT", "warning level-unsettled", 0),
    ],
)
def test_a_rise_is_an_error_and_a_fall_a_warning(place, run, before, after, finding, code):
    """A rise stops a merge; a fall, and what is merely not answered any more, is told."""
    replace(place / "products/tool/product.yaml", before, after)
    usual = ("--criteria", "criteria", "--as-of", "2026-05-02", "--format", "json")
    result = run("check", "products/tool", "--against", "HEAD", *usual)
    found = [each for each in json.loads(result.stdout_bytes)["findings"] if _is_level(each)]

    assert [f"{each['severity']} {each['code']}" for each in found] == [finding]
    assert result.exit_code == code


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

    assert against()[1] == ["record-rewritten"]


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
    assert codes == ["level-change-undecided"]


def test_a_product_that_cannot_be_used_any_more(place, against):
    replace(place / "products/tool/product.yaml", "kind: product", "kind: [")
    changes, codes = against()

    assert [(c["product"], c["after"], c["unusable"]) for c in changes] == [("tool", False, True)]
    assert changes[0]["levels"] == changes[0]["criteria"] == []
    assert codes == ["yaml-syntax"]


def test_only_the_products_that_are_asked_for(place, against):
    replace(place / "products/tool/product.yaml", "open: true", "open: false")

    assert against(paths=("products/same",)) == ([], [])
    assert against(paths=("products/tool",))[0][0]["product"] == "tool"


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:products", "-", "a b;id"])
def test_what_is_no_revision(place, against, revision):
    said, code = against(revision)

    assert code == 2
    assert revision in said
    assert not (place / "x").exists()


@pytest.mark.parametrize("revision", ["", " "])
def test_a_revision_from_a_variable_that_is_not_set(place, against, revision):
    said, code = against(revision)

    assert code == 2
    assert "--against" in said


def test_what_is_no_repository(tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path, [criterion("A", "low", OPEN)])
    write_product(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    result = run("check", "products", "--against", "HEAD", "--criteria", "criteria")

    assert result.exit_code == 2
    assert "Mappen ligger ikke i et git-repositorium" in result.stderr
    assert "fatal" not in result.stderr


def test_a_revision_that_was_not_fetched(place, against, tmp_path_factory, monkeypatch):
    """Servers fetch the newest commit alone unless they are told to fetch all."""
    assert "fetch-depth" not in against("HEAD~9")[0]
    commit_all = ("commit", "-q", "--allow-empty", "-m", "more")
    git(place, *commit_all)
    shallow = tmp_path_factory.mktemp("shallow")
    git(shallow, "clone", "-q", "--depth", "1", f"file://{place}", "there")
    monkeypatch.chdir(shallow / "there")
    said, code = against("HEAD~1")

    assert code == 2
    assert "Revisionen »HEAD~1« findes ikke." in said
    assert "fetch-depth: 0" in said
    assert "GIT_DEPTH: 0" in said


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


def test_a_link_in_the_history_leads_where_it_led(place, against):
    (place / "products/link").mkdir()
    (place / "products/link/product.yaml").symlink_to("../tool/product.yaml")
    commit(place)
    assert against()[0] == []

    (place / "products/link/product.yaml").unlink()
    ((change,), codes) = against()
    assert (change["file"], change["after"]) == ("products/link/product.yaml", False)
    assert codes == []


@pytest.fixture
def text(run):
    def says(*paths, language="en"):
        usual = ("--criteria", "criteria", "--as-of", "2026-05-02", "--lang", language)
        said = run("check", *(paths or ["products"]), "--against", "HEAD", *usual).stdout
        return said.replace("\N{NO-BREAK SPACE}", " ")

    return says


def test_a_broken_product_is_not_gone(place, text):
    replace(place / "products/tool/product.yaml", "kind: product", "kind: [")
    said = text()

    assert "tool (can no longer be used; see the findings)" in said
    assert "gone" not in said
    assert "Placed" not in said

    commit(place)
    replace(place / "products/tool/product.yaml", "kind: [", "kind: product")
    assert "tool (kunne ikke bruges før)" in text(language="da")


def test_a_log_that_cannot_be_read_is_not_called_rewritten(place, against):
    log = place / "products/tool/decisions.yaml"
    log.write_text(log.read_text() + "   x: [\n")
    (_, codes) = against()

    assert codes == ["yaml-syntax"]


def test_a_branch_answers_for_itself_alone(place, against):
    """What happened on the other branch meanwhile is not of this one."""
    git(place, "checkout", "-qb", "main2")
    log = place / "products/tool/decisions.yaml"
    log.write_text(log.read_text().replace("decisions:", "decisions:") + "")
    later = {**PLACE, "on": "2026-02-01", "level": "high"}
    write_product(place / "later", "tool", decisions=[PLACE, later])
    log.write_text((place / "later/products/tool/decisions.yaml").read_text())
    replace(place / "products/same/product.yaml", "open: true", "open: true\n  licence: MPL-2.0")
    rmtree(place / "later")
    commit(place)
    git(place, "checkout", "-qb", "mine", "HEAD~1")
    write_product(place, "new", facts={"open": True})
    commit(place)
    changes, codes = against("main2...")

    assert [each["product"] for each in changes] == ["new"]
    assert codes == ["level-change-undecided"]
    assert set(against("main2")[1]) == {
        "record-removed", "level-unsettled", "level-change-undecided",
    }  # fmt: skip


def test_a_history_that_was_written_anew_is_compared_with_what_it_was(place, against):
    """What is dropped with its commit is dropped, though the commits in common lack it too."""
    git(place, "branch", "was")
    log = place / "products/tool/decisions.yaml"
    log.write_text(log.read_text().replace("grounds: x", "grounds: y"))
    git(place, "commit", "-qam", "other", "--amend")

    assert against("was")[1] == ["record-rewritten"]


def test_a_branch_that_is_behind_is_told_how_to_compare_its_own(place, run):
    git(place, "checkout", "-qb", "main2")
    replace(place / "products/same/product.yaml", "open: true", "open: true\n  licence: MPL-2.0")
    commit(place)
    git(place, "checkout", "-qb", "mine", "HEAD~1")
    usual = (
        "check",
        "products",
        "--criteria",
        "criteria",
        "--as-of",
        "2026-05-02",
        "--lang",
        "en",
    )

    assert "--against main2..." in run(*usual, "--against", "main2").stderr
    assert run(*usual, "--against", "main2...").stderr == ""
    assert run(*usual, "--against", "HEAD").stderr == ""
    git(place, "checkout", "--orphan", "alone", "-q")
    git(place, "commit", "-qm", "alone")
    assert "There is no revision 'main2...'" in run(*usual, "--against", "main2...").stderr


def test_a_log_that_was_rewritten_while_the_product_cannot_be_used(place, against, text):
    replace(place / "products/tool/product.yaml", "kind: product", "kind: [")
    commit(place)
    replace(place / "products/tool/decisions.yaml", "level: low", "level: high")

    assert against() == ([], ["record-rewritten", "yaml-syntax"])
    assert "No levels and no criteria have changed" in text()


def test_a_change_that_moves_no_level_says_so(place, text):
    replace(place / "products/tool/decisions.yaml", "grounds: x", "grounds: y")

    assert "\n  tool\n    Levels and criteria are unchanged.\n" in text()
    assert "\n  tool\n    Niveauer og krav er uændrede.\n" in text(language="da")


def test_the_summary_of_a_job_says_as_much(place, run, tmp_path, monkeypatch):
    replace(place / "products/tool/product.yaml", "kind: product", "kind: [")
    replace(place / "products/same/product.yaml", "product: same", "product: other")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    usual = ("--criteria", "criteria", "--as-of", "2026-05-02", "--lang", "en")
    run("check", "products", "--against", "HEAD", "--format", "github", *usual)
    said = (tmp_path / "summary.md").read_text()

    assert "- **other** (was called same before)\n  - Levels and criteria are unchanged.\n" in said
    assert "- **tool** (can no longer be used; see the findings)\n" in said


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


@pytest.mark.parametrize("file", ["product.yaml", "decisions.yaml", "evaluations/2026-04-01.yaml"])
def test_a_file_of_a_product_means_the_product(place, against, file):
    """As pre-commit gives them; nothing was compared."""
    evaluation = {"evaluated": {"on": "2026-04-01", "by": "board"}, "lights": {}}
    write_product(
        place, "lit", facts={"open": True}, evaluations=[evaluation], decisions=[ADMIT, PLACE]
    )
    commit(place)
    path = f"products/lit/{file}"
    assert against(paths=(path,)) == ([], [])

    replace(place / "products/lit/decisions.yaml", "decision: admit", "decision: pause")
    replace(place / "products/lit/product.yaml", "open: true", "open: false")
    assert against(paths=(path,))[1] == ["level-change-undecided", "record-rewritten"]


def test_the_log_that_was_removed_means_its_product(place, against):
    (place / "products/tool/decisions.yaml").unlink()

    assert "record-removed" in against(paths=("products/tool/decisions.yaml",))[1]


@pytest.mark.parametrize("path", ["product.yaml", "decisions.yaml", "."])
def test_a_product_in_a_repository_of_its_own(tmp_path, monkeypatch, against, path):
    write_model(tmp_path, [criterion("A", "low", OPEN)])
    made = write_product(tmp_path / "made", facts={"open": True}, decisions=[ADMIT, PLACE])
    for file in made.iterdir():
        file.rename(tmp_path / file.name)
    write_product(tmp_path / "example", "other", facts={"open": True}, decisions=[PLACE])
    monkeypatch.chdir(tmp_path)
    first_commit(tmp_path)
    assert against(paths=(path,)) == ([], [])

    replace(tmp_path / "decisions.yaml", "decision: admit", "decision: pause")
    ((change,), codes) = against(paths=(path,))
    assert change["file"] == "product.yaml"
    assert codes == ["record-rewritten"]


@pytest.mark.parametrize("path", ["products", "products/new", "products/new/product.yaml"])
def test_a_product_in_a_renamed_folder(place, against, path):
    """It was gone, and new: neither its log nor its level were compared."""
    git(place, "mv", "products/tool", "products/new")
    assert against(paths=(path,)) == ([], [])

    replace(place / "products/new/product.yaml", "open: true", "open: false")
    (place / "products/new/decisions.yaml").unlink()
    ((change,), codes) = against(paths=(path,))
    assert change["before"] is change["after"] is True
    assert sorted(codes) == ["level-change-undecided", "record-removed"]


def test_products_that_change_places(place, against):
    write_product(place, "other", facts={"open": True}, decisions=[ADMIT, PLACE])
    commit(place)
    for was, now in [("tool", "x"), ("other", "tool"), ("x", "other")]:
        (place / "products" / was).rename(place / "products" / now)

    assert against() == ([], [])


@pytest.mark.parametrize("path", ["products", "products/new"])
def test_a_product_that_is_renamed_with_its_id(place, against, path, text):
    decisions = [{**ADMIT, "on": "2025-11-01"}, ADMIT, PLACE]
    write_product(place, "old", facts={"open": True}, decisions=decisions)
    commit(place)
    git(place, "mv", "products/old", "products/new")
    replace(place / "products/new/product.yaml", "product: old", "product: new")
    replace(place / "products/new/decisions.yaml", "product: old", "product: new")
    ((change,), codes) = against(paths=(path,))
    assert (change["product"], change["former"]) == ("new", "old")
    assert codes == []
    assert "new (was called old before)" in text(path)

    replace(place / "products/new/decisions.yaml", "2025-12-01", "2025-12-02")
    replace(place / "products/new/product.yaml", "open: true", "open: false")
    assert sorted(against(paths=(path,))[1]) == ["level-change-undecided", "record-rewritten"]


def test_a_product_that_is_renamed_without_its_decisions(place, against):
    git(place, "mv", "products/tool", "products/new")
    replace(place / "products/new/product.yaml", "product: tool", "product: new")
    (place / "products/new/decisions.yaml").unlink()

    assert against()[1] == ["product-removed-undecided", "level-change-undecided"]


def test_a_product_is_not_taken_for_one_that_was_admitted_with_it(place, against):
    closed = {**ADMIT, "on": "2026-01-01", "decision": "close"}
    write_product(place, "old", facts={"open": True}, decisions=[ADMIT, closed])
    commit(place)
    git(place, "rm", "-qr", "products/old")
    write_product(place, "new", facts={"open": True}, decisions=[ADMIT])
    changes, codes = against()

    assert [(c["product"], c["before"], c["after"]) for c in changes] == [
        ("new", False, True), ("old", True, False),
    ]  # fmt: skip
    assert codes == []


def test_a_product_that_moves_elsewhere_in_the_repository(place, against):
    (place / "archive").mkdir()
    git(place, "mv", "products/tool", "archive/tool")
    assert against() == ([], [])

    replace(place / "archive/tool/decisions.yaml", "level: low", "level: high")
    assert against()[1] == ["record-rewritten"]


def test_a_copy_is_not_the_product_that_it_is_of(place, against):
    write_product(place, "new", facts={"open": True})
    replace(place / "products/new/product.yaml", "product: new", "product: tool")

    assert against()[1] == ["level-change-undecided", "duplicate-product"]


@pytest.mark.parametrize("decision", ["close", "pause"])
def test_a_product_that_is_removed_with_its_decisions(place, against, decision):
    last = {"on": "2026-02-01", "decision": decision, "by": "board", "grounds": "x"}
    write_product(place, "shut", facts={"open": True}, decisions=[PLACE, last])
    commit(place)
    git(place, "rm", "-qr", "products/shut")
    ((change,), codes) = against()

    assert (change["product"], change["after"]) == ("shut", False)
    assert codes == ([] if decision == "close" else ["product-removed-undecided"])


@pytest.mark.parametrize("path", ["products", "products/tool"])
def test_a_record_that_is_left_behind(place, against, path):
    (place / "products/tool/product.yaml").unlink()
    (change,), codes = against(paths=(path,))
    assert (change["product"], change["before"], change["after"]) == ("tool", True, True)
    assert not {"file-missing", "record-rewritten", "product-removed-undecided"} & {*codes}

    replace(place / "products/tool/decisions.yaml", "level: low", "level: high")
    assert "record-rewritten" in against(paths=(path,))[1]


@pytest.mark.parametrize("name", ["small/2", "tiny/2"])
def test_products_that_leave_a_version_that_is_gone(place, against, name):
    """All of them were new, since the model was read as it is now."""
    replace(place / "criteria/small/1/model.yaml", "version: '1'", "version: '2'")
    replace(place / "criteria/small/1/model.yaml", "model: small", f"model: {name[:-2]}")
    (place / "criteria" / name).parent.mkdir(exist_ok=True)
    (place / "criteria/small/1").rename(place / "criteria" / name)
    for each in ("same", "tool"):
        replace(place / f"products/{each}/product.yaml", "small/1", name)
    assert against() == ([], [])

    replace(place / "products/tool/product.yaml", "open: true", "open: false")
    replace(place / "products/tool/decisions.yaml", "grounds: x", "grounds: y")
    assert sorted(against()[1]) == ["level-change-undecided", "record-rewritten"]


@pytest.mark.parametrize("link", ["d.yaml", "../log.txt", "../tool/../tool/./d.yaml"])
def test_a_log_that_is_a_link(place, against, link):
    log = place / "products/tool/decisions.yaml"
    target = log.parent / link
    log.rename(target)
    log.symlink_to(link)
    commit(place)
    assert against() == ([], [])

    replace(target, "level: low", "level: high")
    assert against()[1] == ["record-rewritten"]


def test_a_folder_of_models_that_is_a_link(place, against):
    (place / "kept").mkdir()
    (place / "criteria/small").rename(place / "kept/small")
    (place / "criteria/small").symlink_to("../kept/small")
    commit(place)
    assert against() == ([], [])

    replace(place / "kept/small/1/all.yaml", "present: true", "present: false")
    assert "level-change-undecided" in against()[1]


@pytest.mark.parametrize(
    "link", ["decisions.yaml", "../../../elsewhere.yaml", "../../log.yaml", "nowhere", "."]
)
def test_a_log_that_leads_around_or_out(place, against, link):
    log = place / "products/tool/decisions.yaml"
    log.unlink()
    log.symlink_to(link)
    commit(place)

    assert "record-rewritten" not in against()[1]


def test_a_path_in_another_repository(place, against, monkeypatch):
    replace(place / "products/tool/decisions.yaml", "level: low", "level: high")
    monkeypatch.chdir(place.parent)
    model = ("--criteria", str(place / "criteria"))
    path = f"{place.name}/products"
    assert against("HEAD", *model, paths=(path,))[1] == ["record-rewritten"]

    elsewhere = place.parent / f"{place.name}-elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a").write_text("a")
    first_commit(elsewhere)
    monkeypatch.chdir(elsewhere)
    assert against("HEAD", *model, paths=(f"../{path}",))[1] == ["record-rewritten"]


def test_a_path_in_no_repository(place, against, tmp_path_factory, monkeypatch):
    bare = tmp_path_factory.mktemp("bare")
    write_product(bare, facts={"open": True})
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(bare.parent))
    said, code = against(paths=(str(bare / "products"),))

    assert code == 2
    assert str(bare) in said


@pytest.fixture
def within(place, tmp_path_factory):
    """Make products/sub a submodule with a product of its own."""
    theirs = tmp_path_factory.mktemp("theirs")
    made = write_product(theirs, "sub", facts={"open": True}, decisions=[ADMIT, PLACE])
    for file in made.iterdir():
        file.rename(theirs / file.name)
    made.rmdir()
    first_commit(theirs)
    allowed = ("-c", "protocol.file.allow=always")
    git(place, *allowed, "submodule", "add", "-q", theirs, "products/sub")
    git(place, "commit", "-qm", "sub")
    return place / "products/sub"


def test_a_new_submodule_is_new(within, against):
    ((change,), codes) = against("HEAD~1")

    assert (change["product"], change["before"]) == ("sub", False)
    assert codes == []


@pytest.mark.parametrize("path", ["products", "products/sub", "products/sub/product.yaml"])
def test_a_submodule_is_as_the_revision_had_it(within, against, path):
    assert against(paths=(path,)) == ([], [])

    replace(within / "decisions.yaml", "decision: admit", "decision: pause")
    assert against(paths=(path,))[1] == ["record-rewritten"]

    git(within, "commit", "-qam", "rewritten")
    git(within.parent, "add", "sub")
    assert against(paths=(path,))[1] == ["record-rewritten"]


def test_a_submodule_that_is_not_here(within, against):
    git(within.parent, "submodule", "deinit", "-f", "sub")
    said, code = against()

    assert code == 2
    assert "products/sub" in said


def test_a_hook_is_told_of_its_repository_alone(within, against, monkeypatch):
    monkeypatch.setenv("GIT_DIR", str(within.parent.parent / ".git"))
    replace(within / "decisions.yaml", "decision: admit", "decision: pause")

    assert against()[1] == ["record-rewritten"]


def test_a_level_that_is_called_otherwise(place, against, text):
    """The placement was lost, and that was taken for a decision."""
    names = "levels:\n- id: low\n  name: {da: Lav, en: Low}\n"
    replace(place / "criteria/small/1/model.yaml", "levels:\n- id: low\n", names)
    commit(place)
    for file in ("model.yaml", "all.yaml"):
        replace(place / "criteria/small/1" / file, "low", "lav")
    changes, codes = against()

    assert {change["product"] for change in changes} == {"same", "tool"}
    assert codes.count("level-change-undecided") == 2
    assert "Assessed: Low (low) → Low (lav)" in text()
    assert "før: lav (low), nu: lav (lav)" in text(language="da")


def test_all_paths_have_one_base(place, run, monkeypatch):
    (place / "products/tool/decisions.yaml").unlink()
    git(place, "rm", "-q", "-r", "products/same")
    monkeypatch.chdir(place / "products")
    usual = ("--criteria", "../criteria", "--as-of", "2026-05-02", "--format", "json")
    said = json.loads(run("check", ".", "--against", "HEAD", *usual).stdout_bytes)

    removed = [f for f in said["findings"] if f["code"] == "record-removed"]
    assert [f["file"] for f in removed] == ["tool/decisions.yaml"]
    assert {c["file"] for c in said["changes"]} == {"tool/product.yaml", "same/product.yaml"}

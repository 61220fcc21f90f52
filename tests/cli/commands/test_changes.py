"""`changes`, as people run it."""

import json
import shutil

import pytest
from folders import criterion, write_model, write_product
from repository import first_commit, git, replace

from os2governance.findings.not_possible import NotPossibleError
from os2governance.render.common.markdown import escape_forge_markdown, render_inline_code
from os2governance.workflows.states import NOW, StateSpec, parse_state

OPEN = {"fact": "open", "present": True}
FRESH = {"fact": "group.met_on", "within": "12 months"}
PLACED = {"on": "2026-01-01", "decision": "place", "level": "low", "by": "board", "grounds": "x"}


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path, [criterion("A", "low", OPEN), criterion("B", "high", FRESH)])
    facts = {"open": True, "group": {"met_on": "2025-10-15"}}
    write_product(tmp_path, "tool", facts=facts, decisions=[PLACED])
    first_commit(tmp_path)
    return tmp_path


@pytest.fixture
def changes(run):
    def runs(*arguments, form="json"):
        usual = ("--criteria", "criteria", "--as-of", "2026-05-02", "--lang", "en")
        done = run("changes", *usual, "--format", form, *arguments)
        if form != "json" or not done.stdout:
            return done
        said = json.loads(done.stdout_bytes)
        return {each["product"]: each for each in said["products"]}, said, done.exit_code

    return runs


STATES = [
    ("now", StateSpec(NOW, None, None)),
    ("HEAD~3", StateSpec("HEAD~3", None, None)),
    ("HEAD@{1}", StateSpec("HEAD@{1}", None, None)),
    ("@", StateSpec("@", None, None)),
    ("@{u}", StateSpec("@{u}", None, None)),
    ("2026-05-01", StateSpec(NOW, "2026-05-01", None)),
    ("HEAD~3@2026-05-01", StateSpec("HEAD~3", "2026-05-01", None)),
    ("2026-05-01@HEAD", StateSpec("HEAD", "2026-05-01", None)),
    ("HEAD@{1}@2026-05-01", StateSpec("HEAD@{1}", "2026-05-01", None)),
    ("model:os2/1.1.0", StateSpec(NOW, None, "os2/1.1.0")),
    ("old/@2026-05-01@model:os2/1.1.0", StateSpec("old/", "2026-05-01", "os2/1.1.0")),
    ("2026-13-01", StateSpec("2026-13-01", None, None)),
]


@pytest.mark.parametrize(("text", "said"), STATES)
def test_states_in_words(text, said):
    found = parse_state(text)
    assert found._replace(as_of=found.as_of and found.as_of.isoformat()) == said


@pytest.mark.parametrize("text", ["", "2026-01-01@2026-01-02", "model:a@model:b"])
def test_what_is_no_state(text):
    with pytest.raises(NotPossibleError):
        parse_state(text)


def test_uncommitted_changes_are_a_state(place, changes):
    replace(place / "products/tool/product.yaml", "open: true", "open: false")
    found, _, exit_code = changes("--from", "HEAD")
    (outcome,) = found["tool"]["criteria"]

    assert outcome["enough"] == [["facts"]]
    assert outcome["shares"] == {"facts": "1"}
    assert outcome["before"] == {
        "status": "met",
        "accepted": False,
        "level": None,
        "planned": False,
    }
    (line,) = outcome["lines"]
    assert (line["subject"], line["before"]["value"], line["after"]["value"]) == (
        "open",
        True,
        False,
    )
    assert line["after"]["file"] == "products/tool/product.yaml"
    assert line["after"]["line"] == line["before"]["line"] == 10
    assert exit_code == 1  # the level changed, and nobody has decided it


def test_between_two_dates(place, changes):
    found, said, exit_code = changes("--from", "2026-05-01", "--to", "2026-12-01")

    assert [part["causes"] for part in found["tool"]["criteria"]] == [["time"]]
    (line,) = found["tool"]["criteria"][0]["lines"]
    assert line["subject"] == "group.met_on"
    assert (exit_code, said["findings"]) == (0, [])  # it falls to where it is placed


def test_between_two_folders(place, changes):
    shutil.copytree(place / "products", place / "old/products")
    replace(place / "products/tool/product.yaml", "open: true", "open: null")
    found, _, _ = changes("--from", "old", "--to", "now")

    assert [part["name"] for part in found["tool"]["criteria"]] == ["A"]
    assert changes("--from", "old", "--to", "HEAD")[0] == {}


def test_a_model_as_a_state(place, changes):
    told = {"version": "1", "criteria": {"C": ["B"]}}
    newer = write_model(
        place / "newer",
        [criterion("A", "low", {"not": OPEN}), criterion("C", "high", FRESH)],
        version="2",
        supersedes=told,
    )
    newer.rename(place / "criteria/small/2")
    found, _, _ = changes("--from", "now", "--to", "model:small/2")

    assert found["tool"]["differing"] == ["model"]
    assert [(p["name"], p["causes"]) for p in found["tool"]["criteria"]] == [("A", ["model"])]
    assert found["tool"]["after"]["model"] == "small/2"


def test_new_gone_and_renamed(place, changes):
    write_product(place, "other", facts={"open": False})
    git(place, "add", "-A")
    git(place, "commit", "-qm", "second")
    replace(place / "products/tool/product.yaml", "product: tool", "product: gear")
    replace(place / "products/tool/decisions.yaml", "product: tool", "product: gear")
    shutil.rmtree(place / "products/other")
    write_product(place, "new", facts={})
    found, _, _ = changes("--from", "HEAD")

    assert found["gear"]["was_named"] == "tool"
    assert found["other"]["after"] is None
    assert found["new"]["before"] is None
    text = changes("--from", "HEAD", form="text").stdout
    assert "gear (was named tool)" in text
    assert "other (gone)" in text
    assert "new (new)" in text


def test_since_the_last_decision(place, changes):
    write_product(place, "never", facts={})
    replace(place / "products/tool/product.yaml", "'2026-05-01'", "'2026-01-01'")
    found, said, _ = changes("--to", "2026-12-01")

    assert said["from"] is None
    assert said["without_decision"] == ["never"]
    assert {p["name"]: p["causes"] for p in found["tool"]["criteria"]} == {"B": ["time"]}


def test_a_declaration_later_than_the_last_decision_says_nothing_of_that_day(place, changes):
    found, _, _ = changes("--to", "2026-12-01")

    assert found["tool"]["before"]["states"]["declared"] == "none"
    assert [
        (p["name"], p["before"]["status"], p["causes"]) for p in found["tool"]["criteria"]
    ] == [
        ("A", "unknown", ["time"]),
        ("B", "unknown", ["time"]),
    ]


def test_nothing_has_changed(place, changes):
    assert changes("--from", "HEAD")[0] == {}
    assert changes("--from", "HEAD")[2] == 0
    for form in ("text", "markdown", "github-summary"):
        assert "No levels and no criteria" in changes("--from", "HEAD", form=form).stdout


def test_a_state_that_cannot_be_had(place, changes):
    for state in ("nowhere", "--output=x", "model:none/1", "HEAD:products"):
        done = changes(f"--from={state}")
        assert done.exit_code == 2
        assert done.stdout == ""
    assert not (place / "x").exists()


def test_what_cannot_be_read_does_not_stop_the_others(place, changes):
    write_product(place, "broken")
    git(place, "add", "-A")
    git(place, "commit", "-qm", "second")
    (place / "products/broken/product.yaml").write_text("a: [")
    replace(place / "products/tool/product.yaml", "open: true", "open: false")
    found, said, exit_code = changes("--from", "HEAD")

    assert list(found) == ["tool"]
    assert "yaml-syntax" in [f["code"] for f in said["findings"]]
    assert exit_code == 2


def test_a_summary_for_a_pull_request(place, changes):
    replace(place / "products/tool/product.yaml", "open: true", "open: false")
    done = changes("--from", "HEAD", form="github-summary")

    assert done.exit_code == 1
    assert "**Needs a decision**" in done.stdout
    assert "### tool" in done.stdout
    assert "**Assessed**: high → **not yet at low** (cause: facts)" in done.stdout
    whole = changes("--from", "HEAD", form="markdown").stdout
    assert "  - `open`: `yes` (`products/tool/product.yaml:10:9`) → `no`" in whole


HOSTILE = "@all <script>x</script> [a](https://e.org) #12 `b` ![i](x) | * _ ~ \\ &amp; www.e.org"


def test_what_is_typed_is_inert_in_markdown(place, changes):
    file = place / "products/tool/product.yaml"
    file.write_text(
        file.read_text().replace(
            "'2025-10-15'", f"'2026-01-01'\n    terms: \"{HOSTILE}\"".replace("\\ ", "\\\\ ")
        )
    )
    done = changes("--from", "HEAD", form="markdown")

    assert done.exit_code in {0, 1, 2}
    shown = escape_forge_markdown(HOSTILE)
    for piece in ("@all", "<script", " [a]", "#12", "://e", "www.e", "&amp;amp;x"):
        assert piece not in shown
    assert render_inline_code("a`b``c") == "```a`b``c```"
    assert render_inline_code("`") == "`` ` ``"
    assert render_inline_code("a\nb\x1b[0m") == "`a b\\x1b[0m`"

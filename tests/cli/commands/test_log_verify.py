"""`log --verify`: the record through the whole history, merges included.

A case is what is done after the record is there, each step a commit; and the state of the entry
that it is about. Beside it stand the same steps made right.
"""

import json
import shutil
from pathlib import Path

import pytest
from folders import criterion, dump, write_model, write_product
from repository import first_commit, git, replace

TOOL = Path("products/tool")
SPRING = TOOL / "evaluations/2026-03-10.yaml"
LOG, REGISTER, CURRENT = TOOL / "decisions.yaml", TOOL / "register.yaml", TOOL / "product.yaml"
ADMIT = {"on": "2025-12-01", "decision": "admit", "by": "board", "grounds": "x"}
PLACE = {"on": "2026-02-01", "decision": "place", "level": "low", "by": "board", "grounds": "x"}
LIGHTS = {"A": {"light": "met"}, "B": {"light": "unmet"}}
HEAD = {"format": "os2governance/evaluation/1", "product": "tool", "model": "small/1"}
CLOSE = "- {on: 2026-05-01, decision: close, by: board, grounds: y}\n"


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    place = tmp_path_factory.mktemp("base")
    rules = [{"fact": name, "present": True} for name in ("open", "licence")]
    write_model(place, [criterion("A", "low", rules[0]), criterion("B", "high", rules[1])])
    write_product(
        place,
        facts={"open": True},
        register={"registered": {"on": "2026-02-01", "by": "Clerk"}, "facts": {"open": True}},
        evaluations=[{"evaluated": {"on": "2026-03-10", "by": "Clerk"}, "lights": LIGHTS}],
        decisions=[ADMIT, PLACE],
    )
    first_commit(place)
    return place


@pytest.fixture
def place(base, tmp_path, monkeypatch):
    there = tmp_path / "there"
    shutil.copytree(base, there)
    monkeypatch.chdir(there)
    return there


def commit(subject="more"):
    git(Path(), "add", "-A")
    git(Path(), "commit", "-q", "--allow-empty", "-m", subject)


@pytest.fixture
def verify(run):
    def verifies(*more):
        result = run("log", "--verify", *more, "--format", "json", "--lang", "en")
        said = json.loads(result.stdout_bytes)
        names = {"evaluations/2026-03-10.yaml": "spring", "register.yaml": "register"}
        states = {}
        for each in said["entries"]:
            name = each["file"].partition("/")[2].partition("/")[2]
            states[names.get(name, name) + (f"#{each['entry']}" if each["entry"] else "")] = each[
                "state"
            ]
        assert result.exit_code == int(bool(said["findings"]))
        return states, said

    return verifies


def turn_green():
    replace(SPRING, "light: unmet", "light: met")


def turn_back():
    replace(SPRING, "B:\n    light: met", "B:\n    light: unmet")


def correct(run, file):
    usual = ("--criteria", "criteria", "--as-of", "2026-05-02", "--yes", "--by", "board")
    return lambda: run("decide", "products/tool", "correct", file, *usual, "--grounds", "Wrong.")


ALL = {
    "spring": "unchanged", "register": "unchanged",
    "decisions.yaml#1": "unchanged", "decisions.yaml#2": "unchanged",
}  # fmt: skip


def test_a_record_that_stayed_as_it_was(place, verify):
    states, said = verify()

    assert states == ALL
    assert said["commits"] == 1
    assert {each["came"]["by"] for each in said["entries"]} == {"T"}
    assert {each["came"]["commit"] for each in said["entries"]} == {said["to"]}
    assert said["findings"] == []


def drop(text):
    return lambda: replace(LOG, text, "")


def evaluate(day):
    stated = {"evaluated": {"on": day, "by": "Clerk"}, "lights": LIGHTS}
    return lambda: dump(TOOL / f"evaluations/{day}.yaml", {**HEAD, **stated})


def add(text):
    return lambda: LOG.write_text(LOG.read_text() + text)


def rename():
    git(Path(), "mv", "products/tool", "products/new")
    for file in Path("products/new").rglob("*.yaml"):
        replace(file, "product: tool", "product: new")


def reorder():
    """Put the last decision first."""
    head, first, second = LOG.read_text().split("- 'on'")
    LOG.write_text(f"{head}- 'on'{second}- 'on'{first}")


def link():
    Path("elsewhere.yaml").write_text(SPRING.read_text())
    SPRING.unlink()
    SPRING.symlink_to("../../../elsewhere.yaml")


def anew():
    replace(REGISTER, "open: true", "open: null")
    replace(REGISTER, "2026-02-01", "2026-04-01")


CASES = {
    # steps, each committed; what differs from a record that stayed as it was
    "a light turned green": ([turn_green], {"spring": "rewritten"}),
    "control: and restored": ([turn_green, turn_back], {"spring": "restored"}),
    "an evaluation removed": ([SPRING.unlink], {"spring": "removed"}),
    "a grounds in the log": (
        [lambda: replace(LOG, "grounds: x\n- ", "grounds: z\n- ")], {"decisions.yaml#1": "rewritten"},
    ),
    "another order": ([reorder], {"decisions.yaml#1": "rewritten"}),
    "control: another order and back": ([reorder, reorder], None),
    "the log removed": (
        [LOG.unlink], {"decisions.yaml#1": "removed", "decisions.yaml#2": "removed"},
    ),
    "the register": (
        [lambda: replace(REGISTER, "open: true", "open: null")], {"register": "rewritten"},
    ),
    "control: the register anew": ([anew], {"register": "registered"}),
    "the register anew, then rewritten": (
        [anew, lambda: replace(REGISTER, "open: null", "open: false")], {"register": "rewritten"},
    ),
    "an evaluation dated back": (
        [evaluate("2026-01-10")], {"evaluations/2026-01-10.yaml": "backdated"},
    ),
    "control: a later one": (
        [evaluate("2026-05-01")], {"evaluations/2026-05-01.yaml": "unchanged"},
    ),
    "control: a comment": (
        [lambda: SPRING.write_text(SPRING.read_text() + "# y\n")], {},
    ),
    "control: another file is changed": (
        [lambda: replace(CURRENT, "open: true", "open: false")], {},
    ),
    "control: another name": ([rename], {}),
    "another name, and rewritten": (
        [rename, lambda: replace(Path("products/new/register.yaml"), "open: true", "open: null")],
        {"register": "rewritten"},
    ),
    "a product removed": (
        [lambda: shutil.rmtree(TOOL)], dict.fromkeys(ALL, "removed"),
    ),
    "control: one that was closed": (
        [add(CLOSE), lambda: shutil.rmtree(TOOL)],
        {**dict.fromkeys(ALL, "closed"), "decisions.yaml#3": "closed"},
    ),
    "closed in the same change": (
        [lambda: (add(CLOSE)(), shutil.rmtree(TOOL))], dict.fromkeys(ALL, "removed"),
    ),
    "a link in its place": ([link], {"spring": "unreadable"}),
    "broken": (
        [lambda: SPRING.write_text("a: [")], {"spring": "unreadable"},
    ),
    "broken, then green": (
        [lambda: SPRING.write_text("a: ["),
         lambda: (git(Path(), "checkout", "-q", "HEAD~1", "--", str(SPRING)), turn_green())],
        {"spring": "rewritten"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_has_become_of_an_entry(place, verify, name):
    steps, differing = CASES[name]
    for each in steps:
        each()
        commit()
    states, _ = verify()

    if differing is None:
        assert set(states.values()) <= {"unchanged", "restored"}
    else:
        assert states == ALL | differing


CORRECTED = {
    "an evaluation": ([turn_green], "evaluations/2026-03-10.yaml", "spring"),
    "a decision": (
        [lambda: replace(LOG, "grounds: x\n- ", "grounds: z\n- ")], "decisions.yaml",
        "decisions.yaml#1",
    ),
    "one that was left out": (
        [evaluate("2026-01-10")], "evaluations/2026-01-10.yaml", "evaluations/2026-01-10.yaml",
    ),
    "one that is another product's": ([SPRING.unlink], "evaluations/2026-03-10.yaml", "spring"),
}  # fmt: skip


@pytest.mark.parametrize("name", CORRECTED)
def test_a_correction_stays_listed(place, verify, run, name):
    steps, file, entry = CORRECTED[name]
    for each in (*steps, correct(run, file)):
        each()
    commit()
    states, said = verify()

    assert states == ALL | {"decisions.yaml#3": "unchanged", entry: "corrected"}
    assert [e["corrected_by"] for e in said["entries"] if e["corrected_by"]] == [3]


def test_a_correction_may_come_with_a_later_commit(place, verify, run):
    turn_green()
    commit()
    assert verify()[0]["spring"] == "rewritten"

    usual = ("--criteria", "criteria", "--as-of", "2026-05-02", "--yes", "--by", "board")
    file = ("evaluations/2026-03-10.yaml", "--against", "HEAD~1", "--grounds", "Wrong.")
    run("decide", "products/tool", "correct", *file, *usual)
    commit()
    assert verify()[0]["spring"] == "corrected"


# -- merges -------------------------------------------------------------------------------------


def branch(*steps):
    """Make commits on a branch, and one on the other; stay on the other."""
    git(Path(), "checkout", "-qb", "side")
    for each in steps:
        each()
        commit()
    git(Path(), "checkout", "-q", "-")
    Path("other.txt").write_text("x")
    commit("other")


def merge(*how):
    git(Path(), "merge", "-q", "--no-edit", *how, "side")


def test_what_a_branch_has_added_came_with_its_commit(place, verify):
    branch(evaluate("2026-05-01"))
    merge("--no-ff")
    states, said = verify()

    assert states == ALL | {"evaluations/2026-05-01.yaml": "unchanged"}
    [entry] = [each for each in said["entries"] if "05-01" in each["file"]]
    assert entry["came"]["commit"] not in {said["to"], said["entries"][0]["came"]["commit"]}


def test_what_a_branch_has_rewritten_is_rewritten(place, verify):
    branch(turn_green)
    merge()

    assert verify()[0] == ALL | {"spring": "rewritten"}


def test_what_a_merge_drops_was_dropped_by_it(place, verify):
    """Nobody sees it in a difference with the first parent."""
    branch(evaluate("2026-05-01"))
    merge("-s", "ours")
    states, said = verify()

    assert states == ALL | {"evaluations/2026-05-01.yaml": "removed"}
    [entry] = [each for each in said["entries"] if each["state"] == "removed"]
    assert [each["commit"] for each in entry["events"]] == [said["to"]]


def test_what_a_merge_itself_has_rewritten(place, verify):
    branch(evaluate("2026-05-01"))
    merge("--no-commit", "--no-ff")
    turn_green()
    commit("merged")

    assert verify()[0]["spring"] == "rewritten"


def test_a_merge_that_does_not_take_what_was_rewritten(place, verify):
    branch(turn_green)
    merge("-s", "ours")

    assert verify()[0] == ALL | {"spring": "restored"}


def test_both_sides_have_decided(place, verify):
    """In whichever order the merge has them: all are there, each side's in its own order."""
    ours, theirs = (
        f"- {{on: 2026-05-01, decision: {kind}, by: board}}\n" for kind in ("pause", "admit")
    )
    git(Path(), "checkout", "-qb", "side")
    add(theirs)()
    commit()
    git(Path(), "checkout", "-q", "-")
    add(ours)()
    commit()
    text = LOG.read_text()
    merge("-s", "ours", "--no-commit")
    LOG.write_text(text.removesuffix(ours) + theirs + ours)
    commit("both")
    states, _ = verify()

    assert set(states.values()) == {"unchanged"}
    assert len(states) == len(ALL) + 2


# -- ranges -------------------------------------------------------------------------------------


def test_a_part_of_the_history(place, verify):
    turn_green()
    commit()
    Path("other.txt").write_text("x")
    commit()

    assert verify("HEAD~1..HEAD")[0] == ALL
    states, said = verify("HEAD~2..")
    assert states == ALL | {"spring": "rewritten"}
    assert said["commits"] == 2
    assert {each["came"] for each in said["entries"] if each["state"] == "unchanged"} == {None}


def test_a_branch_that_is_new_to_the_server_is_verified_from_its_beginning(place, verify):
    turn_green()
    commit()

    assert verify(f"{'0' * 40}..HEAD")[0] == ALL | {"spring": "rewritten"}


def test_a_history_that_was_written_anew_misses_what_it_had(place, verify):
    """As after a forced push: the last commit that was known is not among those of now."""
    git(Path(), "tag", "known")
    git(Path(), "checkout", "-q", "--orphan", "new")
    turn_green()
    commit()
    _, said = verify("known..HEAD")
    harmed = [each["file"] for each in said["entries"] if each["state"] == "removed"]

    assert harmed == [SPRING.as_posix()]
    assert len(said["findings"]) == 1


def test_one_product_of_several(place, verify):
    write_product(place, "other", facts={"open": True}, decisions=[ADMIT])
    commit()
    turn_green()
    commit()

    assert verify("HEAD", "products/other")[0] == {"decisions.yaml#1": "unchanged"}
    assert verify("products/other")[0] == {"decisions.yaml#1": "unchanged"}


@pytest.mark.parametrize("said", ["nowhere", "HEAD..nowhere", "nowhere..HEAD", "--all..HEAD"])
def test_what_is_no_revision(place, run, said):
    result = run("log", f"--verify={said}")

    assert result.exit_code == 2
    assert said.strip(".").replace("HEAD", "").strip(".") in result.stderr


def test_a_history_that_was_not_fetched(place, run, tmp_path, monkeypatch):
    turn_green()
    commit()
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{place}", "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    result = run("log", "--verify", "--lang", "en")

    assert result.exit_code == 2
    assert "fetch-depth: 0" in result.stderr


def test_as_text_each_entry_says_when_in_which_commit_and_by_whom(place, run):
    turn_green()
    commit()
    said = run("log", "--verify", "--lang", "en")

    assert said.exit_code == 1
    assert "record-changed-since" in said.stdout
    text = " ".join(said.stdout.replace("\N{NO-BREAK SPACE}", " ").split())
    assert "by T" in text
    assert "The evaluation of 10 March 2026: REWRITTEN" in text
    assert "Entries: 4. Changed: 1." in text


@pytest.mark.parametrize("more", [("--year", "2026"), ("--format", "markdown")])
def test_what_belongs_to_the_log_alone(place, run, more):
    assert run("log", "--verify", *more).exit_code == 2


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (["products/toll"], "'products/toll' has no product"),
        (["products", "prodcuts"], "'prodcuts' has no product"),
        (["products", "../other/products"], "'../other/products' is not in the repository"),
    ],
)
def test_a_path_that_nothing_can_be_verified_of_is_wrong_use(place, run, paths, said):
    write_product(place.parent / "other")
    first_commit(place.parent / "other")
    result = run("log", "--verify", "HEAD", *paths, "--lang", "en")

    assert result.exit_code == 2
    assert said in result.stderr


def test_a_repository_beside_this_one_is_verified_by_its_own_history(place, run):
    write_product(place.parent / "other")
    first_commit(place.parent / "other")

    assert run("log", "--verify", "HEAD", "../other/products").exit_code == 0


@pytest.mark.parametrize("path", [TOOL, LOG, SPRING, CURRENT, Path(), Path("products")])
def test_a_path_may_be_the_folder_of_products_a_product_or_a_file_of_it(place, verify, path):
    assert verify("HEAD", str(path))[0] == verify()[0]

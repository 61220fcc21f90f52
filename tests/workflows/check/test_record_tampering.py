"""The record is tamper-evident: each change in one commit, and beside it what must stay possible.

A case is a change of a product that has a whole record, and the findings of the comparison with
the commit before: severity and code, without those that the files had on their own.
"""

import json
import shutil
from pathlib import Path

import pytest
from folders import ROLES, criterion, dump, write_model, write_product
from repository import first_commit, git, replace

from os2governance.findings.catalogue import CATALOGUE

TOOL = Path("products/tool")
AUTUMN, SPRING = (TOOL / f"evaluations/2026-0{month}-10.yaml" for month in (1, 3))
DRAFT = TOOL / "evaluations/2026-05-01.yaml"
LOG, REGISTER = TOOL / "decisions.yaml", TOOL / "register.yaml"
KEPT = TOOL / "declarations/2025-12-01.yaml"
CURRENT = TOOL / "product.yaml"
MODEL = Path("criteria/small/1/model.yaml")
ADMIT = {"on": "2025-12-01", "decision": "admit", "by": "board", "grounds": "x"}
PLACE = {"on": "2026-02-01", "decision": "place", "level": "low", "by": "board", "grounds": "x"}
RATED = {"lights": {"A": {"light": "met"}, "B": {"light": "unmet", "grounds": "No licence."}}}
DECISION = "- {on: %s, decision: %s, by: %s, grounds: y}\n"


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """A product with a record of all kinds, committed; beside it one without any."""
    place = tmp_path_factory.mktemp("base")
    rules = [{"fact": name, "present": True} for name in ("open", "licence")]
    write_model(
        place,
        [criterion("A", "low", rules[0]), criterion("B", "high", rules[1])],
        roles=[*ROLES, {"id": "clerk", "name": {"da": "Sekretæren", "en": "The clerk"}}],
        wheel={"evaluation": "6 months", "notice": "2 months"},
    )
    write_product(
        place,
        facts={"open": True},
        answers={"B": {"answer": "partly", "note": "Soon."}},
        declarations=[{"declared": {"on": "2025-12-01", "by": "Ejeren"}, "facts": {"open": True}}],
        register={"registered": {"on": "2026-02-01", "by": "Clerk"}, "facts": {"open": True}},
        evaluations=[
            {"evaluated": {"on": "2026-01-10", "by": "Clerk"}, **RATED, "recommends": "low"},
            {"evaluated": {"on": "2026-03-10", "by": "Clerk"}, **RATED, "summary": "Good."},
            {"evaluated": {"on": "2026-05-01", "by": "Clerk", "draft": True}, **RATED},
        ],
        decisions=[ADMIT, PLACE],
    )
    write_product(place, "plain", facts={"open": True})
    first_commit(place)
    return place


@pytest.fixture
def place(base, tmp_path, monkeypatch):
    there = tmp_path / "there"
    shutil.copytree(base, there)
    monkeypatch.chdir(there)
    return there


@pytest.fixture
def check(run):
    def checks(*more, revision="HEAD"):
        usual = ("--criteria", "criteria", "--as-of", "2026-05-02", "--format", "json")
        result = run("check", "products", "--against", revision, *usual, *more)
        said = json.loads(result.stdout_bytes)
        return result.exit_code, [f"{f['severity']} {f['code']}" for f in said["findings"]]

    return checks


def edit(file, before, after):
    return lambda: replace(file, before, after)


def remove(*files):
    def change():
        for file in files:
            file.unlink()

    return change


def append(text, file=LOG):
    return lambda: file.write_text(file.read_text() + text)


def move(old, new, *edits):
    def change():
        git(Path(), "mv", str(old), str(new))
        for before, after in edits:
            replace(new, before, after)

    return change


def evaluate(day, **more):
    head = {"format": "os2governance/evaluation/1", "product": "tool", "model": "small/1"}
    made = {**head, "evaluated": {"on": day, "by": "Clerk"}, **RATED, **more}
    return lambda: dump(TOOL / f"evaluations/{day}.yaml", made)


def keep(day, **more):
    """Keep product.yaml as it was, and declare anew."""

    def change():
        text = CURRENT.read_text().replace("2026-05-01", day)
        for before, after in more.items():
            text = text.replace(before, after)
        (TOOL / f"declarations/{day}.yaml").write_text(text)
        replace(CURRENT, "2026-05-01", "2026-05-02")

    return change


def both(*changes):
    def change():
        for each in changes:
            each()

    return change


def reorder():
    head, admit, placing = LOG.read_text().partition("- 'on': '2025")[0], *read_decisions()
    LOG.write_text(head + placing + admit)


def read_decisions():
    text = LOG.read_text()
    start, second = text.index("- 'on': '2025"), text.index("- 'on': '2026")
    return text[start:second], text[second:]


def drop_first():
    admit, _ = read_decisions()
    replace(LOG, admit, "")


def insert_first():
    admit, _ = read_decisions()
    replace(LOG, admit, DECISION % ("2025-11-01", "admit", "board") + admit)


REWRITTEN, REMOVED = "error record-rewritten", "error record-removed"
BACKDATED, ADDED = "error record-backdated", "note record-added"
LAYOUT, REGISTERED = "note record-layout-changed", "note register-changed"

CASES = {
    # evaluations
    "a light turned green": (edit(SPRING, "light: unmet", "light: met"), [REWRITTEN]),
    "its grounds": (edit(SPRING, "No licence.", "A licence."), [REWRITTEN]),
    "who evaluated": (edit(SPRING, "by: Clerk", "by: Nobody"), [REWRITTEN]),
    "a recommendation afterwards": (append("recommends: high\n", SPRING), [REWRITTEN]),
    "a recommendation withdrawn": (edit(AUTUMN, "recommends: low\n", ""), [REWRITTEN]),
    "a summary": (edit(SPRING, "summary: Good.", "summary: Very good."), [REWRITTEN]),
    "a light added": (edit(SPRING, "lights:", "lights:\n  C: {light: met}"), [REWRITTEN]),
    "an evaluation removed": (remove(SPRING), [REMOVED]),
    "all evaluations removed": (remove(AUTUMN, SPRING), [REMOVED, REMOVED]),
    "dated forward": (
        move(SPRING, TOOL / "evaluations/2026-05-02.yaml", ("2026-03-10", "2026-05-02")),
        [REWRITTEN],
    ),
    "dated back": (
        move(SPRING, TOOL / "evaluations/2025-03-10.yaml", ("2026-03-10", "2025-03-10")),
        [REWRITTEN],
    ),
    "dated and turned green": (
        move(
            SPRING, TOOL / "evaluations/2026-05-02.yaml", ("2026-03-10", "2026-05-02"),
            ("light: unmet", "light: met"),
        ),
        [REMOVED, ADDED],
    ),
    "called a draft": (edit(SPRING, "by: Clerk", "by: Clerk\n  draft: true"), [REWRITTEN]),
    "of another product": (edit(SPRING, "product: tool", "product: plain"), [REWRITTEN]),
    "by another model": (edit(SPRING, "small/1", "small/2"), [REWRITTEN]),
    "control: another ending": (move(SPRING, TOOL / "evaluations/2026-03-10.yml"), []),
    "forged into the past": (evaluate("2026-02-10"), [BACKDATED]),
    "a second one on the same day": (
        both(
            lambda: shutil.copy(SPRING, SPRING.with_suffix(".yml")),
            lambda: replace(SPRING.with_suffix(".yml"), "light: unmet", "light: met"),
        ),
        [BACKDATED],
    ),
    "a second earlier declaration on its day": (
        both(
            lambda: shutil.copy(KEPT, KEPT.with_suffix(".yml")),
            lambda: replace(KEPT.with_suffix(".yml"), "open: true", "open: false"),
        ),
        [BACKDATED],
    ),
    "control: a new evaluation": (evaluate("2026-05-02"), [ADDED]),
    "control: a draft goes on": (edit(DRAFT, "light: unmet", "light: met"), []),
    "control: a draft is given up": (remove(DRAFT), []),
    "control: the mark goes": (edit(DRAFT, "  draft: true\n", ""), [ADDED]),
    "a mark goes, dated back": (
        both(
            edit(DRAFT, "  draft: true\n", ""), edit(DRAFT, "'2026-05-01'", "2026-01-01"),
        ),
        [BACKDATED],
    ),
    "control: laid out otherwise": (edit(SPRING, "summary: Good.", "summary: 'Good.'"), [LAYOUT]),
    "a comment against it": (append("# This was never found.\n", SPRING), [LAYOUT]),
    "control: other line ends": (
        lambda: SPRING.write_bytes(SPRING.read_bytes().replace(b"\n", b"\r\n")), [],
    ),
    # the register
    "a fact of the register": (edit(REGISTER, "open: true", "open: null"), [REWRITTEN]),
    "a fact, dated back": (
        both(edit(REGISTER, "open: true", "open: null"), edit(REGISTER, "2026-02", "2026-01")),
        [REWRITTEN],
    ),
    "who registered": (edit(REGISTER, "by: Clerk", "by: Nobody"), [REWRITTEN]),
    "the register of some day to come": (
        edit(REGISTER, "2026-02-01", "2027-02-01"), [REWRITTEN],
    ),
    "the register removed": (remove(REGISTER), [REMOVED]),
    "control: registered anew": (
        both(
            edit(REGISTER, "open: true", "open: true\n  licence: MIT"),
            edit(REGISTER, "2026-02-01", "2026-05-01"),
        ),
        [REGISTERED],
    ),
    "control: registered anew, two facts": (
        both(
            edit(REGISTER, "open: true", "open: true\n  licence: null\n  users: []"),
            edit(REGISTER, "2026-02-01", "2026-05-01"),
        ),
        [REGISTERED, REGISTERED],
    ),
    "control: registered again": (edit(REGISTER, "2026-02-01", "2026-05-01"), [REGISTERED]),
    # decisions
    "a level of a placement": (edit(LOG, "level: low", "level: high"), [REWRITTEN]),
    "grounds of a decision": (edit(LOG, "grounds: x\n- ", "grounds: z\n- "), [REWRITTEN]),
    "a decision dated otherwise": (edit(LOG, "2026-02-01", "2026-02-02"), [REWRITTEN]),
    "the last decision removed": (lambda: replace(LOG, read_decisions()[1], ""), [REMOVED]),
    "the first decision removed": (drop_first, [REMOVED]),
    "one put before the others": (insert_first, [BACKDATED]),
    "another order": (reorder, [REWRITTEN]),
    "the log emptied": (
        lambda: LOG.write_text(LOG.read_text().partition("decisions:")[0] + "decisions: []\n"),
        [REMOVED],
    ),
    "the log removed": (remove(LOG), [REMOVED]),
    "a decision dated back": (append(DECISION % ("2026-01-01", "pause", "board")), [BACKDATED]),
    "a comment in the log": (append("# Decision 1 was never made.\n"), [LAYOUT]),
    "control: a decision after one of some day to come": (
        append(DECISION % ("2027-01-01", "pause", "board")
               + DECISION % ("2026-05-01", "admit", "board")),
        [ADDED, ADDED],
    ),
    "control: a decision": (append(DECISION % ("2026-05-01", "pause", "board")), [ADDED]),
    "control: two decisions": (
        append(DECISION % ("2026-05-01", "pause", "board") * 2), [ADDED, ADDED],
    ),
    # earlier declarations
    "an earlier answer": (append("aims_at: high\n", KEPT), [REWRITTEN]),
    "an earlier fact": (edit(KEPT, "open: true", "open: false"), [REWRITTEN]),
    "an earlier declaration removed": (remove(KEPT), [REMOVED]),
    "an earlier declaration made up": (keep("2026-04-01"), [BACKDATED]),
    "kept otherwise than it was": (keep("2026-05-01", Soon="Never"), [REWRITTEN]),
    "control: kept as it was": (keep("2026-05-01"), [ADDED]),
    "control: declared under the same date": (
        edit(CURRENT, "note: Soon.", "note: Very soon."), ["warning declared-date-unchanged"],
    ),
    # the product as a whole
    "the product removed": (
        lambda: shutil.rmtree(TOOL), ["error product-removed-undecided"],
    ),
    "one without a record removed": (
        lambda: shutil.rmtree("products/plain"), ["warning product-removed-undecided"],
    ),
    "control: nothing": (lambda: None, []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_a_change_of_the_record_is_told_as(place, check, name):
    change, expected = CASES[name]
    change()
    code, found = check()
    told = [each for each in found if each.split()[1] in TOLD]

    assert sorted(told) == sorted(expected)
    assert code == 1 or not any(each.startswith("error") for each in expected)


TOLD = {
    code for code, entry in CATALOGUE.items() if entry.of_comparison and code[:5] != "level"
} | {"declared-date-unchanged"}  # fmt: skip
"""What the comparison finds, but for the levels; the changed files have findings of their own."""


SILENCES = {
    "a comment": lambda: replace(
        SPRING, "format:", "# os2governance: ignore[record-rewritten] known\nformat:"
    ),
    "another severity": lambda: Path("os2governance.toml").write_text('select = ["expired"]\n'),
}


@pytest.mark.parametrize("name", SILENCES)
def test_nothing_in_the_change_silences_it(place, check, name):
    replace(SPRING, "light: unmet", "light: met")
    SILENCES[name]()

    assert REWRITTEN in check()[1]
    assert check()[0] != 0


@pytest.mark.parametrize("more", [("--ignore", "record-rewritten"), ("--select", "expired")])
def test_nor_does_the_command_line(place, check, more):
    replace(SPRING, "light: unmet", "light: met")

    code, found = check(*more)

    assert code == 1
    assert REWRITTEN in found


def test_the_settings_of_a_project_cannot_name_it(place, run):
    Path("os2governance.toml").write_text('ignore = ["record-rewritten"]\n')
    result = run("check", "products", "--against", "HEAD", "--criteria", "criteria")

    assert result.exit_code == 2


# -- who may decide -----------------------------------------------------------------------------

RIGHT = "decided_by:\n  - board"
RIGHTS = {
    "a right given to oneself": (
        both(
            edit(MODEL, RIGHT, f"{RIGHT}\n  - owner"),
            append("- {on: 2026-05-01, decision: place, level: high, by: owner, grounds: y}\n"),
        ),
        "error decision-without-right",
    ),
    "no longer one who declares": (
        both(
            edit(MODEL, "declares: true", "declares: false"),
            append("- {on: 2026-05-01, decision: accept, level: high, by: owner, grounds: y,"
                   " accepts: {B: {until: 2026-12-01}}}\n"),
        ),
        "error decision-without-right",
    ),
    "a role made up": (
        both(
            edit(MODEL, "roles:\n", "roles:\n- id: king\n  name: {da: Kongen, en: The king}\n"),
            append("- {on: 2026-05-01, decision: admit, by: king, grounds: y}\n"),
        ),
        "error decision-without-right",
    ),
    "a longer wheel": (edit(MODEL, "6 months", "600 months"), "warning model-changed"),
    "other rules": (
        edit(MODEL.parent / "all.yaml", "fact: licence", "fact: open"), "warning model-changed",
    ),
    "rights changed": (
        edit(MODEL, RIGHT, f"{RIGHT}\n  - owner"), "warning model-rights-changed",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHTS)
def test_a_right_counts_once_the_older_state_has_it(place, check, name):
    change, expected = RIGHTS[name]
    change()

    assert expected in check()[1]


def test_a_decision_without_a_right_covers_no_rise(place, check):
    """The same rise by the same decision, with and without the right to it."""
    placing = "- {on: 2026-05-01, decision: place, level: high, by: %s, grounds: y}\n"
    replace(CURRENT, "open: true", "open: true\n  licence: MIT")
    replace(CURRENT, "2026-05-01", "2026-05-02")
    log = LOG.read_text()
    LOG.write_text(log + placing % "board")
    assert "error level-change-undecided" not in check()[1]

    replace(MODEL, RIGHT, f"{RIGHT}\n  - owner")
    LOG.write_text(log + placing % "owner")
    assert "error level-change-undecided" in check()[1]


def test_what_a_change_of_the_model_does_is_told(place, run):
    replace(MODEL.parent / "all.yaml", "fact: licence", "fact: open")
    usual = ("--criteria", "criteria", "--as-of", "2026-05-02", "--format", "json")
    said = json.loads(run("check", "products", "--against", "HEAD", *usual).stdout_bytes)
    [found] = [each for each in said["findings"] if each["code"] == "model-changed"]

    assert found["file"] == "criteria/small/1/model.yaml"
    assert "all.yaml" in found["message"]
    assert "plain" in found["message"]


def test_a_decision_of_some_day_to_come_does_not_bar_those_of_today(place, check):
    append(DECISION % ("2027-01-01", "pause", "board"))()
    git(place, "commit", "-qam", "planned")
    append(DECISION % ("2026-05-01", "admit", "board"))()

    assert ADDED in check()[1]
    assert BACKDATED not in check()[1]


# -- a product by another name ------------------------------------------------------------------


def rename(old, new, *edits):
    git(Path(), "mv", f"products/{old}", f"products/{new}")
    for file in Path("products", new).rglob("*.yaml"):
        replace(file, f"product: {old}", f"product: {new}")
    for before, after in edits:
        replace(Path("products", new, "product.yaml"), before, after)


RAISE = ("open: true", "open: true\n  licence: MIT")


def test_a_new_name_does_not_hide_a_rise(place, check):
    rename("tool", "new")
    assert [each for each in check()[1] if each.startswith("error")] == []

    replace(Path("products/new/product.yaml"), *RAISE)
    replace(Path("products/new/product.yaml"), "2026-05-01", "2026-05-02")
    assert "error level-change-undecided" in check()[1]


def test_a_new_name_does_not_hide_a_rewritten_record(place, check):
    rename("tool", "new")
    replace(Path("products/new/evaluations/2026-03-10.yaml"), "light: unmet", "light: met")

    assert REWRITTEN in check()[1]


def test_another_product_in_its_place_is_not_taken_for_it(place, check):
    rename("tool", "new", RAISE)
    write_product(place, "decoy", facts={"open": True})
    (place / "products/decoy").rename(place / "products/tool")
    replace(CURRENT, "name: Decoy", "name: Tool")
    found = check()[1]

    assert "error level-change-undecided" in found
    assert REMOVED not in found


def test_what_is_removed_and_comes_back_higher(place, check):
    """In one change it goes, in the next it comes back; neither is as if nothing was there."""
    kept = Path("products/plain/product.yaml").read_text()
    shutil.rmtree("products/plain")
    assert check()[1].count("warning product-removed-undecided") == 1

    git(place, "add", "-A")
    git(place, "commit", "-qm", "gone")
    Path("products/plain").mkdir()
    Path("products/plain/product.yaml").write_text(kept.replace(*RAISE))
    assert "error level-change-undecided" in check()[1]


# -- corrections by a decision ------------------------------------------------------------------


@pytest.fixture
def correct(run):
    def records(file, *more, by="board"):
        usual = ("--criteria", "criteria", "--as-of", "2026-05-02", "--lang", "en", "--yes")
        said = ("--by", by, "--grounds", "A name was taken out.")
        return run("decide", "products/tool", "correct", file, *said, *usual, *more)

    return records


CORRECTED, REPLACED = "note record-corrected", ("grounds: x", "grounds: z")


def edit_first_decision():
    admit, _ = read_decisions()
    replace(LOG, admit, admit.replace(*REPLACED))


CORRECTIONS = {
    "a name in an evaluation": (
        edit(SPRING, "by: Clerk", "by: A clerk"), "evaluations/2026-03-10.yaml"
    ),
    "a path instead of a name": (
        edit(SPRING, "by: Clerk", "by: A clerk"), "products/tool/evaluations/2026-03-10.yaml"
    ),
    "an evaluation that was left out": (
        evaluate("2026-02-10"), "evaluations/2026-02-10.yaml"
    ),
    "an evaluation that was another product's": (remove(SPRING), "evaluations/2026-03-10.yaml"),
    "the register": (edit(REGISTER, "by: Clerk", "by: A clerk"), "register.yaml"),
    "an earlier declaration": (edit(KEPT, "Ejeren", "En ejer"), "declarations/2025-12-01.yaml"),
    "a decision": (edit_first_decision, "decisions.yaml"),
    "a decision by its number": (edit_first_decision, "decisions.yaml#1"),
}  # fmt: skip


@pytest.mark.parametrize("name", CORRECTIONS)
def test_a_correction_by_a_decision_is_a_note(place, check, correct, name):
    """Beside it: the same change without the decision, which is an error."""
    change, file = CORRECTIONS[name]
    change()
    assert any(each.startswith("error record-") for each in check()[1])

    assert correct(file).exit_code == 0
    found = check()[1]
    assert CORRECTED in found
    assert not any(each.startswith("error record-") for each in found)


def test_a_correction_is_of_exactly_what_it_says(place, check, correct):
    replace(SPRING, "by: Clerk", "by: A clerk")
    correct("evaluations/2026-03-10.yaml")
    replace(SPRING, "light: unmet", "light: met")

    assert REWRITTEN in check()[1]


def test_a_correction_corrects_once(place, check, correct):
    """Back to what was there, and on again with the old decision: it is no new one."""
    text = SPRING.read_text()
    replace(SPRING, "by: Clerk", "by: A clerk")
    correct("evaluations/2026-03-10.yaml")
    git(place, "commit", "-qam", "corrected")
    corrected = SPRING.read_text()
    SPRING.write_text(text)
    assert correct("evaluations/2026-03-10.yaml").exit_code == 0
    git(place, "commit", "-qam", "back")
    assert not any(each.startswith("error") for each in check(revision="HEAD~1")[1])

    SPRING.write_text(corrected)
    assert REWRITTEN in check()[1]


def test_who_declares_cannot_correct(place, check, correct):
    replace(SPRING, "by: Clerk", "by: A clerk")
    before = LOG.read_bytes()
    result = correct("evaluations/2026-03-10.yaml", by="owner")

    assert result.exit_code == 1
    assert "correction-by-other-body" in result.output
    assert LOG.read_bytes() == before
    correct("evaluations/2026-03-10.yaml")
    replace(LOG, "by: board\n  grounds: A name", "by: owner\n  grounds: A name")
    assert REWRITTEN in check()[1]
    assert "error correction-by-other-body" in check()[1]


@pytest.mark.parametrize("file", ["evaluations/2026-03-10.yaml", "nothing.yaml", "product.yaml"])
def test_what_does_not_differ_is_not_corrected(place, correct, file):
    result = correct(file)

    assert result.exit_code == 2
    assert file in result.stderr


def test_the_state_before_may_be_another_revision(place, check, correct):
    replace(SPRING, "by: Clerk", "by: A clerk")
    git(place, "commit", "-qam", "corrected already")
    assert correct("evaluations/2026-03-10.yaml").exit_code == 2

    assert correct("evaluations/2026-03-10.yaml", "--against", "HEAD~1").exit_code == 0
    assert CORRECTED in check(revision="HEAD~1")[1]

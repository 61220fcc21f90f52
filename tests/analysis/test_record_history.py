"""Entries through a history: whichever way it goes, none is lost unseen.

The whole through git is in tests/cli/commands/test_log_verify.py; here are the laws.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.analysis.record_history import HARMS, RecordedCommit, RecordHistory
from os2governance.documents.sources import build_product_files
from os2governance.product.record_entries import read_product_record


def record(said):
    listed = "".join(f"  - {{on: 2026-01-01, grounds: {each}}}\n" for each in said)
    data = f"product: x\ndecisions:\n{listed}" if said else "product: x\ndecisions: []\n"
    return {"x": read_product_record(build_product_files("x", {"decisions.yaml": data.encode()}))}


def match(old, new):
    return [(each, each) for each in new if each in old]


def walk(commits):
    """Walk logs: each a name, its parents, and its decisions; states by what each first said."""
    history = RecordHistory(match)
    for name, parents, said in commits:
        history.follow(RecordedCommit(name, parents, record(said), "2026-05-01"))
    return [
        (each.first.values["grounds"], each.state) for each in history.conclude(commits[-1][0])
    ]


LETTERS = st.lists(st.sampled_from("abcd"), max_size=4)


@given(LETTERS, st.lists(LETTERS, max_size=3))
def test_a_log_that_only_grows_stays_as_it_was(first, more):
    logs = [first]
    for each in more:
        logs.append([*logs[-1], *each])
    commits = [
        (str(number), (str(number - 1),) if number else (), said)
        for number, said in enumerate(logs)
    ]

    assert walk(commits) == [(each, "unchanged") for each in logs[-1]]


@given(st.lists(LETTERS, min_size=1, max_size=4))
def test_what_is_unharmed_is_there_in_the_end(logs):
    commits = [
        (str(number), (str(number - 1),) if number else (), said)
        for number, said in enumerate(logs)
    ]
    found = walk(commits)
    left = [said for said, state in found if state not in HARMS]

    assert all(left.count(each) <= logs[-1].count(each) for each in set(left))
    for each in set(logs[0]):
        assert any(said == each for said, _ in found)


@given(LETTERS, LETTERS, LETTERS, st.booleans())
def test_a_merge_of_what_both_sides_added_keeps_all(first, ours, theirs, ours_first):
    whole = [*first, *ours, *theirs] if ours_first else [*first, *theirs, *ours]
    commits = [
        ("0", (), first), ("1", ("0",), [*first, *ours]), ("2", ("0",), [*first, *theirs]),
        ("3", ("1", "2"), whole),
    ]  # fmt: skip
    states = {state for _, state in walk(commits)}

    if not set(ours) & set(theirs) and len({*first, *ours, *theirs}) == len(whole):
        assert states <= {"unchanged"}


def test_a_merge_without_what_one_side_added_has_lost_it():
    sides = [("0", (), "a"), ("1", ("0",), "ab"), ("2", ("0",), "ac")]

    assert dict(walk([*sides, ("3", ("1", "2"), "abc")]))["c"] == "unchanged"
    assert dict(walk([*sides, ("3", ("1", "2"), "ab")]))["c"] == "removed"
    assert dict(walk([*sides, ("3", ("2", "1"), "ab")]))["c"] in HARMS


def test_both_sides_may_come_with_the_same():
    sides = [("0", (), "a"), ("1", ("0",), "ab"), ("2", ("0",), "ab")]

    assert walk([*sides, ("3", ("1", "2"), "ab")]) == [("a", "unchanged"), ("b", "unchanged")]


def test_what_was_there_before_a_history_has_no_commit_of_its_own():
    history = RecordHistory(match)
    history.begin("0", record("a"))
    history.follow(RecordedCommit("1", ("0",), record("ab"), "2026-05-01"))
    found = history.conclude("1")

    assert [(each.commit, each.state) for each in found] == [("", "unchanged"), ("1", "unchanged")]


@pytest.mark.parametrize("said", ["[x]", "{a: b}", "1", "null"])
def test_a_product_is_not_closed_by_a_decision_of_no_kind(said):
    log = f"product: x\ndecisions:\n  - {{on: 2026-01-01, decision: {said}}}\n  - x\n".encode()
    there = {"x": read_product_record(build_product_files("x", {"decisions.yaml": log}))}
    history = RecordHistory(match)
    history.follow(RecordedCommit("0", (), there, "2026-05-01"))
    history.follow(RecordedCommit("1", ("0",), {}, "2026-05-02"))

    assert [each.state for each in history.conclude("1")] == ["removed", "removed"]

"""The findings of a verification: which entry, with which commit it came, what was done where."""

import pytest

from os2governance.analysis.record_history import EntryEvent, TrackedEntry
from os2governance.analysis.record_verification import CommitInfo, check_entries, shorten_commit
from os2governance.documents.sources import build_product_files
from os2governance.product.record_entries import read_product_record

COMMITS = {
    name * 40: CommitInfo(name * 40, f"2026-0{n}-01T12:00:00Z", f"Author {n}")
    for n, name in enumerate("ab", 1)
}


def entry(by):
    data = f"product: tool\nevaluated: {{on: 2026-03-10, by: {by}}}\n".encode()
    files = build_product_files("products/tool", {"evaluations/2026-03-10.yaml": data})
    return read_product_record(files).entries[0]


ONE, OTHER = entry("Clerk"), entry("Nobody")
HARMED = [
    ("rewritten", [EntryEvent("b" * 40, "rewritten", ONE, OTHER)], OTHER,
     "rewritten in bbbbbbbbbb (Author 2, 1 February 2026): evaluated.by: Clerk → Nobody"),
    ("removed", [EntryEvent("b" * 40, "removed", ONE, None)], None,
     "removed in bbbbbbbbbb (Author 2, 1 February 2026)"),
    ("backdated", [], ONE, "when it came, this one was there already: The evaluation of 10 March"),
    ("unreadable", [], ONE, "its file cannot be read any more"),
]  # fmt: skip


@pytest.mark.parametrize(("state", "events", "newest", "said"), HARMED)
def test_a_harm_is_told_with_both_commits(state, events, newest, said):
    tracked = TrackedEntry(
        first=ONE, commit="a" * 40, product="tool", folder="products/tool", newest=newest,
        events=tuple(events), late=OTHER, state=state,
    )  # fmt: skip
    [found] = check_entries([tracked], COMMITS)
    message = found.message.render("en")

    assert found.location.file == "products/tool/evaluations/2026-03-10.yaml"
    assert "which came with aaaaaaaaaa" in message
    assert said in message
    assert found.message.render("da") != message


@pytest.mark.parametrize("state", ["unchanged", "restored", "corrected", "registered", "closed"])
def test_what_is_no_harm_is_no_finding(state):
    tracked = TrackedEntry(first=ONE, commit="", product="tool", folder="x", state=state)

    assert list(check_entries([tracked], COMMITS)) == []


def test_a_commit_is_shown_short():
    assert shorten_commit("a" * 40) == "a" * 10
    assert shorten_commit("") == ""

"""Two states of products compared: by id, whatever became of the files."""

from datetime import date
from shutil import copytree

import pytest
from folders import criterion, write_model, write_product
from repository import first_commit, git, replace

from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.compare import compare_states, explain_since_last_decision
from os2governance.workflows.context import Context

OPEN = {"fact": "open", "equals": True}
ADMIT = {"on": "2026-02-01", "decision": "admit", "by": "board"}


@pytest.fixture
def place(tmp_path, monkeypatch):
    write_model(tmp_path, [criterion("A", "low", OPEN)])
    for name in ("a", "b"):
        write_product(tmp_path, name, facts={"open": True, "licence": name})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def context(place):
    return Context(date(2026, 5, 1), "en", place / "criteria")


def changed(found):
    return [
        tuple(each and each.declaration.product for each in (one.change.before, one.change.after))
        for one in found.changes
    ]


def test_a_state_and_itself_have_no_changes(place, context):
    copytree(place / "products", place / "old" / "products")
    for after in (None, "old/"):
        found = compare_states("old/", after, [], context)
        assert (found.changes, found.undecided, found.unreadable) == ((), (), ())


def test_new_gone_and_renamed_products_come_in_the_order_of_their_ids(place, context):
    copytree(place / "products", place / "old" / "products")
    write_product(place, "c")
    (place / "products" / "a" / "product.yaml").unlink()
    replace(place / "products" / "b" / "product.yaml", "product: b", "product: bb")

    assert changed(compare_states("old/", None, [], context)) == [
        ("a", None), ("b", "bb"), (None, "c"),
    ]  # fmt: skip


def test_what_cannot_be_used_is_neither_new_nor_gone(place, context):
    copytree(place / "products", place / "old" / "products")
    (place / "products" / "a" / "product.yaml").write_bytes(b"\xff")
    found = compare_states("old/", None, [], context)

    assert changed(found) == []
    assert [each.code for each in found.unreadable] == ["not-utf8"]


def test_without_decisions_there_is_no_state_of_their_own(place, context):
    found = compare_states(None, None, [], context)

    assert (found.changes, found.never_decided) == ((), ("a", "b"))
    assert explain_since_last_decision("products/a", context) is None


def test_since_the_last_decision_a_fact_has_changed_the_level(place, context):
    write_product(place, "d", facts={"open": True, "licence": "d"}, decisions=[ADMIT])
    first_commit(place)
    commit = ("commit", "-q", "--amend", "--no-edit", "--date", "2026-02-01T00:00:00Z")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_COMMITTER_DATE", "2026-02-01T00:00:00Z")
        git(place, *commit)
    replace(place / "products" / "d" / "product.yaml", "open: true", "open: false")
    found = compare_states(None, None, [], context)
    explained = explain_since_last_decision("products/d", context)

    assert changed(found) == [("d", "d")]
    assert found.never_decided == ("a", "b")
    assert explained.levels == found.changes[0].levels


@pytest.mark.parametrize("state", ["", "@", "2026-01-01@2026-02-01", "model:small/9"])
def test_what_is_no_state_is_not_possible(context, state):
    with pytest.raises(NotPossibleError):
        compare_states(state, None, [], context)

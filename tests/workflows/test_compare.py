"""Two states of products compared: by id, whatever became of the files."""

from datetime import date
from shutil import copytree, rmtree

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
    return Context(as_of=date(2026, 5, 1), language="en", criteria=(place / "criteria",))


def changed(found):
    return [
        tuple(each and each.product.id for each in (one.change.before, one.change.after))
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


OLD = {"a folder of products": "old", "a folder with products": "old/products"}


@pytest.mark.parametrize("paths", [[], ["products"], ["products/a", "products/b"]])
@pytest.mark.parametrize("old", OLD)
@pytest.mark.parametrize("broken", ["not utf-8", "a link that leads out", "misnamed"])
def test_what_cannot_be_used_is_neither_new_nor_gone(place, context, old, paths, broken):
    copytree(place / "products", place / OLD[old])
    file = place / "products" / "a" / "product.yaml"
    file.unlink()
    if broken == "not utf-8":
        file.write_bytes(b"\xff")
    elif broken == "misnamed":
        file.with_suffix(".yml").touch()
    else:
        file.symlink_to("../../../x")
    for before, after in (("old/", None), (None, "old/")):
        found = compare_states(before or "now", after, paths, context)

        assert changed(found) == []
        assert found.unreadable


@pytest.mark.parametrize("name", ["declarations/2026-05-01.yaml", "evaluations/2026-05-01.yaml"])
def test_a_product_is_the_same_without_its_product_file(place, context, name):
    copytree(place / "products", place / "old")
    folder = place / "products" / "a"
    (folder / name).parent.mkdir()
    text = (folder / "product.yaml").read_text()
    if name.startswith("e"):
        text = "format: os2governance/evaluation/1\nproduct: a\nmodel: small/1\n"
        text += "evaluated: {on: 2026-04-01, by: X}\nlights: {A: {light: unmet}}\n"
    (folder / name).write_text(text)
    (folder / "product.yaml").unlink()
    found = compare_states("old/", None, [], context)

    assert changed(found) == ([("a", "a")] if name.startswith("e") else [])
    assert found.unreadable == ()


@pytest.mark.parametrize("path", ["products/a", "products/a/", "products/a/product.yaml"])
def test_a_path_of_one_product_means_it_alone_in_another_folder_too(place, context, path):
    copytree(place / "products", place / "old")
    assert changed(compare_states("old/", None, [path], context)) == []

    (place / "old" / "a").rename(place / "old" / "elsewhere")
    replace(place / "old" / "elsewhere" / "product.yaml", "open: true", "open: false")
    assert changed(compare_states("old/", None, [path], context)) == [("a", "a")]


def test_a_product_that_is_gone_is_told_of_by_its_path(place, context):
    copytree(place / "products", place / "old")
    rmtree(place / "products" / "a")

    assert changed(compare_states("old/", None, ["products/a"], context)) == [("a", None)]


def test_a_finding_of_both_states_is_told_once(place, context):
    (place / "products" / "a" / "product.yaml").write_bytes(b"\xff")

    assert len(compare_states("now", "now", [], context).unreadable) == 1


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

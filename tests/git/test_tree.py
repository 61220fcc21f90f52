"""The files of a commit as folders, and where the links among them lead."""

import pytest

from os2governance.git.tree import LINK_MODE, SUBMODULE_MODE, CommitTree, TreeEntry

FILE = TreeEntry("100644", "1")
TARGETS = {
    "a/near": "b.yaml",
    "a/up": "../c/d.yaml",
    "a/whole": "/top/a/b.yaml",
    "a/out": "../../other",
    "a/back": "../../top/a/b.yaml",
    "a/ring": "ring2",
    "a/ring2": "ring",
    "a/nowhere": "x",
    "a/folder": "../c",
    "deep/a/far": "../../c/d.yaml",
    "deep/a/by-link": "../to-a/b.yaml",
    "deep/to-a": "../a",
    "root": "c/d.yaml",
    "long": "a/" * 500_000,
}
ENTRIES = {
    **{name: TreeEntry(LINK_MODE, "2") for name in TARGETS},
    **dict.fromkeys(["a/b.yaml", "a-b", "a.yaml", "c/d.yaml", "c/e/f"], FILE),
    "m/sub": TreeEntry(SUBMODULE_MODE, "3"),
}


@pytest.fixture
def tree():
    return CommitTree("/top", ENTRIES, lambda: TARGETS)


def test_names_of_a_folder(tree):
    assert list(tree.list_names("")) == ["a-b", "a.yaml", "a", "c", "deep", "long", "m", "root"]
    assert list(tree.list_names("c")) == list(tree.list_names("a/folder")) == ["d.yaml", "e"]
    assert list(tree.list_names("nowhere")) == list(tree.list_names("a/b.yaml")) == []


LEADS = [
    ("a/b.yaml", "a/b.yaml"),
    ("a/near", "a/b.yaml"),
    ("a/up", "c/d.yaml"),
    ("a/whole", "a/b.yaml"),
    ("a/back", "a/b.yaml"),
    ("a/out", None),
    ("a/ring", None),
    ("a/nowhere", None),
    ("a/folder", "c"),
    ("a/folder/e/f", "c/e/f"),
    ("deep/to-a/folder/d.yaml", "c/d.yaml"),
    ("a/../c/./d.yaml", "c/d.yaml"),
    ("../x", None),
    ("long", None),
    ("long/b.yaml", None),
    ("", ""),
]


@pytest.mark.parametrize(("name", "real"), LEADS)
def test_where_a_name_leads(tree, name, real):
    assert tree.resolve(name) == real


FILES = [("a/near", True), ("a/up", True), ("root", True), ("deep/to-a/b.yaml", True),
         ("deep/a/far", False), ("deep/a/by-link", False), ("a/folder", False),
         ("a/folder/d.yaml", True), ("m/sub", False), ("a", False), ("x", False)]  # fmt: skip


@pytest.mark.parametrize(("name", "there"), FILES)
def test_a_file_is_within_the_folder_above_its_own(tree, name, there):
    assert tree.find_file(name) == (FILE if there else None)


OUT = [
    ("a/near", "a", False), ("a/up", "a", True), ("a/up", "", False), ("a/whole", "a", False),
    ("a/out", "", True), ("a/back", "", False), ("a/ring", "a", False), ("a/nowhere", "a", False),
    ("a/nowhere", "c", True), ("a/folder", "a", True), ("a/folder", "c", False),
    ("a/b.yaml", "c", False), ("deep/a/far", "deep", True), ("deep/a/by-link", "a", False),
    ("deep/to-a/up", "deep/to-a", True), ("long", "", False), ("m/sub", "c", False),
    ("x", "c", False),
]  # fmt: skip


@pytest.mark.parametrize(("name", "folder", "out"), OUT)
def test_which_links_lead_out_of_a_folder(tree, name, folder, out):
    """Rings lead nowhere; what is no link leads nowhere either."""
    assert tree.leads_out(name, folder) is out


def test_without_links_nothing_is_asked():
    tree = CommitTree("/top", {"a/b": FILE}, lambda: pytest.fail("asked"))

    assert (tree.resolve("a/../a/b"), tree.resolve("."), tree.resolve("x")) == ("a/b", "", None)
    assert tree.holds("a/b")
    assert not tree.holds("a/c")


def test_what_is_in_a_repository_of_its_own(tree):
    assert tree.find_submodule("m/sub") == tree.find_submodule("m/sub/a/b") == "m/sub"
    assert tree.find_submodule("m") is tree.find_submodule("a/b.yaml") is None

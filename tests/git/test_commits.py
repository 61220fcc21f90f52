"""A history, parents first, and the files of each commit, as git itself lists them."""

import subprocess

import pytest
from repository import first_commit, git

from os2governance.findings.not_possible import NotPossibleError
from os2governance.git.commits import is_ancestor, list_commits, read_file_trees
from os2governance.git.repository import find_repository


def say(place, *arguments):
    done = subprocess.run(["git", "-C", place, *arguments], check=True, capture_output=True)
    return done.stdout.decode().strip()


def commit(place, **files):
    for name, text in files.items():
        path = place / name.replace("_", "/")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text) if text is not None else path.unlink()
    git(place, "add", "-A")
    git(place, "commit", "-q", "--allow-empty", "-m", "more")


@pytest.fixture
def place(tmp_path):
    """Two branches that are merged, a removal, an empty commit, names that are hard."""
    (tmp_path / "a").write_text("1")
    (tmp_path / "æ\n:").write_text("1")
    first_commit(tmp_path)
    git(tmp_path, "checkout", "-qb", "side")
    commit(tmp_path, b="side", d_e="1")
    git(tmp_path, "checkout", "-q", "-")
    commit(tmp_path, a="2", c="1")
    git(tmp_path, "merge", "-q", "--no-edit", "side")
    commit(tmp_path, a=None)
    commit(tmp_path)
    return tmp_path


@pytest.fixture
def repository(place):
    return find_repository(place)


def test_all_commits_parents_first(place, repository):
    history = list_commits(repository, "HEAD")
    names = [each.name for each in history.commits]

    assert sorted(names) == sorted(say(place, "rev-list", "HEAD").split())
    assert all(
        names.index(parent) < number
        for number, each in enumerate(history.commits)
        for parent in each.parents
    )
    assert {each.author for each in history.commits} == {"T"}
    assert history.outside == ()
    assert history.start is None


def test_the_files_of_each_commit_are_those_that_git_lists(place, repository):
    history = list_commits(repository, "HEAD")
    trees = read_file_trees(repository, history, lambda _: True)

    for name, tree in trees.items():
        listed = say(place, "ls-tree", "-r", "-z", name).split("\0")
        expected = {each.split("\t")[1]: each.split()[2].split("\t")[0] for each in listed if each}
        assert {path: entry.digest for path, entry in tree.items()} == expected


def test_only_what_is_wanted_is_kept_and_the_same_is_shared(repository):
    history = list_commits(repository, "HEAD")
    trees = read_file_trees(repository, history, lambda path: path == "a")

    assert set().union(*trees.values()) == {"a"}
    newest, before = (history.commits[number].name for number in (-1, -2))
    assert trees[newest] is trees[before]


@pytest.mark.parametrize(
    ("said", "commits", "outside"),
    [("HEAD~1..HEAD", 1, 1), ("HEAD~1..", 1, 1), ("HEAD..HEAD", 0, 1), ("HEAD..HEAD~1", 0, 2),
     ("..HEAD", 6, 0), ("HEAD~1", 5, 0), (f"{'0' * 40}..HEAD", 6, 0)],
)  # fmt: skip
def test_a_part_of_a_history_and_what_it_begins_after(repository, said, commits, outside):
    history = list_commits(repository, said)
    trees = read_file_trees(repository, history, lambda _: True)

    assert (len(history.commits), len(history.outside)) == (commits, outside)
    assert set(trees) == {*(each.name for each in history.commits), *history.outside}
    assert history.end in trees


@pytest.mark.parametrize("said", ["nowhere", "nowhere..HEAD", "HEAD..nowhere", "HEAD...HEAD~1"])
def test_what_is_no_revision(repository, said):
    with pytest.raises(NotPossibleError):
        list_commits(repository, said)


def test_which_commit_led_to_another(repository):
    history = list_commits(repository, "HEAD")
    first, last = history.commits[0].name, history.end

    assert is_ancestor(repository, first, last)
    assert not is_ancestor(repository, last, first)

"""Folders as they were: each in the repository that it lies in, at what the name means there."""

from pathlib import Path

import pytest
from repository import first_commit, git

from os2governance.findings.not_possible import NotPossibleError
from os2governance.git.history import RepositoryHistory
from os2governance.git.revision import Revision


@pytest.fixture
def places(tmp_path, monkeypatch):
    """Two repositories side by side, and work in the first."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for name in ("here", "there"):
        (tmp_path / name / "a").mkdir(parents=True)
        (tmp_path / name / "a" / "f").write_text(name)
        first_commit(tmp_path / name)
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


@pytest.mark.parametrize(
    ("folder", "top", "name"),
    [
        (".", "here", ""),
        ("a", "here", "a"),
        ("a/new/er", "here", "a/new/er"),
        ("../there/a", "there", "a"),
        ("link", "there", "a"),
    ],
)
def test_a_folder_lies_in_the_repository_around_it(places, folder, top, name):
    Path("link").symlink_to("../there/a")
    held = RepositoryHistory("HEAD").find_folder(Path(folder))

    assert (held.revision.top, held.name) == ((places / top).resolve(), name)


def test_each_repository_is_read_once(places):
    asked = []
    history = RepositoryHistory("HEAD", lambda name, top: asked.append(top) or Revision(name, top))
    for folder in ("a", ".", "../there", "../there/a", "a"):
        history.find_folder(Path(folder))

    assert asked == [None, (places / "there").resolve()]
    assert [revision.top.name for revision in history.revisions] == ["here", "there"]


def test_a_folder_of_no_repository_is_not_possible(places):
    (places / "none").mkdir()

    with pytest.raises(NotPossibleError):
        RepositoryHistory("HEAD").find_folder(places / "none")
    assert RepositoryHistory("HEAD").find_root((places / "none").resolve()) is None


def test_only_repositories_that_were_read_are_known(places):
    history = RepositoryHistory("HEAD")
    assert history.find_known_folder(Path("a")) is None
    history.find_folder(Path())

    assert history.find_known_folder(Path("a")).name == "a"
    assert history.find_known_folder(Path("../there/a")) is None


def test_a_submodule_is_what_the_outer_commit_says(places):
    there = places / "there"
    git(
        places / "here",
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "add",
        "-q",
        str(there),
        "m",
    )
    git(places / "here", "commit", "-qm", "with it")
    inner = places / "here" / "m"
    (inner / "a" / "f").write_text("newer")
    git(inner, "commit", "-qam", "newer")
    held = RepositoryHistory("HEAD").find_folder(Path("m/a"))
    digest = held.revision.tree.entries["a/f"].digest

    assert (held.revision.top, held.name) == (inner.resolve(), "a")
    assert held.revision.read_blobs([digest])[digest] == b"there"


def test_new_submodules_one_in_the_other_were_the_outer_repositorys_folders(places):
    here = places / "here"
    for name in ("m", "m/n"):
        add = ["submodule", "add", "-q", str(places / "there"), Path(name).name]
        git((here / name).parent, "-c", "protocol.file.allow=always", *add)
    held = RepositoryHistory("HEAD").find_folder(Path("m/n/a"))

    assert (held.revision.top, held.name) == (here.resolve(), "m/n/a")


def test_a_submodule_that_is_not_here_is_not_possible(places):
    git(
        places / "here",
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "add",
        "-q",
        str(places / "there"),
        "m",
    )
    git(places / "here", "commit", "-qm", "with it")
    git(places / "here", "submodule", "deinit", "-f", "m")

    with pytest.raises(NotPossibleError) as refused:
        RepositoryHistory("HEAD").find_folder(Path("m/a"))
    assert "git submodule update --init" in refused.value.text.en

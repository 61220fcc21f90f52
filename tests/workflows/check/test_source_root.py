"""The root of the sources: the nearest repository around all files."""

import os

import pytest

from os2governance.workflows.check.source_root import find_source_root


@pytest.fixture
def place(tmp_path, monkeypatch):
    for folder in ("outer/.git", "outer/inner/.git", "outer/other/a", "none/a"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "none")
    return tmp_path


@pytest.mark.parametrize(
    ("files", "root"),
    [
        (["outer/inner/a/product.yaml"], "outer/inner"),
        (["outer/inner/a/product.yaml", "outer/other/a/product.yaml"], "outer"),
        (["outer/product.yaml"], "outer"),
        (["none/a/product.yaml"], "none"),
        ([], "none"),
    ],
)
def test_the_root_is_around_all_files(place, files, root):
    found = find_source_root([str(place / file) for file in files])

    assert found.working_folder == os.getcwd()  # noqa: PTH109
    if root == "none":
        assert found.root in {str(place / "none"), *map(str, place.parents)}
    else:
        assert found.root == str(place / root)


@pytest.mark.parametrize(
    ("here", "root"),
    [
        ("outer", "outer"),  # the submodule's files as the repository around it has them
        ("outer/other", "outer"),
        ("outer/inner", "outer/inner"),
        ("outer/inner/a", "outer/inner"),
        ("none", "outer/inner"),
    ],
)
def test_files_of_a_repository_in_another_are_named_by_where_one_works(
    place, monkeypatch, here, root
):
    (place / here).mkdir(exist_ok=True)
    monkeypatch.chdir(place / here)

    assert find_source_root([str(place / "outer/inner/a/product.yaml")]).root == str(place / root)


def test_a_work_tree_s_file_is_a_repository_as_well(place):
    (place / "none" / ".git").write_text("gitdir: elsewhere\n")

    assert find_source_root(["a/product.yaml"]).root == str(place / "none")


@pytest.mark.parametrize("name", ["\x1b[31m", "æ\n", "a" * 300])
def test_names_of_folders_are_only_names(place, name):
    found = find_source_root([str(place / "outer" / name / "product.yaml")])

    assert found.root == str(place / "outer")

"""The only room with a disk: what there is, and what cannot be read."""

import os

import pytest

from os2governance import store
from os2governance.yamlfile import MAX_BYTES


def test_a_file_is_read(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: 1\n")

    assert store.read(file) == (b"a: 1\n", [])


def test_of_a_huge_file_no_more_is_read_than_shows_that_it_is(tmp_path):
    file = tmp_path / "a.yaml"
    with file.open("wb") as stream:
        stream.truncate(50 << 20)
    data, findings = store.read(file)

    assert (len(data), findings) == (MAX_BYTES + 1, [])


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "nul in the name"])
def test_what_is_no_regular_file_is_refused(tmp_path, kind):
    file = tmp_path / "a.yaml"
    if kind == "folder":
        file.mkdir()
    if kind == "pipe":
        os.mkfifo(file)
    if kind == "nul in the name":
        file = tmp_path / "a\0b"
    data, [found] = store.read(file)

    assert (data, found.code) == (None, "file-unreadable")


def test_paths_mean_a_product_a_file_or_a_folder_of_products(tmp_path):
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "product.yaml").touch()
    (tmp_path / "notes").mkdir()
    a, b = tmp_path / "a" / "product.yaml", tmp_path / "b" / "product.yaml"

    assert list(store.product_files([tmp_path])) == [a, b]
    assert list(store.product_files([tmp_path / "a", b])) == [a, b]
    assert list(store.product_files([tmp_path / "none"])) == [tmp_path / "none"]
    assert list(store.product_files([tmp_path / "notes"])) == []


def test_the_record_beside_a_product(tmp_path):
    file = tmp_path / "product.yaml"
    assert store._record_files(file) == ([], None)

    (tmp_path / "evaluations").mkdir()
    for name in ("2026-02-01.yaml", "2026-01-01.yaml", "notes.txt"):
        (tmp_path / "evaluations" / name).touch()
    (tmp_path / "decisions.yaml").touch()
    evaluations, log = store._record_files(file)

    assert [path.name for path in evaluations] == ["2026-01-01.yaml", "2026-02-01.yaml"]
    assert log == tmp_path / "decisions.yaml"


def test_the_models_of_a_folder(tmp_path):
    for reference in ("b/1", "a/2", "a/1"):
        (tmp_path / reference).mkdir(parents=True)
        (tmp_path / reference / "model.yaml").touch()
    (tmp_path / "a" / "notes").mkdir()

    assert store.model_references(tmp_path) == ["a/1", "a/2", "b/1"]


def test_models_are_shipped():
    assert store.model_references(store.shipped_criteria())


def test_the_files_of_a_model(tmp_path):
    for name in ("model.yaml", "a.yml", "facts.schema.json", "README.md"):
        (tmp_path / name).write_text(name)
    files, findings = store.model_files(tmp_path)

    assert (sorted(files), findings) == (["a.yml", "facts.schema.json", "model.yaml"], [])
    assert [found.code for found in store.model_files(tmp_path / "none")[1]] == ["file-unreadable"]

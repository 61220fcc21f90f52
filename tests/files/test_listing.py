"""Which files there are: those that paths mean, and none that is there left out."""

import os
from pathlib import Path

import pytest
from files.refusing import refuse
from hypothesis import given
from hypothesis import strategies as st

from os2governance.files import listing, paths, reading


def test_a_folder_is_fingerprinted_by_its_files_and_not_through_a_link(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.yaml").write_text("1")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    first = listing.compute_flat_signature(tmp_path / "a")
    (tmp_path / "a" / "x.yaml").write_text("22")

    assert [name for name, _, _ in first] == ["x.yaml"]
    assert listing.compute_flat_signature(tmp_path / "a") != first
    assert listing.compute_flat_signature(tmp_path / "link") == ()
    assert listing.compute_flat_signature(tmp_path / "none") == ()


def test_paths_mean_a_product_a_file_or_a_folder_of_products(tmp_path):
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "product.yaml").touch()
    (tmp_path / "notes").mkdir()
    a, b = tmp_path / "a" / "product.yaml", tmp_path / "b" / "product.yaml"

    assert list(listing.find_product_files([tmp_path])) == [a, b]
    assert list(listing.find_product_files([tmp_path / "a", b])) == [a, b]
    assert list(listing.find_product_files([tmp_path / "none"])) == [tmp_path / "none"]
    assert list(listing.find_product_files([tmp_path / "notes"])) == []


def test_a_folder_that_may_not_be_entered_is_not_left_out(tmp_path, monkeypatch):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    (tmp_path / "a" / "product.yaml").touch()
    refuse(monkeypatch, "lstat", tmp_path / "b" / "product.yaml")
    files = [tmp_path / name / "product.yaml" for name in ("a", "b")]

    assert list(listing.find_product_files([tmp_path])) == files


def test_a_folder_that_may_not_be_listed_is_given_back(tmp_path, monkeypatch):
    refuse(monkeypatch, "listdir", tmp_path)

    assert list(listing.find_product_files([tmp_path])) == [tmp_path]
    assert listing.list_files(tmp_path, (".md",)) == [tmp_path]


def test_products_beside_a_stray_record_are_products(tmp_path):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "product.yaml").touch()
    (tmp_path / "decisions.yaml").touch()

    assert list(listing.find_product_files([tmp_path])) == [tmp_path / "x" / "product.yaml"]


def test_the_models_of_a_folder(tmp_path):
    for reference in ("b/1", "a/2", "a/1"):
        (tmp_path / reference).mkdir(parents=True)
        (tmp_path / reference / "model.yaml").touch()
    (tmp_path / "a" / "notes").mkdir()

    assert listing.list_model_references(tmp_path) == ["a/1", "a/2", "b/1"]
    assert listing.list_model_folders(tmp_path) == [
        tmp_path / each for each in ("a/1", "a/2", "b/1")
    ]
    assert listing.list_model_folders(tmp_path / "a") == [tmp_path / "a/1", tmp_path / "a/2"]


def test_a_model_whose_file_cannot_be_read_is_a_model(tmp_path):
    (tmp_path / "a" / "1").mkdir(parents=True)
    (tmp_path / "a" / "1" / "model.yaml").symlink_to("model.yaml")

    assert listing.list_model_references(tmp_path) == ["a/1"]
    assert listing.list_model_folders(tmp_path) == [tmp_path / "a" / "1"]


def test_models_are_shipped():
    assert listing.list_model_references(listing.find_shipped_criteria())


def test_the_words_of_documents_stand_beside_the_versions(tmp_path):
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "documents.yaml").write_text("", encoding="utf-8")
    (tmp_path / "c").mkdir()

    assert [file.parent.name for file in listing.list_term_files(tmp_path)] == ["a", "b"]


def test_a_folder_means_its_own_files_of_a_kind(tmp_path):
    for name in ("b.md", "a.MD", "c.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "d.md").mkdir()

    assert [file.name for file in listing.list_files(tmp_path, (".md",))] == ["a.MD", "b.md"]
    assert listing.list_files(tmp_path / "c.txt", (".md",)) == [tmp_path / "c.txt"]


@pytest.mark.parametrize("path", ["a" * 300, "b/" * 3000, "a\0b"])
def test_no_path_is_too_odd_to_be_asked(path):
    path = Path(path)

    assert not paths.is_folder(path)
    assert not paths.is_file(path)
    assert not paths.is_there(path)
    assert paths.may_be_there(path) is ("\0" not in str(path))
    assert list(listing.find_product_files([path])) == [path]
    assert [f.code for f in reading.read_file(path)[1]] == ["file-unreadable"]
    assert [f.code for f in listing.list_names(path)[1]] == ["file-unreadable"]
    assert listing.list_model_references(path) == listing.list_model_folders(path) == []


@given(st.text(max_size=20))
def test_a_name_is_meant_at_most_one_way(name):
    usual = listing.find_intended_name(name)

    assert usual is None or listing.find_intended_name(usual) == usual
    assert listing.find_intended_name(f"x{name}y") is None


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("product.yaml", "product.yaml"),
        ("PRODUCT.YML", "product.yaml"),
        ("Decisions.yml", "decisions.yaml"),
        ("EVALUATIONS", "evaluations"),
        ("evaluations.yml", None),
        ("product.yaml.bak", None),
        ("", None),
    ],
)
def test_what_a_name_was_meant_to_be(name, usual):
    assert listing.find_intended_name(name) == usual


def test_only_what_is_within_a_folder_is_within_it(tmp_path):
    inner = tmp_path / "a"
    inner.mkdir()
    (inner / "out").symlink_to(tmp_path)

    assert listing.is_within(inner / "x" / "y", inner)
    assert listing.is_within(inner, inner)
    assert not listing.is_within(tmp_path / "ab", inner)
    assert not listing.is_within(inner / "out" / "b", inner)
    assert not listing.is_within(inner / ".." / "b", inner)


def test_the_signature_of_a_folder_is_of_its_contents(tmp_path):
    file = tmp_path / "a" / "b"
    file.parent.mkdir()
    file.write_bytes(b"1")
    first = listing.compute_folder_signature(tmp_path)
    file.write_bytes(b"12")
    second = listing.compute_folder_signature(tmp_path)
    (tmp_path / "gone").symlink_to("nothing")

    assert first != second
    assert listing.compute_folder_signature(tmp_path) == second
    file.rename(file.with_name("c"))
    os.utime(file.parent, ns=(0, 0))
    assert listing.compute_folder_signature(tmp_path) != second
    assert listing.compute_folder_signature(tmp_path / "none") == ()

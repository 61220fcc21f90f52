"""Files of products and models as a commit has them, named as they were typed."""

from pathlib import Path
from shutil import rmtree

import pytest
from folders import criterion, write_model, write_product
from repository import first_commit

from os2governance.git.history import RepositoryHistory
from os2governance.workflows.revision_files import (
    find_removed_products,
    read_old_model_files,
    read_old_models,
    read_old_products,
    resolve_product_file,
)

EVALUATION = {"evaluated": {"on": "2026-01-01", "by": "X"}, "lights": {}}


@pytest.fixture
def place(tmp_path, monkeypatch):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "equals": True})])
    write_product(tmp_path, "a", evaluations=[EVALUATION], decisions=[])
    write_product(tmp_path, "æ b")
    (tmp_path / "products" / "notes").mkdir()
    (tmp_path / "products" / "notes" / "x.txt").touch()
    first_commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(found):
    return [[file.name for file in each.files()] for each in found.values()]


A = [
    "products/a/product.yaml",
    "products/a/evaluations/2026-01-01.yaml",
    "products/a/decisions.yaml",
]


@pytest.mark.parametrize(
    "path", ["products/a", *A, "products/a/evaluations", "products/../products/a"]
)
def test_a_path_means_its_product_with_the_record(place, path):
    rmtree(place / "products" / "a" / "evaluations") if "evaluations" not in path else None
    found = read_old_products(RepositoryHistory("HEAD"), [Path(path)])

    if path == "products/a/evaluations":
        assert found == {}
    else:
        assert [[Path(name).name for name in each] for each in names(found)] == [
            ["product.yaml", "2026-01-01.yaml", "decisions.yaml"]
        ]
        assert list(found) == [resolve_product_file(place / A[0])]


def test_a_folder_means_the_products_below_it_as_they_were(place):
    before = (place / A[0]).read_bytes()
    rmtree(place / "products")
    (place / "products").mkdir()
    found = read_old_products(RepositoryHistory("HEAD"), [Path("products")])

    assert names(found) == [A, ["products/æ b/product.yaml"]]
    assert next(iter(found.values())).product.data == before


def test_what_is_removed_is_found_unless_it_is_known(place):
    rmtree(place / "products" / "a")
    history = RepositoryHistory("HEAD")
    assert find_removed_products(history, {}) == {}  # no repository has been read
    known = read_old_products(history, [Path("products/æ b")])

    assert names(find_removed_products(history, known)) == [A]
    assert find_removed_products(history, read_old_products(history, [Path("products")])) == {}


def test_models_are_read_as_they_were(place):
    folder = place / "criteria"
    (folder / "small" / "1" / "model.yaml").write_bytes(b"\xff")
    held = RepositoryHistory("HEAD").find_folder(folder)
    files = read_old_model_files(held)
    model, findings = read_old_models(folder, files)["small/1"]

    assert {name: sorted(each) for name, each in files.items()} == {
        "small/1": ["all.yaml", "facts.schema.json", "model.yaml"]
    }
    assert (model.reference, findings) == ("small/1", [])


def test_a_link_and_its_target_are_one_product(place):
    (place / "link").symlink_to("products/a")

    assert resolve_product_file(Path("link/product.yaml")) == resolve_product_file(Path(A[0]))
    assert resolve_product_file(Path("none/product.yaml")) == str(
        place.resolve() / "none/product.yaml"
    )

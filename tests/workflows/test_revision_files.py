"""Files of products and models as a commit has them, named as they were typed."""

import os
from pathlib import Path
from shutil import rmtree

import pytest
from folders import criterion, write_model, write_product
from products_in_folders import CASES, write_case
from repository import first_commit

from os2governance.files import listing, reading
from os2governance.git.history import RepositoryHistory
from os2governance.workflows.revision_files import (
    find_product_folders,
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


def read(*paths):
    """The files of each product that was there, by what paths meant; nothing is amiss."""
    found = read_old_products(RepositoryHistory("HEAD"), map(Path, paths))
    assert [findings for _, findings in found.values() if findings] == []
    return {name: sources for name, (sources, _) in found.items()}


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
    found = read(path)

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
    found = read("products")

    assert names(found) == [A, ["products/æ b/product.yaml"]]
    assert next(iter(found.values())).data == before


def test_what_is_removed_is_found_unless_it_is_known(place):
    rmtree(place / "products" / "a")
    history = RepositoryHistory("HEAD")
    assert find_removed_products(history, {}) == {}  # no repository has been read
    known = read_old_products(history, [Path("products/æ b")])

    assert names(find_removed_products(history, known)) == [A]
    assert find_removed_products(history, read_old_products(history, [Path("products")])) == {}


def places(read):
    sources, findings = read
    return sources, sorted((each.code, each.location.file) for each in findings)


PATHS = ["products", "products/x", "products/x/product.yaml"]
ALL = {(name, path) for name in CASES for path in PATHS} - {
    # what this path means hangs on what it is now
    ("a folder in place of the declaration", "products/x/product.yaml")
}


@pytest.mark.parametrize(("name", "where"), sorted(ALL))
def test_a_commit_is_read_as_the_disk_is(tmp_path, monkeypatch, name, where):
    write_case(tmp_path, CASES[name])
    first_commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    files = listing.find_product_files([Path(where)])
    now = {resolve_product_file(file): places(reading.read_product_files(file)) for file in files}
    if where.endswith("product.yaml"):  # a file that has never been is no product of then
        now = {
            n: each for n, each in now.items() if name not in ("a model", "nothing of a product")
        }
    old = read_old_products(RepositoryHistory("HEAD"), [Path(where)])

    assert {n: places(each) for n, each in old.items()} == now
    moved = place_elsewhere(tmp_path)
    again = read_old_products(RepositoryHistory("HEAD"), [Path(where)])
    assert (moved, {n: places(each) for n, each in again.items()}) == (True, now)


def place_elsewhere(folder):
    """Move the products away: what was is not asked of what is."""
    (folder / "products").rename(folder / "moved")
    return not (folder / "products").exists()


@pytest.mark.parametrize("name", [n for n, case in CASES.items() if case.read])
def test_a_product_is_removed_when_all_of_it_is(tmp_path, monkeypatch, name):
    """A removed declaration alone leaves a product."""
    write_case(tmp_path, CASES[name])
    first_commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    history = RepositoryHistory("HEAD")
    history.find_folder(Path())
    own = tmp_path / "products" / "x"
    assert find_removed_products(history, {}) == {}
    (own / "product.yaml").unlink(missing_ok=True)
    rest = [n for n in listing.list_names(own)[0] if listing.find_intended_name(n)]
    assert bool(find_removed_products(history, {})) is (not rest)
    rmtree(own)
    removed = find_removed_products(history, {})

    assert list(removed) == [str(own / "product.yaml")]
    (sources,) = removed.values()
    assert tuple(os.path.relpath(n, "products/x") for n, _ in sources.files()) == CASES[name].read
    assert find_removed_products(history, removed) == {}


def test_the_folders_of_products_among_the_files_of_a_repository():
    products = [
        "register.yaml",
        "a/evaluations/1.yaml",
        "b/declarations/1.yml",
        "c/decisions.yaml",
    ]
    others = ["d/evaluations/x.md", "e/product.yml", "f/x.yaml", "m/register.yaml", "m/model.yaml"]

    assert find_product_folders([*products, *others]) == {"", "a", "b", "c"}


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

"""Products of a revision and of now, paired wherever their files went."""

from pathlib import Path
from shutil import rmtree

import pytest
from folders import criterion, write_model, write_product
from repository import first_commit, git, replace

from os2governance.git.history import RepositoryHistory
from os2governance.workflows.compare_products import find_changed_products
from os2governance.workflows.find_products import list_product_files

ADMIT = {"on": "2026-02-01", "decision": "admit", "by": "board"}


@pytest.fixture
def place(tmp_path, monkeypatch):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "equals": True})])
    for name in ("a", "b"):
        write_product(tmp_path, name, decisions=[{**ADMIT, "reference": name}])
    first_commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths, same_too=False):
    paths = paths or ("products",)
    pairs = find_changed_products(
        RepositoryHistory("HEAD"),
        map(Path, paths),
        list_product_files(paths)[0],
        same_too=same_too,
    )
    return [
        (old and old.name, now.sources.name if now.sources else now.exists) for old, now in pairs
    ]


def test_only_what_changed_unless_all_is_asked_for(place):
    a, b = "products/a/product.yaml", "products/b/product.yaml"
    assert found() == []
    assert found(same_too=True) == [(a, a), (b, b)]
    replace(place / b, "name: B", "name: C")
    assert found() == [(b, b)]


def test_a_byte_of_the_record_is_a_change_as_well(place):
    log = place / "products" / "a" / "decisions.yaml"
    log.write_bytes(log.read_bytes() + b"\n")

    assert found() == [("products/a/product.yaml",) * 2]


def test_new_and_removed_products(place):
    write_product(place, "c")
    for name in ("product.yaml", "decisions.yaml"):
        (place / "products" / "b" / name).unlink()

    assert found() == [("products/b/product.yaml", False), (None, "products/c/product.yaml")]


def test_a_product_that_moved_is_the_same_wherever_it_is_looked_for(place):
    (place / "elsewhere").mkdir()
    (place / "products" / "a").rename(place / "elsewhere" / "x")
    pair = ("products/a/product.yaml", "elsewhere/x/product.yaml")

    assert found("products") == [pair]
    assert found("elsewhere") == [pair]


def test_a_product_that_cannot_be_read_any_more_is_there(place):
    file = place / "products" / "a" / "product.yaml"
    file.unlink()
    file.symlink_to("nothing")

    assert found() == [("products/a/product.yaml", True)]


def test_a_declaration_alone_that_goes_or_comes_is_a_change(place):
    file = place / "products" / "a" / "product.yaml"
    text = file.read_text()
    file.unlink()
    assert found() == [("products/a/product.yaml",) * 2]

    git(place, "commit", "-qam", "gone")
    assert found() == []
    file.write_text(text)
    assert found() == [("products/a/product.yaml",) * 2]


@pytest.mark.parametrize("name", ["register.yaml", "declarations/2026-01-01.yaml"])
def test_a_product_of_one_file_is_new_and_changes_and_moves_and_goes(place, name):
    folder, one = place / "products" / "c", "products/c/product.yaml"
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text("product: c\n")
    assert found() == [(None, one)]

    git(place, "add", "-A")
    git(place, "commit", "-qm", "more")
    (folder / name).write_text("product: c # changed\n")
    assert found() == [(one, one)]
    (place / "elsewhere").mkdir()
    folder.rename(place / "elsewhere" / "d")
    assert found() == [(one, "elsewhere/d/product.yaml")]
    rmtree(place / "elsewhere")
    assert found() == [(one, False)]


def test_what_left_one_file_for_another_has_changed(place):
    """The same bytes in the same order are not the same where their names say something else."""
    folder = place / "products" / "a"
    (folder / "product.yaml").rename(folder / "register.yaml")

    assert found() == [("products/a/product.yaml",) * 2]

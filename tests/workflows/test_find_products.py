"""Which products paths mean, each once, and what became of each."""

import pytest

from os2governance.findings.not_possible import NotPossibleError
from os2governance.workflows.find_products import (
    assess_one_product,
    assess_product_file,
    list_product_files,
)


def test_each_file_once_in_the_order_of_the_paths(context):
    files, findings = list_product_files(
        ["products/rosenlund", "products", "products/brak/product.yaml"]
    )

    assert findings == []
    assert [file.split("/")[1] for file in files] == [
        "rosenlund",
        "brak",
        "kirsebaer",
        "ulaeselig",
    ]
    assert list_product_files([]) == list_product_files(["products"])


def test_a_path_without_products_is_a_finding_beside_the_others(context, tmp_path):
    files, [found] = list_product_files([str(tmp_path), "products/brak"])

    assert files == ["products/brak/product.yaml"]
    assert (found.code, found.location.file) == ("no-products", tmp_path.as_posix())


def test_without_the_usual_folder_there_are_no_products(context, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert [found.code for found in list_product_files([])[1]] == ["no-products"]


@pytest.mark.parametrize("path", ["a\nb", "\x1b[31m", "a\0b", "x" * 300])
def test_a_path_that_is_none_is_kept_to_be_read(context, path):
    files, findings = list_product_files([path])

    assert (files, findings) == ([path], [])
    assert assess_one_product(path, context)[0] is None


def test_several_products_are_not_one(context):
    with pytest.raises(NotPossibleError) as refused:
        assess_one_product("products", context)

    assert "products/brak" in refused.value.text.da
    assert assess_one_product("products/brak", context)[0].declaration.product == "brak"


def test_errors_of_the_record_alone_leave_a_level(context, tmp_path):
    from shutil import copytree

    copytree("products/brak", tmp_path / "brak")
    (tmp_path / "brak" / "decisions.yaml").write_text("a: [")
    found = assess_product_file(
        str(tmp_path / "brak" / "product.yaml"), context.open_library(), context.as_of
    )

    assert found.assessed.declaration.product == "brak"
    assert not found.all_read


def test_a_folder_of_folders_of_products_means_those_of_all(context):
    files, findings = list_product_files(["."])

    assert findings == []
    assert files == list_product_files(["products"])[0]


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository with a product, and a function that adds files of others."""
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "products" / "tool" / "product.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("format: os2governance/product/1\n")

    def adds(name, text="kind: ConfigMap\n"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)

    return adds


@pytest.mark.parametrize(
    "name", ["k8s/product.yaml", "ml/evaluations/run.yaml", "a/b/product.yaml"]
)
def test_files_of_others_do_not_hide_ours(repository, name):
    repository(name)

    assert list_product_files(["."]) == (["products/tool/product.yaml"], [])


@pytest.mark.parametrize("name", [".venv/tool/product.yaml", "a/b/c/product.yaml"])
def test_hidden_and_deeper_folders_are_not_looked_through(repository, name):
    repository(name, "format: os2governance/product/1\n")

    assert list_product_files(["."]) == (["products/tool/product.yaml"], [])


def test_a_folder_with_products_of_its_own_means_those_alone(repository):
    repository("products/archive/old/product.yaml", "format: os2governance/product/1\n")

    assert list_product_files(["products"]) == (["products/tool/product.yaml"], [])

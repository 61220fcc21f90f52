"""Models and products for programs: a value, or an error that has all the findings."""

import pytest
from folders import criterion, write_model, write_product

from os2governance.workflows.load import InvalidFilesError, load_model, load_product

OPEN = {"fact": "open", "present": True}


@pytest.fixture
def model(tmp_path):
    return load_model(write_model(tmp_path, [criterion("A", "low", OPEN)]))


def test_a_folder_and_its_file_are_the_same_product(tmp_path, model):
    folder = write_product(tmp_path)

    one, same = load_product(folder, model), load_product(str(folder / "product.yaml"), model)

    assert (one.files, one.record) == (same.files, same.record)
    assert one.id == same.id == "tool"


@pytest.mark.parametrize("name", ["declarations/2026-05-01.yaml", "decisions.yaml"])
def test_a_folder_without_a_product_file_is_a_product_too(tmp_path, model, name):
    folder = write_product(tmp_path, decisions=[])
    (folder / name).parent.mkdir(exist_ok=True)
    if name != "decisions.yaml":
        (folder / name).write_bytes((folder / "product.yaml").read_bytes())
        (folder / "decisions.yaml").unlink()
    (folder / "product.yaml").unlink()

    for path in (folder, folder / "product.yaml"):
        product = load_product(path, model)
        assert (product.id, product.current) == ("tool", None)
        assert [*product.files] == [(folder / name).as_posix()]


@pytest.mark.parametrize("data", [b"", b"\xff", b"model: small/2\n", b"\x1b[31m"])
def test_an_error_has_all_findings_and_says_the_first_in_english(tmp_path, model, data):
    folder = write_product(tmp_path)
    (folder / "product.yaml").write_bytes(data)
    with pytest.raises(InvalidFilesError) as refused:
        load_product(folder, model)

    first = refused.value.findings[0]
    assert str(refused.value) == f"{first.location}: {first.message.en}"
    assert first.location.file.endswith("tool/product.yaml")


def test_a_product_of_another_model_is_refused(tmp_path, model):
    other = load_model(write_model(tmp_path / "other", [criterion("A", "low", OPEN)]))
    made = write_model(tmp_path / "third", [criterion("A", "low", OPEN)], version="2")
    made.rename(tmp_path / "criteria" / "small" / "2")
    folder = write_product(tmp_path, model="small/2")
    with pytest.raises(InvalidFilesError) as refused:
        load_product(folder, model)

    assert [found.code for found in refused.value.findings] == ["product-other-model"]
    assert load_product(write_product(tmp_path, "b"), other).id == "b"


@pytest.mark.parametrize("folder", ["none", ""])
def test_what_is_no_model_is_refused(tmp_path, folder):
    with pytest.raises(InvalidFilesError):
        load_model(tmp_path / folder)

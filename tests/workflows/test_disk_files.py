"""Models and products on disk, handed to what reads them."""

from pathlib import Path

import pytest

from os2governance.files.listing import find_shipped_criteria
from os2governance.workflows.disk_files import MODELS_ON_DISK, open_library, read_product


def test_by_default_the_models_are_those_that_are_shipped():
    assert open_library().folders == (find_shipped_criteria(),)
    assert open_library().references() == MODELS_ON_DISK.references(find_shipped_criteria())


def test_a_folder_without_models_has_none(tmp_path):
    assert open_library(tmp_path).references() == []
    assert open_library(tmp_path / "none").newest_first() == []
    assert not MODELS_ON_DISK.holds(tmp_path)


def test_a_product_is_read_with_its_model_and_its_record(context):
    (product, model), findings = read_product(
        Path("products/rosenlund/product.yaml"), context.open_library()
    )

    assert (product.id, model.reference, findings) == ("rosenlund", "haven/2", [])
    assert product.record.decisions
    assert product.record.evaluations


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("nowhere/product.yaml", "file-unreadable"),
        ("products", "file-unreadable"),
        ("a\0b", "file-unreadable"),
    ],
)
def test_what_is_not_there_is_a_finding_at_its_path(context, path, code):
    read, [found] = read_product(Path(path), context.open_library())

    assert read is None
    assert (found.code, found.location.file) == (code, path)

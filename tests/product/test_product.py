"""A product: all of its files are vouched for, and what is wrong never hides the rest."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from folders import criterion, write_model, write_product

from os2governance import load_model, load_product
from os2governance.product.product import UnreadableProduct
from os2governance.workflows.disk_files import open_library
from os2governance.workflows.find_products import assess_product_file

EVALUATION = {"evaluated": {"on": "2026-01-01", "by": "X"}, "lights": {}}


@pytest.fixture
def model(tmp_path):
    return load_model(
        write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    )


def test_each_hash_is_that_of_the_file_s_bytes(tmp_path, model):
    folder = write_product(tmp_path, evaluations=[EVALUATION], decisions=[])
    product = load_product(folder, model)

    assert product.files == {
        name: f"sha256:{hashlib.sha256(Path(name).read_bytes()).hexdigest()}"
        for name in product.files
    }
    assert len(product.files) == 3


def test_a_byte_more_is_another_hash_of_that_file_alone(tmp_path, model):
    folder = write_product(tmp_path, evaluations=[EVALUATION], decisions=[])
    before = load_product(folder, model).files
    log = folder / "decisions.yaml"
    log.write_bytes(log.read_bytes() + b"\n")
    after = load_product(folder, model).files

    assert [Path(name).name for name in before if before[name] != after[name]] == [
        "decisions.yaml"
    ]


def test_a_product_without_a_record_has_none_and_no_findings(tmp_path, model):
    product = load_product(write_product(tmp_path), model)

    assert (tuple(product.record.evaluations), tuple(product.record.decisions)) == ((), ())
    assert product.findings == ()


@pytest.mark.parametrize("data", [b"", b"\xff", b"a: [", b"\x1b[31m", b"product: 7\n"])
def test_a_file_that_is_no_declaration_is_unreadable_with_its_reasons(tmp_path, model, data):
    file = write_product(tmp_path) / "product.yaml"
    file.write_bytes(data)
    found = assess_product_file(str(file), open_library(tmp_path / "criteria"), date(2026, 5, 1))

    assert isinstance(found.assessed, UnreadableProduct)
    assert found.assessed.file == file.as_posix()
    assert found.assessed.findings
    assert not found.all_read

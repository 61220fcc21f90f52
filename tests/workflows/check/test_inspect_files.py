"""Inspection of files on disk: as of their bytes, and of those that cannot be read."""

from datetime import date
from pathlib import Path

import pytest
from conftest import GARDEN

from os2governance.checks.inspect import inspect_sources
from os2governance.files.reading import read_product_files
from os2governance.workflows.check.inspect_files import inspect_product
from os2governance.workflows.disk_files import open_library

DAY = date(2026, 5, 1)
LIBRARY = open_library(GARDEN / "criteria")


@pytest.mark.parametrize("name", ["rosenlund", "brak", "ulaeselig"])
def test_a_file_is_inspected_as_its_bytes_are(name):
    file = GARDEN / "products" / name / "product.yaml"
    sources, unread = read_product_files(file)

    assert inspect_product(file, LIBRARY, DAY).findings == (
        inspect_sources(sources, LIBRARY, as_of=DAY, unread=unread, others=()).findings
    )


@pytest.mark.parametrize("path", ["nowhere/product.yaml", "a\0b", "\x1b[31m"])
def test_a_file_that_cannot_be_read_is_a_finding_and_not_readable(path):
    found = inspect_product(Path(path), LIBRARY, DAY)

    assert (found.file, found.readable, found.product) == (path, False, None)
    assert [each.code for each in found.findings] == ["file-unreadable"]


def test_ids_of_other_products_are_looked_for():
    file = GARDEN / "products" / "rosenlund" / "product.yaml"
    codes = {
        others: [each.code for each in inspect_product(file, LIBRARY, DAY, others).findings]
        for others in ((), ("rosenlund",))
    }

    assert codes[()] == codes["rosenlund",]  # its own id is no copy

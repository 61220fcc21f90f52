"""A product that was read elsewhere is assessed as one that was read here."""

import pytest

from os2governance.product.product import UnreadableProduct
from os2governance.workflows.chunk import ReadProduct, read_product_bytes
from os2governance.workflows.find_products import assess_product_file, list_product_files
from os2governance.workflows.read_product import assess_read_product


def test_the_result_is_that_of_the_file(context):
    library = context.open_library()
    for file in list_product_files([])[0]:
        here = assess_product_file(file, library, context.as_of)
        there = assess_read_product(read_product_bytes(file), library, context.as_of)
        assert there.all_read == here.all_read
        assert type(there.assessed) is type(here.assessed)
        assert tuple(there.assessed.findings) == tuple(here.assessed.findings)
        assert getattr(there.assessed, "levels", None) == getattr(here.assessed, "levels", None)


@pytest.mark.parametrize("file", ["nowhere/product.yaml", "a\0b", "\x1b[31m", ""])
def test_a_file_without_bytes_is_unreadable_and_says_why(context, file):
    read = read_product_bytes(file)
    found = assess_read_product(read, context.open_library(), context.as_of)

    assert isinstance(found.assessed, UnreadableProduct)
    assert found.assessed.findings == tuple(read.unread)
    assert not found.all_read


def test_a_part_of_the_record_that_was_not_read_clears_the_whole(context):
    read = read_product_bytes("products/brak/product.yaml")
    unread = read_product_bytes("nowhere").unread
    found = assess_read_product(
        ReadProduct(read.file, read.sources, unread), context.open_library(), context.as_of
    )

    assert found.assessed.declaration.product == "brak"
    assert not found.all_read

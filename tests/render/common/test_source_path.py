"""Paths from the root of the sources, however they were written."""

import pytest
from check_reports import GROUND
from hypothesis import given
from hypothesis import strategies as st

from os2governance.render.common.source_path import NO_SOURCE_ROOT, resolve_source_path

ADDRESSES = [
    ("products/x/product.yaml", "sub/products/x/product.yaml"),
    ("./a//b/../c.yaml", "sub/a/c.yaml"),
    ("../c.yaml", "c.yaml"),
    ("/work/repo/sub/../c.yaml", "c.yaml"),
    ("../../other/c.yaml", "/work/other/c.yaml"),
    ("/work/repository/c.yaml", "/work/repository/c.yaml"),
    ("", ""),
]


@pytest.mark.parametrize(("file", "said"), ADDRESSES)
def test_an_address_begins_at_the_root(file, said):
    assert resolve_source_path(file, GROUND) == said


parts = st.lists(st.sampled_from(["a", "b.yaml", "æ", "x y"]), min_size=1, max_size=4)


@given(parts, st.lists(st.sampled_from(["./", ".//", "x/../", "../sub/"]), max_size=3))
def test_the_way_a_path_is_written_changes_nothing(path, detours):
    plain = "/".join(path)

    assert resolve_source_path("".join(detours) + plain, GROUND) == resolve_source_path(
        plain, GROUND
    )


@given(parts)
def test_outside_any_folder_a_path_stays(path):
    assert resolve_source_path("/".join(path), NO_SOURCE_ROOT) == "/".join(path)

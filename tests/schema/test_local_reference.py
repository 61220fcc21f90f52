"""Local references of a schema, by RFC 6901."""

import pytest

from os2governance.schema.local_reference import resolve_reference

ROOT = {"$defs": {"a/b": {"m~n": 8}, "": 0, "x": [1]}, "": {"": 1}}


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("#", ROOT), ("#/$defs", ROOT["$defs"]), ("#/$defs/a~1b", {"m~n": 8}),
        ("#/$defs/a~1b/m~0n", 8), ("#/$defs/", 0), ("#//", 1), ("#/none", None),
        ("#/$defs/x/0", None), ("#/$defs/x/0/y", None), ("other.json#/$defs", None), ("", None),
        (None, None), (7, None), ("#/$defs/a~01b", None),
    ],
)  # fmt: skip
def test_what_a_reference_points_at(reference, found):
    assert resolve_reference(reference, ROOT) == found


@pytest.mark.parametrize("root", [None, [], "x", 7, {}])
def test_a_schema_that_is_none_holds_nothing(root):
    assert resolve_reference("#/a", root) is None
    assert resolve_reference("#", root) == root

"""Products then and now: by id, else by place, else by their decisions; each at most once."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.workflows.match_products import match_products


def product(identity, *decisions):
    data = b"x: 1" if identity is None else f"product: {json.dumps(identity)}\n".encode()
    log = json.dumps({"decisions": [{"on": each} for each in decisions]}).encode()
    return ProductFiles(
        product=FileContent("p", data), log=FileContent("d", log) if decisions else None
    )


def without_declaration(identity, name="register"):
    data = f"product: {json.dumps(identity)}\n".encode()
    return ProductFiles(**{name: FileContent("r", data)})


CASES = [
    ("moved without a declaration", {"a": without_declaration("x")},
     {"b": without_declaration("x", "log")}, [("a", "b")]),
    ("a declaration begun", {"a": without_declaration("x")}, {"b": product("x")}, [("a", "b")]),
    ("the same", {"a": product("x")}, {"a": product("x")}, [("a", "a")]),
    ("moved", {"a": product("x")}, {"b": product("x")}, [("a", "b")]),
    ("another id", {"a": product("x")}, {"a": product("y")}, [("a", "a")]),
    ("changed places", {"a": product("x"), "b": product("y")},
     {"a": product("y"), "b": product("x")}, [("b", "a"), ("a", "b")]),
    ("both, by decisions", {"a": product("x", "1", "2")}, {"b": product("y", "1", "2", "3")},
     [("a", "b")]),
    ("half of the decisions", {"a": product("x", "1", "2")}, {"b": product("y", "1")}, []),
    ("nothing in common", {"a": product("x", "1")}, {"b": product("y", "2")}, []),
    ("no file", {"a": None}, {"a": product("x")}, [("a", "a")]),
    ("an id that is none", {"a": product(7)}, {"b": product(7)}, []),
    ("no id", {"a": product(None)}, {"b": product(None)}, []),
    ("nothing", {}, {}, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "pairs"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_pairs(before, after, pairs):
    assert sorted(match_products(before, after)) == sorted(pairs)


@pytest.mark.parametrize("data", [b"\xff", b"a: [", b"- x", b"product: [1]", b"a: &a [*a]"])
def test_files_that_cannot_be_read_are_matched_by_their_place(data):
    wrong = ProductFiles(product=FileContent("p", data), log=FileContent("d", data))

    assert match_products({"a": wrong}, {"a": wrong, "b": wrong}) == [("a", "a")]


PRODUCTS = st.dictionaries(
    st.sampled_from("abcd"),
    st.builds(
        product, st.sampled_from(["x", "y", "z"]), st.sampled_from("123"), st.sampled_from("123")
    ),
)


@given(PRODUCTS, PRODUCTS)
def test_each_is_matched_at_most_once_and_the_order_of_files_does_not_count(before, after):
    pairs = match_products(before, after)
    backwards = [dict(reversed(each.items())) for each in (before, after)]

    assert len({was for was, _ in pairs}) == len({now for _, now in pairs}) == len(pairs)
    assert {was for was, _ in pairs} <= set(before)
    assert sorted(match_products(*backwards)) == sorted(pairs)


@given(PRODUCTS)
def test_what_did_not_change_is_matched_with_itself(products):
    assert sorted(match_products(products, products)) == sorted((name, name) for name in products)

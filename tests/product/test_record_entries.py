"""The record as entries: what each says, and nothing of how it is laid out."""

import pytest
from folders import to_yaml
from hypothesis import given
from hypothesis import strategies as st

from os2governance.documents.sources import build_product_files
from os2governance.product.record_entries import (
    find_entry_kind,
    hash_file,
    read_entries,
    read_product_record,
)

FILES = {
    "product.yaml": b"product: tool\ndeclared: {on: 2026-05-01}\n",
    "register.yaml": b"product: tool\nregistered: {on: 2026-02-01}\nfacts: {}\n",
    "evaluations/2026-01-01.yaml": b"product: tool\nevaluated: {on: 2026-01-01}\n",
    "evaluations/2026-03-01.yaml": b"product: tool\nevaluated: {on: 2026-03-01, draft: true}\n",
    "declarations/2025-01-01.yaml": b"product: tool\ndeclared: {on: 2025-01-01}\n",
    "decisions.yaml": b"product: tool\ndecisions:\n  - {on: 2026-01-02}\n  - {on: 2026-01-03}\n",
    "observations.yaml": b"product: tool\nobserved: {on: 2026-01-02}\n",
}


def read(files):
    return read_product_record(build_product_files("products/tool", files))


def test_each_entry_has_its_kind_file_number_and_day():
    record = read(FILES)

    assert record.product == "tool"
    assert {(e.kind, e.file, e.number, e.on) for e in record.entries} == {
        ("register", "register.yaml", 0, "2026-02-01"),
        ("evaluation", "evaluations/2026-01-01.yaml", 0, "2026-01-01"),
        ("declaration", "declarations/2025-01-01.yaml", 0, "2025-01-01"),
        ("decision", "decisions.yaml", 1, "2026-01-02"),
        ("decision", "decisions.yaml", 2, "2026-01-03"),
    }
    assert [each.number for each in record.list_kind("decision")] == [1, 2]
    assert record.current.on == "2026-05-01"


def test_a_draft_is_no_entry_yet():
    record = read(FILES)

    assert [each.draft for each in record.files["evaluations/2026-03-01.yaml"]] == [True]
    assert "evaluations/2026-03-01.yaml" not in {each.file for each in record.entries}


KINDS = [
    ("decisions.yaml", "decision"), ("register.yaml", "register"),
    ("evaluations/2026-01-01.yaml", "evaluation"), ("declarations/x.yml", "declaration"),
    ("product.yaml", None), ("observations.yaml", None), ("evaluations", None),
    ("evaluations/a/b.yaml", None), ("notes/x.yaml", None), ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("file", "kind"), KINDS)
def test_the_kind_of_a_file(file, kind):
    assert find_entry_kind(file) == kind


UNREADABLE = [b"\xff", b"a: [", b"- x", b"", b"7", b"a: &a 1"]


@pytest.mark.parametrize("data", UNREADABLE)
@pytest.mark.parametrize("name", ["decisions.yaml", "register.yaml", "evaluations/x.yaml"])
def test_a_file_that_cannot_be_read_has_no_entries(data, name):
    assert read({name: data}).files == {name: None}
    assert read({name: data}).entries == ()


@pytest.mark.parametrize("said", ["{}", "7", "text", "{on: 2026}"])
def test_a_decision_that_is_none_is_an_entry_all_the_same(said):
    record = read({"decisions.yaml": f"decisions: [{said}]\n".encode()})

    assert [(each.number, each.on) for each in record.entries] == [(1, "")]


def test_nothing_has_no_record():
    assert read_product_record(None).entries == ()
    assert read_product_record(None).product == ""


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.text("abæ: \n", max_size=5),
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.sampled_from("abcd"), below, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["lights", "summary", "by"]), VALUES))
def test_what_an_entry_says_does_not_depend_on_its_layout(values):
    record = [
        read({"evaluations/x.yaml": text.encode()}).files["evaluations/x.yaml"]
        for text in (
            to_yaml({"product": "a", **values}),
            "# a comment\n" + to_yaml({**dict(reversed(values.items())), "product": "b"}),
        )
    ]
    (one,), (other,) = record

    assert one.content == other.content
    assert one.digest != other.digest


def test_a_hash_is_that_of_the_file_whichever_line_ends_a_system_writes():
    import hashlib

    data = b"a: 1\nb: 2\n"
    assert hash_file(data) == f"sha256:{hashlib.sha256(data).hexdigest()}"
    assert hash_file(data.replace(b"\n", b"\r\n")) == hash_file(data)


def test_other_files_have_no_entries():
    files = build_product_files("x", {"product.yaml": b"product: x\n"})

    assert read_entries("product.yaml", files.product) is None

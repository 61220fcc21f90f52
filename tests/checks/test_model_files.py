"""Names in the folders of a model: each is read, hidden, or found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.checks.model_files import (
    check_shared_files,
    find_unread_in_version,
    find_unread_names,
    read_main_values,
)

NAMES = st.lists(st.text(alphabet="ab.\n", min_size=1, max_size=4), max_size=6)


@given(NAMES, NAMES)
def test_each_name_is_read_hidden_or_found_once(names, read):
    found = find_unread_names("m", names, read, ("*.yaml",))

    unread = [each.location.file.removeprefix("m/") for each in found]
    assert unread == sorted(set(unread))
    assert {*unread} == {name for name in names if name[0] != "." and name not in read}


@pytest.mark.parametrize(
    ("main", "unread"),
    [
        ({"facts": "f.json"}, ["g.json", "x.YAML", "x.txt"]),
        ({"facts": ["f.json"]}, ["f.json", "g.json", "x.YAML", "x.txt"]),
        ({"model": "m"}, ["f.json", "g.json", "x.YAML", "x.txt"]),
        ({}, ["x.YAML", "x.txt"]),
    ],
)
def test_of_schemas_only_the_one_that_is_named_is_read(main, unread):
    names = ["f.json", "g.json", "a.yaml", "b.yml", "x.txt", "x.YAML", ".hidden"]
    found = find_unread_in_version("m/1", names, main)

    assert [each.location.file for each in found] == [f"m/1/{name}" for name in unread]
    assert {each.code for each in found} == {"name-not-read"}
    assert all(
        each.arguments["expected"].da != each.arguments["expected"].en for each in found
    ) == ("facts" in main and isinstance(main["facts"], str))


@pytest.mark.parametrize("data", [b"", b"\xff", b"- a\n", b"a: [", b"7"])
def test_a_main_file_that_cannot_be_read_says_nothing(data):
    assert read_main_values({"model.yaml": data}) == read_main_values({}) == {}
    assert read_main_values({"model.yaml": b"a: 1"}) == {"a": 1}


def test_shared_files_are_checked_where_they_are():
    assert check_shared_files("m", None, None) == []
    [terms] = check_shared_files("m", b"\xff", None)
    [layout] = check_shared_files("m", None, {"marks.yaml": b"\xff"})

    assert (terms.code, terms.location.file) == ("not-utf8", "m/documents.yaml")
    assert (layout.code, layout.location.file) == ("not-utf8", "m/layouts/marks.yaml")

"""What the formats are made of: the values that each part takes, and its texts in the schema."""

from datetime import date, datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from os2governance.formats import parts


def takes(kind, value):
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("name", "taken", "refused"),
    [
        ("Filled", ["a", " a ", "\x1b", "\x85"], ["", " ", "\u00a0\ufeff", None, 1]),
        ("Date", ["2026-05-01", date(2026, 5, 1)],
         ["", "2026-5-1", "20260501", "2026-02-30", 20260501, None, datetime(2026, 5, 1)]),  # noqa: DTZ001
        ("Url", ["https://a.dk"], ["a", "", "https://a b", None]),
        ("ProductId", ["a-b.c", "a" * 100], ["", "A", "a" * 101, "a\n", None]),
        ("Count", [0, 10**12], [-1, 1.0, True, "1", None]),
        ("Position", [1], [0, True, "1"]),
        ("Flag", [True], [1, 0, "true", None]),
        ("Percent", [0.1, 100.0], [0.0, 100.1, "50", None]),
        ("Steps", [["a", 0]], [[], [-1], [None]]),
        ("SomeTexts", [["a"]], [[], [""], ["a", " "]]),
        ("Ids", [[], ["a", "b"]], [["a", "a"], [""]]),
        ("Hash", ["sha256:" + "0" * 64], ["sha256:", "0" * 64, "sha256:" + "0" * 64 + "\n"]),
        ("Rule", [{"fact": "a"}], [{}, [], None]),
    ],
)  # fmt: skip
def test_values(name, taken, refused):
    kind = getattr(parts, name)

    assert [value for value in taken if not takes(kind, value)] == []
    assert [value for value in refused if takes(kind, value)] == []


class Group(parts.Closed):
    must: parts.Filled = parts.required("T | D", "T2 | D2")
    may: parts.Omittable[str] = parts.optional("D", "D2")
    null: str | None = parts.optional()


class Output(parts.Open):
    a: int


def test_keys_that_may_be_left_out_and_those_that_may_be_null():
    assert takes(Group, {"must": "a"})
    assert takes(Group, {"must": "a", "null": None})
    assert not takes(Group, {"must": "a", "may": None})
    assert not takes(Group, {})


def test_unknown_keys_are_errors_in_files_and_none_in_output():
    assert not takes(Group, {"must": "a", "more": 1})
    assert takes(Output, {"a": 1, "more": 1})


def test_texts_are_in_the_schema_in_both_languages():
    found = Group.model_json_schema()["properties"]

    assert {key: found["must"][key] for key in ("title", "description", "x-title-en", "x-description-en")} == {
        "title": "T", "description": "D", "x-title-en": "T2", "x-description-en": "D2",
    }  # fmt: skip
    assert (found["may"]["description"], found["may"]["x-description-en"]) == ("D", "D2")
    assert "x-title-en" not in found["may"]


def test_what_was_read_is_frozen():
    with pytest.raises(ValidationError):
        Group(must="a").must = "b"

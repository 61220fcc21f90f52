"""Why a value does not fit, and what to write instead: for those who write no programs."""

import pytest

from os2governance.shape import Shape
from os2governance.yamlfile import read_yaml


def findings(schema, text):
    document, wrong = read_yaml(text.encode(), "f")
    assert wrong == []
    return Shape({"type": "object", **schema}).findings(document, document.values)


@pytest.mark.parametrize(
    "schema",
    [
        {
            "properties": {"a": {"$ref": "#part"}},
            "$defs": {"p": {"$anchor": "part", "enum": ["b"]}},
        },
        {"properties": {"a": {"$ref": "#/$defs/p"}}, "$defs": {"p": {"enum": ["b"]}}},
        {"properties": {"a": {"allOf": [{"enum": ["b"]}]}}},
    ],
)
def test_what_asks_is_found_or_done_without(schema):
    [found] = findings(schema, "a: bb\n")

    assert found.code == "wrong-choice"

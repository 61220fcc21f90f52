"""The schemas of the formats, compiled once."""

import pytest

from os2governance.documents.yaml_reader import Document
from os2governance.schema.compiled import compile_schema
from os2governance.schema.read import SCHEMA_NAMES


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_each_format_is_compiled_once(name):
    shape = compile_schema(name)

    assert shape is compile_schema(name)
    assert [found.code for found in shape.find_violations(Document("f", 1, None), 1)] != []


def test_there_are_no_others():
    with pytest.raises(KeyError):
        compile_schema("nothing")

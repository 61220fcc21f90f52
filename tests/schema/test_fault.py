"""What a validator found is the same, whichever library it is."""

import pytest

from os2governance.schema.fault import SchemaFault
from os2governance.schema.validator import fast_validator, reference_validator

TEXT = {"type": "string"}
FAULTS = [
    (TEXT, 1, ("type", (), 1, ["string"], TEXT)),
    ({"enum": ["a", "b"]}, "c", ("enum", (), "c", ["a", "b"], {"enum": ["a", "b"]})),
    ({"minimum": 3}, 2, ("minimum", (), 2, 3, {"minimum": 3})),
    ({"pattern": "^a$"}, "b", ("pattern", (), "b", "^a$", {"pattern": "^a$"})),
    ({"properties": {"a": TEXT}}, {"a": 1}, ("type", ("a",), 1, ["string"], TEXT)),
    ({"items": TEXT}, ["x", None], ("type", (1,), None, ["string"], TEXT)),
    ({"properties": {"1": TEXT}}, {"1": 1}, ("type", ("1",), 1, ["string"], TEXT)),
]


@pytest.mark.parametrize("compile_schema", [fast_validator, reference_validator])
@pytest.mark.parametrize(("schema", "values", "said"), FAULTS)
def test_a_fault_tells_what_is_asked_where(compile_schema, schema, values, said):
    keyword, path, value, expected, asking = said
    [fault] = compile_schema(schema).iter_errors(values)

    assert fault == SchemaFault(
        keyword=keyword, path=path, value=value, expected=expected, schema=asking
    )

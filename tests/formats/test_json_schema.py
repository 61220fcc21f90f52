"""Pydantic's schemas, in the form that editors and findings need."""

from collections.abc import Mapping
from typing import Literal

import jsonschema
import pytest
from pydantic import ConfigDict

from os2governance.formats.json_schema import build_json_schema, nullable_schema
from os2governance.formats.parts import Closed, Count, Omittable, Open, optional, required


@pytest.mark.parametrize(
    ("schema", "wanted"),
    [
        ({"type": "string", "format": "date"}, {"type": ["string", "null"], "format": "date"}),
        ({"enum": ["a"]}, {"enum": ["a", None]}),
        ({"$ref": "#/$defs/x"}, {"anyOf": [{"$ref": "#/$defs/x"}, {"type": "null"}]}),
        ({"const": "a"}, {"anyOf": [{"const": "a"}, {"type": "null"}]}),
    ],
)
def test_null_is_allowed_in_the_form_that_findings_can_name(schema, wanted):
    assert nullable_schema(schema) == wanted


class Part(Closed):
    """Never seen."""

    word: Literal["met", "other"] = required("Ord | Et ord.", "Word | A word.")


class Step(Open):
    """Never seen."""

    model_config = ConfigDict(title="step")

    parts: Omittable[tuple["Step", ...]] = None


class Whole(Closed):
    """Never seen."""

    part: Part | None = optional("Delen.", "The part.")
    way: tuple[str | Count, ...]
    by: Mapping[Literal["a", "b"], str]
    step: Step


def test_a_schema_has_what_people_wrote_and_nothing_else():
    schema = build_json_schema(Whole)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert "Never seen" not in str(schema)
    assert schema["required"] == ["way", "by", "step"]
    assert schema["properties"]["part"] == {
        "type": ["object", "null"],
        "additionalProperties": False,
        "required": ["word"],
        "description": "Delen.",
        "x-description-en": "The part.",
        "properties": {
            "word": {
                "enum": ["met", "other"],
                "x-values": {"met": {"da": "Opfyldt", "en": "Met"}},
                "title": "Ord",
                "description": "Et ord.",
                "x-title-en": "Word",
                "x-description-en": "A word.",
            }
        },
    }
    assert schema["properties"]["way"]["items"] == {"type": ["string", "integer"], "minimum": 0}
    assert schema["properties"]["by"]["propertyNames"] == {"enum": ["a", "b"]}
    assert schema["properties"]["step"] == {"$ref": "#/$defs/step"}
    assert schema["$defs"]["step"]["properties"]["parts"]["items"] == {"$ref": "#/$defs/step"}

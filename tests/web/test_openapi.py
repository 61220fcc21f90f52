"""The description of the API holds: every answer is as it says, and no question breaks it."""

import jsonschema
import pytest
from web.test_api import OWN, programs, served

from os2governance.schema.read import read_schema
from os2governance.web.requests import Posted

schemathesis = pytest.importorskip(
    "schemathesis", reason="schemathesis is in the extra 'dev' only", exc_type=ImportError
)

CLIENT = programs()
DESCRIBED = CLIENT.get("/api/v1/openapi.json").json()
API = schemathesis.openapi.from_asgi(
    "/api/v1/openapi.json", served(), headers={"host": "localhost"}
)
ACCEPTED = schemathesis.checks.CHECKS.get_one("positive_data_acceptance")


@API.parametrize()
def test_any_question_that_the_description_allows_or_forbids(case):
    # A text may be any text, but not every text is a declaration.
    case.call_and_validate(headers={"host": "localhost"}, excluded_checks=[ACCEPTED])


@pytest.mark.parametrize("question", ["assess", "check", "explain", "next"])
def test_answers_have_the_shape_that_is_described(question):
    said = CLIENT.post(f"/api/v1/{question}", json=OWN).json()
    operation = DESCRIBED["paths"][f"/api/v1/{question}"]["post"]
    shape = operation["responses"]["200"]["content"]["application/json"]["schema"]

    jsonschema.validate(said, {**shape, "components": DESCRIBED["components"]})


def test_an_assessment_is_described_as_its_own_schema_describes_it():
    shape = DESCRIBED["components"]["schemas"]["Assessment"]

    assert list(shape["properties"]) == list(read_schema("assessment")["properties"])
    assert set(shape["$defs"]) == set(read_schema("assessment")["$defs"])


def test_a_posted_file_is_described_with_its_name():
    described = DESCRIBED["components"]["schemas"]["Posted"]

    assert set(described["properties"]) == {
        each.alias or name for name, each in Posted.model_fields.items()
    }
    assert {"declaration", "register", "observations", "declarations"} <= {
        *described["properties"]
    }
    assert described.get("required", []) == []

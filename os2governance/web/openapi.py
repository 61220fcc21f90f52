"""OpenAPI description of the API: texts, and the schemas of responses."""

from typing import Any

from fastapi import FastAPI

from os2governance.i18n.text import Language, Text, _
from os2governance.model.editor_schema import EDITOR_SCHEMAS, relocate_references, select_language

API_PREFIX = "/api/v1"
_COMPONENTS = "#/components/schemas"
_FINDINGS = {"type": "array", "items": {"$ref": f"{_COMPONENTS}/Assessment/$defs/finding"}}
_NO_ANSWER = _(
    "No answer: findings that say why. 422: what was sent cannot be used; 404: the name is "
    "unknown; 413: too large; 429: too many requests."
)

API_TITLE = _("Governance levels over HTTP")
API_DESCRIPTION = _(
    "The same as the commands print with `--format json`, in the same bytes. What "
    "is sent is read within the same limits as files, and nothing is stored. "
    "`assess` and `check` answer 200 even where the files cannot be used: the "
    "answer says so. Elsewhere an answer that cannot be given is findings, with "
    "the status 404 or 422. If the server was started with a key, it is sent as "
    "`Authorization: Bearer`."
)


def _build_output_schema(form: str, **keys: dict[str, Any]) -> dict[str, Any]:
    """The schema of a command's JSON output: the format, and the keys that are always present."""
    head = {"format": {"const": f"os2governance/{form}/1"}, "made_from": {"type": "object"}}
    properties = {**head, **keys, "findings": _FINDINGS}
    return {"type": "object", "required": list(properties), "properties": properties}


_OBJECT_LIST: dict[str, Any] = {"type": "array", "items": {"type": "object"}}
_MODELS = _build_output_schema("criteria-list", models=_OBJECT_LIST, criteria=_OBJECT_LIST)
_SCHEMA = {"type": "object"}
_OPERATIONS: dict[str, tuple[Text, dict[str, Any]]] = {
    "assess": (
        _("Assess a self-assessment: levels, ratings, and what blocks the next level."),
        {"$ref": f"{_COMPONENTS}/Assessment"},
    ),
    "check": (
        _("Check files: everything wrong or doubtful, with its location."),
        _build_output_schema("check", counts={"type": "object"}, checked={"type": "object"}),
    ),
    "explain": (
        _("Explain criteria with the full reasoning; without criterion, all that are not met."),
        _build_output_schema("explanation", criteria=_OBJECT_LIST),
    ),
    "next": (
        _("The plan for the next level, by responsible role."),
        _build_output_schema(
            "plan", level={"type": "string"}, roles=_OBJECT_LIST, reservations=_OBJECT_LIST
        ),
    ),
    "models": (_("The models."), _MODELS),
    "model": (_("A model and its criteria."), _MODELS),
    "criterion": (_("One criterion with its rule."), _MODELS),
    "of-model": (
        _("The JSON Schema of the self-assessments of a model."),
        _SCHEMA,
    ),
    "schemas": (
        _("The names of the formats."),
        {
            "type": "object",
            "required": ["schemas"],
            "properties": {"schemas": {"type": "array", "items": {"enum": list(EDITOR_SCHEMAS)}}},
        },
    ),
    "schema": (_("The JSON Schema of a format."), _SCHEMA),
}


def describe_operation(name: str, language: Language) -> dict[str, Any]:
    """FastAPI's keyword arguments for one operation: its texts and its response schemas."""
    summary, shape = _OPERATIONS[name]
    refused = {"type": "object", "required": ["findings"], "properties": {"findings": _FINDINGS}}
    why = {"description": _NO_ANSWER.render(language), "content": _json_content(refused)}
    return {
        "summary": summary.render(language),
        "operation_id": name,
        "responses": {
            200: {"description": summary.render(language), "content": _json_content(shape)},
            "4XX": why,
        },
    }


def _json_content(shape: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": shape}}


def add_assessment_schema(made: FastAPI, language: Language) -> None:
    """Add the schema of an assessment, which is recursive, to an app's OpenAPI description."""
    drawn = made.openapi
    own = {k: v for k, v in EDITOR_SCHEMAS["assessment"].items() if k not in {"$schema", "$id"}}
    shape = select_language(relocate_references(own, "/components/schemas/Assessment"), language)

    def openapi() -> dict[str, Any]:
        said = drawn()
        said["components"]["schemas"]["Assessment"] = shape
        return said

    made.openapi = openapi  # type: ignore[method-assign]  # FastAPI documents this

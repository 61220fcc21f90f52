"""OpenAPI description of the API: texts, and the schemas of responses."""

from typing import Any

from fastapi import FastAPI

from os2governance.i18n.text import Language, Text
from os2governance.model.editor_schema import EDITOR_SCHEMAS, relocate_references, select_language

API_PREFIX = "/api/v1"
_COMPONENTS = "#/components/schemas"
_FINDINGS = {"type": "array", "items": {"$ref": f"{_COMPONENTS}/Assessment/$defs/finding"}}
_NO_ANSWER = Text(
    "Intet svar: fund, der siger hvorfor. 422: det, der blev sendt, kan ikke bruges; 404: navnet "
    "kendes ikke; 413: for stort; 429: for ofte.",
    "No answer: findings that say why. 422: what was sent cannot be used; 404: the name is not "
    "known; 413: too large; 429: too often.",
)

API_TITLE = Text("Styringsniveauer over HTTP", "Governance levels over HTTP")
API_DESCRIPTION = Text(
    "Det samme som kommandoerne skriver med `--format json`, i de samme bytes. Det, der sendes, "
    "læses inden for de samme grænser som filer, og intet gemmes. `assess` og `check` svarer 200, "
    "også når filerne ikke kan bruges: det står i svaret. Ellers er et svar, der ikke kan gives, "
    "fund med status 404 eller 422. Er serveren startet med en nøgle, sendes den som "
    "`Authorization: Bearer`.",
    "The same as the commands print with `--format json`, in the same bytes. What is sent is read "
    "within the same limits as files, and nothing is stored. `assess` and `check` answer 200 even "
    "where the files cannot be used: the answer says so. Elsewhere an answer that cannot be given "
    "is findings, with the status 404 or 422. If the server was started with a key, it is sent as "
    "`Authorization: Bearer`.",
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
        Text(
            "Vurdér en erklæring: niveauer, lys, og hvad der står i vejen.",
            "Assess a declaration: levels, lights, and what stands in the way.",
        ),
        {"$ref": f"{_COMPONENTS}/Assessment"},
    ),
    "check": (
        Text(
            "Kontrollér filer: alt, der er forkert eller tvivlsomt, med sted.",
            "Check files: everything wrong or doubtful, with its place.",
        ),
        _build_output_schema("check", counts={"type": "object"}, checked={"type": "object"}),
    ),
    "explain": (
        Text(
            "Forklar krav med hele begrundelsen; uden criterion alt, der ikke er opfyldt.",
            "Explain criteria with the whole reason; without criterion all that are not met.",
        ),
        _build_output_schema("explanation", criteria=_OBJECT_LIST),
    ),
    "next": (
        Text(
            "Planen for det næste niveau, efter den, der skal handle.",
            "The plan for the next level, by who must act.",
        ),
        _build_output_schema(
            "plan", level={"type": "string"}, roles=_OBJECT_LIST, reservations=_OBJECT_LIST
        ),
    ),
    "models": (Text("Modellerne.", "The models."), _MODELS),
    "model": (Text("En model og dens krav.", "A model and its criteria."), _MODELS),
    "criterion": (Text("Ét krav med dets regel.", "One criterion with its rule."), _MODELS),
    "of-model": (
        Text(
            "JSON-skemaet for en models erklæringer.",
            "The JSON Schema of the declarations of a model.",
        ),
        _SCHEMA,
    ),
    "schemas": (
        Text("Formaternes navne.", "The names of the formats."),
        {"type": "object", "required": ["schemas"], "properties": {"schemas": {
            "type": "array", "items": {"enum": list(EDITOR_SCHEMAS)}}}},
    ),
    "schema": (Text("JSON-skemaet for et format.", "The JSON Schema of a format."), _SCHEMA),
}  # fmt: skip


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

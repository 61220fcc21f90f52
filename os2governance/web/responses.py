"""Responses to refused requests: a finding code as a sentence or as JSON."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.responses import PlainTextResponse, Response
from starlette.types import Scope

from os2governance.documents.json_writer import encode_indented_json
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.render.common.findings_json import build_finding_objects

API_ROOT = "/api/"
"""The path prefix of the API."""


def build_refusal_response(found: Finding, path: str, language: Language) -> Response:
    """Build the response to a request that a finding refuses."""
    status = found.entry.http_status
    if path.startswith(API_ROOT):
        return build_findings_response([found], status, language)
    said = f"{found.message.render(language)} {found.remedy.render(language)}\n"
    return PlainTextResponse(said, status)


def build_findings_response(found: Sequence[Finding], status: int, language: Language) -> Response:
    """Build a response of findings, as in every JSON output."""
    return build_json_response({"findings": build_finding_objects(found, language)}, status)


def build_json_response(said: Mapping[str, Any], status: int = 200) -> Response:
    """Build a response of an object, with the same bytes as the commands print."""
    return build_json_text_response(f"{encode_indented_json(said)}\n", status)


def build_json_text_response(text: str, status: int = 200) -> Response:
    """Build a response of JSON text; lone surrogates stay JSON escapes."""
    data = text.encode(errors="backslashreplace")
    return Response(data, status, media_type="application/json")


def find_route_path(scope: Scope) -> str:
    """The path of a request below the path at which the app is shown."""
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", "")) or "/"

"""Responses to refused requests: a finding code as a sentence or as JSON."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.responses import PlainTextResponse, Response

from os2governance.documents.json_writer import indented
from os2governance.findings.finding import Finding, Place, finding
from os2governance.i18n.text import Language
from os2governance.render.assessment.assessment_json import finding_objects

API = "/api/"
"""The path prefix of the API."""
STATUS = {
    "request-invalid": 422,
    "request-token": 401,
    "request-origin": 403,
    "request-unknown": 404,
    "request-too-slow": 408,
    "request-too-large": 413,
    "request-host": 421,
    "request-too-often": 429,
    "request-failed": 500,
}


def refusal(code: str, path: str, language: Language) -> Response:
    """Build the response to a refused request, for a code without arguments."""
    found = finding(code, Place(""))
    if path.startswith(API):
        return findings_answer([found], STATUS[code], language)
    said = f"{found.message.say(language)} {found.remedy.say(language)}\n"
    return PlainTextResponse(said, STATUS[code])


def findings_answer(found: Sequence[Finding], status: int, language: Language) -> Response:
    """Build a response of findings, as in every JSON output."""
    return json_answer({"findings": finding_objects(found, language)}, status)


def json_answer(said: Mapping[str, Any], status: int = 200) -> Response:
    """Build a response of an object, with the same bytes as the commands print."""
    return text_answer(f"{indented(said)}\n", status)


def text_answer(text: str, status: int = 200) -> Response:
    """Build a response of JSON text; lone surrogates stay JSON escapes."""
    data = text.encode(errors="backslashreplace")
    return Response(data, status, media_type="application/json")

"""HTTP API: the commands' JSON output, for integration into other programs.

Posted files are subject to the limits of files on disk, assessed, and not stored. `assess` and
`check` respond with 200 in any case, since their JSON has a place for files that cannot be used;
the other operations respond with findings and status 422 or 404 where there is no result.
"""

from collections.abc import Collection, Sequence
from typing import Annotated

from fastapi import APIRouter, FastAPI, Query, Request
from fastapi.exception_handlers import http_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from os2governance.analysis.plan import plan
from os2governance.checks.inspect import Inspected, inspect_sources
from os2governance.findings.finding import Finding, Place, finding, suggestion
from os2governance.i18n.symbols import SEVERITY
from os2governance.i18n.text import LANGUAGES, Language, Text, both
from os2governance.model.editor_schema import SCHEMAS, product_schema, schema_object
from os2governance.model.model import Criterion, Model
from os2governance.render.assessment import assessments_json
from os2governance.render.assessment.assessment_json import product_json
from os2governance.render.assessment.explain_json import explanation_object
from os2governance.render.check.json import FORM
from os2governance.render.check.report import Checked, Totals
from os2governance.render.common.provenance import made_from
from os2governance.render.model.criteria_json import criteria_object
from os2governance.render.plan.json import plan_object
from os2governance.web.openapi import PREFIX, words
from os2governance.web.posted import (
    LONGEST_NAME,
    Dated,
    Explaining,
    Options,
    Planning,
    Posted,
    mistakes,
)
from os2governance.web.refusal import API, findings_answer, json_answer, text_answer
from os2governance.web.workplace import Opened, Workplace, opened


def api(place: Workplace) -> APIRouter:
    """Build the router of the API."""
    router = APIRouter(prefix=PREFIX, default_response_class=Response)
    _assessments(router, place)
    _questions(router, place)
    _models(router, place)
    _criterion(router, place)
    _schemas(router, place)
    return router


def refuse(made: FastAPI, language: Language) -> None:
    """Make an app respond to API requests with findings where no other response is defined."""

    @made.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        return findings_answer(mistakes(error.errors()), 422, _asked(request, language))

    @made.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        path = request.url.path
        if not path.startswith(API):
            return await http_exception_handler(request, error)
        missing = error.status_code == NOT_FOUND
        found = unknown(path, [made.openapi_url or ""]) if missing else _misused(request.method)
        answer = findings_answer([found], error.status_code, _asked(request, language))
        answer.headers.update(error.headers or {})
        return answer


NOT_FOUND = 404
_MISUSED = Text("kan ikke læses eller bruges her", "cannot be read or used here")


def _asked(request: Request, usual: Language) -> Language:
    """The requested language, even if the rest of the request is invalid."""
    wanted = request.query_params.get("lang")
    return next((each for each in LANGUAGES if each == wanted), usual)


def _misused(method: str) -> Finding:
    return finding("request-invalid", Place(""), at=both(method), problem=_MISUSED)


# -- posted declarations ----------------------------------------------------------------------


def _assessments(router: APIRouter, place: Workplace) -> None:
    @router.post("/assess", **words("assess", place.language))
    def assess(posted: Posted, asked: Annotated[Dated, Query()]) -> Response:
        language = asked.lang or place.language
        found, findings = _opened(posted, asked, place)
        totals, line = assessments_json.Totals(), ""
        if found is None:
            name = posted.sources().product.name
            totals.add(assessments_json.unreadable(name, findings, language))
        else:
            whole = not any(each.severity == "error" for each in found.product.findings)
            totals.add(assessments_json.counted(found.assessment, records_read=whole))
            line = f"\n{product_json(found.assessment, language)}"
        head = assessments_json.head(asked.as_of or place.today())
        return text_answer(f"{head}{line}{assessments_json.tail(totals, [], language)}")

    @router.post("/check", **words("check", place.language))
    def check(posted: Posted, asked: Annotated[Dated, Query()]) -> Response:
        language, day = asked.lang or place.language, asked.as_of or place.today()
        inspected = inspect_sources(posted.sources(), place.library(), day)
        totals = _counted(inspected, day.isoformat(), language)
        checked = Checked(inspected.file, inspected.findings, inspected.texts)
        return text_answer(FORM.head(totals) + FORM.piece(checked, language) + FORM.tail(totals))


def _questions(router: APIRouter, place: Workplace) -> None:
    @router.post("/explain", **words("explain", place.language))
    def explain(posted: Posted, asked: Annotated[Explaining, Query()]) -> Response:
        language = asked.lang or place.language
        found, findings = _opened(posted, asked, place)
        if found is None:
            return findings_answer(findings, 422, language)
        if wrong := _unknown(asked.criterion, found.model.by_id):
            return findings_answer(wrong, 422, language)
        assessment = found.assessment
        outcomes = [assessment.outcome(name) for name in asked.criterion] or [
            each for each in assessment.outcomes if each.status != "met"
        ]
        return json_answer(explanation_object(assessment, outcomes, language))

    @router.post("/next", **words("next", place.language))
    def next_(posted: Posted, asked: Annotated[Planning, Query()]) -> Response:
        language = asked.lang or place.language
        found, findings = _opened(posted, asked, place)
        if found is None:
            return findings_answer(findings, 422, language)
        wanted = [] if asked.level is None else [asked.level]
        if wrong := _unknown(wanted, found.model.level_ids):
            return findings_answer(wrong, 422, language)
        return json_answer(plan_object(plan(found.assessment, asked.level), language))


def _opened(posted: Posted, asked: Dated, place: Workplace) -> tuple[Opened | None, list[Finding]]:
    return opened(posted.sources(), place.library(), asked.as_of or place.today())


def _counted(inspected: Inspected, as_of: str, language: Language) -> Totals:
    found = inspected.findings
    return Totals(
        as_of=as_of,
        language=language,
        products=1,
        silenced=inspected.silenced,
        unreadable=int(not inspected.readable),
        counts={name: sum(each.severity == name for each in found) for name in SEVERITY},
        made_from={**made_from(dict(inspected.models)), "files": dict(inspected.files)},
    )


# -- models and formats -----------------------------------------------------------------------


def _models(router: APIRouter, place: Workplace) -> None:
    @router.get("/models", **words("models", place.language))
    def models(asked: Annotated[Options, Query()]) -> Response:
        library = place.library()
        read = [library.model(name) for name in library.references()]
        known = [model for model, _ in read if model]
        findings = [each for _, wrong in read for each in wrong]
        chosen = known[0].criteria if len(known) == 1 else ()
        said = criteria_object(known, chosen, findings, asked.lang or place.language)
        return json_answer(said)

    @router.get("/models/{name}/{version}", **words("model", place.language))
    def model(name: str, version: str, asked: Annotated[Options, Query()]) -> Response:
        language = asked.lang or place.language
        found, findings = _model(f"{name}/{version}", place)
        if found is None:
            return findings_answer(findings, 404, language)
        return _criteria(found, found.criteria, language)


def _criterion(router: APIRouter, place: Workplace) -> None:
    @router.get(
        "/models/{name}/{version}/criteria/{criterion}",
        **words("criterion", place.language),
    )
    def one(
        name: str, version: str, criterion: str, asked: Annotated[Options, Query()]
    ) -> Response:
        language = asked.lang or place.language
        found, findings = _model(f"{name}/{version}", place)
        if found is None:
            return findings_answer(findings, 404, language)
        if wrong := _unknown([criterion], found.by_id):
            return findings_answer(wrong, 404, language)
        return _criteria(found, [found.by_id[criterion]], language)


def _criteria(model: Model, chosen: Sequence[Criterion], language: Language) -> Response:
    return json_answer(criteria_object([model], chosen, [], language))


def _schemas(router: APIRouter, place: Workplace) -> None:
    @router.get("/schemas", **words("schemas", place.language))
    def schemas(_: Annotated[Options, Query()]) -> Response:
        return json_answer({"schemas": list(SCHEMAS)})

    @router.get("/models/{name}/{version}/schema", **words("of-model", place.language))
    def of_model(name: str, version: str, asked: Annotated[Options, Query()]) -> Response:
        language = asked.lang or place.language
        found, findings = _model(f"{name}/{version}", place)
        if found is None:
            return findings_answer(findings, 404, language)
        return json_answer(product_schema(found, language))

    @router.get("/schemas/{name}", **words("schema", place.language))
    def schema(name: str, asked: Annotated[Options, Query()]) -> Response:
        language = asked.lang or place.language
        if wrong := _unknown([name], SCHEMAS):
            return findings_answer(wrong, 404, language)
        return json_answer(schema_object(name, language))


def _model(reference: str, place: Workplace) -> tuple[Model | None, list[Finding]]:
    """Find a model by its name; only names that are listed reach the file system."""
    library = place.library()
    if wrong := _unknown([reference], library.references()):
        return None, wrong
    return library.model(reference)


def _unknown(names: Collection[str], known: Collection[str]) -> list[Finding]:
    return [unknown(name, known) for name in names if name not in known]


def unknown(name: str, known: Collection[str]) -> Finding:
    """A finding that a name is unknown, with the known ones."""
    return finding(
        "request-unknown",
        Place(""),
        name=both(name[:LONGEST_NAME]),
        known=both(", ".join(known) or "-"),
        meant=suggestion(name, known),
    )

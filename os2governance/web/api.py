"""HTTP API: the commands' JSON output, for integration into other programs.

Posted files are subject to the limits of files on disk, assessed, and not stored. `assess` and
`check` respond with 200 in any case, since their JSON has a place for files that cannot be used;
the other operations respond with findings and status 422 or 404 where there is no result.
"""

from collections.abc import Collection, Sequence
from typing import Annotated

from fastapi import APIRouter, FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from os2governance.analysis.plan import build_plan
from os2governance.checks.inspect import Inspection, inspect_sources
from os2governance.checks.suppressions import count_suppression_uses
from os2governance.findings.finding import Finding, Location, make_finding, suggest_word
from os2governance.i18n.symbols import SEVERITY_SYMBOLS
from os2governance.i18n.text import LANGUAGES, Language, _, as_text
from os2governance.model.editor_schema import (
    EDITOR_SCHEMAS,
    build_format_schema,
    build_product_schema,
)
from os2governance.model.model import Criterion, Model
from os2governance.render.assessment import json
from os2governance.render.assessment.explain_json import build_explanation_object
from os2governance.render.assessment.product_json import render_product_json
from os2governance.render.check.json import FORMATTER
from os2governance.render.check.report import CheckResult, CheckTotals
from os2governance.render.common.provenance import build_provenance
from os2governance.render.model.criteria_json import build_criteria_object
from os2governance.render.plan.json import build_plan_object
from os2governance.version import VERSION
from os2governance.web.fault import FaultMiddleware
from os2governance.web.openapi import (
    API_DESCRIPTION,
    API_PREFIX,
    API_TITLE,
    add_assessment_schema,
    describe_operation,
)
from os2governance.web.requests import (
    MAX_ECHOED_NAME,
    AssessmentQuery,
    ExplainQuery,
    LanguageQuery,
    PlanQuery,
    Posted,
    explain_request_errors,
)
from os2governance.web.responses import (
    build_findings_response,
    build_json_response,
    build_json_text_response,
)
from os2governance.web.workspace import AssessedProduct, Workspace, assess_product_sources


def build_api(place: Workspace) -> FastAPI:
    """Build the API of a workspace, with its description; it has no access rules of its own."""
    language = place.language
    made = FastAPI(
        title=API_TITLE.render(language),
        description=API_DESCRIPTION.render(language),
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{API_PREFIX}/openapi.json",
    )
    made.include_router(_build_router(place))
    add_assessment_schema(made, language)
    _add_error_handlers(made, language)
    made.add_middleware(
        FaultMiddleware,
        respond=lambda found, _: build_findings_response(
            [found], found.entry.http_status, language
        ),
    )
    return made


def _build_router(place: Workspace) -> APIRouter:
    """The operations of the API."""
    router = APIRouter(prefix=API_PREFIX, default_response_class=Response)
    _add_assessment_routes(router, place)
    _add_question_routes(router, place)
    _add_model_routes(router, place)
    _add_criterion_route(router, place)
    _add_schema_routes(router, place)
    return router


def _add_error_handlers(made: FastAPI, language: Language) -> None:
    """Make an app respond to API requests with findings where no other response is defined."""

    @made.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        return build_findings_response(
            explain_request_errors(error.errors()), 422, _requested_language(request, language)
        )

    @made.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        path = request.url.path
        missing = error.status_code == NOT_FOUND
        found = (
            explain_unknown_name(path, [made.openapi_url or ""])
            if missing
            else _build_method_finding(request.method)
        )
        answer = build_findings_response(
            [found], error.status_code, _requested_language(request, language)
        )
        answer.headers.update(error.headers or {})
        return answer


NOT_FOUND = 404
_UNUSABLE = _("cannot be read or used here")


def _requested_language(request: Request, usual: Language) -> Language:
    """The requested language, even if the rest of the request is invalid."""
    wanted = request.query_params.get("lang")
    return next((each for each in LANGUAGES if each == wanted), usual)


def _build_method_finding(method: str) -> Finding:
    return make_finding("request-invalid", Location(""), at=as_text(method), problem=_UNUSABLE)


# -- posted declarations ----------------------------------------------------------------------


def _add_assessment_routes(router: APIRouter, place: Workspace) -> None:
    @router.post("/assess", **describe_operation("assess", place.language))
    def assess(posted: Posted, asked: Annotated[AssessmentQuery, Query()]) -> Response:
        language = asked.lang or place.language
        found, findings = _assess_posted(posted, asked, place)
        totals, line = json.AssessmentTotals(), ""
        if found is None:
            name = posted.to_sources().name
            totals.add(json.tally_unreadable_product(name, findings, language))
        else:
            whole = not any(each.severity == "error" for each in found.product.findings)
            totals.add(json.tally_product(found.assessment, records_read=whole))
            line = f"\n{render_product_json(found.assessment, language)}"
        head = json.render_assessments_head(asked.as_of or place.today())
        return build_json_text_response(
            f"{head}{line}{json.render_assessments_tail(totals, [], language)}"
        )

    @router.post("/check", **describe_operation("check", place.language))
    def check(posted: Posted, asked: Annotated[AssessmentQuery, Query()]) -> Response:
        language, day = asked.lang or place.language, asked.as_of or place.today()
        inspected = inspect_sources(posted.to_sources(), place.library(), day)
        totals = _build_check_totals(inspected, day.isoformat(), language)
        checked = CheckResult(
            file=inspected.file, findings=inspected.findings, texts=inspected.texts
        )
        return build_json_text_response(
            FORMATTER.head(totals) + FORMATTER.item(checked, language) + FORMATTER.tail(totals)
        )


def _add_question_routes(router: APIRouter, place: Workspace) -> None:
    @router.post("/explain", **describe_operation("explain", place.language))
    def explain(posted: Posted, asked: Annotated[ExplainQuery, Query()]) -> Response:
        language = asked.lang or place.language
        found, findings = _assess_posted(posted, asked, place)
        if found is None:
            return build_findings_response(findings, 422, language)
        if wrong := _find_unknown_names(asked.criterion, found.model.by_id):
            return build_findings_response(wrong, 422, language)
        assessment = found.assessment
        outcomes = [assessment.outcome(name) for name in asked.criterion] or [
            each for each in assessment.outcomes if each.status != "met"
        ]
        return build_json_response(build_explanation_object(assessment, outcomes, language))

    @router.post("/next", **describe_operation("next", place.language))
    def next_(posted: Posted, asked: Annotated[PlanQuery, Query()]) -> Response:
        language = asked.lang or place.language
        found, findings = _assess_posted(posted, asked, place)
        if found is None:
            return build_findings_response(findings, 422, language)
        wanted = [] if asked.level is None else [asked.level]
        if wrong := _find_unknown_names(wanted, found.model.level_ids):
            return build_findings_response(wrong, 422, language)
        return build_json_response(
            build_plan_object(build_plan(found.assessment, asked.level), language)
        )


def _assess_posted(
    posted: Posted, asked: AssessmentQuery, place: Workspace
) -> tuple[AssessedProduct | None, list[Finding]]:
    return assess_product_sources(
        posted.to_sources(), place.library(), asked.as_of or place.today()
    )


def _build_check_totals(inspected: Inspection, as_of: str, language: Language) -> CheckTotals:
    found = inspected.findings
    return CheckTotals(
        as_of=as_of,
        language=language,
        products=1,
        suppressed=len(inspected.suppressed),
        suppressions=count_suppression_uses(inspected.suppressed),
        unreadable=int(not inspected.readable),
        counts={name: sum(each.severity == name for each in found) for name in SEVERITY_SYMBOLS},
        provenance={**build_provenance(dict(inspected.models)), "files": dict(inspected.hashes)},
    )


# -- models and formats -----------------------------------------------------------------------


def _add_model_routes(router: APIRouter, place: Workspace) -> None:
    @router.get("/models", **describe_operation("models", place.language))
    def models(asked: Annotated[LanguageQuery, Query()]) -> Response:
        library = place.library()
        read = [library.model(name) for name in library.references()]
        known = [model for model, _ in read if model]
        findings = [each for _, wrong in read for each in wrong]
        chosen = known[0].criteria if len(known) == 1 else ()
        said = build_criteria_object(known, chosen, findings, asked.lang or place.language)
        return build_json_response(said)

    @router.get("/models/{name}/{version}", **describe_operation("model", place.language))
    def model(name: str, version: str, asked: Annotated[LanguageQuery, Query()]) -> Response:
        language = asked.lang or place.language
        found, findings = _find_model(f"{name}/{version}", place)
        if found is None:
            return build_findings_response(findings, 404, language)
        return _respond_criteria(found, found.criteria, language)


def _add_criterion_route(router: APIRouter, place: Workspace) -> None:
    @router.get(
        "/models/{name}/{version}/criteria/{criterion}",
        **describe_operation("criterion", place.language),
    )
    def one(
        name: str, version: str, criterion: str, asked: Annotated[LanguageQuery, Query()]
    ) -> Response:
        language = asked.lang or place.language
        found, findings = _find_model(f"{name}/{version}", place)
        if found is None:
            return build_findings_response(findings, 404, language)
        if wrong := _find_unknown_names([criterion], found.by_id):
            return build_findings_response(wrong, 404, language)
        return _respond_criteria(found, [found.by_id[criterion]], language)


def _respond_criteria(model: Model, chosen: Sequence[Criterion], language: Language) -> Response:
    return build_json_response(build_criteria_object([model], chosen, [], language))


def _add_schema_routes(router: APIRouter, place: Workspace) -> None:
    @router.get("/schemas", **describe_operation("schemas", place.language))
    def schemas(_: Annotated[LanguageQuery, Query()]) -> Response:
        return build_json_response({"schemas": list(EDITOR_SCHEMAS)})

    @router.get(
        "/models/{name}/{version}/schema", **describe_operation("of-model", place.language)
    )
    def of_model(name: str, version: str, asked: Annotated[LanguageQuery, Query()]) -> Response:
        language = asked.lang or place.language
        found, findings = _find_model(f"{name}/{version}", place)
        if found is None:
            return build_findings_response(findings, 404, language)
        return build_json_response(build_product_schema(found, language))

    @router.get("/schemas/{name}", **describe_operation("schema", place.language))
    def schema(name: str, asked: Annotated[LanguageQuery, Query()]) -> Response:
        language = asked.lang or place.language
        if wrong := _find_unknown_names([name], EDITOR_SCHEMAS):
            return build_findings_response(wrong, 404, language)
        return build_json_response(build_format_schema(name, language))


def _find_model(reference: str, place: Workspace) -> tuple[Model | None, list[Finding]]:
    """Find a model by its name; only names that are listed reach the file system."""
    library = place.library()
    if wrong := _find_unknown_names([reference], library.references()):
        return None, wrong
    return library.model(reference)


def _find_unknown_names(names: Collection[str], known: Collection[str]) -> list[Finding]:
    return [explain_unknown_name(name, known) for name in names if name not in known]


def explain_unknown_name(name: str, known: Collection[str]) -> Finding:
    """A finding that a name is unknown, with the known ones."""
    return make_finding(
        "request-unknown",
        Location(""),
        name=as_text(name[:MAX_ECHOED_NAME]),
        known=as_text(", ".join(known) or "-"),
        meant=suggest_word(name, known),
    )

"""The app: pages that work without scripts, and the few responses that scripts request."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.site.look_css import LOOK_FILE, render_look_css
from os2governance.web.document_pages import (
    DocumentAttempt,
    render_documents,
    render_plan,
    write_import,
)
from os2governance.web.document_transfer import (
    build_download,
    commit_product_files,
    propose_upload,
)
from os2governance.web.edit_history import (
    EditHistory,
    compute_file_version,
)
from os2governance.web.edit_session import EditSession, read_current_product
from os2governance.web.evaluation_pages import render_evaluation, submit_evaluation
from os2governance.web.evaluator import save_draft
from os2governance.web.fault import TYPED_KEY, FaultMiddleware
from os2governance.web.field_updates import Attempt
from os2governance.web.first_document import begin_from_document
from os2governance.web.form_actions import STEPS, find_step_target, open_session, perform_action
from os2governance.web.hand_in_pages import build_hand_in, render_hand_in
from os2governance.web.pages import Pages
from os2governance.web.planned_edits import FormInput
from os2governance.web.responses import API_ROOT, find_route_path
from os2governance.web.static import read_served_files
from os2governance.web.workspace import Workspace

_CSRF_FIELD = "csrf"
_REFUSALS = {
    403: make_finding("request-origin", Location("")),
    404: make_finding("request-no-page", Location("")),
}
_MAX_FIELDS = 5000


Door = Callable[[ASGIApp], ASGIApp]
"""The access rules around an app: it returns the app behind them."""


def build_app(
    workspace: Workspace,
    door: Door,
    base: str = "",
    *,
    form_key: str = "",
    api: ASGIApp | None = None,
) -> ASGIApp:
    """Build the pages of a workspace behind a door; beside them the API, where there is one.

    `base` is the path that the pages are shown below, "" without one. `form_key` is what a form
    proves itself with; without one, forms end with the app.
    """
    pages = Pages(workspace, EditHistory(), form_key or secrets.token_urlsafe(24), base)
    site = Starlette(
        routes=[*_list_routes(pages), *_list_file_routes(pages)],
        middleware=[Middleware(FaultMiddleware, respond=partial(_tell_fault, pages))],
        exception_handlers={HTTPException: partial(_refuse, pages)},
    )

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        asked_api = scope["type"] == "http" and find_route_path(scope).startswith(API_ROOT)
        await (api if api is not None and asked_api else site)(scope, receive, send)

    return door(answer)


def _list_routes(pages: Pages) -> list[BaseRoute]:
    """The addresses of the pages, and what answers at each; all that reads runs on a thread."""

    def show(path: str, answer: Callable[[Pages, Request], Response]) -> Route:
        def shown(request: Request) -> Response:
            return answer(pages, request)

        return Route(path, shown, methods=["GET"])

    def send(path: str, answer: Callable[[Pages, str, FormInput], Response]) -> Route:
        async def sent(request: Request) -> Response:
            typed, _ = await _read_submission(request, pages)
            return await run_in_threadpool(answer, pages, _name_product(request), typed)

        return Route(path, sent, methods=["POST"])

    async def begin(request: Request) -> Response:
        typed, files = await _read_submission(request, pages)
        return await run_in_threadpool(_answer_begin, pages, typed, files)

    async def bring(request: Request) -> Response:
        typed, files = await _read_submission(request, pages)
        return await run_in_threadpool(_answer_import, pages, _name_product(request), typed, files)

    return [
        show("/", _show_front),
        Route("/", begin, methods=["POST"]),
        show("/{product}", _show_product),
        send("/{product}", _answer_save),
        send("/{product}/field", _answer_field),
        show("/{product}/version", _show_version),
        show("/{product}/papers", _show_documents),
        Route("/{product}/papers", bring, methods=["POST"]),
        show("/{product}/plan", _show_plan),
        show("/{product}/hand-in", _show_hand_in),
        show("/{product}/hand-in/{file}", _show_handed_in),
        show("/{product}/papers/{kind}/{layout}", _show_download),
        send("/{product}/branch", _answer_branch),
        show("/{product}/evaluate", _show_evaluation),
        send("/{product}/evaluate", _answer_evaluation),
        send("/{product}/evaluate/draft", _answer_draft),
    ]


def _list_file_routes(pages: Pages) -> list[BaseRoute]:
    files = read_served_files()

    def look(request: Request) -> Response:
        text = render_look_css(pages.workspace.find_look(request.query_params.get("model", "")))
        return Response(text, media_type="text/css; charset=utf-8")

    async def file(request: Request) -> Response:
        found = files.get("{folder}/{name}".format_map(request.path_params))
        if found is None:
            raise HTTPException(404)
        return Response(found[0], media_type=found[1])

    return [
        Route(f"/assets/{LOOK_FILE}", look, methods=["GET"]),
        Route("/{folder}/{name}", file, methods=["GET"]),
    ]


def _name_product(request: Request) -> str:
    name: str = request.path_params.get("product", "")
    return name


# -- what is shown ------------------------------------------------------------------------------


def _show_front(pages: Pages, request: Request) -> Response:
    names = list(pages.workspace.products())
    if len(names) == 1 and "show" not in request.query_params:
        return _redirect_to(pages, names[0])
    return HTMLResponse(pages.render_front({}, {}))


def _show_product(pages: Pages, request: Request) -> Response:
    product, show = _name_product(request), request.query_params.get("show", "")
    desk = open_session(pages, product)
    return HTMLResponse(pages.render_product(desk, product, show=show))


def _show_version(pages: Pages, request: Request) -> Response:
    file = pages.workspace.products().get(_name_product(request))
    if file is None:
        raise HTTPException(404)
    now = pages.read_product_file(file)
    return JSONResponse({"version": compute_file_version(now) if now is not None else ""})


def _show_documents(pages: Pages, request: Request) -> Response:
    product = _name_product(request)
    return HTMLResponse(render_documents(pages, open_session(pages, product), product))


def _show_plan(pages: Pages, request: Request) -> Response:
    product = _name_product(request)
    return HTMLResponse(render_plan(pages, open_session(pages, product), product))


def _show_download(pages: Pages, request: Request) -> Response:
    product = _name_product(request)
    kind, layout = request.path_params["kind"], request.path_params["layout"]
    desk = open_session(pages, product)
    now = read_current_product(desk)[0]
    found, wrong = build_download(now, desk, (kind, layout)) if now else (None, [])
    if found is None:  # the page shows why
        page = render_documents(pages, desk, product, DocumentAttempt(wrong=wrong))
        return HTMLResponse(page, 404)
    offer, data = found
    named = {"Content-Disposition": f'attachment; filename="{offer.file}"'}
    return Response(data, media_type="text/plain; charset=utf-8", headers=named)


def _show_hand_in(pages: Pages, request: Request) -> Response:
    product = _name_product(request)
    return HTMLResponse(render_hand_in(pages, open_session(pages, product), product))


def _show_handed_in(pages: Pages, request: Request) -> Response:
    product, name = _name_product(request), request.path_params["file"]
    files = build_hand_in(pages, open_session(pages, product), product)
    found = next((each for each in files if each.name == name), None)
    if found is None:
        raise HTTPException(404)
    named = {"Content-Disposition": f'attachment; filename="{found.name}"'}
    return Response(found.data, media_type="application/octet-stream", headers=named)


def _show_evaluation(pages: Pages, request: Request) -> Response:
    product = _name_product(request)
    return HTMLResponse(render_evaluation(pages, open_session(pages, product), product))


# -- what is done for a request: on a thread, one writer at a time ------------------------------


def _refuse(pages: Pages, _: Request, error: Exception) -> Response:
    """The answer where there is no page, or where it takes no such request."""
    assert isinstance(error, HTTPException)
    found = _REFUSALS.get(error.status_code)
    if found is None:
        return PlainTextResponse(error.detail, error.status_code, error.headers)
    return HTMLResponse(pages.render_refusal(found), error.status_code, error.headers)


def _tell_fault(pages: Pages, found: Finding, scope: Scope) -> Response:
    text = pages.render_fault(found, scope["path"], scope.get(TYPED_KEY))
    return HTMLResponse(text, found.entry.http_status)


def _redirect_to(pages: Pages, product: str, at: str = "") -> Response:
    address = pages.path_to(product)
    return RedirectResponse(f"{address}#{quote(at)}" if at else address, 303)


def _answer_begin(pages: Pages, typed: FormInput, files: Sequence[tuple[str, bytes]]) -> Response:
    given = {name: values[0].strip() for name, values in typed.items()}
    if files:
        return _answer_first_document(pages, given, files[0])
    with pages.writing:
        problems, name = pages.create_product(given)
    if problems:
        return HTMLResponse(pages.render_front(given, problems), 422)
    return _redirect_to(pages, name)


def _answer_first_document(
    pages: Pages, given: Mapping[str, str], upload: tuple[str, bytes]
) -> Response:
    with pages.writing:
        begun = begin_from_document(pages, given, upload)
    if not begun.product:
        return HTMLResponse(pages.render_front(given, begun.problems), 422)
    desk = open_session(pages, begun.product)
    attempt = DocumentAttempt(found=begun.found, written=True)
    return HTMLResponse(render_documents(pages, desk, begun.product, attempt))


def _answer_save(pages: Pages, product: str, typed: FormInput) -> Response:
    desk, action = open_session(pages, product), typed.get("action", ["save"])[0]
    at = typed.get("at", [""])[0]
    with pages.writing:
        if action in STEPS:
            at = find_step_target(pages, desk, product, action)
        outcome = perform_action(pages, desk, product=product, typed=typed, action=action)
    if action == "try" or not outcome.saved:
        page = pages.render_product(desk, product, Attempt(outcome, typed, action == "try"))
        return HTMLResponse(page, 200 if outcome.saved else 409 if outcome.clashes else 422)
    return _redirect_to(pages, product, at)


def _answer_field(pages: Pages, product: str, typed: FormInput) -> Response:
    desk, action = open_session(pages, product), typed.get("action", ["save"])[0]
    with pages.writing:
        outcome = perform_action(pages, desk, product=product, typed=typed, action=action)
    shown = typed.get("version", [""])[0]
    return JSONResponse(pages.render_updates(desk, product, outcome, shown, tried=action == "try"))


def _answer_branch(pages: Pages, product: str, typed: FormInput) -> Response:
    desk = open_session(pages, product)
    now, commit = read_current_product(desk)[0], pages.workspace.commit
    if now is None or commit is None:
        raise HTTPException(404)
    name, message = (typed.get(key, [""])[0].strip() for key in ("branch", "message"))
    with pages.writing:
        made, wrong = commit_product_files(commit, now, desk, name, message)
    page = render_documents(
        pages, desk, product, DocumentAttempt(wrong=wrong, commit=(name, made))
    )
    return HTMLResponse(page, 409 if wrong else 200)


def _answer_import(
    pages: Pages, product: str, typed: FormInput, files: Sequence[tuple[str, bytes]]
) -> Response:
    desk = open_session(pages, product)
    now = read_current_product(desk)[0]
    if now is None:  # its page shows why
        return _redirect_to(pages, product)
    if typed.get("action") == ["accept"]:
        return _answer_accepted_import(pages, desk, product, typed.get("proposal", [""])[0])
    if not files:
        return HTMLResponse(render_documents(pages, desk, product), 422)
    stated = parse_iso_date(typed.get("on", [""])[0])
    found = propose_upload(desk, *files[0], now, stated)
    status = 200 if found.new_data is not None else 422
    return HTMLResponse(render_documents(pages, desk, product, DocumentAttempt(found)), status)


def _answer_accepted_import(
    pages: Pages, desk: EditSession, product: str, proposal: str
) -> Response:
    with pages.writing:
        found = pages.pending_imports.take(proposal)
        wrong = (
            write_import(pages, product, found)
            if found
            else [make_finding("file-changed", Location(product))]
        )
    if wrong:
        return HTMLResponse(
            render_documents(pages, desk, product, DocumentAttempt(wrong=wrong)), 409
        )
    return _redirect_to(pages, product)


def _answer_evaluation(pages: Pages, product: str, typed: FormInput) -> Response:
    desk = open_session(pages, product)
    text, wrong = submit_evaluation(pages, desk, product, typed)
    return HTMLResponse(text, 422 if wrong else 200)


def _answer_draft(pages: Pages, product: str, typed: FormInput) -> Response:
    desk = open_session(pages, product)
    with pages.writing:
        return JSONResponse(save_draft(desk, typed))


async def _read_submission(
    request: Request, pages: Pages
) -> tuple[dict[str, list[str]], list[tuple[str, bytes]]]:
    """Read the form values, and the uploaded files as (name, bytes).

    A form without this app's CSRF token is refused.
    """
    form = await request.form(max_fields=_MAX_FIELDS, max_files=1)
    typed: dict[str, list[str]] = {}
    request.scope[TYPED_KEY] = typed
    files: list[tuple[str, bytes]] = []
    for name, value in form.multi_items():
        if isinstance(value, str):
            typed.setdefault(name, []).append(value)
        elif value.filename:
            files.append((value.filename, await value.read()))
    await form.close()
    given: Any = typed.pop(_CSRF_FIELD, [""])[0]
    if not secrets.compare_digest(given.encode(), pages.csrf.encode()):
        raise HTTPException(403)
    return typed, files

"""The app: pages that work without scripts, and the few responses that scripts request."""

import secrets
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from os2governance.documents.yaml_reader import MAX_VALUES
from os2governance.findings.finding import Location, make_finding
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.site.look_css import LOOK_FILE, render_look_css
from os2governance.site.template import read_asset_files
from os2governance.version import VERSION
from os2governance.web.api import add_error_handlers, build_api_router
from os2governance.web.document_transfer import (
    build_download,
    commit_product_files,
    propose_upload,
)
from os2governance.web.edit_history import EditHistory, FileChange, compute_file_version
from os2governance.web.edit_session import EditSession, read_current_product
from os2governance.web.fault import TYPED_KEY, FaultMiddleware
from os2governance.web.field_updates import Attempt
from os2governance.web.openapi import API_DESCRIPTION, API_PREFIX, API_TITLE, add_assessment_schema
from os2governance.web.pages import Pages
from os2governance.web.planned_edits import FormInput
from os2governance.web.save import (
    ListElement,
    ProposalAnswer,
    SaveResult,
    add_list_element,
    answer_proposal,
    declare_list_empty,
    preview_save,
    remove_list_element,
    save_form,
    undo_change,
)
from os2governance.web.security import SecurityMiddleware, SecurityPolicy
from os2governance.web.server_key import derive_form_key
from os2governance.web.static import read_static_files
from os2governance.web.workspace import Workspace

_MEDIA_TYPES = {
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
}
_CSRF_FIELD = "csrf"
_MAX_FIELDS = 5000
MAX_INDEX_DIGITS = len(str(MAX_VALUES))


def build_app(workplace: Workspace, guard: SecurityPolicy) -> FastAPI:
    """Build the app of a workspace, with its security middleware."""
    language = workplace.language
    made = FastAPI(
        title=API_TITLE.render(language),
        description=API_DESCRIPTION.render(language),
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{API_PREFIX}/openapi.json",
    )
    made.include_router(build_api_router(workplace))
    add_assessment_schema(made, language)
    add_error_handlers(made, language)
    form_key = derive_form_key(guard.token) if guard.token else secrets.token_urlsafe(24)
    pages = Pages(workplace, EditHistory(), form_key, guard.base)
    made.add_middleware(FaultMiddleware, render=pages.render_fault, language=language)
    made.add_middleware(SecurityMiddleware, guard=guard)  # the last one added is outermost
    _add_front_routes(made, pages)
    _add_form_routes(made, pages)
    _add_download_routes(made, pages)
    _add_import_routes(made, pages)
    _add_evaluation_routes(made, pages)
    _add_file_routes(made, pages)
    return made


def _add_file_routes(made: FastAPI, pages: Pages) -> None:
    """Serve styles, script and fonts from memory; no request reaches a file path."""
    files = {**dict(read_asset_files()), **dict(read_static_files())}

    @made.get(f"/assets/{LOOK_FILE}", include_in_schema=False)
    def look() -> Response:
        return Response(
            render_look_css(pages.workspace.find_look()), media_type="text/css; charset=utf-8"
        )

    @made.get("/{folder}/{name}", include_in_schema=False)
    def file(folder: str, name: str) -> Response:
        data = files.get(f"{folder}/{name}")
        if data is None:
            raise HTTPException(404)
        kind = _MEDIA_TYPES.get(name.rsplit(".", 1)[-1], "text/plain")
        return Response(data, media_type=f"{kind}; charset=utf-8" if kind[:4] == "text" else kind)


def _add_front_routes(made: FastAPI, pages: Pages) -> None:
    @made.get("/", include_in_schema=False)
    def front() -> Response:
        names = list(pages.workspace.products())
        if len(names) == 1:
            return _redirect_to(pages, names[0])
        return HTMLResponse(pages.render_front({}, {}))

    @made.post("/", include_in_schema=False)
    async def begin(request: Request) -> Response:
        typed = await _read_form_values(request, pages)
        return await run_in_threadpool(_answer_begin, pages, typed)


def _add_form_routes(made: FastAPI, pages: Pages) -> None:
    @made.get("/{product}", include_in_schema=False)
    def shown(product: str, show: str = "") -> Response:
        desk = _open_session(pages, product)
        return HTMLResponse(pages.render_product(desk, product, show=show))

    @made.post("/{product}", include_in_schema=False)
    async def saved(product: str, request: Request) -> Response:
        typed = await _read_form_values(request, pages)
        return await run_in_threadpool(_answer_save, pages, product, typed)

    @made.post("/{product}/field", include_in_schema=False)
    async def field(product: str, request: Request) -> Response:
        typed = await _read_form_values(request, pages)
        return await run_in_threadpool(_answer_field, pages, product, typed)

    @made.get("/{product}/version", include_in_schema=False)
    def version(product: str) -> Response:
        file = pages.workspace.products().get(product)
        if file is None:
            raise HTTPException(404)
        now = pages.read_product_file(file)
        return JSONResponse({"version": compute_file_version(now) if now is not None else ""})


def _add_download_routes(made: FastAPI, pages: Pages) -> None:
    """Add the routes that export documents."""

    @made.get("/{product}/papers", include_in_schema=False)
    def papers(product: str) -> Response:
        return HTMLResponse(pages.render_documents(_open_session(pages, product), product))

    @made.get("/{product}/plan", include_in_schema=False)
    def plan(product: str) -> Response:
        return HTMLResponse(pages.render_plan(_open_session(pages, product), product))

    @made.get("/{product}/papers/{kind}/{layout}", include_in_schema=False)
    def out(product: str, kind: str, layout: str) -> Response:
        desk = _open_session(pages, product)
        now = read_current_product(desk)[0]
        found, wrong = build_download(now, desk, (kind, layout)) if now else (None, [])
        if found is None:  # the page shows why
            page = pages.render_documents(desk, product, wrong=wrong)
            return HTMLResponse(page, 404)
        offer, data = found
        named = {"Content-Disposition": f'attachment; filename="{offer.file}"'}
        return Response(data, media_type="text/plain; charset=utf-8", headers=named)

    @made.post("/{product}/branch", include_in_schema=False)
    async def branch(product: str, request: Request) -> Response:
        typed = await _read_form_values(request, pages)
        return await run_in_threadpool(_answer_branch, pages, product, typed)


def _add_import_routes(made: FastAPI, pages: Pages) -> None:
    """Add the routes that import documents: a preview first, then, once confirmed, the import."""

    @made.post("/{product}/papers", include_in_schema=False)
    async def bring(product: str, request: Request) -> Response:
        typed, files = await _read_submission(request, pages)
        return await run_in_threadpool(_answer_import, pages, product, typed, files)


def _add_evaluation_routes(made: FastAPI, pages: Pages) -> None:
    """Add the routes of the evaluator's page."""

    @made.get("/{product}/evaluate", include_in_schema=False)
    def shown(product: str) -> Response:
        return HTMLResponse(pages.render_evaluation(_open_session(pages, product), product))

    @made.post("/{product}/evaluate", include_in_schema=False)
    async def written(product: str, request: Request) -> Response:
        typed = await _read_form_values(request, pages)
        return await run_in_threadpool(_answer_evaluation, pages, product, typed)

    @made.post("/{product}/evaluate/draft", include_in_schema=False)
    async def draft(product: str, request: Request) -> Response:
        typed = await _read_form_values(request, pages)
        return await run_in_threadpool(_answer_draft, pages, product, typed)


# -- what is done for a request: on a thread, one writer at a time ------------------------------


def _redirect_to(pages: Pages, product: str, at: str = "") -> Response:
    there = quote(product, safe="")
    return RedirectResponse(f"{pages.base}/{there}{f'#{quote(at)}' if at else ''}", 303)


def _answer_begin(pages: Pages, typed: FormInput) -> Response:
    given = {name: values[0].strip() for name, values in typed.items()}
    with pages.writing:
        problems, name = pages.create_product(given)
    if problems:
        return HTMLResponse(pages.render_front(given, problems), 422)
    return _redirect_to(pages, name)


def _answer_save(pages: Pages, product: str, typed: FormInput) -> Response:
    desk, action = _open_session(pages, product), typed.get("action", ["save"])[0]
    with pages.writing:
        outcome = _perform_action(pages, desk, product=product, typed=typed, action=action)
    if action == "try" or not outcome.saved:
        page = pages.render_product(desk, product, Attempt(outcome, typed, action == "try"))
        return HTMLResponse(page, 200 if outcome.saved else 409 if outcome.clashes else 422)
    return _redirect_to(pages, product, typed.get("at", [""])[0])


def _answer_field(pages: Pages, product: str, typed: FormInput) -> Response:
    desk, action = _open_session(pages, product), typed.get("action", ["save"])[0]
    with pages.writing:
        outcome = _perform_action(pages, desk, product=product, typed=typed, action=action)
    shown = typed.get("version", [""])[0]
    return JSONResponse(pages.render_updates(desk, product, outcome, shown, tried=action == "try"))


def _answer_branch(pages: Pages, product: str, typed: FormInput) -> Response:
    desk = _open_session(pages, product)
    now, commit = read_current_product(desk)[0], pages.workspace.commit
    if now is None or commit is None:
        raise HTTPException(404)
    name, message = (typed.get(key, [""])[0].strip() for key in ("branch", "message"))
    with pages.writing:
        made, wrong = commit_product_files(commit, now, desk, name, message)
    page = pages.render_documents(desk, product, wrong=wrong, commit=(name, made))
    return HTMLResponse(page, 409 if wrong else 200)


def _answer_import(
    pages: Pages, product: str, typed: FormInput, files: Sequence[tuple[str, bytes]]
) -> Response:
    desk = _open_session(pages, product)
    now = read_current_product(desk)[0]
    if now is None:  # its page shows why
        return _redirect_to(pages, product)
    if typed.get("action") == ["accept"]:
        return _answer_accepted_import(pages, desk, product, typed.get("proposal", [""])[0])
    if not files:
        return HTMLResponse(pages.render_documents(desk, product), 422)
    stated = parse_iso_date(typed.get("on", [""])[0])
    found = propose_upload(desk, *files[0], now, stated)
    status = 200 if found.new_data is not None else 422
    return HTMLResponse(pages.render_documents(desk, product, found), status)


def _answer_accepted_import(
    pages: Pages, desk: EditSession, product: str, proposal: str
) -> Response:
    with pages.writing:
        found = pages.pending_imports.take(proposal)
        wrong = (
            pages.write_import(desk, product, found)
            if found
            else [make_finding("file-changed", Location(product))]
        )
    if wrong:
        return HTMLResponse(pages.render_documents(desk, product, wrong=wrong), 409)
    return _redirect_to(pages, product)


def _answer_evaluation(pages: Pages, product: str, typed: FormInput) -> Response:
    desk = _open_session(pages, product)
    text, wrong = pages.submit_evaluation(desk, product, typed)
    return HTMLResponse(text, 422 if wrong else 200)


def _answer_draft(pages: Pages, product: str, typed: FormInput) -> Response:
    return JSONResponse(pages.save_draft(_open_session(pages, product), typed))


def _open_session(pages: Pages, product: str) -> EditSession:
    """Open an edit session on a product of the workspace; any other responds with 404."""
    file = pages.workspace.products().get(product)
    if file is None:
        raise HTTPException(404)
    place = pages.workspace
    desk = EditSession(
        file=file,
        root=place.folder,
        library=place.library(),
        as_of=place.today(),
        language=place.language,
    )
    pages.note_first_seen(desk, product)
    return desk


def _perform_action(
    pages: Pages, desk: EditSession, product: str, typed: FormInput, action: str
) -> SaveResult:
    """Perform the action of a button, and record the change for undo."""
    memory = pages.history
    base = _find_base(pages, desk, typed.get("version", [""])[0])
    if action == "try":
        return preview_save(desk, base, typed)
    if action == "undo":
        last = memory.find_last_change(product)
        outcome = undo_change(desk, last) if last else save_form(desk, base, {})
        if last and outcome.saved:
            memory.drop_last_change(product)
        return outcome
    outcome = _change_file(desk, base, typed, action)
    if outcome.after is not None and outcome.before != outcome.after:
        change = FileChange(
            before=outcome.before, after=outcome.after, kept=outcome.kept, on=desk.as_of
        )
        memory.record_change(product, change)
    return outcome


def _change_file(
    desk: EditSession, base: bytes | None, typed: FormInput, action: str
) -> SaveResult:
    verb, _, name = action.partition(":")
    match verb:
        case "add":
            return add_list_element(desk, name, base, typed)
        case "none":
            return declare_list_empty(desk, name, base, typed)
        case "remove":
            listing, _, number = name.rpartition(".")
            element = ListElement(listing, _parse_index(number))
            return remove_list_element(desk, element, base, typed)
        case "use" | "reject":
            return answer_proposal(desk, ProposalAnswer(name, verb == "use"), base, typed)
        case _:
            return save_form(desk, base, typed)


def _parse_index(number: str) -> int:
    """The index of an element; -1, which no list has, for what no button sends."""
    return int(number) if number.isdecimal() and len(number) <= MAX_INDEX_DIGITS else -1


def _find_base(pages: Pages, desk: EditSession, version: str) -> bytes | None:
    """The file that a page was rendered from; None where it is not known any more.

    A page may be of before a restart: then it is known where it is what the file still holds.
    """
    known = pages.history.find_version(version)
    if known is not None:
        return known
    now = pages.read_product_file(desk.file)
    return now if now is not None and compute_file_version(now) == version else None


async def _read_form_values(request: Request, pages: Pages) -> dict[str, list[str]]:
    """Read the form values; a form without this server's CSRF token is refused."""
    return (await _read_submission(request, pages))[0]


async def _read_submission(
    request: Request, pages: Pages
) -> tuple[dict[str, list[str]], list[tuple[str, bytes]]]:
    """Read the form values, and the uploaded files as (name, bytes)."""
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

"""The app: pages that work without scripts, and the few responses that scripts request."""

import secrets
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from os2governance.findings.finding import Place, finding
from os2governance.site.template import asset_files
from os2governance.version import VERSION
from os2governance.web.api import api, refuse
from os2governance.web.guard import Guard, Guarded
from os2governance.web.openapi import ABOUT, PREFIX, TITLE, described
from os2governance.web.pages import Pages
from os2governance.web.papers import accept, brought, committed, download
from os2governance.web.saving import (
    Desk,
    Memory,
    Outcome,
    declare_none,
    grow,
    read_now,
    save,
    shrink,
    try_out,
    undo,
    version_of,
)
from os2governance.web.static import static_files
from os2governance.web.workplace import Workplace

_TYPES = {
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
}
_CSRF = "csrf"
_MOST_FIELDS = 5000


def app(workplace: Workplace, guard: Guard) -> FastAPI:
    """Build the app of a workspace, with its security middleware."""
    language = workplace.language
    made = FastAPI(
        title=TITLE.say(language),
        description=ABOUT.say(language),
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{PREFIX}/openapi.json",
    )
    made.add_middleware(Guarded, guard=guard)
    made.include_router(api(workplace))
    described(made, language)
    refuse(made, language)
    pages = Pages(workplace, Memory(), secrets.token_urlsafe(24))
    _products(made, pages)
    _form(made, pages)
    _papers_out(made, pages)
    _papers_in(made, pages)
    _evaluation(made, pages)
    _files(made)
    return made


def _files(made: FastAPI) -> None:
    """Serve styles, script and fonts from memory; no request reaches a file path."""
    files = {**dict(asset_files()), **dict(static_files())}

    @made.get("/{folder}/{name}", include_in_schema=False)
    def file(folder: str, name: str) -> Response:
        data = files.get(f"{folder}/{name}")
        if data is None:
            raise HTTPException(404)
        kind = _TYPES.get(name.rsplit(".", 1)[-1], "text/plain")
        return Response(data, media_type=f"{kind}; charset=utf-8" if kind[:4] == "text" else kind)


def _products(made: FastAPI, pages: Pages) -> None:
    @made.get("/", include_in_schema=False)
    def front() -> Response:
        names = list(pages.workplace.products())
        if len(names) == 1:
            return RedirectResponse(f"/{names[0]}", 303)
        return HTMLResponse(pages.front({}, {}))

    @made.post("/", include_in_schema=False)
    async def begin(request: Request) -> Response:
        typed = await _typed(request, pages)
        given = {name: values[0].strip() for name, values in typed.items()}
        problems, name = pages.begin(given)
        if problems:
            return HTMLResponse(pages.front(given, problems), 422)
        return RedirectResponse(f"/{name}", 303)


def _form(made: FastAPI, pages: Pages) -> None:
    @made.get("/{product}", include_in_schema=False)
    def shown(product: str) -> Response:
        return HTMLResponse(pages.product(_desk(pages, product), product))

    @made.post("/{product}", include_in_schema=False)
    async def saved(product: str, request: Request) -> Response:
        desk, typed = _desk(pages, product), await _typed(request, pages)
        action = typed.get("action", ["save"])[0]
        outcome = _done(pages, desk, product, typed, action)
        if action == "try" or not outcome.saved:
            page = pages.product(desk, product, outcome, typed, tried=action == "try")
            return HTMLResponse(page, 200 if outcome.saved else 409 if outcome.clashes else 422)
        at = typed.get("at", [""])[0]
        return RedirectResponse(f"/{product}#{at}" if at else f"/{product}", 303)

    @made.post("/{product}/field", include_in_schema=False)
    async def field(product: str, request: Request) -> Response:
        desk, typed = _desk(pages, product), await _typed(request, pages)
        action = typed.get("action", ["save"])[0]
        outcome = _done(pages, desk, product, typed, action)
        return JSONResponse(pages.live(desk, product, outcome, tried=action == "try"))

    @made.get("/{product}/version", include_in_schema=False)
    def version(product: str) -> Response:
        now = pages.read(_desk(pages, product))
        return JSONResponse({"version": version_of(now) if now is not None else ""})


def _papers_out(made: FastAPI, pages: Pages) -> None:
    """Add the routes that export documents."""

    @made.get("/{product}/papers", include_in_schema=False)
    def papers(product: str) -> Response:
        return HTMLResponse(pages.papers(_desk(pages, product), product))

    @made.get("/{product}/plan", include_in_schema=False)
    def plan(product: str) -> Response:
        return HTMLResponse(pages.plan(_desk(pages, product), product))

    @made.get("/{product}/papers/{kind}/{layout}", include_in_schema=False)
    def out(product: str, kind: str, layout: str) -> Response:
        desk = _desk(pages, product)
        now, _ = read_now(desk)
        found = download(now, desk, (kind, layout)) if now else None
        if found is None:
            raise HTTPException(404)
        offer, data = found
        named = {"Content-Disposition": f'attachment; filename="{offer.file}"'}
        return Response(data, media_type="text/plain; charset=utf-8", headers=named)

    @made.post("/{product}/branch", include_in_schema=False)
    async def branch(product: str, request: Request) -> Response:
        desk, typed = _desk(pages, product), await _typed(request, pages)
        now, commit = read_now(desk)[0], pages.workplace.commit
        if now is None or commit is None:
            raise HTTPException(404)
        name, message = (typed.get(key, [""])[0].strip() for key in ("branch", "message"))
        made_, wrong = await run_in_threadpool(committed, commit, now, desk, name, message)
        page = pages.papers(desk, product, wrong=wrong, commit=(name, made_))
        return HTMLResponse(page, 409 if wrong else 200)


def _papers_in(made: FastAPI, pages: Pages) -> None:
    """Add the routes that import documents: a preview first, then, once confirmed, the import."""

    @made.post("/{product}/papers", include_in_schema=False)
    async def bring(product: str, request: Request) -> Response:
        desk = _desk(pages, product)
        typed, files = await _sent(request, pages)
        now, _ = read_now(desk)
        if now is None:
            return RedirectResponse(f"/{product}", 303)
        if typed.get("action") == ["accept"]:
            found = pages.brought.take(typed.get("proposal", [""])[0])
            wrong = accept(found) if found else [finding("file-changed", Place(product))]
            if wrong:
                return HTMLResponse(pages.papers(desk, product, wrong=wrong), 409)
            return RedirectResponse(f"/{product}", 303)
        if not files:
            return HTMLResponse(pages.papers(desk, product), 422)
        found = brought(desk, *files[0], now)
        status = 200 if found.data is not None else 422
        return HTMLResponse(pages.papers(desk, product, found), status)


def _evaluation(made: FastAPI, pages: Pages) -> None:
    """Add the routes of the evaluator's page."""

    @made.get("/{product}/evaluate", include_in_schema=False)
    def shown(product: str) -> Response:
        return HTMLResponse(pages.evaluation(_desk(pages, product), product))

    @made.post("/{product}/evaluate", include_in_schema=False)
    async def written(product: str, request: Request) -> Response:
        desk, typed = _desk(pages, product), await _typed(request, pages)
        text, wrong = pages.evaluated(desk, product, typed)
        return HTMLResponse(text, 422 if wrong else 200)


def _desk(pages: Pages, product: str) -> Desk:
    """Open an edit session on a product of the workspace; any other responds with 404."""
    file = pages.workplace.products().get(product)
    if file is None:
        raise HTTPException(404)
    place = pages.workplace
    return Desk(file, place.library(), place.today(), place.language)


def _done(
    pages: Pages, desk: Desk, product: str, typed: Mapping[str, list[str]], action: str
) -> Outcome:
    """Perform the action of a button, and record the change for undo."""
    memory = pages.memory
    base = memory.version(typed.get("version", [""])[0])
    verb, _, rest = action.partition(":")
    if verb == "try":
        return try_out(desk, base, typed)
    if verb == "undo":
        last = memory.last(product)
        outcome = undo(desk, *last) if last else save(desk, base, {})
        if last and outcome.saved:
            memory.undone(product)
        return outcome
    if verb == "add":
        outcome = grow(desk, rest)
    elif verb == "none":
        outcome = declare_none(desk, rest)
    elif verb == "remove":
        listing, _, number = rest.rpartition(".")
        outcome = shrink(desk, listing, int(number) if number.isdecimal() else -1, base)
    else:
        outcome = save(desk, base, typed)
    if outcome.saved and outcome.before != outcome.after:
        memory.changed(product, outcome.before, outcome.after)
    return outcome


async def _typed(request: Request, pages: Pages) -> dict[str, list[str]]:
    """Read the form values; a form without this server's CSRF token is refused."""
    return (await _sent(request, pages))[0]


async def _sent(
    request: Request, pages: Pages
) -> tuple[dict[str, list[str]], list[tuple[str, bytes]]]:
    """Read the form values, and the uploaded files as (name, bytes)."""
    form = await request.form(max_fields=_MOST_FIELDS, max_files=1)
    typed: dict[str, list[str]] = {}
    files: list[tuple[str, bytes]] = []
    for name, value in form.multi_items():
        if isinstance(value, str):
            typed.setdefault(name, []).append(value)
        elif value.filename:
            files.append((value.filename, await value.read()))
    await form.close()
    given: Any = typed.pop(_CSRF, [""])[0]
    if not secrets.compare_digest(given.encode(), pages.csrf.encode()):
        raise HTTPException(403)
    return typed, files

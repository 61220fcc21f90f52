"""Requests that the server of `serve` refuses."""

from functools import partial

from os2governance.findings.catalogue.entry import CatalogueEntry
from os2governance.i18n.text import _

_entry = partial(
    CatalogueEntry,
    subject=_("Requests to the server"),
    severity="error",
    suppressible="not of check",
)

SERVER: dict[str, CatalogueEntry] = {
    "request-host": _entry(
        message=_("This server answers only at its own address."),
        remedy=_("Use the address that the server wrote."),
        rationale=_(
            "Otherwise a foreign page could impersonate the server and read what it shows."
        ),
        http_status=421,
    ),
    "request-origin": _entry(
        message=_("Only the server's own pages may change anything."),
        remedy=_("Open the page again at the server's own address."),
        rationale=_("Otherwise a foreign page open in the same browser could write to the files."),
        http_status=403,
    ),
    "request-token": _entry(
        message=_("The server's key is missing or wrong."),
        remedy=_("Use the whole address that the server wrote when it started."),
        rationale=_("Others who use the same machine must not be able to change the files."),
        http_status=401,
    ),
    "request-too-large": _entry(
        message=_("The request is too large."),
        remedy=_("Send less at a time."),
        rationale=_("A limit bounds time and memory, whatever is sent."),
        http_status=413,
    ),
    "request-too-often": _entry(
        message=_("Too many requests."),
        remedy=_("Wait a moment and try again."),
        rationale=_("One program must not be able to shut all others out."),
        http_status=429,
    ),
    "request-too-slow": _entry(
        message=_("The request did not arrive in time."),
        remedy=_("Try again."),
        rationale=_("Otherwise idle connections would exhaust the server."),
        http_status=408,
    ),
    "request-failed": _entry(
        message=_("An internal server error occurred; the server has logged where."),
        remedy=_("Try again, and report it."),
        rationale=_(
            "The answer is missing because of an error in the program; nothing is partly saved."
        ),
        http_status=500,
    ),
    "request-invalid": _entry(
        message=_("The request's '{at}' {problem}."),
        remedy=_("See the description in /api/v1/openapi.json."),
        rationale=_("The server does not guess what was meant, so there is no answer."),
    ),
    "request-unknown": _entry(
        message=_("There is no '{name}' here{meant} ({known})"),
        remedy=_("Use one of the names."),
        rationale=_("There is nothing to answer about; a name may be misspelt or changed."),
        http_status=404,
    ),
    "request-no-page": _entry(
        message=_("There is no such page."),
        remedy=_("Go to the front page, and choose from there."),
        rationale=_("An address may be misspelt, or its product may have been renamed."),
        http_status=404,
    ),
}

"""The static folder: interpreter, app, models and shell, each with its hash."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from os2governance.documents.archive import build_archive, compress
from os2governance.files import listing
from os2governance.files.download import fetch_release
from os2governance.files.output_folder import (
    close_output_folder,
    open_output_folder,
    write_output_file,
)
from os2governance.files.paths import is_file
from os2governance.findings.finding import Finding
from os2governance.i18n.text import LANGUAGES, Language, _
from os2governance.lite.packages import unpack_interpreter, unpack_package
from os2governance.lite.pins import Pin, read_pins
from os2governance.site.template import build_template_environment, read_asset_files
from os2governance.version import VERSION

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'"
)
"""Of the shell; the app's pages have that of the server. A static host sets no headers."""
_PACKAGE = "os2governance.lite"
_OWN_PACKAGE = "os2governance"
_SHIPPED_MODELS = "os2governance/_criteria"
_NOT_IN_BROWSER = (
    "__main__.py",
    "_criteria/",
    "cli/",
    "lite/static/",
    "lite/templates/",
    "lite/stand_ins/",
    "schema/generate.py",
    "web/api.py",
    "web/connections.py",
    "web/openapi.py",
    "web/requests.py",
    "web/server.py",
)
"""What is written from, what only a command line has, and the server with its API."""
_FORMATS, _ASKED_OF_FORMATS = "formats/", ("__init__", "patterns", "uris", "words")
"""The formats are for programs that ask for their classes; the engine asks for these modules."""
_TYPES = {
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "mjs": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "wasm": "application/wasm",
    "zip": "application/zip",
}
_SHELL_FILES = ("shell.js", "shell.css", "worker.js")
_TEXTS = {
    "loading": _(
        "The self-assessment is loading. The first time takes a while; later it is here already."
    ),
    "starting": _("The self-assessment is starting."),
    "restarting": _("The self-assessment stopped, and is starting again. What was saved is kept."),
    "restarted": _(
        "The self-assessment was started again. What was saved is here; see whether your last "
        "change is."
    ),
    "stopped": _("The self-assessment stopped."),
    "elsewhere": _("The self-assessment is open in another tab. Close it to go on here."),
    "unsupported": _(
        "This browser cannot run the self-assessment. Use a current Edge, Chrome, Firefox or "
        "Safari, or ask your IT department to allow WebAssembly on this page."
    ),
    "not-whole": _("A file did not arrive whole, or was changed on the way. Reload the page."),
    "failed": _("The self-assessment could not start ({problem}). Reload the page."),
    "in-browser": _("Kept in this browser"),
    "only-here": _("What you changed is only in this browser. Download it, or propose it."),
    "in-folder": _("Saved in the folder {name}"),
    "copied": _("The file is copied. Paste it in the page that opens, over what stands there."),
    "not-copied": _("The browser does not let the page copy the file. Download it instead."),
    "no-product": _("{name} is no self-assessment: it has no line that begins with product:"),
    "not-opened": _("{name} could not be opened."),
    "archive-name": _("self-assessment"),
}
"""What the shell says; it asks for each by its key."""
_TITLE = _("Self-assessment")


@dataclass(frozen=True, kw_only=True, slots=True)
class LiteRequest:
    """What to build: in which language, with which models, and who runs it.

    `cache` holds the releases that were fetched. `propose` is the address of the page where a file
    is changed, with `{product}`; empty for none.
    """

    language: Language
    criteria: tuple[Path, ...]
    cache: Path
    propose: str = ""
    publisher: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class BuiltLite:
    """How many files were written, and their size in bytes as they are sent."""

    files: int
    size: int


def write_lite(out: Path, request: LiteRequest) -> tuple[BuiltLite | None, list[Finding]]:
    """Write the folder; None with findings where a release or the folder is not to be had."""
    made, findings = make_lite_files(request)
    if made is None:
        return None, findings
    with open_output_folder(out) as (folder, findings):
        if folder is None:
            return None, findings
        wrong = [
            found for name, data in made.items() for found in write_output_file(folder, name, data)
        ]
        wrong = wrong or close_output_folder(folder, made)
    if wrong:
        return None, wrong
    return BuiltLite(files=len(made), size=sum(map(len, made.values()))), []


def make_lite_files(request: LiteRequest) -> tuple[dict[str, bytes] | None, list[Finding]]:
    """The files of the folder by their names; None with findings where a release is missing."""
    pins = read_pins()
    releases: dict[str, bytes] = {}
    for pin in pins:
        data, findings = fetch_release(pin.url, pin.sha256, request.cache)
        if data is None:
            return None, findings
        releases[pin.name] = data
    return dict(_list_files(request, pins, releases)), []


def _list_files(
    request: LiteRequest, pins: Sequence[Pin], releases: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the folder by their names; the service worker, which knows all, last."""
    interpreter, *packages = pins
    app = _list_own_files(request.criteria)
    for pin in packages:
        app |= unpack_package(pin, releases[pin.name], LANGUAGES)
    packed = {**unpack_interpreter(releases[interpreter.name]), "app.zip": build_archive(app)}
    shown = dict(_render_shell(request, pins))
    listed = {}
    for name, data in sorted(packed.items()):
        source, content = f"files/{name}.bin", compress(data)
        listed[name] = _describe(name, source, content, packed=True)
        yield source, content
    for name, data in sorted(shown.items()):
        listed[name] = _describe(name, name, data, packed=False)
        yield name, data
    manifest = json.dumps(listed, indent=1, sort_keys=True)
    yield "manifest.json", manifest.encode()
    yield "sw.js", _build_service_worker(manifest)


def _describe(name: str, source: str, content: bytes, *, packed: bool) -> dict[str, str | bool]:
    return {
        "source": source,
        "sha256": hashlib.sha256(content).hexdigest(),
        "type": _TYPES[name.rsplit(".", 1)[-1]],
        "packed": packed,
    }


def _build_service_worker(manifest: str) -> bytes:
    """The service worker of an edition: it knows the hash of every file."""
    edition = hashlib.sha256(manifest.encode()).hexdigest()[:16]
    body = (files(_PACKAGE) / "static" / "sw.js").read_text(encoding="utf-8")
    return f'const EDITION = "{edition}";\nconst FILES = {manifest};\n{body}'.encode()


def _render_shell(request: LiteRequest, pins: Sequence[Pin]) -> Iterator[tuple[str, bytes]]:
    environment = build_template_environment(request.language, (_PACKAGE,))
    said = {
        "title": _TITLE.render(request.language),
        "policy": POLICY,
        "texts": _TEXTS,
        "propose": request.propose,
        "publisher": request.publisher,
        "pins": pins,
    }
    for name in ("index.html", "about.html"):
        yield name, environment.get_template(name).render(said).encode()
    for name in _SHELL_FILES:
        yield name, (files(_PACKAGE) / "static" / name).read_bytes()
    yield "icon.svg", dict(read_asset_files())["assets/icon.svg"]
    yield "sbom.json", _build_sbom(pins)


def _build_sbom(pins: Sequence[Pin]) -> bytes:
    """What the folder is made of, as CycloneDX says it."""
    parts = [
        {
            "type": "library",
            "name": pin.name,
            "version": pin.version,
            "licenses": [{"expression": pin.license}],
            "hashes": [{"alg": "SHA-256", "content": pin.sha256}],
            "externalReferences": [{"type": "distribution", "url": pin.url}],
        }
        for pin in pins
    ]
    whole = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": _OWN_PACKAGE, "version": VERSION}
        },
        "components": parts,
    }
    return (json.dumps(whole, indent=1) + "\n").encode()


def _list_own_files(criteria: Sequence[Path]) -> dict[str, bytes]:
    """The files of this package, its models and its stand-ins, by their paths in the browser."""
    package = Path(str(files(_OWN_PACKAGE)))
    found = {
        f"{_OWN_PACKAGE}/{name}": data
        for name, data in _read_tree(package)
        if not name.startswith(_NOT_IN_BROWSER) and not _is_format(name)
    }
    for folder in criteria or [listing.find_shipped_criteria()]:
        found |= {f"{_SHIPPED_MODELS}/{name}": data for name, data in _read_tree(folder)}
    return found | dict(_read_tree(package / "lite" / "stand_ins"))


def _is_format(name: str) -> bool:
    """Whether a file of the package is the classes of a format."""
    below = name.removeprefix(_FORMATS)
    return below != name and below.removesuffix(".py") not in _ASKED_OF_FORMATS


def _read_tree(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files below a folder by their paths, without what Python compiled."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if is_file(path) and "__pycache__" not in name and path.suffix != ".po":
            yield name, path.read_bytes()

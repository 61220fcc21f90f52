"""The files of releases: what of each is needed in the browser, by its path there."""

import io
import json
import tarfile
import zipfile
from collections.abc import Collection, Iterator

from os2governance.documents.archive import build_archive
from os2governance.documents.json_reader import parse_own_json
from os2governance.lite.pins import Pin

LIBRARY_FILE, LOCK_FILE = "python_stdlib.zip", "pyodide-lock.json"
INTERPRETER_FILES = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    LIBRARY_FILE,
    LOCK_FILE,
)
_UNUSED_ENDINGS = (".pyi", ".c", ".h", ".pyx", ".pxd", "py.typed", "/RECORD", "/INSTALLER")
_UNUSED_PARTS = ("/tests/", "/test/", "/__pycache__/")
_SOURCE_FOLDERS = {"pyyaml": "lib/yaml/", "markupsafe": "src/markupsafe/"}
"""Where a release of source alone has its package; both have a part in C, and do without."""
_LOCALES = "babel/locale-data/"
_UNUSED_PACKAGES = (
    "anyio/_backends/_trio.py",
    "anyio/pytest_plugin.py",
    "babel/messages/",
    "jsonschema/benchmarks/",
)
# fmt: off
_UNUSED_MODULES = frozenset({
    "_pyrepl", "bdb", "doctest", "ensurepip", "ftplib", "idlelib", "imaplib", "lib2to3", "mailbox",
    "optparse", "pdb", "pickletools", "plistlib", "poplib", "pydoc", "pydoc_data", "smtplib",
    "tkinter", "trace", "turtle", "turtledemo", "unittest", "venv", "webbrowser", "wsgiref",
    "xmlrpc", "zipapp",
})
"""Modules of Python that neither the app nor what it imports asks for."""
_ENCODINGS = frozenset({
    "__init__", "aliases", "ascii", "charmap", "cp1252", "cp437", "idna", "iso8859_1", "latin_1",
    "punycode", "raw_unicode_escape", "unicode_escape", "utf_16", "utf_16_be", "utf_16_le",
    "utf_32", "utf_32_be", "utf_32_le", "utf_8", "utf_8_sig",
})
# fmt: on
"""Encodings that a document may come in, or that Python starts with."""


def unpack_interpreter(data: bytes) -> dict[str, bytes]:
    """The files of Pyodide that are needed, from its package of npm."""
    found = {
        name: content
        for path, content in _list_archive(data)
        if (name := path.removeprefix("package/")) in INTERPRETER_FILES
    }
    with zipfile.ZipFile(io.BytesIO(found[LIBRARY_FILE])) as library:
        needed = filter(_is_needed_module, library.namelist())
        found[LIBRARY_FILE] = build_archive({name: library.read(name) for name in needed})
    lock = parse_own_json(found[LOCK_FILE])
    found[LOCK_FILE] = json.dumps({**lock, "packages": {}}).encode()
    return found


def _is_needed_module(name: str) -> bool:
    first, _, below = name.partition("/")
    if first == "encodings":
        return below.removesuffix(".py") in _ENCODINGS
    return first.removesuffix(".py") not in _UNUSED_MODULES


def unpack_package(pin: Pin, data: bytes, languages: Collection[str]) -> dict[str, bytes]:
    """The files of a package of PyPI, by their paths below `site-packages`.

    Without what no program reads there: tests, types, C, and the locales of other languages.
    """
    if pin.url.endswith(".whl"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = {name: archive.read(name) for name in archive.namelist()}
            for name in [each for each in found if each.endswith(".dist-info/METADATA")]:
                found[name] = found[name].split(b"\n\n", 1)[0] + b"\n"  # without the description
    else:
        inside = _SOURCE_FOLDERS[pin.name]
        found = {}
        for path, content in _list_archive(data):
            _, _, below = path.partition("/")
            if below.startswith(inside):
                found[below.split("/", 1)[1]] = content
    return {name: content for name, content in found.items() if _is_needed(name, languages)}


def _list_archive(data: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as archive:
        for member in archive:
            content = archive.extractfile(member)
            if content is not None:
                yield member.name, content.read()


def _is_needed(name: str, languages: Collection[str]) -> bool:
    if name.endswith("/") or name.endswith(_UNUSED_ENDINGS):
        return False
    if any(part in f"/{name}" for part in _UNUSED_PARTS) or name.startswith(_UNUSED_PACKAGES):
        return False
    if name.startswith(_LOCALES):
        locale = name.removeprefix(_LOCALES).partition(".")[0]
        return locale == "root" or locale in languages
    return ".dist-info/" not in name or name.endswith(("/METADATA", "/entry_points.txt"))

"""The folder that is built: every file with its hash, no script but its own, the same each time."""

import ast
import gzip
import hashlib
import io
import json
import re
import sys
import tarfile
import zipfile

import pytest

from os2governance.lite import build
from os2governance.lite.build import LiteRequest, write_lite
from os2governance.lite.pins import read_pins


def make_release(pin):
    """A release as small as can be."""
    held = io.BytesIO()
    if pin.url.endswith(".whl"):
        with zipfile.ZipFile(held, "w") as archive:
            archive.writestr(
                f"{pin.name.replace('-', '_').removesuffix('_py')}/__init__.py", pin.version
            )
        return held.getvalue()
    library = io.BytesIO()
    with zipfile.ZipFile(library, "w") as archive:
        archive.writestr("os.py", "x")
    files = {
        "package/pyodide.mjs": b"m",
        "package/pyodide.asm.wasm": b"w",
        "package/python_stdlib.zip": library.getvalue(),
        "package/pyodide-lock.json": b'{"info": {}, "packages": {"numpy": {}}}',
        "pyyaml-1/lib/yaml/__init__.py": b"yaml",
        "markupsafe-1/src/markupsafe/__init__.py": b"markupsafe",
    }
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return held.getvalue()


@pytest.fixture
def releases(monkeypatch):
    made = {pin.url: make_release(pin) for pin in read_pins()}
    monkeypatch.setattr(build, "fetch_release", lambda url, *_: (made[url], []))
    return made


@pytest.fixture
def built(tmp_path, releases):
    def make(name="out", **more):
        out = tmp_path / name
        request = LiteRequest(language="da", criteria=(), cache=tmp_path, **more)
        result, findings = write_lite(out, request)
        assert findings == []
        assert result.files == len([each for each in out.rglob("*") if each.is_file()]) - 1
        return out

    return make


def read_manifest(out):
    return json.loads((out / "manifest.json").read_text())


def test_every_file_is_listed_with_its_hash(built):
    out = built()
    listed = read_manifest(out)

    assert {each["source"] for each in listed.values()} | {"manifest.json", "sw.js"} == {
        path.relative_to(out).as_posix()
        for path in out.rglob("*")
        if path.is_file() and path.name[0] != "."
    }
    for each in listed.values():
        data = (out / each["source"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == each["sha256"]


def test_the_service_worker_knows_the_hashes_itself(built):
    out = built()
    worker = (out / "sw.js").read_text()

    assert (out / "manifest.json").read_text() in worker
    assert re.search(r'^const EDITION = "[0-9a-f]{16}";$', worker, re.MULTILINE)


def test_the_app_its_models_and_what_it_imports_are_in_one_archive(built):
    data = gzip.decompress((built() / "files" / "app.zip.bin").read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())

    assert {
        "os2governance/web/app.py",
        "os2governance/lite/start.py",
        "os2governance/_criteria/os2/1.1.0/model.yaml",
        "os2governance/i18n/locale/da/LC_MESSAGES/os2governance.mo",
        "yaml/__init__.py",
        "markupsafe/__init__.py",
        "rpds/__init__.py",
        "starlette/__init__.py",
    } <= names
    assert [name for name in names if name.endswith(".po") or "/cli/" in name] == []


@pytest.fixture
def archived(built):
    """The modules of the archive by their names, with what each imports wherever it does."""
    data = gzip.decompress((built() / "files" / "app.zip.bin").read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name.removesuffix(".py").removesuffix("/__init__").replace("/", "."): set(
                list_imported_modules(ast.parse(archive.read(name)))
                if name.startswith("os2governance/")
                else ()
            )
            for name in archive.namelist()
            if name.endswith(".py")
        }


def list_imported_modules(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)


def test_what_is_in_the_archive_asks_for_nothing_that_is_not(archived):
    del archived["os2governance.formats"]  # it asks for a format's classes when it is asked
    asked = {module for imported in archived.values() for module in imported}
    others = {name.split(".")[0] for name in asked} - sys.stdlib_module_names

    # What these do is not done in a browser: a cluster, Parquet, calendars, folders of a machine.
    elsewhere = {"distributed", "icalendar", "platformdirs", "pyarrow"}
    accelerators = {"jsonschema_rs", "re2"}
    assert others - {name.split(".")[0] for name in archived} == elsewhere | accelerators
    assert {name for name in asked if name.startswith("os2governance.")} <= archived.keys()


def test_it_is_the_same_each_time(built):
    one, other = built("one"), built("other")

    for path in one.rglob("*"):
        if path.is_file():
            assert (other / path.relative_to(one)).read_bytes() == path.read_bytes()


def test_a_page_has_no_script_of_its_own_and_asks_nobody_else(built):
    out = built()

    for name in ("index.html", "about.html"):
        page = (out / name).read_text()
        assert '<html lang="da">' in page
        assert re.findall(r"<script(?![^>]*\bsrc=)", page) == []
        assert re.findall(r"""(?:src|href)=["']?(?:https?:)?//""", page) == []
        assert re.search(r"""\son\w+=|style=""", page) is None
    assert "script-src 'self' 'wasm-unsafe-eval';" in (out / "index.html").read_text().replace(
        "&#39;", "'"
    )


def test_every_text_that_the_shell_asks_for_is_on_its_page(built):
    out = built()
    page, shell = (out / "index.html").read_text(), (out / "shell.js").read_text()
    asked = set(
        re.findall(
            r"""(?:say|showState)\((?:onlyHere \? )?"([a-z-]+)"(?: : "([a-z-]+)")?""", shell
        )
    )
    keys = {key for pair in asked for key in pair if key} | {"no-product", "not-opened"}

    assert keys == set(build._TEXTS)
    assert all(f'data-text="{key}"' in page for key in keys)


def test_who_runs_it_and_what_it_is_made_of_is_said(built):
    out = built(publisher="Kommunen X <x>")
    page = (out / "about.html").read_text()
    listed = json.loads((out / "sbom.json").read_text())["components"]

    assert "Kommunen X &lt;x&gt;" in page
    assert [each["name"] for each in listed] == [pin.name for pin in read_pins()]
    assert all(f"<td>{pin.name}</td>" in page for pin in read_pins())


def test_a_change_is_proposed_only_where_an_address_is_given(built):
    address = "https://git.example.org/edit/{product}"

    assert 'id="propose"' not in (built("one") / "index.html").read_text()
    assert (
        f'data-address="{address}"' in (built("two", propose=address) / "index.html").read_text()
    )


def test_a_part_that_is_not_to_be_had_leaves_all_as_it_was(tmp_path, built, releases, monkeypatch):
    out = built()
    before = (out / "sw.js").read_bytes()
    monkeypatch.setattr(build, "fetch_release", lambda *_: (None, ["a finding"]))

    request = LiteRequest(language="en", criteria=(), cache=tmp_path)
    assert write_lite(out, request) == (None, ["a finding"])
    assert (out / "sw.js").read_bytes() == before

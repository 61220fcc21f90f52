"""What could not be written is never a success: exit code 2, and a finding in every format."""

import errno
import json
import os

import pytest
from folders import criterion, write_model, write_product

from os2governance.files import writing
from os2governance.render.check.formats import CHECK_FORMATS

DECIDE = ("decide", "products/tool", "pause", "--by", "board", "--grounds", "ja", "--yes")
IMPORT = ("import", "publiccode.yml", "--id", "new", "--model", "os2/1.1.0")


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder where the system refuses to write, as the root of all tests would not be."""
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "equals": True})])
    file = write_product(tmp_path) / "product.yaml"
    file.write_text(file.read_text() + "facts: {open: true}   \n\n\n")
    (tmp_path / "publiccode.yml").write_text("publiccodeYmlVersion: '0.4'\nname: Tool\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(params=[errno.EROFS, errno.EACCES, errno.ENOSPC], ids=errno.errorcode.get)
def code(request, monkeypatch):
    """The code of the finding, where making a file fails so."""

    def refuse(**_):
        raise OSError(request.param, os.strerror(request.param))

    monkeypatch.setattr(writing.tempfile, "mkstemp", refuse)
    return "disk-full" if request.param == errno.ENOSPC else "file-unwritable"


def content(folder):
    return {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@pytest.mark.parametrize("form", CHECK_FORMATS)
def test_what_was_to_be_fixed(place, code, run, form):
    before = content(place / "products")
    result = run("check", "--fix", "--criteria", "criteria", "--no-cache", "--format", form)

    assert result.exit_code == 2, result.output
    said = {"disk-full": "Disken er fuld", "file-unwritable": "kan ikke skrives"}[code]
    assert code in result.stdout or said in " ".join(result.stdout.split())
    assert content(place / "products") == before


@pytest.mark.parametrize("arguments", [DECIDE, IMPORT], ids=["decide", "import"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_what_was_to_be_recorded_or_imported(place, code, run, arguments, form):
    before = sorted((place / "products").rglob("*"))
    own = () if arguments == IMPORT else ("--criteria", "criteria")
    result = run(*arguments, *own, "--as-of", "2026-05-02", "--format", form)

    assert result.exit_code == 2, result.output
    assert code in result.stdout
    if form == "json":
        assert json.loads(result.stdout)
    assert sorted((place / "products").rglob("*")) == before


def test_what_was_to_be_begun(place, code, run):
    result = run("init", "new", "--criteria", "criteria")

    assert result.exit_code == 2
    assert code in result.stderr
    assert not (place / "products" / "new").exists()


def test_what_could_be_fixed_is_no_failure(place, run):
    result = run("check", "--fix", "--criteria", "criteria", "--no-cache")

    assert result.exit_code == 0, result.output
    assert (place / "products" / "tool" / "product.yaml").read_text().endswith("{open: true}\n")

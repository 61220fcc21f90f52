"""Whole pages, as people see them."""

import shutil
from pathlib import Path

import pytest

from os2governance.render.check.formats import CHECK_FORMATS

GARDEN = Path(__file__).parent.parent / "golden" / "garden"
BETWEEN = ("--from", "2026-01-01", "--to", "2027-03-01")
PAGES = {
    "overview.da": ("assess",),
    "overview.en": ("assess", "--lang", "en"),
    "product.da": ("assess", "products/rosenlund"),
    "product.en": ("assess", "products/rosenlund", "--lang", "en"),
    "product-top.da": ("assess", "products/kirsebaer"),
    "unreadable.da": ("assess", "products/ulaeselig"),
    "explain.da": ("explain", "products/rosenlund"),
    "explain.en": ("explain", "products/rosenlund", "J3", "V2", "J1", "--lang", "en"),
    "explain-top.da": ("explain", "products/kirsebaer"),
    "next.da": ("next", "products/rosenlund"),
    "next.en": ("next", "products/rosenlund", "--lang", "en"),
    "next-top.da": ("next", "products/kirsebaer"),
    "next-md.da": ("next", "products/rosenlund", "--format", "markdown"),
    "next-md.en": ("next", "products/rosenlund", "--format", "markdown", "--lang", "en"),
    "ahead.da": ("ahead", "products/kirsebaer", "products/rosenlund"),
    "ahead.en": ("ahead", "products/rosenlund", "--lang", "en"),
    "changes.da": ("changes", "products/rosenlund", *BETWEEN),
    "changes.en": ("changes", "products/rosenlund", *BETWEEN, "--lang", "en"),
    "changes-md.da": ("changes", "products/rosenlund", *BETWEEN, "--format", "markdown"),
    "portfolio.da": ("portfolio",),
    "portfolio.en": ("portfolio", "--lang", "en"),
    "list.da": ("criteria", "list"),
    "show.da": ("criteria", "show"),
    "show.en": ("criteria", "show", "J3", "--lang", "en"),
    "lint.da": ("criteria", "lint"),
    "test.en": ("criteria", "test", "--lang", "en"),
    "check.da": ("check",),
    "check.en": ("check", "products", "--lang", "en"),
    "schema-product.en": ("schema", "product", "--model", "haven/2", "--lang", "en"),
}
HELPS = (
    "assess",
    "explain",
    "next",
    "check",
    "changes",
    "ahead",
    "portfolio",
    "site",
    "init",
    "export",
    "schema",
    "criteria",
)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_a_hundred_columns(garden, golden, name):
    result = garden(*PAGES[name])

    golden(f"{name}.txt", result.stdout)
    assert result.stderr == ""


@pytest.mark.parametrize("name", ["overview.da", "product.en", "explain.da", "next.da"])
def test_a_page_of_eighty_columns(garden, golden, name):
    text = garden(*PAGES[name], COLUMNS="80").stdout

    golden(f"{name}.80.txt", text)
    assert [line for line in text.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_its_width(garden, name):
    if not name.startswith(("schema", "next-md", "changes-md")):  # Markdown is not wrapped
        assert [line for line in garden(*PAGES[name]).stdout.splitlines() if len(line) > 100] == []


@pytest.mark.parametrize("form", sorted({*CHECK_FORMATS} - {"text", "line"}))
def test_a_report_for_a_build_server(garden, golden, form, tmp_path, monkeypatch):
    shutil.copytree(GARDEN, tmp_path / "garden")  # out of our own repository, whose root is not it
    monkeypatch.chdir(tmp_path / "garden")
    golden(f"check.{form}", garden("check", "--format", form).stdout)


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_skeleton(run, golden, monkeypatch, tmp_path, language):
    monkeypatch.chdir(tmp_path)
    common = ("--criteria", GARDEN / "criteria", "--as-of", "2026-05-01", "--lang", language)
    result = run("init", "tool", *common)

    assert result.stdout == "products/tool/product.yaml\n"
    golden(f"skeleton.{language}.yaml", Path("products/tool/product.yaml").read_text("utf-8"))


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_help(run, golden, language):
    pages = [run("--help", LANG=f"{language}_XX.UTF-8").stdout]
    for name in HELPS:
        pages.append(run(name, "--help", "--lang", language).stdout)
    for name in ("list", "show", "lint", "test"):
        pages.append(run("criteria", name, "--help", "--lang", language).stdout)

    golden(f"help.{language}.txt", "\n".join(pages))

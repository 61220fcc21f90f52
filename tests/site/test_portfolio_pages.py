"""The site of a garden: everything resolves, is small, and says what `assess` says."""

import json
from os.path import normpath
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from os2governance import load_model
from os2governance.cli.main import PROGRAM

GARDEN = Path(__file__).parent.parent / "golden" / "garden"
NOT_PLACED = {"none": "Ikke placeret"}
NO_LEVEL = {"not_settled": "ikke afklaret: ", "below": "endnu ikke på frø"}
KINDS = ("index", "vurderinger", "model", "beslutninger", "tal", "produkter/rosenlund")


def test_there_are_all_kinds_of_pages_in_both_languages(garden_pages):
    assert {f"{kind}.html" for kind in KINDS} <= set(garden_pages)

    danish = [name for name in garden_pages if not name.startswith("en/")]
    english = [name for name in garden_pages if name.startswith("en/")]

    assert len(danish) == len(english) > 10
    assert {
        "en/index.html",
        "en/lights.html",
        "en/decisions.html",
        "en/figures.html",
        "en/products/rosenlund.html",
    } <= set(english)


def test_every_link_resolves(garden_site, garden_pages):
    for name, page in garden_pages.items():
        links = [
            *page.all("a", "href"),
            *page.all("link", "href"),
            *page.all("img", "src"),
            *page.all("script", "src"),
            *page.all("use", "href"),
        ]
        for link in links:
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in {"http", "https"}, (name, link)
                continue
            target = normpath(str(PurePosixPath(name).parent / parts.path)) if parts.path else name
            assert (garden_site / unquote(target)).is_file(), (name, link)
            if parts.fragment:
                assert unquote(parts.fragment) in garden_pages[target].ids, (name, link)


def test_every_page_is_well_made(garden_pages):
    for name, page in garden_pages.items():
        assert page.unclosed == [], name
        assert len(page.ids) == len(set(page.ids)), name
        assert page.all("html", "lang") == ["en" if name.startswith("en/") else "da"]
        assert [n for n, _ in page.elements if n == "h1"] == ["h1"], name
        assert [n for n, _ in page.elements if n == "main"] == ["main"], name


def test_no_page_may_load_or_run_anything_from_outside(garden_pages):
    for name, page in garden_pages.items():
        policies = [
            a["content"] or ""
            for n, a in page.elements
            if n == "meta" and a.get("http-equiv") == "Content-Security-Policy"
        ]
        assert len(policies) == 1, name
        assert policies[0].startswith("default-src 'none';")
        assert "unsafe" not in policies[0]
        assert not [a for _, a in page.elements if "style" in a or any(k[:2] == "on" for k in a)]
        loaded = [*page.all("img", "src"), *page.all("script", "src")]
        loaded += [
            a["href"] or "" for n, a in page.elements if n == "link" and a["rel"] != "alternate"
        ]
        assert not [each for each in loaded if ":" in each or each.startswith("//")], name


def test_links_out_tell_nobody_where_they_come_from(garden_pages):
    for page in garden_pages.values():
        for name, attributes in page.elements:
            if name == "a" and urlsplit(attributes["href"] or "").scheme:
                assert "noopener" in (attributes["rel"] or "")


def test_the_other_language_is_one_link_away(garden_pages):
    for name, page in garden_pages.items():
        other = [a["href"] for n, a in page.elements if n == "a" and a.get("rel") == "alternate"]
        assert len(other) == 1
        target = normpath(str(PurePosixPath(name).parent / str(other[0])))
        assert target.startswith("en/") is not name.startswith("en/")


def test_no_page_is_large(garden_site):
    assert [f for f in garden_site.rglob("*.html") if f.stat().st_size > 300_000] == []


def test_a_product_says_what_assess_says(garden_pages, garden_assessed):
    names = {level.id: level.name.da for level in load_model(GARDEN / "criteria/haven/2").levels}
    for product in garden_assessed["products"]:
        page = garden_pages[f"produkter/{product['product']}.html"]
        assert product["name"] in page.words
        for kind, words in (("placed", NOT_PLACED), ("assessed", NO_LEVEL)):
            level = product["levels"][kind]
            said = names[level] if level else words[product["states"][kind]]
            assert said.lower() in page.words.lower()
        for criterion in product["criteria"]:
            assert criterion["id"] in page.ids


def test_no_page_shows_keys_files_or_what_belongs_to_another_model(garden_pages):
    """The machine is in the data files; the hash of each file is at the foot of its page."""
    for name, page in garden_pages.items():
        words = page.words.split("badge.json")[0]
        for strange in (".yaml:", "water.well", "soil.", "OS2's", "secretariat", "sekretariat"):
            assert strange not in words, (name, strange)


def test_each_language_has_a_badge_and_a_json(garden_site):
    found = {file.name for file in (garden_site / "badges").iterdir()}

    for product in ("brak", "kirsebaer", "rosenlund"):
        assert {f"{product}{each}" for each in (".svg", ".en.svg", ".json", ".en.json")} <= found


def test_what_cannot_be_read_is_said_and_not_counted(garden_pages):
    page = garden_pages["index.html"]

    assert "ulaeselig" in page.words
    assert not any("ulaeselig" in link for link in page.all("a", "href"))


@pytest.mark.parametrize("name", ["aendringer.atom", "en/changes.atom"])
def test_the_feed_is_atom(garden_site, name):
    root = ET.parse(garden_site / name).getroot()
    atom = "{http://www.w3.org/2005/Atom}"

    assert root.tag == f"{atom}feed"
    for each in [root, *root.iter(f"{atom}entry")]:
        assert [each.find(f"{atom}{tag}") is not None for tag in ("id", "title", "updated")] == [
            True
        ] * 3
    ids = [each.findtext(f"{atom}id") for each in root.iter(f"{atom}entry")]
    assert len(ids) == len(set(ids))


def test_the_figures_are_those_of_the_portfolio(garden_site):
    given = [GARDEN / "products", "--criteria", GARDEN / "criteria", "--as-of", "2026-05-01"]
    result = CliRunner().invoke(PROGRAM, ["portfolio", *map(str, given), "--format", "json"])
    said = json.loads(result.stdout)
    shown = json.loads((garden_site / "data" / "portfolio.json").read_text(encoding="utf-8"))

    assert {**said, "findings": []} == shown


def test_a_products_data_is_what_assess_says(garden_site, garden_assessed):
    for product in garden_assessed["products"]:
        file = garden_site / "data" / product["product"] / "assessment.json"
        assert json.loads(file.read_text(encoding="utf-8"))["products"] == [product]

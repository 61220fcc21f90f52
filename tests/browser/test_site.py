"""The site in a real browser: usable by all, still without scripts, silent, and safe."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from example_portfolio import AS_OF, example_portfolio

KINDS = {
    "front": "index.html",
    "by-name": "efter-navn.html",
    "level": "niveau/2.html",
    "lights": "lys.html",
    "lights-by-level": "lys/level-name.html",
    "product": "produkter/eksempel-04.html",
    "hostile": "produkter/farlig.html",
    "versions": "model.html",
    "model": "model/os2-1.1.0.html",
    "decisions": "beslutninger.html",
    "figures": "tal.html",
    "english": "en/index.html",
    "english-product": "en/products/eksempel-01.html",
}
EVIL = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>\u202e'\"&lt; {{ 7*7 }} " + "meget" * 60
)


def hostile(folder: Path) -> None:
    home = folder / "farlig"
    home.mkdir()
    declaration = {
        "format": "os2governance/product/1",
        "product": "farlig",
        "name": EVIL,
        "kind": "product",
        "model": "os2/1.1.0",
        "declared": {"on": AS_OF, "by": EVIL, "note": EVIL, "reference": "javascript:alert(3)"},
        "facts": {
            "adopters": [{"authority": EVIL, "kind": "municipality", "status": "active"}],
            "ownership": {"copyright_holder": EVIL, "repositories": [{"url": "javascript:a(4)"}]},
        },
        "answers": {
            "R1": {"answer": "met", "note": EVIL, "evidence": [EVIL, "https://x.example/<b>"]},
            "F1": {"answer": "not_applicable", "reason": EVIL},
        },
    }
    text = yaml.safe_dump(declaration, allow_unicode=True)
    (home / "product.yaml").write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The site of the example and of a hostile product, below a path of its server."""
    root = tmp_path_factory.mktemp("served")
    products = example_portfolio(tmp_path_factory.mktemp("example"))
    hostile(products)
    out = root / "under" / "path"
    command = [sys.executable, "-m", "os2governance", "site", str(products), "--out", str(out)]
    subprocess.run([*command, "--as-of", AS_OF, "-q"], check=False)
    return out


@pytest.fixture(scope="session")
def address(folder, served):
    return f"{served(folder.parent.parent)}under/path/"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_shut_out(address, opened, axe, kind, theme):
    page = opened(address + KINDS[kind], color_scheme=theme)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")

    assert axe(page) == []


@pytest.mark.parametrize("width", [320, 390, 1024, 1600])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_never_wider_than_the_window(address, opened, shot, kind, width):
    page = opened(address + KINDS[kind], viewport={"width": width, "height": 900})
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        shot(page, f"site-{kind}-{width}-{theme}")

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_html_is_valid(folder, invalid):
    files = sorted(folder.rglob("*.html"))

    assert invalid(files) == []


def test_every_link_leads_somewhere(address, opened):
    page = opened(address + "index.html")
    seen, to_see = set(), {address + "index.html"}
    while to_see:
        url = to_see.pop()
        seen.add(url)
        answer = page.request.get(url)
        assert answer.ok, url
        if "text/html" in answer.headers.get("content-type", ""):
            page.goto(url)
            links = page.eval_on_selector_all("a[href]", "all => all.map(each => each.href)")
            own = {link.split("#")[0] for link in links if link.startswith(address)}
            to_see |= own - seen
    assert len(seen) > 60


# -- lists ------------------------------------------------------------------------------------


def names(page):
    return page.locator(".card:visible h3").all_inner_texts()


@pytest.mark.parametrize("scripts", [True, False])
def test_filter_and_order(address, opened, scripts):
    page = opened(address + "index.html", java_script_enabled=scripts)
    by_level = names(page)
    assert len(by_level) == 25

    page.get_by_role("link", name="efter navn").click()
    assert names(page)[1] == "Arkivhjælp"
    assert names(page)[-1] == "Økonomispejl"

    page.locator(".chips a[data-level='3']").click()
    assert sorted(names(page)) == ["Arkivhjælp", "Grunddatabro"]
    page.locator(".chips a[data-level='all']").click()
    assert len(names(page)) == 25


def test_search(address, opened):
    page = opened(address + "index.html")
    page.get_by_label("Søg").fill("mÅler")

    assert sorted(names(page)) == ["Klimamåler", "Vandmåler"]
    assert page.get_by_role("status").inner_text() == "2 produkter vises."
    page.get_by_label("Søg").fill("xyz")
    assert page.get_by_role("status").inner_text() == "0 produkter vises."


def test_the_lights_are_sorted_by_a_column(address, opened):
    page = opened(address + "lys.html")
    page.get_by_role("link", name="R4", exact=True).click()
    column = "table.heat tbody tr td:nth-child(5) use"
    shown = page.eval_on_selector_all(column, "all => all.map(e => e.getAttribute('href'))")

    assert shown[:2] == ["#met", "#met"]
    assert shown == sorted(
        shown, key=["#met", "#not_applicable", "#partly", "#unknown", "#unmet"].index
    )
    page.get_by_role("link", name="R4", exact=True).click()
    assert page.locator("table.heat th[aria-sort=descending]").count() == 1


# -- language, theme, print, keyboard ---------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_the_other_language_is_the_same_page(address, opened, kind):
    page = opened(address + KINDS[kind])
    first = page.url
    before = page.locator("html").get_attribute("lang")
    page.locator(".tools a").click()

    assert page.locator("html").get_attribute("lang") != before
    page.locator(".tools a").click()
    assert page.url == first


def test_the_theme_is_switched_and_kept(address, opened):
    page = opened(address + "index.html", color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Skift mellem lys og mørk").click()
    dark = page.evaluate(paper)
    assert dark != light

    page.goto(address + "tal.html")
    assert page.evaluate(paper) == dark
    page.get_by_role("button", name="Skift mellem lys og mørk").click()
    assert page.evaluate(paper) == light


def test_print(address, opened):
    page = opened(address + "produkter/eksempel-04.html")
    page.emulate_media(media="print")

    assert not page.locator(".top nav").is_visible()
    assert page.locator("#levels").is_visible()
    assert page.pdf().startswith(b"%PDF")


def test_the_keyboard_reaches_everything(address, opened):
    page = opened(address + "produkter/eksempel-04.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"

    page.goto(address + "produkter/eksempel-04.html")
    query = "a[href], button:not([hidden]), summary, [tabindex='0']"
    wanted = page.evaluate(
        f'[...document.querySelectorAll("{query}")].filter(e => e.checkVisibility()).length'
    )
    reached, outlined = 0, []
    for _ in range(wanted):
        page.keyboard.press("Tab")
        found = page.evaluate(
            "() => { const e = document.activeElement; const s = getComputedStyle(e);"
            " const after = getComputedStyle(e, '::after');"
            " return [e.tagName, s.outlineStyle !== 'none' || after.outlineStyle !== 'none'] }"
        )
        reached += found[0] != "BODY"
        outlined.append(found[1])
    assert reached == wanted
    assert all(outlined)


def test_a_criterion_opens_by_keyboard_and_by_its_address(address, opened):
    page = opened(address + "produkter/eksempel-04.html#G6")
    assert page.locator("#G6").get_attribute("open") is not None

    page.locator("#G7 summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("#G7 .reason").is_visible()


def test_what_is_typed_stays_text(address, opened):
    page = opened(address + "produkter/farlig.html")
    alerts = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    page.reload()

    assert alerts == []
    assert page.locator("main script, main img:not([src*='badges/'])").count() == 0
    hrefs = page.eval_on_selector_all("a[href]", "all => all.map(each => each.protocol)")
    assert set(hrefs) <= {"http:", "https:"}
    assert "{{ 7*7 }}" in page.locator("h1").inner_text()
    assert "\u202e" not in page.content()


def test_it_reads_from_a_disk_too(folder, opened):
    page = opened((folder / "index.html").as_uri())

    assert page.locator(".card").count() == 25
    page.get_by_role("link", name="Arkivhjælp").click()
    assert page.locator("h1").inner_text() == "Arkivhjælp"

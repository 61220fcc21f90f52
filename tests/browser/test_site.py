"""The site in a real browser: usable by all, still without scripts, silent, and safe."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from example_portfolio import AS_OF, example_portfolio
from playwright.sync_api import expect

ROOT = Path(__file__).parents[2]
KINDS = {
    "front": "index.html",
    "by-name": "efter-navn.html",
    "level": "placeret/2.html",
    "lights": "vurderinger.html",
    "lights-by-level": "vurderinger/level-name.html",
    "product": "produkter/eksempel-04.html",
    "hostile": "produkter/farlig.html",
    "hostile-record": "produkter/farlig-protokol.html",
    "versions": "model.html",
    "model": "model/os2-1.1.0.html",
    "decisions": "beslutninger.html",
    "figures": "tal.html",
    "about": "om.html",
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


def hostile_record(folder: Path) -> None:
    """Copy a product with its record, and say something hostile wherever words can stand."""
    home = folder / "farlig-protokol"
    home.mkdir()
    for file in sorted((folder / "eksempel-04").glob("*.yaml")):
        values = _hostile(yaml.safe_load(file.read_text(encoding="utf-8")))
        values["product"] = home.name
        text = yaml.safe_dump(values, allow_unicode=True)
        (home / file.name).write_text(text, encoding="utf-8")


def _hostile(value: object) -> object:
    """Put hostile words in the place of all words; what has no space in it is a word of ours."""
    if isinstance(value, dict):
        return {key: _hostile(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_hostile(each) for each in value]
    return EVIL if isinstance(value, str) and " " in value else value


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The site of the example and of a hostile product, below a path of its server."""
    root = tmp_path_factory.mktemp("served")
    products = example_portfolio(tmp_path_factory.mktemp("example"))
    hostile(products)
    hostile_record(products)
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


def cards(page):
    return page.locator(".card:visible h3")


@pytest.mark.parametrize("scripts", [True, False])
def test_filter_and_order(address, opened, scripts):
    page = opened(address + "index.html", java_script_enabled=scripts)
    expect(cards(page)).to_have_count(27)

    page.get_by_role("link", name="efter navn").click()
    expect(cards(page).nth(1)).to_have_text("Arkivhjælp")
    expect(cards(page).last).to_have_text("Åbningstider")

    page.locator(".chips a[data-level='placed:os2/1.1.0:4']").click()
    expect(cards(page)).to_have_text(["Arkivhjælp", "Grunddatabro"])
    page.locator(".chips a[data-level='all']").click()
    expect(cards(page)).to_have_count(27)


def test_search(address, opened):
    page = opened(address + "index.html")
    page.get_by_label("Søg").fill("mÅler")

    expect(cards(page)).to_have_count(2)
    assert sorted(cards(page).all_inner_texts()) == ["Klimamåler", "Vandmåler"]
    expect(page.get_by_role("status")).to_have_text("2 produkter vises.")
    page.get_by_label("Søg").fill("xyz")
    expect(page.get_by_role("status")).to_have_text("0 produkter vises.")


RANKS = ["#met", "#not_applicable", "#partly", "#unknown", "#unmet"]


def test_the_lights_are_sorted_by_a_column(address, opened):
    page = opened(address + "vurderinger.html")
    button = page.get_by_role("button", name="R4", exact=True)
    head = page.locator("th", has=button)
    column = "table.heat tbody tr td:nth-child(5) use"
    shown = "all => all.map(each => each.getAttribute('href'))"

    button.focus()
    page.keyboard.press("Enter")
    up = page.eval_on_selector_all(column, shown)
    assert up[:2] == ["#met", "#met"]
    assert up == sorted(up, key=RANKS.index)
    expect(head).to_have_attribute("aria-sort", "ascending")
    page.keyboard.press("Space")
    assert page.eval_on_selector_all(column, shown) == sorted(up, key=RANKS.index)[::-1]
    expect(head).to_have_attribute("aria-sort", "descending")
    assert button.evaluate("each => each === document.activeElement")


def test_without_scripts_a_column_leads_to_its_criterion(address, opened):
    page = opened(address + "vurderinger.html", java_script_enabled=False)
    page.get_by_role("link", name="R4", exact=True).click()

    expect(page).to_have_url(re.compile(r"/model/os2-1\.1\.0\.html#R4$"))


# -- language, theme, print -------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_the_other_language_is_the_same_page(address, opened, kind):
    page = opened(address + KINDS[kind])
    first = page.url
    before = page.locator("html").get_attribute("lang")
    page.locator(".tools a").click()

    expect(page.locator("html")).not_to_have_attribute("lang", before)
    page.locator(".tools a").click()
    expect(page).to_have_url(first)


def test_the_theme_is_switched_and_kept(address, opened):
    page = opened(address + "index.html", color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Skift mellem lyst og mørkt").click()
    dark = page.evaluate(paper)
    assert dark != light

    page.goto(address + "tal.html")
    assert page.evaluate(paper) == dark
    page.get_by_role("button", name="Skift mellem lyst og mørkt").click()
    assert page.evaluate(paper) == light


def test_the_theme_is_switched_where_nothing_can_be_kept(folder, opened):
    page = opened((folder / "index.html").as_uri(), color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Skift mellem lyst og mørkt").click()

    assert page.evaluate(paper) != light


HIDDEN_IN_PRINT = ".top nav, .tools, .controls, .on-page, .pager, .skip, .data"


@pytest.mark.parametrize("kind", ["front", "lights", "product", "model", "figures"])
def test_print(address, opened, kind):
    page = opened(address + KINDS[kind], color_scheme="dark")
    assert page.pdf().startswith(b"%PDF")
    page.emulate_media(media="print")

    several = page.locator(HIDDEN_IN_PRINT).all()
    assert several
    assert not any(each.is_visible() for each in several)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("details:not([open])")).to_have_count(0)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


MOVES = """() => [...document.querySelectorAll("*")].filter(each => {
  const style = getComputedStyle(each);
  return style.scrollBehavior === "smooth" || style.animationName !== "none"
    || style.transitionDuration !== "0s";
}).length"""


@pytest.mark.parametrize("kind", ["front", "product"])
def test_nothing_moves_for_those_who_asked(address, opened, kind):
    page = opened(address + KINDS[kind], reduced_motion="reduce")

    assert page.evaluate(MOVES) == 0


# -- letters ----------------------------------------------------------------------------------

# The words of up to fourteen letters that stand on more than one line; addresses may be broken.
BROKEN = """() => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility() || node.parentElement.closest("code, .hidden")) continue;
    for (const match of node.data.matchAll(/\\S+/g)) {
      if (match[0].length > 14 || !/^\\p{L}+[.,:;]?$/u.test(match[0])) continue;
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      if (new Set([...range.getClientRects()].map(each => Math.round(each.top))).size > 1)
        found.add(match[0]);
    }
  }
  return [...found];
}"""
# The texts that are underlined as links are, and are none.
UNDERLINED = """() => [...document.querySelectorAll("body *")]
  .filter(each => getComputedStyle(each).textDecorationLine === "underline")
  .filter(each => !each.closest("a, button, summary"))
  .map(each => each.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("width", [320, 390, 1024])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if "hostile" not in kind])
def test_no_word_is_broken(address, opened, kind, width):
    page = opened(address + KINDS[kind], viewport={"width": width, "height": 900})

    assert page.evaluate(BROKEN) == []


@pytest.mark.parametrize("kind", KINDS)
def test_only_links_look_like_links(address, opened, kind):
    page = opened(address + KINDS[kind])

    assert page.evaluate(UNDERLINED) == []


# -- keyboard ---------------------------------------------------------------------------------


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
    expect(page.locator("#G6")).to_have_attribute("open", "")

    page.locator("#G7 summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#G7 .reason")).to_be_visible()


# -- safe, and made of anything ---------------------------------------------------------------


@pytest.mark.parametrize("name", ["farlig", "farlig-protokol"])
def test_what_is_typed_stays_text(address, opened, name):
    page = opened(f"{address}produkter/{name}.html")
    alerts = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    page.reload()
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")

    assert alerts == []
    expect(page.locator("main")).to_contain_text("onerror")
    expect(page.locator("main script, main img:not([src*='badges/'])")).to_have_count(0)
    expect(page.locator("a[href^='javascript:'], [onerror], [onclick]")).to_have_count(0)


@pytest.fixture(scope="session")
def others(tmp_path_factory):
    """The sites of the products in this repository, and of a model that is not OS2's."""
    root = tmp_path_factory.mktemp("others")
    garden = ROOT / "tests" / "golden" / "garden"
    asked = {
        "own": [ROOT / "products"],
        "garden": [garden / "products", "--criteria", garden / "criteria"],
    }
    for name, arguments in asked.items():
        command = [sys.executable, "-m", "os2governance", "site", *map(str, arguments)]
        more = ["--out", str(root / name), "--as-of", AS_OF, "-q"]
        assert subprocess.run([*command, *more], check=False).returncode in {0, 2}
    return root


@pytest.mark.parametrize("name", ["own", "garden"])
def test_other_products_and_another_model(others, served, opened, axe, invalid, name):
    site = others / name
    files = sorted(site.rglob("*.html"))
    home = served(others)
    page = opened(f"{home}{name}/index.html", viewport={"width": 320, "height": 900})
    wrong = {}
    for file in files:
        page.goto(home + file.relative_to(others).as_posix())
        found = axe(page) if file.parent == site else []
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            found.append("wider than the window")
        if found:
            wrong[file.relative_to(site).as_posix()] = found

    assert wrong == {}
    assert invalid(files) == []
    assert len(files) > 20

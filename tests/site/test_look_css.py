"""The look of a model on its pages: readable in light and dark, and of no other model."""

import re
import shutil
from pathlib import Path

import pytest
from site_pages import read_page
from web.conftest import client_of

from os2governance import load_model
from os2governance.model.look import NEUTRAL_LOOK, Look
from os2governance.site.look_css import render_look_css
from os2governance.site.template import read_asset_files

ROOT = Path(__file__).parents[2]
GARDEN = ROOT / "tests" / "golden" / "garden"
OS2 = load_model(ROOT / "criteria" / "os2" / "1.1.0").look
STYLES = dict(read_asset_files())["assets/site.css"].decode()
BLOCKS = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", part)) for part in STYLES.split("}")]
LIGHT, DARK = (block for block in BLOCKS[:5] if "paper" in block)
TEXT = ("ink", "muted", "accent", "met", "partly", "unmet", "unknown")
PAIRS = [(text, under) for text in TEXT for under in ("paper", "surface")]


def split_blocks():
    """The variables of each block of the style sheet that sets the background."""
    return [block for block in BLOCKS if "paper" in block]


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", [NEUTRAL_LOOK, OS2], ids=["neutral", "os2"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_has_the_contrast_that_accessibility_asks(look, dark):
    light, *darks = split_blocks()
    usual, own = (darks[0], look.dark) if dark else (light, look.light)
    colours = {**(light if dark else {}), **usual, **own}

    low = {
        pair: round(contrast(*(colours[name] for name in pair)), 2)
        for pair in [*PAIRS, ("on-accent", "accent")]
        if contrast(*(colours[name] for name in pair)) < 4.5
    }
    assert low == {}


def test_both_ways_to_dark_have_the_same_colours():
    _, *darks = split_blocks()

    assert len(darks) == 2
    assert darks[0] == darks[1]


def test_white_text_is_readable_on_the_colours_of_levels():
    assert [colour for colour in OS2.levels if contrast(colour, "#FFFFFF") < 4.5] == []


def test_a_look_is_variables_alone():
    look = Look(light={"accent": "#112233"}, dark={"paper": "#000000"}, fonts=("Open Sans",))
    css = render_look_css(look)

    assert render_look_css(NEUTRAL_LOOK) == ""
    assert '--sans: "Open Sans", "Source Sans 3", system-ui, sans-serif;' in css
    assert css.count("--accent: #112233;") == 1
    assert css.count("--paper: #000000;") == 2
    assert css.count("{") == css.count("}")


# -- another model looks like itself ----------------------------------------------------------

OF_OS2 = re.compile(
    "|".join(
        (r"OS2(?!governance)", r"(?<![/.\w-])os2(?!governance)", "Open Sans", "sandkasse",
         *sorted({*OS2.light.values(), *OS2.dark.values(), *OS2.levels}
                 - {"#FFFFFF", "#000000", "#727272"}))
    ), re.IGNORECASE,
)  # fmt: skip
"""What only OS2 has: its name, its font, its colours."""


def find_os2(text):
    return sorted({found[0] for found in OF_OS2.finditer(text)})


def test_the_site_of_another_model_has_nothing_of_os2(garden_site):
    read = {
        file.relative_to(garden_site).as_posix(): file.read_text(encoding="utf-8")
        for file in garden_site.rglob("*")
        if file.suffix in {".html", ".css", ".svg", ".json", ".atom", ".js"}
    }

    assert {name: found for name, text in read.items() if (found := find_os2(text))} == {}
    assert len(read) > 20
    assert read["assets/look.css"] == ""


@pytest.mark.parametrize(
    "path", ["/", "/rosenlund", "/rosenlund/plan", "/rosenlund/papers", "/assets/look.css"]
)
def test_the_form_of_another_model_has_nothing_of_os2(path):
    answer = client_of(GARDEN / "products", criteria=GARDEN / "criteria").get(path)

    assert answer.status_code == 200
    assert find_os2(answer.text) == []


@pytest.mark.parametrize("command", [["case"], ["next"], ["letters", "evaluation"], ["agenda"]])
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_papers_of_another_model_have_nothing_of_os2(run, command, language):
    product = GARDEN / "products" / "rosenlund"
    given = [*command, product, "--criteria", GARDEN / "criteria", "--as-of", "2026-05-01"]
    answer = run(*given, "--format", "html", "--lang", language)

    assert answer.exit_code in {0, 1}, answer.output
    assert find_os2(answer.output) == []


def test_the_look_of_os2_is_on_its_site_and_in_its_form(tmp_path, run):
    products = ROOT / "products" / "os2iot"
    run("site", products, "--out", tmp_path / "out", "--as-of", "2026-11-01")
    page = read_page((tmp_path / "out" / "index.html").read_text(encoding="utf-8"))
    form = client_of(ROOT / "products").get("/assets/look.css")

    assert "assets/look.css" in page.all("link", "href")
    assert (tmp_path / "out" / "assets" / "look.css").read_text() == form.text
    assert form.text == render_look_css(OS2)


def test_the_form_of_a_product_looks_like_its_own_model(tmp_path):
    both = tmp_path / "criteria"
    for source in (ROOT / "criteria" / "os2", GARDEN / "criteria" / "haven"):
        shutil.copytree(source, both / source.name)
    shutil.copytree(ROOT / "products" / "os2iot", tmp_path / "products" / "os2iot")
    client = client_of(tmp_path / "products", criteria=both)
    links = read_page(client.get("/os2iot").text).all("link", "href")
    [style] = [each for each in links if "look.css" in each]
    otherwise = client.get("/assets/look.css").text

    assert client.get(style).text == render_look_css(OS2)
    assert otherwise == client.get("/assets/look.css?model=unknown/1").text == ""

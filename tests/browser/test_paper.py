"""The board's papers as they are printed: two pages and annexes, readable by all, and safe."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AS_OF = "2026-11-24"
PRODUCTS = sorted(file.parent.name for file in ROOT.glob("products/*/product.yaml"))
LEVELS = ("1", "2", "3")
WITHOUT_ANNEXES = """() => {
    const first = document.querySelector('.annex');
    if (!first) return;
    while (first.nextSibling) first.nextSibling.remove();
    first.remove();
}"""


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.fixture
def paper(tmp_path, opened):
    """Make a paper, and open it."""

    def make(*arguments):
        out = tmp_path / "sag.html"
        usual = ["--as-of", AS_OF, "--format", "html", "--out", str(out)]
        command = [sys.executable, "-m", "os2governance", "case", *arguments, *usual]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        return opened(out.as_uri()), out

    return make


def check_length(page, most):
    """Two pages, and annexes of so many more at most."""
    whole = pages(page.pdf(prefer_css_page_size=True))
    page.evaluate(WITHOUT_ANNEXES)
    assert pages(page.pdf(prefer_css_page_size=True)) <= 2
    assert whole <= most


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("product", PRODUCTS)
def test_a_paper_on_a_product(paper, axe, invalid, shot, product, level):
    page, out = paper(f"products/{product}", "--proposal", level)
    shot(page, f"case-{product}-{level}")

    if level == LEVELS[PRODUCTS.index(product) % len(LEVELS)]:  # one of each product's papers
        assert axe(page) == []
        assert invalid([out]) == []
    check_length(page, most=4)


@pytest.mark.parametrize("before", ["os2/2021-10-27", "os2/2024-05-15", "os2/2024-07-02"])
def test_a_paper_on_a_change_of_the_model(paper, axe, invalid, shot, before):
    page, out = paper("--model-change", "--from", before, "--to", "os2/1.1.0")
    shot(page, f"model-{before.rpartition('/')[2]}")

    assert axe(page) == []
    assert invalid([out]) == []
    check_length(page, most=10)


def test_a_paper_on_a_narrow_screen_stays_within_it(paper):
    page, _ = paper(f"products/{PRODUCTS[0]}", "--proposal", "2")
    page.set_viewport_size({"width": 360, "height": 800})
    width = page.evaluate("document.documentElement.scrollWidth")

    assert width <= 360

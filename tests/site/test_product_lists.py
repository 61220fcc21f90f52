"""The lists of products: each level on a page, and every product where it belongs."""

from pathlib import Path

import pytest
from conftest import run_command
from contributions import MODEL
from folders import criterion, write_model
from site_pages import read_page
from site_summaries import summary

from os2governance import load_model
from os2governance.site.product_lists import build_filters, list_used_models
from os2governance.site.summary import BELOW

TOP = len(MODEL.levels) - 1
OPEN = {"fact": "open", "equals": True}


def card(name, placed=None, assessed=BELOW, **more):
    return summary(name, placed, assessed, product=name, model=MODEL.reference, **more)


def shown(cards, models=None):
    groups = build_filters(cards, models or {MODEL.reference: MODEL})
    return {
        each.path: "".join(c.name for c in each.products) for g in groups for each in g.filters
    }


def test_every_counted_product_is_in_one_filter_of_each_kind():
    cards = [
        card("a", TOP, 1),
        card("b", 0, 0),
        card("c", None, 1),
        card("d", state="not_settled", settled=False),
        card("e"),
    ]

    assert shown(cards) == {
        "index.html": "abcde",
        f"placed/{TOP + 1}.html": "a",
        "placed/1.html": "b",
        "placed/none.html": "cde",
        "assessed/2.html": "ac",
        "assessed/1.html": "b",
        "assessed/open.html": "d",
        "assessed/0.html": "e",
    }


@pytest.mark.parametrize(
    ("more", "path"),
    [
        ({"kind": "project"}, "projects.html"),
        ({"draft": True}, "drafts.html"),
        ({"lifecycle": "closed"}, "closed.html"),
        ({"draft": True, "kind": "project"}, "drafts.html"),
        ({"draft": True, "lifecycle": "closed"}, "closed.html"),
    ],
)
def test_projects_drafts_and_what_is_closed_are_at_no_level(more, path):
    assert shown([card("a", 0, 0, **more)]) == {"index.html": "a", path: "a"}


def test_levels_of_several_models_are_never_one_list(tmp_path):
    other = load_model(write_model(tmp_path, [criterion("A", "low", OPEN)]))
    cards = [
        card("a", 0, 0),
        card("b", 0, 0),
        summary("c", 0, 0, product="c", model=other.reference),
    ]
    models = {MODEL.reference: MODEL, other.reference: other}
    stem, small = MODEL.reference.replace("/", "-"), other.reference.replace("/", "-")

    assert list_used_models(cards) == [MODEL.reference, other.reference]
    assert shown(cards, models) == {
        "index.html": "abc",
        f"placed/{stem}/1.html": "ab",
        f"assessed/{stem}/1.html": "ab",
        f"placed/{small}/1.html": "c",
        f"assessed/{small}/1.html": "c",
    }
    names = [group.name.render("en") for group in build_filters(cards, models)]
    assert [name for name in names if MODEL.reference in name] == names[1:3]


def test_a_heading_names_the_kind_and_the_level():
    [*_, placed, assessed] = build_filters([card("a", 0, 0)], {MODEL.reference: MODEL})

    for group in (placed, assessed):
        [only] = group.filters
        for language in ("da", "en"):
            heading = only.heading.render(language)
            assert group.name.render(language) in heading
            assert MODEL.levels[0].name.render(language) in heading


# -- several models in one portfolio ----------------------------------------------------------

ROOT = Path(__file__).parents[2]
GARDEN = ROOT / "tests" / "golden" / "garden"


@pytest.fixture(scope="module")
def mixed_site(tmp_path_factory):
    """A site of one product by OS2's model, and two by that of the gardens."""
    out = tmp_path_factory.mktemp("mixed") / "site"
    gardens = [GARDEN / "products" / name for name in ("rosenlund", "kirsebaer")]
    given = ["site", *gardens, ROOT / "products" / "os2iot", "--out", out, "--as-of", "2026-05-01",
             "--criteria", GARDEN / "criteria", "--criteria", ROOT / "criteria"]  # fmt: skip
    result = run_command(*given)
    assert result.exit_code == 0, result.output
    return out


@pytest.mark.parametrize(
    ("model", "inside", "outside"),
    [("os2", ["os2iot"], ["rosenlund"]), ("haven", ["rosenlund", "kirsebaer"], ["os2iot"])],
)
def test_each_model_has_a_front_page_of_its_own(mixed_site, model, inside, outside):
    folder = mixed_site / "models" / model
    page = read_page((folder / "index.html").read_text(encoding="utf-8"))
    links = " ".join(page.all("a", "href"))

    assert [name for name in inside if f"{name}.html" not in links] == []
    assert [name for name in outside if f"{name}.html" in links] == []
    assert f"../../assets/look-{model}.css" in page.all("link", "href")
    assert len([n for n, _ in page.elements if n == "h1"]) == 1


def test_the_front_leads_to_each_model_and_every_link_is_there(mixed_site):
    front = read_page((mixed_site / "index.html").read_text(encoding="utf-8"))

    assert {"models/os2/index.html", "models/haven/index.html"} <= set(front.all("a", "href"))
    for file in (mixed_site / "models").rglob("*.html"):
        for link in read_page(file.read_text(encoding="utf-8")).all("a", "href"):
            path = link.split("#")[0]
            assert not path or ":" in path or (file.parent / path).exists(), (file, link)


def test_a_product_looks_like_its_model(mixed_site):
    os2, garden = (
        (mixed_site / "produkter" / f"{name}.html").read_text(encoding="utf-8")
        for name in ("os2iot", "rosenlund")
    )

    assert "assets/look-os2.css" in os2
    assert "assets/look-haven.css" in garden
    assert (mixed_site / "assets" / "look-haven.css").read_text() == ""
    assert "#3A7F3B" in (mixed_site / "assets" / "look-os2.css").read_text()


def test_one_model_has_no_pages_beside_the_front(garden_site):
    assert not (garden_site / "models").exists()

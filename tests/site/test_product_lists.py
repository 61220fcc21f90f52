"""The lists of products: each level on a page, and every product where it belongs."""

import pytest
from contributions import MODEL
from folders import criterion, write_model
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

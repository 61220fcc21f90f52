"""A product's page: whole whatever files it has, and honest about what is not known."""

import pytest
from click.testing import CliRunner
from folders import criterion, dump, write_model, write_product
from pages import BOTH, HOSTILE
from site_pages import read_page

from os2governance.cli.main import PROGRAM

OPEN = {"fact": "open", "equals": True}
RULES = [
    criterion("A", "low", OPEN, asks={"da": "Åben?", "en": "Open?"}),
    criterion("B", "low", {"fact": "group.met_on", "within": "12 months"}),
    {"id": "J", "level": "high", "responsible": "owner"},
    criterion("N", "high", {"fact": "licence", "present": True}, applies=OPEN),
]
TYPED = HOSTILE.replace("\x1b", "").replace("\u202e", "")
LIGHTS = {name: {"light": "met", "grounds": TYPED} for name in "ABJN"}
EVALUATION = {
    "evaluated": {"on": "2026-03-01", "by": "Eva"},
    "lights": LIGHTS,
    "recommends": {"level": "high", "grounds": TYPED},
    "summary": TYPED,
}
ACCEPTED = {"until": "2026-12-31", "grounds": TYPED, "action": TYPED, "responsible": "owner"}
PLACED = {"on": "2026-01-01", "decision": "place", "level": "low", "by": "board"}


def register(folder, **facts):
    file = {
        "format": "os2governance/register/1",
        "product": folder.name,
        "model": "small/1",
        "registered": {"on": "2026-04-01", "by": "Registrator"},
        "facts": facts,
    }
    dump(folder / "register.yaml", file)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site of products with few files, and of one with all."""
    folder = tmp_path_factory.mktemp("products")
    write_model(folder, RULES)
    for name in ("lights", "silent"):
        (write_product(folder, name, evaluations=[EVALUATION]) / "product.yaml").unlink()
    (folder / "products" / "silent" / "evaluations" / "2026-03-01.yaml").unlink()
    register(folder / "products" / "silent", open=True)
    declared = {"on": "2026-05-01", "by": TYPED, "note": TYPED}
    write_product(folder, "draft", declared={**declared, "draft": True}, facts={"open": True})
    full = write_product(
        folder,
        "full",
        declared=declared,
        facts={"open": False},
        answers={"B": {"answer": "met", "note": TYPED, "evidence": [TYPED, "javascript:x"]}},
        evaluations=[EVALUATION],
        decisions=[
            {**PLACED, "accepts": {"A": ACCEPTED}},
            {**PLACED, "on": "2026-02-01", "accepts": {"A": ACCEPTED}},
        ],
    )
    register(full, licence="MIT")
    out = folder / "site"
    given = [
        "site", folder / "products", "--criteria", folder / "criteria", "--out", out,
        "--as-of", "2026-05-01",
    ]  # fmt: skip
    result = CliRunner().invoke(PROGRAM, list(map(str, given)))
    assert result.exit_code == 0, result.output
    return out


def page(site, name, language):
    path = f"en/products/{name}.html" if language == "en" else f"produkter/{name}.html"
    return read_page((site / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("name", ["lights", "silent", "draft", "full"])
def test_a_page_is_whole_whatever_files_a_product_has(site, name, language):
    found = page(site, name, language)

    assert found.unclosed == []
    assert len(found.ids) == len(set(found.ids))
    assert {"levels", "criteria", "history", "data", *"ABJN"} <= set(found.ids)
    assert [n for n, _ in found.elements if n == "h1"] == ["h1"]
    assert "None" not in found.words


@pytest.mark.parametrize("language", BOTH)
def test_what_people_wrote_is_text(site, language):
    found = page(site, "full", language)

    links = [a["href"] or "" for n, a in found.elements if n == "a"]
    assert not [link for link in links if link.startswith("java")]
    assert len([n for n, _ in found.elements if n == "script"]) == 1
    # who filled it in, the note, an answer, its evidence, a summary, two grounds, an action ...
    assert found.words.count("<b>x</b>") >= 8


@pytest.mark.parametrize("language", BOTH)
def test_the_evaluation_is_told_in_full(site, language):
    with_, without = (page(site, name, language) for name in ("lights", "silent"))

    assert "evaluation" in with_.ids
    assert "evaluation" not in without.ids
    assert "Eva" in with_.words
    assert "Registrator" in without.words


@pytest.mark.parametrize(
    ("language", "words"), [("da", "Ikke afklaret: "), ("en", "Not settled: ")]
)
def test_what_is_open_is_named(site, language, words):
    silent, lights = (page(site, name, language) for name in ("silent", "lights"))

    assert words in silent.words
    assert words not in lights.words


@pytest.mark.parametrize(("language", "word"), [("da", "udkast"), ("en", "draft")])
def test_a_draft_is_marked_and_in_no_count(site, language, word):
    assert word in page(site, "draft", language).words
    name = "en/index.html" if language == "en" else "index.html"
    front = read_page((site / name).read_text(encoding="utf-8"))
    levels = [a["data-levels"] for _, a in front.elements if "data-levels" in a]
    assert "all drafts" in levels
    assert len(levels) == 4


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", ["31. december 2026", "fornyet én gang"]),
        ("en", ["31 December 2026", "renewed once"]),
    ],
)
def test_an_accepted_deviation_has_its_deadline_and_its_renewals(site, language, said):
    found = page(site, "full", language)

    assert all(each in found.words for each in said)


@pytest.mark.parametrize(
    ("language", "words"), [("da", "registreret af"), ("en", "registered by")]
)
def test_what_the_register_says_is_told_as_such(site, language, words):
    assert words in page(site, "full", language).words


def test_no_page_of_a_product_shows_keys_or_files_before_its_data(site):
    for name in ("lights", "silent", "full"):
        for language in BOTH:
            words = page(site, name, language).words.split("badge.json")[0]
            assert not [w for w in (".yaml", "group.met_on") if w in words], (name, language)


@pytest.mark.parametrize("language", BOTH)
def test_a_page_goes_from_the_level_to_where_its_words_come_from(site, language):
    parts = ["levels", "evaluation", "history", "next", "ahead", "criteria", "declared", "data"]
    found = [each for each in page(site, "full", language).ids if each in parts]

    assert found == [each for each in parts if each in found]
    assert {"levels", "evaluation", "history", "criteria", "declared", "data"} <= set(found)

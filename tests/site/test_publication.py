"""Who publishes a site: read with exact positions, shown on each page, and said where not given."""

import pytest
from click.testing import CliRunner
from folders import criterion, write_model, write_product
from pages import BOTH
from site_pages import read_page

from os2governance.cli.main import PROGRAM
from os2governance.i18n.text import Text
from os2governance.site.publication import Publication, read_publication

WHOLE = """\
format: os2governance/site/1
publisher: {name: {da: Haverne, en: The gardens}, address: https://have.example/}
contact: {mail: haver@have.example, address: https://have.example/kontakt}
accessibility: https://have.example/was
licence: {name: CC BY 4.0, address: https://have.example/by}
"""


def test_all_of_it():
    found, findings = read_publication(WHOLE.encode(), "site.yaml")

    assert findings == []
    assert found == Publication(
        publisher=Text("Haverne", "The gardens"),
        publisher_address="https://have.example/",
        mail="haver@have.example",
        contact_address="https://have.example/kontakt",
        accessibility="https://have.example/was",
        licence="CC BY 4.0",
        licence_address="https://have.example/by",
    )
    assert [found.render_missing(each) for each in BOTH] == ["", ""]


def test_the_publisher_in_one_line():
    found, _ = read_publication(WHOLE.encode(), "site.yaml")
    named = Publication(publisher=Text("Haverne", "The gardens"), contact_address="https://a.dk/")

    assert [found.render_publisher(each) for each in BOTH] == [
        f"{name}, haver@have.example" for name in map(found.publisher.render, BOTH)
    ]
    assert named.render_publisher("da") == "Haverne, https://a.dk/"
    assert Publication().render_publisher("da") == ""


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, "publisher, contact, accessibility statement, and licence of the data"),
        ({"licence": "CC0"}, "publisher, contact, and accessibility statement"),
        ({"mail": "a@b.dk", "publisher": Text("A", ""), "accessibility": "https://a.dk"}, "licence of the data"),
        ({"contact_address": "https://a.dk", "publisher": Text("A", ""), "licence": "CC0"}, "accessibility statement"),
    ],
)  # fmt: skip
def test_what_is_not_given_is_named(given, missing):
    assert Publication(**given).render_missing("en").replace(", and", " and") == missing.replace(
        ", and", " and"
    )


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("publisher:", "udgiver:", "unknown-key", 2),
        ("https://have.example/was", "javascript:alert(1)", "out-of-bounds", 4),
        ("haver@have.example", "haver", "out-of-bounds", 3),
        ("licence:", " licence:", "yaml-syntax", 5),
    ],
)
def test_what_is_wrong_is_said_with_its_place(old, new, code, line):
    found, findings = read_publication(WHOLE.replace(old, new).encode(), "site.yaml")

    assert found is None
    assert (code, line) in [(each.code, each.location.line) for each in findings]


# -- on the pages -----------------------------------------------------------------------------


@pytest.fixture
def build_site(tmp_path):
    """A function that builds a site of one product beside a file, and gives a page of it."""
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "equals": True})])
    write_product(tmp_path, facts={"open": True})

    def build(content):
        if content is not None:
            (tmp_path / "site.yaml").write_text(content, encoding="utf-8")
        given = ["site", tmp_path / "products", "--criteria", tmp_path / "criteria",
                 "--out", tmp_path / "out", "--as-of", "2026-05-01", "--lang", "en"]  # fmt: skip
        result = CliRunner().invoke(PROGRAM, list(map(str, given)))
        assert result.exit_code == (0 if (tmp_path / "out").exists() else 2), result.output
        return result, lambda path: read_page((tmp_path / "out" / path).read_text("utf-8"))

    return build


PAGES = ["index.html", "produkter/tool.html", "tal.html", "om.html"]


@pytest.mark.parametrize("path", PAGES)
def test_the_publisher_is_in_the_foot_of_each_page(build_site, path):
    _, read = build_site(WHOLE)
    page = read(path)

    assert "Udgivet af Haverne" in page.words
    links = page.all("a", "href")
    assert {"mailto:haver@have.example", "https://have.example/was"} <= set(links)
    assert any(link.endswith("om.html") for link in links)
    assert "Ikke oplyst:" not in page.words


@pytest.mark.parametrize("content", [None, "title: My blog\n"])
@pytest.mark.parametrize("path", PAGES)
def test_without_the_file_the_pages_say_plainly_that_none_is_given(build_site, path, content):
    _, read = build_site(content)

    missing = "udgiver, kontakt, tilgængelighedserklæring og licens for data"
    assert f"Ikke oplyst: {missing}" in read(path).words
    assert "Der er ikke oplyst nogen tilgængelighedserklæring." in read("om.html").words


def test_the_about_page_says_what_is_stored_and_when_it_was_updated(build_site):
    _, read = build_site(WHOLE)

    assert "ingen cookies" in read("om.html").words
    assert "1. maj 2026" in read("om.html").words
    assert "The gardens" in read("en/about.html").words


def test_a_file_that_is_wrong_is_an_error_and_no_site_is_made(build_site):
    result, _ = build_site(WHOLE.replace("https://have.example/was", "javascript:alert(1)"))

    assert "site.yaml:4:16" in result.output


def test_names_of_people_s_making_are_text(build_site):
    _, read = build_site(WHOLE.replace("Haverne", "'<b>x</b>'"))

    assert "Udgivet af <b>x</b>" in read("index.html").words

"""The template environment: every text is inert and escaped; pages are found by language."""

import pytest
from markupsafe import Markup

from os2governance.i18n.text import LANGUAGES
from os2governance.site.template import (
    PAGE_NAMES,
    build_template_environment,
    localise_page_path,
    read_asset_files,
)

HOSTILE = "<b>\x1b[31m\u202e{{ 1 }}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_typed_is_neither_markup_nor_a_control(language):
    made = build_template_environment(language)
    texts = [
        made.from_string("{{ said }}").render(said=HOSTILE),
        made.from_string("{{ _('%(said)s', said=said) }}").render(said=HOSTILE),
    ]

    for text in texts:
        assert "<b>" not in text
        assert "&lt;b&gt;" in text
        assert not {"\x1b", "\u202e"} & set(text)
        assert "{{ 1 }}" in text


def test_markup_of_our_own_stays():
    made = build_template_environment("da")

    assert made.from_string("{{ said }}").render(said=Markup("<b>")) == "<b>"


def test_a_name_that_is_not_given_is_an_error_and_not_empty():
    with pytest.raises(Exception, match="'said' is undefined"):
        build_template_environment("da").from_string("{{ said }}").render()


@pytest.mark.parametrize(
    ("path", "danish", "english"),
    [
        ("index.html", "index.html", "en/index.html"),
        ("products/a.html", "produkter/a.html", "en/products/a.html"),
        ("figures.html", "tal.html", "en/figures.html"),
    ],
)
def test_a_page_is_found_by_language(path, danish, english):
    assert (localise_page_path(path, "da"), localise_page_path(path, "en")) == (danish, english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_pages_have_one_path(language):
    paths = [localise_page_path(f"{name}.html", language) for name in PAGE_NAMES]

    assert len(set(paths)) == len(PAGE_NAMES)


def test_assets_are_files_with_their_licences():
    names = [name for name, data in read_asset_files() if data]

    assert names == sorted(set(names))
    assert {name.rsplit(".", 1)[-1] for name in names} >= {"css", "js", "woff2", "txt"}

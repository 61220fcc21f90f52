"""The interface is said in Danish, every word of it."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import os2governance.site
import os2governance.web
from os2governance.site.translations import (
    build_date_formatter,
    build_number_formatter,
    load_translations,
    parse_translations,
)

HOUSES = [Path(house.__file__).parent for house in (os2governance.site, os2governance.web)]
HOW = [("templates/**", "jinja2"), ("**.py", "python")]


@pytest.fixture(params=HOUSES, ids=lambda house: house.name)
def house(request):
    return request.param


def said_in(house: Path) -> set[str | tuple[str, ...]]:
    options = {"templates/**": {"encoding": "utf-8", "trimmed": "true"}}
    found = extract_from_dir(house, HOW, options)
    return {message for _, _, message, *_ in found}


def translated(house: Path) -> dict[str | tuple[str, ...], object]:
    catalogue = read_po(BytesIO((house / "locale" / "da.po").read_bytes()))
    return {m.id: m.string for m in catalogue if m.id and not m.fuzzy and m.string}


def test_every_message_is_said_in_danish(house):
    assert said_in(house) - set(translated(house)) == set()


def test_nothing_is_translated_that_nobody_says(house):
    assert set(translated(house)) - said_in(house) == set()


def test_every_message_keeps_its_places(house):
    def places(text: str) -> list[str]:
        return sorted(re.findall(r"%\(\w+\)s|\{\w+\}", text))

    for message, said in translated(house).items():
        if isinstance(message, str):
            assert isinstance(said, str)
            assert places(said) == places(message), message
        else:
            assert [places(form) for form in said] == [places(form) for form in message], message


PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Level"
msgstr "Niveau"

#, fuzzy
msgid "Guess"
msgstr "Gæt"

msgid "Empty"
msgstr ""

msgid "%(num)s day"
msgid_plural "%(num)s days"
msgstr[0] "%(num)s dag"
msgstr[1] "%(num)s dage"
""".encode()


@pytest.mark.parametrize(
    ("message", "said"), [("Level", "Niveau"), ("Guess", "Guess"), ("Empty", "Empty")]
)
def test_a_message(message, said):
    assert parse_translations(PO).gettext(message) == said


@pytest.mark.parametrize(
    ("count", "said"), [(0, "%(num)s dage"), (1, "%(num)s dag"), (2, "%(num)s dage")]
)
def test_a_message_with_a_number(count, said):
    assert parse_translations(PO).ngettext("%(num)s day", "%(num)s days", count) == said


def test_english_needs_no_catalogue():
    assert load_translations("os2governance.site", "en").gettext("Level") == "Level"


def test_dates_and_figures_are_said_as_the_language_says_them():
    assert build_date_formatter("da")("2026-05-01") == "1. maj 2026"
    assert build_date_formatter("en")("2026-05-01") == "1 May 2026"
    assert build_number_formatter("da")(1234567.5) == "1.234.567,5"
    assert build_number_formatter("en")(1234567.5) == "1,234,567.5"

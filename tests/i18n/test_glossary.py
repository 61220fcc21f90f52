"""One word per thing: no Danish text says a word that the glossary has another for."""

import json
import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

from os2governance.i18n.translations import SOURCE
from os2governance.schema.read import FOLDER

PROJECT = Path(__file__).parents[2]
GLOSSARY = "ordliste.md"
NEVER = yaml.safe_load((Path(__file__).parent / "never.yaml").read_text(encoding="utf-8"))


def offenders(row: dict) -> list[str]:
    """The Danish texts that say one of a row's words outside the phrases in which it is right."""
    words = re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, row['never']))})(?!\w)", re.IGNORECASE
    )
    right = re.compile("|".join(map(re.escape, row.get("except", ["\0"]))), re.IGNORECASE)
    return [said for said in _danish() if words.search(right.sub("", said))]


@cache
def _danish() -> tuple[str, ...]:
    return (*_list_catalogue(), *_list_guides(), *_list_schema_texts())


def _list_catalogue() -> list[str]:
    catalogue = read_po(BytesIO(SOURCE.read_bytes()), locale="da")
    said = [message.string for message in catalogue if message.id]
    return [form for each in said for form in ((each,) if isinstance(each, str) else each)]


def _list_guides() -> list[str]:
    """The paragraphs of the Danish guides, without what is typed or shown in a terminal."""
    guides = (PROJECT / "docs" / "da").glob("*.md")
    pages = [page.read_text(encoding="utf-8") for page in guides if page.name != GLOSSARY]
    return [
        said
        for page in pages
        for said in re.sub("```.*?```", "", page, flags=re.DOTALL).split("\n\n")
    ]


def _list_schema_texts() -> list[str]:
    """The titles and descriptions of the file formats, as editors show them."""

    def walk(node):
        if isinstance(node, dict):
            yield from (node[key] for key in ("title", "description") if _is_text(node.get(key)))
        for below in node.values() if isinstance(node, dict) else node:
            if isinstance(below, dict | list):
                yield from walk(below)

    return [said for file in FOLDER.iterdir() for said in walk(json.loads(file.read_bytes()))]


def _is_text(said) -> bool:
    return isinstance(said, str)


@pytest.mark.parametrize("row", NEVER, ids=lambda row: row["never"][0])
def test_no_text_says_a_word_that_the_glossary_replaces(row):
    assert offenders(row) == []

"""One word per thing: no Danish text says a word that the glossary has another for."""

import json
import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

from os2governance.documents.yaml_reader import read_yaml
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


QUOTED = re.compile(r"(?<!\w)'[^'\n]+'(?!\w)|[\"“”„‘‚‹›]")
CODE = re.compile(r"`[^`]*`")
MARKS_THEMSELVES = {
    "Brug enkelte anførselstegn om teksten: '…'.",
    (
        "Et anførselstegn inde i en tekst skrives dobbelt ('') mellem enkelte og som \\\" mellem "
        "dobbelte. Måske mangler et anførselstegn tidligere."
    ),
}
"""Texts of which straight marks are the matter; others hold what is typed in a shell or a file."""
TYPED = re.compile(r"""pip install '.*?'|KRAV=DATO eller ".*?"|--accept ".*?"|om teksten: "…["]""")


def test_what_is_quoted_stands_between_the_same_marks():
    """As »opfyldt«, in fixed texts, guides and schemas, and in the texts of the shipped models."""
    texts = set(_danish()) | set(_list_model_texts())
    odd = [text for text in texts if QUOTED.search(TYPED.sub("", CODE.sub("", text)))]

    assert set(odd) == MARKS_THEMSELVES


def _list_model_texts() -> list[str]:
    """The Danish texts of the shipped models: of criteria, levels, words and letters."""

    def walk(node):
        if isinstance(node, dict):
            yield from ([node["da"]] if isinstance(node.get("da"), str) else ())
        for below in node.values() if isinstance(node, dict) else node:
            if isinstance(below, dict | list):
                yield from walk(below)

    read = [
        read_yaml(file.read_bytes(), file.name)[0]
        for file in (PROJECT / "criteria").rglob("*.yaml")
    ]
    return [said for document in read for said in walk(document.values)]

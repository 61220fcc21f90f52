"""One word per thing: no Danish text says a word that the glossary has another for."""

import re
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

from os2governance.i18n.translations import SOURCE

NEVER = yaml.safe_load((Path(__file__).parent / "never.yaml").read_text(encoding="utf-8"))


def offenders(row: dict) -> list[str]:
    """The Danish texts that say one of a row's words outside the phrases in which it is right."""
    words = re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, row['never']))})(?!\w)", re.IGNORECASE
    )
    right = re.compile("|".join(map(re.escape, row.get("except", ["\0"]))), re.IGNORECASE)
    return [said for said in _danish() if words.search(right.sub("", said))]


def _danish() -> list[str]:
    catalogue = read_po(BytesIO(SOURCE.read_bytes()), locale="da")
    said = [message.string for message in catalogue if message.id]
    return [form for each in said for form in ((each,) if isinstance(each, str) else each)]


@pytest.mark.parametrize("row", NEVER, ids=lambda row: row["never"][0])
def test_no_text_says_a_word_that_the_glossary_replaces(row):
    assert offenders(row) == []

"""What a document without rows looks like."""

import pytest
from exchange.words import wording

from os2governance.exchange.read.markdown import read_markdown
from os2governance.exchange.read.other_kinds import describe_other_kind, find_other_kind


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("# GUIDE til Governance Report\n\nSådan.", "a guide"),
        ("# Quick glance på OS2eksempel\n\nDet går godt.", "a review in prose"),
        ("---\ntitle: Evaluering af OS2eksempel\n---\n\nDet går godt.", "a review in prose"),
        ("# [Produktnavn]\n", "an empty template"),
        ("# Referat\n\nDer er købt salt.", "minutes"),
        ("# OS2eksempel\n\n## Vejledning\n", "a guide"),
        ("Hej.", "free text without answers to criteria"),
        ("\n \n", "an empty file"),
    ],
)
def test_it_looks_like_what_its_headings_say(text, looks):
    source, _ = read_markdown(text.encode(), "x.md")

    assert describe_other_kind(source, wording()).en == looks


def test_a_word_inside_another_tells_nothing():
    assert find_other_kind("OS2guidens side", wording()) is None

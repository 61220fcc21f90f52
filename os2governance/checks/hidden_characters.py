"""Characters in files that a reviewer cannot see: invisible ones, and those that turn text."""

from collections.abc import Iterator, Mapping
from itertools import islice

from os2governance.documents.text_reader import locate_end_of
from os2governance.findings.finding import Finding, make_finding
from os2governance.i18n.hidden_characters import find_hidden_characters, name_character

MAX_HIDDEN_FINDINGS = 20
"""Findings of this kind in one file; a file with more is written in a script that uses them."""


def check_hidden_characters(texts: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a finding for each hidden character anywhere in files, comments included."""
    for file, text in texts.items():
        for found in islice(find_hidden_characters(text), MAX_HIDDEN_FINDINGS):
            place, name = locate_end_of(text[: found.start], file), name_character(found.letter)
            yield (
                make_finding("text-direction", place, name=name)
                if found.turns
                else make_finding("invisible-character", place, name=name)
            )

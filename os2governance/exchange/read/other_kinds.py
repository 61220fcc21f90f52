"""What a document without rows about criteria looks like: a guide, a review in prose, minutes."""

import re
from collections.abc import Iterator
from itertools import islice

from os2governance.exchange.read.markdown import MarkdownSource
from os2governance.i18n.folding import fold_label
from os2governance.i18n.text import Text, _
from os2governance.model.document_terms import DocumentTerms

MAX_HEADINGS = 200
_FREE_TEXT = _("free text without answers to criteria")
_EMPTY = _("an empty file")


def describe_other_kind(source: MarkdownSource, wording: DocumentTerms) -> Text:
    """What a document looks like by its title and headings: the first word that a model knows."""
    for heading in islice(_list_headings(source), MAX_HEADINGS):
        kind = find_other_kind(heading, wording)
        if kind is not None:
            return kind
    written = any(line.strip() for _, line in source.list_shown_lines())
    return _FREE_TEXT if written else _EMPTY


def find_other_kind(heading: str, wording: DocumentTerms) -> Text | None:
    """The kind of document that a heading names, if it is none that answers criteria."""
    words = set(re.findall(r"[\w]+", fold_label(heading)))
    return next((kind for kind, told in wording.other_kinds if told & words), None)


def _list_headings(source: MarkdownSource) -> Iterator[str]:
    """Yield the title of the front matter and the headings, as written."""
    for _number, line in source.list_shown_lines():
        found = re.match(r"(?:#{1,6}\s*|title\s*:)(.{1,300})", line.strip())
        if found:
            yield found.group(1)

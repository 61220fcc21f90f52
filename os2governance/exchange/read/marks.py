"""The meaning of the mark in a cell: a tick, a symbol, a word, or several that agree."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from os2governance.i18n.folding import strip_markup
from os2governance.model.document_terms import DocumentTerms

_BETWEEN = " \t.,:;!/()-\u2013\u2014|"


class CellMark(NamedTuple):
    """The meaning of a mark, None where it has none; `rest` is the other text of its cell."""

    status: str | None
    rest: str = ""
    understood: bool = True


def read_mark(cell: str, words: Mapping[str, str], wording: DocumentTerms) -> CellMark:
    """Read the mark in a cell.

    Contradicting marks, and words that are not marks, are not understood; a placeholder, such as
    the template's own row of rating symbols, means nothing.
    """
    text = re.sub(r"\[\s*([xX]?)\s*\]", r"[\1]", strip_markup(cell))
    exact = text.casefold().strip(_BETWEEN) or text
    if exact in words:
        return CellMark(words[exact])
    if wording.is_blank(text):
        return CellMark(None)
    found, end = _read_leading_marks(text, words)
    rest = text[end:].strip(_BETWEEN)
    others = set(_find_marks(rest, words)) if found else set()
    if len(found) != 1 or others - found:
        return CellMark(None, text, understood=False)
    return CellMark(found.pop(), rest)


def _read_leading_marks(text: str, words: Mapping[str, str]) -> tuple[set[str], int]:
    """The meanings of the marks at the start of a text, and the index where they end."""
    lower = _lower(text)
    found: set[str] = set()
    at = 0
    while at < len(lower):
        word = _find_word_at(lower, at, words)
        if word is None:
            return found, at
        found.add(words[word])
        at += len(word)
        while at < len(lower) and lower[at] in _BETWEEN:
            at += 1
    return found, at


def _find_word_at(text: str, at: int, words: Mapping[str, str]) -> str | None:
    """The longest mark at an index, as a separate word."""
    best = None
    for word in words:
        if text.startswith(word, at) and len(word) > len(best or ""):
            after = text[at + len(word) : at + len(word) + 1]
            if not (word[-1].isalnum() and after.isalnum()):
                best = word
    return best


MAX_SEARCHED_LENGTH = 400  # characters after a mark


def _find_marks(text: str, words: Mapping[str, str]) -> Iterator[str]:
    """Yield the meanings of the marks anywhere in a text, as separate words."""
    lower = _lower(text)[:MAX_SEARCHED_LENGTH]
    at = 0
    while at < len(lower):
        word = None
        if at == 0 or not (lower[at - 1].isalnum() and lower[at].isalnum()):
            word = _find_word_at(lower, at, words)
        if word and (len(word) > 1 or not word.isalnum()):
            yield words[word]
        at += len(word or " ")


def _lower(text: str) -> str:
    """Convert a text to lower case, character by character, so that indexes in it stay valid."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)

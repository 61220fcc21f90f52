"""The first sentences of a text, for where the whole of it has no room."""

from collections.abc import Iterator
from itertools import zip_longest

MAX_SENTENCE = 220
"""Characters of a sentence above which it is cut between two words."""

_ENDS = (".", "!", "?")
_ABBREVIATIONS = frozenset(
    {"bl", "ca", "dvs", "evt", "fx", "hhv", "inkl", "jf", "kl", "kr", "max", "mht", "mia", "mio"}
    | {"mv", "nr", "pct", "pkt", "pr", "stk", "vedr"}
)
_DIGITS_OF_A_DAY = 2
_LETTERS_OF_A_PART = 3
_CUT = "…"


def find_first_sentence(text: str) -> str:
    """The first sentence of a text; a very long one is cut between two words."""
    first = next(_list_sentences(text), "")
    if len(first) <= MAX_SENTENCE:
        return first
    return first[:MAX_SENTENCE].rsplit(" ", 1)[0].rstrip(",;:") + _CUT


def shorten_to_sentences(text: str, room: int) -> str:
    """As many of the first sentences as fit into so many characters, at least the first one."""
    kept = ""
    for sentence in _list_sentences(text):
        longer = f"{kept} {sentence}".strip()
        if kept and len(longer) > room:
            return kept
        kept = longer
    return kept if len(kept) <= max(room, MAX_SENTENCE) else find_first_sentence(text)


def end_sentence(text: str) -> str:
    """A text in one line, with the full stop that it needs."""
    text = " ".join(text.split())
    return text if not text or text.endswith((*_ENDS, _CUT)) else f"{text}."


def _list_sentences(text: str) -> Iterator[str]:
    """Yield the sentences: a stop ends one unless it is of an abbreviation or a day."""
    words = text.split()
    sentence: list[str] = []
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        sentence.append(word)
        if _ends_sentence(word, following):
            yield " ".join(sentence)
            sentence = []
    if sentence:
        yield " ".join(sentence)


def _ends_sentence(word: str, following: str) -> bool:
    bare = word.rstrip("\"')»")
    if not bare.endswith(_ENDS) or (following and following.lstrip("\"'(«»")[:1].islower()):
        return False
    stem = bare.rstrip(".!?").lstrip("\"'(«»").lower()
    return bare[-1] != "." or not _is_abbreviation(stem)


def _is_abbreviation(stem: str) -> bool:
    """Whether what a full stop follows is a day, a known abbreviation, or one such as `bl.a`."""
    if stem.isdigit():
        return len(stem) <= _DIGITS_OF_A_DAY
    several = stem.split(".")
    dotted = len(several) > 1 and all(1 <= len(each) <= _LETTERS_OF_A_PART for each in several)
    return dotted or stem in _ABBREVIATIONS

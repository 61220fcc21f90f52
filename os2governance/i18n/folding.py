"""Folding of cells and headings for comparison: no case, markup or invisible characters."""

import re
from functools import lru_cache

OFTEN_THE_SAME = 100  # characters: short cells recur
_ENDS = " \t.:;!,"


def bare(text: str) -> str:
    """Strip tags, emphasis and invisible selectors, and collapse spaces."""
    return _bare(text) if len(text) < OFTEN_THE_SAME else _bare.__wrapped__(text)


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    without = re.sub(r"<[^<>]{0,200}>", " ", text)
    without = re.sub("[\ufe00-\ufe0f\u200b-\u200d\u2060\ufeff\\\\*_`~]", "", without)
    return " ".join(without.split())


def key(text: str) -> str:
    """Fold a label for comparison: no markup, lower case, without punctuation at its ends."""
    lower = bare(text).casefold()
    return lower.strip(f"{_ENDS}?>") or lower


def folded(name: str) -> str:
    """Fold the name of a product for comparison: its letters and digits."""
    return re.sub(r"[^a-z0-9]", "", _latin(name))


def identity(name: str) -> str:
    """Build a product id from a name; empty where nothing is left of it."""
    return re.sub(r"[^a-z0-9._]+", "-", _latin(name)).strip("-._")[:100]


def _latin(name: str) -> str:
    return name.casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a")

"""Folding of cells and headings for comparison: no case, markup or invisible characters."""

import re
from functools import lru_cache

MAX_CACHED_LENGTH = 100  # characters: short cells recur
_ENDS = " \t.:;!,"


def strip_markup(text: str) -> str:
    """Strip tags, emphasis and invisible selectors, and collapse spaces."""
    return (
        _strip_markup(text) if len(text) < MAX_CACHED_LENGTH else _strip_markup.__wrapped__(text)
    )


@lru_cache(maxsize=4096)
def _strip_markup(text: str) -> str:
    without = re.sub(r"<[^<>]{0,200}>", " ", text)
    without = re.sub("[\ufe00-\ufe0f\u200b-\u200d\u2060\ufeff\\\\*_`~]", "", without)
    return " ".join(without.split())


def fold_label(text: str) -> str:
    """Fold a label for comparison: no markup, lower case, without punctuation at its ends."""
    lower = strip_markup(text).casefold()
    return lower.strip(f"{_ENDS}?>") or lower


def fold_name(name: str) -> str:
    """Fold the name of a product for comparison: its letters and digits."""
    return re.sub(r"[^a-z0-9]", "", _convert_to_latin(name))


def build_product_id(name: str) -> str:
    """Build a product id from a name; empty where nothing is left of it."""
    return re.sub(r"[^a-z0-9._]+", "-", _convert_to_latin(name)).strip("-._")[:100]


def _convert_to_latin(name: str) -> str:
    return name.casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a")

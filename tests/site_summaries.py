"""Summaries of products that are made up, for the tests of the site."""

from os2governance.i18n.symbols import LEVEL_KINDS
from os2governance.site.summary import ProductSummary


def summary(name: str, level: int | None = 0, **more) -> ProductSummary:
    """The summary of a product at a level, counted from 0."""
    usual = {
        "product": "x", "name": name, "kind": "product", "lifecycle": "active", "model": "m/1",
        "digest": "d", "file": "f", "declared_on": "2026-05-01",
        "level_texts": {each: [f"{each} {level}"] * len(LEVEL_KINDS) for each in ("da", "en")},
        "level_indexes": [level, None], "statuses": ["met", "unmet", "met"], "accepted": [],
        "ratings": [], "evaluated_on": "", "reservations": 0, "last_placement": [],
        "next_fall": [], "contradictions": 0,
    }  # fmt: skip
    return ProductSummary(**{**usual, **more})

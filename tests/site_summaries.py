"""Summaries of products that are made up, for the tests of the site."""

from os2governance.i18n.symbols import LEVEL_KINDS
from os2governance.site.summary import BELOW, LevelHeights, ProductSummary


def summary(name: str, placed: int | None = 0, assessed: int = 0, **more) -> ProductSummary:
    """The summary of a product at a placed and an assessed level, counted from 0."""
    state = "reached" if assessed > BELOW else "below"
    usual = {
        "product": "x", "name": name, "kind": "product", "lifecycle": "active", "draft": False,
        "model": "m/1", "digest": "d", "file": "f", "declared_on": "2026-05-01",
        "level_texts": {
            each: [f"{each} {kind}" for kind in LEVEL_KINDS] for each in ("da", "en")
        },
        "heights": LevelHeights(placed, assessed, assessed), "steps": 4, "state": state,
        "settled": True, "sentences": {"da": [], "en": []},
        "badge_labels": {"da": "trin", "en": "step"},
        "level_colours": [], "decided": {"da": "", "en": ""}, "resting": {"placed": 0, "assessed": 0}, "statuses": ["met", "unmet", "met"],
        "declared": ["met", "unmet", "unknown"], "accepted": [], "ratings": [], "evaluated_on": "", "reservations": 0,
        "last_placement": [], "next_fall": [], "contradictions": 0,
    }  # fmt: skip
    return ProductSummary(**{**usual, **more})

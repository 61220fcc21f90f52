"""Symbol, letter, colour and word for each value of an assessment.

Every rating has a distinct shape, so that nobody depends on the colour; the colours are those of
Okabe and Ito, which most colour-blind people can distinguish. How a format uses them is defined by
the format.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

from os2governance.i18n.text import Text, _, as_text, pgettext


@dataclass(frozen=True, kw_only=True, slots=True)
class Symbol:
    """How one value is shown: a glyph, an ASCII fallback, a letter in each language, a colour."""

    glyph: str
    ascii: str
    letter: Text
    colour: str
    word: Text


GREEN, YELLOW, RED, GREY = "#009e73", "#e69f00", "#d55e00", "#8c8c8c"
NO_COLOUR = ""
"""No specific colour: the default of the paper or the screen."""

STATUS_SYMBOLS: dict[str, Symbol] = {
    "met": Symbol(
        glyph="✓", ascii="+", letter=pgettext("letter: met", "M"), colour=GREEN, word=_("met")
    ),
    "partly": Symbol(
        glyph="◐",
        ascii="~",
        letter=pgettext("letter: partly met", "P"),
        colour=YELLOW,
        word=_("partly met"),
    ),
    "unmet": Symbol(
        glyph="✗",
        ascii="x",
        letter=pgettext("letter: not met", "U"),
        colour=RED,
        word=_("not met"),
    ),
    "not_applicable": Symbol(
        glyph="○",
        ascii="o",
        letter=pgettext("letter: not applicable", "N"),
        colour=GREY,
        word=_("not applicable"),
    ),
    "unknown": Symbol(
        glyph="?",
        ascii="?",
        letter=as_text("?"),
        colour=NO_COLOUR,
        word=_("unknown"),
    ),
}
"""The ratings, by status: green, yellow, red, grey and white."""

TRUTH_SYMBOLS: dict[bool | None, Symbol] = {
    True: replace(STATUS_SYMBOLS["met"], word=_("yes")),
    False: replace(STATUS_SYMBOLS["unmet"], word=_("no")),
    None: replace(STATUS_SYMBOLS["unknown"], word=_("undetermined")),
}
"""The three values of a rule."""

SEVERITY_SYMBOLS: dict[str, Symbol] = {
    "error": Symbol(
        glyph="■", ascii="E", letter=pgettext("letter: error", "E"), colour=RED, word=_("error")
    ),
    "warning": Symbol(
        glyph="▲",
        ascii="W",
        letter=pgettext("letter: warning", "W"),
        colour=YELLOW,
        word=_("warning"),
    ),
    "note": Symbol(
        glyph="•", ascii="N", letter=pgettext("letter: note", "N"), colour=GREY, word=_("note")
    ),
}
SEVERITY_PLURALS: dict[str, Text] = {
    "error": _("errors"),
    "warning": _("warnings"),
    "note": _("notes"),
}
"""The severities, in the plural."""

FACTS_SAY_LABELS: dict[str, Text] = {
    "met": _("met"),
    "partly": _("partly met"),
    "at_least_partly": _("at least partly met"),
    "at_most_partly": _("at most partly met"),
    "unmet": _("not met"),
    "undetermined": _("undetermined"),
    "not_applicable": _("not applicable"),
}
BASIS_LABELS: dict[str | None, Text] = {
    "facts": _("by the facts"),
    "answer": _("by the answer"),
    "evaluation": _("by the evaluation"),
    None: _("not answered"),
}
BACKING_LABELS: dict[str, Text] = {
    "confirmed": _("confirmed"),
    "documented": _("documented"),
    "claimed": _("claimed only"),
    "silent": _("no answer"),
}
"""Who stands behind an outcome (semantics §3d)."""
ANSWER_LABELS: dict[str, Text] = {
    "met": _("met"),
    "partly": _("partly met"),
    "unmet": _("not met"),
    "planned": _("planned"),
    "not_applicable": _("not applicable"),
    "unknown": _("do not know"),
}
HEARING_LABELS: dict[str, Text] = {
    "agreed": _("agrees to the evaluation"),
    "objections": _("objects to the evaluation"),
    "reply": _("replies"),
}
DEVIATION_LABELS: dict[str, Text] = {
    "accepted": _("the deviation is accepted"),
    "expired": _("the acceptance has expired"),
    "pending": _("explained, but not accepted"),
}
LIFECYCLE_LABELS: dict[str, Text] = {
    "active": _("active"),
    "paused": _("paused"),
    "closed": _("closed"),
}
KIND_LABELS: dict[str, Text] = {
    "product": pgettext("kind", "product"),
    "project": _("project"),
}
KIND_PLURALS: dict[str, Text] = {"product": _("Products"), "project": _("Projects")}
"""The kinds as headings above several."""


class LevelKind(NamedTuple):
    """A heading and its explanation."""

    word: Text
    description: Text


LEVEL_KINDS: dict[str, LevelKind] = {
    "placed": LevelKind(
        _("Placed"),
        _("the newest decision in force"),
    ),
    "assessed": LevelKind(
        _("Assessed"),
        _("by the rules, from everything that is known"),
    ),
    "fully": LevelKind(
        _("Without reservations"),
        _("assessed, counting only what is met or accepted"),
    ),
    "confirmed": LevelKind(
        _("Confirmed"),
        _("assessed, counting only what others than the product confirm"),
    ),
    "declared": LevelKind(
        _("Own assessment"),
        _("by the self-assessment alone"),
    ),
    "evaluated": LevelKind(
        _("Evaluated"),
        _("by the newest evaluation alone"),
    ),
    "possible": LevelKind(
        _("Highest possible"),
        _("if everything open turns out to be met"),
    ),
    "recommended": LevelKind(
        _("Recommended"),
        _("the recommendation of the newest evaluation"),
    ),
    "claimed": LevelKind(
        _("Aim"),
        _("the level that the self-assessment aims at"),
    ),
}
"""The nine levels of a product (semantics §5), in the order in which they are shown.

A model that names its evaluator has another word for `evaluated` (`render_level_word`).
"""

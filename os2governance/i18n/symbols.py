"""Symbol, letter, colour and word for each value of an assessment.

Every rating has a distinct shape, so that nobody depends on the colour; the colours are those of
Okabe and Ito, which most colour-blind people can distinguish. How a format uses them is defined by
the format.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

from os2governance.i18n.text import Text


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
        glyph="✓", ascii="+", letter=Text("O", "M"), colour=GREEN, word=Text("opfyldt", "met")
    ),
    "partly": Symbol(
        glyph="◐",
        ascii="~",
        letter=Text("D", "P"),
        colour=YELLOW,
        word=Text("delvist opfyldt", "partly met"),
    ),
    "unmet": Symbol(
        glyph="✗",
        ascii="x",
        letter=Text("I", "U"),
        colour=RED,
        word=Text("ikke opfyldt", "not met"),
    ),
    "not_applicable": Symbol(
        glyph="○",
        ascii="o",
        letter=Text("R", "N"),
        colour=GREY,
        word=Text("ikke relevant", "not applicable"),
    ),
    "unknown": Symbol(
        glyph="?",
        ascii="?",
        letter=Text("?", "?"),
        colour=NO_COLOUR,
        word=Text("ukendt", "unknown"),
    ),
}
"""The ratings, by status: green, yellow, red, grey and white."""

TRUTH_SYMBOLS: dict[bool | None, Symbol] = {
    True: replace(STATUS_SYMBOLS["met"], word=Text("ja", "yes")),
    False: replace(STATUS_SYMBOLS["unmet"], word=Text("nej", "no")),
    None: replace(STATUS_SYMBOLS["unknown"], word=Text("uafgjort", "undetermined")),
}
"""The three values of a rule."""

SEVERITY_SYMBOLS: dict[str, Symbol] = {
    "error": Symbol(
        glyph="■", ascii="E", letter=Text("F", "E"), colour=RED, word=Text("fejl", "error")
    ),
    "warning": Symbol(
        glyph="▲",
        ascii="W",
        letter=Text("A", "W"),
        colour=YELLOW,
        word=Text("advarsel", "warning"),
    ),
    "note": Symbol(
        glyph="•", ascii="N", letter=Text("N", "N"), colour=GREY, word=Text("note", "note")
    ),
}
SEVERITY_PLURALS: dict[str, Text] = {
    "error": Text("fejl", "errors"),
    "warning": Text("advarsler", "warnings"),
    "note": Text("noter", "notes"),
}
"""The severities, in the plural."""

FACTS_SAY_LABELS: dict[str, Text] = {
    "met": Text("opfyldt", "met"),
    "partly": Text("delvist opfyldt", "partly met"),
    "at_least_partly": Text("mindst delvist opfyldt", "at least partly met"),
    "unmet": Text("ikke opfyldt", "not met"),
    "undetermined": Text("uafgjort", "undetermined"),
}
BASIS_LABELS: dict[str | None, Text] = {
    "facts": Text("efter oplysningerne", "by the facts"),
    "answer": Text("efter svaret", "by the answer"),
    None: Text("ikke besvaret", "not answered"),
}
ANSWER_LABELS: dict[str, Text] = {
    "met": Text("opfyldt", "met"),
    "partly": Text("delvist opfyldt", "partly met"),
    "unmet": Text("ikke opfyldt", "not met"),
    "planned": Text("planlagt", "planned"),
    "not_applicable": Text("ikke relevant", "not applicable"),
    "unknown": Text("ved ikke", "do not know"),
}
DEVIATION_LABELS: dict[str, Text] = {
    "accepted": Text("afvigelsen er accepteret", "the deviation is accepted"),
    "expired": Text("accepten er udløbet", "the acceptance has run out"),
    "pending": Text("forklaret, men ikke accepteret", "explained, but not accepted"),
}
LIFECYCLE_LABELS: dict[str, Text] = {
    "active": Text("aktiv", "active"),
    "paused": Text("på pause", "paused"),
    "closed": Text("lukket", "closed"),
}
KIND_LABELS: dict[str, Text] = {
    "product": Text("produkt", "product"),
    "project": Text("projekt", "project"),
}


class LevelKind(NamedTuple):
    """A heading and its explanation."""

    word: Text
    description: Text


LEVEL_KINDS: dict[str, LevelKind] = {
    "assessed": LevelKind(
        Text("Vurderet", "Assessed"),
        Text(
            "det højeste niveau, som reglerne giver",
            "the highest level that the rules give",
        ),
    ),
    "fully": LevelKind(
        Text("Fuldt ud", "Fully"),
        Text(
            "det højeste niveau helt uden forbehold",
            "the highest level without any reservation",
        ),
    ),
    "possible": LevelKind(
        Text("Muligt", "Possible"),
        Text(
            "hvis alt ukendt, udokumenteret og kun forklaret talte som opfyldt",
            "if all that is unknown, undocumented or only explained counted as met",
        ),
    ),
    "placed": LevelKind(
        Text("Placeret", "Placed"),
        Text("den nyeste beslutning i kraft", "the newest decision in force"),
    ),
    "evaluated": LevelKind(
        Text("Evalueret", "Evaluated"),
        Text(
            "den nyeste evaluerings lys, talt efter samme regel",
            "the newest evaluation's lights, counted by the same rule",
        ),
    ),
    "recommended": LevelKind(
        Text("Anbefalet", "Recommended"),
        Text("hvad den nyeste evaluering anbefaler", "what the newest evaluation recommends"),
    ),
    "claimed": LevelKind(
        Text("Mål", "Aim"),
        Text("det niveau, som erklæringen sigter mod", "the level that the declaration aims at"),
    ),
}
"""The seven levels of a product (semantics §5), in the order in which they are shown."""

"""A product's badge: a small SVG of its level, and the JSON that badge services read."""

from collections.abc import Iterator

from os2governance.documents.json_writer import indented
from os2governance.i18n.text import LANGUAGES, Language
from os2governance.site.card import Card
from os2governance.site.template import HOME, PACKAGE, environment
from os2governance.site.words import words

_COLOURS = ("#5d6470", "#8a6100", "#1d6f5c", "#0b5c7a", "#3d3f8f")
"""Below the lowest level, then upwards; each has a contrast above 4.5:1 with white text."""
_LETTER, _PADDING = 6.6, 8
"""Approximate width of a letter at 11 pixels, and the padding on either side of a text."""


def badge_name(card: Card, language: Language) -> str:
    """The path of the badge in the site."""
    return f"badges/{card.product}{'' if language == HOME else f'.{language}'}.svg"


def badge_said(card: Card, language: Language) -> str:
    """The text of the badge."""
    return f"{_label(language)}: {card.level('assessed', language)}"


def badge_files(card: Card) -> Iterator[tuple[str, bytes]]:
    """Yield the badge in each language, and the JSON."""
    for language in LANGUAGES:
        yield badge_name(card, language), _picture(card, language)
    said = {
        "schemaVersion": 1,
        "label": _label(HOME),
        "message": card.level("assessed", HOME),
        "color": _colour(card).removeprefix("#"),
    }
    text = indented(said)
    yield f"badges/{card.product}.json", f"{text}\n".encode()


def _picture(card: Card, language: Language) -> bytes:
    label, message = _label(language), card.level("assessed", language)
    left, right = (round(len(said) * _LETTER) + 2 * _PADDING for said in (label, message))
    template = environment(language).get_template("badge.svg")
    said = template.render(
        label=label,
        message=message,
        left=left,
        right=right,
        colour=_colour(card),
        title=f"{card.name}: {message}",
    )
    return f"{said}\n".encode()


def _label(language: Language) -> str:
    return words(PACKAGE, language).gettext("governance level")


def _colour(card: Card) -> str:
    return _COLOURS[min(card.assessed + 1, len(_COLOURS) - 1)]

"""A product's badge: a small SVG of its level, and the JSON that badge services read."""

from collections.abc import Iterator

from os2governance.documents.json_writer import encode_indented_json
from os2governance.i18n.text import LANGUAGES, Language, _
from os2governance.site.summary import ProductSummary
from os2governance.site.template import ROOT_LANGUAGE, build_template_environment

_COLOURS = ("#5d6470", "#8a6100", "#1d6f5c", "#0b5c7a", "#3d3f8f")
"""Below the lowest level, then upwards; each has a contrast above 4.5:1 with white text."""
_LETTER_WIDTH, _PADDING = 6.6, 8
"""Approximate width of a letter at 11 pixels, and the padding on either side of a text."""


def format_badge_path(card: ProductSummary, language: Language) -> str:
    """The path of the badge in the site."""
    return f"badges/{card.product}{'' if language == ROOT_LANGUAGE else f'.{language}'}.svg"


def render_badge_label(card: ProductSummary, language: Language) -> str:
    """The text of the badge."""
    return f"{_label(language)}: {card.render_level('assessed', language)}"


def render_badge_files(card: ProductSummary) -> Iterator[tuple[str, bytes]]:
    """Yield the badge in each language, and the JSON."""
    for language in LANGUAGES:
        yield format_badge_path(card, language), _render_picture(card, language)
    said = {
        "schemaVersion": 1,
        "label": _label(ROOT_LANGUAGE),
        "message": card.render_level("assessed", ROOT_LANGUAGE),
        "color": _colour(card).removeprefix("#"),
    }
    text = encode_indented_json(said)
    yield f"badges/{card.product}.json", f"{text}\n".encode()


def _render_picture(card: ProductSummary, language: Language) -> bytes:
    label, message = _label(language), card.render_level("assessed", language)
    left, right = (round(len(said) * _LETTER_WIDTH) + 2 * _PADDING for said in (label, message))
    template = build_template_environment(language).get_template("badge.svg")
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
    return _("governance level").render(language)


def _colour(card: ProductSummary) -> str:
    return _COLOURS[min(card.assessed_index + 1, len(_COLOURS) - 1)]

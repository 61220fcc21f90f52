"""A product's badge: a small SVG of its level, and the JSON that badge services read.

It shows the level at which the product is placed. Where nobody has placed it, the badge says so,
and then what is assessed; a draft is in no badge (semantics §5, §6).
"""

from collections.abc import Iterator

from os2governance.documents.json_writer import encode_indented_json
from os2governance.i18n.symbols import LIFECYCLE_LABELS
from os2governance.i18n.text import LANGUAGES, Language, _
from os2governance.site.summary import BELOW, ProductSummary
from os2governance.site.template import ROOT_LANGUAGE, build_template_environment

_NO_LEVEL = "#5d6470"
_COLOURS = ("#8a6100", "#1d6f5c", "#0b5c7a", "#3d3f8f")
"""From the lowest level to the highest; each has a contrast above 4.5:1 with white text."""
_LETTER_WIDTH, _PADDING = 6.6, 8
"""Approximate width of a letter at 11 pixels, and the padding on either side of a text."""
_NOT_PLACED = _("not placed")
_ASSESSED = _("not placed, assessed: {level}")
_STATE = _("not placed, {state}")
_ENDED = _("{level} ({standing})")


def format_badge_path(card: ProductSummary, language: Language, ending: str = "svg") -> str:
    """The path of the badge in the site, or of its JSON."""
    return f"badges/{card.product}{'' if language == ROOT_LANGUAGE else f'.{language}'}.{ending}"


def render_badge_label(card: ProductSummary, language: Language) -> str:
    """The text of the badge."""
    return f"{card.badge_labels[language]}: {render_badge_message(card, language)}"


def render_badge_message(card: ProductSummary, language: Language) -> str:
    """The placed level, what it rests on, and who decided it; without one, what is assessed."""
    if card.heights.placed is not None:
        level = card.render_level("placed", language)
        level = card.add_acceptances(level, "placed", language)
        said = ", ".join(filter(None, (level, card.decided[language])))
    elif card.draft:
        said = _NOT_PLACED.render(language)
    elif card.heights.assessed > BELOW:
        level = card.phrase_level("assessed", language)
        said = _ASSESSED.render(language).replace("{level}", level)
    else:
        state = card.phrase_level("assessed", language)
        said = _STATE.render(language).replace("{state}", state)
    if card.lifecycle == "active":
        return said
    standing = LIFECYCLE_LABELS[card.lifecycle].render(language)
    return _ENDED.render(language).replace("{standing}", standing).replace("{level}", said)


def render_badge_files(card: ProductSummary) -> Iterator[tuple[str, bytes]]:
    """Yield the badge and its JSON in each language."""
    for language in LANGUAGES:
        yield format_badge_path(card, language), _render_picture(card, language)
        said = {
            "schemaVersion": 1,
            "label": card.badge_labels[language],
            "message": render_badge_message(card, language),
            "color": _choose_colour(card).removeprefix("#"),
        }
        text = encode_indented_json(said)
        yield format_badge_path(card, language, "json"), f"{text}\n".encode()


def _render_picture(card: ProductSummary, language: Language) -> bytes:
    label, message = card.badge_labels[language], render_badge_message(card, language)
    left, right = (round(len(said) * _LETTER_WIDTH) + 2 * _PADDING for said in (label, message))
    template = build_template_environment(language).get_template("badge.svg")
    said = template.render(
        label=label,
        message=message,
        left=left,
        right=right,
        colour=_choose_colour(card),
        title=f"{card.name}: {message}",
    )
    return f"{said}\n".encode()


def _choose_colour(card: ProductSummary) -> str:
    """The colour of the placed level by its place among all of the model's, the highest last."""
    placed = card.heights.placed
    if placed is None:
        return _NO_LEVEL
    colours = card.level_colours or _COLOURS
    below_top = card.steps - 1 - placed
    return colours[max(len(colours) - 1 - below_top, 0)]

"""Consequences of a decision, as text."""

from collections.abc import Iterator

from os2governance.assessment.levels import BELOW_LOWEST, Assessment
from os2governance.authoring.decision import DecisionConsequences
from os2governance.i18n.symbols import LEVEL_KINDS, LIFECYCLE_LABELS
from os2governance.i18n.text import Language, Text, _, format_list
from os2governance.render.common.blocks import Block, Span, TextTable, cell, paragraph

_HEAD = _("{name}: consequences of the decision")
_BEFORE, _AFTER = _("before"), _("after")
_RESERVATIONS = _("Reservations after it: {names}.")
_STILL_UNEXPLAINED = _(
    "Between the assessed and the placed level these criteria are still unexplained: {names}."
)
_AGREE = _("The placement matches the assessment.")
_NOT_PLACED = _("not placed")
_LIFECYCLE = _("Status")


def render_consequences_blocks(
    forecast: DecisionConsequences, language: Language
) -> Iterator[Block]:
    """Render levels and lifecycle before and after, reservations, and what stays unexplained."""
    before, after = forecast
    yield paragraph(Span(_HEAD.render(language).format(name=after.product.name), "title"))
    rows = [cell("", ""), cell(Span(_BEFORE.render(language), "faint"))]
    head = (rows[0], rows[1], cell(Span(_AFTER.render(language), "faint")))
    body = [
        (
            cell(LEVEL_KINDS[name].word.render(language)),
            cell(_render_level(before, name, language)),
            cell(Span(_render_level(after, name, language), "strong")),
        )
        for name in ("assessed", "fully", "placed")
    ]
    standing = (
        cell(_LIFECYCLE.render(language)),
        cell(LIFECYCLE_LABELS[before.lifecycle].render(language)),
        cell(LIFECYCLE_LABELS[after.lifecycle].render(language)),
    )
    yield TextTable((head, *body, standing), indent=2)
    if after.reservations:
        yield _render_names(_RESERVATIONS, after.reservations, language)
    if forecast.uncovered_criteria:
        yield _render_names(_STILL_UNEXPLAINED, forecast.uncovered_criteria, language)
    elif after.levels.placed:
        yield paragraph(_AGREE.render(language), indent=2)


def _render_names(words: Text, names: tuple[str, ...], language: Language) -> Block:
    return paragraph(words.render(language).format(names=format_list(names, language)), indent=2)


def _render_level(assessment: Assessment, name: str, language: Language) -> str:
    level = getattr(assessment.levels, name)
    names = {each.id: each.name.render(language) or each.id for each in assessment.model.levels}
    missing = _NOT_PLACED if name == "placed" else BELOW_LOWEST
    return names[level] if level else missing.render(language)

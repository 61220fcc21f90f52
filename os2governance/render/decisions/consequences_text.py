"""Consequences of a decision, as text."""

from collections.abc import Iterator

from os2governance.assessment.levels import BELOW, Assessment
from os2governance.authoring.decision import Forecast
from os2governance.i18n.symbols import LEVELS, STANDING
from os2governance.i18n.text import Language, Text, listed
from os2governance.render.common.blocks import Block, Span, Table, cell, paragraph

_HEAD = Text("{name}: det følger af beslutningen", "{name}: what follows from the decision")
_BEFORE, _AFTER = Text("før", "before"), Text("efter", "after")
_RESERVED = Text("Forbehold efter beslutningen: {names}.", "Reservations after it: {names}.")
_REMAINS = Text(
    "Imellem det vurderede og det placerede niveau står stadig uforklaret: {names}.",
    "Between the level assessed and the level placed still stand unexplained: {names}.",
)
_AGREE = Text("Regler og placering er enige.", "The rules and the placement agree.")
_NONE = Text("ikke placeret", "not placed")
_STANDING = Text("Status", "Standing")


def forecast_blocks(forecast: Forecast, language: Language) -> Iterator[Block]:
    """Render levels and lifecycle before and after, reservations, and what stays unexplained."""
    before, after = forecast
    yield paragraph(Span(_HEAD.say(language).format(name=after.declaration.name), "title"))
    rows = [cell("", ""), cell(Span(_BEFORE.say(language), "faint"))]
    head = (rows[0], rows[1], cell(Span(_AFTER.say(language), "faint")))
    body = [
        (
            cell(LEVELS[name].word.say(language)),
            cell(_level(before, name, language)),
            cell(Span(_level(after, name, language), "strong")),
        )
        for name in ("assessed", "fully", "placed")
    ]
    standing = (
        cell(_STANDING.say(language)),
        cell(STANDING[before.standing].say(language)),
        cell(STANDING[after.standing].say(language)),
    )
    yield Table((head, *body, standing), indent=2)
    if after.reservations:
        yield _said(_RESERVED, after.reservations, language)
    if forecast.unexplained:
        yield _said(_REMAINS, forecast.unexplained, language)
    elif after.levels.placed:
        yield paragraph(_AGREE.say(language), indent=2)


def _said(words: Text, names: tuple[str, ...], language: Language) -> Block:
    return paragraph(words.say(language).format(names=listed(names, language)), indent=2)


def _level(assessment: Assessment, name: str, language: Language) -> str:
    level = getattr(assessment.levels, name)
    names = {each.id: each.name.say(language) or each.id for each in assessment.model.levels}
    missing = _NONE if name == "placed" else BELOW
    return names[level] if level else missing.say(language)

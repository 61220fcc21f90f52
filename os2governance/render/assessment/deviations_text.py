"""Accepted deviations: criterion, accepting body, end date, and the level without them."""

from collections.abc import Iterator

from os2governance.assessment.levels import Assessment, level_without_acceptances
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.text import Language, Text
from os2governance.render.common.blocks import (
    BLANK,
    GLUE,
    Block,
    Cell,
    Span,
    Table,
    cell,
    paragraph,
)
from os2governance.render.common.levels import below_lowest, level_name, named

_ACCEPTED = Text("Accepterede afvigelser", "Accepted deviations")
_UNTIL = Text("til og med {until}", "through {until}")
_NO_END = Text("uden udløb", "without an end")
_WITHOUT = Text(
    "Uden accepterne ville produktet være vurderet til {level}.",
    "Without the acceptances the product would be assessed at {level}.",
)
_SAME = Text(
    "Uden accepterne ville det vurderede niveau være det samme.",
    "Without the acceptances the assessed level would be the same.",
)


def acceptances(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render the accepted deviations, with body and end date, and the level without them."""
    accepted = [o for o in assessment.outcomes if o.accepted]
    if not accepted:
        return
    yield BLANK
    yield paragraph(Span(_ACCEPTED.say(language), "title"))
    accepted.sort(key=lambda o: _until(o) or "9999")
    yield Table(tuple(_accepted(assessment, o, language) for o in accepted), indent=2)
    level = level_without_acceptances(assessment)
    said = _SAME.say(language)
    if level != assessment.levels.assessed:
        model = assessment.model
        below = below_lowest(model, language)
        name = below if level is None else level_name(model, level, language)
        said = _WITHOUT.say(language).format(level=name)
    yield paragraph(said, indent=2)


def _until(outcome: Outcome) -> str:
    deviation = outcome.deviation
    end = deviation.acceptance.until if deviation and deviation.acceptance else None
    return end.isoformat() if end else ""


def _accepted(assessment: Assessment, outcome: Outcome, language: Language) -> tuple[Cell, ...]:
    acceptance = outcome.deviation.acceptance if outcome.deviation else None
    if acceptance is None:
        return (named(outcome, language),)
    until = _until(outcome)
    end = _UNTIL.say(language).format(until=until) if until else _NO_END.say(language)
    role = assessment.model.role_names.get(acceptance.by)
    by = role.say(language) if role else acceptance.by
    said = ". ".join(filter(None, (acceptance.grounds.strip().rstrip("."), acceptance.reference)))
    who = Span(f"{by}, {acceptance.on.isoformat()}. {said}", "faint")
    return named(outcome, language), cell(end.replace(" ", GLUE)), cell(who)

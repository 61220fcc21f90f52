"""Accepted deviations: criterion, accepting body, end date, and the level without them."""

from collections.abc import Iterator

from os2governance.assessment.levels import Assessment, find_level_without_acceptances
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.text import Language, _
from os2governance.render.common.blocks import (
    BLANK,
    NBSP,
    Block,
    Cell,
    Span,
    TextTable,
    cell,
    paragraph,
)
from os2governance.render.common.levels import (
    render_below_lowest,
    render_criterion_name,
)

_TITLE = _("Accepted deviations")
_UNTIL = _("through {until}")
_NO_END = _("without a deadline")
_WITHOUT_ACCEPTANCES = _("Without the acceptances the product would be assessed at {level}.")
_SAME_WITHOUT_ACCEPTANCES = _("Without the acceptances the assessed level would be the same.")


def render_accepted_deviations(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render the accepted deviations, with body and end date, and the level without them."""
    accepted = [o for o in assessment.outcomes if o.accepted]
    if not accepted:
        return
    yield BLANK
    yield paragraph(Span(_TITLE.render(language), "title"))
    accepted.sort(key=lambda o: _format_end(o) or "9999")
    yield TextTable(tuple(_render_row(assessment, o, language) for o in accepted), indent=2)
    level = find_level_without_acceptances(assessment)
    said = _SAME_WITHOUT_ACCEPTANCES.render(language)
    if level != assessment.levels.assessed:
        model = assessment.model
        below = render_below_lowest(model, language)
        name = below if level is None else model.level_name(level).render(language)
        said = _WITHOUT_ACCEPTANCES.render(language).format(level=name)
    yield paragraph(said, indent=2)


def _format_end(outcome: Outcome) -> str:
    deviation = outcome.deviation
    end = deviation.acceptance.until if deviation and deviation.acceptance else None
    return end.isoformat() if end else ""


def _render_row(assessment: Assessment, outcome: Outcome, language: Language) -> tuple[Cell, ...]:
    acceptance = outcome.deviation.acceptance if outcome.deviation else None
    if acceptance is None:
        return (render_criterion_name(outcome, language),)
    until = _format_end(outcome)
    end = _UNTIL.render(language).format(until=until) if until else _NO_END.render(language)
    role = assessment.model.role_names.get(acceptance.by)
    by = role.render(language) if role else acceptance.by
    said = ". ".join(
        filter(None, (acceptance.rationale.strip().rstrip("."), acceptance.reference))
    )
    who = Span(f"{by}, {acceptance.on.isoformat()}. {said}", "faint")
    return render_criterion_name(outcome, language), cell(end.replace(" ", NBSP)), cell(who)

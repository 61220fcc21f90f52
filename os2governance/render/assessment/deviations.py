"""Accepted deviations: criterion, level, end date, follow-up, and the level without them."""

from collections.abc import Iterator

from os2governance.analysis.level_basis import climb_without_acceptances
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.date_words import format_day
from os2governance.i18n.text import Language, _, ngettext
from os2governance.model.model import Model
from os2governance.product.decisions import Acceptance
from os2governance.render.common.blocks import BLANK, Block, Cell, Span, TextTable, cell, paragraph
from os2governance.render.common.follow_up import render_acceptance_end, render_follow_up
from os2governance.render.common.level_sentences import render_reached_phrase
from os2governance.render.common.levels import render_criterion_name, render_level_phrase

_TITLE = _("Accepted deviations")
_FOR_LEVEL = _("for {level}")
_FOR_ALL = _("for all levels")
_BY = _("{by}, {on}.")
_WITHOUT_ACCEPTANCES = _("Without the acceptances the assessed level would be: {level}.")
_SAME_WITHOUT_ACCEPTANCES = _("Without the acceptances the assessed level would be the same.")


def render_accepted_deviations(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render the accepted deviations in force, and the level without them."""
    accepted = [(o, o.acceptance) for o in assessment.outcomes if o.acceptance]
    if not accepted:
        return
    yield BLANK
    yield paragraph(Span(_TITLE.render(language), "title"))
    accepted.sort(key=lambda pair: str(pair[1].until or _LAST))
    model = assessment.model
    rows = [row for pair in accepted for row in _render_rows(model, *pair, language)]
    yield TextTable(tuple(rows), indent=2)
    without, said = climb_without_acceptances(assessment), _SAME_WITHOUT_ACCEPTANCES
    level = render_reached_phrase(model, without, language)
    if without.reached != assessment.levels.assessed:
        said = _WITHOUT_ACCEPTANCES
    yield paragraph(said.render(language).format(level=level), indent=2)


_LAST = "9999"
"""What has no end comes after all that has one."""


def _render_rows(
    model: Model, outcome: Outcome, given: Acceptance, language: Language
) -> Iterator[tuple[Cell, ...]]:
    """Yield what is accepted, for which level and until when; then by whom, and why."""
    counts = _FOR_ALL.render(language)
    if given.level:
        name = render_level_phrase(model, given.level, language)
        counts = _FOR_LEVEL.render(language).format(level=name)
    end = render_acceptance_end(given, language)
    yield render_criterion_name(outcome, language), cell(f"{counts}, {end}")
    yield cell(""), cell(Span(" ".join(list_acceptance_texts(model, given, language)), "faint"))


def list_acceptance_texts(model: Model, given: Acceptance, language: Language) -> list[str]:
    """Who accepted and when, the renewal, the grounds, the follow-up, and the reference."""
    role = model.role_names.get(given.by)
    by = role.render(language) if role else given.by
    said = [_BY.render(language).format(by=by, on=format_day(given.on, language))]
    if given.renewal:
        text = ngettext("Renewed once.", "Renewed {count} times.", given.renewal)
        said.append(text.render(language).format(count=given.renewal))
    if given.rationale.strip():
        said.append(f"{given.rationale.strip().rstrip('.')}.")
    said += render_follow_up(model, given, language)
    return [*said, *([given.reference] if given.reference else [])]

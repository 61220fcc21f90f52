"""Consequences of a decision, as text."""

from collections.abc import Iterator

from os2governance.assessment.levels import Assessment
from os2governance.authoring.decision import DecisionConsequences, RecordedAcceptance
from os2governance.i18n.symbols import LEVEL_KINDS, LIFECYCLE_LABELS
from os2governance.i18n.text import Language, Text, _, format_list
from os2governance.model.model import Model
from os2governance.render.common.blocks import Block, Span, TextTable, cell, paragraph
from os2governance.render.common.follow_up import render_acceptance_end, render_follow_up
from os2governance.render.common.level_sentences import render_acceptance_clause
from os2governance.render.common.levels import (
    render_criterion_name,
    render_level,
    render_level_phrase,
)

_HEAD = _("{name}: consequences of the decision")
_BEFORE, _AFTER = _("before"), _("after")
_RESERVATIONS = _("Reservations after it: {names}.")
_STILL_UNEXPLAINED = _(
    "Between the assessed and the placed level these criteria are still unexplained: {names}."
)
_AGREE = _("The placement matches the assessment.")
_AGREE_BY_ACCEPTANCES = _("The placement matches the assessment: {clause}.")
_ACCEPTED = _("{criterion} is accepted for {level}, {end}.")
_NO_EFFECT = _(
    "It belongs to {own}, and the acceptance counts for {level} only: no level changes by it."
)
_WITHDRAWN = _("The acceptance of the deviation from {criterion} is withdrawn.")
_RENEWAL = _("Renewal no. {number}; it was accepted {end} before.")
_NOT_PLACED = _("not placed")
_LIFECYCLE = _("Status")
_DRAFT = _("The self-assessment is a draft: it may still change.")


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
    if after.draft:
        yield paragraph(Span(_DRAFT.render(language), "warning"), indent=2, hang=2)
    for accepted in forecast.accepted:
        said = " ".join(_render_acceptance(accepted, after.model, language))
        yield paragraph(said, indent=2, hang=2)
    for name in forecast.withdrawn:
        criterion = "".join(
            span.text for span in render_criterion_name(after.outcome(name), language)
        )
        yield paragraph(_WITHDRAWN.render(language).format(criterion=criterion), indent=2, hang=2)
    if after.reservations:
        yield _render_names(_RESERVATIONS, after.reservations, language)
    if forecast.uncovered_criteria:
        yield _render_names(_STILL_UNEXPLAINED, forecast.uncovered_criteria, language)
    elif after.levels.placed:
        clause = render_acceptance_clause(after, language)
        text = _AGREE_BY_ACCEPTANCES if clause else _AGREE
        yield paragraph(text.render(language).format(clause=clause), indent=2, hang=2)


def _render_acceptance(
    accepted: RecordedAcceptance, model: Model, language: Language
) -> Iterator[str]:
    """Yield what is accepted for which level and until when, the promise, and the renewal."""
    given, criterion = accepted.given, accepted.outcome.criterion
    level = render_level_phrase(model, str(given.level), language)
    name = "".join(span.text for span in render_criterion_name(accepted.outcome, language))
    end = render_acceptance_end(given, language)
    yield _ACCEPTED.render(language).format(criterion=name, level=level, end=end)
    if not accepted.counts:
        own = render_level_phrase(model, criterion.level, language)
        yield _NO_EFFECT.render(language).format(own=own, level=level)
    yield from render_follow_up(model, given, language)
    if accepted.earlier:
        before = render_acceptance_end(accepted.earlier, language)
        yield _RENEWAL.render(language).format(number=given.renewal, end=before)


def _render_names(words: Text, names: tuple[str, ...], language: Language) -> Block:
    return paragraph(words.render(language).format(names=format_list(names, language)), indent=2)


def _render_level(assessment: Assessment, name: str, language: Language) -> str:
    if name == "placed" and assessment.levels.placed is None:
        return _NOT_PLACED.render(language)
    return render_level(assessment, name, language)

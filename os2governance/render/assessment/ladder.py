"""The ladder: level by level, every criterion by name with its status."""

from collections.abc import Iterator

from os2governance.assessment.ladder import NOT_SETTLED, REACHED, climb
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.symbols import (
    BACKING_LABELS,
    BASIS_LABELS,
    DEVIATION_LABELS,
    SEVERITY_SYMBOLS,
    STATUS_SYMBOLS,
)
from os2governance.i18n.text import Language, _
from os2governance.model.model import Level
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
from os2governance.render.common.layout import measure_width
from os2governance.render.common.level_sentences import render_own_support
from os2governance.render.common.levels import rank_level, render_status_counts, render_status_mark

_FULLY_REACHED = _("fully reached")
_REACHED_WITH_RESERVATIONS = _("reached with reservations")
_NOT_REACHED = _("not reached")
_NOT_SETTLED = _("not settled")
_EXCLUDED = _("does not apply, by the facts")
_ONLY_PLANNED = _("only planned")
_RECOMMENDED = _("recommendation")
_EVALUATED = _("evaluated")
_NEEDS = _("needs {amount}")


def render_ladder_blocks(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render each level, lowest first, with its criteria; columns are aligned across levels."""
    lights = any(o.rating for o in assessment.outcomes)
    rows = [_render_row(outcome, language, lights=lights) for outcome in assessment.outcomes]
    minimum = tuple(max(_measure_cell(row[n]) for row in rows) for n in range(len(rows[0]) - 1))
    states = climb(assessment.outcomes, assessment.model).states
    for level in assessment.model.levels:
        yield BLANK
        name = Span(level.name.render(language), "title")
        said = [
            _render_state(assessment, level, states[level.id], language),
            render_own_support(assessment, level.id, language),
        ]
        state = Span(f" · {' · '.join(filter(None, said))}{NBSP}{NBSP}", "faint")
        yield paragraph(name, state, " ", *render_status_counts(assessment.counts[level.id]))
        own = [
            row
            for row, o in zip(rows, assessment.outcomes, strict=True)
            if o.criterion.level == level.id
        ]
        yield TextTable(tuple(own), indent=2, gap=1, minimum=minimum)


def _measure_cell(cell: Cell) -> int:
    return sum(measure_width(span.text) for span in cell)


def _render_state(assessment: Assessment, level: Level, state: str, language: Language) -> str:
    levels, wanted = assessment.levels, rank_level(assessment, level.id)
    text = _NOT_SETTLED if state == NOT_SETTLED else _NOT_REACHED
    if state == REACHED:
        fully = wanted <= rank_level(assessment, levels.fully)
        text = _FULLY_REACHED if fully else _REACHED_WITH_RESERVATIONS
    needs = level.needs
    if needs.percent is None and needs.number is None:
        return text.render(language)
    amount = str(needs.number) if needs.number is not None else f"{needs.percent:g}{NBSP}%"
    return f"{text.render(language)}, {_NEEDS.render(language).format(amount=amount)}"


def _render_row(outcome: Outcome, language: Language, *, lights: bool) -> tuple[Cell, ...]:
    criterion = outcome.criterion
    title = criterion.title.render(language)
    return (
        cell(render_status_mark(outcome.status)),
        cell(Span(criterion.id, "strong")),
        cell(f"{title if title != criterion.id else ''}{NBSP}"),
        *([cell(*_render_rating(outcome, language))] if lights else []),
        cell(Span(f"{_render_backing(outcome, language)}{NBSP}", "faint")),
        cell(*_render_remarks(outcome, language)),
    )


def _render_backing(outcome: Outcome, language: Language) -> str:
    """Who stands behind it; nothing where nobody has answered."""
    if outcome.basis is None:
        return ""
    return BACKING_LABELS[outcome.backing].render(language).replace(" ", NBSP)


def _render_rating(outcome: Outcome, language: Language) -> Iterator[Span]:
    """Yield the evaluator's rating, emphasised where it differs from the status."""
    if outcome.rating:
        light = outcome.rating.status
        style = "faint" if light == outcome.status else "strong"
        yield Span(f"{_EVALUATED.render(language)}{NBSP}", style)
        yield Span(f"{STATUS_SYMBOLS[light].glyph}{NBSP}", light)


def _render_remarks(outcome: Outcome, language: Language) -> Iterator[Span]:
    """Yield the basis of the status, and further remarks on the outcome."""
    said = [BASIS_LABELS[outcome.basis].render(language)]
    if outcome.excluded:
        said = [_EXCLUDED.render(language)]
    if outcome.planned:
        said.append(_ONLY_PLANNED.render(language))
    if outcome.deviation:
        said.append(DEVIATION_LABELS[outcome.deviation.state].render(language))
    if outcome.criterion.recommended:
        said.append(_RECOMMENDED.render(language))
    yield Span("; ".join(said), "faint")
    for found in outcome.findings:
        if found.severity != "note":
            yield Span(f" {SEVERITY_SYMBOLS[found.severity].glyph}{NBSP}", found.severity)
            yield Span(found.code, "faint")

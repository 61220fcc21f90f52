"""The ladder: level by level, every criterion by name with its status."""

from collections.abc import Iterator

from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.i18n.symbols import BASIS, DEVIATION, SEVERITY, STATUS
from os2governance.i18n.text import Language, Text
from os2governance.model.model import Level
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
from os2governance.render.common.layout import width_of
from os2governance.render.common.levels import counted_lights, height, mark

_FULLY = Text("nået fuldt ud", "fully reached")
_RESERVED = Text("nået med forbehold", "reached with reservations")
_NOT = Text("ikke nået", "not reached")
_RECOMMENDED = Text("anbefaling", "recommendation")
_EVALUATED = Text("evalueret", "evaluated")
_NEEDS = Text("kræver {amount}", "needs {amount}")


def ladder(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render each level, lowest first, with its criteria; columns are aligned across levels."""
    lights = any(o.light for o in assessment.outcomes)
    rows = [_row(outcome, language, lights=lights) for outcome in assessment.outcomes]
    minimum = tuple(max(_width(row[n]) for row in rows) for n in range(len(rows[0]) - 1))
    for level in assessment.model.levels:
        yield BLANK
        name = Span(level.name.say(language), "title")
        state = Span(f" · {_state(assessment, level, language)}{GLUE}{GLUE}", "faint")
        yield paragraph(name, state, " ", *counted_lights(assessment.counts[level.id]))
        own = [
            row
            for row, o in zip(rows, assessment.outcomes, strict=True)
            if o.criterion.level == level.id
        ]
        yield Table(tuple(own), indent=2, gap=1, minimum=minimum)


def _width(each: Cell) -> int:
    return sum(width_of(span.text) for span in each)


def _state(assessment: Assessment, level: Level, language: Language) -> str:
    levels, wanted = assessment.levels, height(assessment, level.id)
    text = _NOT
    if wanted <= height(assessment, levels.assessed):
        text = _FULLY if wanted <= height(assessment, levels.fully) else _RESERVED
    needs = level.needs
    if needs.percent is None and needs.number is None:
        return text.say(language)
    amount = str(needs.number) if needs.number is not None else f"{needs.percent:g}{GLUE}%"
    return f"{text.say(language)}, {_NEEDS.say(language).format(amount=amount)}"


def _row(outcome: Outcome, language: Language, *, lights: bool) -> tuple[Cell, ...]:
    criterion = outcome.criterion
    title = criterion.title.say(language)
    return (
        cell(mark(outcome.status)),
        cell(Span(criterion.id, "strong")),
        cell(f"{title if title != criterion.id else ''}{GLUE}"),
        *([cell(*_evaluated(outcome, language))] if lights else []),
        cell(*_remarks(outcome, language)),
    )


def _evaluated(outcome: Outcome, language: Language) -> Iterator[Span]:
    """Yield the evaluator's rating, emphasised where it differs from the status."""
    if outcome.light:
        light = outcome.light.light
        style = "faint" if light == outcome.status else "strong"
        yield Span(f"{_EVALUATED.say(language)}{GLUE}", style)
        yield Span(f"{STATUS[light].mark}{GLUE}", light)


def _remarks(outcome: Outcome, language: Language) -> Iterator[Span]:
    """Yield the basis of the status, and further remarks on the outcome."""
    said = [BASIS[outcome.basis].say(language)]
    if outcome.deviation:
        said.append(DEVIATION[outcome.deviation.state].say(language))
    if outcome.criterion.recommended:
        said.append(_RECOMMENDED.say(language))
    yield Span("; ".join(said), "faint")
    for found in outcome.findings:
        if found.severity != "note":
            yield Span(f" {SEVERITY[found.severity].mark}{GLUE}", found.severity)
            yield Span(found.code, "faint")

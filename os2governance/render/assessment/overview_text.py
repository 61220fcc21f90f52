"""Several products on one page: the seven levels of each, then what blocks the next level."""

from collections.abc import Iterable, Iterator
from datetime import date

from os2governance.assessment.levels import Assessment
from os2governance.findings.finding import Finding
from os2governance.i18n.symbols import LEVELS, STANDING
from os2governance.i18n.text import Language, Text, listed
from os2governance.render.common.blocks import (
    BLANK,
    GLUE,
    Block,
    Cell,
    Paragraph,
    Span,
    Table,
    cell,
    paragraph,
)
from os2governance.render.common.findings import counted, unreadable_blocks
from os2governance.render.common.levels import (
    counted_lights,
    differences,
    foot,
    grouped,
    height,
    legend,
    level_name,
    level_said,
    short_level_cells,
    total,
)

_PRODUCT = Text("Produkt", "Product")
_TO = Text("I vejen for {level}", "In the way of {level}")
_TOP = Text("{level} er nået, det højeste niveau.", "{level} is reached, the highest level.")
_RESERVED = Text("Med forbehold", "With reservations")
_FOUND = Text("Fund", "Findings")
_ONE = Text("1 produkt er vurderet: {levels}.", "1 product is assessed: {levels}.")
_COUNT = Text("{count} produkter er vurderet: {levels}.", "{count} products assessed: {levels}.")
_BELOW = Text(
    "(under): ikke engang det laveste niveau er nået",
    "(below): not even the lowest level is reached",
)
_AT = Text("på {level}", "at {level}")
_LONGEST_NAME = 40


def overview(
    assessments: Iterable[Assessment],
    unreadable: Iterable[tuple[str, tuple[Finding, ...]]],
    language: Language,
    as_of: date,
) -> Iterator[Block]:
    """Render the page. Of each assessment only the rendered parts are kept."""
    rows: list[tuple[Cell, ...]] = []
    sections: list[list[Block]] = []
    reached: dict[tuple[str, int, str], int] = {}
    models: set[str] = set()
    for assessment in assessments:
        models.add(assessment.model.reference)
        rows.append((_name(assessment, language), *short_level_cells(assessment, language)))
        sections.append(list(_section(assessment, language)))
        key = _reached(assessment, language)
        reached[key] = reached.get(key, 0) + 1
    if rows:
        words = [Span(meaning.word.say(language), "strong") for meaning in LEVELS.values()]
        head = (cell(Span(_PRODUCT.say(language), "strong")), *[cell(word) for word in words])
        yield Table((head, *rows))
    for section in sections:
        yield BLANK
        yield from section
    apart = list(unreadable_blocks(unreadable, language))
    yield from [BLANK, *apart] if apart else []
    if rows:
        yield BLANK
        yield paragraph(*legend(language))
        yield paragraph(_BELOW.say(language))
        yield paragraph(_summary(len(rows), reached, language))
    yield foot(models, as_of, language)


def _reached(assessment: Assessment, language: Language) -> tuple[str, int, str]:
    """The sort key that puts the highest level first, and the level as text."""
    said = level_said(assessment, "assessed", language)
    level = assessment.levels.assessed
    said = said if level is None else _AT.say(language).format(level=said)
    return assessment.model.reference, -height(assessment, level), said


def _summary(count: int, reached: dict[tuple[str, int, str], int], language: Language) -> str:
    levels = listed([f"{reached[key]} {key[-1]}" for key in sorted(reached)], language)
    return (_ONE if count == 1 else _COUNT).say(language).format(count=count, levels=levels)


def _name(assessment: Assessment, language: Language) -> Cell:
    name = assessment.declaration.name
    name = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
    standing = assessment.standing
    said = "" if standing == "active" else f" ({STANDING[standing].say(language)})"
    return cell(Span(name, "title"), Span(said, "faint"))


def _section(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render what blocks one product's next level, and what deserves attention."""
    lights = counted_lights(total(assessment.counts.values()))
    yield Paragraph((*_name(assessment, language), Span(f"{GLUE}{GLUE} "), *lights))
    rows: list[tuple[Cell, ...]] = list(_in_the_way(assessment, language))
    tolerated = [assessment.outcome(id_) for id_ in assessment.reservations]
    rows += _labelled(_RESERVED.say(language), grouped(tolerated, language))
    findings = [*assessment.findings, *(f for o in assessment.outcomes for f in o.findings)]
    grave = [found for found in findings if found.severity != "note"]
    if grave:
        rows.append((cell(_FOUND.say(language)), cell(counted(grave, language))))
    yield Table(tuple(rows), indent=2)
    for difference in differences(assessment, language):
        yield Paragraph(difference, indent=2, hang=2)


def _in_the_way(assessment: Assessment, language: Language) -> Iterator[tuple[Cell, ...]]:
    level = next(iter(assessment.blockers), None)
    if level is None:
        top = level_name(assessment.model, assessment.model.level_ids[-1], language)
        yield cell(_TOP.say(language).format(level=top)), ()
        return
    outcomes = [assessment.outcome(id_) for id_ in assessment.blockers[level]]
    name = level_name(assessment.model, level, language).replace(" ", GLUE)
    yield from _labelled(_TO.say(language).format(level=name), grouped(outcomes, language))


def _labelled(label: str, rows: Iterable[tuple[Cell, Cell]]) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(rows):
        yield cell("" if number else label.replace(" ", GLUE)), *row

"""Several products on one page: the seven levels of each, then what blocks the next level."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from os2governance.assessment.levels import Assessment
from os2governance.findings.finding import Finding
from os2governance.i18n.symbols import LEVEL_KINDS, LIFECYCLE_LABELS
from os2governance.i18n.text import Language, _, format_list, ngettext
from os2governance.render.common.blocks import (
    BLANK,
    NBSP,
    Block,
    Cell,
    Paragraph,
    Span,
    TextTable,
    cell,
    paragraph,
)
from os2governance.render.common.findings import render_finding_counts, render_unreadable_blocks
from os2governance.render.common.levels import (
    add_counts,
    group_by_status,
    rank_level,
    render_footer,
    render_legend,
    render_level,
    render_level_differences,
    render_short_level_cells,
    render_status_counts,
)

_PRODUCT = _("Product")
_IN_THE_WAY = _("Blocking {level}")
_HIGHEST_REACHED = _("{level} is reached, the highest level.")
_RESERVED = _("With reservations")
_FINDINGS = _("Findings")
_BELOW = _("(none yet): the lowest level is not reached")
_AT_LEVEL = _("at {level}")
_MAX_NAME_LENGTH = 40


class OverviewProduct(NamedTuple):
    """What the page keeps of one product: the rendered parts, and what is counted.

    `reached` sorts the highest level first, and ends with the level as text.
    """

    model: str
    row: tuple[Cell, ...]
    section: tuple[Block, ...]
    reached: tuple[str, int, str]


def render_overview_product(assessment: Assessment, language: Language) -> OverviewProduct:
    """Render the parts of one product; plain, to cross a pipe."""
    name = _render_name(assessment, language)
    return OverviewProduct(
        assessment.model.reference,
        (name, *render_short_level_cells(assessment, language)),
        tuple(_render_product(assessment, language)),
        _build_level_key(assessment, language),
    )


def render_overview_blocks(
    products: Iterable[OverviewProduct],
    unreadable: Iterable[tuple[str, tuple[Finding, ...]]],
    language: Language,
    as_of: date,
) -> Iterator[Block]:
    """Render the page; `unreadable` is read after the products."""
    rows: list[tuple[Cell, ...]] = []
    sections: list[tuple[Block, ...]] = []
    reached: dict[tuple[str, int, str], int] = {}
    models: set[str] = set()
    for product in products:
        models.add(product.model)
        rows.append(product.row)
        sections.append(product.section)
        reached[product.reached] = reached.get(product.reached, 0) + 1
    if rows:
        words = [Span(meaning.word.render(language), "strong") for meaning in LEVEL_KINDS.values()]
        head = (cell(Span(_PRODUCT.render(language), "strong")), *[cell(word) for word in words])
        yield TextTable((head, *rows))
    for section in sections:
        yield BLANK
        yield from section
    apart = list(render_unreadable_blocks(unreadable, language))
    yield from [BLANK, *apart] if apart else []
    if rows:
        yield BLANK
        yield paragraph(*render_legend(language))
        yield paragraph(_BELOW.render(language))
        yield paragraph(_render_summary(len(rows), reached, language))
    yield render_footer(models, as_of, language)


def _build_level_key(assessment: Assessment, language: Language) -> tuple[str, int, str]:
    """The sort key that puts the highest level first, and the level as text."""
    said = render_level(assessment, "assessed", language)
    level = assessment.levels.assessed
    said = said if level is None else _AT_LEVEL.render(language).format(level=said)
    return assessment.model.reference, -rank_level(assessment, level), said


def _render_summary(
    count: int, reached: dict[tuple[str, int, str], int], language: Language
) -> str:
    levels = format_list([f"{reached[key]} {key[-1]}" for key in sorted(reached)], language)
    return (
        (
            ngettext(
                "1 product is assessed: {levels}.", "{count} products assessed: {levels}.", count
            )
        )
        .render(language)
        .format(count=count, levels=levels)
    )


def _render_name(assessment: Assessment, language: Language) -> Cell:
    name = assessment.product.name
    name = name if len(name) <= _MAX_NAME_LENGTH else f"{name[: _MAX_NAME_LENGTH - 1]}…"
    standing = assessment.lifecycle
    said = "" if standing == "active" else f" ({LIFECYCLE_LABELS[standing].render(language)})"
    return cell(Span(name, "title"), Span(said, "faint"))


def _render_product(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render what blocks one product's next level, and what deserves attention."""
    lights = render_status_counts(add_counts(assessment.counts.values()))
    yield Paragraph((*_render_name(assessment, language), Span(f"{NBSP}{NBSP} "), *lights))
    rows: list[tuple[Cell, ...]] = list(_render_blockers(assessment, language))
    tolerated = [assessment.outcome(id_) for id_ in assessment.reservations]
    rows += _label_first_row(_RESERVED.render(language), group_by_status(tolerated, language))
    findings = [*assessment.findings, *(f for o in assessment.outcomes for f in o.findings)]
    grave = [found for found in findings if found.severity != "note"]
    if grave:
        rows.append(
            (cell(_FINDINGS.render(language)), cell(render_finding_counts(grave, language)))
        )
    yield TextTable(tuple(rows), indent=2)
    for difference in render_level_differences(assessment, language):
        yield Paragraph(difference, indent=2, hang=2)


def _render_blockers(assessment: Assessment, language: Language) -> Iterator[tuple[Cell, ...]]:
    level = next(iter(assessment.blockers), None)
    if level is None:
        top = assessment.model.level_name(assessment.model.level_ids[-1]).render(language)
        yield cell(_HIGHEST_REACHED.render(language).format(level=top)), ()
        return
    outcomes = [assessment.outcome(id_) for id_ in assessment.blockers[level]]
    name = assessment.model.level_name(level).render(language).replace(" ", NBSP)
    yield from _label_first_row(
        _IN_THE_WAY.render(language).format(level=name), group_by_status(outcomes, language)
    )


def _label_first_row(label: str, rows: Iterable[tuple[Cell, Cell]]) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(rows):
        yield cell("" if number else label.replace(" ", NBSP)), *row

"""Several products on one page: the levels of each, then what is open and what blocks the next."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from os2governance.analysis.difference import find_level_state
from os2governance.assessment.ladder import NOT_REACHED, NOT_SETTLED, climb
from os2governance.assessment.levels import Assessment
from os2governance.findings.finding import Finding
from os2governance.i18n.symbols import KIND_LABELS, LEVEL_KINDS, LIFECYCLE_LABELS
from os2governance.i18n.text import Language, _, format_sentence, ngettext
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
from os2governance.render.common.level_sentences import (
    render_acceptance_clause,
    render_open_clause,
    render_support_sentence,
)
from os2governance.render.common.levels import (
    NOT_STATED,
    add_counts,
    group_by_status,
    rank_level,
    render_footer,
    render_legend,
    render_level,
    render_level_differences,
    render_level_phrase,
    render_level_word,
    render_status_counts,
)

_KINDS = ("placed", "assessed", "declared", "evaluated", "possible", "recommended")
"""The levels that fit beside each other; the page of a product has all nine."""
_PRODUCT = _("Product")
_IN_THE_WAY = _("Blocking {level}")
_OPEN = _("Open criteria")
_HIGHEST_REACHED = _("{level} is reached, the highest level.")
_REACHED = _("{level} is reached {how}")
_RESERVED = _("With reservations")
_FINDINGS = _("Findings")
_NONE_YET = _("none yet")
_DRAFT = _("draft")
_AT_LEAST = _("at least {level}")
_LEGEND = _(
    "Not settled: it depends on criteria that are open. (none yet): the lowest level is not "
    "reached. {none}: nobody has stated it."
)
_OF_LADDER = _("{model}, {kind}: {count} assessed ({levels}).")
_MAX_NAME_LENGTH = 40


class Ladder(NamedTuple):
    """What products are counted within: those of one kind by one model."""

    model: str
    kind: str


class ReachedLevel(NamedTuple):
    """The assessed level as text; `order` sorts the highest first, and those without one last."""

    order: int
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OverviewProduct:
    """What the page keeps of one product: the rendered parts, and what is counted.

    `evaluated` is the model's word above that column.
    """

    ladder: Ladder
    evaluated: str
    row: tuple[Cell, ...]
    section: tuple[Block, ...]
    reached: ReachedLevel
    draft: bool


def render_overview_product(assessment: Assessment, language: Language) -> OverviewProduct:
    """Render the parts of one product; plain, to cross a pipe."""
    cells = [cell(_render_short_level(assessment, kind, language)) for kind in _KINDS]
    return OverviewProduct(
        ladder=Ladder(assessment.model.reference, assessment.product.kind),
        evaluated=render_level_word(assessment.model, "evaluated", language),
        row=(_render_name(assessment, language), *cells),
        section=tuple(_render_product(assessment, language)),
        reached=_build_reached_level(assessment, language),
        draft=assessment.draft,
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
    reached: dict[Ladder, Counter[ReachedLevel]] = {}
    evaluated: set[str] = set()
    models: set[str] = set()
    drafts = 0
    for product in products:
        models.add(product.ladder.model)
        evaluated.add(product.evaluated)
        rows.append(product.row)
        sections.append(product.section)
        if product.draft:
            drafts += 1
        else:
            reached.setdefault(product.ladder, Counter())[product.reached] += 1
    if rows:
        yield TextTable((_render_head(evaluated, language), *rows))
    for section in sections:
        yield BLANK
        yield from section
    apart = list(render_unreadable_blocks(unreadable, language))
    yield from [BLANK, *apart] if apart else []
    if rows:
        yield BLANK
        yield paragraph(*render_legend(language))
        yield paragraph(_LEGEND.render(language).format(none=NOT_STATED), hang=2)
        yield from _render_summary(reached, drafts, language)
    yield render_footer(models, as_of, language)


def _render_head(evaluated: set[str], language: Language) -> tuple[Cell, ...]:
    words = {kind: LEVEL_KINDS[kind].word.render(language) for kind in _KINDS}
    if len(evaluated) == 1:
        words["evaluated"] = min(evaluated)
    names = (_PRODUCT.render(language), *words.values())
    return tuple(cell(Span(name, "strong")) for name in names)


def _render_short_level(assessment: Assessment, kind: str, language: Language) -> Span:
    """A level in the table: one that may yet be higher says so, none at all is in brackets."""
    level: str | None = getattr(assessment.levels, kind)
    if kind == "assessed" and level is not None and not assessment.settled:
        name = render_level_phrase(assessment.model, level, language).replace(" ", NBSP)
        return Span(_AT_LEAST.render(language).format(level=name))
    if find_level_state(assessment, kind) == NOT_REACHED:
        return Span(f"({_NONE_YET.render(language)})")
    said = render_level(assessment, kind, language)
    return Span(said, "faint" if said == NOT_STATED else "")


# -- figures ----------------------------------------------------------------------------------


def _build_reached_level(assessment: Assessment, language: Language) -> ReachedLevel:
    level, model = assessment.levels.assessed, assessment.model
    if level is not None:
        said = render_level_phrase(model, level, language)
        return ReachedLevel(-rank_level(assessment, level), said)
    unsettled = find_level_state(assessment, "assessed") == NOT_SETTLED
    return ReachedLevel(1 if unsettled else 2, render_level(assessment, "assessed", language))


def _render_summary(
    reached: dict[Ladder, Counter[ReachedLevel]], drafts: int, language: Language
) -> Iterator[Block]:
    """Count the products at each level; those of another model or kind are counted apart."""
    for ladder, counts in sorted(reached.items()):
        levels = ", ".join(f"{key.text}: {counts[key]}" for key in sorted(counts))
        count = sum(counts.values())
        whole = ngettext(
            "1 product assessed ({levels}).", "{count} products assessed ({levels}).", count
        )
        text = whole if len(reached) == 1 and ladder.kind == "product" else _OF_LADDER
        kind = KIND_LABELS[ladder.kind].render(language)
        yield paragraph(
            text.render(language).format(
                count=count, levels=levels, model=ladder.model, kind=kind
            ),
            hang=2,
        )
    if drafts:
        text = ngettext("1 draft is not counted.", "{count} drafts are not counted.", drafts)
        yield paragraph(text.render(language).format(count=drafts))


# -- one product ------------------------------------------------------------------------------


def _render_name(assessment: Assessment, language: Language) -> Cell:
    name = assessment.product.name
    name = name if len(name) <= _MAX_NAME_LENGTH else f"{name[: _MAX_NAME_LENGTH - 1]}…"
    standing = assessment.lifecycle
    said = [] if standing == "active" else [LIFECYCLE_LABELS[standing].render(language)]
    said += [_DRAFT.render(language)] if assessment.draft else []
    return cell(Span(name, "title"), Span(f" ({', '.join(said)})" if said else "", "faint"))


def _render_product(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render what leaves one product's level open or blocks it, and what deserves attention."""
    lights = render_status_counts(add_counts(assessment.counts.values()))
    yield Paragraph((*_render_name(assessment, language), Span(f"{NBSP}{NBSP} "), *lights))
    yield paragraph(" ".join(_list_sentences(assessment, language)), indent=2, hang=2)
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


def _list_sentences(assessment: Assessment, language: Language) -> Sequence[str]:
    """Whether the level is settled, what it rests on, and how much of it is confirmed."""
    said = [render_open_clause(assessment, language)]
    if accepted := render_acceptance_clause(assessment, language):
        level = render_level(assessment, "assessed", language)
        said.append(_REACHED.render(language).format(level=level, how=accepted))
    sentences = [format_sentence(each) for each in said if each]
    support = render_support_sentence(assessment, language)
    return [*sentences, support] if support else sentences


def _render_blockers(assessment: Assessment, language: Language) -> Iterator[tuple[Cell, ...]]:
    model = assessment.model
    level = next(iter(assessment.blockers), None)
    if level is None:
        top = model.level_name(model.level_ids[-1]).render(language)
        yield cell(_HIGHEST_REACHED.render(language).format(level=top)), ()
        return
    outcomes = [assessment.outcome(id_) for id_ in assessment.blockers[level]]
    unsettled = not assessment.settled and climb(assessment.outcomes, model).states[level] == (
        NOT_SETTLED
    )
    label = (_OPEN if unsettled else _IN_THE_WAY).render(language)
    name = render_level_phrase(model, level, language)
    yield from _label_first_row(label.format(level=name), group_by_status(outcomes, language))


def _label_first_row(label: str, rows: Iterable[tuple[Cell, Cell]]) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(rows):
        yield cell("" if number else label.replace(" ", NBSP)), *row

"""The summary kept of a product once its own pages are written, enough for all shared pages.

Summaries are plain data, so that a pipe can carry them from the process that assessed the product;
a portfolio of thousands is held as summaries, never as assessments.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from os2governance.analysis.decision_log import LogEntry
from os2governance.analysis.forecast import TurningPoint
from os2governance.assessment.levels import Assessment
from os2governance.i18n.symbols import LEVEL_KINDS
from os2governance.i18n.text import LANGUAGES, Language
from os2governance.render.common.levels import render_level


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductSummary:
    """The summary of one product.

    `level_texts` are the seven levels as text, by language; `level_indexes` the assessed and the
    placed level counted from the lowest as 0, -1 below it, None where there is none. `statuses`
    and `ratings` align with the model's criteria; `ratings` is empty where no evaluation counts.
    `last_placement` is the last decision on its level (kind and day), `next_fall` the first day on
    which the assessed level falls by itself, followed by the new level in each language.
    """

    product: str
    name: str
    kind: str
    lifecycle: str
    model: str
    digest: str
    file: str
    declared_on: str
    level_texts: dict[str, list[str]]
    level_indexes: list[int | None]
    statuses: list[str]
    accepted: list[str]
    ratings: list[str]
    evaluated_on: str
    reservations: int
    last_placement: list[str]
    next_fall: list[str]
    contradictions: int

    @property
    def assessed_index(self) -> int:
        """The index of the assessed level; -1 below the lowest."""
        return -1 if self.level_indexes[0] is None else self.level_indexes[0]

    def render_level(self, kind: str, language: Language) -> str:
        """One of the seven levels as text."""
        return self.level_texts[language][list(LEVEL_KINDS).index(kind)]

    def count_status(self, status: str) -> int:
        """Count the criteria with a status."""
        return self.statuses.count(status)


def build_product_summary(
    assessment: Assessment, log: Iterable[LogEntry], turns: Iterable[TurningPoint]
) -> ProductSummary:
    """Build the summary of a product for the pages about many products.

    `log` are the product's decisions, newest first; `turns` the turning points, earliest first.
    """
    product, model = assessment.product, assessment.model
    evaluation = assessment.evaluation
    findings = [found for outcome in assessment.outcomes for found in outcome.findings]
    return ProductSummary(
        product=product.id,
        name=product.name,
        kind=product.kind,
        lifecycle=assessment.lifecycle,
        model=model.reference,
        digest=model.digest,
        file=assessment.document.file,
        declared_on=assessment.declared_on.isoformat() if assessment.declared_on else "",
        level_texts={
            language: [render_level(assessment, kind, language) for kind in LEVEL_KINDS]
            for language in LANGUAGES
        },
        level_indexes=_level_indexes(assessment),
        statuses=[outcome.status for outcome in assessment.outcomes],
        accepted=[each.criterion.id for each in assessment.outcomes if each.accepted],
        ratings=_list_ratings(assessment),
        evaluated_on=evaluation.on.isoformat() if evaluation else "",
        reservations=len(assessment.reservations),
        last_placement=next(([e.kind, e.on.isoformat()] for e in log if e.level is not None), []),
        next_fall=_find_first_fall(turns),
        contradictions=sum(found.entry.answer == "contradicted" for found in findings),
    )


def _level_indexes(assessment: Assessment) -> list[int | None]:
    """The indexes of the assessed level, and of the placed one or None."""
    order, levels = assessment.model.level_ids, assessment.levels
    assessed = -1 if levels.assessed is None else order.index(levels.assessed)
    placed = None if levels.placed is None else order.index(levels.placed)
    return [assessed, placed]


def _list_ratings(assessment: Assessment) -> list[str]:
    given = [outcome.rating.status if outcome.rating else "" for outcome in assessment.outcomes]
    return given if any(given) else []


def _find_first_fall(turns: Iterable[TurningPoint]) -> list[str]:
    """The day on which the assessed level first falls, then the new level in each language."""
    for turn in turns:
        before, after = turn.change.before, turn.after
        if before and _level_indexes(after)[0] < _level_indexes(before)[0]:  # type: ignore[operator]
            said = (render_level(after, "assessed", language) for language in LANGUAGES)
            return [turn.on.isoformat(), *said]
    return []


def sort_summaries_by_level(cards: Iterable[ProductSummary]) -> list[ProductSummary]:
    """Sort summaries by level, highest first; those of one level by name."""
    return sorted(cards, key=lambda c: (-c.assessed_index, *_name_key(c)))


def sort_summaries_by_name(cards: Iterable[ProductSummary]) -> list[ProductSummary]:
    """Sort summaries by name."""
    return sorted(cards, key=_name_key)


def sort_summaries_by_placement(cards: Iterable[ProductSummary]) -> list[ProductSummary]:
    """Sort summaries by the day of their last placement, newest first; the others by name."""
    ordered = sort_summaries_by_name(cards)
    return sorted(
        ordered, key=lambda c: c.last_placement[1] if c.last_placement else "", reverse=True
    )


_DANISH_ORDER = str.maketrans("æøå", "{|}")  # the characters that follow z


def _name_key(card: ProductSummary) -> tuple[Any, ...]:
    return card.name.casefold().translate(_DANISH_ORDER), card.product, card.file


def split_into_pages(cards: Sequence[ProductSummary], size: int) -> list[Sequence[ProductSummary]]:
    """Split summaries into pages; there is always at least one."""
    return [cards[start : start + size] for start in range(0, len(cards), size)] or [()]

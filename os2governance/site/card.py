"""The summary kept of a product once its own pages are written, enough for all shared pages.

Summaries are plain data, so that a pipe can carry them from the process that assessed the product;
a portfolio of thousands is held as summaries, never as assessments.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from os2governance.analysis.decision_log import Entry
from os2governance.analysis.forecast import Turn
from os2governance.assessment.levels import Assessment
from os2governance.i18n.symbols import LEVELS
from os2governance.i18n.text import LANGUAGES, Language
from os2governance.render.common.levels import level_said


class Card(NamedTuple):
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
    standing: str
    model: str
    digest: str
    file: str
    declared_on: str
    said: dict[str, list[str]]
    heights: list[int | None]
    statuses: list[str]
    accepted: list[str]
    lights: list[str]
    evaluated_on: str
    reservations: int
    moved: list[str]
    falls: list[str]
    contradictions: int

    @property
    def assessed(self) -> int:
        """The index of the assessed level; -1 below the lowest."""
        return -1 if self.heights[0] is None else self.heights[0]

    def level(self, kind: str, language: Language) -> str:
        """One of the seven levels as text."""
        return self.said[language][list(LEVELS).index(kind)]

    def count(self, status: str) -> int:
        """Count the criteria with a status."""
        return self.statuses.count(status)


def card(assessment: Assessment, log: Iterable[Entry], turns: Iterable[Turn]) -> Card:
    """Build the summary of a product for the pages about many products.

    `log` are the product's decisions, newest first; `turns` the turning points, earliest first.
    """
    declaration, model = assessment.declaration, assessment.model
    evaluation = assessment.evaluation
    codes = [found.code for outcome in assessment.outcomes for found in outcome.findings]
    return Card(
        product=declaration.product,
        name=declaration.name,
        kind=declaration.kind,
        standing=assessment.standing,
        model=model.reference,
        digest=model.digest,
        file=declaration.document.file,
        declared_on=declaration.declared_on.isoformat(),
        said={
            language: [level_said(assessment, kind, language) for kind in LEVELS]
            for language in LANGUAGES
        },
        heights=_heights(assessment),
        statuses=[outcome.status for outcome in assessment.outcomes],
        accepted=[each.criterion.id for each in assessment.outcomes if each.accepted],
        lights=_lights(assessment),
        evaluated_on=evaluation.on.isoformat() if evaluation else "",
        reservations=len(assessment.reservations),
        moved=next(([e.kind, e.on.isoformat()] for e in log if e.level is not None), []),
        falls=_fall(turns),
        contradictions=codes.count("contradiction"),
    )


def _heights(assessment: Assessment) -> list[int | None]:
    """The indexes of the assessed level, and of the placed one or None."""
    order, levels = assessment.model.level_ids, assessment.levels
    assessed = -1 if levels.assessed is None else order.index(levels.assessed)
    placed = None if levels.placed is None else order.index(levels.placed)
    return [assessed, placed]


def _lights(assessment: Assessment) -> list[str]:
    given = [outcome.light.light if outcome.light else "" for outcome in assessment.outcomes]
    return given if any(given) else []


def _fall(turns: Iterable[Turn]) -> list[str]:
    """The day on which the assessed level first falls, then the new level in each language."""
    for turn in turns:
        before, after = turn.change.before, turn.after
        if before and _heights(after)[0] < _heights(before)[0]:  # type: ignore[operator]
            said = (level_said(after, "assessed", language) for language in LANGUAGES)
            return [turn.on.isoformat(), *said]
    return []


def by_level(cards: Iterable[Card]) -> list[Card]:
    """Sort summaries by level, highest first; those of one level by name."""
    return sorted(cards, key=lambda c: (-c.assessed, *_name(c)))


def by_name(cards: Iterable[Card]) -> list[Card]:
    """Sort summaries by name."""
    return sorted(cards, key=_name)


def by_change(cards: Iterable[Card]) -> list[Card]:
    """Sort summaries by the day of their last placement, newest first; the others by name."""
    ordered = by_name(cards)
    return sorted(ordered, key=lambda c: c.moved[1] if c.moved else "", reverse=True)


_DANISH = str.maketrans({"æ": "z1", "ø": "z2", "å": "z3"})


def _name(card: Card) -> tuple[Any, ...]:
    return card.name.casefold().translate(_DANISH), card.product, card.file


def in_pages(cards: Sequence[Card], size: int) -> list[Sequence[Card]]:
    """Split summaries into pages; there is always at least one."""
    return [cards[start : start + size] for start in range(0, len(cards), size)] or [()]

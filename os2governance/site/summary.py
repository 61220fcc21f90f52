"""The summary kept of a product once its own pages are written, enough for all shared pages.

Summaries are plain data, so that a pipe can carry them from the process that assessed the product;
a portfolio of thousands is held as summaries, never as assessments.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from os2governance.analysis.decision_log import LogEntry
from os2governance.analysis.forecast import TurningPoint
from os2governance.analysis.level_basis import list_bearing_acceptances
from os2governance.assessment.ladder import NOT_SETTLED
from os2governance.assessment.levels import Assessment
from os2governance.i18n.date_words import format_day
from os2governance.i18n.symbols import LEVEL_KINDS
from os2governance.i18n.text import LANGUAGES, Language, _, format_sentence, lower_first_letter
from os2governance.render.common.level_sentences import (
    render_acceptance_count,
    render_level_without,
    render_open_clause,
)
from os2governance.render.common.levels import rank_level, render_level

_PLACED = _("Placed: {level}")
_NOT_PLACED = _("Not placed")
_ASSESSED = _("Assessed: {level}")
_AT_LEAST = _("at least {level}")
_DECIDED = _("decided by {who} on {day}")
BELOW = -1
"""The height of no level."""


class LevelHeights(NamedTuple):
    """How high up a product is, the lowest level being 0, and no level -1.

    `placed` is None where nobody has placed it; `possible` is the highest that is left.
    """

    placed: int | None
    assessed: int
    possible: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductSummary:
    """The summary of one product.

    `level_texts` are the nine levels as text, by language; `steps` is the number of levels of
    its model, `state` tells apart why no level is assessed, and `settled` is whether none
    above is left open. `sentences` say what is open, and what the level rests on.
    `badge_labels` are the model's words, `level_colours` its colours of levels, if it gives
    any. `decided` is who placed it and when, empty without a placement. `resting` counts the
    accepted deviations that the placed and the assessed level rest on. `statuses`, `declared`
    (what the declaration alone gives) and `ratings` align with the model's criteria; `ratings`
    is empty where no evaluation counts. `last_placement` is the last decision on its level
    (kind and day), `next_fall` the first day on which the assessed level falls by itself, then
    the new level in each language.
    """

    product: str
    name: str
    kind: str
    lifecycle: str
    draft: bool
    model: str
    digest: str
    file: str
    declared_on: str
    level_texts: dict[str, list[str]]
    heights: LevelHeights
    steps: int
    state: str
    settled: bool
    sentences: dict[str, list[str]]
    badge_labels: dict[str, str]
    level_colours: list[str]
    decided: dict[str, str]
    resting: dict[str, int]
    statuses: list[str]
    declared: list[str]
    accepted: list[str]
    ratings: list[str]
    evaluated_on: str
    reservations: int
    last_placement: list[str]
    next_fall: list[str]
    contradictions: int

    @property
    def counted(self) -> bool:
        """Whether it is in the figures: neither closed nor a draft (semantics §6)."""
        return self.lifecycle != "closed" and not self.draft

    @property
    def rank(self) -> tuple[int, int]:
        """How high up it stands: by the placed level, then by the assessed one."""
        placed = BELOW if self.heights.placed is None else self.heights.placed
        return placed, rank_assessed(self.heights.assessed, self.state)

    def render_level(self, kind: str, language: Language) -> str:
        """One of the nine levels as text."""
        return self.level_texts[language][list(LEVEL_KINDS).index(kind)]

    def phrase_level(self, kind: str, language: Language) -> str:
        """One of the nine levels as text inside a sentence."""
        level = lower_first_letter(self.render_level(kind, language))
        if kind == "assessed" and self.heights.assessed > BELOW and not self.settled:
            level = _AT_LEAST.render(language).format(level=level)
        return self.add_acceptances(level, kind, language)

    def add_acceptances(self, level: str, kind: str, language: Language) -> str:
        """The text of a level, with the accepted deviations that it rests on."""
        count = render_acceptance_count(self.resting[kind], language)
        return f"{level} {count}" if count else level

    def render_placed(self, language: Language) -> str:
        """The level that the product is placed at, or that it is not placed."""
        if self.heights.placed is None:
            return _NOT_PLACED.render(language)
        level = self.phrase_level("placed", language)
        return _PLACED.render(language).format(level=level)

    def render_assessed(self, language: Language) -> str:
        """The assessed level; one that is not settled is never told as a low one."""
        level = self.phrase_level("assessed", language)
        return _ASSESSED.render(language).format(level=level)

    def count_status(self, status: str) -> int:
        """Count the criteria with a status."""
        return self.statuses.count(status)


def build_product_summary(
    assessment: Assessment, log: Sequence[LogEntry], turns: Iterable[TurningPoint]
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
        draft=assessment.draft,
        model=model.reference,
        digest=model.digest,
        file=assessment.document.file,
        declared_on=assessment.declared_on.isoformat() if assessment.declared_on else "",
        level_texts={
            language: [render_level(assessment, kind, language) for kind in LEVEL_KINDS]
            for language in LANGUAGES
        },
        heights=_measure_heights(assessment),
        steps=len(model.levels),
        state=assessment.states["assessed"],
        settled=assessment.settled,
        sentences={
            language: list(list_level_sentences(assessment, language)) for language in LANGUAGES
        },
        badge_labels={each: model.words.badge.render(each) for each in LANGUAGES},
        level_colours=list(model.look.levels),
        decided={each: _render_decided(assessment, log, each) for each in LANGUAGES},
        resting={
            kind: len(list_bearing_acceptances(assessment, getattr(assessment.levels, kind)))
            for kind in ("placed", "assessed")
        },
        statuses=[outcome.status for outcome in assessment.outcomes],
        declared=[outcome.declared for outcome in assessment.outcomes],
        accepted=[each.criterion.id for each in assessment.outcomes if each.accepted],
        ratings=_list_ratings(assessment),
        evaluated_on=evaluation.on.isoformat() if evaluation else "",
        reservations=len(assessment.reservations),
        last_placement=next(([e.kind, e.on.isoformat()] for e in log if e.kind in PLACEMENTS), []),
        next_fall=_find_first_fall(turns),
        contradictions=sum(found.entry.answer == "contradicted" for found in findings),
    )


PLACEMENTS = ("placed", "up", "down", "kept")
"""The kinds of decisions that place a product."""


def _measure_heights(assessment: Assessment) -> LevelHeights:
    levels = assessment.levels
    return LevelHeights(
        None if levels.placed is None else rank_level(assessment, levels.placed),
        rank_level(assessment, levels.assessed),
        rank_level(assessment, levels.possible),
    )


def list_level_sentences(assessment: Assessment, language: Language) -> Iterable[str]:
    """What leaves a level open, and what the levels are without acceptances (semantics §5)."""
    if open_ := render_open_clause(assessment, language, titled=True):
        yield format_sentence(open_)
    levels = assessment.levels
    for level in dict.fromkeys((levels.placed, levels.assessed)):
        if without := render_level_without(assessment, level, language):
            yield without


def _render_decided(assessment: Assessment, log: Iterable[LogEntry], language: Language) -> str:
    """Who decided on the placed level and when; empty without a placement."""
    placing = next((entry for entry in log if entry.kind in PLACEMENTS), None)
    if placing is None or assessment.levels.placed is None:
        return ""
    role = assessment.model.roles_by_id[placing.by].phrase.render(language)
    day = format_day(placing.on, language)
    return _DECIDED.render(language).replace("{day}", day).replace("{who}", role)


def _list_ratings(assessment: Assessment) -> list[str]:
    given = [outcome.rating.status if outcome.rating else "" for outcome in assessment.outcomes]
    return given if any(given) else []


def _find_first_fall(turns: Iterable[TurningPoint]) -> list[str]:
    """The day on which the assessed level first falls, then the new level in each language."""
    for turn in turns:
        before, after = turn.change.before, turn.after
        if before and _rank(after) < _rank(before):
            said = (render_level(after, "assessed", language) for language in LANGUAGES)
            return [turn.on.isoformat(), *said]
    return []


def _rank(assessment: Assessment) -> int:
    height = rank_level(assessment, assessment.levels.assessed)
    return rank_assessed(height, assessment.states["assessed"])


def rank_assessed(height: int, state: str) -> int:
    """The rank of an assessed level: without one, what is not settled is above what is stopped."""
    return height - 1 if height == BELOW and state != NOT_SETTLED else height


def sort_summaries_by_level(
    cards: Iterable[ProductSummary], models: Sequence[str] = ()
) -> list[ProductSummary]:
    """Sort summaries by level, highest first; those of one level by name.

    Levels of different models cannot be compared: they come in the order of `models`.
    """
    order = {reference: number for number, reference in enumerate(models)}

    def key(card: ProductSummary) -> tuple[Any, ...]:
        placed, assessed = card.rank
        return order.get(card.model, len(order)), -placed, -assessed, *_name_key(card)

    return sorted(cards, key=key)


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

"""The lists of products: all of them, and those of each level.

Products are listed by the level at which they are placed and by the assessed one. Levels of
different models are different levels; projects, drafts and closed products are in no count of a
level (semantics §6, §8).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from os2governance.analysis.decision_log import LogEntry
from os2governance.assessment.ladder import NOT_SETTLED
from os2governance.i18n.symbols import KIND_LABELS, LEVEL_KINDS, LIFECYCLE_LABELS, STATUS_SYMBOLS
from os2governance.i18n.text import LANGUAGES, Language, Text, _, as_text
from os2governance.model.model import Model
from os2governance.portfolio.figures import PROJECT, Portfolio
from os2governance.render.common.levels import render_below_lowest
from os2governance.site.summary import (
    BELOW,
    ProductSummary,
    sort_summaries_by_level,
    sort_summaries_by_name,
    sort_summaries_by_placement,
    split_into_pages,
)
from os2governance.site.template import Site, render_site_page

SUMMARIES_PER_PAGE = 96
"""Summaries on a page, so that none is over 300 kB."""
ALL_PRODUCTS = _("All")
_PROJECTS, _DRAFTS, _CLOSED = _("Projects"), _("Drafts"), _("Closed")
_NOT_PLACED, _NOT_SETTLED = _("Not placed"), _("Not settled")
_HEADING = _("{kind}: {level}")


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteContent:
    """The data available once every product has been assessed.

    `unreadable` are the files of products that cannot be used; `models` are all known versions by
    their names, including those not in use.
    """

    summaries: Sequence[ProductSummary]
    log: Sequence[LogEntry]
    unreadable: Sequence[str]
    models: Mapping[str, Model]
    figures: Portfolio


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductFilter:
    """A filter of the list of products: those that it shows, and the path of their page."""

    key: str
    name: Text
    heading: Text
    path: str
    products: tuple[ProductSummary, ...]


class FilterGroup(NamedTuple):
    """Filters that belong together, such as the levels of a model, and what they are called."""

    name: Text
    filters: tuple[ProductFilter, ...]


def render_model_lists(
    gathered: SiteContent, language: Language, site: Site
) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of each model, in its own words and look; none where there is one model."""
    for model in _list_fronts(gathered):
        own = replace(
            gathered,
            summaries=[card for card in gathered.summaries if _find_id(card) == model.id],
            unreadable=[],
            figures=_select_figures(gathered, model.id),
        )
        words = {
            each: site.words[each]._replace(
                heading=model.words.site_title.render(each),
                intro=model.words.site_intro.render(each),
            )
            for each in LANGUAGES
        }
        pages = replace(site, words=words, look_file=site.find_look_file(model.id))
        yield from render_product_lists(own, language, pages, stem=f"models/{model.id}/")


def _list_fronts(gathered: SiteContent) -> list[Model]:
    """The newest used version of each model, where products follow several models."""
    used = [gathered.models[name] for name in list_used_models(gathered.summaries)]
    used.sort(key=lambda model: (model.published, model.version))
    newest = {model.id: model for model in used}
    return list(newest.values()) if len(newest) > 1 else []


def _find_id(card: ProductSummary) -> str:
    return card.model.split("/")[0]


def _select_figures(gathered: SiteContent, model: str) -> Portfolio:
    """The figures of the products of one model."""
    cards = [card for card in gathered.summaries if _find_id(card) == model]
    counted = [card for card in cards if card.counted]
    return replace(
        gathered.figures,
        products=sum(card.kind != PROJECT for card in counted),
        projects=sum(card.kind == PROJECT for card in counted),
        paused=sum(card.lifecycle == "paused" for card in counted),
        closed=sum(card.lifecycle == "closed" for card in cards),
        drafts=sum(card.draft and card.lifecycle != "closed" for card in cards),
        groups=tuple(
            each for each in gathered.figures.groups if each.model.split("/")[0] == model
        ),
    )


def render_product_lists(
    gathered: SiteContent, language: Language, site: Site, stem: str = ""
) -> Iterator[tuple[str, bytes]]:
    """Yield the front page in each order, and a page for each filter; `stem` is their folder."""
    fronts = [
        (model.name, f"models/{model.id}/index.html", len(cards))
        for model in _list_fronts(gathered)
        for cards in [[c for c in gathered.summaries if _find_id(c) == model.id]]
    ]
    cards, models = gathered.summaries, list_used_models(gathered.summaries)
    groups = build_filters(cards, gathered.models)
    keys = _list_keys(groups)
    by_level = sort_summaries_by_level(cards, models)
    ranks = {card.product: number for number, card in enumerate(by_level)}
    orders = {
        "index": by_level,
        "by-name": sort_summaries_by_name(cards),
        "by-change": sort_summaries_by_placement(cards),
    }
    lists = [(key, f"{key}.html", several, ALL_PRODUCTS) for key, several in orders.items()]
    lists += [
        ("", each.path, sort_summaries_by_name(each.products), each.heading)
        for group in groups
        for each in group.filters
        if each.path != "index.html"
    ]
    for order, path, several, heading in lists:
        yield from render_paged(
            "index.html",
            f"{stem}{path}",
            several=(several, SUMMARIES_PER_PAGE),
            language=language,
            site=site,
            section="products",
            heading=heading.render(language),
            order=order,
            filter_groups=groups,
            chosen="index.html" if order else path,
            stem=stem,
            fronts=fronts,
            keys=keys,
            ranks=ranks,
            models=gathered.models,
            figures=gathered.figures,
            counts_of=_count_statuses,
            unreadable=[PurePosixPath(file).parent.name or file for file in gathered.unreadable],
            STANDING=LIFECYCLE_LABELS,
            KIND=KIND_LABELS,
        )


def list_used_models(cards: Sequence[ProductSummary]) -> list[str]:
    """The models in use, by number of products, largest first."""
    count = {card.model: 0 for card in cards}
    for card in cards:
        count[card.model] += 1
    return sorted(count, key=lambda reference: (-count[reference], reference))


def _list_keys(groups: Sequence[FilterGroup]) -> dict[str, str]:
    """For each product the keys of the filters that show it."""
    keys: dict[str, list[str]] = {}
    for group in groups:
        for each in group.filters:
            for card in each.products:
                keys.setdefault(card.product, []).append(each.key)
    return {product: " ".join(several) for product, several in keys.items()}


# -- filters ----------------------------------------------------------------------------------


def build_filters(
    cards: Sequence[ProductSummary], models: Mapping[str, Model]
) -> list[FilterGroup]:
    """The filters: all products and those that are in no count, then the levels of each model."""
    counted = [card for card in cards if card.counted and card.kind != PROJECT]
    used = list_used_models(counted)
    return [
        FilterGroup(Text(), tuple(_build_general_filters(cards))),
        *(
            group
            for reference in used
            for group in _build_level_groups(
                models[reference],
                [card for card in counted if card.model == reference],
                alone=len(used) == 1,
            )
        ),
    ]


def _build_general_filters(cards: Sequence[ProductSummary]) -> Iterator[ProductFilter]:
    yield ProductFilter(
        key="all",
        name=ALL_PRODUCTS,
        heading=ALL_PRODUCTS,
        path="index.html",
        products=tuple(cards),
    )
    open_ = [card for card in cards if card.lifecycle != "closed"]
    for key, name, several in (
        ("projects", _PROJECTS, [c for c in open_ if c.kind == PROJECT and not c.draft]),
        ("drafts", _DRAFTS, [card for card in open_ if card.draft]),
        ("closed", _CLOSED, [card for card in cards if card.lifecycle == "closed"]),
    ):
        if several:
            yield ProductFilter(
                key=key, name=name, heading=name, path=f"{key}.html", products=tuple(several)
            )


def _build_level_groups(
    model: Model, cards: Sequence[ProductSummary], *, alone: bool
) -> Iterator[FilterGroup]:
    """Yield the levels of a model as filters: the placed one first, then the assessed."""
    stem = "" if alone else f"{model.reference.replace('/', '-')}/"
    for kind, end in (("placed", _list_unplaced), ("assessed", _list_without_level)):
        word = LEVEL_KINDS[kind].word
        name = word if alone else _HEADING.fill(kind=word, level=as_text(model.reference))
        heights = [
            (str(height + 1), model.levels[height].name, _select(cards, kind, height))
            for height in reversed(range(len(model.levels)))
        ]
        yield FilterGroup(
            name,
            tuple(
                ProductFilter(
                    key=f"{kind}:{model.reference}:{end_}",
                    name=level,
                    heading=_HEADING.fill(kind=name, level=level),
                    path=f"{kind}/{stem}{end_}.html",
                    products=tuple(several),
                )
                for end_, level, several in (*heights, *end(model, cards))
                if several
            ),
        )


def _select(cards: Sequence[ProductSummary], kind: str, height: int) -> list[ProductSummary]:
    return [card for card in cards if getattr(card.heights, kind) == height]


LevelRow = tuple[str, Text, list[ProductSummary]]


def _list_unplaced(_model: Model, cards: Sequence[ProductSummary]) -> Iterator[LevelRow]:
    yield "none", _NOT_PLACED, [card for card in cards if card.heights.placed is None]


def _list_without_level(model: Model, cards: Sequence[ProductSummary]) -> Iterator[LevelRow]:
    """Yield those without an assessed level: not settled, and below the lowest."""
    without = [card for card in cards if card.heights.assessed == BELOW]
    yield "open", _NOT_SETTLED, [card for card in without if card.state == NOT_SETTLED]
    below = Text(*(_capitalise(render_below_lowest(model, each)) for each in LANGUAGES))
    yield "0", below, [card for card in without if card.state != NOT_SETTLED]


def _capitalise(said: str) -> str:
    return said[:1].upper() + said[1:]


def _count_statuses(card: ProductSummary) -> dict[str, int]:
    return {status: card.count_status(status) for status in STATUS_SYMBOLS}


def render_paged(
    template: str,
    path: str,
    several: tuple[Sequence[Any], int],
    language: Language,
    site: Site,
    **said: Any,
) -> Iterator[tuple[str, bytes]]:
    """Yield a list on as many pages as needed; the first has the plain name."""
    parts = split_into_pages(*several)
    stem = path.removesuffix(".html")
    names = [path, *(f"{stem}/page-{number}.html" for number in range(2, len(parts) + 1))]
    for name, cards in zip(names, parts, strict=True):
        whole = len(parts) == 1
        yield render_site_page(
            template, name, language, site, pages=names, cards=cards, whole=whole, **said
        )

"""The pages about many products: lists, statuses, models, decisions, figures."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from markupsafe import Markup

from os2governance.analysis.decision_log import LogEntry, group_by_year
from os2governance.assessment.levels import BELOW_LOWEST
from os2governance.documents.json_writer import escape_json
from os2governance.i18n.symbols import LIFECYCLE_LABELS, STATUS_SYMBOLS
from os2governance.i18n.text import LANGUAGES, Language, Text, _
from os2governance.model.model import Model
from os2governance.model.versions import compare_criteria, link_to_next
from os2governance.portfolio.figures import Portfolio
from os2governance.render.decisions import log_labels
from os2governance.render.model.version_diff_text import CHANGE_LABELS
from os2governance.render.portfolio.json import build_portfolio_object
from os2governance.site.feed import render_feed
from os2governance.site.product_page import MAX_LIST_ELEMENTS, format_model_page_path
from os2governance.site.summary import (
    ProductSummary,
    sort_summaries_by_level,
    sort_summaries_by_name,
    sort_summaries_by_placement,
    split_into_pages,
)
from os2governance.site.template import ROOT_LANGUAGE, Site, read_asset_files, render_site_page

SUMMARIES_PER_PAGE, ROWS_PER_PAGE, ENTRIES_PER_PAGE = 96, 60, 150
"""Summaries, status rows and decisions on a page, so that none is over 300 kB."""
ALL_PRODUCTS = _("All")


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteContent:
    """The data available once every product has been assessed.

    `unreadable` are the files without a level, each with its errors; `models` are all known
    versions by their names, including those not in use.
    """

    summaries: Sequence[ProductSummary]
    log: Sequence[LogEntry]
    unreadable: Sequence[tuple[str, Sequence[Text]]]
    models: Mapping[str, Model]
    figures: Portfolio


class LevelFilter(NamedTuple):
    """A filter of the product list: the products of a level."""

    key: str
    name: Text
    products: int
    path: str


class ColumnGroup(NamedTuple):
    """A group of criteria, by their indexes in the model, and its parts."""

    name: Text
    columns: Sequence[int]
    parts: Sequence["ColumnSpan"]


class ColumnSpan(NamedTuple):
    """Adjacent columns that share a level or a theme."""

    key: str
    name: Text
    width: int


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionRow:
    """A version of a model, and its changes."""

    model: Model
    page: str
    products: int
    previous: str
    changes: Sequence[tuple[Text, Sequence[str]]]


def render_shared_files(gathered: SiteContent, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield all files of the site except those of single products."""
    yield from read_asset_files()
    yield ".nojekyll", b""
    for language in LANGUAGES:
        yield from _render_lists(gathered, language, site)
        yield from _render_status_pages(gathered, language, site)
        yield from _render_models(gathered, language, site)
        yield from _render_decisions(gathered, language, site)
        yield _render_figures(gathered, language, site)
        yield render_feed(gathered.log, language, site)
    said = build_portfolio_object(
        gathered.figures, site.as_of, models=site.models, findings=(), language=ROOT_LANGUAGE
    )
    text = escape_json(json.dumps(said, ensure_ascii=False, indent=1))
    yield "data/portfolio.json", f"{text}\n".encode()


def _render_figures(gathered: SiteContent, language: Language, site: Site) -> tuple[str, bytes]:
    levels = {level.id: level.name for model in gathered.models.values() for level in model.levels}

    def named_level(level: str | None) -> str:
        return (BELOW_LOWEST if level is None else levels[level]).render(language)

    return render_site_page(
        "figures.html",
        "figures.html",
        language,
        site,
        section="figures",
        figures=gathered.figures,
        named_level=named_level,
        listed=MAX_LIST_ELEMENTS,
    )


# -- product lists ----------------------------------------------------------------------------


def _render_lists(
    gathered: SiteContent, language: Language, site: Site
) -> Iterator[tuple[str, bytes]]:
    cards = gathered.summaries
    chips = _build_level_filters(gathered)
    orders = {
        "index": sort_summaries_by_level,
        "by-name": sort_summaries_by_name,
        "by-change": sort_summaries_by_placement,
    }
    lists = [(key, f"{key}.html", order(cards), ALL_PRODUCTS) for key, order in orders.items()]
    for chip in chips[1:]:
        own = [
            card for card in sort_summaries_by_name(cards) if str(card.assessed_index) == chip.key
        ]
        lists.append(("", chip.path, own, chip.name))
    for order, path, several, heading in lists:
        yield from _render_paged(
            "index.html",
            path,
            several=(several, SUMMARIES_PER_PAGE),
            language=language,
            site=site,
            section="products",
            heading=heading.render(language),
            order=order,
            chips=chips,
            chosen=path if not order else chips[0].path,
            models=gathered.models,
            figures=gathered.figures,
            counts_of=_count_statuses,
            unreadable=[
                (f, [t.render(language) for t in said]) for f, said in gathered.unreadable
            ],
            STANDING=LIFECYCLE_LABELS,
        )


def _build_level_filters(gathered: SiteContent) -> list[LevelFilter]:
    """The levels of the models in use, highest first, as filters."""
    cards = gathered.summaries
    names: dict[int, Text] = {}
    for reference in sorted({card.model for card in cards}):
        model = gathered.models[reference]
        names |= {number: level.name for number, level in enumerate(model.levels)}
    counts = {
        height: sum(card.assessed_index == height for card in cards) for height in (*names, -1)
    }
    chips = [LevelFilter("all", ALL_PRODUCTS, len(cards), "index.html")]
    chips += [
        LevelFilter(str(height), names[height], counts[height], f"level/{height + 1}.html")
        for height in sorted(names, reverse=True)
    ]
    if counts[-1]:
        chips.append(LevelFilter("-1", BELOW_LOWEST, counts[-1], "level/0.html"))
    return chips


def _count_statuses(card: ProductSummary) -> dict[str, int]:
    return {status: card.count_status(status) for status in STATUS_SYMBOLS}


def _render_paged(
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


# -- statuses ---------------------------------------------------------------------------------


def _render_status_pages(
    gathered: SiteContent, language: Language, site: Site
) -> Iterator[tuple[str, bytes]]:
    used = _list_used_models(gathered)
    for number, reference in enumerate(used):
        stem = "lights" if number == 0 else f"lights/{reference.replace('/', '-')}"
        others = [
            (each, "lights.html" if n == 0 else f"lights/{each.replace('/', '-')}.html")
            for n, each in enumerate(used)
        ]
        cards = [card for card in gathered.summaries if card.model == reference]
        yield from _render_status_tables(
            gathered.models[reference], cards, stem=stem, others=others, where=(language, site)
        )


def _list_used_models(gathered: SiteContent) -> list[str]:
    """The models in use, by number of products, largest first."""
    count = {card.model: 0 for card in gathered.summaries}
    for card in gathered.summaries:
        count[card.model] += 1
    return sorted(count, key=lambda reference: (-count[reference], reference))


def _render_status_tables(
    model: Model,
    cards: Sequence[ProductSummary],
    stem: str,
    others: Sequence[tuple[str, str]],
    where: tuple[Language, Site],
) -> Iterator[tuple[str, bytes]]:
    language, site = where

    def variant(grouped: str, order: str) -> str:
        ending = {("theme", "level"): ".html"}.get((grouped, order), f"/{grouped}-{order}.html")
        return f"{stem}{ending}"

    met = [sum(card.statuses[n] == "met" for card in cards) for n in range(len(model.criteria))]
    for grouped, groups in (("theme", _group_by_theme(model)), ("level", _group_by_level(model))):
        for order, ordered in (
            ("level", sort_summaries_by_level(cards)),
            ("name", sort_summaries_by_name(cards)),
        ):
            yield from _render_paged(
                "lights.html",
                variant(grouped, order),
                several=(ordered, ROWS_PER_PAGE),
                language=language,
                site=site,
                section="lights",
                model=model,
                model_page=format_model_page_path(model.reference),
                groups=groups,
                heights={level.id: number for number, level in enumerate(model.levels)},
                grouped=grouped,
                order=order,
                variant=variant,
                others=others if len(others) > 1 else (),
                signs_of=_render_status_icons(language),
                met=met,
                nobody=[number for number, count in enumerate(met) if not count],
                all=len(cards),
            )


def _render_status_icons(language: Language) -> dict[str, Markup]:
    """The cell of each status; short, since a page has thousands."""
    sign = Markup('<svg role="img" aria-label="{}"><use href="#{}"/></svg>')
    return {
        status: sign.format(STATUS_SYMBOLS[status].word.render(language), status)
        for status in STATUS_SYMBOLS
    }


def _group_by_theme(model: Model) -> list[ColumnGroup]:
    """Group criteria by theme, then by level."""
    heights = {level.id: number for number, level in enumerate(model.levels)}
    names = {level.id: level.name for level in model.levels}
    groups = []
    for theme in model.themes:
        own = [n for n, criterion in enumerate(model.criteria) if criterion.theme == theme.id]
        own.sort(key=lambda n: heights[model.criteria[n].level])
        parts = groupby(own, key=lambda n: model.criteria[n].level)
        groups.append(
            ColumnGroup(
                theme.name, own, [ColumnSpan(key, names[key], len(list(p))) for key, p in parts]
            )
        )
    return [group for group in groups if group.columns]


def _group_by_level(model: Model) -> list[ColumnGroup]:
    """Group criteria by level, then by theme."""
    order = {theme.id: number for number, theme in enumerate(model.themes)}
    names = {theme.id: theme.name for theme in model.themes}
    groups = []
    for level in model.levels:
        own = [n for n, criterion in enumerate(model.criteria) if criterion.level == level.id]
        own.sort(key=lambda n: order[model.criteria[n].theme])
        parts = groupby(own, key=lambda n: model.criteria[n].theme)
        groups.append(
            ColumnGroup(
                level.name, own, [ColumnSpan(key, names[key], len(list(p))) for key, p in parts]
            )
        )
    return [group for group in groups if group.columns]


# -- models -----------------------------------------------------------------------------------


def _render_models(
    gathered: SiteContent, language: Language, site: Site
) -> Iterator[tuple[str, bytes]]:
    versions = _list_versions(gathered)
    yield render_site_page(
        "models.html", "model.html", language, site, section="model", versions=versions
    )
    for version in versions:
        model = version.model
        cards = [card for card in gathered.summaries if card.model == model.reference]
        lights = {
            criterion.id: {
                status: sum(card.statuses[number] == status for card in cards)
                for status in STATUS_SYMBOLS
            }
            for number, criterion in enumerate(model.criteria)
        }
        yield render_site_page(
            "model.html",
            version.page,
            language,
            site,
            section="model",
            model=model,
            products=len(cards),
            lights=lights,
        )


def _list_versions(gathered: SiteContent) -> list[VersionRow]:
    """The versions of the models in use, newest first."""
    used = {card.model.split("/")[0] for card in gathered.summaries}
    known = [model for model in gathered.models.values() if not used or model.id in used]
    known.sort(key=lambda model: (model.published, model.version), reverse=True)
    return [
        VersionRow(
            model=model,
            page=format_model_page_path(model.reference),
            products=sum(card.model == model.reference for card in gathered.summaries),
            previous=before.version if before else "",
            changes=_group_changes(before, model) if before else (),
        )
        for model in known
        for before in [gathered.models.get(f"{model.id}/{model.supersedes.get('version')}")]
    ]


def _group_changes(before: Model, after: Model) -> list[tuple[Text, list[str]]]:
    """The criteria affected by each kind of change."""
    kinds: dict[str, list[str]] = {}
    for each in compare_criteria(before, after, link_to_next(before, after)):
        for kind in each.kinds:
            kinds.setdefault(kind, []).append(each.after or ", ".join(each.before))
    return [(CHANGE_LABELS[kind], ids) for kind, ids in kinds.items()]


# -- decisions --------------------------------------------------------------------------------


def _render_decisions(
    gathered: SiteContent, language: Language, site: Site
) -> Iterator[tuple[str, bytes]]:
    parts = [
        gathered.log[n : n + ENTRIES_PER_PAGE]
        for n in range(0, len(gathered.log), ENTRIES_PER_PAGE)
    ] or [()]
    names = [
        "decisions.html",
        *(f"decisions/page-{number}.html" for number in range(2, len(parts) + 1)),
    ]
    for name, entries in zip(names, parts, strict=True):
        yield render_site_page(
            "decisions.html",
            name,
            language,
            site,
            section="decisions",
            pages=names,
            log=list(group_by_year(entries, None).items()),
            decided=lambda entry: log_labels.render_decision(entry, language),
        )

"""The pages about many products beside their lists: statuses, models, decisions, figures."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import NamedTuple

from os2governance.analysis.decision_log import group_by_year
from os2governance.documents.json_writer import escape_json
from os2governance.i18n.symbols import (
    BACKING_LABELS,
    KIND_LABELS,
    LIFECYCLE_LABELS,
)
from os2governance.i18n.text import LANGUAGES, Language, Text
from os2governance.model.look import NEUTRAL_LOOK
from os2governance.model.model import Model
from os2governance.model.versions import compare_criteria, link_to_next
from os2governance.portfolio.figures import GroupFigures, is_never_met
from os2governance.render.decisions import log_labels
from os2governance.render.model.version_diff_text import CHANGE_LABELS
from os2governance.render.portfolio.json import build_portfolio_object
from os2governance.render.portfolio.level_text import render_difference
from os2governance.site.feed import render_feed
from os2governance.site.look_css import LOOK_FILE, render_look_css
from os2governance.site.product_lists import (
    SiteContent,
    list_used_models,
    render_model_lists,
    render_paged,
    render_product_lists,
)
from os2governance.site.product_page import MAX_LIST_ELEMENTS, format_model_page_path
from os2governance.site.status_views import (
    ASSESSED,
    STATUS_VIEWS,
    build_view_signs,
    list_view_values,
    name_view,
)
from os2governance.site.summary import (
    ProductSummary,
    sort_summaries_by_level,
    sort_summaries_by_name,
)
from os2governance.site.template import ROOT_LANGUAGE, Site, read_asset_files, render_site_page

ROWS_PER_PAGE, ENTRIES_PER_PAGE = 60, 150
"""Status rows and decisions on a page, so that none is over 300 kB."""


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
    newest = next(iter(site.looks.values()), NEUTRAL_LOOK)
    yield f"assets/{LOOK_FILE}", render_look_css(newest).encode()
    if len(site.looks) > 1:
        for model, look in site.looks.items():
            yield f"assets/{site.find_look_file(model)}", render_look_css(look).encode()
    yield ".nojekyll", b""
    for language in LANGUAGES:
        yield from render_product_lists(gathered, language, site)
        yield from render_model_lists(gathered, language, site)
        yield from _render_status_pages(gathered, language, site)
        yield from _render_models(gathered, language, site)
        yield from _render_decisions(gathered, language, site)
        yield _render_figures(gathered, language, site)
        yield render_site_page("about.html", "about.html", language, site, section="")
        yield render_feed(gathered.log, language, site)
    said = build_portfolio_object(
        gathered.figures, site.as_of, models=site.models, findings=(), language=ROOT_LANGUAGE
    )
    text = escape_json(json.dumps(said, ensure_ascii=False, indent=1))
    yield "data/portfolio.json", f"{text}\n".encode()


def _render_figures(gathered: SiteContent, language: Language, site: Site) -> tuple[str, bytes]:
    return render_site_page(
        "figures.html",
        "figures.html",
        language,
        site,
        section="figures",
        figures=gathered.figures,
        models=gathered.models,
        listed=MAX_LIST_ELEMENTS,
        differences=lambda group: [
            (each, render_difference(each, gathered.models[group.model], language))
            for each in group.differing[:MAX_LIST_ELEMENTS]
        ],
        BACKING=BACKING_LABELS,
    )


# -- statuses ---------------------------------------------------------------------------------


def _render_status_pages(
    gathered: SiteContent, language: Language, site: Site
) -> Iterator[tuple[str, bytes]]:
    used = list_used_models(gathered.summaries)
    for number, reference in enumerate(used):
        stem = "lights" if number == 0 else f"lights/{reference.replace('/', '-')}"
        others = [
            (each, "lights.html" if n == 0 else f"lights/{each.replace('/', '-')}.html")
            for n, each in enumerate(used)
        ]
        cards = [card for card in gathered.summaries if card.model == reference]
        yield from _render_status_tables(
            _StatusTables(gathered.models[reference], cards, _find_group(gathered, reference)),
            stem=stem,
            others=others,
            where=(language, site),
        )


class _StatusTables(NamedTuple):
    """The products of a model, and their figures: those of its projects if it has no others."""

    model: Model
    cards: Sequence[ProductSummary]
    group: GroupFigures | None


def _find_group(gathered: SiteContent, reference: str) -> GroupFigures | None:
    """The figures of a model's products; products come before projects."""
    return next((each for each in gathered.figures.groups if each.model == reference), None)


def _render_status_tables(
    tables: _StatusTables,
    stem: str,
    others: Sequence[tuple[str, str]],
    where: tuple[Language, Site],
) -> Iterator[tuple[str, bytes]]:
    (language, site), (model, cards, group) = where, tables

    def variant(grouped: str, order: str, view: str = ASSESSED) -> str:
        if view != ASSESSED:
            return f"{stem}/{view}.html"
        ending = {("theme", "level"): ".html"}.get((grouped, order), f"/{grouped}-{order}.html")
        return f"{stem}{ending}"

    counts = group.requirements.criteria if group else ()
    grouped_by = {"theme": _group_by_theme(model), "level": _group_by_level(model)}
    ordered_by = {
        "level": sort_summaries_by_level(cards),
        "name": sort_summaries_by_name(cards),
    }
    outcomes = [(grouped, order, ASSESSED) for grouped in grouped_by for order in ordered_by]
    others_shown = [("theme", "level", view) for view in STATUS_VIEWS if view != ASSESSED]
    for grouped, order, view in (*outcomes, *others_shown):
        yield from render_paged(
            "lights.html",
            variant(grouped, order, view),
            several=(ordered_by[order], ROWS_PER_PAGE),
            language=language,
            site=site,
            section="lights",
            model=model,
            model_page=format_model_page_path(model.reference),
            groups=grouped_by[grouped],
            heights={level.id: number for number, level in enumerate(model.levels)},
            grouped=grouped,
            order=order,
            variant=variant,
            others=others if len(others) > 1 else (),
            view=view,
            views=[(each, name_view(each, model, language)) for each in STATUS_VIEWS],
            values_of=partial(list_view_values, view=view),
            signs_of=build_view_signs(view, language),
            group=group if view == ASSESSED else None,
            counts=counts,
            nobody=[n for n, each in enumerate(counts) if is_never_met(each.assessed)]
            if view == ASSESSED
            else [],
            KIND=KIND_LABELS,
            STANDING=LIFECYCLE_LABELS,
        )


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
        group = _find_group(gathered, model.reference)
        yield render_site_page(
            "model.html",
            version.page,
            language,
            site,
            section="model",
            model=model,
            group=group,
            counts={each.id: each for each in group.requirements.criteria} if group else {},
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
            products=sum(
                each.products for each in gathered.figures.groups if each.model == model.reference
            ),
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

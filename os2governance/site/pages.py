"""The pages about many products: lists, statuses, models, decisions, figures."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from markupsafe import Markup

from os2governance.analysis.decision_log import Entry, by_year
from os2governance.assessment.levels import BELOW
from os2governance.documents.json_writer import escaped
from os2governance.i18n.symbols import STANDING, STATUS
from os2governance.i18n.text import LANGUAGES, Language, Text
from os2governance.model.model import Model
from os2governance.model.versions import differences, step
from os2governance.portfolio.figures import Portfolio
from os2governance.render.decisions import log_words
from os2governance.render.model.versions_text import KINDS
from os2governance.render.portfolio.json import portfolio_object
from os2governance.site.card import Card, by_change, by_level, by_name, in_pages
from os2governance.site.feed import feed
from os2governance.site.product_page import LISTED, model_page
from os2governance.site.template import HOME, Site, asset_files, page

CARDS, ROWS, ENTRIES = 96, 60, 150
"""Summaries, status rows and decisions on a page, so that none is over 300 kB."""
ALL = Text("Alle", "All")


class Gathered(NamedTuple):
    """The data available once every product has been assessed.

    `unreadable` are the files without a level, each with its errors; `models` are all known
    versions by their names, including those not in use.
    """

    cards: Sequence[Card]
    log: Sequence[Entry]
    unreadable: Sequence[tuple[str, Sequence[Text]]]
    models: Mapping[str, Model]
    figures: Portfolio


class Chip(NamedTuple):
    """A filter of the product list: the products of a level."""

    key: str
    name: Text
    products: int
    path: str


class Columns(NamedTuple):
    """A group of criteria, by their indexes in the model, and its parts."""

    name: Text
    columns: Sequence[int]
    parts: Sequence["Part"]


class Part(NamedTuple):
    """Adjacent columns that share a level or a theme."""

    key: str
    name: Text
    wide: int


class Version(NamedTuple):
    """A version of a model, and its changes."""

    model: Model
    page: str
    products: int
    before: str
    changed: Sequence[tuple[Text, Sequence[str]]]


def whole_files(gathered: Gathered, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield all files of the site except those of single products."""
    yield from asset_files()
    yield ".nojekyll", b""
    for language in LANGUAGES:
        yield from _lists(gathered, language, site)
        yield from _lights(gathered, language, site)
        yield from _models(gathered, language, site)
        yield from _decisions(gathered, language, site)
        yield _figures(gathered, language, site)
        yield feed(gathered.log, language, site)
    said = portfolio_object(gathered.figures, site.as_of, site.models, (), HOME)
    text = escaped(json.dumps(said, ensure_ascii=False, indent=1))
    yield "data/portfolio.json", f"{text}\n".encode()


def _figures(gathered: Gathered, language: Language, site: Site) -> tuple[str, bytes]:
    levels = {level.id: level.name for model in gathered.models.values() for level in model.levels}

    def named_level(level: str | None) -> str:
        return (BELOW if level is None else levels[level]).say(language)

    return page(
        "figures.html",
        "figures.html",
        language,
        site,
        section="figures",
        figures=gathered.figures,
        named_level=named_level,
        listed=LISTED,
    )


# -- product lists ----------------------------------------------------------------------------


def _lists(gathered: Gathered, language: Language, site: Site) -> Iterator[tuple[str, bytes]]:
    cards = gathered.cards
    chips = _chips(gathered)
    orders = {"index": by_level, "by-name": by_name, "by-change": by_change}
    lists = [(key, f"{key}.html", order(cards), ALL) for key, order in orders.items()]
    for chip in chips[1:]:
        own = [card for card in by_name(cards) if str(card.assessed) == chip.key]
        lists.append(("", chip.path, own, chip.name))
    for order, path, several, heading in lists:
        yield from _paged(
            "index.html",
            path,
            (several, CARDS),
            language,
            site,
            section="products",
            heading=heading.say(language),
            order=order,
            chips=chips,
            chosen=path if not order else chips[0].path,
            models=gathered.models,
            figures=gathered.figures,
            counts_of=_counts_of,
            unreadable=[(f, [t.say(language) for t in said]) for f, said in gathered.unreadable],
            STANDING=STANDING,
        )


def _chips(gathered: Gathered) -> list[Chip]:
    """The levels of the models in use, highest first, as filters."""
    cards = gathered.cards
    names: dict[int, Text] = {}
    for reference in sorted({card.model for card in cards}):
        model = gathered.models[reference]
        names |= {number: level.name for number, level in enumerate(model.levels)}
    counts = {height: sum(card.assessed == height for card in cards) for height in (*names, -1)}
    chips = [Chip("all", ALL, len(cards), "index.html")]
    chips += [
        Chip(str(height), names[height], counts[height], f"level/{height + 1}.html")
        for height in sorted(names, reverse=True)
    ]
    if counts[-1]:
        chips.append(Chip("-1", BELOW, counts[-1], "level/0.html"))
    return chips


def _counts_of(card: Card) -> dict[str, int]:
    return {status: card.count(status) for status in STATUS}


def _paged(
    template: str,
    path: str,
    several: tuple[Sequence[Any], int],
    language: Language,
    site: Site,
    **said: Any,
) -> Iterator[tuple[str, bytes]]:
    """Yield a list on as many pages as needed; the first has the plain name."""
    parts = in_pages(*several)
    stem = path.removesuffix(".html")
    names = [path, *(f"{stem}/page-{number}.html" for number in range(2, len(parts) + 1))]
    for name, cards in zip(names, parts, strict=True):
        whole = len(parts) == 1
        yield page(template, name, language, site, pages=names, cards=cards, whole=whole, **said)


# -- statuses ---------------------------------------------------------------------------------


def _lights(gathered: Gathered, language: Language, site: Site) -> Iterator[tuple[str, bytes]]:
    used = _used(gathered)
    for number, reference in enumerate(used):
        stem = "lights" if number == 0 else f"lights/{reference.replace('/', '-')}"
        others = [
            (each, "lights.html" if n == 0 else f"lights/{each.replace('/', '-')}.html")
            for n, each in enumerate(used)
        ]
        cards = [card for card in gathered.cards if card.model == reference]
        yield from _tables(gathered.models[reference], cards, stem, others, (language, site))


def _used(gathered: Gathered) -> list[str]:
    """The models in use, by number of products, largest first."""
    count = {card.model: 0 for card in gathered.cards}
    for card in gathered.cards:
        count[card.model] += 1
    return sorted(count, key=lambda reference: (-count[reference], reference))


def _tables(
    model: Model,
    cards: Sequence[Card],
    stem: str,
    others: Sequence[tuple[str, str]],
    where: tuple[Language, Site],
) -> Iterator[tuple[str, bytes]]:
    language, site = where

    def variant(grouped: str, order: str) -> str:
        ending = {("theme", "level"): ".html"}.get((grouped, order), f"/{grouped}-{order}.html")
        return f"{stem}{ending}"

    met = [sum(card.statuses[n] == "met" for card in cards) for n in range(len(model.criteria))]
    for grouped, groups in (("theme", _by_theme(model)), ("level", _by_height(model))):
        for order, ordered in (("level", by_level(cards)), ("name", by_name(cards))):
            yield from _paged(
                "lights.html",
                variant(grouped, order),
                (ordered, ROWS),
                language,
                site,
                section="lights",
                model=model,
                model_page=model_page(model.reference),
                groups=groups,
                heights={level.id: number for number, level in enumerate(model.levels)},
                grouped=grouped,
                order=order,
                variant=variant,
                others=others if len(others) > 1 else (),
                signs_of=_signs(language),
                met=met,
                nobody=[number for number, count in enumerate(met) if not count],
                all=len(cards),
            )


def _signs(language: Language) -> dict[str, Markup]:
    """The cell of each status; short, since a page has thousands."""
    sign = Markup('<svg role="img" aria-label="{}"><use href="#{}"/></svg>')
    return {status: sign.format(STATUS[status].word.say(language), status) for status in STATUS}


def _by_theme(model: Model) -> list[Columns]:
    """Group criteria by theme, then by level."""
    heights = {level.id: number for number, level in enumerate(model.levels)}
    names = {level.id: level.name for level in model.levels}
    groups = []
    for theme in model.themes:
        own = [n for n, criterion in enumerate(model.criteria) if criterion.theme == theme.id]
        own.sort(key=lambda n: heights[model.criteria[n].level])
        parts = groupby(own, key=lambda n: model.criteria[n].level)
        groups.append(
            Columns(theme.name, own, [Part(key, names[key], len(list(p))) for key, p in parts])
        )
    return [group for group in groups if group.columns]


def _by_height(model: Model) -> list[Columns]:
    """Group criteria by level, then by theme."""
    order = {theme.id: number for number, theme in enumerate(model.themes)}
    names = {theme.id: theme.name for theme in model.themes}
    groups = []
    for level in model.levels:
        own = [n for n, criterion in enumerate(model.criteria) if criterion.level == level.id]
        own.sort(key=lambda n: order[model.criteria[n].theme])
        parts = groupby(own, key=lambda n: model.criteria[n].theme)
        groups.append(
            Columns(level.name, own, [Part(key, names[key], len(list(p))) for key, p in parts])
        )
    return [group for group in groups if group.columns]


# -- models -----------------------------------------------------------------------------------


def _models(gathered: Gathered, language: Language, site: Site) -> Iterator[tuple[str, bytes]]:
    versions = _versions(gathered)
    yield page("models.html", "model.html", language, site, section="model", versions=versions)
    for version in versions:
        model = version.model
        cards = [card for card in gathered.cards if card.model == model.reference]
        lights = {
            criterion.id: {
                status: sum(card.statuses[number] == status for card in cards) for status in STATUS
            }
            for number, criterion in enumerate(model.criteria)
        }
        yield page(
            "model.html",
            version.page,
            language,
            site,
            section="model",
            model=model,
            products=len(cards),
            lights=lights,
        )


def _versions(gathered: Gathered) -> list[Version]:
    """The versions of the models in use, newest first."""
    used = {card.model.split("/")[0] for card in gathered.cards}
    known = [model for model in gathered.models.values() if not used or model.id in used]
    known.sort(key=lambda model: (model.published, model.version), reverse=True)
    return [
        Version(
            model,
            model_page(model.reference),
            sum(card.model == model.reference for card in gathered.cards),
            before.version if before else "",
            _changed(before, model) if before else (),
        )
        for model in known
        for before in [gathered.models.get(f"{model.id}/{model.supersedes.get('version')}")]
    ]


def _changed(before: Model, after: Model) -> list[tuple[Text, list[str]]]:
    """The criteria affected by each kind of change."""
    kinds: dict[str, list[str]] = {}
    for each in differences(before, after, step(before, after)):
        for kind in each.kinds:
            kinds.setdefault(kind, []).append(each.after or ", ".join(each.before))
    return [(KINDS[kind], ids) for kind, ids in kinds.items()]


# -- decisions --------------------------------------------------------------------------------


def _decisions(gathered: Gathered, language: Language, site: Site) -> Iterator[tuple[str, bytes]]:
    parts = [gathered.log[n : n + ENTRIES] for n in range(0, len(gathered.log), ENTRIES)] or [()]
    names = [
        "decisions.html",
        *(f"decisions/page-{number}.html" for number in range(2, len(parts) + 1)),
    ]
    for name, entries in zip(names, parts, strict=True):
        yield page(
            "decisions.html",
            name,
            language,
            site,
            section="decisions",
            pages=names,
            log=list(by_year(entries, None).items()),
            decided=lambda entry: log_words.decided(entry, language),
        )

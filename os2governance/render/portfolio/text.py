"""The portfolio's figures as text: those of each kind of product by each version of a model.

Every figure says of how many products it is known (semantics §8).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from os2governance.i18n.symbols import BACKING_LABELS
from os2governance.i18n.text import Language, Text, _, format_list, format_number, ngettext
from os2governance.model.figure_sources import NO_FIGURE_SOURCES, read_figure_sources
from os2governance.model.model import Model
from os2governance.model.words import phrase
from os2governance.portfolio.coverage import AuthorityReach, Coverage
from os2governance.portfolio.economy import EconomyFigures, FigureSum
from os2governance.portfolio.figures import (
    PROJECT,
    GroupFigures,
    Portfolio,
    RatingCounts,
    is_never_met,
)
from os2governance.render.common.blocks import (
    BLANK,
    DASH,
    NBSP,
    Block,
    Cell,
    Span,
    TextTable,
    cell,
    join_cells,
    paragraph,
)
from os2governance.render.common.levels import (
    render_footer,
    render_legend,
    render_level_word,
    render_status_counts,
    render_status_mark,
)
from os2governance.render.portfolio.level_text import (
    render_count,
    render_differences,
    render_level_distribution,
)

_TITLE = _("The portfolio")
_BESIDE = {
    "paused": _("paused: {count}"),
    "closed": _("closed, not counted: {count}"),
    "drafts": _("drafts, not counted: {count}"),
    "unreadable": _("unusable files, not counted: {count}"),
}
_PRODUCTS_BY = _("Products by {model}: {count}")
_PROJECTS_BY = _("Projects by {model}: {count}")
_DIFFERENCES = _("Discrepancies")
_CRITERIA_TITLE = _("Criteria of {model} ({products})")
_EVALUATED = _("{count} evaluated")
_BACKING = _("Who stands behind the outcomes ({count}): {counts}.")
_MET_BY_NOBODY = _("Met by nobody")
_NEVER_MET = _("Never {light} in an evaluation")
_KNOWN, _RATED = _("known for {known} of {all}"), _("rated for {known} of {all}")
_ECONOMY = _("Shared economy")
_NO_ECONOMY = _("The model does not define which facts are about economy.")
_SHARING = _(
    "{count} of the {known} that have stated it have a fixed shared economy; {contributing} of "
    "them have stated contributions."
)
_NOBODY_SHARES = _("No product has stated its yearly economy.")
_TOTAL_ECONOMY = _("Yearly economy")
_NONE = _("{count} have none")
_UNDECLARED = _("{count} not stated")
_RATES = _("Yearly contributions")
_COVERAGE = _("Users")
_NO_USERS = _("No product has stated who uses it.")
_MEMBERS = _("Members: {members}; others: {others}; not stated: {unsaid}.")
_USE_UNSTATED = _("For {count} it is not stated whether they use the product or only support it.")
_OF_ALL = _("{count} of {all} {kind}")
_AT_LEAST_COUNT = _("at least {count}")
_NONE_OF_ALL = _("none of {all} {kind} is named")
_KIND_UNSTATED = _("{count} whose kind is not stated")
_MISSING = _("not named: {names}")
_UNKNOWN = _("not on the list: {names}")
_BUSIEST = _("Most products: {names}")
_OVERDUE = _("Overdue and upcoming deadlines")
_MAX_NAMES = 12


def render_portfolio_blocks(
    figures: Portfolio, models: Mapping[str, Model], as_of: date, language: Language
) -> Iterator[Block]:
    """Render the figures."""
    yield paragraph(Span(_TITLE.render(language), "title"))
    yield paragraph(_render_product_counts(figures, language), indent=2)
    for group in figures.groups:
        model = models[group.model]
        text = _PROJECTS_BY if group.kind == PROJECT else _PRODUCTS_BY
        yield from _render_title(
            text.render(language).format(model=group.model, count=group.products)
        )
        yield from render_level_distribution(group.levels, model, language)
        if group.differing:
            yield from _render_title(_DIFFERENCES.render(language))
            yield from render_differences(group.differing, model, language)
        yield from _render_economy(group.economy, group.products, language)
        yield from _render_coverage(group, model, language)
        yield from _render_requirements(group, model, language)
    yield from _render_overdue(figures, language)
    yield BLANK
    yield paragraph(*render_legend(language))
    yield render_footer(models, as_of, language)


def _render_title(title: str) -> Iterator[Block]:
    yield BLANK
    yield paragraph(Span(title, "title"))


def _render_number(kind: str, count: int, language: Language) -> str:
    """A number of products, or of projects."""
    text = (
        ngettext("1 project", "{count} projects", count)
        if kind == PROJECT
        else ngettext("1 product", "{count} products", count)
    )
    return text.render(language).format(count=count)


def _render_product_counts(figures: Portfolio, language: Language) -> str:
    said = [_render_number("product", figures.products, language)]
    if figures.projects:
        said.append(_render_number(PROJECT, figures.projects, language))
    for kind, text in _BESIDE.items():
        if count := getattr(figures, kind):
            said.append(text.render(language).format(count=count))
    return "; ".join(said)


# -- economy and coverage ---------------------------------------------------------------------


def _render_economy(
    economy: EconomyFigures | None, products: int, language: Language
) -> Iterator[Block]:
    yield from _render_title(_ECONOMY.render(language))
    if economy is None:
        yield paragraph(_NO_ECONOMY.render(language), indent=2)
        return
    if not economy.whole.known:
        yield paragraph(_NOBODY_SHARES.render(language), indent=2)
    else:
        sharing = _SHARING.render(language).format(
            count=economy.sharing, known=economy.whole.known, contributing=economy.contributing
        )
        yield paragraph(sharing, indent=2, hang=2)
    whole = replace(economy.whole, title=_TOTAL_ECONOMY)
    rows = [
        _render_sum(each, products, economy.currency, language)
        for each in (whole, *economy.parts)
        if each.known
    ]
    yield TextTable(tuple(rows), indent=2)
    if economy.rates:
        yield paragraph(Span(_RATES.render(language), "strong"), indent=2)
        yield TextTable(tuple(_render_rates(economy, language)), indent=4)


def _render_sum(
    figure: FigureSum, products: int, currency: str, language: Language
) -> tuple[Cell, ...]:
    rest = [
        text.render(language).format(count=count)
        for text, count in ((_NONE, figure.none), (_UNDECLARED, figure.undeclared))
        if count
    ]
    text = ngettext(
        "{declared} of {all} product{rest}", "{declared} of {all} products{rest}", products
    )
    ending = f"; {', '.join(rest)}" if rest else ""
    said = text.fill(declared=figure.declared, all=products, rest=ending).render(language)
    total = DASH if figure.total is None else format_number(figure.total, language)
    amount = f"{total}{NBSP}{currency}" if figure.declared else DASH
    return (
        cell(figure.title.render(language)),
        cell(Span(amount, "strong")),
        cell(Span(said, "faint")),
    )


def _render_rates(economy: EconomyFigures, language: Language) -> Iterator[tuple[Cell, ...]]:
    for rate in economy.rates:
        by = ", ".join(text.render(language) for text in rate.by)
        ends = [
            format_number(each, language)
            for each in (rate.lowest, rate.highest)
            if each is not None
        ]
        amount = DASH.join(dict.fromkeys(ends)) or _UNDECLARED.render(language).format(
            count=rate.undeclared
        )
        yield cell(by), cell(amount), cell(Span(f"{rate.products}", "faint"))


def _render_coverage(group: GroupFigures, model: Model, language: Language) -> Iterator[Block]:
    coverage = group.coverage
    if (read_figure_sources(model)[0] or NO_FIGURE_SOURCES).users is None:
        return
    yield from _render_title(_COVERAGE.render(language))
    if coverage is None:
        yield paragraph(_NO_USERS.render(language), indent=2)
        return
    yield paragraph(" ".join(_list_user_sentences(coverage, model, language)), indent=2, hang=2)
    for reach in coverage.reach:
        rest = [
            text.render(language).format(names=format_list(names, language))
            for text, names in ((_MISSING, reach.missing), (_UNKNOWN, reach.unknown))
            if 0 < len(names) <= _MAX_NAMES and (reach.using or text is _UNKNOWN)
        ]
        rests = f" ({'; '.join(rest)})" if rest else ""
        said = _render_reach(reach, coverage, language)
        yield paragraph(Span(said, "strong"), Span(rests, "faint"), indent=2, hang=2)
    if coverage.busiest:
        names = format_list([f"{name} ({count})" for name, count in coverage.busiest], language)
        yield paragraph(_BUSIEST.render(language).format(names=names), indent=2, hang=2)


def _render_reach(reach: AuthorityReach, coverage: Coverage, language: Language) -> str:
    """How many of a kind use a product: at least so many, where some products do not say."""
    kind, count = reach.name.render(language), str(reach.using)
    if coverage.undeclared and reach.using:
        count = _AT_LEAST_COUNT.render(language).format(count=count)
    if not reach.all:
        text = _KIND_UNSTATED.render(language) if not reach.kind else f"{count} {kind}"
        return text.replace("{count}", count)
    text = (_OF_ALL if reach.using else _NONE_OF_ALL).render(language)
    return text.format(count=count, all=reach.all, kind=kind)


def _list_user_sentences(coverage: Coverage, model: Model, language: Language) -> Iterator[str]:
    """Yield how many use the products, and of how many products and users that is known."""
    words = model.words
    users = words.users_one if coverage.authorities == 1 else words.users_many
    using = ngettext(
        "{count} {users} use the one product that states who uses it.",
        "{count} {users} use at least one of the {known} products that state who uses them.",
        coverage.known,
    )
    yield using.render(language).format(
        count=coverage.authorities, users=users.render(language), known=coverage.known
    )
    if coverage.undeclared:
        unstated = ngettext(
            "1 product does not state it.",
            "{count} products do not state it.",
            coverage.undeclared,
        )
        yield unstated.render(language).format(count=coverage.undeclared)
    if coverage.members or coverage.others:
        yield _MEMBERS.render(language).format(
            members=coverage.members, others=coverage.others, unsaid=coverage.unsaid
        )
    if coverage.unstated:
        yield _USE_UNSTATED.render(language).format(count=coverage.unstated)


# -- requirements -----------------------------------------------------------------------------


def _render_requirements(group: GroupFigures, model: Model, language: Language) -> Iterator[Block]:
    figures = group.requirements
    products = _render_number(group.kind, group.products, language)
    title = _CRITERIA_TITLE.render(language).format(model=group.model, products=products)
    if figures.evaluated:
        title += f", {_EVALUATED.render(language).format(count=figures.evaluated)}"
    yield from _render_title(title)
    counts = ", ".join(
        f"{count} {BACKING_LABELS[backing].render(language)}"
        for backing, count in figures.backing.items()
    )
    said = _BACKING.render(language).format(count=sum(figures.backing.values()), counts=counts)
    yield paragraph(said, indent=2, hang=2)
    themes = {theme.id: theme.name.render(language) for theme in model.themes}
    words = [render_level_word(model, kind, language) for kind in _REQUIREMENT_KINDS]
    head = [cell(Span(word, "faint")) for word in words]
    rows = [
        _render_criterion_counts(lights, themes[lights.id], language) for lights in figures.themes
    ]
    yield TextTable((((), *head), *rows), indent=2)
    yield BLANK
    rows = [_render_criterion_counts(lights, lights.id, language) for lights in figures.criteria]
    yield TextTable((((), (), *head), *rows), indent=2)
    yield from _render_never_met(
        _MET_BY_NOBODY.render(language),
        [
            (c, _render_known(_KNOWN, c.known, group.products, language))
            for c in figures.criteria
            if is_never_met(c.assessed)
        ],
        language,
    )
    light = phrase(model.words.lights["met"]).render(language)
    yield from _render_never_met(
        _NEVER_MET.render(language).format(light=light),
        [
            (c, _render_known(_RATED, c.rated, figures.evaluated, language))
            for c in figures.criteria
            if is_never_met(c.evaluated)
        ],
        language,
    )


_REQUIREMENT_KINDS = ("assessed", "confirmed", "evaluated")


def _render_criterion_counts(
    lights: RatingCounts, name: str, language: Language
) -> tuple[Cell, ...]:
    title, given = lights.title.render(language), lights.evaluated
    evaluated = render_status_counts(given) if any(given.values()) else cell(Span(DASH, "faint"))
    names = [cell(Span(name, "strong")), *([cell(title)] if title != name else [])]
    confirmed = render_count(lights.backing["confirmed"])
    return *names, render_status_counts(lights.assessed), confirmed, evaluated


def _render_known(text: Text, known: int, whole: int, language: Language) -> str:
    """Of how many products it is known, in brackets; empty where it is of all."""
    return f" ({text.render(language).format(known=known, all=whole)})" if known < whole else ""


def _render_never_met(
    title: str, criteria: Sequence[tuple[RatingCounts, str]], language: Language
) -> Iterator[Block]:
    """Render criteria that are never met, each with what is said of how many products."""
    if not criteria:
        return
    names = join_cells(
        (
            cell(
                Span(each.id, "strong"),
                f"{NBSP}{each.title.render(language)}",
                Span(known, "faint"),
            )
            for each, known in criteria
        ),
        f"{NBSP}· ",
    )
    mark = render_status_mark("unmet")
    yield paragraph(mark, f"{NBSP}{title}: ", *names, indent=2, hang=2)


def _render_overdue(figures: Portfolio, language: Language) -> Iterator[Block]:
    if not figures.overdue:
        return
    yield from _render_title(_OVERDUE.render(language))
    rows: Iterable[tuple[Cell, ...]] = (
        (cell(due.name), cell(due.found.message.render(language))) for due in figures.overdue
    )
    yield TextTable(tuple(rows), indent=2)

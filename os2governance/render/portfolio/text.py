"""The portfolio's figures as text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from os2governance.i18n.symbols import LEVEL_KINDS
from os2governance.i18n.text import Language, Text, _, format_list, format_number
from os2governance.model.model import Model
from os2governance.portfolio.coverage import Coverage
from os2governance.portfolio.figures import (
    EconomyFigures,
    FigureSum,
    LevelDistribution,
    Portfolio,
    RatingCounts,
    RequirementFigures,
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
    render_below_lowest,
    render_footer,
    render_legend,
    render_status_counts,
    render_status_mark,
)

_TITLE = _("The portfolio")
_PRODUCTS = _("{count} products")
_OF_WHICH = {
    "projects": _("of them projects: {count}"),
    "paused": _("paused: {count}"),
    "closed": _("closed, not counted: {count}"),
    "unreadable": _("unusable files, not counted: {count}"),
}
_LEVEL = _("Level")
_NOT_STATED = _("not stated")
_DIFFERENCES = _("Discrepancies")
_DIFFERENCE = _("{name}: {word} {level}, by the rules {assessed}")
_CRITERIA_TITLE = _("Criteria of {model} ({count} products)")
_EVALUATED = _("{count} evaluated")
_MET_BY_NOBODY = _("Met by nobody")
_NEVER_GREEN = _("Never green in an evaluation")
_ECONOMY = _("Shared economy")
_NO_ECONOMY = _("The model does not define which facts are about economy.")
_SHARING = _(
    "{count} of {all} products have a fixed shared economy, {contributing} of them "
    "with contributions."
)
_TOTAL_ECONOMY = _("Yearly economy")
_SUM = _("{declared} of {all} products{rest}")
_NONE = _("{count} have none")
_UNDECLARED = _("{count} not stated")
_RATES = _("Yearly contributions")
_COVERAGE = _("Users")
_AUTHORITIES = _(
    "{count} authorities use at least one product; {members} members, {others} others"
)
_OF_ALL = _("{count} of {all} {kind}")
_MISSING = _("not among them: {names}")
_UNKNOWN = _("not in the register: {names}")
_BUSIEST = _("Most products: {names}")
_OVERDUE = _("Overdue and upcoming deadlines")
_MAX_NAMES = 12


def render_portfolio_blocks(
    figures: Portfolio, models: Mapping[str, Model], as_of: date, language: Language
) -> Iterator[Block]:
    """Render the figures."""
    yield paragraph(Span(_TITLE.render(language), "title"))
    yield paragraph(_render_product_counts(figures, language), indent=2)
    for ladder in figures.ladders:
        yield from _render_level_distribution(ladder, models[ladder.models[-1]], language)
    yield from _render_differences(figures, models, language)
    yield from _render_economy(figures.economy, figures.products, language)
    yield from _render_coverage(figures.coverage, figures.products, language)
    for each in figures.requirements:
        yield from _render_requirements(each, models[each.model], language)
    yield from _render_overdue(figures, language)
    yield BLANK
    yield paragraph(*render_legend(language))
    yield render_footer(models, as_of, language)


def _render_title(title: str) -> Iterator[Block]:
    yield BLANK
    yield paragraph(Span(title, "title"))


def _render_product_counts(figures: Portfolio, language: Language) -> str:
    said = [_PRODUCTS.render(language).format(count=figures.products)]
    for kind, text in _OF_WHICH.items():
        if count := getattr(figures, kind):
            said.append(text.render(language).format(count=count))
    return "; ".join(said)


def _render_level_distribution(
    ladder: LevelDistribution, model: Model, language: Language
) -> Iterator[Block]:
    words = [
        LEVEL_KINDS[kind].word.render(language) for kind in ("assessed", "placed", "evaluated")
    ]
    head = [cell(Span(_LEVEL.render(language), "faint")), *(cell(Span(w, "faint")) for w in words)]
    rows = [tuple(head)]
    for rung in reversed(ladder.rungs):
        name = rung.name.render(language) or render_below_lowest(model, language)
        counts = (rung.assessed, rung.placed, rung.evaluated)
        rows.append((cell(name), *(_render_count(count) for count in counts)))
    unsaid = cell(Span(_NOT_STATED.render(language), "faint"))
    rows.append((unsaid, (), _render_count(ladder.unplaced), _render_count(ladder.unevaluated)))
    yield from _render_title(", ".join(ladder.models))
    yield TextTable(tuple(rows), indent=2)


def _render_count(count: int) -> Cell:
    return cell(Span(f"{count:>3}".replace(" ", NBSP), "" if count else "faint"))


def _render_differences(
    figures: Portfolio, models: Mapping[str, Model], language: Language
) -> Iterator[Block]:
    if not figures.differing:
        return
    levels = {level.id: level.name for model in models.values() for level in model.levels}
    below = render_below_lowest(next(iter(models.values())), language)
    yield from _render_title(_DIFFERENCES.render(language))
    for each in figures.differing:
        level, assessed = (
            levels[said].render(language) if said is not None else below
            for said in (each.level, each.assessed)
        )
        word = LEVEL_KINDS[each.kind].word.render(language).lower()
        said = _DIFFERENCE.render(language)
        text = said.format(name=each.name, word=word, level=level, assessed=assessed)
        yield paragraph(text, indent=2, hang=2)


# -- economy and coverage ---------------------------------------------------------------------


def _render_economy(
    economy: EconomyFigures | None, products: int, language: Language
) -> Iterator[Block]:
    yield from _render_title(_ECONOMY.render(language))
    if economy is None:
        yield paragraph(_NO_ECONOMY.render(language), indent=2)
        return
    sharing = _SHARING.render(language).format(
        count=economy.sharing, all=products, contributing=economy.contributing
    )
    yield paragraph(sharing, indent=2, hang=2)
    whole = replace(economy.whole, title=_TOTAL_ECONOMY)
    rows = [
        _render_sum(each, products, economy.currency, language) for each in (whole, *economy.parts)
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
    said = _SUM.render(language).format(
        declared=figure.declared, all=products, rest=f"; {', '.join(rest)}" if rest else ""
    )
    amount = (
        f"{format_number(figure.total, language)}{NBSP}{currency}" if figure.declared else DASH
    )
    return (
        cell(figure.title.render(language)),
        cell(Span(amount, "strong")),
        cell(Span(said, "faint")),
    )


def _render_rates(economy: EconomyFigures, language: Language) -> Iterator[tuple[Cell, ...]]:
    for rate in economy.rates:
        by = ", ".join(text.render(language) for text in rate.by)
        lowest, highest = (
            format_number(rate.lowest, language),
            format_number(rate.highest, language),
        )
        amount = lowest if lowest == highest else f"{lowest}{DASH}{highest}"
        yield cell(by), cell(amount), cell(Span(f"{rate.products}", "faint"))


def _render_coverage(
    coverage: Coverage | None, products: int, language: Language
) -> Iterator[Block]:
    if coverage is None:
        return
    yield from _render_title(_COVERAGE.render(language))
    said = _AUTHORITIES.render(language).format(
        count=coverage.authorities, members=coverage.members, others=coverage.others
    )
    if coverage.unsaid:
        said += f", {_UNDECLARED.render(language).format(count=coverage.unsaid)}"
    yield paragraph(f"{said}.", indent=2, hang=2)
    for reach in coverage.reach:
        kind = reach.name.render(language)
        every = _OF_ALL.render(language).format(count=reach.using, all=reach.all, kind=kind)
        text = every if reach.all else f"{reach.using} {kind}"
        rest = [
            text_.render(language).format(names=format_list(names, language))
            for text_, names in ((_MISSING, reach.missing), (_UNKNOWN, reach.unknown))
            if 0 < len(names) <= _MAX_NAMES
        ]
        rests = f" ({'; '.join(rest)})" if rest else ""
        yield paragraph(Span(text, "strong"), Span(rests, "faint"), indent=2, hang=2)
    declared = products - coverage.undeclared
    rest_ = _UNDECLARED.render(language).format(count=coverage.undeclared)
    ends = _SUM.render(language).format(
        declared=declared, all=products, rest=f"; {rest_}" if coverage.undeclared else ""
    )
    yield paragraph(Span(ends, "faint"), indent=2)
    if coverage.busiest:
        names = format_list([f"{name} ({count})" for name, count in coverage.busiest], language)
        yield paragraph(_BUSIEST.render(language).format(names=names), indent=2, hang=2)


# -- requirements -----------------------------------------------------------------------------


def _render_requirements(
    figures: RequirementFigures, model: Model, language: Language
) -> Iterator[Block]:
    title = _CRITERIA_TITLE.render(language).format(model=figures.model, count=figures.products)
    if figures.evaluated:
        title += f", {_EVALUATED.render(language).format(count=figures.evaluated)}"
    yield from _render_title(title)
    themes = {theme.id: theme.name.render(language) for theme in model.themes}
    words = [LEVEL_KINDS[kind].word.render(language) for kind in ("assessed", "evaluated")]
    head = [cell(Span(word, "faint")) for word in words]
    rows = [
        _render_criterion_counts(lights, themes[lights.id], language) for lights in figures.themes
    ]
    yield TextTable((((), *head), *rows), indent=2)
    yield BLANK
    rows = [_render_criterion_counts(lights, lights.id, language) for lights in figures.criteria]
    yield TextTable((((), (), *head), *rows), indent=2)
    yield from _render_criteria_names(
        _MET_BY_NOBODY, [c for c in figures.criteria if not c.assessed["met"]], language
    )
    if figures.evaluated:
        never = [c for c in figures.criteria if _is_never_green(c)]
        yield from _render_criteria_names(_NEVER_GREEN, never, language)


def _is_never_green(criterion: RatingCounts) -> bool:
    """Whether a criterion has been evaluated as relevant, but never as met."""
    given = criterion.evaluated
    return not given["met"] and any(given[status] for status in ("partly", "unmet", "unknown"))


def _render_criterion_counts(
    lights: RatingCounts, name: str, language: Language
) -> tuple[Cell, ...]:
    title, given = lights.title.render(language), lights.evaluated
    evaluated = render_status_counts(given) if any(given.values()) else cell(Span(DASH, "faint"))
    names = [cell(Span(name, "strong")), *([cell(title)] if title != name else [])]
    return *names, render_status_counts(lights.assessed), evaluated


def _render_criteria_names(
    title: Text, criteria: Sequence[RatingCounts], language: Language
) -> Iterator[Block]:
    if criteria:
        names = join_cells(
            (cell(Span(c.id, "strong"), f"{NBSP}{c.title.render(language)}") for c in criteria),
            f"{NBSP}· ",
        )
        yield paragraph(
            render_status_mark("unmet"),
            f"{NBSP}{title.render(language)}: ",
            *names,
            indent=2,
            hang=2,
        )


def _render_overdue(figures: Portfolio, language: Language) -> Iterator[Block]:
    if not figures.overdue:
        return
    yield from _render_title(_OVERDUE.render(language))
    rows: Iterable[tuple[Cell, ...]] = (
        (cell(due.name), cell(due.found.message.render(language))) for due in figures.overdue
    )
    yield TextTable(tuple(rows), indent=2)

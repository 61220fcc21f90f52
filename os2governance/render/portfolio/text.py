"""The portfolio's figures as text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from os2governance.i18n.symbols import LEVELS
from os2governance.i18n.text import Language, Text, listed, number
from os2governance.model.model import Model
from os2governance.portfolio.coverage import Coverage
from os2governance.portfolio.figures import (
    EconomyFigures,
    Ladder,
    Lights,
    Portfolio,
    Requirements,
    Sum,
)
from os2governance.render.common.blocks import (
    BLANK,
    DASH,
    GLUE,
    Block,
    Cell,
    Span,
    Table,
    cell,
    joined,
    paragraph,
)
from os2governance.render.common.levels import below_lowest, counted_lights, foot, legend, mark

_TITLE = Text("Porteføljen", "The portfolio")
_PRODUCTS = Text("{count} produkter", "{count} products")
_OF_WHICH = {
    "projects": Text("projekter blandt dem: {count}", "projects among them: {count}"),
    "paused": Text("på pause: {count}", "paused: {count}"),
    "closed": Text("desuden lukkede: {count}", "besides, closed: {count}"),
    "unreadable": Text("desuden ubrugelige filer: {count}", "besides, unusable files: {count}"),
}
_LEVEL = Text("Niveau", "Level")
_UNSAID = Text("intet sagt", "nothing said")
_DIFFER = Text("Hvor de ikke er ens", "Where they differ")
_DIFFERS = Text(
    "{name}: {word} {level}, men reglerne giver {assessed}",
    "{name}: {word} {level}, but the rules give {assessed}",
)
_LIGHTS = Text("Krav efter {model} ({count} produkter)", "Criteria of {model} ({count} products)")
_EVALUATED = Text("{count} evalueret", "{count} evaluated")
_NOBODY = Text("Opfyldt af ingen", "Met by nobody")
_NEVER = Text("Aldrig grønt i en evaluering", "Never green in an evaluation")
_ECONOMY = Text("Fælles økonomi", "Shared economy")
_NO_ECONOMY = Text(
    "Modellen siger ikke, hvilke oplysninger der er om økonomi.",
    "The model does not say which facts are about economy.",
)
_SHARING = Text(
    "{count} af {all} produkter har en fast fælles økonomi, {contributing} af dem med bidrag.",
    "{count} of {all} products have a fixed shared economy, {contributing} of them with "
    "contributions.",
)
_WHOLE = Text("Årlig økonomi", "Yearly economy")
_SUM = Text("{declared} af {all} produkter{rest}", "{declared} of {all} products{rest}")
_NONE = Text("{count} har ingen", "{count} have none")
_UNDECLARED = Text("{count} ikke oplyst", "{count} not declared")
_RATES = Text("Årlige bidrag", "Yearly contributions")
_COVERAGE = Text("Anvendere", "Users")
_AUTHORITIES = Text(
    "{count} myndigheder bruger mindst ét produkt; {members} medlemmer, {others} andre",
    "{count} authorities use at least one product; {members} members, {others} others",
)
_OF_ALL = Text("{count} af {all} {kind}", "{count} of {all} {kind}")
_MISSING = Text("ikke med: {names}", "not among them: {names}")
_UNKNOWN = Text("ikke i registret: {names}", "not in the register: {names}")
_BUSIEST = Text("Flest produkter: {names}", "Most products: {names}")
_OVERDUE = Text("Overskredet eller snart", "Overdue, or soon")
_MANY = 12


def portfolio_blocks(
    figures: Portfolio, models: Mapping[str, Model], as_of: date, language: Language
) -> Iterator[Block]:
    """Render the figures."""
    yield paragraph(Span(_TITLE.say(language), "title"))
    yield paragraph(_count(figures, language), indent=2)
    for ladder in figures.ladders:
        yield from _ladder(ladder, models[ladder.models[-1]], language)
    yield from _differing(figures, models, language)
    yield from _economy(figures.economy, figures.products, language)
    yield from _coverage(figures.coverage, figures.products, language)
    for each in figures.requirements:
        yield from _requirements(each, models[each.model], language)
    yield from _overdue(figures, language)
    yield BLANK
    yield paragraph(*legend(language))
    yield foot(models, as_of, language)


def _section(title: str) -> Iterator[Block]:
    yield BLANK
    yield paragraph(Span(title, "title"))


def _count(figures: Portfolio, language: Language) -> str:
    said = [_PRODUCTS.say(language).format(count=figures.products)]
    for kind, text in _OF_WHICH.items():
        if count := getattr(figures, kind):
            said.append(text.say(language).format(count=count))
    return "; ".join(said)


def _ladder(ladder: Ladder, model: Model, language: Language) -> Iterator[Block]:
    words = [LEVELS[kind].word.say(language) for kind in ("assessed", "placed", "evaluated")]
    head = [cell(Span(_LEVEL.say(language), "faint")), *(cell(Span(w, "faint")) for w in words)]
    rows = [tuple(head)]
    for rung in reversed(ladder.rungs):
        name = rung.name.say(language) or below_lowest(model, language)
        counts = (rung.assessed, rung.placed, rung.evaluated)
        rows.append((cell(name), *(_figure(count) for count in counts)))
    unsaid = cell(Span(_UNSAID.say(language), "faint"))
    rows.append((unsaid, (), _figure(ladder.unplaced), _figure(ladder.unevaluated)))
    yield from _section(", ".join(ladder.models))
    yield Table(tuple(rows), indent=2)


def _figure(count: int) -> Cell:
    return cell(Span(f"{count:>3}".replace(" ", GLUE), "" if count else "faint"))


def _differing(
    figures: Portfolio, models: Mapping[str, Model], language: Language
) -> Iterator[Block]:
    if not figures.differing:
        return
    levels = {level.id: level.name for model in models.values() for level in model.levels}
    below = below_lowest(next(iter(models.values())), language)
    yield from _section(_DIFFER.say(language))
    for each in figures.differing:
        level, assessed = (
            levels[said].say(language) if said is not None else below
            for said in (each.level, each.assessed)
        )
        word = LEVELS[each.kind].word.say(language).lower()
        said = _DIFFERS.say(language)
        text = said.format(name=each.name, word=word, level=level, assessed=assessed)
        yield paragraph(text, indent=2, hang=2)


# -- economy and coverage ---------------------------------------------------------------------


def _economy(economy: EconomyFigures | None, products: int, language: Language) -> Iterator[Block]:
    yield from _section(_ECONOMY.say(language))
    if economy is None:
        yield paragraph(_NO_ECONOMY.say(language), indent=2)
        return
    sharing = _SHARING.say(language).format(
        count=economy.sharing, all=products, contributing=economy.contributing
    )
    yield paragraph(sharing, indent=2, hang=2)
    whole = economy.whole._replace(title=_WHOLE)
    rows = [_sum(each, products, economy.currency, language) for each in (whole, *economy.parts)]
    yield Table(tuple(rows), indent=2)
    if economy.rates:
        yield paragraph(Span(_RATES.say(language), "strong"), indent=2)
        yield Table(tuple(_rates(economy, language)), indent=4)


def _sum(figure: Sum, products: int, currency: str, language: Language) -> tuple[Cell, ...]:
    rest = [
        text.say(language).format(count=count)
        for text, count in ((_NONE, figure.none), (_UNDECLARED, figure.undeclared))
        if count
    ]
    said = _SUM.say(language).format(
        declared=figure.declared, all=products, rest=f"; {', '.join(rest)}" if rest else ""
    )
    amount = f"{number(figure.total, language)}{GLUE}{currency}" if figure.declared else DASH
    return (
        cell(figure.title.say(language)),
        cell(Span(amount, "strong")),
        cell(Span(said, "faint")),
    )


def _rates(economy: EconomyFigures, language: Language) -> Iterator[tuple[Cell, ...]]:
    for rate in economy.rates:
        by = ", ".join(text.say(language) for text in rate.by)
        lowest, highest = number(rate.lowest, language), number(rate.highest, language)
        amount = lowest if lowest == highest else f"{lowest}{DASH}{highest}"
        yield cell(by), cell(amount), cell(Span(f"{rate.products}", "faint"))


def _coverage(coverage: Coverage | None, products: int, language: Language) -> Iterator[Block]:
    if coverage is None:
        return
    yield from _section(_COVERAGE.say(language))
    said = _AUTHORITIES.say(language).format(
        count=coverage.authorities, members=coverage.members, others=coverage.others
    )
    if coverage.unsaid:
        said += f", {_UNDECLARED.say(language).format(count=coverage.unsaid)}"
    yield paragraph(f"{said}.", indent=2, hang=2)
    for reach in coverage.reach:
        kind = reach.name.say(language)
        every = _OF_ALL.say(language).format(count=reach.using, all=reach.all, kind=kind)
        text = every if reach.all else f"{reach.using} {kind}"
        rest = [
            text_.say(language).format(names=listed(names, language))
            for text_, names in ((_MISSING, reach.missing), (_UNKNOWN, reach.unknown))
            if 0 < len(names) <= _MANY
        ]
        rests = f" ({'; '.join(rest)})" if rest else ""
        yield paragraph(Span(text, "strong"), Span(rests, "faint"), indent=2, hang=2)
    declared = products - coverage.undeclared
    rest_ = _UNDECLARED.say(language).format(count=coverage.undeclared)
    ends = _SUM.say(language).format(
        declared=declared, all=products, rest=f"; {rest_}" if coverage.undeclared else ""
    )
    yield paragraph(Span(ends, "faint"), indent=2)
    if coverage.busiest:
        names = listed([f"{name} ({count})" for name, count in coverage.busiest], language)
        yield paragraph(_BUSIEST.say(language).format(names=names), indent=2, hang=2)


# -- requirements -----------------------------------------------------------------------------


def _requirements(each: Requirements, model: Model, language: Language) -> Iterator[Block]:
    title = _LIGHTS.say(language).format(model=each.model, count=each.products)
    if each.evaluated:
        title += f", {_EVALUATED.say(language).format(count=each.evaluated)}"
    yield from _section(title)
    themes = {theme.id: theme.name.say(language) for theme in model.themes}
    words = [LEVELS[kind].word.say(language) for kind in ("assessed", "evaluated")]
    head = [cell(Span(word, "faint")) for word in words]
    rows = [_lights(lights, themes[lights.id], language) for lights in each.themes]
    yield Table((((), *head), *rows), indent=2)
    yield BLANK
    rows = [_lights(lights, lights.id, language) for lights in each.criteria]
    yield Table((((), (), *head), *rows), indent=2)
    yield from _none(_NOBODY, [c for c in each.criteria if not c.assessed["met"]], language)
    if each.evaluated:
        never = [c for c in each.criteria if _never_green(c)]
        yield from _none(_NEVER, never, language)


def _never_green(criterion: Lights) -> bool:
    """Whether a criterion has been evaluated as relevant, but never as met."""
    given = criterion.evaluated
    return not given["met"] and any(given[status] for status in ("partly", "unmet", "unknown"))


def _lights(lights: Lights, name: str, language: Language) -> tuple[Cell, ...]:
    title, given = lights.title.say(language), lights.evaluated
    evaluated = counted_lights(given) if any(given.values()) else cell(Span(DASH, "faint"))
    names = [cell(Span(name, "strong")), *([cell(title)] if title != name else [])]
    return *names, counted_lights(lights.assessed), evaluated


def _none(title: Text, criteria: Sequence[Lights], language: Language) -> Iterator[Block]:
    if criteria:
        names = joined(
            (cell(Span(c.id, "strong"), f"{GLUE}{c.title.say(language)}") for c in criteria),
            f"{GLUE}· ",
        )
        yield paragraph(mark("unmet"), f"{GLUE}{title.say(language)}: ", *names, indent=2, hang=2)


def _overdue(figures: Portfolio, language: Language) -> Iterator[Block]:
    if not figures.overdue:
        return
    yield from _section(_OVERDUE.say(language))
    rows: Iterable[tuple[Cell, ...]] = (
        (cell(due.name), cell(due.found.message.say(language))) for due in figures.overdue
    )
    yield Table(tuple(rows), indent=2)

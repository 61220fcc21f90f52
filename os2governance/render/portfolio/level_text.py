"""How products are distributed over levels, and where levels of a product differ, as text."""

from collections.abc import Iterator, Sequence

from os2governance.i18n.text import Language, Text, _, format_list, ngettext
from os2governance.model.model import Model
from os2governance.model.words import phrase
from os2governance.portfolio.level_figures import LevelDiscrepancy, LevelDistribution
from os2governance.render.common.blocks import (
    DASH,
    NBSP,
    Block,
    Cell,
    Span,
    TextTable,
    cell,
    paragraph,
)
from os2governance.render.common.levels import (
    render_below_lowest,
    render_level_phrase,
    render_level_word,
    render_state,
)

_LEVEL = _("Level")
_NOT_SETTLED = _("not settled")
_NOBODY = _("not placed / not evaluated")
_DIFFERENCE = _("{word}: {level}; {assessed_word}: {assessed}")
_BECAUSE = _("(because of {criteria})")
_AT_LEAST = _("at least {level}")


def render_level_distribution(
    levels: LevelDistribution, model: Model, language: Language
) -> Iterator[Block]:
    """Render how many products are at each level, and how many have none, and why."""
    words = [
        render_level_word(model, kind, language) for kind in ("placed", "assessed", "evaluated")
    ]
    rows: list[tuple[Cell, ...]] = [
        tuple(cell(Span(word, "faint")) for word in (_LEVEL.render(language), *words))
    ]
    for rung in reversed(levels.rungs):
        counts = (rung.placed, rung.assessed, rung.evaluated)
        rows.append((cell(rung.name.render(language)), *map(render_count, counts)))
    for label, counted in (
        (render_below_lowest(model, language), levels.below),
        (_NOT_SETTLED.render(language), levels.not_settled),
    ):
        rows.append((cell(label), (), *map(render_count, counted[1:])))
    nobody = levels.nobody
    last = cell(Span(_NOBODY.render(language), "faint"))
    rows.append((last, render_count(nobody.placed), (), render_count(nobody.evaluated)))
    yield TextTable(tuple(rows), indent=2)
    assessed = sum(rung.assessed for rung in levels.rungs)
    if unsettled := sum(rung.unsettled for rung in levels.rungs):
        text = ngettext(
            "For {count} of the {all} products with an assessed level, a higher level is not "
            "settled.",
            "For {count} of the {all} products with an assessed level, higher levels are not "
            "settled.",
            unsettled,
        )
        said = text.render(language).format(count=unsettled, all=assessed)
        yield paragraph(said, indent=2, hang=2)


def render_count(count: int) -> Cell:
    """A number in a column; zero is faint."""
    return cell(Span(f"{count:>3}".replace(" ", NBSP), "" if count else "faint"))


def render_differences(
    differing: Sequence[LevelDiscrepancy], model: Model, language: Language
) -> Iterator[Block]:
    """Render a line for each difference."""
    for each in differing:
        said = render_difference(each, model, language)
        yield paragraph(f"{each.name} {DASH} {said}", indent=2, hang=2)


def render_difference(each: LevelDiscrepancy, model: Model, language: Language) -> str:
    """Where another level of a product is not the assessed one, and because of which criteria."""
    words = [phrase_level_word(model, kind, language) for kind in (each.kind, "assessed")]
    said = _DIFFERENCE.render(language).format(
        word=words[0],
        level=_render_level(each.level, model, language),
        assessed_word=words[1],
        assessed=render_assessed(each, model, language),
    )
    if not each.criteria:
        return said
    criteria = format_list(each.criteria, language)
    return f"{said} {_BECAUSE.render(language).format(criteria=criteria)}"


def phrase_level_word(model: Model, kind: str, language: Language) -> str:
    """The word for a kind of level, as it stands inside a sentence."""
    word = render_level_word(model, kind, language)
    return phrase(Text(word, word)).render(language)


def render_assessed(each: LevelDiscrepancy, model: Model, language: Language) -> str:
    """The assessed level of a difference; one that may be higher yet says so."""
    if each.assessed is None:
        return render_state(model, each.state, "assessed", language)
    level = render_level_phrase(model, each.assessed, language)
    return level if each.settled else _AT_LEAST.render(language).format(level=level)


def _render_level(level: str | None, model: Model, language: Language) -> str:
    if level is None:
        return render_below_lowest(model, language)
    return render_level_phrase(model, level, language)

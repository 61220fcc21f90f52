"""Models and their criteria as text."""

from collections.abc import Iterable, Iterator, Sequence

from os2governance.i18n.text import Language, Text, _, ngettext
from os2governance.model.model import Criterion, Model
from os2governance.render.common.blocks import (
    BLANK,
    NBSP,
    Block,
    Cell,
    Span,
    TextTable,
    cell,
    join_cells,
    paragraph,
)
from os2governance.render.common.criterion import (
    render_criterion_heading,
    render_criterion_rows,
    render_labelled_rows,
)
from os2governance.render.common.layout import measure_width
from os2governance.rules.node import Rule, extend_prefix

_RECOMMENDED = _("(recommendation)")
_REMEDY = _("Do")
_FACTS = _("Facts")
_EXAMPLES = _("Examples")
_SOURCE = _("Source")


def _count_criteria(criteria: Sequence[Criterion], language: Language) -> str:
    count = len(criteria)
    return (
        ngettext("{count} criterion", "{count} criteria", count).fill(count=count).render(language)
    )


def render_model_blocks(models: Iterable[Model], language: Language) -> Iterator[Block]:
    """Render one row for each model."""
    table = [
        (
            cell(Span(model.reference, "title")),
            cell(model.name.render(language)),
            cell(model.published),
            cell(_count_criteria(model.criteria, language)),
        )
        for model in models
    ]
    yield TextTable(tuple(table))


def render_criteria_blocks(model: Model, language: Language) -> Iterator[Block]:
    """Render a model's criteria by level and theme."""
    widest = max(measure_width(theme.name.render(language)) for theme in model.themes)
    for level in model.levels:
        own = [criterion for criterion in model.criteria if criterion.level == level.id]
        count = _count_criteria(own, language)
        yield BLANK
        yield paragraph(Span(level.name.render(language), "title"), Span(f" · {count}", "faint"))
        by_theme = [
            (
                cell(theme.name.render(language)),
                join_cells(
                    (_render_criterion(c, language) for c in own if c.theme == theme.id),
                    f"{NBSP}· ",
                ),
            )
            for theme in model.themes
            if any(c.theme == theme.id for c in own)
        ]
        yield TextTable(tuple(by_theme), indent=2, minimum=(widest,))
    if model.source:
        yield BLANK
        yield paragraph(Span(f"{_SOURCE.render(language)}: {model.source}", "faint"))


def _render_criterion(criterion: Criterion, language: Language) -> Cell:
    title = criterion.title.render(language)
    mark = f" {_RECOMMENDED.render(language)}" if criterion.recommended else ""
    return cell(Span(criterion.id, "strong"), f"{NBSP}{title}", Span(mark, "faint"))


def render_full_criterion_blocks(
    model: Model, criteria: Sequence[Criterion], language: Language
) -> Iterator[Block]:
    """Render criteria in full: texts, rule, remedy, facts, examples."""
    for number, criterion in enumerate(criteria):
        if number:
            yield BLANK
        yield paragraph(*render_criterion_heading(model, criterion, language))
        yield TextTable(tuple(_render_rows(model, criterion, language)), indent=2)


def _render_rows(
    model: Model, criterion: Criterion, language: Language
) -> Iterator[tuple[Cell, Cell]]:
    yield from render_criterion_rows(model, criterion, language)
    yield from render_labelled_rows(_REMEDY.render(language), criterion.remedy.render(language))
    facts = [
        cell(Span(path, "strong"), f" {title.render(language)}")
        for path, title in list_asked_facts(criterion).items()
    ]
    yield from render_labelled_rows(_FACTS.render(language), *facts)
    counts: dict[str, int] = {}
    for example in criterion.examples:
        counts[example.expect] = counts.get(example.expect, 0) + 1
    said = ", ".join(f"{count} {expect}" for expect, count in counts.items())
    yield from render_labelled_rows(_EXAMPLES.render(language), said)


def list_asked_facts(criterion: Criterion) -> dict[str, Text]:
    """Map the paths that a criterion's rules read to their titles; `[]` marks a list."""
    asked: dict[str, Text] = {}
    for rule in criterion.rules:
        asked |= _list_facts(rule, "")
    return asked


def _list_facts(rule: Rule, prefix: str) -> dict[str, Text]:
    asked = {f"{prefix}{rule.subject}": rule.title} if rule.subject else {}
    for part in rule.parts:
        asked |= _list_facts(part, extend_prefix(rule, prefix))
    return asked

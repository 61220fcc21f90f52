"""Models and their criteria as text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from os2governance.i18n.text import Language, Text
from os2governance.model.model import Criterion, Model
from os2governance.render.common.blocks import (
    BLANK,
    GLUE,
    Block,
    Cell,
    Span,
    Table,
    cell,
    joined,
    paragraph,
)
from os2governance.render.common.criterion import criterion_rows, heading, rows
from os2governance.render.common.layout import width_of

_COUNT = Text("{count} krav", "{count} criteria")
_RECOMMENDED = Text("(anbefaling)", "(recommendation)")
_REMEDY = Text("Gør", "Do")
_FACTS = Text("Oplysninger", "Facts")
_EXAMPLES = Text("Eksempler", "Examples")
_SOURCE = Text("Kilde", "Source")


def models_blocks(models: Iterable[Model], language: Language) -> Iterator[Block]:
    """Render one row for each model."""
    table = [
        (
            cell(Span(model.reference, "title")),
            cell(model.name.say(language)),
            cell(model.published),
            cell(_COUNT.say(language).format(count=len(model.criteria))),
        )
        for model in models
    ]
    yield Table(tuple(table))


def criteria_blocks(model: Model, language: Language) -> Iterator[Block]:
    """Render a model's criteria by level and theme."""
    widest = max(width_of(theme.name.say(language)) for theme in model.themes)
    for level in model.levels:
        own = [criterion for criterion in model.criteria if criterion.level == level.id]
        count = _COUNT.say(language).format(count=len(own))
        yield BLANK
        yield paragraph(Span(level.name.say(language), "title"), Span(f" · {count}", "faint"))
        by_theme = [
            (
                cell(theme.name.say(language)),
                joined((_named(c, language) for c in own if c.theme == theme.id), f"{GLUE}· "),
            )
            for theme in model.themes
            if any(c.theme == theme.id for c in own)
        ]
        yield Table(tuple(by_theme), indent=2, minimum=(widest,))
    if model.source:
        yield BLANK
        yield paragraph(Span(f"{_SOURCE.say(language)}: {model.source}", "faint"))


def _named(criterion: Criterion, language: Language) -> Cell:
    title = criterion.title.say(language)
    mark = f" {_RECOMMENDED.say(language)}" if criterion.recommended else ""
    return cell(Span(criterion.id, "strong"), f"{GLUE}{title}", Span(mark, "faint"))


def shown_blocks(
    model: Model, criteria: Sequence[Criterion], language: Language
) -> Iterator[Block]:
    """Render criteria in full: texts, rule, remedy, facts, examples."""
    for number, criterion in enumerate(criteria):
        if number:
            yield BLANK
        yield paragraph(*heading(model, criterion, language))
        yield Table(tuple(_rows(model, criterion, language)), indent=2)


def _rows(model: Model, criterion: Criterion, language: Language) -> Iterator[tuple[Cell, Cell]]:
    yield from criterion_rows(model, criterion, language)
    yield from rows(_REMEDY.say(language), criterion.remedy.say(language))
    facts = [
        cell(Span(path, "strong"), f" {title.say(language)}")
        for path, title in facts_asked(criterion).items()
    ]
    yield from rows(_FACTS.say(language), *facts)
    counts: dict[str, int] = {}
    for example in criterion.examples:
        counts[example.expect] = counts.get(example.expect, 0) + 1
    said = ", ".join(f"{count} {expect}" for expect, count in counts.items())
    yield from rows(_EXAMPLES.say(language), said)


def facts_asked(criterion: Criterion) -> dict[str, Text]:
    """Map the paths that a criterion's rules read to their titles; `[]` marks a list."""
    asked: dict[str, Text] = {}
    for rule in (criterion.met, criterion.partly):
        if rule:
            asked |= _asked(rule, "")
    return asked


class _Rule(Protocol):
    """The part of a rule's interface that is used here."""

    @property
    def operator(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def title(self) -> Text: ...
    @property
    def parts(self) -> "Sequence[_Rule]": ...


def _asked(rule: _Rule, prefix: str) -> dict[str, Text]:
    if not rule.subject or rule.operator == "use":
        return _below(rule, prefix)
    path = f"{prefix}{rule.subject}"
    return {path: rule.title} | _below(rule, f"{path}[].")


def _below(rule: _Rule, prefix: str) -> dict[str, Text]:
    return {path: title for part in rule.parts for path, title in _asked(part, prefix).items()}

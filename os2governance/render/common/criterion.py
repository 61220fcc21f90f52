"""A criterion's own texts: heading, question, responsible role, rule."""

from collections.abc import Iterator

from os2governance.i18n.text import Language, Text, _
from os2governance.model.model import Criterion, Model
from os2governance.render.common.blocks import NBSP, Cell, Span, cell

_ASKS = _("Criterion")
_RESPONSIBLE = _("Responsible")
_RULE = _("Rule")
_MET = _("It is met when this is in place: {rule}.")
_PARTLY = _("It is partly met when this is in place: {rule}.")
_RECOMMENDED = _("recommendation")
_FACTS_ONLY = _("Only facts count; an answer is not enough.")
_ALWAYS_APPLIES = _('Cannot be "not applicable".')


def name_criterion(id_: str, title: Text, language: Language) -> str:
    """A criterion by its id and title; by its id alone where it has no other title."""
    name = title.render(language)
    return id_ if name in {"", id_} else f"{id_} {name}"


def render_criterion_heading(model: Model, criterion: Criterion, language: Language) -> Cell:
    """A criterion's id and title, then level and theme."""
    theme = next(t.name for t in model.themes if t.id == criterion.theme).render(language)
    where = [model.level_name(criterion.level).render(language), theme]
    where += [_RECOMMENDED.render(language)] if criterion.recommended else []
    title = criterion.title.render(language)
    name = f"{NBSP}{title}" if title != criterion.id else ""
    return cell(
        Span(criterion.id, "title"), Span(name, "title"), Span(f" · {' · '.join(where)}", "faint")
    )


def render_criterion_rows(
    model: Model, criterion: Criterion, language: Language
) -> Iterator[tuple[Cell, Cell]]:
    """Yield labelled rows: the question, the responsible role, and the rule in words."""
    role = model.role_names.get(criterion.responsible)
    yield from render_labelled_rows(_ASKS.render(language), criterion.asks.render(language))
    yield from render_labelled_rows(
        _RESPONSIBLE.render(language), role.render(language) if role else ""
    )
    said = [_MET.render(language).replace("{rule}", criterion.rule.render(language))]
    if criterion.partly:
        said.append(_PARTLY.render(language).replace("{rule}", criterion.partly.render(language)))
    if not criterion.answer_counts:
        said.append(_FACTS_ONLY.render(language))
    if criterion.not_applicable == "no":
        said.append(_ALWAYS_APPLIES.render(language))
    yield from render_labelled_rows(_RULE.render(language), *said)


def render_labelled_rows(label: str, *said: str | Cell) -> Iterator[tuple[Cell, Cell]]:
    """Yield a row for each non-empty text, with the label on the first."""
    texts = [cell(text) if isinstance(text, str) else text for text in said if text]
    for number, text in enumerate(texts):
        yield cell(Span("" if number else label, "faint")), text

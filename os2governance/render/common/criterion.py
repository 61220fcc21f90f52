"""A criterion's own texts: heading, question, responsible role, rule."""

from collections.abc import Iterator

from os2governance.i18n.text import Language, Text
from os2governance.model.model import Criterion, Model
from os2governance.render.common.blocks import GLUE, Cell, Span, cell
from os2governance.render.common.levels import level_name

_ASKS = Text("Krav", "Asks")
_RESPONSIBLE = Text("Ansvarlig", "Responsible")
_RULE = Text("Regel", "Rule")
_MET = Text("Kravet er opfyldt, når {rule}.", "It is met when {rule}.")
_PARTLY = Text("Det er delvist opfyldt, når {rule}.", "It is partly met when {rule}.")
_RECOMMENDED = Text("anbefaling", "recommendation")
_FACTS_ONLY = Text(
    "Kun oplysninger tæller; et svar er ikke nok.",
    "Only facts count; an answer is not enough.",
)
_ALWAYS = Text("Kan ikke være »ikke relevant«.", 'Cannot be "not applicable".')


def heading(model: Model, criterion: Criterion, language: Language) -> Cell:
    """A criterion's id and title, then level and theme."""
    theme = next(t.name for t in model.themes if t.id == criterion.theme).say(language)
    where = [level_name(model, criterion.level, language), theme]
    where += [_RECOMMENDED.say(language)] if criterion.recommended else []
    title = criterion.title.say(language)
    name = f"{GLUE}{title}" if title != criterion.id else ""
    return cell(
        Span(criterion.id, "title"), Span(name, "title"), Span(f" · {' · '.join(where)}", "faint")
    )


def criterion_rows(
    model: Model, criterion: Criterion, language: Language
) -> Iterator[tuple[Cell, Cell]]:
    """Yield labelled rows: the question, the responsible role, and the rule in words."""
    role = model.role_names.get(criterion.responsible)
    yield from rows(_ASKS.say(language), criterion.asks.say(language))
    yield from rows(_RESPONSIBLE.say(language), role.say(language) if role else "")
    said = [_MET.say(language).replace("{rule}", criterion.met.say(language))]
    if criterion.partly:
        said.append(_PARTLY.say(language).replace("{rule}", criterion.partly.say(language)))
    if not criterion.answer_counts:
        said.append(_FACTS_ONLY.say(language))
    if not criterion.may_not_apply:
        said.append(_ALWAYS.say(language))
    yield from rows(_RULE.say(language), *said)


def rows(label: str, *said: str | Cell) -> Iterator[tuple[Cell, Cell]]:
    """Yield a row for each non-empty text, with the label on the first."""
    texts = [cell(text) if isinstance(text, str) else text for text in said if text]
    for number, text in enumerate(texts):
        yield cell(Span("" if number else label, "faint")), text

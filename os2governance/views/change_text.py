"""How products differ from before, as text: levels first, then criteria."""

from collections.abc import Iterable, Iterator

from os2governance.assessment import BELOW
from os2governance.bilingual import Language, Text
from os2governance.change import Change, Step
from os2governance.legend import LEVELS, STATUS
from os2governance.views.styled_text import GLUE, Block, Span, paragraph

_NEW, _GONE = Text("nyt", "new"), Text("findes ikke mere", "gone")
_NONE = Text("intet", "none")
COMPUTED = ("assessed", "fully", "possible")
_CHANGED = Text("Ændret siden {revision}:", "Changed since {revision}:")
_UNCHANGED = Text(
    "Ingen niveauer eller krav er ændret siden {revision}.",
    "No level or criterion has changed since {revision}.",
)


def change_blocks(changes: Iterable[Change], revision: str, language: Language) -> Iterator[Block]:
    """Give, for each product, what was and what is."""
    several = list(changes)
    said = changed_said(revision, language, several=bool(several))
    yield paragraph(Span(said, "strong"), hang=2)
    for change in several:
        yield paragraph(Span(f"{change.product}", "strong"), _life(change, language), indent=2)
        for line in change_lines(change, language):
            yield paragraph(line, indent=4, hang=2)


def changed_said(revision: str, language: Language, *, several: bool) -> str:
    """Say that something has changed since a revision, or that nothing has."""
    return (_CHANGED if several else _UNCHANGED).say(language).format(revision=revision)


def change_lines(change: Change, language: Language) -> Iterator[str]:
    """Say each level and criterion that differs on a line."""
    yield from level_lines(change, language)
    if change.before and change.after:
        for step in change.outcomes:
            yield f"{step.name}: {status_way(step, language)}"


def level_lines(change: Change, language: Language) -> Iterator[str]:
    """Say each level that differs on a line."""
    names: dict[str, str] = {}
    for assessment in (change.before, change.after):
        if assessment:
            names |= {level.id: level.name.say(language) for level in assessment.model.levels}
    for step in change.levels:
        word = LEVELS[step.name].word.say(language)
        none = BELOW if step.name in COMPUTED and change.before and change.after else _NONE
        yield f"{word}: {_way(step, names, language, none)}"


def status_way(step: Step, language: Language) -> str:
    """Say which status was, and which is."""
    statuses = {name: sign.word.say(language) for name, sign in STATUS.items()}
    return _way(step, statuses, language)


def _life(change: Change, language: Language) -> str:
    word = _NEW if change.before is None else _GONE if change.after is None else None
    return f" ({word.say(language)})" if word else ""


def _way(step: Step, names: dict[str, str], language: Language, nothing: Text = _NONE) -> str:
    none = nothing.say(language)
    before, after = (names.get(each, each) if each else none for each in (step.before, step.after))
    return f"{before} →{GLUE}{after}"

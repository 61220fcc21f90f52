"""Differences of products from their old state, as text: levels first, then criteria."""

from collections.abc import Iterable, Iterator

from os2governance.analysis.difference import Change, Step
from os2governance.assessment.levels import BELOW, Assessment
from os2governance.i18n.symbols import LEVELS, STATUS
from os2governance.i18n.text import Language, Text
from os2governance.render.common.blocks import GLUE, Block, Span, paragraph

_NEW, _GONE = Text("nyt", "new"), Text("findes ikke mere", "gone")
_LOST = Text("kan ikke bruges mere; se fundene", "can no longer be used; see the findings")
_FOUND = Text("kunne ikke bruges før", "could not be used before")
_FORMER = Text("hed {former} før", "was called {former} before")
_SAME = Text("Niveauer og krav er de samme.", "Levels and criteria are the same.")
_NONE = Text("intet", "none")
COMPUTED = ("assessed", "fully", "possible")
_CHANGED = Text("Ændret siden {revision}:", "Changed since {revision}:")
_UNCHANGED = Text(
    "Ingen niveauer eller krav er ændret siden {revision}.",
    "No level or criterion has changed since {revision}.",
)


def change_blocks(changes: Iterable[Change], revision: str, language: Language) -> Iterator[Block]:
    """Render the old and new state of each product."""
    several = list(changes)
    said = changed_said(revision, language, several=bool(several))
    yield paragraph(Span(said, "strong"), hang=2)
    for change in several:
        life = life_said(change, language)
        yield paragraph(Span(f"{change.product}", "strong"), life, indent=2, hang=2)
        for line in whole_lines(change, language):
            yield paragraph(line, indent=4, hang=2)


def changed_said(revision: str, language: Language, *, several: bool) -> str:
    """A heading: something has changed since a revision, or nothing has."""
    return (_CHANGED if several else _UNCHANGED).say(language).format(revision=revision)


def whole_lines(change: Change, language: Language) -> Iterator[str]:
    """Yield a line for each level and criterion that differs, or one line if none does."""
    yield from change_lines(change, language)
    if not (change.unusable or change.levels or change.outcomes):
        yield _SAME.say(language)


def change_lines(change: Change, language: Language) -> Iterator[str]:
    """Yield a line for each level and criterion that differs."""
    yield from level_lines(change, language)
    if change.before and change.after:
        for step in change.outcomes:
            yield f"{step.name}: {status_way(step, language)}"


def level_lines(change: Change, language: Language) -> Iterator[str]:
    """Yield a line for each level that differs."""
    was, now = _level_names(change.before, language), _level_names(change.after, language)
    for step in change.levels:
        word = LEVELS[step.name].word.say(language)
        none = BELOW if step.name in COMPUTED and change.before and change.after else _NONE
        before, after = (
            names.get(level, level) if level else none.say(language)
            for names, level in ((was, step.before), (now, step.after))
        )
        if before == after:
            before, after = f"{before} ({step.before})", f"{after} ({step.after})"
        yield f"{word}: {before} →{GLUE}{after}"


def _level_names(assessment: Assessment | None, language: Language) -> dict[str, str]:
    levels = assessment.model.levels if assessment else ()
    return {level.id: level.name.say(language) for level in levels}


def status_way(step: Step, language: Language) -> str:
    """The old and the new status of a criterion."""
    statuses = {name: sign.word.say(language) for name, sign in STATUS.items()}
    none = _NONE.say(language)
    before, after = (
        statuses.get(each, each) if each else none for each in (step.before, step.after)
    )
    return f"{before} →{GLUE}{after}"


def life_said(change: Change, language: Language) -> str:
    """A note in brackets where a product is new, removed or renamed; otherwise empty."""
    if change.former:
        return f" ({_FORMER.say(language).format(former=change.former)})"
    gone, new = (_LOST, _FOUND) if change.unusable else (_GONE, _NEW)
    word = new if change.before is None else gone if change.after is None else None
    return f" ({word.say(language)})" if word else ""

"""Differences of products from their old state, as text: levels first, then criteria."""

from collections.abc import Iterable, Iterator

from os2governance.analysis.difference import ProductChange, ValueChange
from os2governance.assessment.levels import BELOW_LOWEST, Assessment
from os2governance.i18n.symbols import LEVEL_KINDS, STATUS_SYMBOLS
from os2governance.i18n.text import Language, _, pgettext
from os2governance.render.common.blocks import NBSP, Block, Span, paragraph

_NEW, _GONE = _("new"), _("gone")
_NOW_UNUSABLE = _("can no longer be used; see the findings")
_WAS_UNUSABLE = _("could not be used before")
_FORMER = _("was called {former} before")
_SAME = _("Levels and criteria are unchanged.")
_NONE = pgettext("of a thing", "none")
COMPUTED_LEVELS = ("assessed", "fully", "possible")
_CHANGED = _("Changed since {revision}:")
_UNCHANGED = _("No levels and no criteria have changed since {revision}.")


def render_change_blocks(
    changes: Iterable[ProductChange], revision: str, language: Language
) -> Iterator[Block]:
    """Render the old and new state of each product."""
    several = list(changes)
    said = render_change_heading(revision, language, several=bool(several))
    yield paragraph(Span(said, "strong"), hang=2)
    for change in several:
        life = render_presence_suffix(change, language)
        yield paragraph(Span(f"{change.product}", "strong"), life, indent=2, hang=2)
        for line in render_all_change_lines(change, language):
            yield paragraph(line, indent=4, hang=2)


def render_change_heading(revision: str, language: Language, *, several: bool) -> str:
    """A heading: something has changed since a revision, or nothing has."""
    return (_CHANGED if several else _UNCHANGED).render(language).format(revision=revision)


def render_all_change_lines(change: ProductChange, language: Language) -> Iterator[str]:
    """Yield a line for each level and criterion that differs, or one line if none does."""
    yield from render_change_lines(change, language)
    if not (change.unusable or change.levels or change.outcomes):
        yield _SAME.render(language)


def render_change_lines(change: ProductChange, language: Language) -> Iterator[str]:
    """Yield a line for each level and criterion that differs."""
    yield from render_level_lines(change, language)
    if change.before and change.after:
        for step in change.outcomes:
            yield f"{step.name}: {render_status_change(step, language)}"


def render_level_lines(change: ProductChange, language: Language) -> Iterator[str]:
    """Yield a line for each level that differs."""
    was, now = (
        _collect_level_names(change.before, language),
        _collect_level_names(change.after, language),
    )
    for step in change.levels:
        word = LEVEL_KINDS[step.name].word.render(language)
        none = (
            BELOW_LOWEST
            if step.name in COMPUTED_LEVELS and change.before and change.after
            else _NONE
        )
        before, after = (
            names.get(level, level) if level else none.render(language)
            for names, level in ((was, step.before), (now, step.after))
        )
        if before == after:
            before, after = f"{before} ({step.before})", f"{after} ({step.after})"
        yield f"{word}: {before} →{NBSP}{after}"


def _collect_level_names(assessment: Assessment | None, language: Language) -> dict[str, str]:
    levels = assessment.model.levels if assessment else ()
    return {level.id: level.name.render(language) for level in levels}


def render_status_change(step: ValueChange, language: Language) -> str:
    """The old and the new status of a criterion."""
    statuses = {name: sign.word.render(language) for name, sign in STATUS_SYMBOLS.items()}
    none = _NONE.render(language)
    before, after = (
        statuses.get(each, each) if each else none for each in (step.before, step.after)
    )
    return f"{before} →{NBSP}{after}"


def render_presence_suffix(change: ProductChange, language: Language) -> str:
    """A note in brackets where a product is new, removed or renamed; otherwise empty."""
    if change.former_id:
        return f" ({_FORMER.render(language).format(former=change.former_id)})"
    gone, new = (_NOW_UNUSABLE, _WAS_UNUSABLE) if change.unusable else (_GONE, _NEW)
    word = new if change.before is None else gone if change.after is None else None
    return f" ({word.render(language)})" if word else ""

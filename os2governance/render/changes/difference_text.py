"""Differences of products from their old state, as text: levels first, then criteria."""

from collections.abc import Iterable, Iterator

from os2governance.analysis.difference import ProductChange, ValueChange
from os2governance.assessment.levels import NONE
from os2governance.i18n.symbols import STATUS_SYMBOLS
from os2governance.i18n.text import Language, _, pgettext
from os2governance.model.model import Model
from os2governance.render.common.blocks import NBSP, Block, Span, paragraph
from os2governance.render.common.levels import render_level_word, render_state

_NEW, _GONE = _("new"), _("gone")
_NOW_UNUSABLE = _("can no longer be used; see the findings")
_WAS_UNUSABLE = _("could not be used before")
_FORMER = _("was called {former} before")
_SAME = _("Levels and criteria are unchanged.")
_NONE = pgettext("of a thing", "none")
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
    """Yield a line for each level that differs; one that is not settled is told as such."""
    known = change.after or change.before
    for step in change.levels if known else ():
        sides = (
            (change.before, step.before, step.before_state),
            (change.after, step.after, step.after_state),
        )
        before, after = (
            render_level_value(side.model, step.name, level, state or NONE, language)
            if side
            else _NONE.render(language)
            for side, level, state in sides
        )
        if before == after:
            before, after = f"{before} ({step.before})", f"{after} ({step.after})"
        word = render_level_word(known.model, step.name, language) if known else step.name
        yield f"{word}: {before} →{NBSP}{after}"


def render_level_value(
    model: Model, kind: str, level: str | None, state: str, language: Language
) -> str:
    """One of the nine levels, or what is said in place of it."""
    if level is not None:
        names = {each.id: each.name.render(language) for each in model.levels}
        return names.get(level) or level
    if state == NONE:
        return _NONE.render(language)
    return render_state(model, state, kind, language)


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

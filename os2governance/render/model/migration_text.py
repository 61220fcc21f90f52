"""A migrated declaration, as text."""

from collections.abc import Iterator

from os2governance.authoring.migration import Migration
from os2governance.i18n.text import Language, _, format_list
from os2governance.render.common.blocks import NBSP, Block, Span, paragraph
from os2governance.render.common.findings import render_finding_blocks

_WRITTEN = _("written")
_NOT_WRITTEN = _("not written")
_ANSWERS_UNCHANGED = _("Answers kept: {count}.")
_RENAMED = _("Renumbered: {names}.")


def render_migration_blocks(
    file: str, carried: Migration, language: Language, *, written: bool
) -> Iterator[Block]:
    """Render what was kept or renumbered, and what a person must review."""
    word = (_WRITTEN if written else _NOT_WRITTEN).render(language)
    kept = {
        old: new[0]
        for old, new in carried.new_ids.items()
        if len(new) == 1 and new[0] not in carried.ids_to_review
    }
    said = _ANSWERS_UNCHANGED.render(language).format(count=len(kept))
    yield paragraph(Span(file, "strong"), f" ({word}): {said}", hang=2)
    ways = [f"{old} →{NBSP}{new}" for old, new in kept.items() if old != new]
    if ways:
        names = format_list(ways, language)
        yield paragraph(_RENAMED.render(language).format(names=names), indent=2, hang=2)
    yield from render_finding_blocks(carried.findings, language, indent=2)

"""A migrated declaration, as text."""

from collections.abc import Iterator

from os2governance.authoring.migration import Migration
from os2governance.i18n.text import Language, Text, listed
from os2governance.render.common.blocks import GLUE, Block, Span, paragraph
from os2governance.render.common.findings import finding_blocks

_WRITTEN = Text("skrevet", "written")
_NOT_WRITTEN = Text("ikke skrevet", "not written")
_KEPT = Text("{count} svar er beholdt.", "Answers kept: {count}.")
_RENAMED = Text("Nyt nummer: {names}.", "Renumbered: {names}.")


def migration_blocks(
    file: str, carried: Migration, language: Language, *, written: bool
) -> Iterator[Block]:
    """Render what was kept or renumbered, and what a person must review."""
    word = (_WRITTEN if written else _NOT_WRITTEN).say(language)
    kept = {
        old: new[0]
        for old, new in carried.moved.items()
        if len(new) == 1 and new[0] not in carried.reviewed
    }
    said = _KEPT.say(language).format(count=len(kept))
    yield paragraph(Span(file, "strong"), f" ({word}): {said}", hang=2)
    ways = [f"{old} →{GLUE}{new}" for old, new in kept.items() if old != new]
    if ways:
        names = listed(ways, language)
        yield paragraph(_RENAMED.say(language).format(names=names), indent=2, hang=2)
    yield from finding_blocks(carried.findings, language, indent=2)

"""Imports that were undone: as text, and as JSON ("os2governance/undo/1")."""

from collections.abc import Iterator, Sequence
from typing import Any

from os2governance.exchange.import_outcome import UndoneImport
from os2governance.i18n.text import Language, _
from os2governance.render.common.blocks import Block, Span, paragraph
from os2governance.render.common.findings import render_finding_blocks
from os2governance.render.common.findings_json import build_finding_objects
from os2governance.render.common.provenance import build_provenance

_RESTORED = _("As it was before the import: {file}")
_REMOVED = _("Removed: {file}")
_NOT_UNDONE = _("Nothing is undone.")


def render_undone_blocks(undone: Sequence[UndoneImport], language: Language) -> Iterator[Block]:
    """Render what was undone for each product, or why nothing was."""
    for each in undone:
        yield paragraph(Span(each.path, "title"))
        said = _NOT_UNDONE.render(language)
        if each.restored:
            said = _RESTORED.render(language).format(file=each.restored)
        elif each.removed:
            said = _REMOVED.render(language).format(file=each.removed)
        yield paragraph(Span(said, "strong"), indent=2, hang=2)
        yield from render_finding_blocks(each.findings, language, indent=2)


def build_undone_object(undone: Sequence[UndoneImport], language: Language) -> dict[str, Any]:
    """What was undone for each product, and all findings."""
    return {
        "format": "os2governance/undo/1",
        "made_from": build_provenance({}),
        "undone": [
            {"product": each.path, "restored": each.restored, "removed": each.removed}
            for each in undone
        ],
        "findings": build_finding_objects(
            [found for each in undone for found in each.findings], language
        ),
    }

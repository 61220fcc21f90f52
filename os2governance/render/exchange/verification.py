"""A verified report, as text: the errors in it, and how much was recounted."""

from collections.abc import Iterator, Sequence

from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language, _
from os2governance.model.model import Model
from os2governance.render.common.blocks import BLANK, Block, Span, paragraph
from os2governance.render.common.findings import (
    render_finding_blocks,
    render_finding_counts,
    render_grouped_notes,
)

_SUMMARY = _(
    "{file} by {model}. Criteria: {rows}. Figures recounted: {figures}. Findings: {found}."
)


def render_verification_blocks(
    head: tuple[str, Model],
    looked_at: tuple[int, int],
    found: Sequence[Finding],
    language: Language,
) -> Iterator[Block]:
    """Render the findings in the order of the report, and what was recounted.

    `head` are the file and the model, `looked_at` the rows and the figures.
    """
    loud = [each for each in found if each.severity != "note"]
    yield from render_finding_blocks(loud, language)
    yield from render_grouped_notes([each for each in found if each.severity == "note"], language)
    if found:
        yield BLANK
    said = _SUMMARY.render(language).format(
        file=head[0],
        model=head[1].reference,
        rows=looked_at[0],
        figures=looked_at[1],
        found=render_finding_counts(found, language),
    )
    yield paragraph(Span(said, "strong"), hang=2)


def build_verification_object(
    head: tuple[str, Model],
    looked_at: tuple[int, int],
    found: Sequence[Finding],
    language: Language,
) -> dict[str, object]:
    """The same as JSON ("os2governance/verify/1")."""
    from os2governance.render.common.findings_json import build_finding_objects  # noqa: PLC0415 - only for it
    from os2governance.render.common.provenance import build_provenance  # noqa: PLC0415 - only for it

    file, model = head
    return {
        "format": "os2governance/verify/1",
        "made_from": build_provenance({model.reference: model.digest}),
        "file": file,
        "model": model.reference,
        "criteria": looked_at[0],
        "figures": looked_at[1],
        "findings": build_finding_objects(found, language),
    }

"""One product in full: seven levels, the ladder, deviations, what blocks the next level."""

from collections.abc import Iterator

from os2governance.assessment.levels import Assessment
from os2governance.i18n.symbols import KIND_LABELS, LEVEL_KINDS, LIFECYCLE_LABELS
from os2governance.i18n.text import Language, Text, _, format_list, pgettext
from os2governance.render.assessment.deviations import render_accepted_deviations
from os2governance.render.assessment.ladder import render_ladder_blocks
from os2governance.render.common.blocks import (
    BLANK,
    NBSP,
    Block,
    Cell,
    Paragraph,
    Span,
    TextTable,
    cell,
    paragraph,
)
from os2governance.render.common.findings import (
    render_finding_blocks,
    render_finding_counts,
    render_grouped_notes,
)
from os2governance.render.common.levels import (
    add_counts,
    group_by_status,
    render_footer,
    render_labelled_status_counts,
    render_level_cells,
    render_level_differences,
)

_TITLES = {
    "declared": _("Filled in"),
    "note": pgettext("of the declaration", "Note"),
    "reference": _("Source"),
    "file": _("File"),
    "levels": _("Levels"),
    "lights": _("{count} criteria:"),
    "way": _("Blocking {level}"),
    "then": _("Also blocking {level}"),
    "findings": _("Findings: {counted}"),
}
_WITH_RESERVATIONS = _("{means}, with reservations about {criteria}")
_DECIDED_BY = _("decided {on}, {by}")
_EVALUATED_BY = _("evaluated {on}, {by}")


def render_product_blocks(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render the page."""
    yield from render_product_head(assessment, language)
    yield from _render_title(_TITLES["levels"].render(language))
    yield TextTable(tuple(_render_levels(assessment, language)), indent=2)
    lights = render_labelled_status_counts(add_counts(assessment.counts.values()), language)
    count = _fill_text(_TITLES["lights"], language, count=str(len(assessment.outcomes)))
    yield Paragraph((Span(f"{count} ".replace(" ", NBSP)), Span(" "), *lights), indent=2, hang=2)
    for difference in render_level_differences(assessment, language):
        yield Paragraph(difference, indent=2, hang=2)
    yield from render_ladder_blocks(assessment, language)
    yield from render_accepted_deviations(assessment, language)
    yield from _render_blockers(assessment, language)
    yield from _render_findings(assessment, language)
    yield BLANK
    yield render_footer([assessment.model.reference], assessment.as_of, language)


def _render_title(title: str) -> Iterator[Block]:
    yield BLANK
    yield paragraph(Span(title, "title"))


def render_product_head(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render the name, the declarer, caveats, and the levels."""
    product = assessment.product
    kind = KIND_LABELS[product.kind].render(language)
    standing = LIFECYCLE_LABELS[assessment.lifecycle].render(language)
    said = kind if assessment.lifecycle == "active" else f"{kind}, {standing}"
    yield paragraph(Span(product.name, "title"), Span(f" · {said}", "faint"))
    declaration = assessment.declaration
    rows = {
        "declared": f"{declaration.declared_on}, {declaration.declared_by}" if declaration else "",
        "note": declaration.note if declaration else "",
        "reference": declaration.reference if declaration else "",
        "file": assessment.document.file,
    }
    table = [
        (cell(_TITLES[key].render(language)), cell(text)) for key, text in rows.items() if text
    ]
    yield TextTable(tuple(table), indent=2)


def _render_levels(assessment: Assessment, language: Language) -> Iterator[tuple[Cell, ...]]:
    cells = render_level_cells(assessment, language)
    for (kind, meaning), level in zip(LEVEL_KINDS.items(), cells, strict=True):
        word = meaning.word.render(language)
        bold = cell(*(Span(span.text, span.style or "strong") for span in level))
        means = _render_level_origin(assessment, kind, language) or meaning.description.render(
            language
        )
        if kind == "assessed" and assessment.reservations:
            criteria = format_list(assessment.reservations, language)
            means = _fill_text(_WITH_RESERVATIONS, language, means=means, criteria=criteria)
        yield cell(word), bold, cell(Span(means, "faint"))


def _render_level_origin(assessment: Assessment, kind: str, language: Language) -> str:
    """Who set a level, and when."""
    placement, evaluation = assessment.placement, assessment.evaluation
    if kind == "placed" and placement:
        role = assessment.model.role_names[placement.by].render(language)
        return _fill_text(_DECIDED_BY, language, on=str(placement.on), by=role)
    if kind in {"evaluated", "recommended"} and evaluation:
        return _fill_text(_EVALUATED_BY, language, on=str(evaluation.on), by=evaluation.by)
    return ""


def _fill_text(text: Text, language: Language, **parts: str) -> str:
    return text.render(language).format(**parts)


def _render_blockers(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render what blocks each level above; inherited blockers are not repeated."""
    before: set[str] = set()
    for level, blockers in assessment.blockers.items():
        name = assessment.model.level_name(level).render(language)
        yield from _render_title(
            _fill_text(_TITLES["then" if before else "way"], language, level=name)
        )
        own = [assessment.outcome(id_) for id_ in blockers if id_ not in before]
        rows: list[tuple[Cell, ...]] = list(group_by_status(own, language))
        yield TextTable(tuple(rows), indent=2)
        before.update(blockers)


def _render_findings(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render errors and warnings in full, and the notes on criteria grouped."""
    findings = [*assessment.findings, *(f for o in assessment.outcomes for f in o.findings)]
    if not findings:
        return
    yield from _render_title(
        _fill_text(
            _TITLES["findings"], language, counted=render_finding_counts(findings, language)
        )
    )
    grave = [f for f in findings if f.severity != "note" or not f.criterion]
    order = ["error", "warning", "note"]
    grave.sort(key=lambda f: order.index(f.severity))
    yield from render_finding_blocks(grave, language, indent=2)
    notes = [f for f in findings if f.severity == "note" and f.criterion]
    yield from render_grouped_notes(notes, language, indent=2)

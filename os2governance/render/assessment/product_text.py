"""One product in full: seven levels, the ladder, deviations, what blocks the next level."""

from collections.abc import Iterator

from os2governance.assessment.levels import Assessment
from os2governance.i18n.symbols import KIND, LEVELS, STANDING
from os2governance.i18n.text import Language, Text, listed
from os2governance.render.assessment.deviations_text import acceptances
from os2governance.render.assessment.ladder_text import ladder
from os2governance.render.common.blocks import (
    BLANK,
    GLUE,
    Block,
    Cell,
    Paragraph,
    Span,
    Table,
    cell,
    paragraph,
)
from os2governance.render.common.findings import counted, finding_blocks, gathered_notes
from os2governance.render.common.levels import (
    differences,
    foot,
    grouped,
    level_cells,
    level_name,
    said_lights,
    total,
)

_HEAD = {
    "declared": Text("Erklæret", "Declared"),
    "note": Text("Bemærk", "Note"),
    "reference": Text("Kilde", "Source"),
    "file": Text("Fil", "File"),
    "levels": Text("Niveauer", "Levels"),
    "lights": Text("{count} krav:", "{count} criteria:"),
    "way": Text("I vejen for {level}", "In the way of {level}"),
    "then": Text("Desuden for {level}", "And for {level}"),
    "findings": Text("Fund: {counted}", "Findings: {counted}"),
}
_RESERVED = Text(
    "{means}, med forbehold for {criteria}", "{means}, with reservations about {criteria}"
)
_DECIDED = Text("besluttet {on}, {by}", "decided {on}, {by}")
_EVALUATED = Text("evalueret {on}, {by}", "evaluated {on}, {by}")


def product_blocks(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render the page."""
    yield from head(assessment, language)
    yield from _section(_HEAD["levels"].say(language))
    yield Table(tuple(_levels(assessment, language)), indent=2)
    lights = said_lights(total(assessment.counts.values()), language)
    count = _filled(_HEAD["lights"], language, count=str(len(assessment.outcomes)))
    yield Paragraph((Span(f"{count} ".replace(" ", GLUE)), Span(" "), *lights), indent=2, hang=2)
    for difference in differences(assessment, language):
        yield Paragraph(difference, indent=2, hang=2)
    yield from ladder(assessment, language)
    yield from acceptances(assessment, language)
    yield from _in_the_way(assessment, language)
    yield from _findings(assessment, language)
    yield BLANK
    yield foot([assessment.model.reference], assessment.as_of, language)


def _section(title: str) -> Iterator[Block]:
    yield BLANK
    yield paragraph(Span(title, "title"))


def head(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render the name, the declarer, caveats, and the levels."""
    declaration = assessment.declaration
    kind = KIND[declaration.kind].say(language)
    standing = STANDING[assessment.standing].say(language)
    said = kind if assessment.standing == "active" else f"{kind}, {standing}"
    yield paragraph(Span(declaration.name, "title"), Span(f" · {said}", "faint"))
    rows = {
        "declared": f"{declaration.declared_on}, {declaration.declared_by}",
        "note": declaration.note,
        "reference": declaration.reference,
        "file": declaration.document.file,
    }
    table = [(cell(_HEAD[key].say(language)), cell(text)) for key, text in rows.items() if text]
    yield Table(tuple(table), indent=2)


def _levels(assessment: Assessment, language: Language) -> Iterator[tuple[Cell, ...]]:
    cells = level_cells(assessment, language)
    for (kind, meaning), level in zip(LEVELS.items(), cells, strict=True):
        word = meaning.word.say(language)
        bold = cell(*(Span(span.text, span.style or "strong") for span in level))
        means = _who(assessment, kind, language) or meaning.means.say(language)
        if kind == "assessed" and assessment.reservations:
            criteria = listed(assessment.reservations, language)
            means = _filled(_RESERVED, language, means=means, criteria=criteria)
        yield cell(word), bold, cell(Span(means, "faint"))


def _who(assessment: Assessment, kind: str, language: Language) -> str:
    """Who set a level, and when."""
    placement, evaluation = assessment.placement, assessment.evaluation
    if kind == "placed" and placement:
        role = assessment.model.role_names[placement.by].say(language)
        return _filled(_DECIDED, language, on=str(placement.on), by=role)
    if kind in {"evaluated", "recommended"} and evaluation:
        return _filled(_EVALUATED, language, on=str(evaluation.on), by=evaluation.by)
    return ""


def _filled(text: Text, language: Language, **parts: str) -> str:
    return text.say(language).format(**parts)


def _in_the_way(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render what blocks each level above; inherited blockers are not repeated."""
    before: set[str] = set()
    for level, blockers in assessment.blockers.items():
        name = level_name(assessment.model, level, language)
        yield from _section(_filled(_HEAD["then" if before else "way"], language, level=name))
        own = [assessment.outcome(id_) for id_ in blockers if id_ not in before]
        rows: list[tuple[Cell, ...]] = list(grouped(own, language))
        yield Table(tuple(rows), indent=2)
        before.update(blockers)


def _findings(assessment: Assessment, language: Language) -> Iterator[Block]:
    """Render errors and warnings in full, and the notes on criteria grouped."""
    findings = [*assessment.findings, *(f for o in assessment.outcomes for f in o.findings)]
    if not findings:
        return
    yield from _section(_filled(_HEAD["findings"], language, counted=counted(findings, language)))
    grave = [f for f in findings if f.severity != "note" or not f.criterion]
    order = ["error", "warning", "note"]
    grave.sort(key=lambda f: order.index(f.severity))
    yield from finding_blocks(grave, language, indent=2)
    notes = [f for f in findings if f.severity == "note" and f.criterion]
    yield from gathered_notes(notes, language, indent=2)

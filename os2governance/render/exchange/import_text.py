"""Imported documents as text: how each was read, and the findings on it."""

from collections.abc import Iterator, Sequence

from os2governance.exchange.import_outcome import ImportOutcome
from os2governance.i18n.symbols import ANSWER_LABELS
from os2governance.i18n.text import Language, _, as_text, ngettext
from os2governance.render.common.blocks import BLANK, NBSP, Block, Span, join_cells, paragraph
from os2governance.render.common.findings import render_finding_blocks, render_grouped_notes

DOCUMENT_LABELS = {
    "report": _("report"),
    "evaluation": _("evaluation"),
    "self-assessment": _("self-assessment (JSON)"),
    "publiccode": as_text("publiccode.yml"),
}
_ANSWER_ORDER = ("met", "partly", "planned", "unmet", "not_applicable", "unknown", "none")
_NO_ANSWER = _("without an answer")
_READ_CRITERIA = _("{kind} by {model}. Criteria: {rows}.")
_READ_FACTS = _("{kind}. Facts: {facts}.")
_WRITTEN = _("Written: {file}")
_KEPT = _("The self-assessment before it is kept: {file}")
_NOT_WRITTEN = _("Nothing is written.")
_UNDO = _("It can be undone until the next change: {command}")


def render_import_blocks(outcomes: Sequence[ImportOutcome], language: Language) -> Iterator[Block]:
    """Render the result for each document."""
    for number, outcome in enumerate(outcomes):
        if number:
            yield BLANK
        yield paragraph(Span(outcome.file, "title"))
        yield from _render_summary(outcome, language)
        yield from _render_findings(outcome, language)


def _render_summary(outcome: ImportOutcome, language: Language) -> Iterator[Block]:
    if outcome.kind is not None:
        kind = DOCUMENT_LABELS[outcome.kind].render(language)
        text = _READ_CRITERIA if outcome.counts else _READ_FACTS
        rows = sum(outcome.counts.values())
        said = text.render(language).format(
            kind=kind[:1].upper() + kind[1:],
            model=outcome.model or "?",
            rows=rows,
            facts=outcome.facts,
        )
        counts = [
            (
                Span(
                    f"{outcome.counts[status]}{NBSP}{render_answer_label(status, language)}",
                    status,
                ),
            )
            for status in _ANSWER_ORDER
            if outcome.counts.get(status)
        ]
        yield paragraph(Span(f"{said} "), *join_cells(counts, ", "), indent=2, hang=2)
    written = (
        _WRITTEN.render(language).format(file=outcome.written_file)
        if outcome.written_file
        else None
    )
    yield paragraph(Span(written or _NOT_WRITTEN.render(language), "strong"), indent=2, hang=2)
    if outcome.kept_file:
        yield paragraph(_KEPT.render(language).format(file=outcome.kept_file), indent=2, hang=2)
    if outcome.undo:
        command = f"os2governance import --undo {outcome.undo}"
        yield paragraph(_UNDO.render(language).format(command=command), indent=2, hang=2)
    if outcome.proposed:
        yield paragraph(render_proposed_count(outcome, language), indent=2, hang=2)


def render_proposed_count(outcome: ImportOutcome, language: Language) -> str:
    """How many facts of the text are proposed, and that they do not count yet."""
    text = ngettext(
        "{count} fact in the text is proposed; it does not count until you confirm it.",
        "{count} facts in the text are proposed; they do not count until you confirm them.",
        outcome.proposed,
    )
    return text.render(language).format(count=outcome.proposed)


def render_answer_label(status: str, language: Language) -> str:
    """The label of a count: an answer, or that there is none."""
    return ANSWER_LABELS.get(status, _NO_ANSWER).render(language)


def _render_findings(outcome: ImportOutcome, language: Language) -> Iterator[Block]:
    loud = [found for found in outcome.findings if found.severity != "note"]
    notes = [found for found in outcome.findings if found.severity == "note"]
    own = [found for found in notes if found.criterion is None]
    yield from render_finding_blocks([*loud, *own], language, indent=2)
    yield from render_grouped_notes([n for n in notes if n.criterion], language, indent=2)

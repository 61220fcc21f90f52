"""Imported documents as text: how each was read, and the findings on it."""

from collections.abc import Iterator, Sequence

from os2governance.exchange.outcome import Outcome
from os2governance.i18n.symbols import ANSWER
from os2governance.i18n.text import Language, Text
from os2governance.render.common.blocks import BLANK, GLUE, Block, Span, joined, paragraph
from os2governance.render.common.findings import finding_blocks, gathered_notes

KINDS = {
    "report": Text("governancerapport", "governance report"),
    "evaluation": Text("evaluering", "evaluation"),
    "self-assessment": Text("selvevaluering (JSON)", "self-assessment (JSON)"),
    "publiccode": Text("publiccode.yml", "publiccode.yml"),
}
_ORDER = ("met", "partly", "planned", "unmet", "not_applicable", "unknown", "none")
_NONE = Text("uden svar", "without an answer")
_READ = Text("{kind} efter {model}: {rows} krav.", "{kind} by {model}: {rows} criteria.")
_FACTS = Text("{kind}: {facts} oplysninger.", "{kind}: {facts} facts.")
_TO = Text("Skrevet: {file}", "Written: {file}")
_NOT = Text("Intet er skrevet.", "Nothing is written.")


def imported_blocks(outcomes: Sequence[Outcome], language: Language) -> Iterator[Block]:
    """Render the result for each document."""
    for number, outcome in enumerate(outcomes):
        if number:
            yield BLANK
        yield paragraph(Span(outcome.file, "title"))
        yield from _summary(outcome, language)
        yield from _findings(outcome, language)


def _summary(outcome: Outcome, language: Language) -> Iterator[Block]:
    if outcome.kind is not None:
        kind = KINDS[outcome.kind].say(language)
        text = _READ if outcome.counts else _FACTS
        rows = sum(outcome.counts.values())
        said = text.say(language).format(
            kind=kind[:1].upper() + kind[1:],
            model=outcome.model or "?",
            rows=rows,
            facts=outcome.facts,
        )
        counts = [
            (Span(f"{outcome.counts[status]}{GLUE}{count_word(status, language)}", status),)
            for status in _ORDER
            if outcome.counts.get(status)
        ]
        yield paragraph(Span(f"{said} "), *joined(counts, ", "), indent=2, hang=2)
    written = _TO.say(language).format(file=outcome.written) if outcome.written else None
    yield paragraph(Span(written or _NOT.say(language), "strong"), indent=2, hang=2)


def count_word(status: str, language: Language) -> str:
    """The label of a count: an answer, or that there is none."""
    return ANSWER.get(status, _NONE).say(language)


def _findings(outcome: Outcome, language: Language) -> Iterator[Block]:
    loud = [found for found in outcome.findings if found.severity != "note"]
    notes = [found for found in outcome.findings if found.severity == "note"]
    own = [found for found in notes if found.criterion is None]
    yield from finding_blocks([*loud, *own], language, indent=2)
    yield from gathered_notes([n for n in notes if n.criterion], language, indent=2)

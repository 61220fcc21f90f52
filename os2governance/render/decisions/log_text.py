"""The decision log as text."""

from collections.abc import Iterator, Mapping, Sequence

from os2governance.analysis.decision_log import LogEntry
from os2governance.i18n.text import Language
from os2governance.render.common.blocks import BLANK, Block, Span, paragraph
from os2governance.render.decisions.log_labels import NO_DECISIONS, TITLE, build_log_row


def render_log_blocks(
    years: Mapping[int, Sequence[LogEntry]], language: Language
) -> Iterator[Block]:
    """Render the log by year: date, product and decision, then rationale, body and reference."""
    yield paragraph(Span(TITLE.render(language), "title"))
    if not years:
        yield paragraph(NO_DECISIONS.render(language))
    for year, log in years.items():
        yield BLANK
        yield paragraph(Span(str(year), "title"))
        for entry in log:
            on, name, decision, grounds, role = build_log_row(entry, language)
            yield paragraph(f"{on}  ", Span(name, "strong"), f"  {decision}", indent=2, hang=2)
            more = ". ".join(part for part in (role, grounds, entry.reference) if part)
            yield paragraph(Span(more, "faint"), indent=4, hang=2)

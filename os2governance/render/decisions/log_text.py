"""The decision log as text."""

from collections.abc import Iterator, Mapping, Sequence

from os2governance.analysis.decision_log import Entry
from os2governance.i18n.text import Language
from os2governance.render.common.blocks import BLANK, Block, Span, paragraph
from os2governance.render.decisions.log_words import NONE, TITLE, row


def log_blocks(years: Mapping[int, Sequence[Entry]], language: Language) -> Iterator[Block]:
    """Render the log by year: date, product and decision, then rationale, body and reference."""
    yield paragraph(Span(TITLE.say(language), "title"))
    if not years:
        yield paragraph(NONE.say(language))
    for year, log in years.items():
        yield BLANK
        yield paragraph(Span(str(year), "title"))
        for entry in log:
            on, name, decision, grounds, role = row(entry, language)
            yield paragraph(f"{on}  ", Span(name, "strong"), f"  {decision}", indent=2, hang=2)
            more = ". ".join(part for part in (role, grounds, entry.reference) if part)
            yield paragraph(Span(more, "faint"), indent=4, hang=2)

"""The decision log as Markdown: a table for each year, newest first."""

from collections.abc import Iterator, Mapping, Sequence

from os2governance.analysis.decision_log import LogEntry
from os2governance.i18n.text import Language
from os2governance.render.common.markdown import escape_markdown, render_link
from os2governance.render.decisions.log_labels import COLUMNS, NO_DECISIONS, TITLE, build_log_row


def render_log_markdown(years: Mapping[int, Sequence[LogEntry]], language: Language) -> str:
    """The whole log."""
    return "\n".join(_render_lines(years, language)) + "\n"


def _render_lines(years: Mapping[int, Sequence[LogEntry]], language: Language) -> Iterator[str]:
    yield f"# {TITLE.render(language)}"
    if not years:
        yield from ("", NO_DECISIONS.render(language))
    for year, log in years.items():
        yield from ("", f"## {year}", "")
        yield _render_row([column.render(language) for column in COLUMNS])
        yield _render_row(["---"] * len(COLUMNS))
        for entry in log:
            said = [escape_markdown(text) for text in build_log_row(entry, language)]
            yield _render_row([*said, render_link(entry.reference)])


def _render_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"

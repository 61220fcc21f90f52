"""The decision log as Markdown: a table for each year, newest first."""

from collections.abc import Iterator, Mapping, Sequence

from os2governance.analysis.decision_log import Entry
from os2governance.i18n.text import Language
from os2governance.render.common.markdown import linked, plain
from os2governance.render.decisions.log_words import COLUMNS, NONE, TITLE, row


def log_markdown(years: Mapping[int, Sequence[Entry]], language: Language) -> str:
    """The whole log."""
    return "\n".join(_lines(years, language)) + "\n"


def _lines(years: Mapping[int, Sequence[Entry]], language: Language) -> Iterator[str]:
    yield f"# {TITLE.say(language)}"
    if not years:
        yield from ("", NONE.say(language))
    for year, log in years.items():
        yield from ("", f"## {year}", "")
        yield _row([column.say(language) for column in COLUMNS])
        yield _row(["---"] * len(COLUMNS))
        for entry in log:
            said = [plain(text) for text in row(entry, language)]
            yield _row([*said, linked(entry.reference)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"

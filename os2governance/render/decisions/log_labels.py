"""Texts of the decision log, in its published form."""

from os2governance.analysis.decision_log import LogEntry
from os2governance.i18n.text import Language, Text, format_list

TITLE = Text("Beslutningslog", "Decision log")
NO_DECISIONS = Text("Der er ingen beslutninger.", "There are no decisions.")
COLUMNS = (
    Text("Dato", "Date"),
    Text("Produkt", "Product"),
    Text("Beslutning", "Decision"),
    Text("Begrundelse", "Grounds"),
    Text("Besluttet af", "Decided by"),
    Text("Reference", "Reference"),
)
LOG_ENTRY_LABELS = {
    "admit": Text("Optaget", "Admitted"),
    "placed": Text("Placeret: {level}", "Placed: {level}"),
    "up": Text("Op: {level}", "Up: {level}"),
    "down": Text("Ned: {level}", "Down: {level}"),
    "kept": Text("Fastholdt: {level}", "Kept: {level}"),
    "accept": Text("Afvigelser accepteret", "Deviations accepted"),
    "pause": Text("Sat på pause", "Paused"),
    "resume": Text("Genoptaget", "Resumed"),
    "close": Text("Lukket", "Closed"),
}
_UNTIL = Text("{name} til og med {until}", "{name} until {until}")
_ACCEPTS = Text("afvigelser: {names}", "deviations: {names}")


def render_decision(entry: LogEntry, language: Language) -> str:
    """The decision as text, with the accepted deviations."""
    level = entry.level_name.render(language) or entry.level or ""
    said = LOG_ENTRY_LABELS[entry.kind].render(language).format(level=level)
    if not entry.accepts:
        return said
    names = [
        _UNTIL.render(language).format(name=name, until=until) if until else name
        for name, until in entry.accepts.items()
    ]
    return f"{said}; {_ACCEPTS.render(language).format(names=format_list(names, language))}"


def build_log_row(entry: LogEntry, language: Language) -> tuple[str, str, str, str, str]:
    """The cells of a row, up to the reference."""
    return (
        entry.on.isoformat(),
        entry.name,
        render_decision(entry, language),
        entry.rationale,
        entry.role.render(language) or entry.by,
    )

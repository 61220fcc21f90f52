"""Texts of the decision log, in its published form."""

from os2governance.analysis.decision_log import LogEntry
from os2governance.i18n.text import Language, _, format_list

TITLE = _("Decision log")
NO_DECISIONS = _("There are no decisions.")
COLUMNS = (
    _("Date"),
    _("Product"),
    _("Decision"),
    _("Grounds"),
    _("Decided by"),
    _("Reference"),
)
LOG_ENTRY_LABELS = {
    "admit": _("Admitted"),
    "placed": _("Placed: {level}"),
    "up": _("Up: {level}"),
    "down": _("Down: {level}"),
    "kept": _("Kept: {level}"),
    "accept": _("Deviations accepted"),
    "pause": _("Paused"),
    "resume": _("Resumed"),
    "close": _("Closed"),
}
_UNTIL = _("{name} until {until}")
_ACCEPTS = _("deviations: {names}")


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

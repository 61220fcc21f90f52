"""Texts of the decision log, in its published form."""

from os2governance.analysis.decision_log import AcceptedDeviation, LogEntry
from os2governance.i18n.date_words import format_day
from os2governance.i18n.text import Language, _, format_list, lower_first_letter

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
    "accept": _("Deviations accepted for {level}"),
    "withdraw": _("Acceptance withdrawn: {criteria}"),
    "unplaced": _("Placing withdrawn"),
    "pause": _("Paused"),
    "resume": _("Resumed"),
    "close": _("Closed"),
    "correct": _("Corrected in the record: {corrects}"),
}
_UNTIL = _("{name} through {until}")
_ACCEPTS = _("deviations: {names}")
_RENEWAL = _("renewal no. {number}")


def render_decision(entry: LogEntry, language: Language) -> str:
    """The decision as text, with the accepted deviations."""
    level = entry.level_name.render(language) or entry.level or ""
    level = lower_first_letter(level) if entry.kind == "accept" else level
    criteria = format_list(entry.withdraws, language)
    text = LOG_ENTRY_LABELS[entry.kind].render(language)
    said = text.format(level=level, corrects=entry.corrects, criteria=criteria)
    if not entry.accepts:
        return said
    each = [_render_accepted(*pair, language) for pair in entry.accepts.items()]
    names = format_list(each, language)
    if entry.kind == "accept":
        return f"{said}: {names}"
    return f"{said}; {_ACCEPTS.render(language).format(names=names)}"


def _render_accepted(name: str, given: AcceptedDeviation, language: Language) -> str:
    """A deviation with its last day, and in brackets the renewal, the promise and who made it."""
    until = format_day(given.until, language) if given.until else ""
    said = _UNTIL.render(language).format(name=name, until=until) if until else name
    renewal = _RENEWAL.render(language).format(number=given.renewal) if given.renewal else ""
    role = given.role.render(language) or given.responsible
    more = ", ".join(filter(None, (renewal, given.action.strip().rstrip("."), role)))
    return f"{said} ({more})" if more else said


def build_log_row(entry: LogEntry, language: Language) -> tuple[str, str, str, str, str]:
    """The cells of a row, up to the reference."""
    return (
        format_day(entry.on, language),
        entry.name,
        render_decision(entry, language),
        entry.rationale,
        entry.role.render(language) or entry.by,
    )

"""An acceptance in words: its last day, who accepted and why, the renewal, what was promised."""

from os2governance.i18n.date_words import format_day
from os2governance.i18n.text import Language, _, ngettext
from os2governance.model.model import Model
from os2governance.product.decisions import Acceptance

_UNTIL = _("through {until}")
_NO_END = _("without a deadline")
_BY = _("{by}, {on}.")
_FOLLOW_UP = _("Follow-up: {action}.")
_FOLLOW_UP_BY = _("Follow-up: {action} ({role}).")
_ROLE_FOLLOWS_UP = _("Follow-up: {role}.")


def render_acceptance_end(given: Acceptance, language: Language) -> str:
    """The last day of an acceptance: `through 1 April 2027`."""
    if given.until is None:
        return _NO_END.render(language)
    until = format_day(given.until, language)
    return _UNTIL.render(language).format(until=until)


def list_acceptance_texts(model: Model, given: Acceptance, language: Language) -> list[str]:
    """Who accepted and when, the renewal, the grounds, the follow-up, and the reference."""
    role = model.role_names.get(given.by)
    by = role.render(language) if role else given.by
    said = [_BY.render(language).format(by=by, on=format_day(given.on, language))]
    if given.renewal:
        text = ngettext("Renewed once.", "Renewed {count} times.", given.renewal)
        said.append(text.render(language).format(count=given.renewal))
    if given.rationale.strip():
        said.append(f"{given.rationale.strip().rstrip('.')}.")
    said += render_follow_up(model, given, language)
    return [*said, *([given.reference] if given.reference else [])]


def render_follow_up(model: Model, given: Acceptance, language: Language) -> list[str]:
    """What was promised, and who promised it; nothing where neither is recorded."""
    action = given.action.strip().rstrip(".")
    known = model.role_names.get(given.responsible)
    role = known.render(language) if known else given.responsible
    if not (action or role):
        return []
    text = _FOLLOW_UP_BY if action and role else _FOLLOW_UP if action else _ROLE_FOLLOWS_UP
    return [text.render(language).format(action=action, role=role)]

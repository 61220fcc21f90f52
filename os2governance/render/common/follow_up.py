"""An accepted deviation in words: until when, what was promised, and by whom."""

from os2governance.i18n.date_words import format_day
from os2governance.i18n.text import Language, _
from os2governance.model.model import Model
from os2governance.product.decisions import Acceptance

_FOLLOW_UP_BY = _("Follow-up: {action} ({role}).")
_FOLLOW_UP = _("Follow-up: {action}.")
_ROLE_FOLLOWS_UP = _("Follow-up: {role}.")
_NO_END = _("without a deadline")
_UNTIL = _("through {until}")


def render_acceptance_end(given: Acceptance, language: Language) -> str:
    """The last day of an acceptance: `through 1 April 2027`."""
    if given.until is None:
        return _NO_END.render(language)
    until = format_day(given.until, language)
    return _UNTIL.render(language).format(until=until)


def render_follow_up(model: Model, given: Acceptance, language: Language) -> list[str]:
    """What was promised, and who promised it; nothing where neither is recorded."""
    action = given.action.strip().rstrip(".")
    known = model.role_names.get(given.responsible)
    role = known.render(language) if known else given.responsible
    if not (action or role):
        return []
    text = _FOLLOW_UP_BY if action and role else _FOLLOW_UP if action else _ROLE_FOLLOWS_UP
    return [text.render(language).format(action=action, role=role)]

"""What was promised with an accepted deviation, and by whom."""

from os2governance.i18n.text import Language, _
from os2governance.model.model import Model
from os2governance.product.decisions import Acceptance

_FOLLOW_UP_BY = _("Follow-up: {action} ({role}).")
_FOLLOW_UP = _("Follow-up: {action}.")
_ROLE_FOLLOWS_UP = _("Follow-up: {role}.")


def render_follow_up(model: Model, given: Acceptance, language: Language) -> list[str]:
    """What was promised, and who promised it; nothing where neither is recorded."""
    action = given.action.strip().rstrip(".")
    known = model.role_names.get(given.responsible)
    role = known.render(language) if known else given.responsible
    if not (action or role):
        return []
    text = _FOLLOW_UP_BY if action and role else _FOLLOW_UP if action else _ROLE_FOLLOWS_UP
    return [text.render(language).format(action=action, role=role)]

"""The words of a round: its steps, their states, and whom each waits for."""

from collections.abc import Mapping

from os2governance.i18n.text import Language, Text, _, pgettext
from os2governance.model.words import Words, phrase
from os2governance.portfolio.round import RoundStep

STEP_LABELS: Mapping[str, Text] = {
    "invited": pgettext("step of a round", "Invitation"),
    "self_assessment": pgettext("step of a round", "Self-assessment"),
    "dialogue": pgettext("step of a round", "Dialogue"),
    "evaluation": pgettext("step of a round", "Evaluation"),
    "hearing": pgettext("step of a round", "Hearing"),
    "agenda": pgettext("step of a round", "Agenda"),
    "decision": pgettext("step of a round", "Decision"),
    "follow_up": pgettext("step of a round", "Follow-up"),
}
STATE_LABELS: Mapping[str, Text] = {
    "done": pgettext("state of a step", "done"),
    "passed": pgettext("state of a step", "no date"),
    "late": pgettext("state of a step", "past due"),
    "due": pgettext("state of a step", "due"),
    "planned": pgettext("state of a step", "planned"),
    "open": pgettext("state of a step", "no deadline"),
}
SOURCE_LABELS: Mapping[str, Text] = {
    "": Text(),
    "record": _("from the record"),
    "people": _("written by people"),
}
_PRODUCT = _("the product")


def render_party(step: RoundStep, words: Words, language: Language) -> str:
    """Whom a step waits for, as it stands inside a sentence."""
    parties = {"evaluator": words.evaluator, "decider": words.decider, "product": _PRODUCT}
    return phrase(parties[step.party]).render(language)

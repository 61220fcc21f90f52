"""What stands in place of a rule where only people can judge."""

from typing import NamedTuple

from os2governance.i18n.text import Language, _
from os2governance.rules.node import Node, Rule, Scope
from os2governance.rules.trace import Family, Trace


class _NoParts(NamedTuple):
    parts: tuple[Rule, ...] = ()


class Judgement(Node, _NoParts):
    """No rule: facts leave it undetermined, and answers and evaluations decide."""

    __slots__ = ()
    family = Family.LOGIC
    operator = ""

    def evaluate(self, scope: Scope) -> Trace:  # noqa: ARG002 - a node's signature
        """Undetermined, whatever the facts are."""
        return Trace(self, None)

    def render(self, language: Language) -> str:
        """Render that people decide."""
        return _JUDGED.render(language)


_JUDGED = _("it is judged to be met")


JUDGEMENT: Rule = Judgement()
"""The one such node."""

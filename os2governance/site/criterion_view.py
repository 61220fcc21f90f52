"""One criterion of a product, explained for readers who edit no files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from os2governance.analysis.plan import build_action
from os2governance.analysis.since_evaluation import find_changes_since_evaluation
from os2governance.assessment.levels import Assessment
from os2governance.assessment.outcome import Outcome
from os2governance.findings.finding import Finding
from os2governance.i18n.date_words import format_partial_date
from os2governance.i18n.symbols import BACKING_LABELS, STATUS_SYMBOLS
from os2governance.i18n.text import Language, _
from os2governance.product.declaration import Answer
from os2governance.render.assessment.explain import render_outcome_origin
from os2governance.render.assessment.since_evaluation import render_changes_since
from os2governance.render.assessment.trace import render_public_trace
from os2governance.render.common.actions import list_action_sentences
from os2governance.render.common.blocks import Block
from os2governance.rules.trace import Trace
from os2governance.site.history import render_acceptance_level

_CONTRADICTED = _('{id} is answered "met", but the facts show otherwise.')
_SEVERAL = {
    "contradicted": _('answered "met", but the facts show otherwise.'),
    "unproven": _('answered "met" without documentation.'),
}
"""What is said of several criteria at once, by what the finding says of their answers."""
_ONLY_PLANNED = _("it rests on a plan alone, and so does not count for the level")


class CriterionView(NamedTuple):
    """Explains the criteria of one product in one language.

    `sources` are what the files of facts are called beside what is found in them.
    """

    assessment: Assessment
    sources: Mapping[str, str]
    language: Language

    def render_outcome(self, outcome: Outcome) -> str:
        """The outcome, where it comes from, and who stands behind it."""
        said = [STATUS_SYMBOLS[outcome.status].word.render(self.language)]
        if outcome.basis is not None:
            said.append(render_outcome_origin(self.assessment, outcome, self.language))
            said.append(BACKING_LABELS[outcome.backing].render(self.language))
        if outcome.planned:
            said.append(_ONLY_PLANNED.render(self.language))
        return "; ".join(said)

    def render_trace(self, trace: Trace) -> Iterator[Block]:
        """What a rule asked, and what was found."""
        return render_public_trace(trace, self.sources, self.language)

    def list_changes(self, outcome: Outcome) -> list[str]:
        """What has changed since the evaluation that its light is of, and whether that counts."""
        since = find_changes_since_evaluation(self.assessment, outcome)
        if since is None:
            return []
        changed = tuple(replace(each, position=None) for each in since.changed)
        public = replace(since, changed=changed)
        return list(render_changes_since(outcome, public, "", self.language))

    def list_tasks(self, outcome: Outcome) -> list[str]:
        """What to do about it; nothing where it is met, accepted, or does not apply."""
        if outcome.status == "met" or outcome.accepted or outcome.excluded:
            return []
        return list_action_sentences(build_action(self.assessment, outcome), self.language)

    def render_due(self, answer: Answer) -> str:
        """The date of a plan, as precisely as it is stated."""
        return format_partial_date(answer.due_said, self.language) or answer.due_said

    def render_finding(self, found: Finding) -> str:
        """What is wrong or doubtful; without the line of a fact that contradicts an answer."""
        if found.entry.answer == "contradicted" and found.criterion:
            return _CONTRADICTED.render(self.language).replace("{id}", found.criterion)
        return found.message.render(self.language)

    def render_same_findings(self, same: Sequence[Finding]) -> str:
        """What is wrong or doubtful about several criteria; empty where the remedy says it all."""
        text = _SEVERAL.get(same[0].entry.answer or "")
        return text.render(self.language) if text else ""

    def render_acceptance(self, outcome: Outcome) -> str:
        """The levels that the acceptance of a deviation counts for; empty without a decision."""
        given = outcome.acceptance
        if given is None:
            return ""
        return render_acceptance_level(given, self.assessment.model, self.language)

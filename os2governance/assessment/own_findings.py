"""The findings about facts and answer: a claim that does not count, and that of the row (§3b)."""

from collections.abc import Iterator
from typing import NamedTuple

from os2governance.assessment.case import CriterionCase
from os2governance.assessment.claim import Claim, LimitedClaim
from os2governance.assessment.own_sources import OutcomeRow
from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.catalogue.entry import Severity
from os2governance.findings.finding import Finding
from os2governance.i18n.date_words import DateInWords
from os2governance.i18n.text import NO_TEXT, FilledText, Language, Renderable, _
from os2governance.rules.trace import Trace, choose_telling

PARTLY_CONTRADICTED: Severity = "warning"
"""How severe a contradiction is that leaves the criterion partly met."""


def find_own_findings(
    case: CriterionCase, limited: LimitedClaim, row: OutcomeRow
) -> tuple[Finding, ...]:
    """The findings about facts and answer: a claim that does not count, and that of the row."""
    findings = [case.make_finding(limited.code)] if limited.code else []
    if row.code:
        findings.append(_make_row_finding(case, row))
    undated = case.answer is not None and case.answer.due is None
    if limited.claim is Claim.PLANNED and row.basis == "answer" and undated:
        findings.append(case.make_finding("planned-undated"))
    return tuple(findings)


def _make_row_finding(case: CriterionCase, row: OutcomeRow) -> Finding:
    """Make the finding of a row, with the details of the case."""
    says = CATALOGUE[row.code].answer
    if says == "contradicted":
        against = _FailingFact(case.facts.met, case.said.document.file)
        severity = None if row.status == "unmet" else PARTLY_CONTRADICTED
        return case.make_graded_finding(row.code, severity, against=against)
    if says in {"planned", "late"}:
        answer = case.answer
        due = DateInWords(answer.due_said) if answer and answer.due else None
        if says == "late":
            return case.make_finding(row.code, due=due or NO_TEXT)
        until = FilledText(_PLANNED_FOR, {"due": due}) if due else NO_TEXT
        return case.make_finding(row.code, until=until)
    return case.make_finding(row.code)


_PLANNED_FOR = _(" for {due}")


class _FailingFact(NamedTuple):
    """The first fact that makes a rule false: the condition on it, and its line."""

    met: Trace
    file: str

    def render(self, language: Language) -> str:
        """Render as a clause with the location."""
        node, leaf = self._find()
        position = leaf.position
        file = position.source.file if position and position.source else self.file
        name = file.rsplit("/", 1)[-1]
        place = f"{name}:{position.line}" if position else name
        return f"{node.question.render(language)} ({place})"

    @property
    def unplaced(self) -> Renderable:
        """The clause alone."""
        node, _leaf = self._find()
        return node.question

    def _find(self) -> tuple[Trace, Trace]:
        return next(_find_failing(self.met, self.met, wanted=True), (self.met, self.met))


def _find_failing(trace: Trace, said: Trace, *, wanted: bool) -> Iterator[tuple[Trace, Trace]]:
    """Yield the leaves that made a trace differ from `wanted`, in the order of the rule.

    Each comes after the node that says what is asked: the negation or the named condition with a
    phrase that it is part of, else itself.
    """
    asked = trace.question
    if trace.value is None or trace.value is wanted:
        return
    node = choose_telling(said, trace)
    if not trace.parts:
        yield node, trace
    below = (not wanted) if asked.inverts else wanted
    for part in trace.parts:
        yield from _find_failing(part, node, wanted=below)

"""The outcome of one criterion: facts, answer and acceptance (semantics §3 and §4)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from os2governance.documents.yaml_reader import Document
from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.catalogue.entry import Severity
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import Language, Renderable, as_text
from os2governance.model.model import Criterion, Model
from os2governance.product.declaration import Answer
from os2governance.product.record import Acceptance, Decision, Evaluation, Rating
from os2governance.rules.node import Scope
from os2governance.rules.trace import Trace

STATUSES = ("met", "partly", "unmet", "not_applicable", "unknown")

# What an answer claims: "shown" has evidence, "waived" is not applicable with a reason.
CLAIM_DOCUMENTED, CLAIM_MET, CLAIM_PARTLY, CLAIM_UNMET = "shown", "met", "partly", "unmet"
CLAIM_PLANNED, CLAIM_WAIVED, CLAIM_WAIVED_WITHOUT_REASON = "planned", "waived", "waived_bare"
CLAIM_UNKNOWN, CLAIM_NONE = "unknown", "none"


class OutcomeRow(NamedTuple):
    """A row of the table: the status, its basis, and the code of the finding, if any."""

    status: str
    basis: str | None
    code: str = ""


_CONTRADICTED = OutcomeRow("unmet", "facts", "contradiction")
_PARTLY_CONTRADICTED = OutcomeRow("partly", "facts", "contradiction")
_ANSWER_BEHIND_FACTS = OutcomeRow("met", "facts", "answer-behind-facts")

# semantics §3: by what the facts say, the row for any answer, and rows for specific answers.
OUTCOME_TABLE: dict[str, tuple[OutcomeRow, dict[str, OutcomeRow]]] = {
    "met": (
        OutcomeRow("met", "facts"),
        {
            CLAIM_UNMET: _ANSWER_BEHIND_FACTS,
            CLAIM_WAIVED: _ANSWER_BEHIND_FACTS,
            CLAIM_WAIVED_WITHOUT_REASON: _ANSWER_BEHIND_FACTS,
        },
    ),
    "partly": (
        OutcomeRow("partly", "facts"),
        {CLAIM_DOCUMENTED: _PARTLY_CONTRADICTED, CLAIM_MET: _PARTLY_CONTRADICTED},
    ),
    "at_least_partly": (
        OutcomeRow("partly", "facts"),
        {CLAIM_DOCUMENTED: OutcomeRow("met", "answer")},
    ),
    "unmet": (
        OutcomeRow("unmet", "facts"),
        {
            CLAIM_DOCUMENTED: _CONTRADICTED,
            CLAIM_MET: _CONTRADICTED,
            CLAIM_WAIVED: OutcomeRow("not_applicable", "answer"),
        },
    ),
    "undetermined": (
        OutcomeRow("unknown", None, "unanswered"),
        {
            CLAIM_DOCUMENTED: OutcomeRow("met", "answer"),
            CLAIM_MET: OutcomeRow("partly", "answer", "undocumented"),
            CLAIM_PARTLY: OutcomeRow("partly", "answer"),
            CLAIM_UNMET: OutcomeRow("unmet", "answer"),
            CLAIM_PLANNED: OutcomeRow("unmet", "answer", "planned"),
            CLAIM_WAIVED: OutcomeRow("not_applicable", "answer"),
            CLAIM_WAIVED_WITHOUT_REASON: OutcomeRow("unknown", "answer", "reason-missing"),
            CLAIM_UNKNOWN: OutcomeRow("unknown", "answer"),
        },
    ),
}
# The table also has undetermined where `met` is false and `partly` is open. A claim never
# overrides a fact, so a claim of met is then at most partly met: otherwise better facts
# (`partly` turning true) would lower an outcome.
OUTCOME_TABLE["at_most_partly"] = (
    OUTCOME_TABLE["undetermined"][0],
    {
        **OUTCOME_TABLE["undetermined"][1],
        CLAIM_DOCUMENTED: OutcomeRow("partly", "answer", "contradiction"),
        CLAIM_MET: OutcomeRow("partly", "answer", "contradiction"),
    },
)


class Deviation(NamedTuple):
    """Why a criterion is not met, in the declarer's words, and its state in the record.

    `state` is `accepted`, `expired`, or `pending` where it is only explained (semantics §4).
    """

    text: str
    state: str
    acceptance: Acceptance | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """The status of one criterion, and everything that it is based on."""

    criterion: Criterion
    status: str
    basis: str | None
    facts_say: str
    met: Trace
    partly: Trace | None
    answer: Answer | None
    deviation: Deviation | None
    rating: Rating | None
    findings: tuple[Finding, ...]

    @property
    def accepted(self) -> bool:
        """Whether a deviation is accepted, and the acceptance has not expired."""
        return self.deviation is not None and self.deviation.state == "accepted"

    @property
    def unproven(self) -> bool:
        """Whether it is unknown, undocumented, or explained and pending (semantics §5)."""
        return (
            self.status == "unknown"
            or (self.deviation is not None and self.deviation.state == "pending")
            or "unproven" in [found.entry.answer for found in self.findings]
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class AssessmentInput:
    """Everything declared and recorded by the assessment date, as input for each criterion.

    `acceptances` are those of the decisions in force by criterion, newest last.
    """

    model: Model
    document: Document
    facts: Scope
    answers: Mapping[str, Answer]
    acceptances: Mapping[str, Sequence[Acceptance]]
    evaluation: Evaluation | None
    as_of: date


def group_acceptances(decisions: Iterable[Decision]) -> dict[str, list[Acceptance]]:
    """Group the acceptances of decisions by criterion, in their order."""
    gathered: dict[str, list[Acceptance]] = {}
    for decision in decisions:
        for criterion, acceptance in decision.accepts.items():
            gathered.setdefault(criterion, []).append(acceptance)
    return gathered


def evaluate_rules(criterion: Criterion, facts: Scope) -> tuple[str, Trace, Trace | None]:
    """Evaluate a criterion's rules: the combined result, and the trace of each.

    `partly` is evaluated only where `met` is not true.
    """
    met = criterion.rule.evaluate(facts)
    if met.value is True:
        return "met", met, None
    partly = criterion.partly.evaluate(facts) if criterion.partly else None
    if met.value is None:
        at_least = partly is not None and partly.value is True
        return ("at_least_partly" if at_least else "undetermined"), met, partly
    if partly is None or partly.value is False:
        return "unmet", met, partly
    return ("partly" if partly.value else "undetermined"), met, partly


def assess_criterion(criterion: Criterion, said: AssessmentInput) -> Outcome:
    """Assess one criterion by the table of semantics §3, then by §4."""
    facts_say, met, partly = evaluate_rules(criterion, said.facts)
    answer = said.answers.get(criterion.id)
    claim, findings = _limit_claim(criterion, _classify_answer(answer), facts_say, said)
    at_most_partly = facts_say == "undetermined" and met.value is False
    any_answer, certain_answers = OUTCOME_TABLE["at_most_partly" if at_most_partly else facts_say]
    row = certain_answers.get(claim, any_answer)
    status, basis, code = row
    if code:
        findings = (
            *findings,
            _make_row_finding(criterion, row, answer=answer, said=said, met=met),
        )
    deviation = None
    if status != "met":
        deviation, wrong = _assess_deviation(criterion, status, answer, said)
        findings += wrong
    light = said.evaluation.ratings.get(criterion.id) if said.evaluation else None
    return Outcome(
        criterion=criterion,
        status=status,
        basis=basis,
        facts_say=facts_say,
        met=met,
        partly=partly,
        answer=answer,
        deviation=deviation,
        rating=light,
        findings=findings,
    )


def _classify_answer(answer: Answer | None) -> str:
    if answer is None:
        return CLAIM_NONE
    if answer.answer == "met":
        return CLAIM_DOCUMENTED if answer.evidence else CLAIM_MET
    if answer.answer == "not_applicable":
        return CLAIM_WAIVED if answer.reason.strip() else CLAIM_WAIVED_WITHOUT_REASON
    return answer.answer


def _locate_answer(criterion: Criterion, said: AssessmentInput) -> Location:
    """Location of the answer, or of the `answers` key where there is none."""
    if criterion.id in said.answers:
        return said.document.locate(("answers", criterion.id, "answer"))
    return said.document.locate(("answers",), key=True)


def _limit_claim(
    criterion: Criterion, claim: str, facts_say: str, said: AssessmentInput
) -> tuple[str, tuple[Finding, ...]]:
    """Treat a claim that the model does not count as no claim."""
    if criterion.not_applicable != "no" and criterion.answer_counts:
        return claim, ()
    place = _locate_answer(criterion, said)
    if criterion.not_applicable == "no" and claim in {
        CLAIM_WAIVED,
        CLAIM_WAIVED_WITHOUT_REASON,
    }:
        not_counted = _make_criterion_finding("not-applicable-not-allowed", criterion, place)
    elif (
        not criterion.answer_counts
        and claim in {CLAIM_DOCUMENTED, CLAIM_MET, CLAIM_PARTLY}
        and facts_say in {"undetermined", "at_least_partly"}
    ):
        not_counted = _make_criterion_finding("answer-not-enough", criterion, place)
    else:
        return claim, ()
    return CLAIM_UNKNOWN, (not_counted,)


def _make_criterion_finding(
    code: str,
    criterion: Criterion,
    place: Location,
    severity: Severity | None = None,
    **arguments: Renderable | str,
) -> Finding:
    words: dict[str, Any] = {"id": criterion.id, "title": criterion.title, **arguments}
    return make_finding(code, place, criterion=criterion.id, severity=severity, **words)


def _make_row_finding(
    criterion: Criterion, row: OutcomeRow, answer: Answer | None, said: AssessmentInput, met: Trace
) -> Finding:
    """Make the finding of a row, with the details of the case."""
    place = _locate_answer(criterion, said)
    says = CATALOGUE[row.code].answer
    if says == "contradicted":
        against = _FailingFact(met, said.document.file)
        severity: Severity | None = None if row.status == "unmet" else "warning"
        return _make_criterion_finding(
            row.code, criterion, place, severity=severity, against=against
        )
    if says == "planned":
        due = answer.due if answer else None
        shown = as_text(f" ({due})" if due else "")
        if due and due < said.as_of:
            return _make_criterion_finding("overdue", criterion, place, due=shown)
        return _make_criterion_finding("planned", criterion, place, due=shown)
    return _make_criterion_finding(row.code, criterion, place)


class _FailingFact(NamedTuple):
    """The first fact that makes a rule false: the condition on it, and its line."""

    met: Trace
    file: str

    def render(self, language: Language) -> str:
        """Render as a clause with the location."""
        leaf = next(_find_false_leaves(self.met, wanted=True), self.met)
        name = self.file.rsplit("/", 1)[-1]
        place = f"{name}:{leaf.position[0]}" if leaf.position else name
        asked = {"da": "kravet er, at", "en": "it is asked that"}[language]
        return f"{asked} {leaf.question.render(language)} ({place})"


def _find_false_leaves(trace: Trace, *, wanted: bool) -> Iterator[Trace]:
    """Yield the leaves that made a trace differ from `wanted`, in the order of the rule."""
    if trace.value is None or trace.value is wanted:
        return
    if not trace.parts:
        yield trace
    below = (not wanted) if trace.question.inverts else wanted
    for part in trace.parts:
        yield from _find_false_leaves(part, wanted=below)


def _assess_deviation(
    criterion: Criterion, status: str, answer: Answer | None, said: AssessmentInput
) -> tuple[Deviation | None, tuple[Finding, ...]]:
    """Assess a deviation: explained only, accepted, or expired."""
    text = ""
    if answer:
        text = answer.reason if status == "not_applicable" else answer.explanation
    given = said.acceptances.get(criterion.id, ())
    grey = _find_grey_acceptance(criterion, said) if status == "not_applicable" else None
    if not given and not grey:
        return (Deviation(text, "pending", None) if text.strip() else None), ()
    declaring = [a for a in given if said.model.roles_by_id[a.by].declares]
    others = [a for a in given if a not in declaring]
    # A later decision about the same deviation replaces an earlier one.
    acceptances = others[-1:] + ([grey] if grey else [])
    findings = [_make_declarer_finding(criterion, acceptance, said) for acceptance in declaring]
    for acceptance in acceptances:
        if acceptance.until is None or said.as_of <= acceptance.until:
            return Deviation(text, "accepted", acceptance), tuple(findings)
    if acceptances:
        expired = acceptances[0]
        until = str(expired.until)
        findings.append(
            _make_criterion_finding("acceptance-expired", criterion, expired.location, until=until)
        )
        return Deviation(text, "expired", expired), tuple(findings)
    return (Deviation(text, "pending", None) if text.strip() else None), tuple(findings)


def _make_declarer_finding(
    criterion: Criterion, acceptance: Acceptance, said: AssessmentInput
) -> Finding:
    """Make the finding that an acceptance by a declaring role is invalid (semantics §4)."""
    role = said.model.role_names[acceptance.by]
    return _make_criterion_finding(
        "acceptance-by-declarer", criterion, acceptance.location, role=role
    )


def _find_grey_acceptance(criterion: Criterion, said: AssessmentInput) -> Acceptance | None:
    """The evaluator's acceptance that a criterion does not apply: a `not_applicable` rating."""
    evaluation = said.evaluation
    light = evaluation.ratings.get(criterion.id) if evaluation else None
    if not evaluation or not light or light.status != "not_applicable":
        return None
    place = evaluation.document.locate(("lights", criterion.id), key=True)
    return Acceptance(
        by=evaluation.by,
        on=evaluation.on,
        until=None,
        rationale=light.rationale,
        reference=evaluation.reference,
        location=place,
    )

"""The outcome of one criterion: facts, answer, evaluation and acceptance (semantics §3 and §4)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from os2governance.assessment.claim import (
    Claim,
    classify_answer,
    is_documented,
    limit_claim,
)
from os2governance.assessment.rating import (
    STATUS_RANK,
    AnswerNow,
    FactReadings,
    GivenLight,
    apply_light,
    find_admission,
)
from os2governance.documents.yaml_reader import Document
from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.catalogue.entry import Severity
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import Language, Renderable, as_text
from os2governance.model.model import Criterion, Model
from os2governance.product.declaration import Answer
from os2governance.product.record import Acceptance, Evaluation, Rating
from os2governance.rules.node import Scope
from os2governance.rules.trace import Trace

STATUSES = ("met", "partly", "unmet", "not_applicable", "unknown")
BACKINGS = ("confirmed", "documented", "claimed", "silent")
CERTAIN = frozenset({"met", "partly", "unmet"})
"""What facts say where nothing more can be known (semantics §3a)."""
_PLAN = "planned"
"""In the table: the status that the model gives a plan."""


class OutcomeRow(NamedTuple):
    """A row of the table: the status, its basis, and the code of the finding, if any."""

    status: str
    basis: str | None
    code: str = ""


_CONTRADICTED = OutcomeRow("unmet", "facts", "contradiction")
_PARTLY_CONTRADICTED = OutcomeRow("partly", "facts", "contradiction")
_ANSWER_BEHIND_FACTS = OutcomeRow("met", "facts", "answer-behind-facts")

# semantics §3b: by what the facts say, the row for any answer, and rows for specific claims.
OUTCOME_TABLE: dict[str, tuple[OutcomeRow, dict[Claim, OutcomeRow]]] = {
    "met": (
        OutcomeRow("met", "facts"),
        {
            Claim.UNMET: _ANSWER_BEHIND_FACTS,
            Claim.WAIVED: _ANSWER_BEHIND_FACTS,
            Claim.WAIVED_WITHOUT_REASON: _ANSWER_BEHIND_FACTS,
        },
    ),
    "partly": (
        OutcomeRow("partly", "facts"),
        {Claim.DOCUMENTED: _PARTLY_CONTRADICTED, Claim.MET: _PARTLY_CONTRADICTED},
    ),
    "at_least_partly": (
        OutcomeRow("partly", "facts"),
        {Claim.DOCUMENTED: OutcomeRow("met", "answer")},
    ),
    "unmet": (
        OutcomeRow("unmet", "facts"),
        {
            Claim.DOCUMENTED: _CONTRADICTED,
            Claim.MET: _CONTRADICTED,
            Claim.WAIVED: OutcomeRow("not_applicable", "answer"),
        },
    ),
    "undetermined": (
        OutcomeRow("unknown", None, "unanswered"),
        {
            Claim.DOCUMENTED: OutcomeRow("met", "answer"),
            Claim.MET: OutcomeRow("partly", "answer", "undocumented"),
            Claim.PARTLY: OutcomeRow("partly", "answer"),
            Claim.UNMET: OutcomeRow("unmet", "answer"),
            Claim.PLANNED: OutcomeRow(_PLAN, "answer", "planned"),
            Claim.OVERDUE: OutcomeRow("unmet", "answer", "overdue"),
            Claim.WAIVED: OutcomeRow("not_applicable", "answer"),
            Claim.WAIVED_WITHOUT_REASON: OutcomeRow("unknown", "answer", "reason-missing"),
            Claim.UNKNOWN: OutcomeRow("unknown", "answer"),
        },
    ),
}
# Undetermined with `met` false and `partly` undetermined: a claim never beats a false rule.
OUTCOME_TABLE["at_most_partly"] = (
    OUTCOME_TABLE["undetermined"][0],
    {
        **OUTCOME_TABLE["undetermined"][1],
        Claim.DOCUMENTED: OutcomeRow("partly", "answer", "contradiction"),
        Claim.MET: OutcomeRow("partly", "answer", "contradiction"),
    },
)


class Deviation(NamedTuple):
    """Why a criterion is not met, in the declarer's words, and its state in the record.

    `state` is `accepted`, `expired`, or `pending` where it is only explained (semantics §4).
    """

    text: str
    state: str
    acceptance: Acceptance | None


class RuleVerdict(NamedTuple):
    """What the rules of a criterion say of some facts, and the trace of each rule evaluated.

    `says` is `met`, `partly`, `unmet`, `at_least_partly`, `at_most_partly` (`met` is false, and
    `partly` is undetermined) or `undetermined`.
    """

    says: str
    met: Trace
    partly: Trace | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """The status of one criterion, and everything that it is based on.

    `backing` says who stands behind it (semantics §3d), as far as the criterion's own level asks.
    `planned` is whether it rests on a plan alone; `excluded` whether the facts make it not
    applicable. `rating` is the light that counts, of `evaluation`; `declared` the status that the
    declaration alone would give.
    """

    criterion: Criterion
    status: str
    basis: str | None
    facts_say: str
    met: Trace
    partly: Trace | None
    applies: Trace | None
    answer: Answer | None
    deviation: Deviation | None
    rating: Rating | None
    evaluation: Evaluation | None
    backing: str
    declared: str
    planned: bool
    excluded: bool
    confirmed: bool
    findings: tuple[Finding, ...]

    @property
    def accepted(self) -> bool:
        """Whether a deviation is accepted, and the acceptance has not expired."""
        return self.acceptance is not None and not self.excluded

    @property
    def acceptance(self) -> Acceptance | None:
        """The acceptance in force, if there is one."""
        deviation = self.deviation
        return deviation.acceptance if deviation and deviation.state == "accepted" else None

    @property
    def pending(self) -> bool:
        """Whether a deviation is explained only, and waits to be accepted."""
        return self.deviation is not None and self.deviation.state == "pending"

    @property
    def open_to_proof(self) -> bool:
        """Whether it may be better: unknown, undocumented, or pending, and not by a light (§5)."""
        if self.basis == "evaluation":
            return False
        return (
            self.status == "unknown"
            or self.pending
            or "unproven" in [found.entry.answer for found in self.findings]
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class AssessmentInput:
    """Everything declared and recorded by the assessment date, as input for each criterion.

    `facts` are those of all files, `others` those of register and observations alone, None where
    there are none. `acceptances` are those in force by criterion, newest last.
    """

    model: Model
    document: Document
    facts: Scope
    others: Scope | None
    answers: Mapping[str, Answer]
    acceptances: Mapping[str, tuple[Acceptance, ...]]
    lights: Mapping[str, GivenLight]
    as_of: date


def evaluate_rules(criterion: Criterion, facts: Scope) -> RuleVerdict:
    """Evaluate a criterion's rules; `partly` is evaluated only where `met` is not true.

    Without a `met` rule nothing is known from facts: answer and evaluation decide (semantics §2).
    """
    met = criterion.rule.evaluate(facts)
    if met.value is True:
        return RuleVerdict("met", met, None)
    partly = criterion.partly.evaluate(facts) if criterion.partly else None
    return RuleVerdict(combine_values(met.value, partly.value if partly else False), met, partly)


def combine_values(met: bool | None, partly: bool | None) -> str:  # noqa: FBT001 - two values alike
    """What the values of the two rules say together (semantics §3a)."""
    if met is True:
        return "met"
    if met is None:
        return "at_least_partly" if partly is True else "undetermined"
    return {True: "partly", False: "unmet", None: "at_most_partly"}[partly]


def assess_criterion(
    criterion: Criterion, said: AssessmentInput, declared: str | None = None
) -> Outcome:
    """Assess one criterion by the tables of semantics §3, then by §4.

    `declared` is the status that the declaration alone gives; None where that is this one.
    """
    applies = criterion.applies.evaluate(said.facts) if criterion.applies else None
    facts = evaluate_rules(criterion, said.facts)
    answer = said.answers.get(criterion.id)
    if applies is not None and applies.value is False:
        return _exclude(criterion, said, (applies, facts), answer, declared)
    claim = classify_answer(answer, criterion, said.model, said.as_of)
    light = said.lights.get(criterion.id)
    coloured = light is not None and light.rating.status != "not_applicable"
    limited = limit_claim(
        claim,
        criterion,
        facts.says,
        applies=applies.value if applies else None,
        refused=coloured,
    )
    row = _find_row(facts.says, limited.claim, said.model)
    status, basis = row.status, row.basis
    findings = _make_own_findings(criterion, (claim, limited.code), row, answer, facts, said)
    planned = basis == "answer" and limited.claim is Claim.PLANNED
    if light is not None:
        status, basis, findings = _add_light(
            criterion, said, light=light, own=row, claim=claim, facts=facts, findings=findings
        )
        planned = planned and (status, basis) == row[:2] and not coloured
    deviation = None
    if status != "met":
        deviation, wrong = _assess_deviation(criterion, (status, basis), answer, said, light)
        findings += wrong
    confirmed = basis == "evaluation" or (
        basis == "facts" and _is_confirmed(criterion, facts.says, said)
    )
    return Outcome(
        criterion=criterion,
        status=status,
        basis=basis,
        facts_say=facts.says,
        met=facts.met,
        partly=facts.partly,
        applies=applies,
        answer=answer,
        deviation=deviation,
        rating=light.rating if light else None,
        evaluation=light.evaluation if light else None,
        backing=_find_backing(
            criterion, (status, basis), facts.says, answer, deviation, confirmed, said
        ),
        declared=status if declared is None else declared,
        planned=planned,
        excluded=False,
        confirmed=confirmed,
        findings=findings,
    )


def counts_for_level(acceptance: Acceptance, level: str, model: Model) -> bool:
    """Whether an acceptance counts for a level: for its own and those below (semantics §4)."""
    if acceptance.level is None:
        return True
    order = model.level_ids
    return order.index(level) <= order.index(acceptance.level)


def _find_row(facts_say: str, claim: Claim, model: Model) -> OutcomeRow:
    any_answer, certain_answers = OUTCOME_TABLE[facts_say]
    row = certain_answers.get(claim, any_answer)
    return row._replace(status=model.attainment.planned) if row.status == _PLAN else row


def _exclude(
    criterion: Criterion,
    said: AssessmentInput,
    found: tuple[Trace, RuleVerdict],
    answer: Answer | None,
    declared: str | None,
) -> Outcome:
    """The outcome of a criterion that does not apply, by facts (semantics §2)."""
    applies, facts = found
    light = said.lights.get(criterion.id)
    others = said.others or said.model.no_facts
    confirmed = criterion.applies is not None and criterion.applies.evaluate(others).value is False
    given = said.acceptances.get(criterion.id, ())
    newest = given[-1] if given else None
    accepted = newest if newest and not newest.has_ended(said.as_of) else None
    covered = accepted and counts_for_level(accepted, criterion.level, said.model)
    return Outcome(
        criterion=criterion,
        status="not_applicable",
        basis="facts",
        facts_say=facts.says,
        met=facts.met,
        partly=facts.partly,
        applies=applies,
        answer=answer,
        deviation=Deviation("", "accepted", accepted) if accepted else None,
        rating=light.rating if light else None,
        evaluation=light.evaluation if light else None,
        backing="confirmed" if confirmed or covered else "documented",
        declared="not_applicable" if declared is None else declared,
        planned=False,
        excluded=True,
        confirmed=confirmed,
        findings=(),
    )


def _add_light(
    criterion: Criterion,
    said: AssessmentInput,
    *,
    light: GivenLight,
    own: OutcomeRow,
    claim: Claim,
    facts: RuleVerdict,
    findings: tuple[Finding, ...],
) -> tuple[str, str | None, tuple[Finding, ...]]:
    """Status, basis and findings of a criterion with a light (semantics §3c).

    Of the findings about the product's own sources, those stay that the light does not settle.
    """
    known, status = light.known, light.rating.status
    readings = _read_facts(criterion, facts.says, light, said)
    answer = AnswerNow(
        said.answers.get(criterion.id),
        known.answers.get(criterion.id),
        find_admission(claim, said.model.attainment.planned),
    )
    rated = apply_light(status, readings, answer, own.status)
    result = (rated.status, rated.basis) if rated else (own.status, own.basis)
    place = light.evaluation.locate_rating(criterion.id)
    added = []
    if result[1] == "evaluation":
        findings = tuple(
            found
            for found in findings
            if found.entry.answer == "contradicted" and result[0] != "met"
        )
        if readings.certain and readings.now != result[0]:
            added.append(_make_criterion_finding("evaluation-against-facts", criterion, place))
    elif result[0] != status:
        added.append(_make_criterion_finding("changed-since-evaluation", criterion, place))
    if answer.newer and _claims_more(claim, result[0], said.model):
        added.append(
            _make_criterion_finding(
                "awaits-evaluation", criterion, _locate_answer(criterion, said)
            )
        )
    return *result, (*findings, *added)


def _claims_more(claim: Claim, status: str, model: Model) -> bool:
    """Whether a claim is of more than the outcome; "not applicable" is, where that is refused."""
    if claim is Claim.WAIVED:
        return status != "not_applicable" and status != "met"
    claimed = {Claim.DOCUMENTED: "met", Claim.MET: "met"}.get(claim) or find_admission(
        claim, model.attainment.planned
    )
    return STATUS_RANK.get(claimed or "", -1) > STATUS_RANK.get(status, len(STATUS_RANK))


def _read_facts(
    criterion: Criterion, now: str, light: GivenLight, said: AssessmentInput
) -> FactReadings:
    """What the facts say now, and said on the day of the evaluation."""
    known = light.known
    on_the_day = (
        now
        if known.facts_now.as_of == said.as_of
        else evaluate_rules(criterion, known.facts_now).says
    )
    if known.facts is known.facts_now:
        return FactReadings(now=now, on_the_day=on_the_day, known_then=on_the_day)
    then = evaluate_rules(criterion, known.facts).says
    return FactReadings(now=now, on_the_day=on_the_day, known_then=then)


def _is_confirmed(criterion: Criterion, facts_say: str, said: AssessmentInput) -> bool:
    """Whether register and observations alone make the rules as certain (semantics §3d)."""
    if facts_say not in CERTAIN:
        return False
    if said.others is None:
        return combine_values(*said.model.values_without_facts[criterion.id]) == facts_say
    return evaluate_rules(criterion, said.others).says == facts_say


def _find_backing(  # noqa: PLR0913 - each is one of the sources that can stand behind it
    criterion: Criterion,
    outcome: tuple[str, str | None],
    facts_say: str,
    answer: Answer | None,
    deviation: Deviation | None,
    confirmed: bool,  # noqa: FBT001
    said: AssessmentInput,
) -> str:
    """Who stands behind an outcome (semantics §3d)."""
    status, basis = outcome
    accepted = deviation.acceptance if deviation and deviation.state == "accepted" else None
    if confirmed or (
        status != "met" and accepted and counts_for_level(accepted, criterion.level, said.model)
    ):
        return "confirmed"
    if basis == "facts" and facts_say in CERTAIN:
        return "documented"
    if answer is None:
        return "silent"
    claimed_met = basis == "answer" and answer.answer == "met"
    if claimed_met and is_documented(answer, criterion, said.model):
        return "documented"
    return "claimed"


def _locate_answer(criterion: Criterion, said: AssessmentInput) -> Location:
    """Location of the answer, or of the `answers` key where there is none."""
    if criterion.id in said.answers:
        return said.document.locate(("answers", criterion.id, "answer"))
    return said.document.locate(("answers",), key=True)


def _make_criterion_finding(
    code: str,
    criterion: Criterion,
    place: Location,
    severity: Severity | None = None,
    **arguments: Renderable | str,
) -> Finding:
    words: dict[str, Any] = {"id": criterion.id, "title": criterion.title, **arguments}
    return make_finding(code, place, criterion=criterion.id, severity=severity, **words)


def _make_own_findings(  # noqa: PLR0913 - a row of the table, with all that it was found by
    criterion: Criterion,
    limits: tuple[Claim, str],
    row: OutcomeRow,
    answer: Answer | None,
    facts: RuleVerdict,
    said: AssessmentInput,
) -> tuple[Finding, ...]:
    """The findings about facts and answer: a claim that does not count, and that of the row."""
    claim, limit = limits
    place = _locate_answer(criterion, said)
    findings = [_make_criterion_finding(limit, criterion, place)] if limit else []
    if row.code:
        findings.append(_make_row_finding(criterion, row, answer, facts, said))
    if claim is Claim.PLANNED and row.basis == "answer" and answer and answer.due is None:
        findings.append(_make_criterion_finding("planned-undated", criterion, place))
    return tuple(findings)


def _make_row_finding(
    criterion: Criterion,
    row: OutcomeRow,
    answer: Answer | None,
    facts: RuleVerdict,
    said: AssessmentInput,
) -> Finding:
    """Make the finding of a row, with the details of the case."""
    place = _locate_answer(criterion, said)
    says = CATALOGUE[row.code].answer
    if says == "contradicted":
        against = _FailingFact(facts.met, said.document.file)
        severity: Severity | None = None if row.status == "unmet" else "warning"
        return _make_criterion_finding(
            row.code, criterion, place, severity=severity, against=against
        )
    if says in {"planned", "late"}:
        due = as_text(f" ({answer.due_said})" if answer and answer.due else "")
        return _make_criterion_finding(row.code, criterion, place, due=due)
    return _make_criterion_finding(row.code, criterion, place)


class _FailingFact(NamedTuple):
    """The first fact that makes a rule false: the condition on it, and its line."""

    met: Trace
    file: str

    def render(self, language: Language) -> str:
        """Render as a clause with the location."""
        leaf = next(_find_false_leaves(self.met, wanted=True), self.met)
        position = leaf.position
        file = position.source.file if position and position.source else self.file
        name = file.rsplit("/", 1)[-1]
        place = f"{name}:{position.line}" if position else name
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
    criterion: Criterion,
    outcome: tuple[str, str | None],
    answer: Answer | None,
    said: AssessmentInput,
    light: GivenLight | None,
) -> tuple[Deviation | None, tuple[Finding, ...]]:
    """Assess a deviation: explained only, accepted, or expired (semantics §4).

    Of several acceptances the newest alone counts; a grey light accepts for every level.
    """
    status, basis = outcome
    text = ""
    if answer:
        text = answer.reason if status == "not_applicable" else answer.explanation
    if light and status == "not_applicable" and basis == "evaluation":
        return Deviation(text, "accepted", _accept_by_light(criterion, light)), ()
    given = said.acceptances.get(criterion.id, ())
    if not given:
        pending = text.strip() or (
            status == "not_applicable" and criterion.not_applicable == "yes"
        )
        return (Deviation(text, "pending", None) if pending else None), ()
    newest = given[-1]
    if not newest.has_ended(said.as_of):
        return Deviation(text, "accepted", newest), ()
    expired = _make_criterion_finding(
        "acceptance-expired", criterion, newest.location, until=str(newest.until)
    )
    return Deviation(text, "expired", newest), (expired,)


def _accept_by_light(criterion: Criterion, light: GivenLight) -> Acceptance:
    """The evaluator's acceptance that a criterion does not apply: a grey light."""
    evaluation = light.evaluation
    return Acceptance(
        by=evaluation.by,
        on=evaluation.on,
        level=None,
        until=None,
        rationale=light.rating.rationale,
        reference=evaluation.reference,
        location=evaluation.locate_rating(criterion.id),
    )

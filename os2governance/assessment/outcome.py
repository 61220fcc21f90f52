"""The outcome of one criterion: facts, answer, evaluation and acceptance (semantics §3 and §4)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from os2governance.assessment.claim import (
    Claim,
    LimitedClaim,
    classify_answer,
    is_documented,
    limit_claim,
)
from os2governance.assessment.deviation import (
    Deviation,
    accept_by_light,
    counts_for_level,
    find_deviation,
)
from os2governance.assessment.own_sources import OutcomeRow, find_row
from os2governance.assessment.rating import (
    STATUS_RANK,
    AnswerNow,
    FactReadings,
    GivenLight,
    apply_light,
    find_admission,
)
from os2governance.assessment.rule_verdict import (
    CERTAIN,
    RuleVerdict,
    combine_values,
    evaluate_rules,
)
from os2governance.documents.yaml_reader import Document
from os2governance.findings.catalogue import CATALOGUE
from os2governance.findings.catalogue.entry import Severity
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import Language, Renderable, _, as_text
from os2governance.model.model import Criterion, Model
from os2governance.product.decisions import Acceptance
from os2governance.product.declaration import Answer
from os2governance.product.record import Evaluation, Rating
from os2governance.rules.node import Scope
from os2governance.rules.trace import Trace, choose_telling

STATUSES = ("met", "partly", "unmet", "not_applicable", "unknown")
BACKINGS = ("confirmed", "documented", "claimed", "silent")


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """The status of one criterion, and everything that it is based on.

    `backing` says who stands behind it (semantics §3d), as far as the criterion's own level asks.
    `planned` is whether it rests on a plan alone; `excluded` whether the facts make it not
    applicable; `confirmed` whether a light, register or observations stand behind it. `rating` is
    the light that counts, of `evaluation`; `declared` the status that the declaration alone gives.
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
    def explained(self) -> bool:
        """Whether the declaration explains why it is not met, accepted or not."""
        deviation = self.deviation if self.status != "not_applicable" else None
        return deviation is not None and bool(deviation.text.strip())

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


@dataclass(frozen=True, kw_only=True, slots=True)
class _Case:
    """One criterion before its outcome: what facts and answer say of it, and its light."""

    criterion: Criterion
    said: AssessmentInput
    applies: Trace | None
    facts: RuleVerdict
    answer: Answer | None
    claim: Claim
    light: GivenLight | None

    @property
    def coloured(self) -> bool:
        """Whether it has a light other than a grey one."""
        return self.light is not None and self.light.rating.status != "not_applicable"

    @property
    def answer_location(self) -> Location:
        """Location of the answer, or of the `answers` key where there is none."""
        if self.answer:
            return self.said.document.locate(("answers", self.criterion.id, "answer"))
        return self.said.document.locate(("answers",), key=True)

    def make_finding(
        self, code: str, place: Location | None = None, **arguments: Renderable | str
    ) -> Finding:
        """Make a finding on the criterion, by default at its answer."""
        return self.make_graded_finding(code, None, place, **arguments)

    def make_graded_finding(
        self,
        code: str,
        severity: Severity | None,
        place: Location | None = None,
        **arguments: Renderable | str,
    ) -> Finding:
        """Make a finding on the criterion with another severity than its code's."""
        words: dict[str, Any] = {"id": self.criterion.id, "title": self.criterion.title}
        return make_finding(
            code,
            place or self.answer_location,
            criterion=self.criterion.id,
            severity=severity,
            **words,
            **arguments,
        )


class _Judgement(NamedTuple):
    """A status, its basis, and the findings on the way to it."""

    status: str
    basis: str | None
    findings: tuple[Finding, ...]


def assess_criterion(
    criterion: Criterion, said: AssessmentInput, declared: str | None = None
) -> Outcome:
    """Assess one criterion by the tables of semantics §3, then by §4.

    `declared` is the status that the declaration alone gives; None where that is this one.
    """
    answer = said.answers.get(criterion.id)
    case = _Case(
        criterion=criterion,
        said=said,
        applies=criterion.applies.evaluate(said.facts) if criterion.applies else None,
        facts=evaluate_rules(criterion, said.facts),
        answer=answer,
        claim=classify_answer(answer, criterion, said.model, said.as_of),
        light=said.lights.get(criterion.id),
    )
    if case.applies is not None and case.applies.value is False:
        return _exclude(case, declared)
    limited = limit_claim(
        case.claim,
        criterion,
        case.facts.says,
        applies=case.applies.value if case.applies else None,
        refused=case.coloured,
    )
    row = find_row(case.facts.says, limited.claim, said.model.attainment.planned)
    judged = _Judgement(row.status, row.basis, _find_own_findings(case, limited, row))
    if case.light is not None:
        judged = _add_light(case, case.light, judged)
    planned = (
        limited.claim is Claim.PLANNED
        and row.basis == "answer"
        and judged[:2] == row[:2]
        and not case.coloured
    )
    deviation, expired = _assess_deviation(case, judged)
    confirmed = judged.basis == "evaluation" or (judged.basis == "facts" and _is_confirmed(case))
    return Outcome(
        criterion=criterion,
        status=judged.status,
        basis=judged.basis,
        facts_say=case.facts.says,
        met=case.facts.met,
        partly=case.facts.partly,
        applies=case.applies,
        answer=answer,
        deviation=deviation,
        rating=case.light.rating if case.light else None,
        evaluation=case.light.evaluation if case.light else None,
        backing=_find_backing(case, judged, deviation, confirmed=confirmed),
        declared=judged.status if declared is None else declared,
        planned=planned,
        excluded=False,
        confirmed=confirmed,
        findings=(*judged.findings, *expired),
    )


def _exclude(case: _Case, declared: str | None) -> Outcome:
    """The outcome of a criterion that does not apply, by facts (semantics §2)."""
    criterion, said = case.criterion, case.said
    others = said.others or said.model.no_facts
    confirmed = criterion.applies is not None and criterion.applies.evaluate(others).value is False
    given = said.acceptances.get(criterion.id, ())
    accepted = given[-1] if given and not given[-1].has_ended(said.as_of) else None
    covered = accepted and counts_for_level(accepted, criterion.level, said.model)
    return Outcome(
        criterion=criterion,
        status="not_applicable",
        basis="facts",
        facts_say=case.facts.says,
        met=case.facts.met,
        partly=case.facts.partly,
        applies=case.applies,
        answer=case.answer,
        deviation=Deviation("", "accepted", accepted) if accepted else None,
        rating=case.light.rating if case.light else None,
        evaluation=case.light.evaluation if case.light else None,
        backing="confirmed" if confirmed or covered else "documented",
        declared="not_applicable" if declared is None else declared,
        planned=False,
        excluded=True,
        confirmed=confirmed,
        findings=(),
    )


# -- evaluation (semantics §3c) -------------------------------------------------------------------


def _add_light(case: _Case, light: GivenLight, own: _Judgement) -> _Judgement:
    """What a light makes of what the product's own sources give.

    Of the findings about those, the ones stay that the light does not settle.
    """
    known, status = light.known, light.rating.status
    readings = _read_facts(case, light)
    answer = AnswerNow(
        case.answer,
        known.answers.get(case.criterion.id),
        find_admission(case.claim, case.said.model.attainment.planned),
    )
    rated = apply_light(status, readings, answer, own.status)
    place = light.evaluation.locate_rating(case.criterion.id)
    judged = own if rated is None else own._replace(status=rated.status, basis=rated.basis)
    findings = list(own.findings)
    if judged.basis == "evaluation":
        contradicted = [each for each in findings if each.entry.answer == "contradicted"]
        findings = contradicted if judged.status != "met" else []
        if readings.certain and readings.now != judged.status:
            findings.append(case.make_finding("evaluation-against-facts", place))
    elif judged.status != status:
        findings.append(case.make_finding("changed-since-evaluation", place))
    if answer.newer and _claims_more(case, judged.status):
        findings.append(case.make_finding("awaits-evaluation"))
    return judged._replace(findings=tuple(findings))


def _claims_more(case: _Case, status: str) -> bool:
    """Whether a claim is of more than the outcome; "not applicable" is, where that is refused."""
    if case.claim is Claim.WAIVED:
        return status not in {"not_applicable", "met"}
    met = case.claim in {Claim.DOCUMENTED, Claim.MET}
    admitted = find_admission(case.claim, case.said.model.attainment.planned)
    claimed = "met" if met else admitted or ""
    return STATUS_RANK.get(claimed, -1) > STATUS_RANK.get(status, len(STATUS_RANK))


def _read_facts(case: _Case, light: GivenLight) -> FactReadings:
    """What the facts say now, and said on the day of the evaluation."""
    known, now = light.known, case.facts.says
    on_the_day = now
    if known.facts_now.as_of != case.said.as_of:
        on_the_day = evaluate_rules(case.criterion, known.facts_now).says
    then = on_the_day
    if known.facts is not known.facts_now:
        then = evaluate_rules(case.criterion, known.facts).says
    return FactReadings(now=now, on_the_day=on_the_day, known_then=then)


# -- backing (semantics §3d) ----------------------------------------------------------------------


def _is_confirmed(case: _Case) -> bool:
    """Whether register and observations alone make the rules as certain."""
    said, says = case.said, case.facts.says
    if says not in CERTAIN:
        return False
    if said.others is None:
        return combine_values(*said.model.values_without_facts[case.criterion.id]) == says
    return evaluate_rules(case.criterion, said.others).says == says


def _find_backing(
    case: _Case, judged: _Judgement, deviation: Deviation | None, *, confirmed: bool
) -> str:
    """Who stands behind an outcome, as far as the criterion's own level asks."""
    criterion, model = case.criterion, case.said.model
    accepted = deviation.acceptance if deviation and deviation.state == "accepted" else None
    if confirmed or (accepted and counts_for_level(accepted, criterion.level, model)):
        return "confirmed"
    if judged.basis == "facts" and case.facts.says in CERTAIN:
        return "documented"
    if case.answer is None:
        return "silent"
    claimed_met = judged.basis == "answer" and case.answer.answer == "met"
    documented = claimed_met and is_documented(case.answer, criterion, model)
    return "documented" if documented else "claimed"


# -- findings, and the deviation (semantics §3b and §4) -------------------------------------------


def _find_own_findings(case: _Case, limited: LimitedClaim, row: OutcomeRow) -> tuple[Finding, ...]:
    """The findings about facts and answer: a claim that does not count, and that of the row."""
    findings = [case.make_finding(limited.code)] if limited.code else []
    if row.code:
        findings.append(_make_row_finding(case, row))
    undated = case.answer is not None and case.answer.due is None
    if limited.claim is Claim.PLANNED and row.basis == "answer" and undated:
        findings.append(case.make_finding("planned-undated"))
    return tuple(findings)


def _make_row_finding(case: _Case, row: OutcomeRow) -> Finding:
    """Make the finding of a row, with the details of the case."""
    says = CATALOGUE[row.code].answer
    if says == "contradicted":
        against = _FailingFact(case.facts.met, case.said.document.file)
        severity: Severity | None = None if row.status == "unmet" else "warning"
        return case.make_graded_finding(row.code, severity, against=against)
    if says in {"planned", "late"}:
        answer = case.answer
        due = as_text(f" ({answer.due_said})" if answer and answer.due else "")
        return case.make_finding(row.code, due=due)
    return case.make_finding(row.code)


class _FailingFact(NamedTuple):
    """The first fact that makes a rule false: the condition on it, and its line."""

    met: Trace
    file: str

    def render(self, language: Language) -> str:
        """Render as a clause with the location."""
        node, leaf = next(_find_failing(self.met, self.met, wanted=True), (self.met, self.met))
        position = leaf.position
        file = position.source.file if position and position.source else self.file
        name = file.rsplit("/", 1)[-1]
        place = f"{name}:{position.line}" if position else name
        clause = node.question.render(language)
        return _ASKED.render(language).format(clause=clause, place=place)


_ASKED = _("this is not in place: {clause} ({place})")


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


def _assess_deviation(
    case: _Case, judged: _Judgement
) -> tuple[Deviation | None, tuple[Finding, ...]]:
    """The deviation of a criterion that is not met, and the finding where its acceptance ended."""
    if judged.status == "met":
        return None, ()
    if case.light and judged[:2] == ("not_applicable", "evaluation"):
        return accept_by_light(case.criterion, case.light, case.answer), ()
    said = case.said
    given = said.acceptances.get(case.criterion.id, ())
    deviation = find_deviation(case.criterion, judged.status, case.answer, given, said.as_of)
    if deviation is None or deviation.state != "expired" or deviation.acceptance is None:
        return deviation, ()
    ended = deviation.acceptance
    until = str(ended.until)
    return deviation, (case.make_finding("acceptance-expired", ended.location, until=until),)

"""The outcome of one criterion: facts, answer, evaluation and acceptance (semantics §3 and §4)."""

from dataclasses import dataclass
from typing import NamedTuple

from os2governance.assessment.case import AssessmentInput, CriterionCase
from os2governance.assessment.claim import Claim, classify_answer, limit_claim
from os2governance.assessment.deviation import (
    Deviation,
    accept_by_light,
    counts_for_level,
    find_deviation,
)
from os2governance.assessment.own_findings import find_own_findings
from os2governance.assessment.own_sources import find_row
from os2governance.assessment.rating import (
    STATUS_RANK,
    AnswerNow,
    FactReadings,
    GivenLight,
    apply_light,
    find_admission,
)
from os2governance.assessment.rule_verdict import CERTAIN, combine_values, evaluate_rules
from os2governance.findings.finding import Finding
from os2governance.i18n.date_words import DateInWords
from os2governance.model.model import Criterion
from os2governance.product.decisions import Acceptance
from os2governance.product.declaration import Answer
from os2governance.product.record import Evaluation, Rating
from os2governance.rules.trace import Trace

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
    def accepted_by_light(self) -> bool:
        """Whether a grey light accepts it: it is not applicable, and nobody has decided on it."""
        return self.acceptance is not None and self.acceptance.level is None

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
    case = CriterionCase(
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
    judged = _Judgement(row.status, row.basis, find_own_findings(case, limited, row))
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


def _exclude(case: CriterionCase, declared: str | None) -> Outcome:
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


def _add_light(case: CriterionCase, light: GivenLight, own: _Judgement) -> _Judgement:
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


def _claims_more(case: CriterionCase, status: str) -> bool:
    """Whether a claim is of more than the outcome; "not applicable" is, where that is refused."""
    if case.claim is Claim.WAIVED:
        return status not in {"not_applicable", "met"}
    met = case.claim in {Claim.DOCUMENTED, Claim.MET}
    admitted = find_admission(case.claim, case.said.model.attainment.planned)
    claimed = "met" if met else admitted or ""
    return STATUS_RANK.get(claimed, -1) > STATUS_RANK.get(status, len(STATUS_RANK))


def _read_facts(case: CriterionCase, light: GivenLight) -> FactReadings:
    """What the facts say now, and said on the day of the evaluation."""
    known, now = light.known, case.facts.says
    on_the_day = now
    if known.facts_now.as_of != case.said.as_of:
        on_the_day = evaluate_rules(case.criterion, known.facts_now).says
    then = on_the_day
    if known.facts is not known.facts_now:
        then = evaluate_rules(case.criterion, known.facts).says
    return FactReadings(now=now, on_the_day=on_the_day, known_then=then)


def _is_confirmed(case: CriterionCase) -> bool:
    """Whether register and observations alone make the rules as certain."""
    said, says = case.said, case.facts.says
    if says not in CERTAIN:
        return False
    if said.others is None:
        return combine_values(*said.model.values_without_facts[case.criterion.id]) == says
    return evaluate_rules(case.criterion, said.others).says == says


def _find_backing(
    case: CriterionCase, judged: _Judgement, deviation: Deviation | None, *, confirmed: bool
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
    documented = judged.basis == "answer" and case.claim is Claim.DOCUMENTED
    return "documented" if documented else "claimed"


def _assess_deviation(
    case: CriterionCase, judged: _Judgement
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
    until = DateInWords(ended.until)
    return deviation, (case.make_finding("acceptance-expired", ended.location, until=until),)

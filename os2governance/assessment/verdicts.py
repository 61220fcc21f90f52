"""What each outcome means for a level that is asked for (semantics §5)."""

from collections.abc import Mapping, Sequence

from os2governance.assessment.deviation import counts_for_level
from os2governance.assessment.outcome import Outcome
from os2governance.model.model import Attainment, Criterion, Model

SATISFIED, TOLERATED, BLOCKS, OPEN = "satisfied", "tolerated", "stops", "open"

EXCLUDED = "does not apply"
"""Not applicable by facts: it satisfies, and leaves every denominator (semantics §2)."""

Verdicts = Mapping[str, Sequence[str]]
"""For each level that may be asked for, the verdict on each criterion, in the model's order."""


def judge_outcomes(outcomes: Sequence[Outcome], model: Model) -> Verdicts:
    """The verdict on each outcome for each level that may be asked for (semantics §5).

    They differ by level only where a deviation is accepted for some levels.
    """
    rules = model.attainment
    given = [judge_outcome(outcome, rules, accepted=False) for outcome in outcomes]
    accepted = [
        (number, each.acceptance, judge_outcome(each, rules, accepted=True))
        for number, each in enumerate(outcomes)
        if each.acceptance
    ]
    if not accepted:
        return dict.fromkeys(model.level_ids, given)
    verdicts = {}
    for level in model.level_ids:
        verdicts[level] = list(given)
        for number, acceptance, verdict in accepted:
            if counts_for_level(acceptance, level, model):
                verdicts[level][number] = verdict
    return verdicts


def judge_outcome(outcome: Outcome, rules: Attainment, *, accepted: bool) -> str:
    """Judge what an outcome means for a level: satisfied, tolerated, open, stopping, excluded."""
    if outcome.excluded:
        return EXCLUDED
    status = "planned" if outcome.planned else outcome.status
    verdict = judge_status(outcome.criterion, status, rules, accepted=accepted)
    if verdict == SATISFIED or not outcome.explained:
        return verdict
    if "explained" in rules.satisfied_by:
        return SATISFIED
    return TOLERATED if "explained" in rules.tolerated else verdict


def judge_status(criterion: Criterion, status: str, rules: Attainment, *, accepted: bool) -> str:
    """Judge what a status means for a level; `planned` is that of a plan alone.

    Where the model only requires recommendations to be answered, any answer satisfies.
    """
    if criterion.recommended and rules.recommended == "answered":
        return OPEN if status == "unknown" else SATISFIED
    if status in rules.satisfied_by or (accepted and "accepted" in rules.satisfied_by):
        return SATISFIED
    if status in rules.tolerated or (accepted and "accepted" in rules.tolerated):
        return TOLERATED
    return OPEN if status == "unknown" else BLOCKS


def judge_confirmed(outcomes: Sequence[Outcome], verdicts: Verdicts, model: Model) -> Verdicts:
    """The verdicts with every criterion open whose backing is not `confirmed`."""
    doubtful = [number for number, each in enumerate(outcomes) if not each.confirmed]
    judged = {}
    for level, given in verdicts.items():
        judged[level] = list(given)
        for number in doubtful:
            if not is_confirmed_for(outcomes[number], level, model):
                judged[level][number] = OPEN
    return judged


def is_confirmed_for(outcome: Outcome, level: str, model: Model) -> bool:
    """Whether others than the product stand behind an outcome, as a level asks (semantics §3d)."""
    accepted = outcome.acceptance
    return outcome.confirmed or (
        outcome.status != "met"
        and accepted is not None
        and counts_for_level(accepted, level, model)
    )


def judge_best(outcomes: Sequence[Outcome], verdicts: Verdicts, model: Model) -> Verdicts:
    """The verdicts with all that is open at the best that is left (semantics §5, possible)."""
    hopeful = [n for n, each in enumerate(outcomes) if each.open_to_proof or each.acceptance]
    if not hopeful:
        return verdicts
    best = {}
    for level, given in verdicts.items():
        best[level] = list(given)
        for number in hopeful:
            outcome = outcomes[number]
            if outcome.open_to_proof or _waits_at(outcome, level, model):
                best[level][number] = _raise_to_best(outcome, given[number], model.attainment)
    return best


def _waits_at(outcome: Outcome, level: str, model: Model) -> bool:
    """Whether a deviation that is accepted for a lower level is pending at this one."""
    accepted, deviation = outcome.acceptance, outcome.deviation
    return (
        not outcome.excluded
        and accepted is not None
        and deviation is not None
        and outcome.basis != "evaluation"
        and bool(deviation.text.strip() or outcome.status == "not_applicable")
        and not counts_for_level(accepted, level, model)
    )


def _raise_to_best(outcome: Outcome, verdict: str, rules: Attainment) -> str:
    met_is_false = outcome.facts_say in {"at_most_partly", "unmet"}
    if outcome.status == "unknown" and met_is_false and not outcome.pending:
        partly = judge_status(outcome.criterion, "partly", rules, accepted=False)
        return min(verdict, partly, key=_BEST_FIRST.index)
    return SATISFIED


_BEST_FIRST = (SATISFIED, TOLERATED, OPEN, BLOCKS)

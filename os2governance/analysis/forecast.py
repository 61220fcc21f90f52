"""Forecast: the days on which an outcome or a level turns by itself, and the causes.

Semantics §6. Days are not sampled: rules depend on dates only through their own conditions, and
each condition reports the days on which it can turn. So do acceptances, planned answers, and the
files and decisions that are dated later. Nothing can change between two such days.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from os2governance.analysis.difference import ProductChange
from os2governance.assessment.levels import Assessment, assess
from os2governance.assessment.outcome import Outcome
from os2governance.assessment.rule_verdict import evaluate_rules
from os2governance.findings.finding import Location
from os2governance.i18n.text import Text
from os2governance.product.decisions import Acceptance
from os2governance.product.facts import FactFile, merge_facts
from os2governance.rules.facts import FactRule
from os2governance.rules.trace import Trace, choose_telling


@dataclass(frozen=True, kw_only=True, slots=True)
class TurnReason:
    """A dated entry that causes a turn on a day.

    `kind` is `fact`, `due`, `acceptance`, `evaluation`, `decision`, or the kind of a file of
    facts: `declaration`, `register`, `observations`. `subject` is the path of the fact, otherwise
    the criterion id; `written_date` is the date written at `location`. `node` is the rule node
    that reads the fact; `acceptance` the one that runs out.
    """

    kind: str
    subject: str
    title: Text
    written_date: str
    location: Location
    node: Any = None
    acceptance: Acceptance | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OutcomeTurn:
    """One criterion whose outcome changes on a day, the reasons, and the responsible role.

    `worse` is true where the criterion blocks its level from that day on, or is only tolerated.
    """

    before: Outcome
    after: Outcome
    reasons: tuple[TurnReason, ...]
    responsible: str
    worse: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class TurningPoint:
    """A day on which something changes; `last` is the day before it.

    `reasons` are the reasons from the record that concern no single criterion.
    """

    on: date
    last: date
    change: ProductChange
    outcomes: tuple[OutcomeTurn, ...]
    reasons: tuple[TurnReason, ...]

    @property
    def after(self) -> Assessment:
        """The assessment on that day."""
        assert self.change.after is not None
        return self.change.after


def find_turning_points(assessment: Assessment, until: date) -> Iterator[TurningPoint]:
    """Yield the turning points after an assessment's date, up to and including `until`."""
    before = assessment
    product = assessment.product
    while day := min(
        (d for d in _list_possible_days(before) if before.as_of < d <= until), default=None
    ):
        after = assess(product, assessment.model, as_of=day)
        if build_turning_state(after) != build_turning_state(before):
            yield _build_turning_point(before, after)
        before = after


def find_changes_through(assessment: Assessment, last: date) -> Iterator[TurningPoint]:
    """Yield the turning points of what holds through `last` at most.

    What ends on that very day is among them: it turns on the day after.
    """
    return find_turning_points(assessment, last + timedelta(1) if last < date.max else last)


def build_turning_state(assessment: Assessment) -> tuple[Any, ...]:
    """Everything in an assessment that time alone can change: levels, lifecycle, outcomes."""
    return (
        assessment.levels,
        tuple(assessment.states.items()),
        assessment.settled,
        assessment.lifecycle,
        tuple(map(_build_outcome_state, assessment.outcomes)),
    )


def _build_outcome_state(outcome: Outcome) -> tuple[Any, ...]:
    deviation, accepted = outcome.deviation, outcome.acceptance
    return (
        outcome.status,
        outcome.planned,
        deviation.state if deviation else None,
        accepted.level if accepted else None,
        tuple(found.code for found in outcome.findings),
    )


def _list_possible_days(assessment: Assessment) -> Iterator[date]:
    """Yield all days on which something can turn, seen from one day; past days are included.

    The first one after that day is exact: until then every condition keeps its answer.
    """
    for trace in _list_traces(assessment):
        for leaf in trace.leaves():
            yield from _list_turn_days(leaf)
    for outcome in assessment.outcomes:
        if outcome.answer and outcome.answer.due:
            yield from _list_day_after(outcome.answer.due)
    for decision in assessment.record.decisions:
        yield decision.on
        for acceptance in decision.accepts.values():
            if acceptance.until:
                yield from _list_day_after(acceptance.until)
    yield from (evaluation.on for evaluation in assessment.record.evaluations)
    yield from (each.on for each in assessment.product.list_fact_files())


def _list_traces(assessment: Assessment) -> Iterator[Trace]:
    """Yield the traces of all rules, of the merged facts and of those that levels rest on alone.

    Where several files state facts, these are the declaration alone, and the others alone.
    """
    for outcome in assessment.outcomes:
        yield from filter(None, (outcome.applies, outcome.met, outcome.partly))
    files = assessment.facts.files
    if len(files) > 1:
        others = [each for each in files if each.kind != "declaration"]
        for several in ([each for each in files if each not in others], others):
            yield from _trace_alone(assessment, several)


def _trace_alone(assessment: Assessment, files: Sequence[FactFile]) -> Iterator[Trace]:
    """Yield the traces of all rules by the facts of some files alone."""
    facts = merge_facts(files, assessment.model.facts).scope(assessment.as_of)
    for criterion in assessment.model.criteria:
        if criterion.applies:
            yield criterion.applies.evaluate(facts)
        verdict = evaluate_rules(criterion, facts)
        yield from filter(None, (verdict.met, verdict.partly))


def _list_turn_days(leaf: Trace) -> tuple[date, ...]:
    return leaf.find_turning_dates()


def _list_day_after(day: date) -> tuple[date, ...]:
    return (day + timedelta(1),) if day < date.max else ()


# -- reasons --------------------------------------------------------------------------------------


def _build_turning_point(before: Assessment, after: Assessment) -> TurningPoint:
    both = zip(before.outcomes, after.outcomes, strict=True)
    turned = tuple(
        _build_outcome_turn(one, other, after)
        for one, other in both
        if _build_outcome_state(one) != _build_outcome_state(other)
    )
    last = after.as_of - timedelta(1)
    return TurningPoint(
        on=after.as_of,
        last=last,
        change=ProductChange(before, after),
        outcomes=turned,
        reasons=tuple(_find_record_reasons(after)),
    )


def _build_outcome_turn(before: Outcome, after: Outcome, later: Assessment) -> OutcomeTurn:
    criterion = after.criterion
    reasons = [
        *(
            reason
            for trace in (before.applies, before.met, before.partly)
            if trace
            for reason in _find_fact_reasons(trace, later)
        ),
        *_find_due_reason(after, later),
        *_find_acceptance_reasons(after, later),
    ]
    expired = next((each.acceptance for each in reasons if each.acceptance), None)
    who = (expired.responsible or expired.by) if expired else criterion.responsible
    worse = _rank_outcome(after) < _rank_outcome(before) or _is_overdue(after) > _is_overdue(
        before
    )
    return OutcomeTurn(
        before=before,
        after=after,
        reasons=tuple(dict.fromkeys(reasons)),
        responsible=who,
        worse=worse,
    )


_RANKS = {"met": 4, "not_applicable": 2, "partly": 2, "unknown": 1, "unmet": 0}


def _rank_outcome(outcome: Outcome) -> int:
    """Rank an outcome, higher is better; an accepted deviation ranks just below a met one."""
    return max(_RANKS[outcome.status], 3 if outcome.accepted else 0)


def _is_overdue(outcome: Outcome) -> bool:
    return any(found.entry.answer == "late" for found in outcome.findings)


def _find_fact_reasons(trace: Trace, later: Assessment) -> Iterator[TurnReason]:
    """Yield the facts whose condition changes its answer on the later assessment's day."""
    for path, leaf, telling in _walk_told_leaves(trace, trace, ""):
        asked = leaf.question
        if later.as_of in _list_turn_days(leaf) and isinstance(asked, FactRule):
            now = asked.answer(leaf.found, leaf.position, later.as_of)
            if now is not leaf.value and leaf.position:
                line, column, source = leaf.position
                place = Location(source.file if source else later.document.file, line, column)
                yield TurnReason(
                    kind="fact",
                    subject=path,
                    title=asked.title,
                    written_date=str(leaf.found),
                    location=place,
                    node=telling.question,
                )


def walk_leaves(trace: Trace, prefix: str = "") -> Iterator[tuple[str, Trace]]:
    """Yield a trace's leaves with the full paths of their facts, such as `users[2].paid_on`."""
    yield from ((path, leaf) for path, leaf, _ in _walk_told_leaves(trace, trace, prefix))


def _walk_told_leaves(
    trace: Trace, outer: Trace, prefix: str
) -> Iterator[tuple[str, Trace, Trace]]:
    """Yield them, each with the node that says what is asked."""
    telling = choose_telling(outer, trace)
    if not trace.parts:
        yield f"{prefix}{trace.question.subject}", trace, telling
    for part, below in trace.list_parts(prefix):
        yield from _walk_told_leaves(part, telling, below)


def _find_due_reason(outcome: Outcome, later: Assessment) -> Iterator[TurnReason]:
    due = outcome.answer.due if outcome.answer else None
    if due and _is_overdue(outcome) and later.as_of in _list_day_after(due):
        criterion = outcome.criterion
        place = later.document.locate(("answers", criterion.id, "due"))
        yield TurnReason(
            kind="due",
            subject=criterion.id,
            title=criterion.title,
            written_date=outcome.answer.due_said if outcome.answer else "",
            location=place,
        )


def _find_acceptance_reasons(outcome: Outcome, later: Assessment) -> Iterator[TurnReason]:
    """Yield the reason where the newest acceptance expires on the later assessment's day."""
    given = outcome.deviation.acceptance if outcome.deviation else None
    if given and given.until and later.as_of in _list_day_after(given.until):
        yield TurnReason(
            kind="acceptance",
            subject=outcome.criterion.id,
            title=outcome.criterion.title,
            written_date=given.until.isoformat(),
            location=given.location,
            acceptance=given,
        )


def _find_record_reasons(later: Assessment) -> Iterable[TurnReason]:
    """Yield the files and decisions that come into force on the later assessment's day."""
    for file in later.product.list_fact_files():
        if file.on == later.as_of:
            yield TurnReason(
                kind=file.kind,
                subject="",
                title=Text(),
                written_date=file.on.isoformat(),
                location=file.document.locate((_DATED[file.kind], "on")),
            )
    for evaluation in later.record.evaluations:
        if evaluation.on == later.as_of and not evaluation.draft:
            place = evaluation.document.locate(("evaluated", "on"))
            yield TurnReason(
                kind="evaluation",
                subject="",
                title=Text(),
                written_date=evaluation.on.isoformat(),
                location=place,
            )
    for decision in later.record.decisions:
        if decision.on == later.as_of:
            said = decision.on.isoformat()
            yield TurnReason(
                kind="decision",
                subject=decision.decision,
                title=Text(),
                written_date=said,
                location=decision.location,
            )


_DATED = {"declaration": "declared", "register": "registered", "observations": "observed"}
"""The key of a file of facts under which it says when it was stated."""

"""Forecast: the days on which an outcome or a level turns by itself, and the causes.

Semantics §6. Days are not sampled: rules depend on dates only through their own conditions, and
each condition reports the days on which it can turn. So do acceptances, planned answers and future
dates in the record. Nothing can change between two such days.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from os2governance.analysis.difference import Change
from os2governance.assessment.levels import Assessment, Product, assess
from os2governance.assessment.outcome import Outcome
from os2governance.findings.finding import Place
from os2governance.i18n.text import Text
from os2governance.rules.facts import FactRule
from os2governance.rules.trace import Trace

QUANTIFIERS = frozenset({"some", "every", "none", "count", "sum"})


class Reason(NamedTuple):
    """A dated entry that causes a turn on a day.

    `kind` is `fact`, `due`, `acceptance`, `evaluation` or `decision`; `subject` is the path of the
    fact, otherwise the criterion id; `written_date` is the date written at `location`. `node` is
    the rule node that reads the fact.
    """

    kind: str
    subject: str
    title: Text
    found: str
    place: Place
    asked: Any = None


class Turned(NamedTuple):
    """One criterion whose outcome changes on a day, the reasons, and the responsible role.

    `worse` is true where the criterion blocks its level from that day on, or is only tolerated.
    """

    before: Outcome
    after: Outcome
    reasons: tuple[Reason, ...]
    responsible: str
    worse: bool


class Turn(NamedTuple):
    """A day on which something changes; `last` is the day before it.

    `reasons` are the reasons from the record that concern no single criterion.
    """

    on: date
    last: date
    change: Change
    turned: tuple[Turned, ...]
    reasons: tuple[Reason, ...]

    @property
    def after(self) -> Assessment:
        """The assessment on that day."""
        assert self.change.after is not None
        return self.change.after


def ahead(assessment: Assessment, until: date) -> Iterator[Turn]:
    """Yield the turning points after an assessment's date, up to and including `until`."""
    before = assessment
    product = Product(assessment.declaration, assessment.record, assessment.files)
    while day := min((d for d in _days(before) if before.as_of < d <= until), default=None):
        after = assess(product, assessment.model, as_of=day)
        if state(after) != state(before):
            yield _turn(before, after)
        before = after


def state(assessment: Assessment) -> tuple[Any, ...]:
    """Everything in an assessment that time alone can change: levels, lifecycle, outcomes."""
    return (assessment.levels, assessment.standing, tuple(map(_state, assessment.outcomes)))


def _state(outcome: Outcome) -> tuple[Any, ...]:
    deviation = outcome.deviation.state if outcome.deviation else None
    return outcome.status, deviation, tuple(found.code for found in outcome.findings)


def _days(assessment: Assessment) -> Iterator[date]:
    """Yield all days on which something can turn, seen from one day; past days are included.

    The first one after that day is exact: until then every condition keeps its answer.
    """
    for outcome in assessment.outcomes:
        for trace in (outcome.met, outcome.partly):
            for leaf in trace.leaves() if trace else ():
                yield from _turns(leaf)
        if outcome.answer and outcome.answer.due:
            yield from _day_after(outcome.answer.due)
    for decision in assessment.record.decisions:
        yield decision.on
        for acceptance in decision.accepts.values():
            if acceptance.until:
                yield from _day_after(acceptance.until)
    yield from (evaluation.on for evaluation in assessment.record.evaluations)


def _turns(leaf: Trace) -> tuple[date, ...]:
    return leaf.asked.asks.turns(leaf.found) if isinstance(leaf.asked, FactRule) else ()


def _day_after(day: date) -> tuple[date, ...]:
    return (day + timedelta(1),) if day < date.max else ()


# -- reasons --------------------------------------------------------------------------------------


def _turn(before: Assessment, after: Assessment) -> Turn:
    both = zip(before.outcomes, after.outcomes, strict=True)
    turned = tuple(
        _turned(one, other, after) for one, other in both if _state(one) != _state(other)
    )
    last = after.as_of - timedelta(1)
    return Turn(after.as_of, last, Change(before, after), turned, tuple(_of_record(after)))


def _turned(before: Outcome, after: Outcome, later: Assessment) -> Turned:
    criterion = after.criterion
    reasons = [
        *_of_facts(before.met, later),
        *(_of_facts(before.partly, later) if before.partly else ()),
        *_of_answer(after, later),
        *_of_acceptance(after, later),
    ]
    expired = [each for each in reasons if each.kind == "acceptance"]
    accepted_by = after.deviation.acceptance if after.deviation else None
    who = accepted_by.by if expired and accepted_by else criterion.responsible
    worse = _rank(after) < _rank(before) or _overdue(after) > _overdue(before)
    return Turned(before, after, tuple(dict.fromkeys(reasons)), who, worse)


_RANKS = {"met": 4, "not_applicable": 2, "partly": 2, "unknown": 1, "unmet": 0}


def _rank(outcome: Outcome) -> int:
    """Rank an outcome, higher is better; an accepted deviation ranks just below a met one."""
    return max(_RANKS[outcome.status], 3 if outcome.accepted else 0)


def _overdue(outcome: Outcome) -> bool:
    return any(found.code == "overdue" for found in outcome.findings)


def _of_facts(trace: Trace, later: Assessment) -> Iterator[Reason]:
    """Yield the facts whose condition changes its answer on the later assessment's day."""
    for path, leaf in leaves(trace, ""):
        asked = leaf.asked
        if later.as_of in _turns(leaf) and isinstance(asked, FactRule):
            now = asked.asks.holds(leaf.found, later.as_of)
            if now is not leaf.value and leaf.at:
                place = Place(later.declaration.document.file, *leaf.at)
                yield Reason("fact", path, asked.title, leaf.found, place, asked)


def leaves(trace: Trace, prefix: str = "") -> Iterator[tuple[str, Trace]]:
    """Yield a trace's leaves with the full paths of their facts, such as `users[2].paid_on`."""
    asked = trace.asked
    if not trace.parts:
        yield f"{prefix}{asked.subject}", trace
    over = asked.operator in QUANTIFIERS
    for number, part in enumerate(trace.parts):
        below = f"{prefix}{asked.subject}[{number}]." if over else prefix
        yield from leaves(part, below)


def _of_answer(outcome: Outcome, later: Assessment) -> Iterator[Reason]:
    due = outcome.answer.due if outcome.answer else None
    if due and _overdue(outcome) and later.as_of in _day_after(due):
        criterion = outcome.criterion
        place = later.declaration.document.place(("answers", criterion.id, "due"))
        yield Reason("due", criterion.id, criterion.title, due.isoformat(), place)


def _of_acceptance(outcome: Outcome, later: Assessment) -> Iterator[Reason]:
    """Yield the reason where an acceptance expires on the later assessment's day."""
    name = outcome.criterion.id
    for decision in later.record.in_force(later.as_of):
        given = decision.accepts.get(name)
        if given and given.until and later.as_of in _day_after(given.until):
            title = outcome.criterion.title
            yield Reason("acceptance", name, title, given.until.isoformat(), given.place)


def _of_record(later: Assessment) -> Iterable[Reason]:
    """Yield what in the record comes into force on the later assessment's day."""
    for evaluation in later.record.evaluations:
        if evaluation.on == later.as_of:
            place = evaluation.document.place(("evaluated", "on"))
            yield Reason("evaluation", "", Text(), evaluation.on.isoformat(), place)
    for decision in later.record.decisions:
        if decision.on == later.as_of:
            said = decision.on.isoformat()
            yield Reason("decision", decision.decision, Text(), said, decision.place)

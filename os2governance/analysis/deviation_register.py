"""The register of accepted deviations: who promised what, until when, and what is said of it now.

An acceptance is a promise with a deadline. The register holds the newest acceptance of each
criterion of each product (semantics §4), overdue ones first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from os2governance.analysis.deviations import (
    FULFILLED,
    OVERDUE,
    RUNNING,
    WITHDRAWN,
    Promise,
    list_promises,
)
from os2governance.assessment.levels import Assessment
from os2governance.i18n.text import NO_TEXT, Text

PROMISE_STATES = ("expired", "ending", "in_force", "no_deadline", "met", "withdrawn")
"""What has become of an accepted deviation, in the order in which it asks for attention."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DeviationEntry:
    """One accepted deviation of a product, by its newest acceptance.

    `state` is of `PROMISE_STATES`: past its last day, within the notice that the model gives,
    later, without a last day, met by now, or withdrawn on its own day. `first_on` is the day of
    the first acceptance, `renewals` how often it was accepted again. `answer` is what the product
    answers now, empty without an answer, `words` what it writes, and `status` the outcome.
    """

    product: str
    name: str
    kind: str
    lifecycle: str
    model: str
    criterion: str
    title: Text
    level: str
    level_phrase: Text
    state: str
    first_on: date
    on: date
    until: date | None
    renewals: int
    by: str
    role: Text
    responsible: str
    responsible_role: Text
    action: str
    rationale: str
    answer: str
    words: str
    status: str
    file: str
    line: int


def list_register_entries(assessment: Assessment) -> tuple[DeviationEntry, ...]:
    """The accepted deviations of a product, in the model's order."""
    return tuple(_build_entry(assessment, each) for each in list_promises(assessment))


def _build_entry(assessment: Assessment, promise: Promise) -> DeviationEntry:
    product, model = assessment.product, assessment.model
    outcome, newest = promise.outcome, promise.acceptance
    responsible = model.roles_by_id.get(newest.responsible)
    return DeviationEntry(
        product=product.id,
        name=product.name,
        kind=product.kind,
        lifecycle=assessment.lifecycle,
        model=model.reference,
        criterion=outcome.criterion.id,
        title=outcome.criterion.title,
        level=str(newest.level),
        level_phrase=model.levels_by_id[str(newest.level)].phrase,
        state=_find_state(assessment, promise),
        first_on=(*promise.earlier, newest)[0].on,
        on=newest.on,
        until=newest.until,
        renewals=newest.renewal,
        by=newest.by,
        role=model.roles_by_id[newest.by].phrase,
        responsible=newest.responsible,
        responsible_role=responsible.phrase if responsible else NO_TEXT,
        action=newest.action,
        rationale=newest.rationale,
        answer=outcome.answer.answer if outcome.answer else "",
        words=outcome.answer.words if outcome.answer else "",
        status=outcome.status,
        file=newest.location.file,
        line=newest.location.line,
    )


_ENDED = {FULFILLED: "met", WITHDRAWN: "withdrawn", OVERDUE: "expired"}


def _find_state(assessment: Assessment, promise: Promise) -> str:
    """The state of a promise; one that is running by how near its last day is."""
    if promise.state != RUNNING:
        return _ENDED[promise.state]
    until = promise.acceptance.until
    if until is None:
        return "no_deadline"
    near = assessment.model.review_schedule.is_near(until, assessment.as_of)
    return "ending" if near else "in_force"


def sort_by_urgency(entries: Iterable[DeviationEntry]) -> list[DeviationEntry]:
    """Overdue ones first, then by their last day; those without one after those with one."""
    return sorted(entries, key=_rank_urgency)


def _rank_urgency(entry: DeviationEntry) -> tuple[int, date, str, str]:
    until = entry.until or date.max
    return PROMISE_STATES.index(entry.state), until, entry.product, entry.criterion


@dataclass(frozen=True, kw_only=True, slots=True)
class DeviationGroup:
    """The deviations of products, or of projects: how many in each state, of how many products.

    `promised` are those of which it is recorded what has been promised.
    """

    kind: str
    products: int
    states: dict[str, int]
    promised: int
    entries: tuple[DeviationEntry, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DeviationRegister:
    """The deviations by kind, products first; those of closed products are in no group."""

    groups: tuple[DeviationGroup, ...]
    closed: tuple[DeviationEntry, ...]


def build_register(entries: Iterable[DeviationEntry]) -> DeviationRegister:
    """Sort the deviations of all products, and count them."""
    every = sort_by_urgency(entries)
    return DeviationRegister(
        groups=tuple(_list_groups([each for each in every if each.lifecycle != "closed"])),
        closed=tuple(each for each in every if each.lifecycle == "closed"),
    )


def _list_groups(entries: list[DeviationEntry]) -> Iterator[DeviationGroup]:
    for kind in ("product", "project"):
        own = tuple(each for each in entries if each.kind == kind)
        if own:
            yield DeviationGroup(
                kind=kind,
                products=len({each.product for each in own}),
                states={
                    state: sum(each.state == state for each in own) for state in PROMISE_STATES
                },
                promised=sum(bool(each.action.strip()) for each in own),
                entries=own,
            )

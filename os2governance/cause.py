"""What caused a change: facts, answers, evaluation, decision, model, or time (semantics §7).

Nothing is guessed from texts. A state is six things, each of which may differ; every mixture of
them is assessed, and a cause is what it takes to get from before to after.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import combinations
from math import factorial
from typing import Any, NamedTuple

from os2governance.assessment import Assessment, Levels, Product, assess
from os2governance.change import Change, without_places
from os2governance.declaration import Declaration
from os2governance.model import Model
from os2governance.record import Decision, Evaluation, Record

FACTS, ANSWERS, EVALUATION = "facts", "answers", "evaluation"
DECISION, MODEL, TIME = "decision", "model", "time"
CAUSES = (FACTS, ANSWERS, EVALUATION, DECISION, MODEL, TIME)

Names = frozenset[str]
"""The causes that are as they are after; the others are as they were before."""


class State(NamedTuple):
    """A product's files, a model and a date: all that an assessment is made of."""

    product: Product
    model: Model
    as_of: date


class Came(NamedTuple):
    """What a criterion came to, and whether its deviation is accepted."""

    status: str
    accepted: bool


class Part(NamedTuple):
    """One thing that differs: a level by its name, or a criterion by its id.

    `enough` are the smallest sets of causes each of which brings it from before to after;
    `shares` say how much each cause has in it, and add up to one. A share is the cause's average
    say over all orders in which the causes can come (Shapley's value); below nothing it is where a
    cause mostly holds back.
    """

    name: str
    before: Any
    after: Any
    enough: tuple[tuple[str, ...], ...]
    shares: Mapping[str, Fraction]

    @property
    def causes(self) -> tuple[str, ...]:
        """All causes that take part."""
        return tuple(name for name in CAUSES if any(name in each for each in self.enough))


class Explained(NamedTuple):
    """How a product differs between two states, and why; `differing` is what differs in its files.

    Where there is no before or no after, there is nothing to explain: it is new, or gone.
    """

    change: Change
    differing: tuple[str, ...] = ()
    levels: tuple[Part, ...] = ()
    outcomes: tuple[Part, ...] = ()
    was_named: str | None = None


def explained(before: State, after: State) -> Explained:
    """Say what differs between two states of a product, and what caused each difference."""
    moved = before._replace(product=under(before, after.model))
    differing = tuple(
        name
        for name in CAUSES
        if _part_of(before if name == MODEL else moved, name) != _part_of(after, name)
    )

    @cache
    def seen(names: Names) -> Assessment:
        return mixed(before, after, names)

    ids = _ids(before.model, after.model)

    @cache
    def outcomes(names: Names) -> dict[str, Came]:
        assessment = seen(names)
        came = {
            o.criterion.id: Came(o.status, o.deviation is not None and o.accepted)
            for o in assessment.outcomes
        }
        old = MODEL in differing and MODEL not in names
        return {new: came[was] for new, was in ids.items() if was in came} if old else came

    def levels(names: Names) -> dict[str, str | None]:
        found = seen(names)
        return {**found.levels._asdict(), "standing": found.standing}

    names = [*ids, *(c.id for c in after.model.criteria if c.id not in ids)]
    first, last = (assess(s.product, s.model, as_of=s.as_of) for s in (before, after))
    return Explained(
        Change(first, last),
        differing,
        tuple(_parts((*Levels._fields, "standing"), levels, differing)),
        tuple(_parts(names, outcomes, differing)),
        was_named=_was_named(before, after),
    )


def _was_named(before: State, after: State) -> str | None:
    was, now = before.product.declaration.product, after.product.declaration.product
    return was if was != now else None


def _part_of(state: State, name: str) -> Any:
    """Give what of a state a cause is about, so that it can be compared."""
    return _PARTS[name](state)


def _answers(declaration: Declaration) -> tuple[Any, ...]:
    return declaration.answers, declaration.aims_at


def _evaluations(state: State) -> list[tuple[Any, ...]]:
    return [tuple(each)[:-1] for each in state.product.record.evaluations]  # but for the document


_PARTS: dict[str, Callable[[State], Any]] = {
    FACTS: lambda state: _typed(state.product.declaration.facts),
    ANSWERS: lambda state: _answers(state.product.declaration),
    EVALUATION: _evaluations,
    DECISION: lambda state: [without_places(each) for each in state.product.record.decisions],
    MODEL: lambda state: (state.model.reference, state.model.digest),
    TIME: lambda state: state.as_of,
}


def _typed(value: Any) -> Any:
    """Tell 1 from true, which Python does not."""
    if isinstance(value, dict):
        return {name: _typed(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_typed(each) for each in value]
    return type(value) is bool, value


# -- shares ---------------------------------------------------------------------------------------


def _parts(
    names: Iterable[str], seen: Callable[[Names], Mapping[str, Any]], differing: tuple[str, ...]
) -> Iterator[Part]:
    sets = [frozenset(chosen) for n in range(len(differing) + 1)
            for chosen in combinations(differing, n)]  # fmt: skip
    before, after = seen(frozenset()), seen(frozenset(differing))
    for name in names:
        if before.get(name) != after.get(name):
            wanted = after.get(name)
            there = {each for each in sets if seen(each).get(name) == wanted}
            yield Part(
                name,
                before.get(name),
                wanted,
                tuple(_smallest(there, sets)),
                shares(there, differing),
            )


def _smallest(there: set[Names], sets: list[Names]) -> Iterator[tuple[str, ...]]:
    """Give the sets that have no smaller one in them; `sets` has the smaller ones first."""
    kept: list[Names] = []
    for each in sets:
        if each in there and not any(other < each for other in kept):
            kept.append(each)
            yield tuple(name for name in CAUSES if name in each)


def shares(there: set[Names], names: tuple[str, ...]) -> dict[str, Fraction]:
    """Share out what it takes to be `there`: all names are, and none alone is not (Shapley)."""
    count = len(names)
    found = {}
    for name in names:
        others = [each for each in names if each != name]
        total = Fraction()
        for size in range(count):
            weight = Fraction(factorial(size) * factorial(count - size - 1), factorial(count))
            for chosen in map(frozenset, combinations(others, size)):
                total += weight * ((chosen | {name} in there) - (chosen in there))
        found[name] = total
    return found


# -- mixtures -------------------------------------------------------------------------------------


def mixed(before: State, after: State, names: Names) -> Assessment:
    """Assess a mixture of two states: what is named is as after, the rest as before."""

    def side(name: str) -> State:
        return after if name in names else before

    model = side(MODEL).model
    facts = side(FACTS).product.declaration
    said = under(side(ANSWERS), model).declaration
    declaration = facts._replace(answers=said.answers, aims_at=said.aims_at)
    record = Record(
        under(side(EVALUATION), model).record.evaluations,
        under(side(DECISION), model).record.decisions,
    )
    if TIME not in names:
        record = _already(record, before, after)
    product = side(FACTS).product._replace(declaration=declaration, record=record)
    return assess(product, model, as_of=side(TIME).as_of)


def _already(record: Record, before: State, after: State) -> Record:
    """Put into force what was said since: that a decision is later is no work of time's.

    Only what is new counts so. What was there before, and dated ahead, comes by time.
    """
    known = {each.on for each in before.product.record.evaluations}
    had = {_told(each) for each in before.product.record.decisions}
    return Record(
        tuple(
            each._replace(on=_moved(each.on, before, after)) if each.on not in known else each
            for each in record.evaluations
        ),
        tuple(
            each._replace(on=_moved(each.on, before, after)) if _told(each) not in had else each
            for each in record.decisions
        ),
    )


def _told(decision: Decision) -> tuple[Any, ...]:
    return (decision.on, decision.decision, decision.level, decision.by, decision.grounds)


def _moved(on: date, before: State, after: State) -> date:
    return before.as_of if before.as_of < on <= after.as_of else on


def under(state: State, model: Model) -> Product:
    """Give a product as another model would have it: criteria by the ids that they have there.

    What that model has no place for is left out: a level, a role, a criterion. An evaluation keeps
    the name of its own model, by whose lights another model does not go.
    """
    if state.model is model:
        return state.product
    ids = renamed(state.model, model)
    declaration, record = state.product.declaration, state.product.record
    answers = {
        new: said
        for old, said in declaration.answers.items()
        for new in ids.get(old, (old,))
        if new in model.by_id
    }
    aims_at = declaration.aims_at if declaration.aims_at in model.level_ids else None
    return state.product._replace(
        declaration=declaration._replace(answers=answers, aims_at=aims_at, model=model.reference),
        record=Record(
            tuple(_evaluation(each, model) for each in record.evaluations),
            tuple(_decision(each, ids, model) for each in record.decisions if _fits(each, model)),
        ),
    )


def _evaluation(evaluation: Evaluation, model: Model) -> Evaluation:
    known = evaluation.recommends in model.level_ids
    return evaluation if known else evaluation._replace(recommends=None)


def _fits(decision: Decision, model: Model) -> bool:
    return decision.by in model.roles_by_id and (
        decision.level is None or decision.level in model.level_ids
    )


def _decision(decision: Decision, ids: Mapping[str, tuple[str, ...]], model: Model) -> Decision:
    accepts = {
        new: given
        for old, given in decision.accepts.items()
        for new in ids.get(old, (old,))
        if new in model.by_id
    }
    return decision._replace(accepts=accepts)


def renamed(model: Model, other: Model) -> dict[str, tuple[str, ...]]:
    """Give what one model's criteria are called in another, where `supersedes` says so.

    A criterion that is not named keeps its id.
    """
    if model.id == other.id and other.supersedes.get("version") == model.version:
        told = other.supersedes.get("criteria") or {}
        return {old: tuple(news) for old, news in told.items()}
    if model.id == other.id and model.supersedes.get("version") == other.version:
        back: dict[str, tuple[str, ...]] = {}
        for old, news in (model.supersedes.get("criteria") or {}).items():
            for new in news:
                back[new] = (*back.get(new, ()), old)
        return back
    return {}


def _ids(before: Model, after: Model) -> dict[str, str]:
    """Give each criterion's id after by its id before; those that are gone keep their own."""
    ids = renamed(before, after)
    pairs: dict[str, str] = {}
    for criterion in before.criteria:
        for new in ids.get(criterion.id, (criterion.id,)) or (criterion.id,):
            pairs.setdefault(new, criterion.id)
    order = {criterion.id: number for number, criterion in enumerate(after.criteria)}
    return dict(sorted(pairs.items(), key=lambda pair: order.get(pair[0], len(order))))

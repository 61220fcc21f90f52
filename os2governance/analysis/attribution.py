"""What caused a change: facts, answers, evaluation, decision, model, or time (semantics §7).

Nothing is guessed from texts. A state is six things, each of which may differ; every mixture of
them is assessed, and a cause is what it takes to get from before to after.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import combinations
from math import factorial
from typing import Any, NamedTuple

from os2governance.analysis.difference import Change, without_places
from os2governance.assessment.levels import Assessment, Levels, Product, assess
from os2governance.model.model import Model
from os2governance.model.versions import Ids, Link, by_ids, kept, pairs, turned
from os2governance.product.declaration import Declaration
from os2governance.product.record import Decision, Evaluation, Record

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
    """One thing that differs: a level, or a criterion.

    `ids` are what it is called before and after; None is where it is not there. `enough` are the
    smallest sets of causes each of which brings it from before to after; `shares` say how much
    each cause has in it, and add up to one. A share is the cause's average say over all orders in
    which the causes can come (Shapley's value); below nothing it is where a cause mostly holds
    back.
    """

    ids: Ids
    before: Any
    after: Any
    enough: tuple[tuple[str, ...], ...]
    shares: Mapping[str, Fraction]

    @property
    def name(self) -> str:
        """What it is called now, or was where it is gone."""
        before, after = self.ids
        return after or before or ""

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


def explained(before: State, after: State, links: Sequence[Link] | None = None) -> Explained:
    """Say what differs between two states of a product, and what caused each difference.

    `links` say what the criteria of the model before are in the model after; without them a
    criterion is the same where it has the same id.
    """
    links = by_ids(before.model, after.model) if links is None else links
    moved = before._replace(product=under(before, after.model, links))
    differing = tuple(
        name
        for name in CAUSES
        if _part_of(before if name == MODEL else moved, name) != _part_of(after, name)
    )

    @cache
    def seen(names: Names) -> Assessment:
        return mixed(before, after, names, links)

    @cache
    def outcomes(names: Names) -> dict[Ids, Came]:
        came = {
            o.criterion.id: Came(o.status, o.deviation is not None and o.accepted)
            for o in seen(names).outcomes
        }
        side = 0 if MODEL in differing and MODEL not in names else 1
        return {ids: came[name] for ids in paired if (name := ids[side]) is not None}

    def levels(names: Names) -> dict[Ids, str | None]:
        found = {**seen(names).levels._asdict(), "standing": seen(names).standing}
        return {(name, name): value for name, value in found.items()}

    paired = pairs(before.model, after.model, links)
    kinds = [(name, name) for name in (*Levels._fields, "standing")]
    first, last = (assess(s.product, s.model, as_of=s.as_of) for s in (before, after))
    return Explained(
        Change(first, last, paired),
        differing,
        tuple(_parts(kinds, levels, differing)),
        tuple(_parts(paired, outcomes, differing)),
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
    pairs: Iterable[Ids], seen: Callable[[Names], Mapping[Ids, Any]], differing: tuple[str, ...]
) -> Iterator[Part]:
    sets = [frozenset(chosen) for n in range(len(differing) + 1)
            for chosen in combinations(differing, n)]  # fmt: skip
    before, after = seen(frozenset()), seen(frozenset(differing))
    for ids in pairs:
        was, wanted = before.get(ids), after.get(ids)
        if was != wanted:
            there = {each for each in sets if seen(each).get(ids) == wanted}
            yield Part(ids, was, wanted, tuple(_smallest(there, sets)), shares(there, differing))


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


def mixed(
    before: State, after: State, names: Names, links: Sequence[Link] | None = None
) -> Assessment:
    """Assess a mixture of two states: what is named is as after, the rest as before."""
    links = by_ids(before.model, after.model) if links is None else links
    if MODEL in names:
        model, old, new = after.model, under(before, after.model, links), after.product
    else:
        back = turned(links)
        model, old, new = before.model, before.product, under(after, before.model, back)

    def side(name: str) -> Product:
        return new if name in names else old

    said = side(ANSWERS).declaration
    declaration = side(FACTS).declaration._replace(answers=said.answers, aims_at=said.aims_at)
    record = Record(side(EVALUATION).record.evaluations, side(DECISION).record.decisions)
    if TIME not in names:
        record = _already(record, before, after)
    product = side(FACTS)._replace(declaration=declaration, record=record)
    return assess(product, model, as_of=(after if TIME in names else before).as_of)


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


def under(state: State, model: Model, links: Sequence[Link] | None = None) -> Product:
    """Give a product as another model would have it: criteria by the ids that they have there.

    What that model has no place for is left out: a level, a role, a criterion, and an answer to or
    an acceptance of what does not mean the same there. An evaluation keeps the name of its own
    model, by whose lights another model does not go.
    """
    if state.model is model:
        return state.product
    ids = kept(by_ids(state.model, model) if links is None else links)
    declaration, record = state.product.declaration, state.product.record
    answers = {ids[old]: said for old, said in declaration.answers.items() if old in ids}
    aims_at = declaration.aims_at if declaration.aims_at in model.level_ids else None
    return state.product._replace(
        declaration=declaration._replace(answers=answers, aims_at=aims_at, model=model.reference),
        record=Record(
            tuple(_evaluation(each, model) for each in record.evaluations),
            tuple(_decision(each, ids) for each in record.decisions if _fits(each, model)),
        ),
    )


def _evaluation(evaluation: Evaluation, model: Model) -> Evaluation:
    known = evaluation.recommends in model.level_ids
    return evaluation if known else evaluation._replace(recommends=None)


def _fits(decision: Decision, model: Model) -> bool:
    return decision.by in model.roles_by_id and (
        decision.level is None or decision.level in model.level_ids
    )


def _decision(decision: Decision, ids: Mapping[str, str]) -> Decision:
    accepts = {ids[old]: given for old, given in decision.accepts.items() if old in ids}
    return decision._replace(accepts=accepts)

"""Attribution of a change to facts, answers, register, observation ... or time (semantics §7).

Nothing is inferred from texts. A state has eight inputs, each of which may differ; every mixture of
two states is assessed, and a cause is a set of inputs that suffices to get from old to new.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import combinations
from math import factorial
from typing import Any, NamedTuple

from os2governance.analysis.difference import ProductChange
from os2governance.assessment.levels import Assessment, Levels, assess
from os2governance.model.model import Model
from os2governance.model.versions import (
    CriterionIds,
    CriterionLink,
    link_same_ids,
    map_unchanged_ids,
    pair_criteria,
    reverse_links,
)
from os2governance.product.declaration import Declaration
from os2governance.product.facts import FactFile
from os2governance.product.product import Product
from os2governance.product.record import Decision, Evaluation, Record, strip_locations

FACTS, ANSWERS, EVALUATION = "facts", "answers", "evaluation"
REGISTER, OBSERVATION = "register", "observation"
DECISION, MODEL, TIME = "decision", "model", "time"
CAUSES = (FACTS, ANSWERS, REGISTER, OBSERVATION, EVALUATION, DECISION, MODEL, TIME)

CauseSet = frozenset[str]
"""The causes taken from the new state; the others are taken from the old one."""


class ProductState(NamedTuple):
    """A product, a model and a date: all the inputs of an assessment."""

    product: Product
    model: Model
    as_of: date


class CriterionResult(NamedTuple):
    """The status of a criterion, and whether its deviation is accepted."""

    status: str
    accepted: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class AttributedDifference:
    """One level or criterion that differs between two states.

    `ids` are its ids in the old and the new state; None where it does not exist. `sufficient_sets`
    are the minimal sets of causes each of which takes it from old to new; `shares` are the shares
    of the causes, which sum to one. A share is the cause's Shapley value: its average contribution
    over all orders in which the causes can occur; negative where a cause mostly counteracts the
    change.
    """

    ids: CriterionIds
    before: Any
    after: Any
    sufficient_sets: tuple[tuple[str, ...], ...]
    shares: Mapping[str, Fraction]

    @property
    def name(self) -> str:
        """Its id in the new state, or in the old one where it is gone."""
        before, after = self.ids
        return after or before or ""

    @property
    def causes(self) -> tuple[str, ...]:
        """All causes that contribute."""
        return tuple(name for name in CAUSES if any(name in each for each in self.sufficient_sets))


@dataclass(frozen=True, kw_only=True, slots=True)
class Attribution:
    """The difference between two states of a product, and its causes.

    `differing_inputs` are the inputs that differ. Where the old or the new state is missing,
    nothing is attributed: the product is new, or gone.
    """

    change: ProductChange
    differing_inputs: tuple[str, ...] = ()
    levels: tuple[AttributedDifference, ...] = ()
    outcomes: tuple[AttributedDifference, ...] = ()
    former_id: str | None = None


def attribute_change(
    before: ProductState, after: ProductState, links: Sequence[CriterionLink] | None = None
) -> Attribution:
    """Compare two states of a product, and attribute each difference to its causes.

    `links` map the criteria of the old model to those of the new one; without them, criteria are
    matched by id.
    """
    links = link_same_ids(before.model, after.model) if links is None else links
    moved = before._replace(product=convert_to_model(before, after.model, links))
    differing = tuple(
        name
        for name in CAUSES
        if _extract_input(before if name == MODEL else moved, name) != _extract_input(after, name)
    )

    @cache
    def seen(names: CauseSet) -> Assessment:
        return assess_mixture(before, after, names, links)

    @cache
    def outcomes(names: CauseSet) -> dict[CriterionIds, CriterionResult]:
        came = {
            o.criterion.id: CriterionResult(o.status, o.deviation is not None and o.accepted)
            for o in seen(names).outcomes
        }
        side = 0 if MODEL in differing and MODEL not in names else 1
        return {ids: came[name] for ids in paired if (name := ids[side]) is not None}

    def levels(names: CauseSet) -> dict[CriterionIds, str | None]:
        found = {**asdict(seen(names).levels), "standing": seen(names).lifecycle}
        return {(name, name): value for name, value in found.items()}

    paired = pair_criteria(before.model, after.model, links)
    kinds = [(name, name) for name in (*(each.name for each in fields(Levels)), "standing")]
    first, last = (assess(s.product, s.model, as_of=s.as_of) for s in (before, after))
    return Attribution(
        change=ProductChange(first, last, paired),
        differing_inputs=differing,
        levels=tuple(_attribute_differences(kinds, levels, differing)),
        outcomes=tuple(_attribute_differences(paired, outcomes, differing)),
        former_id=_find_former_id(before, after),
    )


def _find_former_id(before: ProductState, after: ProductState) -> str | None:
    was, now = before.product.id, after.product.id
    return was if was != now else None


def _extract_input(state: ProductState, name: str) -> Any:
    """Extract the input that a cause stands for, in comparable form."""
    return _INPUT_EXTRACTORS[name](state)


def _extract_facts(state: ProductState) -> Any:
    product = state.product
    declared = (*product.kept, *([product.current] if product.current else []))
    return [_tag_booleans(each.facts) for each in declared if each.facts]


def _extract_answers(state: ProductState) -> Any:
    product = state.product
    declared = (*product.kept, *([product.current] if product.current else []))
    return [(each.answers, each.aims_at) for each in declared if each.answers or each.aims_at]


def _extract_fact_file(file: FactFile | None) -> Any:
    return (file.on, _tag_booleans(file.facts)) if file else None


def _extract_evaluations(state: ProductState) -> list[tuple[Any, ...]]:
    return [
        tuple(getattr(each, field.name) for field in fields(each) if field.name != "document")
        for each in state.product.record.evaluations
    ]  # without the document


_INPUT_EXTRACTORS: dict[str, Callable[[ProductState], Any]] = {
    FACTS: _extract_facts,
    ANSWERS: _extract_answers,
    REGISTER: lambda state: _extract_fact_file(state.product.register),
    OBSERVATION: lambda state: _extract_fact_file(state.product.observations),
    EVALUATION: _extract_evaluations,
    DECISION: lambda state: [strip_locations(each) for each in state.product.record.decisions],
    MODEL: lambda state: (state.model.reference, state.model.digest),
    TIME: lambda state: state.as_of,
}


def _tag_booleans(value: Any) -> Any:
    """Tag booleans, so that 1 and true compare as different."""
    if isinstance(value, dict):
        return {name: _tag_booleans(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_tag_booleans(each) for each in value]
    return type(value) is bool, value


# -- shares ---------------------------------------------------------------------------------------


def _attribute_differences(
    pairs: Iterable[CriterionIds],
    seen: Callable[[CauseSet], Mapping[CriterionIds, Any]],
    differing: tuple[str, ...],
) -> Iterator[AttributedDifference]:
    sets = [frozenset(chosen) for n in range(len(differing) + 1)
            for chosen in combinations(differing, n)]  # fmt: skip
    before, after = seen(frozenset()), seen(frozenset(differing))
    for ids in pairs:
        was, wanted = before.get(ids), after.get(ids)
        if was != wanted:
            there = {each for each in sets if seen(each).get(ids) == wanted}
            yield AttributedDifference(
                ids=ids,
                before=was,
                after=wanted,
                sufficient_sets=tuple(_find_minimal_sets(there, sets)),
                shares=compute_shares(there, differing),
            )


def _find_minimal_sets(there: set[CauseSet], sets: list[CauseSet]) -> Iterator[tuple[str, ...]]:
    """Yield the sets that contain no smaller one; `sets` must be ordered by size."""
    kept: list[CauseSet] = []
    for each in sets:
        if each in there and not any(other < each for other in kept):
            kept.append(each)
            yield tuple(name for name in CAUSES if name in each)


def compute_shares(there: set[CauseSet], names: tuple[str, ...]) -> dict[str, Fraction]:
    """Compute the Shapley value of each name; the full set is in `there`, the empty set is not."""
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


def assess_mixture(
    before: ProductState,
    after: ProductState,
    names: CauseSet,
    links: Sequence[CriterionLink] | None = None,
) -> Assessment:
    """Assess a mixture of two states: the inputs in `names` from the new state, the rest old."""
    links = link_same_ids(before.model, after.model) if links is None else links
    if MODEL in names:
        model, old, new = after.model, convert_to_model(before, after.model, links), after.product
    else:
        back = reverse_links(links)
        model, old, new = before.model, before.product, convert_to_model(after, before.model, back)

    def side(name: str) -> Product:
        return new if name in names else old

    current, kept = _mix_declarations(side(FACTS), side(ANSWERS))
    product = replace(
        side(FACTS),
        current=current,
        kept=kept,
        register=side(REGISTER).register,
        observations=side(OBSERVATION).observations,
        record=Record(side(EVALUATION).record.evaluations, side(DECISION).record.decisions),
    )
    if TIME not in names:
        product = _bring_into_force(product, before, after)
    return assess(product, model, as_of=(after if TIME in names else before).as_of)


def _mix_declarations(
    facts: Product, answers: Product
) -> tuple[Declaration | None, tuple[Declaration, ...]]:
    """The declaration and the kept ones with the facts of one product, the answers of the other."""
    said, kept = answers.current, facts.kept or answers.kept
    if facts.current is None:  # of the other, no facts
        has_answers = said and (said.answers or said.aims_at)
        return replace(said, facts={}) if said and has_answers else None, kept
    if said is None:
        bare = replace(facts.current, answers={}, aims_at=None)
        return bare if bare.facts else None, kept
    current = replace(facts.current, answers=said.answers, aims_at=said.aims_at)
    if said.declared_on > current.declared_on:
        current = replace(current, declared_on=said.declared_on)
    return current, answers.kept if len(answers.kept) > len(facts.kept) else facts.kept


def _bring_into_force(product: Product, before: ProductState, after: ProductState) -> Product:
    """Bring into force what was written between the states, so that time is not its cause.

    Only new entries are affected. What the old state already contained with a future date comes
    into force through time.
    """
    had = before.product
    current, register, seen = product.current, product.register, product.observations
    if current and (had.current is None or current.declared_on != had.current.declared_on):
        current = replace(current, declared_on=_antedate(current.declared_on, before, after))
    if register and (had.register is None or register.on != had.register.on):
        register = replace(register, on=_antedate(register.on, before, after))
    if seen and (had.observations is None or seen.on != had.observations.on):
        seen = replace(seen, on=_antedate(seen.on, before, after))
    return replace(
        product,
        current=current,
        register=register,
        observations=seen,
        record=_bring_record_into_force(product.record, before, after),
    )


def _bring_record_into_force(record: Record, before: ProductState, after: ProductState) -> Record:
    known = {each.on for each in before.product.record.evaluations}
    had = {_identify_decision(each) for each in before.product.record.decisions}
    return Record(
        tuple(
            replace(each, on=_antedate(each.on, before, after)) if each.on not in known else each
            for each in record.evaluations
        ),
        tuple(
            replace(each, on=_antedate(each.on, before, after))
            if _identify_decision(each) not in had
            else each
            for each in record.decisions
        ),
    )


def _identify_decision(decision: Decision) -> tuple[Any, ...]:
    return (decision.on, decision.decision, decision.level, decision.by, decision.rationale)


def _antedate(on: date, before: ProductState, after: ProductState) -> date:
    return before.as_of if before.as_of < on <= after.as_of else on


def convert_to_model(
    state: ProductState, model: Model, links: Sequence[CriterionLink] | None = None
) -> Product:
    """Convert a product to another model: criteria under the ids that they have there.

    What that model has no counterpart for is left out: a level, a role, a criterion, and an answer
    to, rating or acceptance of, a criterion that does not mean the same there.
    """
    if state.model is model:
        return state.product
    ids = map_unchanged_ids(link_same_ids(state.model, model) if links is None else links)
    product, record = state.product, state.product.record
    return replace(
        product,
        model=model.reference,
        current=_convert_declaration(product.current, model, ids) if product.current else None,
        kept=tuple(_convert_declaration(each, model, ids) for each in product.kept),
        record=Record(
            tuple(_convert_evaluation(each, model, ids) for each in record.evaluations),
            tuple(
                _convert_decision(each, ids)
                for each in record.decisions
                if _fits_model(each, model)
            ),
        ),
    )


def _convert_declaration(
    declaration: Declaration, model: Model, ids: Mapping[str, str]
) -> Declaration:
    answers = {ids[old]: said for old, said in declaration.answers.items() if old in ids}
    aims_at = declaration.aims_at if declaration.aims_at in model.level_ids else None
    return replace(declaration, answers=answers, aims_at=aims_at, model=model.reference)


def _convert_evaluation(
    evaluation: Evaluation, model: Model, ids: Mapping[str, str]
) -> Evaluation:
    """The ratings of criteria that mean the same; the evaluation keeps its model's reference."""
    ratings = {ids[old]: given for old, given in evaluation.ratings.items() if old in ids}
    known = evaluation.recommends in model.level_ids
    recommends = evaluation.recommends if known else None
    return replace(evaluation, ratings=ratings, recommends=recommends)


def _fits_model(decision: Decision, model: Model) -> bool:
    return decision.by in model.roles_by_id and (
        decision.level is None or decision.level in model.level_ids
    )


def _convert_decision(decision: Decision, ids: Mapping[str, str]) -> Decision:
    accepts = {ids[old]: given for old, given in decision.accepts.items() if old in ids}
    return replace(decision, accepts=accepts)

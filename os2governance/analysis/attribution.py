"""Attribution of a change to facts, answers, register ... or time (semantics §7).

Nothing is inferred from texts. A state has eight inputs, each of which may differ; every mixture
of two states is assessed, and a cause is a set of inputs that suffices to get from old to new.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import combinations
from math import factorial
from pathlib import PurePath
from typing import Any, NamedTuple

from os2governance.analysis.difference import (
    LEVEL_NAMES,
    LevelResult,
    ProductChange,
    list_level_results,
)
from os2governance.assessment.levels import Assessment, assess
from os2governance.assessment.outcome import Outcome
from os2governance.documents.sources import (
    DECISIONS_FILE,
    EVALUATIONS_FOLDER,
    OBSERVATIONS_FILE,
    REGISTER_FILE,
)
from os2governance.model.model import Model
from os2governance.model.versions import (
    CriterionIds,
    CriterionLink,
    link_same_ids,
    map_unchanged_ids,
    pair_criteria,
    reverse_links,
)
from os2governance.product.decisions import Decision, resolve_levels, strip_locations
from os2governance.product.declaration import Declaration, read_kept_declaration
from os2governance.product.facts import FactFile
from os2governance.product.product import Product
from os2governance.product.record import Evaluation, Record, read_record

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
    """The status of a criterion, and what a level makes of it beside that.

    `accepted` is whether its deviation is accepted, `level` the level that the acceptance counts
    for (None where it counts for all); `planned` whether the status rests on a plan alone.
    """

    status: str
    accepted: bool = False
    level: str | None = None
    planned: bool = False


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
    differing = find_differing_inputs(before, after, links)

    @cache
    def seen(names: CauseSet) -> Assessment:
        return _assess_mixture(before, after, names, links, differing)

    @cache
    def outcomes(names: CauseSet) -> dict[CriterionIds, CriterionResult]:
        came = {each.criterion.id: build_result(each) for each in seen(names).outcomes}
        side = 0 if MODEL in differing and MODEL not in names else 1
        return {ids: came[name] for ids in paired if (name := ids[side]) is not None}

    def levels(names: CauseSet) -> dict[CriterionIds, LevelResult | str]:
        found: dict[str, LevelResult | str] = dict(list_level_results(seen(names)))
        found["standing"] = seen(names).lifecycle
        return {(name, name): value for name, value in found.items()}

    paired = pair_criteria(before.model, after.model, links)
    kinds = [(name, name) for name in (*LEVEL_NAMES, "standing")]
    first, last = (assess(s.product, s.model, as_of=s.as_of) for s in (before, after))
    return Attribution(
        change=ProductChange(first, last, paired),
        differing_inputs=differing,
        levels=tuple(_attribute_differences(kinds, levels, differing)),
        outcomes=tuple(_attribute_differences(paired, outcomes, differing)),
        former_id=_find_former_id(before, after),
    )


def build_result(outcome: Outcome) -> CriterionResult:
    """What an outcome comes to."""
    accepted = outcome.acceptance if outcome.accepted else None
    return CriterionResult(
        outcome.status,
        accepted is not None,
        accepted.level if accepted else None,
        outcome.planned,
    )


def _find_former_id(before: ProductState, after: ProductState) -> str | None:
    was, now = before.product.id, after.product.id
    return was if was != now else None


# -- inputs ---------------------------------------------------------------------------------------


def find_differing_inputs(
    before: ProductState, after: ProductState, links: Sequence[CriterionLink]
) -> tuple[str, ...]:
    """The inputs that differ, as far as the newer model has a place for them.

    An input whose files are the same does not differ: what another model makes of them is the
    model's doing. Declarations that are merely dated anew differ in their facts.
    """
    moved = before._replace(product=convert_to_model(before, after.model, links))
    differing = {
        name
        for name in CAUSES
        if not _has_same_files(before.product, after.product, name)
        and _extract_input(before if name == MODEL else moved, name) != _extract_input(after, name)
    }
    dates = [[each.declared_on for each in _list_declarations(s.product)] for s in (moved, after)]
    if dates[0] != dates[1] and not differing & {FACTS, ANSWERS}:
        differing.add(FACTS)
    return tuple(name for name in CAUSES if name in differing)


def _has_same_files(before: Product, after: Product, name: str) -> bool:
    was, now = (_hash_files(each, name) for each in (before, after))
    return bool(was) and was == now


def _hash_files(product: Product, name: str) -> dict[str, str]:
    """The hashes of the files that hold an input of their own, by their names in the folder."""
    paths = [(PurePath(file), digest) for file, digest in product.files.items()]
    if name == EVALUATION:
        return {p.name: digest for p, digest in paths if p.parent.name == EVALUATIONS_FOLDER}
    return {p.name: digest for p, digest in paths if p.name == _OWN_FILES.get(name)}


_OWN_FILES = {REGISTER: REGISTER_FILE, OBSERVATION: OBSERVATIONS_FILE, DECISION: DECISIONS_FILE}


def _extract_input(state: ProductState, name: str) -> Any:
    """Extract the input that a cause stands for, in comparable form."""
    return _INPUT_EXTRACTORS[name](state)


def _list_declarations(product: Product) -> list[Declaration]:
    """The declarations that are in force one after the other, oldest first."""
    current = product.current
    if current is None:
        return list(product.kept)
    return [*(each for each in product.kept if each.declared_on < current.declared_on), current]


DeclarationContent = Callable[[Declaration | None], Any]
"""What of a declaration belongs to a cause; of None, what holds where there is no declaration."""


def _get_facts(declaration: Declaration | None) -> Any:
    return _tag_booleans(declaration.facts) if declaration else {}


def _get_answers(declaration: Declaration | None) -> Any:
    return (declaration.answers, declaration.aims_at) if declaration else None


def _list_steps(product: Product, content: DeclarationContent) -> list[Declaration]:
    """The declarations that say something else than the one before them."""
    steps: list[Declaration] = []
    before = content(None)
    for each in _list_declarations(product):
        if content(each) != before:
            steps.append(each)
        before = content(each)
    return steps


def _build_step_extractor(content: DeclarationContent) -> Callable[[ProductState], Any]:
    def extract(state: ProductState) -> Any:
        return [(e.declared_on, content(e)) for e in _list_steps(state.product, content)]

    return extract


def _extract_fact_file(file: FactFile | None) -> Any:
    return (file.on, _tag_booleans(file.facts)) if file else None


def _extract_evaluations(state: ProductState) -> list[tuple[Any, ...]]:
    return [
        tuple(getattr(each, field.name) for field in fields(each) if field.name != "document")
        for each in state.product.record.evaluations
    ]  # without the document


_INPUT_EXTRACTORS: dict[str, Callable[[ProductState], Any]] = {
    FACTS: _build_step_extractor(_get_facts),
    ANSWERS: _build_step_extractor(_get_answers),
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
    """Assess a mixture of two states: the inputs in `names` from the new state, the rest old.

    Inputs that do not differ come from the same state as the model, or from the new one as soon as
    anything does; so no input at all is the old state, and all that differ are the new one.
    """
    links = link_same_ids(before.model, after.model) if links is None else links
    differing = find_differing_inputs(before, after, links)
    return _assess_mixture(before, after, names, links, differing)


def _assess_mixture(
    before: ProductState,
    after: ProductState,
    names: CauseSet,
    links: Sequence[CriterionLink],
    differing: tuple[str, ...],
) -> Assessment:
    if MODEL in names:
        model, old, new = after.model, convert_to_model(before, after.model, links), after.product
    elif MODEL in differing:
        back = reverse_links(links)
        model, old, new = before.model, before.product, convert_to_model(after, before.model, back)
    else:
        model, old, new = before.model, before.product, after.product
    follows = MODEL in names if MODEL in differing else bool(names)

    def side(name: str) -> Product:
        return new if name in names or (name not in differing and follows) else old

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
    """The declaration and the kept ones with the facts of one product, the answers of the other.

    There is one from each day on which the facts of the one or the answers of the other change.
    """
    if facts is answers:
        return facts.current, facts.kept
    days = {
        each.declared_on
        for each in (*_list_steps(facts, _get_facts), *_list_steps(answers, _get_answers))
    }
    mixed = [
        _mix_declaration(_find_declaration(facts, day), _find_declaration(answers, day), day)
        for day in sorted(days)
    ]
    return (mixed[-1], tuple(mixed[:-1])) if mixed else (None, ())


def _find_declaration(product: Product, day: date) -> Declaration | None:
    said = [each for each in _list_declarations(product) if each.declared_on <= day]
    return said[-1] if said else None


def _mix_declaration(
    facts: Declaration | None, answers: Declaration | None, day: date
) -> Declaration:
    either = facts or answers
    assert either is not None
    return replace(
        either,
        facts=facts.facts if facts else {},
        answers=answers.answers if answers else {},
        aims_at=answers.aims_at if answers else None,
        declared_on=day,
    )


DatedEntry = tuple[Any, ...]
"""An entry of a product's files: what it is, its date, and what tells it from others."""


def _bring_into_force(product: Product, before: ProductState, after: ProductState) -> Product:
    """Bring into force what was written between the states, so that time is not its cause.

    Only new entries are affected: what the old state already contained with a future date comes
    into force through time. Which entry came before which stays as it was, since an evaluation is
    held against what was known on its day.
    """
    had, dated = set(_list_entries(before.product)), _list_entries(product)
    new = {each[1] for each in dated if each not in had and before.as_of < each[1] <= after.as_of}
    if not new:
        return product
    earlier = {each[1] for each in dated if each[1] <= before.as_of}
    moves = _antedate(new, earlier, before.as_of)

    def move(entry: DatedEntry) -> date:
        on: date = entry[1]
        return on if entry in had and on > before.as_of else moves.get(on, on)

    record = product.record
    return replace(
        product,
        current=_redate_declaration(product.current, move) if product.current else None,
        kept=tuple(_redate_declaration(each, move) for each in product.kept),
        register=_redate_facts(product.register, move) if product.register else None,
        observations=_redate_facts(product.observations, move) if product.observations else None,
        record=Record(
            tuple(
                replace(each, on=move(_identify_evaluation(each))) for each in record.evaluations
            ),
            tuple(replace(each, on=move(_identify_decision(each))) for each in record.decisions),
        ),
    )


def _antedate(new: set[date], earlier: set[date], day: date) -> dict[date, date]:
    """New dates, the last of them put on a day, in an order that no two dates lose."""
    moves, free = {}, day.toordinal()
    for on in (*sorted(new, reverse=True), *sorted(earlier, reverse=True)):
        free = max(min(free, on.toordinal()), 1)
        moves[on] = date.fromordinal(free)
        free -= 1
    return moves


def _list_entries(product: Product) -> list[DatedEntry]:
    facts = [each for each in (product.register, product.observations) if each]
    return [
        *map(_identify_declaration, _list_declarations(product)),
        *map(_identify_facts, facts),
        *map(_identify_evaluation, product.record.evaluations),
        *map(_identify_decision, product.record.decisions),
    ]


def _identify_declaration(declaration: Declaration) -> DatedEntry:
    return ("declaration", declaration.declared_on)


def _identify_facts(file: FactFile) -> DatedEntry:
    return (file.kind, file.on)


def _identify_evaluation(evaluation: Evaluation) -> DatedEntry:
    return ("evaluation", evaluation.on)


def _identify_decision(decision: Decision) -> DatedEntry:
    return (
        "decision", decision.on, decision.decision, decision.level, decision.by, decision.rationale
    )  # fmt: skip


def _redate_declaration(
    declaration: Declaration, move: Callable[[DatedEntry], date]
) -> Declaration:
    return replace(declaration, declared_on=move(_identify_declaration(declaration)))


def _redate_facts(file: FactFile, move: Callable[[DatedEntry], date]) -> FactFile:
    return replace(file, on=move(_identify_facts(file)))


# -- another model --------------------------------------------------------------------------------


def convert_to_model(
    state: ProductState, model: Model, links: Sequence[CriterionLink] | None = None
) -> Product:
    """Convert a product to another model: criteria under the ids that they have there.

    What that model has no counterpart for is left out: a level, a role, a criterion, and an answer
    to, rating or acceptance of, a criterion that does not mean the same there. Kept declarations
    and evaluations are read as they are when the product is of that model.
    """
    if state.model is model:
        return state.product
    ids = map_unchanged_ids(link_same_ids(state.model, model) if links is None else links)
    product, record = state.product, state.product.record
    decisions = [_convert_decision(e, ids) for e in record.decisions if _fits_model(e, model)]
    return replace(
        product,
        model=model.reference,
        current=_convert_declaration(product.current, model, ids) if product.current else None,
        kept=tuple(_convert_kept(each, model, ids) for each in product.kept),
        record=Record(
            tuple(_convert_evaluation(each, model, ids) for each in record.evaluations),
            tuple(resolve_levels(decisions)),
        ),
    )


def _convert_declaration(
    declaration: Declaration, model: Model, ids: Mapping[str, str]
) -> Declaration:
    answers = {ids[old]: said for old, said in declaration.answers.items() if old in ids}
    aims_at = declaration.aims_at if declaration.aims_at in model.level_ids else None
    return replace(declaration, answers=answers, aims_at=aims_at, model=model.reference)


def _convert_kept(declaration: Declaration, model: Model, ids: Mapping[str, str]) -> Declaration:
    """A kept declaration; its facts count only where it is by that very model (semantics §2)."""
    if declaration.model == model.reference:
        read, _ = read_kept_declaration(declaration.document, model, {})
        return read or declaration
    answers = {ids[old]: said for old, said in declaration.answers.items() if old in ids}
    return replace(declaration, answers=answers, facts={})


def _convert_evaluation(
    evaluation: Evaluation, model: Model, ids: Mapping[str, str]
) -> Evaluation:
    """The ratings of criteria that mean the same; the evaluation keeps its model's reference."""
    if evaluation.model == model.reference:
        read, _ = read_record(None, model, (evaluation.document,), None)
        return read.evaluations[0] if read.evaluations else evaluation
    ratings = {ids[old]: given for old, given in evaluation.ratings.items() if old in ids}
    return replace(evaluation, ratings=ratings, comparable=bool(ids))


def _fits_model(decision: Decision, model: Model) -> bool:
    return decision.by in model.roles_by_id and (
        decision.level is None or decision.level in model.level_ids
    )


def _convert_decision(decision: Decision, ids: Mapping[str, str]) -> Decision:
    accepts = {ids[old]: given for old, given in decision.accepts.items() if old in ids}
    return replace(decision, accepts=accepts)

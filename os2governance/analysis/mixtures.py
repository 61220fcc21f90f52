"""Mixtures of two states of a product: some inputs from the old one, some from the new (§7)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from os2governance.analysis.state_inputs import (
    ANSWERS,
    CAUSES,
    DECISION,
    EVALUATION,
    FACTS,
    MODEL,
    OBSERVATION,
    REGISTER,
    TIME,
    CauseSet,
    DatedEntry,
    ProductState,
    extract_input,
    get_declared_answers,
    get_declared_facts,
    has_same_files,
    list_declarations,
    list_steps,
)
from os2governance.assessment.levels import Assessment, assess
from os2governance.model.model import Model
from os2governance.model.versions import (
    CriterionLink,
    link_same_ids,
    map_unchanged_ids,
    reverse_links,
)
from os2governance.product.decisions import Decision, resolve_levels
from os2governance.product.declaration import Declaration, read_kept_declaration
from os2governance.product.facts import FactFile
from os2governance.product.product import Product
from os2governance.product.record import Evaluation, Record, read_record


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
        if not has_same_files(before.product, after.product, name)
        and extract_input(before if name == MODEL else moved, name) != extract_input(after, name)
    }
    dates = [[each.declared_on for each in list_declarations(s.product)] for s in (moved, after)]
    if dates[0] != dates[1] and not differing & {FACTS, ANSWERS}:
        differing.add(FACTS)
    return tuple(name for name in CAUSES if name in differing)


def assess_chosen_mixture(
    before: ProductState,
    after: ProductState,
    names: CauseSet,
    links: Sequence[CriterionLink],
    differing: tuple[str, ...],
) -> Assessment:
    """Assess a mixture of two states: the inputs in `names` from the new state, the rest old.

    Inputs that are not `differing` come from the same state as the model, or from the new one as
    soon as anything does; so no input at all is the old state, all that differ are the new one.
    """
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
        for each in (
            *list_steps(facts, get_declared_facts),
            *list_steps(answers, get_declared_answers),
        )
    }
    mixed = [
        _mix_declaration(_find_declaration(facts, day), _find_declaration(answers, day), day)
        for day in sorted(days)
    ]
    return (mixed[-1], tuple(mixed[:-1])) if mixed else (None, ())


def _find_declaration(product: Product, day: date) -> Declaration | None:
    said = [each for each in list_declarations(product) if each.declared_on <= day]
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
        *map(_identify_declaration, list_declarations(product)),
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
    decisions = [_convert_decision(e, ids) for e in record.decisions if _fits_model(e, model, ids)]
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


def _fits_model(decision: Decision, model: Model, ids: Mapping[str, str]) -> bool:
    return (
        decision.by in model.roles_by_id
        and (decision.level is None or decision.level in model.level_ids)
        # without any criteria left it would withdraw the placing
        and (not decision.withdraws or not ids.keys().isdisjoint(decision.withdraws))
    )


def _convert_decision(decision: Decision, ids: Mapping[str, str]) -> Decision:
    accepts = {ids[old]: given for old, given in decision.accepts.items() if old in ids}
    withdraws = tuple(ids[old] for old in decision.withdraws if old in ids)
    return replace(decision, accepts=accepts, withdraws=withdraws)

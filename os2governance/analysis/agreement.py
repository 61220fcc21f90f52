"""How far self-assessments, rules and evaluations agree: figures over pairs of the first and last.

Each figure says of how many criteria it is known: what one of the two does not say is counted by
itself, as neither agreement nor difference (semantics §8). Products by other models, and projects,
have figures of their own.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar

from os2governance.analysis.evaluation_pairs import (
    APART,
    COMPARED,
    UNKNOWN,
    ComparedCriterion,
    EvaluationPair,
)
from os2governance.assessment.outcome import STATUSES
from os2governance.assessment.rating import STATUS_RANK
from os2governance.assessment.rule_verdict import CERTAIN
from os2governance.i18n.half_years import find_half_year
from os2governance.i18n.text import Text
from os2governance.model.model import Criterion, Model

Key = TypeVar("Key")

MIN_COMPARED = 2
"""Comparisons of a criterion from which it can be said to be always contested."""


class PartyComparison(NamedTuple):
    """Two parties that are compared, as fields of `ComparedCriterion`: the first by the second."""

    first: str
    second: str


PARTIES: Mapping[str, PartyComparison] = {
    "self_light": PartyComparison("claimed", "light"),
    "rules_light": PartyComparison("rules", "light"),
    "self_rules": PartyComparison("claimed", "rules"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreementCounts:
    """How often two parties say the same of a criterion, of those of which both say something.

    `higher` is where the first says more than the second, `lower` less; `other` is where only one
    of them says that the criterion does not apply. `unknown` is where one says nothing: it is not
    among the `known`. `confusion` counts each first status by each second one.
    """

    known: int
    agree: int
    higher: int
    lower: int
    other: int
    unknown: int
    confusion: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreementSlice:
    """The agreement within a part: a theme, a criterion, a product or a half-year."""

    id: str
    title: Text
    pairs: int
    counts: Mapping[str, AgreementCounts]


@dataclass(frozen=True, kw_only=True, slots=True)
class ContestedCriterion:
    """A criterion of which self-assessments and evaluations say different things.

    `always` is whether they never said the same, in at least two comparisons.
    """

    id: str
    title: Text
    known: int
    disagree: int
    always: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleDispute:
    """A criterion of which the facts are certain, and the light is another."""

    criterion: str
    title: Text
    product: str
    name: str
    evaluated_on: date
    facts: str
    light: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreementGroup:
    """The agreement over the products of one kind by one version of a model."""

    model: str
    kind: str
    products: int
    overall: AgreementSlice
    themes: tuple[AgreementSlice, ...]
    criteria: tuple[AgreementSlice, ...]
    by_product: tuple[AgreementSlice, ...]
    half_years: tuple[AgreementSlice, ...]
    contested: tuple[ContestedCriterion, ...]
    disputes: tuple[RuleDispute, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreementFigures:
    """All groups, products before projects and the largest first; `apart` are in no figure."""

    groups: tuple[AgreementGroup, ...]
    apart: tuple[EvaluationPair, ...]


def count_agreement(
    pairs: Iterable[EvaluationPair], models: Mapping[str, Model]
) -> AgreementFigures:
    """Count the agreement of all pairs; `models` are those of their products, by reference."""
    every = sorted(pairs, key=lambda each: (each.product, each.evaluated_on, each.file))
    groups: dict[tuple[str, str], list[EvaluationPair]] = {}
    for each in every:
        if each.standing == COMPARED:
            groups.setdefault((each.model, each.kind), []).append(each)
    order = sorted(groups, key=lambda key: (key[1] != "product", -len(groups[key]), key))
    return AgreementFigures(
        groups=tuple(_count_group(groups[key], models[key[0]], key[1]) for key in order),
        apart=tuple(each for each in every if each.standing in APART),
    )


class _Compared(NamedTuple):
    """What is said of one criterion, and in which pair."""

    pair: EvaluationPair
    said: ComparedCriterion


def _count_group(pairs: Sequence[EvaluationPair], model: Model, kind: str) -> AgreementGroup:
    every = [_Compared(pair, said) for pair in pairs for said in pair.criteria]
    themes = {each.id: each.theme for each in model.criteria}
    by_criterion = _group_by(every, lambda each: each.said.criterion)
    by_theme = _group_by(every, lambda each: themes[each.said.criterion])
    by_product = _group_by(every, lambda each: each.pair.product)
    by_half_year = _group_by(every, lambda each: find_half_year(each.pair.evaluated_on))
    criteria = tuple(
        _count_slice(each.id, each.title, by_criterion.get(each.id, ())) for each in model.criteria
    )
    return AgreementGroup(
        model=model.reference,
        kind=kind,
        products=len({each.product for each in pairs}),
        overall=_count_slice("", Text(), every),
        themes=tuple(
            _count_slice(each.id, each.name, by_theme.get(each.id, ())) for each in model.themes
        ),
        criteria=criteria,
        by_product=tuple(
            _count_slice(id_, Text(own[-1].pair.name, own[-1].pair.name), own)
            for id_, own in by_product.items()
        ),
        half_years=tuple(
            _count_slice(half.id, Text(half.render("da"), half.render("en")), by_half_year[half])
            for half in sorted(by_half_year)
        ),
        contested=_find_contested(criteria),
        disputes=tuple(
            _build_dispute(each, criterion)
            for criterion in model.criteria
            for each in by_criterion.get(criterion.id, ())
            if each.said.facts in CERTAIN and each.said.light not in {each.said.facts, UNKNOWN}
        ),
    )


def _group_by(
    every: Iterable[_Compared], find_key: Callable[[_Compared], Key]
) -> dict[Key, list[_Compared]]:
    groups: dict[Key, list[_Compared]] = {}
    for each in every:
        groups.setdefault(find_key(each), []).append(each)
    return groups


def _count_slice(id_: str, title: Text, rows: Sequence[_Compared]) -> AgreementSlice:
    said = [each.said for each in rows]
    return AgreementSlice(
        id=id_,
        title=title,
        pairs=len({id(each.pair) for each in rows}),
        counts={name: count_parties(said, parties) for name, parties in PARTIES.items()},
    )


def count_parties(rows: Iterable[ComparedCriterion], parties: PartyComparison) -> AgreementCounts:
    """Count what two parties say of the same criteria."""
    counted = Counter(
        (getattr(each, parties.first), getattr(each, parties.second)) for each in rows
    )
    known = {both: count for both, count in counted.items() if UNKNOWN not in both}
    directions = Counter[str]()
    for (first, second), count in known.items():
        directions[_find_direction(first, second)] += count
    return AgreementCounts(
        known=sum(known.values()),
        agree=directions["agree"],
        higher=directions["higher"],
        lower=directions["lower"],
        other=directions["other"],
        unknown=counted.total() - sum(known.values()),
        confusion={
            first: {second: counted[first, second] for second in STATUSES} for first in STATUSES
        },
    )


def _find_direction(first: str, second: str) -> str:
    if first == second:
        return "agree"
    ranks = [STATUS_RANK.get(each) for each in (first, second)]
    if ranks[0] is None or ranks[1] is None:
        return "other"
    return "higher" if ranks[0] > ranks[1] else "lower"


def _find_contested(criteria: Sequence[AgreementSlice]) -> tuple[ContestedCriterion, ...]:
    """The criteria that are contested, the most often first; of as many, in the model's order."""
    found = []
    for each in criteria:
        counts = each.counts["self_light"]
        disagree = counts.known - counts.agree
        if disagree:
            found.append(
                ContestedCriterion(
                    id=each.id,
                    title=each.title,
                    known=counts.known,
                    disagree=disagree,
                    always=counts.known >= MIN_COMPARED and not counts.agree,
                )
            )
    return tuple(sorted(found, key=lambda one: (-one.disagree / one.known, -one.known)))


def _build_dispute(each: _Compared, criterion: Criterion) -> RuleDispute:
    return RuleDispute(
        criterion=criterion.id,
        title=criterion.title,
        product=each.pair.product,
        name=each.pair.name,
        evaluated_on=each.pair.evaluated_on,
        facts=each.said.facts,
        light=each.said.light,
    )

"""How far self-assessments, rules and evaluations agree: figures over pairs of the first and last.

Each figure says of how many criteria it is known: what one of the two does not say is counted by
itself, as neither agreement nor difference (semantics §8). Products by other models, and projects,
have figures of their own.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

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
from os2governance.i18n.half_years import HalfYear, find_half_year
from os2governance.i18n.text import Text
from os2governance.model.model import Model

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


def _count_group(pairs: Sequence[EvaluationPair], model: Model, kind: str) -> AgreementGroup:
    criteria = tuple(
        _count_slice(each.id, each.title, pairs, {each.id}) for each in model.criteria
    )
    return AgreementGroup(
        model=model.reference,
        kind=kind,
        products=len({each.product for each in pairs}),
        overall=_count_slice("", Text(), pairs),
        themes=tuple(
            _count_slice(
                each.id,
                each.name,
                pairs,
                {one.id for one in model.criteria if one.theme == each.id},
            )
            for each in model.themes
        ),
        criteria=criteria,
        by_product=tuple(_count_products(pairs)),
        half_years=tuple(_count_half_years(pairs)),
        contested=_find_contested(criteria),
        disputes=tuple(_find_disputes(pairs, model)),
    )


def _count_products(pairs: Sequence[EvaluationPair]) -> Iterator[AgreementSlice]:
    names = {each.product: each.name for each in pairs}
    for id_, name in names.items():
        own = [each for each in pairs if each.product == id_]
        yield _count_slice(id_, Text(name, name), own)


def _count_half_years(pairs: Sequence[EvaluationPair]) -> Iterator[AgreementSlice]:
    halves: dict[HalfYear, list[EvaluationPair]] = {}
    for each in pairs:
        halves.setdefault(find_half_year(each.evaluated_on), []).append(each)
    for half in sorted(halves):
        yield _count_slice(half.id, Text(half.render("da"), half.render("en")), halves[half])


def _count_slice(
    id_: str,
    title: Text,
    pairs: Sequence[EvaluationPair],
    criteria: AbstractSet[str] | None = None,
) -> AgreementSlice:
    """Count the pairs within some criteria; without any, within all."""
    rows = [
        [each for each in pair.criteria if criteria is None or each.criterion in criteria]
        for pair in pairs
    ]
    every = [each for several in rows for each in several]
    return AgreementSlice(
        id=id_,
        title=title,
        pairs=sum(bool(several) for several in rows),
        counts={name: count_parties(every, parties) for name, parties in PARTIES.items()},
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


def _find_disputes(pairs: Sequence[EvaluationPair], model: Model) -> Iterator[RuleDispute]:
    """Yield where the facts are certain and the light is another, in the model's order."""
    for criterion in model.criteria:
        for pair in pairs:
            for each in pair.criteria:
                if (
                    each.criterion == criterion.id
                    and each.facts in CERTAIN
                    and each.light not in {each.facts, UNKNOWN}
                ):
                    yield RuleDispute(
                        criterion=criterion.id,
                        title=criterion.title,
                        product=pair.product,
                        name=pair.name,
                        evaluated_on=pair.evaluated_on,
                        facts=each.facts,
                        light=each.light,
                    )

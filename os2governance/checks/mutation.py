"""A model checked by its examples, and the examples by mutants of its rules.

A mutant is a rule with one small mutation; an example kills it when the facts then give another
result than the example expects. A mutant that no example kills survives: the examples do not cover
that part of the rule.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from os2governance.assessment.outcome import evaluate_rules
from os2governance.documents.yaml_reader import Document, ValuePath
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.iso_dates import parse_iso_date
from os2governance.i18n.text import as_text
from os2governance.model.model import Criterion, CriterionExample, Model
from os2governance.rules.load import find_too_long_list
from os2governance.rules.node import Scope
from os2governance.rules.parsing import RuleParser

RuleTree = Any
_LEFT_OUT = "(left out)"


class Mutation(NamedTuple):
    """One mutation of a rule's tree: its path, the old and the new text."""

    path: ValuePath
    before: str
    after: str
    tree: RuleTree

    def render(self) -> str:
        """Format as it would be written in the file."""
        where = "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in self.path).lstrip(".")
        return f"{where or '.'}: {self.before} → {self.after}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mutant:
    """A mutation of a criterion's rule or of a named condition, and whether it survived."""

    name: str
    part: str
    mutation: Mutation
    survives: bool
    location: Location


def check_examples(model: Model) -> list[Finding]:
    """Findings of examples that break the facts schema, or whose facts give another result."""
    return [
        found
        for criterion in model.criteria
        for example in criterion.examples
        for found in _check_example(model, criterion, example)
    ]


def _check_example(
    model: Model, criterion: Criterion, example: CriterionExample
) -> Iterator[Finding]:
    document = Document(example.location.file, example.facts, example.positions)
    wrong = model.compiled_facts_schema.find_violations(
        document, example.facts
    ) or find_too_long_list(model.evaluation_cost, example.facts, document)
    yield from wrong
    if not wrong and (actual := _evaluate_example(criterion, example)) != example.expect:
        yield make_finding(
            "example-fails",
            example.location,
            criterion=criterion.id,
            name=criterion.id,
            expect=example.expect,
            actual=actual,
        )


def _evaluate_example(criterion: Criterion, example: CriterionExample) -> str:
    as_of = example.as_of or date.max
    return evaluate_rules(criterion, Scope(example.facts, example.positions, as_of))[0]


def generate_mutants(model: Model) -> Iterator[Mutant]:
    """Yield every mutant of every criterion's rules, then of every condition in use."""
    for criterion in model.criteria:
        for part, tree in criterion.rule_trees.items():
            for change in generate_mutations(tree):
                trees = {**criterion.rule_trees, part: change.tree}
                survives = not _is_noticed(
                    model, [criterion], model.conditions, {criterion.id: trees}
                )
                yield Mutant(
                    name=criterion.id,
                    part=part,
                    mutation=change,
                    survives=survives,
                    location=criterion.location,
                )
        if "partly" in criterion.rule_trees:
            trees = {"met": criterion.rule_trees["met"]}
            survives = not _is_noticed(model, [criterion], model.conditions, {criterion.id: trees})
            change = Mutation((), "partly", _LEFT_OUT, trees)
            yield Mutant(
                name=criterion.id,
                part="partly",
                mutation=change,
                survives=survives,
                location=criterion.location,
            )
    for name, tree in model.conditions.items():
        using = [
            c
            for c in model.criteria
            if name in _find_used_conditions(c.rule_trees, model.conditions)
        ]
        for change in generate_mutations(tree) if using else ():
            conditions = {**model.conditions, name: change.tree}
            survives = not _is_noticed(model, using, conditions, {})
            yield Mutant(
                name=name,
                part="conditions",
                mutation=change,
                survives=survives,
                location=Location(model.file),
            )


def make_survivor_finding(mutant: Mutant) -> Finding:
    """Make the finding of a surviving mutant."""
    change = f"{mutant.part} {mutant.mutation.render()}"
    return make_finding(
        "mutant-survives",
        mutant.location,
        criterion=mutant.name if mutant.part != "conditions" else None,
        name=mutant.name,
        change=as_text(change),
    )


def _is_noticed(
    model: Model,
    criteria: Sequence[Criterion],
    conditions: Mapping[str, RuleTree],
    trees: Mapping[str, Mapping[str, RuleTree]],
) -> bool:
    """Whether an example of the criteria fails with these trees and conditions."""
    source = Document(model.file, None, None)
    parser = RuleParser(model.facts, conditions, source)
    for criterion in criteria:
        rules = {
            part: parser.parse_rule(tree, source, ())
            for part, tree in trees.get(criterion.id, criterion.rule_trees).items()
        }
        met = rules["met"]
        if met is None:  # an invalid rule never goes unnoticed
            return True
        mutant = replace(criterion, met=met, partly=rules.get("partly"))
        if any(
            _evaluate_example(mutant, example) != example.expect for example in criterion.examples
        ):
            return True
    return False


def _find_used_conditions(tree: RuleTree, conditions: Mapping[str, RuleTree]) -> set[str]:
    """Names of the conditions that a tree uses, directly or through others."""
    if isinstance(tree, list):
        return {name for part in tree for name in _find_used_conditions(part, conditions)}
    if not isinstance(tree, dict):
        return set()
    named = {tree["use"]} if isinstance(tree.get("use"), str) else set()
    below = {name for part in tree.values() for name in _find_used_conditions(part, conditions)}
    through = {
        n for name in named for n in _find_used_conditions(conditions.get(name), conditions)
    }
    return named | below | through


# -- mutations of a tree ---------------------------------------------------------------------


def generate_mutations(tree: RuleTree, at: ValuePath = ()) -> Iterator[Mutation]:
    """Yield every mutation of a rule's tree."""
    if "fact" in tree:
        yield from _mutate_fact(tree, at)
        return
    word, operand = next(iter(tree.items()))
    yield from _MUTATORS[word](word, operand, at)


def _mutate_parts(
    word: str, parts: list[RuleTree], at: ValuePath, rebuild: Any
) -> Iterator[Mutation]:
    """Mutate each part, and drop each part."""
    for number, part in enumerate(parts):
        for change in generate_mutations(part, (*at, word, number)):
            changed = [*parts[:number], change.tree, *parts[number + 1 :]]
            yield change._replace(tree=rebuild(changed))
        if len(parts) > 1:
            fewer = [*parts[:number], *parts[number + 1 :]]
            yield Mutation((*at, word, number), _shorten(part), _LEFT_OUT, rebuild(fewer))


def _mutate_all_or_any(word: str, parts: list[RuleTree], at: ValuePath) -> Iterator[Mutation]:
    if len(parts) > 1:
        other = "any" if word == "all" else "all"
        yield Mutation(at, word, other, {other: parts})
    yield from _mutate_parts(word, parts, at, lambda changed: {word: changed})


def _mutate_not(word: str, operand: RuleTree, at: ValuePath) -> Iterator[Mutation]:
    yield Mutation(at, word, _LEFT_OUT, operand)
    for change in generate_mutations(operand, (*at, word)):
        yield change._replace(tree={word: change.tree})


def _mutate_use(word: str, operand: RuleTree, at: ValuePath) -> Iterator[Mutation]:
    yield Mutation(at, f"{word} {operand}", f"not {word} {operand}", {"not": {word: operand}})


def _mutate_at_least(word: str, operand: RuleTree, at: ValuePath) -> Iterator[Mutation]:
    count, parts = operand["count"], operand["of"]
    for other in (count - 1, count + 1):
        changed = {word: {"count": other, "of": parts}}
        yield Mutation((*at, word, "count"), str(count), str(other), changed)
    yield from _mutate_parts(
        "of", parts, (*at, word), lambda changed: {word: {"count": count, "of": changed}}
    )


def _mutate_list_quantifier(word: str, operand: RuleTree, at: ValuePath) -> Iterator[Mutation]:
    for other in {"some": ("every", "none"), "every": ("some", "none"), "none": ("some",)}[word]:
        yield Mutation(at, word, other, {other: operand})
    anything = {"fact": operand["in"], "length_at_least": 1}
    if word != "every":
        free = anything if word == "some" else {"not": anything}
        yield Mutation((*at, word), "where", _LEFT_OUT, free)
    yield from _mutate_where(word, operand, at)


def _mutate_where(word: str, operand: RuleTree, at: ValuePath) -> Iterator[Mutation]:
    if "where" in operand:
        for change in generate_mutations(operand["where"], (*at, word, "where")):
            yield change._replace(tree={word: {**operand, "where": change.tree}})


def _mutate_count_or_sum(word: str, operand: RuleTree, at: ValuePath) -> Iterator[Mutation]:
    """Mutate a count or a sum: its bound, its condition, and the presence of the condition."""
    bound = "at_least" if "at_least" in operand else "at_most"
    other = "at_most" if bound == "at_least" else "at_least"
    number, rest = operand[bound], {k: v for k, v in operand.items() if k != bound}
    yield Mutation((*at, word), f"{bound} {number}", other, {word: {**rest, other: number}})
    for shifted in (number - 1, number + 1):
        changed = {word: {**rest, bound: shifted}}
        yield Mutation((*at, word, bound), str(number), str(shifted), changed)
    if word == "sum" and "where" in operand:
        free = {k: v for k, v in operand.items() if k != "where"}
        yield Mutation((*at, word), "where", _LEFT_OUT, {word: free})
    if word == "count" and bound == "at_least":
        anything = {"fact": operand["in"], "length_at_least": number}
        yield Mutation((*at, word), "where", _LEFT_OUT, anything)
    yield from _mutate_where(word, operand, at)


_MUTATORS: dict[str, Any] = {
    "all": _mutate_all_or_any,
    "any": _mutate_all_or_any,
    "not": _mutate_not,
    "use": _mutate_use,
    "at_least": _mutate_at_least,
    "some": _mutate_list_quantifier,
    "every": _mutate_list_quantifier,
    "none": _mutate_list_quantifier,
    "count": _mutate_count_or_sum,
    "sum": _mutate_count_or_sum,
}


def _mutate_fact(tree: RuleTree, at: ValuePath) -> Iterator[Mutation]:
    word, operand = next((word, value) for word, value in tree.items() if word != "fact")
    for other in _list_other_operands(word, operand):
        changed = {"fact": tree["fact"], word: other}
        yield Mutation((*at, word), _shorten(operand), _shorten(other), changed)
    swapped = {"at_least": "at_most", "at_most": "at_least"}.get(word)
    if swapped:
        yield Mutation((*at, word), word, swapped, {"fact": tree["fact"], swapped: operand})
    elif word != "present":
        yield Mutation(at, word, f"not {word}", {"not": tree})


def _list_other_operands(word: str, operand: Any) -> Iterator[Any]:
    if word == "present":
        yield not operand
    elif word == "one_of" and len(operand) > 1:
        for number in range(len(operand)):
            yield [*operand[:number], *operand[number + 1 :]]
    elif word == "within":
        number, unit = operand.split()
        for other in (int(number) - 1, int(number) + 1):
            if other:
                yield f"{other} {unit.rstrip('s')}s"
    elif word in {"at_least", "at_most", "length_at_least"}:
        yield from _shift_operand(operand)


def _shift_operand(operand: Any) -> Iterator[Any]:
    day = parse_iso_date(operand)
    if day:
        yield from ((day + timedelta(days)).isoformat() for days in (-1, 1))
    elif operand > 0:
        yield from (operand - 1, operand + 1)
    else:
        yield operand + 1


def _shorten(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"  # noqa: PLR2004 - about one line

"""A model checked by its examples, and the examples by mutants of its rules.

A mutant is a rule with one small mutation; an example kills it when the facts then give another
result than the example expects. A mutant that no example kills survives: the examples do not cover
that part of the rule.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from os2governance.assessment.rule_verdict import CONTRACT_WORDS, evaluate_rules
from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import as_text
from os2governance.model.model import RULE_KEYS, Criterion, CriterionExample, Model
from os2governance.rules.conditions import find_used_conditions
from os2governance.rules.limits import find_too_long_list
from os2governance.rules.mutations import LEFT_OUT, Mutation
from os2governance.rules.node import RuleTree, Scope
from os2governance.rules.parsing import RuleParser
from os2governance.rules.registry import generate_mutations


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
    scope = Scope(example.facts, example.positions, example.as_of or date.max)
    if criterion.applies and criterion.applies.evaluate(scope).value is False:
        return "not_applicable"
    says = evaluate_rules(criterion, scope).says
    return CONTRACT_WORDS.get(says, says)


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
            trees = {k: v for k, v in criterion.rule_trees.items() if k != "partly"}
            survives = not _is_noticed(model, [criterion], model.conditions, {criterion.id: trees})
            change = Mutation((), "partly", LEFT_OUT, trees)
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
            if name in find_used_conditions(c.rule_trees, model.conditions)
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
        if None in rules.values():  # an invalid rule never goes unnoticed
            return True
        applies, met, partly = map(rules.get, RULE_KEYS)
        mutant = replace(criterion, applies=applies, met=met, partly=partly)
        if any(
            _evaluate_example(mutant, example) != example.expect for example in criterion.examples
        ):
            return True
    return False

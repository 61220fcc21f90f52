"""The engine against the oracle: random rules over random facts, and whole models."""

from dataclasses import asdict
from datetime import date
from random import Random

import generators
import oracle
import pytest
from folders import write_model, write_product

from os2governance import Assessment, assess, load_model, load_product
from os2governance.documents.yaml_reader import Document
from os2governance.rules.node import Scope
from os2governance.rules.parsing import RuleParser
from os2governance.rules.vocabulary import Fact

TODAY = date(2026, 5, 1)
NOWHERE = Document("rules", None, None)


@pytest.mark.parametrize("seed", range(60))
def test_rules(seed):
    """3,000 rules, each over two sets of facts."""
    chance = Random(seed)
    for _ in range(50):
        schema = generators.vocabulary(chance)
        conditions = generators.conditions(chance, schema)
        tree = generators.rule(chance, schema, list(conditions))
        parser = RuleParser(Fact(schema, schema), conditions, NOWHERE)
        rule = parser.parse_rule(tree, NOWHERE, ())
        assert rule is not None, (tree, list(parser.findings.values()))
        world = {"conditions": conditions, "schema": schema, "as_of": TODAY}
        for _ in range(2):
            facts = generators.facts(chance, schema)
            found = rule.evaluate(Scope(facts, None, TODAY)).value
            assert found is oracle.rule(tree, facts, world), (tree, facts)


def assessed(folder, chance) -> tuple[Assessment, dict, dict]:
    main, criteria, schema = generators.model(chance)
    declared, evaluations, decisions = generators.product(chance, main, criteria, schema)
    given = {key: val for key, val in main.items() if key not in {"format", "model", "version"}}
    model = load_model(write_model(folder, criteria, schema=schema, **given))
    product = load_product(
        write_product(folder, **declared, evaluations=evaluations, decisions=decisions), model
    )
    expected = oracle.assess(main, criteria, declared, evaluations, decisions, schema, TODAY)
    return assess(product, model, as_of=TODAY), *expected


@pytest.mark.parametrize("seed", range(40))
def test_whole_models(tmp_path, seed):
    """400 models with a product each: the seven levels, and every criterion's status and basis."""
    chance = Random(1000 + seed)
    for number in range(10):
        assessment, levels, statuses = assessed(tmp_path / str(number), chance)

        found = {o.criterion.id: (o.status, o.basis) for o in assessment.outcomes}
        assert found == statuses
        assert asdict(assessment.levels) == levels

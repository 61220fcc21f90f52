"""The engine against the oracle: random rules over random facts, and whole products."""

from datetime import date
from random import Random

import generators
import oracle
import pytest
from assessors import by_engine, by_oracle

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
        schema = generators.vocabulary_of_sources(chance)
        conditions = generators.conditions(chance, schema)
        tree = generators.rule(chance, schema, list(conditions))
        parser = RuleParser(Fact(schema, schema), conditions, NOWHERE)
        rule = parser.parse_rule(tree, NOWHERE, ())
        assert rule is not None, (tree, list(parser.findings.values()))
        world = {"conditions": conditions, "schema": schema, "as_of": TODAY}
        for _ in range(2):
            facts = generators.facts(chance, schema)
            found = rule.evaluate(Scope(facts, None, TODAY)).value
            meant = oracle.with_days(facts, schema, TODAY)  # no file, so stated today
            assert found is oracle.rule(tree, meant, world), (tree, facts)


@pytest.mark.parametrize("seed", range(40))
def test_whole_products(seed):
    """1,000 models with a product each: levels and their states, and every criterion's outcome."""
    chance = Random(1000 + seed)
    for _ in range(25):
        main, criteria, schema = generators.governance_model(chance)
        files = generators.product_files(chance, main, criteria, schema)
        note = f"{main['attainment']} {criteria} {files}"

        assert by_engine(main, criteria, schema, files) == by_oracle(
            main, criteria, schema, files
        ), note

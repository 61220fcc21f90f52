"""Operators are known by their classes alone: no other module names one, a new one is one class."""

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from folders import criterion, write_model, write_product
from read_back import build_product_object

import os2governance
from os2governance import assess, load_model, load_product
from os2governance.analysis.forecast import walk_leaves
from os2governance.analysis.plan import build_plan
from os2governance.checks.model_lint import lint_model, list_asked_paths
from os2governance.checks.mutation import check_examples, generate_mutants
from os2governance.exchange.write.statements import build_statements
from os2governance.i18n.text import Text
from os2governance.render.assessment.trace import render_trace_blocks
from os2governance.render.common.layout import lay_out
from os2governance.render.model.criteria_text import list_asked_facts
from os2governance.rules.limits import measure_cost
from os2governance.rules.lists import Quantifier
from os2governance.rules.node import Node
from os2governance.rules.operator import UsualOperand
from os2governance.rules.registry import FACT_OPERATORS, NODE_OPERATORS
from os2governance.rules.trace import Extent, Way

PACKAGE = Path(os2governance.__file__).parent
WORDS = {*NODE_OPERATORS, *FACT_OPERATORS}

# -- no other module names an operator ---------------------------------------------------------

ORDINARY = {"all", "any", "none", "count", "at_least"}
"""Words that other files and forms use too, for other things."""
WITHOUT_RULES = {"vocabulary", "patterns", "licences", "fact_description"}
"""Modules of rules that give nobody a rule or a trace."""
FREE = {"MISSING", "parse_period", "Period", "add_exactly", "is_url"}
"""Names from the other modules that give nobody a rule or a trace either."""

OTHER_KEYS = {
    "model/reader.py": {"count"},
    "schema/explain.py": {"not"},
    "web/form_actions.py": {"use"},
}
"""Words of another language: how many criteria a level needs, JSON Schema's, a button's."""


def has_rules(tree: ast.Module) -> bool:
    """Whether a module has rules or traces in hand: it takes a name for them from `rules`."""
    return any(
        isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("os2governance.rules")
        and (node.module or "").rsplit(".", 1)[-1] not in WITHOUT_RULES
        and any(name.name not in FREE for name in node.names)
        for node in ast.walk(tree)
    )


def deciding(tree: ast.Module) -> Iterator[str]:
    """Yield the texts that decide something: compared, matched, in a collection, or as a key."""
    unpacked = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple)
    ]
    for node in ast.walk(tree):
        held: list[ast.expr | None] = []
        if isinstance(node, ast.Compare):
            held = [node.left, *node.comparators]
        elif isinstance(node, ast.Set | ast.List | ast.Tuple) and node not in unpacked:
            held = [*node.elts]
        elif isinstance(node, ast.Dict):
            held = [*node.keys]
        elif isinstance(node, ast.Subscript):
            held = [node.slice]
        elif isinstance(node, ast.MatchValue):
            held = [node.value]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            held = [*node.args] if node.func.attr in {"get", "pop", "setdefault"} else []
        yield from (e.value for e in held if isinstance(e, ast.Constant) and type(e.value) is str)


def named(source: str) -> set[str]:
    """The operators that a module outside `rules` names."""
    tree = ast.parse(source)
    return {*deciding(tree)} & (WORDS if has_rules(tree) else WORDS - ORDINARY)


def test_no_module_outside_rules_names_an_operator():
    modules = [p for p in PACKAGE.rglob("*.py") if p.relative_to(PACKAGE).parts[0] != "rules"]
    found = {p.relative_to(PACKAGE).as_posix(): named(p.read_text()) for p in modules}

    assert len(modules) > 200
    assert {path: words for path, words in found.items() if words} == OTHER_KEYS


RULE = "from os2governance.rules.trace import Trace\n"
MISSING_ONLY = "from os2governance.rules.trace import MISSING\n"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('x.operator in {"some", "every"}', {"some", "every"}),
        ('T = {"within": 1}', {"within"}),
        ('x == "use"', {"use"}),
        ('x["use"]', {"use"}),
        ('x.get("matches")', {"matches"}),
        ('match x:\n    case "sum":\n        pass', {"sum"}),
        ('x == "none"', set()),
        (f'{MISSING_ONLY}x == "none"', set()),
        (f'{RULE}x == "none"', {"none"}),
        (f'{RULE}x = {{"count": 1}}', {"count"}),
        (f'{RULE}x = "none"', set()),
        (f'{RULE}a, b = "all", "none"', set()),
        (f'{RULE}ORDER = ("all", "none")', {"all", "none"}),
    ],
)
def test_naming_is_seen(source, words):
    assert named(source) == words


# -- a new quantifier is one class ---------------------------------------------------------------


class Most(Quantifier):
    """`most: {in, where}`: the condition holds of more than half of the elements."""

    __slots__ = ()
    operator = "most"
    clause = Text("det for de fleste under {title} gælder, at {where}",
                  "it holds for most under {title} that {where}")  # fmt: skip
    others = ("some", "every")

    def decide(self, values: list[bool | None]) -> bool | None:
        """True and false once the undetermined elements can no longer change the result."""
        true, half = values.count(True), len(values) / 2
        return True if true > half else False if true + values.count(None) <= half else None

    def ways(self, *, holds: bool, parts: int) -> tuple[Way, ...]:
        """True by more than half of the elements; false by the others, or by another list."""
        needed = parts // 2 + 1 if holds else parts - parts // 2
        return Way(needed, holds), Way(Extent.WHOLE, holds)


ACTIVE = {"fact": "active", "equals": True}
RULE_OF_MOST = {"most": {"in": "users", "where": ACTIVE}}
USERS = [{"active": True}, {"active": False}, {}, {}]


@pytest.fixture
def assessment(tmp_path, monkeypatch):
    monkeypatch.setitem(NODE_OPERATORS, Most.operator, Most)
    examples = [
        {"expect": "met", "facts": {"users": [{"active": True}]}},
        {"expect": "unmet", "facts": {"users": [{"active": True}, {"active": False}]}},
        {"expect": "undetermined", "facts": {"users": [{"active": True}, {}]}},
    ]
    folder = write_model(tmp_path, [criterion("A", "low", RULE_OF_MOST, examples=examples)])
    model = load_model(folder)
    product = load_product(write_product(tmp_path, facts={"users": USERS}), model)
    return assess(product, model, as_of=date(2026, 5, 1))


def test_a_new_quantifier_is_parsed_and_evaluated(assessment):
    outcome = assessment.outcome("A")

    assert type(outcome.criterion.met) is Most
    assert (outcome.status, outcome.met.value) == ("unknown", None)


def test_a_new_quantifier_is_explained_in_a_trace(assessment):
    trace = assessment.outcome("A").met
    blocks = render_trace_blocks(trace, "product.yaml", "en", 0)
    lines = ["".join(span.text for span in line).strip() for line in lay_out(blocks, 200)]

    assert lines[0].startswith("? it holds for most under users that the user is active")
    assert lines[0].endswith("at least 1, at most 3 of 4 (product.yaml:11)")
    assert [line for line in lines if "no." in line] == ["✓ no. 1", "no. 3", "no. 4"]
    assert "not stated (users[2].active)" in lines[3]
    assert [path for path, _ in walk_leaves(trace)] == [f"users[{n}].active" for n in range(4)]


def test_a_new_quantifier_is_planned(assessment):
    plan = build_plan(assessment, "low")
    [(_, _, [action])] = plan.by_role

    assert [step.path for step in action.steps] == ["users"]


@pytest.mark.parametrize(
    ("users", "paths"),
    [
        ([{"active": True}, {}], ["users[1].active"]),
        ([{"active": True}, {"active": False}, {"active": True}, {}], ["users[3].active"]),
        ([], ["users"]),
    ],
)
def test_a_plan_takes_the_fewest_elements(tmp_path, monkeypatch, users, paths):
    monkeypatch.setitem(NODE_OPERATORS, Most.operator, Most)
    model = load_model(write_model(tmp_path, [criterion("A", "low", RULE_OF_MOST)]))
    product = load_product(write_product(tmp_path, facts={"users": users}), model)
    plan = build_plan(assess(product, model, as_of=date(2026, 5, 1)), "low")
    [(_, _, [action])] = plan.by_role

    assert [step.path for step in action.steps] == paths


def test_a_new_quantifier_is_linted(assessment):
    model = assessment.model
    unused = {f.arguments["fact"] for f in lint_model(model) if f.code == "lint-fact-unused"}

    assert [*list_asked_paths(model.criteria[0].met)] == ["users", "users[].active"]
    assert unused == {"group.met_on", "group.terms", "licence", "open"}
    assert [*list_asked_facts(model.criteria[0])] == ["users", "users[].active"]


def test_a_new_quantifier_is_mutated(assessment):
    mutants = [*generate_mutants(assessment.model)]
    changes = {mutant.mutation.render(): mutant.survives for mutant in mutants}

    assert check_examples(assessment.model) == []
    assert changes == {
        ".: most → some": False,
        ".: most → every": True,
        "most.where: equals → not equals": False,
    }


def test_a_new_quantifier_is_written_and_measured(assessment):
    [written] = build_product_object(assessment, "en")["criteria"]
    [statement] = build_statements(assessment)

    assert written["trace"]["rule"] == "most"
    assert written["trace"]["path"] == "users"
    assert len(written["trace"]["parts"]) == 4
    assert "de fleste under brugere" in statement.rationale
    assert measure_cost([assessment.model.criteria[0].met]).lists.keys() == {("users",)}


@pytest.mark.parametrize(
    "operator", [*(NODE_OPERATORS[w] for w in NODE_OPERATORS), *FACT_OPERATORS.values()]
)
def test_an_operator_that_comes_to_a_number_says_so(operator):
    """Only of those is a number asked for in a product's JSON."""
    assert (operator.is_measured is True) == (
        operator.measure not in {Node.measure, UsualOperand.measure}
    )

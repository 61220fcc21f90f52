"""Every operator by its word: what a new one is entered in, and all that others know of them."""

from collections.abc import Iterator

from os2governance.documents.yaml_reader import ValuePath
from os2governance.rules.dates import DATE_OPERATORS
from os2governance.rules.facts import VALUE_OPERATORS
from os2governance.rules.lists import QUANTIFIERS
from os2governance.rules.logic import LOGIC_OPERATORS
from os2governance.rules.mutations import Mutation
from os2governance.rules.node import RuleTree
from os2governance.rules.node_reader import NodeOperator
from os2governance.rules.operator import FactOperator
from os2governance.rules.sums import Sum
from os2governance.rules.texts import TEXT_OPERATORS

_SUMS: tuple[NodeOperator, ...] = (Sum,)
NODE_OPERATORS: dict[str, NodeOperator] = {
    each.operator: each for each in (*LOGIC_OPERATORS, *QUANTIFIERS, *_SUMS)
}
"""The operators that are the key of a node."""

FACT_OPERATORS: dict[str, FactOperator] = {
    each.word: each for each in (*VALUE_OPERATORS, *TEXT_OPERATORS, *DATE_OPERATORS)
}
"""The operators allowed beside `fact`."""


def generate_mutations(tree: RuleTree, at: ValuePath = ()) -> Iterator[Mutation]:
    """Yield every mutation of a valid rule's tree."""
    if "fact" in tree:
        (word,) = (key for key in tree if key != "fact")
        yield from FACT_OPERATORS[word].mutations(tree, at)
        return
    word, operand = next(iter(tree.items()))
    yield from NODE_OPERATORS[word].mutations(operand, at, generate_mutations)

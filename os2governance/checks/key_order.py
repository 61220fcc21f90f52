"""The usual order of the keys in a product's files: that of the format, and of the model."""

from collections.abc import Mapping, Sequence

from os2governance.model.model import Model
from os2governance.rules.vocabulary import Fact
from os2governance.schema.read import read_schema

KeyOrder = Mapping[tuple[str, ...], Sequence[str]]
"""The order of the keys of groups, by path; keys that are not listed come last."""


def build_product_order(model: Model | None) -> KeyOrder:
    """The order of product.yaml; without a model, of its outermost keys."""
    order: dict[tuple[str, ...], Sequence[str]] = {(): list(read_schema("product")["properties"])}
    if model:
        order[("answers",)] = list(model.by_id)
        order |= _order_facts(model.facts, ("facts",))
    return order


def build_evaluation_order(model: Model | None) -> KeyOrder:
    """The order of the ratings of an evaluation; what else it says stands as its writer likes."""
    return {("lights",): list(model.by_id)} if model else {}


def _order_facts(fact: Fact, path: tuple[str, ...]) -> KeyOrder:
    """The key order of a group of facts, and of all groups within it."""
    order: dict[tuple[str, ...], Sequence[str]] = {}
    if fact.fields:
        order[path] = list(fact.fields)
        for name, below in fact.fields.items():
            order |= _order_facts(below, (*path, name))
    return order

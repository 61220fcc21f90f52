"""Mixtures of two states: some inputs from the old one, the others from the new (semantics §7)."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product
from mixed_states import assess_mixture

from os2governance import load_model, load_product
from os2governance.analysis.mixtures import convert_to_model
from os2governance.analysis.state_inputs import ANSWERS, FACTS, ProductState

DAY = date(2026, 5, 1)
CRITERIA = [
    criterion("A", "low", {"fact": "open", "present": True}),
    criterion("B", "high", {"fact": "licence", "present": True}),
]


def state(folder, **product) -> ProductState:
    model = load_model(write_model(folder, CRITERIA))
    return ProductState(load_product(write_product(folder, **product), model), model, DAY)


@pytest.mark.parametrize(
    ("names", "statuses"),
    [
        ((), ("unknown", "unmet")),
        ((FACTS,), ("met", "unmet")),
        ((ANSWERS,), ("unknown", "partly")),
        ((FACTS, ANSWERS), ("met", "partly")),
    ],
)
def test_each_input_comes_from_one_of_the_two(tmp_path, names, statuses):
    before = state(tmp_path / "a", answers={"B": {"answer": "unmet"}})
    after = state(tmp_path / "b", facts={"open": True}, answers={"B": {"answer": "partly"}})
    found = assess_mixture(before, after, frozenset(names))

    assert tuple(each.status for each in found.outcomes) == statuses


def test_another_model_has_only_what_it_has_a_place_for(tmp_path):
    before = state(
        tmp_path, aims_at="high", answers={"A": {"answer": "met"}, "B": {"answer": "met"}}
    )
    smaller = load_model(write_model(tmp_path / "other", CRITERIA[:1], levels=[{"id": "low"}]))
    found = convert_to_model(before, smaller)

    assert list(found.current.answers) == ["A"]
    assert found.current.aims_at is None

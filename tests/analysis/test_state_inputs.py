"""The inputs of an assessment in comparable form (semantics §7)."""

from dataclasses import replace
from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import load_model, load_product
from os2governance.analysis.state_inputs import (
    ANSWERS,
    DECISION,
    FACTS,
    TIME,
    ProductState,
    extract_input,
    has_same_files,
)

DAY = date(2026, 5, 1)
RULE = {"fact": "open", "present": True}


def state(folder, **product) -> ProductState:
    model = load_model(write_model(folder, [criterion("A", "low", RULE)]))
    return ProductState(load_product(write_product(folder, **product), model), model, DAY)


@pytest.mark.parametrize(
    ("one", "other", "differing"),
    [
        ({"facts": {"open": True}}, {"facts": {"open": True}}, set()),
        ({"facts": {"open": True}}, {"facts": {"open": False}}, {FACTS}),
        (
            {"answers": {"A": {"answer": "met"}}},
            {"answers": {"A": {"answer": "unmet"}}},
            {ANSWERS},
        ),
        ({"aims_at": "low"}, {"aims_at": "high"}, {ANSWERS}),
        (
            {"decisions": [{"on": "2026-01-01", "decision": "admit", "by": "board"}]},
            {"decisions": []},
            {DECISION},
        ),
    ],
)
def test_each_input_is_compared_by_itself(tmp_path, one, other, differing):
    before, after = state(tmp_path / "a", **one), state(tmp_path / "b", **other)
    names = (FACTS, ANSWERS, DECISION, TIME)

    found = {name for name in names if extract_input(before, name) != extract_input(after, name)}
    assert found == differing


def test_a_file_with_the_same_bytes_is_the_same_input(tmp_path):
    decisions = [{"on": "2026-01-01", "decision": "admit", "by": "board"}]
    product = state(tmp_path, decisions=decisions).product
    log = next(name for name in product.files if name.endswith("decisions.yaml"))

    assert has_same_files(product, product, DECISION)
    other = replace(product, files={**product.files, log: "sha256:0"})
    assert not has_same_files(product, other, DECISION)

"""What is looked up in a model."""

import pytest
from folders import criterion, write_model

from os2governance import load_model
from os2governance.model.model import Needs

OPEN = {"fact": "open", "present": True}


@pytest.fixture
def model(tmp_path):
    criteria = [
        criterion("A", "low", OPEN),
        criterion("B", "high", OPEN, recommended=True),
        criterion("C", "high", OPEN),
    ]
    return load_model(write_model(tmp_path, criteria))


def test_lookups(model):
    assert model.reference == "small/1"
    assert model.level_ids == ("low", "high")
    assert list(model.by_id) == ["A", "B", "C"]
    assert model.role_names["board"].en == "The board"
    assert model.roles_by_id["owner"].declares


def test_which_criteria_can_stop_a_level(model):
    assert [(level.id, numbers) for level, numbers in model.counted_indexes_by_level] == [
        ("low", (0,)),
        ("high", (2,)),
    ]


@pytest.mark.parametrize(
    ("needs", "of", "threshold"),
    [
        (Needs(), 10, 10),
        (Needs(percent=60), 10, 6),
        (Needs(percent=67), 3, 2.01),
        (Needs(number=2), 10, 2),
        (Needs(percent=50), 0, 0),
    ],
)
def test_how_many_it_takes_is_never_rounded(needs, of, threshold):
    assert needs.threshold(of) == threshold

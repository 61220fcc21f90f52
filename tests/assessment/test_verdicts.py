"""What an outcome means for a level (semantics §5): the model's words decide."""

import pytest
from folders import criterion, write_model

from os2governance import load_model
from os2governance.assessment.verdicts import BLOCKS, OPEN, SATISFIED, TOLERATED, judge_status

RULE = {"fact": "open", "present": True}

VERDICTS = [
    # what the model says, status, accepted, verdict
    ({}, "met", False, SATISFIED),
    ({}, "partly", False, TOLERATED),
    ({}, "not_applicable", False, TOLERATED),
    ({}, "not_applicable", True, SATISFIED),
    ({}, "unmet", False, BLOCKS),
    ({}, "unmet", True, SATISFIED),
    ({}, "unknown", False, OPEN),
    ({}, "unknown", True, SATISFIED),
    ({}, "planned", False, BLOCKS),
    ({"tolerated": ["planned"]}, "planned", False, TOLERATED),
    ({"tolerated": ["planned"]}, "partly", False, BLOCKS),
    ({"satisfied_by": ["met", "partly"]}, "planned", False, BLOCKS),
    ({"satisfied_by": ["met"]}, "unmet", True, BLOCKS),
    ({"satisfied_by": ["met"], "tolerated": ["accepted"]}, "unmet", True, TOLERATED),
    ({"tolerated": ["unknown"]}, "unknown", False, TOLERATED),
]


@pytest.mark.parametrize(("said", "status", "accepted", "verdict"), VERDICTS)
def test_the_model_says_what_a_status_does(tmp_path, said, status, accepted, verdict):
    model = load_model(
        write_model(
            tmp_path, [criterion("A", "low", RULE)], **({"attainment": said} if said else {})
        )
    )
    found = judge_status(model.by_id["A"], status, model.attainment, accepted=accepted)

    assert found == verdict


@pytest.mark.parametrize(
    ("mode", "status", "verdict"),
    [
        ("answered", "unknown", OPEN),
        ("answered", "unmet", SATISFIED),
        ("required", "unmet", BLOCKS),
        ("required", "unknown", OPEN),
    ],
)
def test_what_recommendations_do(tmp_path, mode, status, verdict):
    made = criterion("A", "low", RULE, recommended=True)
    model = load_model(write_model(tmp_path, [made], attainment={"recommended": mode}))

    assert judge_status(model.by_id["A"], status, model.attainment, accepted=False) == verdict

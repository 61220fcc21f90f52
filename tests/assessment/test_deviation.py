"""Follow or explain (semantics §4): the state of a deviation, and the levels it is accepted for."""

from datetime import date

import pytest
from folders import criterion, write_model

from os2governance import load_model
from os2governance.assessment.deviation import counts_for_level, find_deviation
from os2governance.findings.finding import Location
from os2governance.product.decisions import Acceptance
from os2governance.product.declaration import Answer

TODAY = date(2026, 5, 1)
RULE = {"fact": "open", "present": True}


def acceptance(level: str | None = "low", until: str | None = None) -> Acceptance:
    return Acceptance(
        by="board",
        on=date(2026, 1, 1),
        level=level,
        until=date.fromisoformat(until) if until else None,
        rationale="",
        reference="",
        location=Location(""),
    )


def answer(word: str, explanation: str = "", reason: str = "") -> Answer:
    return Answer(
        answer=word,
        evidence=(),
        note="",
        explanation=explanation,
        reason=reason,
        due=None,
        due_said="",
    )


@pytest.mark.parametrize(
    ("status", "said", "given", "state", "text"),
    [
        ("unmet", answer("unmet"), (), None, ""),
        ("unmet", answer("unmet", "Fordi"), (), "pending", "Fordi"),
        ("unmet", answer("unmet", " "), (), None, ""),
        ("unmet", answer("unmet", reason="Derfor"), (), None, ""),
        ("not_applicable", answer("not_applicable", reason="Derfor"), (), "pending", "Derfor"),
        ("unmet", None, (acceptance(),), "accepted", ""),
        ("unmet", answer("unmet", "Fordi"), (acceptance(),), "accepted", "Fordi"),
        ("unmet", None, (acceptance(until="2026-05-01"),), "accepted", ""),
        ("unmet", None, (acceptance(until="2026-04-30"),), "expired", ""),
        ("unmet", None, (acceptance(), acceptance(until="2026-04-30")), "expired", ""),
        ("unmet", None, (acceptance(until="2026-04-30"), acceptance()), "accepted", ""),
    ],
)
def test_the_newest_acceptance_alone_counts(tmp_path, status, said, given, state, text):
    model = load_model(write_model(tmp_path, [criterion("A", "low", RULE)]))
    found = find_deviation(model.by_id["A"], status, said, given, TODAY)

    assert (found.state if found else None) == state
    assert (found.text if found else "") == text


@pytest.mark.parametrize(
    ("accepted", "asked", "counts"),
    [
        ("low", "low", True),
        ("low", "high", False),
        ("high", "low", True),
        ("high", "high", True),
        (None, "high", True),
    ],
)
def test_it_counts_for_its_level_and_those_below(tmp_path, accepted, asked, counts):
    model = load_model(write_model(tmp_path, [criterion("A", "low", RULE)]))

    assert counts_for_level(acceptance(accepted), asked, model) is counts

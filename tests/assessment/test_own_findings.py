"""The findings on what a product itself says (semantics §3b): where they point, what they name."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import assess, load_model, load_product

TODAY = date(2026, 5, 1)
CRITERION = criterion(
    "A",
    "low",
    {"fact": "licence", "present": True},
    partly={"fact": "open", "present": True},
    not_applicable="no",
)


def findings(folder, facts, answer):
    model = load_model(write_model(folder, [CRITERION]))
    product = load_product(write_product(folder, facts=facts, answers={"A": answer}), model)
    found = assess(product, model, as_of=TODAY).outcome("A").findings
    return [(f.code, f.severity, f.location.line, f.message.en) for f in found]


@pytest.mark.parametrize(
    ("facts", "severity"),
    [
        ({"licence": None, "open": False}, "error"),
        ({"licence": None, "open": True}, "warning"),
        ({"licence": None}, "warning"),
    ],
)
def test_a_contradiction_names_the_fact_against_it(tmp_path, facts, severity):
    [(code, grade, line, message)] = findings(tmp_path, facts, {"answer": "met"})

    assert (code, grade) == ("contradiction", severity)
    assert line == 12 + len(facts)
    assert "(product.yaml:10)" in message


@pytest.mark.parametrize(
    ("answer", "codes"),
    [
        ({"answer": "planned", "due": "2026-12"}, ["planned"]),
        ({"answer": "planned"}, ["planned", "planned-undated"]),
        ({"answer": "planned", "due": 2025}, ["overdue"]),
        ({"answer": "met"}, ["undocumented"]),
        ({"answer": "not_applicable", "reason": "x"}, ["not-applicable-not-allowed"]),
    ],
)
def test_the_codes_of_what_is_only_claimed(tmp_path, answer, codes):
    assert [code for code, *_ in findings(tmp_path, {}, answer)] == codes


def test_a_plan_says_when(tmp_path):
    [(_, _, _, message)] = findings(tmp_path, {}, {"answer": "planned", "due": "2026-12"})

    assert "2026-12" in message or "December 2026" in message

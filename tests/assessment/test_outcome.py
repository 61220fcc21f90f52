"""The table of semantics §3, row by row, and §4: follow or explain."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import Outcome, assess, load_model, load_product

TODAY = date(2026, 5, 1)
SHOWN = {"answer": "met", "evidence": ["https://example.org"]}
BARE = {"answer": "met"}
WAIVED = {"answer": "not_applicable", "reason": "Ingen brugerflade"}

# What the facts say, by a rule on `licence` (met) and one on `open` (partly).
FACTS = {
    "true": {"licence": "MIT"},
    "partly": {"licence": None, "open": True},
    "at least partly": {"open": True},
    "false": {"licence": None, "open": False},
    "undetermined": {},
    "met false, partly open": {"licence": None},
}
CRITERION = criterion(
    "A",
    "low",
    {"fact": "licence", "present": True},
    partly={"fact": "open", "present": True},
)

ROWS = [
    # facts say, answer, outcome, basis, finding
    ("true", None, "met", "facts", None),
    ("true", BARE, "met", "facts", None),
    ("true", {"answer": "partly"}, "met", "facts", None),
    ("true", {"answer": "planned"}, "met", "facts", None),
    ("true", {"answer": "unknown"}, "met", "facts", None),
    ("true", {"answer": "unmet"}, "met", "facts", "note answer-behind-facts"),
    ("true", WAIVED, "met", "facts", "note answer-behind-facts"),
    ("true", {"answer": "not_applicable"}, "met", "facts", "note answer-behind-facts"),
    ("partly", None, "partly", "facts", None),
    ("partly", SHOWN, "partly", "facts", "warning contradiction"),
    ("partly", BARE, "partly", "facts", "warning contradiction"),
    ("partly", {"answer": "unmet"}, "partly", "facts", None),
    ("partly", WAIVED, "partly", "facts", None),
    ("at least partly", SHOWN, "met", "answer", None),
    ("at least partly", BARE, "partly", "facts", None),
    ("at least partly", {"answer": "unmet"}, "partly", "facts", None),
    ("at least partly", WAIVED, "partly", "facts", None),
    ("at least partly", None, "partly", "facts", None),
    ("false", SHOWN, "unmet", "facts", "error contradiction"),
    ("false", BARE, "unmet", "facts", "error contradiction"),
    ("false", WAIVED, "not_applicable", "answer", None),
    ("false", {"answer": "not_applicable"}, "unmet", "facts", None),
    ("false", {"answer": "planned"}, "unmet", "facts", None),
    ("false", {"answer": "partly"}, "unmet", "facts", None),
    ("false", None, "unmet", "facts", None),
    ("undetermined", SHOWN, "met", "answer", None),
    ("undetermined", BARE, "partly", "answer", "warning undocumented"),
    ("undetermined", {"answer": "partly"}, "partly", "answer", None),
    ("undetermined", {"answer": "unmet"}, "unmet", "answer", None),
    ("undetermined", {"answer": "planned", "due": "2026"}, "unmet", "answer", "note planned"),
    ("undetermined", {"answer": "planned", "due": "2026-04"}, "unmet", "answer", "warning overdue"),
    ("undetermined", {"answer": "planned", "due": "2026-05-01"}, "unmet", "answer", "note planned"),
    ("undetermined", {"answer": "planned", "due": "2026-04-30"}, "unmet", "answer", "warning overdue"),
    ("undetermined", WAIVED, "not_applicable", "answer", None),
    ("undetermined", {"answer": "not_applicable"}, "unknown", "answer", "error reason-missing"),
    ("undetermined", {**WAIVED, "reason": "  "}, "unknown", "answer", "error reason-missing"),
    ("undetermined", {"answer": "unknown"}, "unknown", "answer", None),
    ("undetermined", None, "unknown", None, "note unanswered"),
    # Not in the table: `met` is false and `partly` open. A claim never beats a fact.
    ("met false, partly open", SHOWN, "partly", "answer", "warning contradiction"),
    ("met false, partly open", BARE, "partly", "answer", "warning contradiction"),
    ("met false, partly open", {"answer": "unmet"}, "unmet", "answer", None),
    ("met false, partly open", None, "unknown", None, "note unanswered"),
]  # fmt: skip


def outcome(tmp_path, facts, answer=None, rule=CRITERION, **record) -> Outcome:
    model = load_model(write_model(tmp_path, [rule]))
    answers = {"A": answer} if answer else {}
    product = load_product(write_product(tmp_path, facts=facts, answers=answers, **record), model)
    return assess(product, model, as_of=TODAY).outcome("A")


def test_a_plan_without_a_date_is_found(tmp_path):
    found = outcome(tmp_path, {}, {"answer": "planned"})

    assert [(f.code, f.severity) for f in found.findings] == [
        ("planned", "note"),
        ("planned-undated", "warning"),
    ]


@pytest.mark.parametrize(
    ("says", "answer", "status", "basis", "expected"),
    ROWS,
    ids=[f"{says}: {(answer or {}).get('answer')}" for says, answer, *_ in ROWS],
)
def test_the_table(tmp_path, says, answer, status, basis, expected):
    found = outcome(tmp_path, FACTS[says], answer)

    assert (found.status, found.basis) == (status, basis)
    assert [f"{f.severity} {f.code}" for f in found.findings] == ([expected] if expected else [])


def test_a_finding_points_at_the_answer_and_names_the_fact_against_it(tmp_path):
    found = outcome(tmp_path, {"licence": None, "open": False}, BARE)
    [contradiction] = found.findings

    assert contradiction.location.file.endswith("products/tool/product.yaml")
    assert contradiction.location[1:] == (14, 13)
    assert contradiction.message.en == (
        'A (A) is answered "met", but by the facts this is not so: the licence is stated (product.yaml:10).'
    )
    assert contradiction.unplaced_message.en.endswith("not so: the licence is stated.")


def test_an_answer_is_never_enough_where_the_model_says_so(tmp_path):
    rule = {**CRITERION, "basis": "facts"}
    found = outcome(tmp_path / "a", {}, SHOWN, rule)
    assert (found.status, [f.code for f in found.findings]) == ("unknown", ["answer-not-enough"])

    found = outcome(tmp_path / "b", {"open": True}, SHOWN, rule)
    assert (found.status, found.basis) == ("partly", "facts")

    found = outcome(tmp_path / "c", {}, {"answer": "unmet"}, rule)
    assert (found.status, found.findings) == ("unmet", ())


def test_not_applicable_is_refused_where_the_model_says_so(tmp_path):
    rule = {**CRITERION, "not_applicable": False}
    found = outcome(tmp_path / "a", {}, WAIVED, rule)
    assert (found.status, [f.code for f in found.findings]) == (
        "unknown",
        ["not-applicable-not-allowed"],
    )

    found = outcome(tmp_path / "b", {"licence": None, "open": False}, WAIVED, rule)
    assert found.status == "unmet"


def accept(on="2026-01-01", by="board", **given):
    return {"on": on, "decision": "accept", "level": "low", "by": by, "accepts": {"A": given}}


GREY = {
    "evaluated": {"on": "2026-02-01", "by": "X"},
    "lights": {"A": {"light": "not_applicable"}},
}
EXPLAINED = {"answer": "unmet", "explanation": "Det venter på et udbud"}

DEVIATIONS = [
    # answer, decisions, evaluations, state
    ("explained only", EXPLAINED, [], [], "pending"),
    ("not explained", {"answer": "unmet"}, [], [], None),
    ("accepted", EXPLAINED, [accept()], [], "accepted"),
    ("accepted without a word from the product", {"answer": "unmet"}, [accept()], [], "accepted"),
    ("until today, that day included", EXPLAINED, [accept(until="2026-05-01")], [], "accepted"),
    ("until yesterday", EXPLAINED, [accept(until="2026-04-30")], [], "expired"),
    ("decided tomorrow", EXPLAINED, [accept(on="2026-05-02")], [], "pending"),
    ("decided today", EXPLAINED, [accept(on="2026-05-01")], [], "accepted"),
    ("by the role that declares", EXPLAINED, [accept(by="owner")], [], "pending"),
    ("a later decision replaces the earlier", EXPLAINED, [accept(), accept("2026-02-01", until="2026-03-01")], [], "expired"),
    ("one by the declarer replaces nothing", EXPLAINED, [accept(), accept("2026-02-01", by="owner")], [], "accepted"),
    ("waived only", WAIVED, [], [], "pending"),
    ("waived, and a grey light", WAIVED, [], [GREY], "accepted"),
    ("waived, and a grey light to come", WAIVED, [], [{**GREY, "evaluated": {"on": "2026-06-01", "by": "X"}}], "pending"),
    ("a newer evaluation is not grey", WAIVED, [], [GREY, {"evaluated": {"on": "2026-03-01", "by": "X"}, "lights": {"A": {"light": "unmet"}}}], None),
    ("unmet, and a grey light", EXPLAINED, [], [GREY], "pending"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "decisions", "evaluations", "state"),
    [row[1:] for row in DEVIATIONS],
    ids=[row[0] for row in DEVIATIONS],
)
def test_follow_or_explain(tmp_path, answer, decisions, evaluations, state):
    found = outcome(tmp_path, {}, answer, decisions=decisions, evaluations=evaluations)

    assert (found.deviation.state if found.deviation else None) == state
    assert found.accepted is (state == "accepted")


def test_an_expired_acceptance_is_found_where_it_was_given(tmp_path):
    found = outcome(tmp_path, {}, EXPLAINED, decisions=[accept(until="2026-04-30")])
    [expired] = found.findings

    assert (expired.code, expired.severity, expired.location.line) == (
        "acceptance-expired",
        "warning",
        9,
    )
    assert "expired after 30 April 2026" in expired.message.en


def test_a_criterion_that_is_met_has_no_deviation(tmp_path):
    found = outcome(tmp_path, {"licence": "MIT"}, EXPLAINED, decisions=[accept()])

    assert found.deviation is None

"""The decision log: what counts, for which level, and what is wrong with it."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from folders import criterion, write_model, write_product

from os2governance import Product, load_model, load_product
from os2governance.findings.finding import MAX_FINDINGS_PER_CODE
from os2governance.product import log_checks as log_module
from os2governance.product.decisions import find_acceptances

OPEN = {"fact": "open", "present": True}


def product(tmp_path, **record) -> Product:
    model = load_model(write_model(tmp_path, [criterion("A", "low", OPEN)]))
    return load_product(write_product(tmp_path, **record), model)


def decision(**more):
    return {"on": "2026-01-01", "decision": "place", "level": "low", "by": "board", **more}


WRONG = [
    ({"level": "lwo"}, "unknown-level", "'lwo'; did you mean 'low'?"),
    ({"by": "bord"}, "unknown-role", "'bord'; did you mean 'board'?"),
    ({"decision": "palce"}, "wrong-choice", "did you mean 'place'?"),
    ({"decision": "admit"}, "decision-level", "A level belongs to a placement"),
    ({"level": None}, "decision-level", "A level belongs to a placement"),
    ({"decision": "close", "level": None, "accepts": {"A": {}}}, "decision-accepts", "to close"),
    ({"on": "2026-02-30"}, "wrong-format", "must be a date"),
    ({"until": "2026-01-01"}, "unknown-key", "'until' is unknown"),
]


@pytest.mark.parametrize(("change", "code", "says"), WRONG)
def test_a_decision_with_a_fault_counts_for_nothing_and_voids_no_other(
    tmp_path, change, code, says
):
    found = product(tmp_path, decisions=[decision(), decision(**change)])
    [fault] = found.findings

    assert (fault.code, Path(fault.location.file).name) == (code, "decisions.yaml")
    assert fault.location.line > 7
    assert says in fault.message.en
    assert [each.decision for each in found.record.decisions] == ["place"]


def test_who_has_promised_is_a_role_and_an_unknown_one_voids_nothing(tmp_path):
    accepts = {"A": {"action": "x", "responsible": "ownre"}}
    found = product(tmp_path, decisions=[decision(accepts=accepts)])
    [fault] = found.findings

    assert fault.code == "unknown-role"
    assert "'ownre'; did you mean 'owner'?" in fault.message.en
    assert found.record.decisions[0].accepts["A"].action == "x"


@pytest.mark.parametrize("wrong", [{"product": 1}, {"format": "x"}, {"decisions": {}}])
def test_a_log_with_a_fault_in_its_head_counts_for_nothing(tmp_path, wrong):
    model = load_model(write_model(tmp_path, [criterion("A", "low", OPEN)]))
    folder = write_product(tmp_path, decisions=[decision()])
    log = yaml.safe_load((folder / "decisions.yaml").read_text())
    (folder / "decisions.yaml").write_text(yaml.safe_dump({**log, **wrong}))
    found = load_product(folder, model)

    assert found.findings
    assert found.record.decisions == ()


@pytest.mark.parametrize(
    ("decisions", "levels"),
    [
        ([decision()], ["low"]),
        ([decision(level="high")], ["high"]),
        ([decision(), decision(on="2026-02-01", decision="accept", level=None)], ["low", "low"]),
        (
            [decision(), decision(on="2026-02-01", decision="accept", level="high")],
            ["low", "high"],
        ),
        ([decision(decision="accept", level=None), decision(level="high")], ["high", "high"]),
        ([decision(decision="accept", level=None)], [None]),
        ([decision(on="2026-02-01"), decision(decision="accept", level=None)], [None, "low"]),
    ],
)
def test_an_acceptance_counts_for_its_level_or_that_of_the_day(tmp_path, decisions, levels):
    """The level is given, or the one at which the product is placed on that day (§4)."""
    accepting = [{**each, "accepts": {"A": {}}} for each in decisions]
    found = product(tmp_path, decisions=accepting)

    assert [each.accepts["A"].level for each in found.record.decisions] == levels
    unplaced = [
        each.severity for each in found.findings if each.code == "acceptance-without-level"
    ]
    assert unplaced == ["error"] * levels.count(None)


def test_acceptances_that_count_are_gathered_with_their_renewals(tmp_path):
    accepts = {"A": {"action": "Et udbud", "responsible": "board"}}
    decisions = [
        decision(accepts=accepts),
        decision(on="2026-02-01", accepts=accepts, by="owner"),
        decision(on="2026-03-01", accepts={"A": {"until": "2026-03-01"}}),
    ]
    found = product(tmp_path, decisions=decisions)
    model = load_model(tmp_path / "criteria" / "small" / "1")
    first, last = find_acceptances(found.record.decisions, model)["A"]

    assert [each.code for each in found.findings] == ["acceptance-by-declarer"]
    assert (first.action, first.responsible, first.renewal) == ("Et udbud", "board", 0)
    assert (last.renewal, last.has_ended(date(2026, 3, 1)), last.has_ended(date(2026, 3, 2))) == (
        1,
        False,
        True,
    )


def test_an_acceptance_of_what_the_model_does_not_have_accepts_nothing_and_leaves_the_log(
    tmp_path,
):
    """The criterion may have gone with a newer model, and a log is only ever appended to."""
    accepts = {"B": {"until": "2029-01-01"}, "A": {"until": "2029-01-01"}}
    found = product(tmp_path, facts={"open": False}, decisions=[decision(accepts=accepts)])
    [fault] = found.findings

    assert (fault.code, fault.severity, fault.location.line) == (
        "acceptance-unknown",
        "warning",
        9,
    )
    assert "'B' has no effect: small/1 has no such criterion" in fault.message.en
    assert list(found.record.decisions[0].accepts) == ["A"]


def test_a_log_of_another_product_counts_for_nothing(tmp_path):
    folder = write_product(tmp_path, decisions=[decision()])
    log = folder / "decisions.yaml"
    log.write_text(log.read_text().replace("tool", "other"))
    model = load_model(write_model(tmp_path, [criterion("A", "low", OPEN)]))
    found = load_product(folder, model)

    assert [f.code for f in found.findings] == ["record-other-product"]
    assert found.record.decisions == ()


def test_an_acceptance_has_the_grounds_of_its_own_or_of_the_decision(tmp_path):
    accepts = {"A": {"grounds": "Småt", "until": "2026-12-31"}}
    own = decision(accepts=accepts, grounds="Samlet", reference="Sag 7")
    shared = decision(on="2026-02-01", accepts={"A": None}, grounds="Samlet")
    first, second = (
        d.accepts["A"] for d in product(tmp_path, decisions=[own, shared]).record.decisions
    )

    assert (first.rationale, first.until, first.reference) == ("Småt", date(2026, 12, 31), "Sag 7")
    assert (second.rationale, second.until, second.by) == ("Samlet", None, "board")


def test_a_fault_that_comes_often_is_told_a_hundred_times(tmp_path, monkeypatch):
    asked = []
    for name in ("suggest_word", "suggest_id"):
        said = getattr(log_module, name)
        monkeypatch.setattr(
            log_module, name, lambda *words, said=said: (asked.append(words), said(*words))[1]
        )
    accepts = {f"B{number}": {} for number in range(30)}
    wrong = decision(decision="accept", level=None, by="bord", accepts=accepts)
    found = product(tmp_path, decisions=[wrong] * 120).findings
    codes = [each.code for each in found]

    assert {code: codes.count(code) for code in codes} == {
        "acceptance-unknown": MAX_FINDINGS_PER_CODE + 1,
        "unknown-role": MAX_FINDINGS_PER_CODE + 1,
    }
    assert len(asked) == len(codes)


PLACED = decision(level="high", accepts={"A": {"until": "2029-01-01"}})
ACCEPTED = decision(on="2026-02-01", decision="accept", level="high", accepts={"A": {}})


def withdrawal(**more):
    withdrawn = {"on": "2026-03-01", "decision": "withdraw", "by": "board", "grounds": "Ja"}
    return {**withdrawn, **more}


@pytest.mark.parametrize(
    ("decisions", "level", "accepted", "codes"),
    [
        ([PLACED, withdrawal()], None, [], []),
        ([PLACED, ACCEPTED, withdrawal()], None, ["A"], []),
        ([PLACED, withdrawal(withdraws=["A"])], "high", [], []),
        ([PLACED, withdrawal(withdraws=["A"]), withdrawal()], None, [], []),
        ([PLACED, withdrawal(), {**PLACED, "on": "2026-04-01"}], "high", ["A"], []),
        ([PLACED, withdrawal(by="owner")], "high", ["A"], ["withdrawal-by-other-body"]),
        (
            [PLACED, withdrawal(by="owner", withdraws=["A"])],
            "high",
            ["A"],
            ["withdrawal-by-other-body"],
        ),
        ([withdrawal()], None, [], ["withdrawal-of-nothing"]),
        ([PLACED, withdrawal(), withdrawal()], None, [], ["withdrawal-of-nothing"]),
        ([PLACED, withdrawal(withdraws=["A", "Q"])], "high", [], ["acceptance-unknown"]),
        ([PLACED, withdrawal(withdraws=["Q"])], "high", ["A"], ["acceptance-unknown"]),
        (
            [decision(level="high"), withdrawal(withdraws=["A"])],
            "high",
            [],
            ["withdrawal-of-nothing"],
        ),
        ([PLACED, withdrawal(withdraws=[])], "high", ["A"], ["decision-withdraws"]),
        ([PLACED, {**ACCEPTED, "withdraws": ["A"]}], "high", ["A"], ["decision-withdraws"]),
    ],
)
def test_a_withdrawal_ends_a_placing_with_its_acceptances_or_acceptances_alone(
    tmp_path, decisions, level, accepted, codes
):
    found = product(tmp_path, decisions=decisions)
    model = load_model(tmp_path / "criteria" / "small" / "1")
    in_force = found.record.in_force(date(2026, 5, 1))
    placing = found.record.placement(date(2026, 5, 1))

    assert (placing.level if placing else None) == level
    assert list(find_acceptances(in_force, model)) == accepted
    assert [each.code for each in found.findings] == codes


def test_an_acceptance_after_a_withdrawal_is_no_renewal(tmp_path):
    again = {**PLACED, "on": "2026-04-01"}
    found = product(tmp_path, decisions=[PLACED, withdrawal(), again])
    model = load_model(tmp_path / "criteria" / "small" / "1")
    [one] = find_acceptances(found.record.decisions, model)["A"]

    assert (one.on, one.renewal) == (date(2026, 4, 1), 0)

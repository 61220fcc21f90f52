"""How a product differs between two states, and what nobody has decided."""

from dataclasses import replace
from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import assess, load_model, load_product
from os2governance.analysis.difference import (
    LevelChange,
    ProductChange,
    ValueChange,
    check_removed_product,
    check_undecided_level_change,
)
from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.product.record_entries import ProductRecord, read_product_record

OPEN = {"fact": "open", "present": True}
LICENCE = {"fact": "licence", "present": True}
PLACED = {"on": "2026-01-01", "decision": "place", "by": "board", "grounds": "Ja."}
LOW, HIGH = {"open": True}, {"open": True, "licence": "MPL-2.0"}


@pytest.fixture
def state(tmp_path):
    """Assess a product with facts, placed at some levels one after the other."""
    criteria = [criterion("A", "low", OPEN), criterion("B", "high", LICENCE)]
    model = load_model(write_model(tmp_path, criteria))

    def assessed(facts, *levels):
        decisions = [
            {**PLACED, "on": f"2026-01-0{n}", "level": level} for n, level in enumerate(levels, 1)
        ]
        number = len(list(tmp_path.iterdir()))
        folder = write_product(tmp_path / str(number), facts=facts, decisions=decisions)
        return assess(load_product(folder, model), model, as_of=date(2026, 11, 23))

    return assessed


def test_levels_and_outcomes_that_differ(state):
    change = ProductChange(state(LOW), state(HIGH, "high"))

    assert change.product == "tool"
    assert [(each.name, each.before, each.after) for each in change.levels] == [
        ("placed", None, "high"), ("assessed", "low", "high"), ("fully", "low", "high"),
        ("declared", "low", "high"),
    ]  # fmt: skip
    assert change.outcomes == (ValueChange("B", "unknown", "met"),)


def test_a_level_that_is_open_now_is_another_state_of_none(state):
    change = ProductChange(state({"open": False}), state({}))
    assessed = next(each for each in change.levels if each.name == "assessed")

    assert assessed == LevelChange(
        name="assessed", before=None, after=None, before_state="below", after_state="not_settled"
    )


def test_new_and_gone(state):
    assert ProductChange(None, state(LOW)).outcomes == (
        ValueChange("A", None, "met"), ValueChange("B", None, "unknown"),
    )  # fmt: skip
    gone = ProductChange(state(LOW), None).levels
    assert (
        LevelChange(
            name="assessed", before="low", after=None, before_state="reached", after_state=None
        )
        in gone
    )
    assert "evaluated" not in [each.name for each in gone]
    assert check_undecided_level_change(ProductChange(state(LOW), None)) == []


def test_the_assessed_level_of_what_is_new_or_gone_is_told_whatever_it_is(state):
    for facts, was in ((LOW, "reached"), ({"open": False}, "below"), ({}, "not_settled")):
        new, gone = ProductChange(None, state(facts)), ProductChange(state(facts), None)
        level = "low" if was == "reached" else None

        assert [each for each in new.levels if each.name == "assessed"] == [
            LevelChange(
                name="assessed", before=None, after=level, before_state=None, after_state=was
            )
        ]
        assert [each.before_state for each in gone.levels if each.name == "assessed"] == [was]


NEW_PRODUCTS = [
    # facts; the kind, level and role of its decision; whether the level is decided
    (LOW, None, False),
    ({}, None, True),  # no level
    (LOW, ("admit", None, "board"), True),
    (HIGH, ("admit", None, "board"), False),  # an admission is to the lowest level
    (HIGH, ("place", "high", "board"), True),
    (HIGH, ("place", "high", "owner"), False),
]


@pytest.mark.parametrize(("facts", "decided", "covered"), NEW_PRODUCTS)
def test_a_new_product_rises_from_nothing(state, facts, decided, covered):
    after = state(facts)
    if decided:
        kind, level, by = decided
        made = replace(state(facts, "high").placement, decision=kind, level=level, by=by)
        record = after.record._replace(decisions=(made,))
        after = replace(after, product=replace(after.product, record=record))
    found = check_undecided_level_change(ProductChange(None, after), after.model)

    assert [each.severity for each in found] == ([] if covered else ["error"])


UNDECIDED, UNSETTLED = "level-change-undecided", "level-unsettled"
STOPPED = {"open": True, "licence": None}
LEVEL_CHANGES = [
    # facts and placements before, after; the severity and the code of the finding
    (LOW, [], HIGH, [], f"error {UNDECIDED}"),
    (STOPPED, [], HIGH, [], f"error {UNDECIDED}"),
    (LOW, ["low"], HIGH, ["low"], f"error {UNDECIDED}"),
    (LOW, ["low"], HIGH, ["low", "high"], None),  # decided together with it
    (LOW, ["high"], HIGH, ["high"], None),  # it has reached what was decided
    (LOW, ["low"], HIGH, [], f"error {UNDECIDED}"),  # a placement that is gone decides nothing
    (LOW, ["low", "low"], HIGH, ["low"], f"error {UNDECIDED}"),  # nor does an older one
    ({"open": False}, ["low"], HIGH, ["low", "low"], None),
    ({}, [], LOW, [], f"error {UNDECIDED}"),
    (HIGH, ["high"], STOPPED, ["high"], f"warning {UNDECIDED}"),
    (HIGH, ["high"], STOPPED, ["high", "high"], None),  # decided to stay all the same
    (HIGH, ["low"], STOPPED, ["low"], None),  # it has fallen to what was decided
    (LOW, [], {"open": False}, [], f"warning {UNDECIDED}"),  # placed nowhere
    (HIGH, ["high"], LOW, ["high"], f"warning {UNSETTLED}"),
    (HIGH, [], {}, [], f"warning {UNSETTLED}"),
    (HIGH, [], {"licence": None}, [], f"warning {UNDECIDED}"),  # one is open, one stops
    (HIGH, ["high"], LOW, ["high", "high"], None),  # decided since
    (HIGH, ["low"], LOW, ["low"], None),
    (LOW, [], LOW, [], None),
    ({"open": False}, [], {}, [], None),  # no level was reached, none is
    (LOW, ["low"], {"open": True, "users": []}, ["low"], None),
]


@pytest.mark.parametrize(("before", "placed", "after", "then", "said"), LEVEL_CHANGES)
def test_a_change_of_level_that_nobody_decided(state, before, placed, after, then, said):
    found = check_undecided_level_change(
        ProductChange(state(before, *placed), state(after, *then))
    )

    assert [f"{each.severity} {each.code}" for each in found] == ([said] if said else [])


def test_what_leaves_a_level_open_is_named(state):
    [found] = check_undecided_level_change(ProductChange(state(HIGH), state({})))

    assert found.arguments["criteria"].render("en") == "A and B"


def test_an_altered_placement_decides_nothing(state):
    before, after = state(LOW, "low"), state(HIGH, "low")
    altered = replace(after.placement, rationale="Nej.")
    record = after.record._replace(decisions=(altered,))
    product = replace(after.product, record=record)
    after = replace(after, placement=altered, product=product)

    assert [each.code for each in check_undecided_level_change(ProductChange(before, after))] == [
        "level-change-undecided"
    ]


def test_what_cannot_be_used_has_no_levels(state):
    change = ProductChange(state(LOW), None, unusable=True)

    assert change.levels == change.outcomes == ()
    assert change.differs


def test_a_product_that_is_gone(state):
    log = FileContent("decisions.yaml", b"product: tool\ndecisions: [{on: 2026-01-01}]\n")
    record = read_product_record(ProductFiles(log=log))
    nothing = ProductRecord()
    shut = replace(state(LOW), lifecycle="closed")

    def severities(before, record):
        return [each.severity for each in check_removed_product(before, record)]

    assert severities(state(LOW), record) == severities(None, record) == ["error"]
    assert severities(state(LOW), nothing) == ["warning"]
    assert severities(None, nothing) == severities(shut, record) == []

"""A round: what the record says of a half-year, each state of a step, and a naive recount."""

from datetime import date, timedelta

import pytest
from folders import criterion
from hypothesis import given
from hypothesis import strategies as st
from pages import BOARD, OPEN, assessed, loaded
from rounds import DAY, DUE, HALF, plan, record, round_of, several

from os2governance.portfolio.round import STEP_STATES, STEPS, build_round, list_round_records

LIGHTS = {"A": {"light": "met"}}


def done_in(folder, as_of=date(2026, 12, 31), **product):
    model = loaded(folder, [criterion("A", "low", OPEN)], wheel={"evaluation": "6 months"})
    (found,) = list_round_records(assessed(folder, model, as_of, **product), HALF)
    return {step: day.isoformat() for step, day in found.done.items()}


def declared(on, **more):
    return {"on": on, "by": "O", **more}


def evaluated(on, **more):
    return {"evaluated": {"on": on, "by": "E", **more}, "lights": LIGHTS}


def placed(on, kind="place", **more):
    level = {"level": "low"} if kind == "place" else {}
    return {"on": on, "decision": kind, **level, **BOARD, **more}


@pytest.mark.parametrize(
    ("product", "done"),
    [
        ({"declared": declared("2026-08-20")}, {"self_assessment": "2026-08-20"}),
        ({"declared": declared("2026-06-30")}, {}),
        ({"declared": declared("2026-08-20", draft=True)}, {}),
        (
            {
                "declared": declared("2026-06-20"),
                "submitted": {"on": "2026-07-02", "by": "O"},
            },
            {"self_assessment": "2026-07-02"},
        ),
        (
            {
                "declared": declared("2027-01-20"),
                "declarations": [{"declared": declared("2026-09-01")}],
            },
            {"self_assessment": "2026-09-01"},
        ),
        ({"declared": None, "evaluations": [evaluated("2026-10-01")]}, {"evaluation": "2026-10-01"}),
        ({"declared": None, "evaluations": [evaluated("2026-10-01", draft=True)],
          "register": {"registered": declared("2026-01-01"), "facts": {}}}, {}),
    ],
)  # fmt: skip
def test_what_the_record_says_of_a_half_year(tmp_path, product, done):
    assert done_in(tmp_path, **product) == done


@pytest.mark.parametrize(
    ("decision", "counts"),
    [
        (placed("2026-10-06"), True),
        (placed("2026-10-06", "pause"), True),
        (placed("2026-10-06", "admit"), False),
        (placed("2026-09-28"), False),  # of the round before: made before this evaluation
        (placed("2027-01-05"), False),
    ],
)
def test_a_decision_settles_the_round_after_its_evaluation(tmp_path, decision, counts):
    product = {"declared": declared("2026-05-01"), "evaluations": [evaluated("2026-09-29")]}
    found = done_in(tmp_path, as_of=date(2027, 2, 1), decisions=[decision], **product)

    assert ("decision" in found) == counts


def heard(on, answer="agreed", evaluation="2026-09-29", **more):
    return {"evaluation": evaluation, "heard": {"on": on, "by": "owner"}, "answer": answer, **more}


@pytest.mark.parametrize(
    ("hearings", "day"),
    [
        ([heard("2026-10-10")], "2026-10-10"),
        ([heard("2026-10-10", "objections", note="Nej"), heard("2026-10-20")], "2026-10-20"),
        ([heard("2026-10-10", "reply", note="Se bilaget")], None),
        ([heard("2026-07-10", evaluation="2026-07-01")], None),  # of an older evaluation
        ([heard("2027-01-10")], "2027-01-10"),
        ([heard("2027-02-02")], None),  # to come
    ],
)
def test_an_answer_to_the_newest_evaluation_is_its_hearing(tmp_path, hearings, day):
    product = {
        "declared": declared("2026-05-01"),
        "evaluations": [evaluated("2026-07-01"), evaluated("2026-09-29")],
    }
    found = done_in(tmp_path, as_of=date(2027, 2, 1), hearings=hearings, **product)

    assert found.get("hearing") == day


def test_what_is_to_come_is_not_done(tmp_path):
    assert done_in(tmp_path, as_of=date(2026, 7, 1), declared=declared("2026-08-20")) == {}


def states_of(*records, **products):
    (found,) = round_of(*records, **products).products
    return {each.step: each.state for each in found.steps}


def test_each_state_of_a_step():
    people = {"done": {"dialogue": date(2026, 9, 20), "agenda": date(2026, 11, 20)}}
    found = states_of(record(done={"self_assessment": date(2026, 9, 1)}), tool=people)

    assert found == {
        "invited": "passed",
        "self_assessment": "done",
        "dialogue": "done",
        "evaluation": "due",
        "hearing": "open",
        "agenda": "planned",
        "decision": "due",
        "follow_up": "open",
    }


def test_the_record_counts_before_what_people_write():
    own = record(done={"evaluation": date(2026, 9, 29)})
    (found,) = round_of(own, tool={"done": {"evaluation": date(2026, 9, 1)}}).products
    step = found.steps[3]

    assert (step.on, step.source) == (date(2026, 9, 29), "record")


def test_a_products_own_deadline_and_the_wheels_count():
    own = {"due": {"self_assessment": date(2026, 11, 1)}}
    assert states_of(record(), tool=own)["self_assessment"] == "due"
    bare = build_round(
        [record(evaluation_due=date(2026, 9, 5))], plan().__class__(), HALF, DAY
    ).products[0]
    assert (bare.steps[3].state, bare.next.step) == ("late", "evaluation")


def test_a_paused_product_is_not_late():
    assert "late" not in states_of(record(lifecycle="paused")).values()


@pytest.mark.parametrize(
    ("done", "parties"),
    [
        ([], ["product", "product", "product", "product"]),
        (["self_assessment"], ["evaluator", "evaluator", "evaluator", "evaluator"]),
        (["evaluation"], ["evaluator", "product", "decider", "decider"]),
        (["evaluation", "decision"], ["evaluator", "product", "decider", "product"]),
    ],
)
def test_nobody_is_waited_for_who_waits_for_another(done, parties):
    """A product is not late with a hearing on an evaluation that has not been made."""
    (found,) = round_of(record(done=dict.fromkeys(done, DAY))).products
    said = {each.step: each.party for each in found.steps}

    assert [said[step] for step in ("evaluation", "hearing", "decision", "follow_up")] == parties


def test_next_and_latest():
    ahead, late = round_of(
        record("late"), record("ahead", done={"evaluation": date(2026, 9, 29)})
    ).products

    assert (ahead.latest.step, ahead.next.step) == ("evaluation", "hearing")
    assert (late.latest, late.next.step, late.next.state) == (None, "invited", "late")
    everything = dict.fromkeys(STEPS, DAY)
    (whole,) = round_of(record(), tool={"done": everything}).products
    assert (whole.next, whole.latest.step) == (None, "follow_up")


def test_projects_closed_products_and_those_left_out_stand_apart():
    state = several()

    assert [(each.kind, [p.record.product for p in each.products]) for each in state.groups] == [
        ("product", ["ahead", "late"]),
        ("project", ["sketch"]),
    ]
    assert [each.record.product for each in state.out] == ["away", "gone"]


DAYS = st.dates(date(2026, 6, 1), date(2027, 1, 31))
STEP_DAYS = st.dictionaries(st.sampled_from(list(STEPS)), DAYS, max_size=4)


@given(st.lists(st.tuples(STEP_DAYS, STEP_DAYS, st.booleans()), max_size=5))
def test_a_naive_recount_gives_the_same(several):
    records = [record(f"p{number}", done=done) for number, (done, _, _) in enumerate(several)]
    people = {
        f"p{number}": {"done": said, "out": "x" if out else ""}
        for number, (_, said, out) in enumerate(several)
    }
    state = round_of(*records, **people)
    inside = [(done, said) for done, said, out in several if not out]
    for group in state.groups:
        for count in group.steps:
            days = [done.get(count.step) or said.get(count.step) for done, said in inside]
            assert count.states["done"] == len([day for day in days if day and day <= DAY])
            assert sum(count.states.values()) == len(inside)
            assert set(count.states) == set(STEP_STATES)
            if DUE.get(count.step, DAY) >= DAY:
                assert count.states["late"] == 0


@given(st.dates(date(2026, 7, 1), date(2027, 6, 1)), st.dates(date(2026, 7, 1), date(2027, 6, 1)))
def test_a_step_is_late_from_the_day_after_its_deadline(due, as_of):
    (found,) = round_of(record(), as_of=as_of, tool={"due": {"invited": due}}).products

    assert (found.steps[0].state == "late") == (as_of >= due + timedelta(1))

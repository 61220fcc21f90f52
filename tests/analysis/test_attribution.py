"""What caused a change, found by assessing every mixture of before and after."""

from datetime import date
from fractions import Fraction
from random import Random

import generators
import pytest
from assessors import library_of, product_files
from folders import criterion, write_model, write_product
from hypothesis import given, settings
from hypothesis import strategies as st
from mixed_states import assess_mixture

from os2governance import assess, load_model, load_product
from os2governance.analysis.attribution import (
    CriterionResult,
    attribute_change,
    build_result,
    compute_shares,
)
from os2governance.analysis.difference import LevelResult, list_level_results
from os2governance.analysis.mixtures import convert_to_model
from os2governance.analysis.state_inputs import CAUSES, ProductState, extract_input
from os2governance.model.versions import link_along
from os2governance.product.reader import build_product

CHANCE = st.randoms(use_true_random=False)


def drawn(chance: Random, main, criteria, schema, files) -> ProductState:
    """The state of a product by its files under a model, on a day."""
    library = library_of(main, criteria, schema)
    read, _ = build_product(product_files(files, main), library)
    product, model = read
    return ProductState(product, model, chance.choice([date(2025, 6, 1), date(2026, 5, 1)]))


def two_states(chance: Random) -> tuple[ProductState, ProductState]:
    """Two states of a product of which any file may be missing; some inputs may be the same."""
    main, criteria, schema = generators.governance_model(chance)
    made = [main, criteria]
    if chance.random() < 0.4:  # by another model, of the same vocabulary
        levels, names = [each["id"] for each in main["levels"]], list(main["conditions"])
        made[1] = [
            generators.governance_criterion(chance, f"C{n}", levels, schema, names)
            for n in range(chance.randint(1, 6))
        ]
        made[0] = {**main, "attainment": generators.governance_attainment(chance)}
    both = [chance.choice([criteria, made[1]]), made[1]]
    mains = [main if each is criteria else made[0] for each in both]
    files = [
        generators.product_files(chance, each, asked, schema)
        for each, asked in zip(mains, both, strict=True)
    ]
    fitting = both[0] is both[1]
    for name in (
        "product",
        "declarations",
        "register",
        "observations",
        "evaluations",
        "decisions",
    ):
        if (fitting or name in {"register", "observations"}) and chance.random() < 0.4:
            files[0][name] = files[1].get(name)
    if not any(files[0].get(name) for name in ("product", "evaluations", "register")):
        files[0] = files[1]
    before, after = (
        drawn(chance, *each, schema, held) for *each, held in zip(mains, both, files, strict=True)
    )
    return before, after


def results(assessment):
    return {each.criterion.id: build_result(each) for each in assessment.outcomes}


@given(CHANCE)
@settings(max_examples=120)
def test_the_parts_add_up_and_the_ends_are_the_states(chance):
    before, after = two_states(chance)
    found = attribute_change(before, after)

    first = assess(before.product, before.model, as_of=before.as_of)
    last = assess(after.product, after.model, as_of=after.as_of)
    ends = [
        assess_mixture(before, after, frozenset(names)) for names in ((), found.differing_inputs)
    ]
    for end, expected in zip(ends, (first, last), strict=True):
        assert (end.levels, end.states, end.lifecycle) == (
            expected.levels, expected.states, expected.lifecycle,
        )  # fmt: skip
        assert results(end) == results(expected)
    assert found.change.before.levels == first.levels
    assert found.change.after.levels == last.levels
    assert results(found.change.after) == results(last)
    for part in (*found.levels, *found.outcomes):
        assert sum(part.shares.values()) == 1
        assert part.sufficient_sets
        assert set(part.causes) <= set(part.shares) == set(found.differing_inputs)
        assert all(part.shares[name] != 0 or name in part.causes for name in part.causes)
        assert part.before != part.after
    assert {part.name for part in found.levels} - {"standing"} == {
        step.name for step in found.change.levels
    }


@given(CHANCE)
@settings(max_examples=60)
def test_each_sufficient_set_suffices_and_none_of_its_parts_does(chance):
    before, after = two_states(chance)
    found = attribute_change(before, after)

    def value(part, names):
        mixed = assess_mixture(before, after, frozenset(names))
        if part in found.outcomes:
            taken = "model" in names or "model" not in found.differing_inputs
            return results(mixed).get(part.ids[taken])
        return {**list_level_results(mixed), "standing": mixed.lifecycle}[part.name]

    for part in (*found.levels, *found.outcomes):
        for enough in part.sufficient_sets:
            assert value(part, enough) == part.after
            for left_out in enough:
                assert value(part, set(enough) - {left_out}) != part.after


@given(CHANCE)
@settings(max_examples=30)
def test_no_change_has_no_cause(chance):
    _, after = two_states(chance)
    found = attribute_change(after, after)

    assert (found.differing_inputs, found.levels, found.outcomes) == ((), (), ())


@given(CHANCE)
@settings(max_examples=60)
def test_what_alone_differs_is_the_cause(chance):
    """Of two states that differ in one kind of file only, nothing else is ever named."""
    main, criteria, schema = generators.governance_model(chance)
    old, new = (generators.product_files(chance, main, criteria, schema) for _ in range(2))
    names = {"register": "register", "observations": "observation",
             "evaluations": "evaluation", "decisions": "decision"}  # fmt: skip
    for name, cause in names.items():
        if not old["product"]:
            continue
        day = Random(1)
        states = (old, {**old, name: new.get(name)})
        before, after = (drawn(day, main, criteria, schema, each) for each in states)
        found = attribute_change(before, after._replace(as_of=before.as_of))
        assert set(found.differing_inputs) <= {cause}


def without_a_place(state: ProductState, model) -> set[str]:
    """Name what of a state says something that a model has no place for."""
    moved = state._replace(product=convert_to_model(state, model))
    return {name for name in CAUSES if extract_input(state, name) != extract_input(moved, name)}


def check_back_again(before: ProductState, after: ProductState) -> None:
    """Each way, what is needed to leave is found among the same things.

    All but what the other model has no place for: an answer to a criterion that only one of them
    has is gone with the model on the way out, and is an answer more on the way back.
    """
    there, back = attribute_change(before, after), attribute_change(after, before)
    homeless = without_a_place(before, after.model) | without_a_place(after, before.model)

    assert set(there.differing_inputs) ^ set(back.differing_inputs) <= homeless
    assert {p.name for p in there.levels} == {p.name for p in back.levels}


@given(CHANCE)
@settings(max_examples=30)
def test_back_again_is_shared_alike(chance):
    check_back_again(*two_states(chance))


@pytest.mark.parametrize("seed", [34, 101, 135])
def test_back_again_where_something_has_no_place(seed):
    """Three that hypothesis found: answers, and a level aimed at, that only one model knows."""
    check_back_again(*two_states(Random(seed)))


def test_shares_of_two_that_act_together_and_of_two_that_each_do():
    names = ("facts", "time")

    one, other, both = frozenset({"facts"}), frozenset({"time"}), frozenset(names)

    assert compute_shares({both}, names) == dict.fromkeys(names, Fraction(1, 2))
    assert compute_shares({one, other, both}, names) == dict.fromkeys(names, Fraction(1, 2))
    assert compute_shares({other, both}, names) == {"facts": 0, "time": 1}


def state(folder, criteria, on="2026-05-01", *, more=None, **product) -> ProductState:
    model = load_model(write_model(folder, criteria, **(more or {})))
    return ProductState(
        load_product(write_product(folder, **product), model), model, date.fromisoformat(on)
    )


LICENCE = {"fact": "licence", "present": True}
OPEN = criterion("A", "low", {"fact": "open", "present": True})
BOTH = criterion(
    "A", "low", {"all": [{"fact": "open", "present": True}, {"fact": "licence", "present": True}]}
)
FRESH = criterion("A", "low", {"fact": "group.met_on", "within": "12 months"})
ACCEPT = {
    "on": "2026-01-01",
    "decision": "accept",
    "level": "high",
    "by": "board",
    "accepts": {"A": {"until": "2026-06-01"}},
}


def test_facts_or_model_alone_and_both_together(tmp_path):
    found = attribute_change(
        state(tmp_path / "1", [OPEN], facts={"open": True}),
        state(tmp_path / "2", [BOTH], facts={"open": False}),
    )
    (part,) = found.outcomes

    assert (part.before, part.after) == (
        CriterionResult("met"),
        CriterionResult("unmet"),
    )
    assert part.sufficient_sets == (("facts",),)  # the other model alone would only leave it open

    found = attribute_change(
        state(tmp_path / "3", [OPEN], facts={"open": False}),
        state(tmp_path / "4", [BOTH], facts={"open": True, "licence": "MIT"}),
    )
    assert found.outcomes[0].sufficient_sets == (("facts",),)


def test_time_alone_and_what_is_accepted(tmp_path):
    before = state(tmp_path, [FRESH], facts={"group": {"met_on": "2025-06-01"}})
    found = attribute_change(before, before._replace(as_of=date(2026, 7, 1)))

    assert found.differing_inputs == ("time",)
    assert found.outcomes[0].sufficient_sets == (("time",),)
    assert {part.name: (part.before, part.after) for part in found.levels} == dict.fromkeys(
        ("assessed", "fully", "declared", "possible"),
        (LevelResult("high", "reached"), LevelResult(None, "below")),
    )


def test_an_acceptance_is_a_change_of_an_outcome(tmp_path):
    before = state(tmp_path / "1", [OPEN], facts={"open": False})
    after = state(tmp_path / "2", [OPEN], facts={"open": False}, decisions=[ACCEPT])
    (part,) = attribute_change(before, after).outcomes

    assert (part.before, part.after) == (
        CriterionResult("unmet"),
        CriterionResult("unmet", accepted=True, level="high"),
    )
    assert part.sufficient_sets == (("decision",),)


def test_facts_mend_and_time_takes_away(tmp_path):
    """A better fact and an acceptance that ran out: the level holds by the fact alone."""
    before = state(tmp_path / "1", [OPEN], facts={"open": False}, decisions=[ACCEPT])
    after = state(tmp_path / "2", [OPEN], "2026-07-01", facts={"open": True}, decisions=[ACCEPT])
    found = attribute_change(before, after)

    assert found.outcomes[0].sufficient_sets == (("facts",),)
    assert {part.name for part in found.levels} == {"confirmed"}  # the board stood behind it


def changed_by_files(folder, before, after, criteria=(OPEN,), on="2026-05-01", later="2026-05-01"):
    """The causes between two sets of files of a product, by criterion and level."""
    model = load_model(write_model(folder, list(criteria)))
    states = [
        ProductState(
            load_product(write_product(folder / str(number), **files), model),
            model,
            date.fromisoformat(day),
        )
        for number, (files, day) in enumerate(((before, on), (after, later)))
    ]
    found = attribute_change(*states)
    return found.differing_inputs, {p.name: p.sufficient_sets for p in found.outcomes}


def lights(on, **given):
    return {
        "evaluated": {"on": on, "by": "X"},
        "lights": {name: {"light": light} for name, light in given.items()},
    }


REGISTER = {"registered": {"on": "2026-04-01", "by": "X"}}
OBSERVED = {"observed": {"on": "2026-04-01", "with": "X", "repositories": []}}
OF_ONE_FILE = {
    "register": ({"register": {**REGISTER, "facts": {"open": True}}}, "register"),
    "observations": ({"observations": {**OBSERVED, "facts": {"open": True}}}, "observation"),
    "evaluation": ({"evaluations": [lights("2026-04-01", A="met")]}, "evaluation"),
    "decision": (
        {"decisions": [{**ACCEPT, "accepts": {"A": {}}}], "facts": {"open": False}}, "decision"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "cause"), OF_ONE_FILE.values(), ids=OF_ONE_FILE)
def test_each_file_is_a_cause_of_its_own(tmp_path, files, cause):
    before = {"facts": files.get("facts", {})}
    differing, outcomes = changed_by_files(tmp_path, before, before | files)

    assert (differing, outcomes) == ((cause,), {"A": ((cause,),)})


def test_a_product_without_a_declaration(tmp_path):
    """It had none and is evaluated anew; then it declares."""
    given = {"declared": None, "evaluations": [lights("2026-03-01", A="unmet")]}
    more = {**given, "evaluations": [*given["evaluations"], lights("2026-04-01", A="met")]}

    assert changed_by_files(tmp_path / "1", given, more) == (
        ("evaluation",), {"A": (("evaluation",),)}
    )  # fmt: skip
    declares = {**more, "declared": {"on": "2026-04-15", "by": "X"}, "facts": {"open": False}}
    assert changed_by_files(tmp_path / "2", more, declares) == (
        ("facts", "answers"), {"A": (("facts",),)}
    )  # fmt: skip


def test_what_was_written_between_keeps_its_order(tmp_path):
    """The evaluation did not see the newer answer: no date is a cause of what that lowers."""
    answers = {"A": {"answer": "met", "evidence": ["https://a.example"]}}
    first = {"declared": {"on": "2026-01-01", "by": "X"}, "answers": answers}
    second = {"declared": {"on": "2026-05-01", "by": "X"}, "answers": {"A": {"answer": "unmet"}}}
    after = {
        **second, "declarations": [first], "evaluations": [lights("2026-03-01", A="partly")]
    }  # fmt: skip
    differing, outcomes = changed_by_files(
        tmp_path, first, after, on="2026-02-01", later="2026-06-01"
    )

    assert differing == ("answers", "evaluation", "time")
    assert outcomes == {"A": (("answers",),)}


def test_a_declaration_that_is_kept_when_it_changes_is_no_cause(tmp_path):
    """Only the answer is new; that the facts are declared again is no difference in them."""
    first = {"declared": {"on": "2026-01-01", "by": "X"}, "facts": {"licence": "MIT"}}
    second = {**first, "declared": {"on": "2026-04-01", "by": "X"}}
    second["answers"] = {"A": {"answer": "unmet"}}

    assert changed_by_files(tmp_path, first, {**second, "declarations": [first]}) == (
        ("answers",), {"A": (("answers",),)}
    )  # fmt: skip


def test_what_is_merely_dated_anew_differs_in_its_facts(tmp_path):
    """Declared after the observation, a fact counts again (semantics §2)."""
    seen = {"observations": {**OBSERVED, "facts": {"group": {"terms": "y"}}}}
    first = {"declared": {"on": "2026-01-01", "by": "X"}, "facts": {"group": {"terms": "x"}}}
    again = {**first, "declared": {"on": "2026-04-15", "by": "X"}, "declarations": [first]}
    named = criterion("A", "low", {"fact": "group.terms", "equals": "x"})

    assert changed_by_files(tmp_path, first | seen, again | seen, [named]) == (
        ("facts",), {"A": (("facts",),)}
    )  # fmt: skip


def test_a_register_by_the_older_model_is_lost_by_the_model(tmp_path):
    """The file is the same; another model does not merge it (semantics §2)."""
    registered = {"register": {**REGISTER, "facts": {"open": True}}}
    old = load_model(write_model(tmp_path, [OPEN]))
    new = newer(tmp_path / "new", [OPEN])
    before, after = (
        ProductState(
            load_product(write_product(tmp_path / name, model=name, **registered), model),
            model,
            date(2026, 5, 1),
        )
        for name, model in (("small/1", old), ("small/2", new))
    )
    found = attribute_change(before, after)

    assert found.differing_inputs == ("model",)
    assert [(p.name, p.causes) for p in found.outcomes] == [("A", ("model",))]


def newer(folder, asked, **supersedes):
    said = {"version": "1", **supersedes}
    made = write_model(folder, asked, version="2", supersedes=said)
    return load_model(made.rename(folder / "criteria/small/2"))


def taken_over(before, model):
    """Give what comes of a product where its model is replaced, and nothing else is touched."""
    found = link_along([before.model, model])
    return attribute_change(
        before, ProductState(convert_to_model(before, model, found), model, before.as_of), found
    )


def test_a_criterion_that_is_called_otherwise_keeps_its_answer(tmp_path):
    old = state(tmp_path / "1", [OPEN], answers={"A": {"answer": "partly"}}, facts={})
    model = newer(tmp_path / "2", [{**OPEN, "id": "Z"}], criteria={"Z": ["A"]})
    found = taken_over(old, model)

    assert found.differing_inputs == ("model",)
    assert found.outcomes == ()
    assert [(o.criterion.id, o.status) for o in found.change.after.outcomes] == [("Z", "partly")]


def test_what_does_not_mean_the_same_keeps_no_answer(tmp_path):
    """Split, merged and sharpened criteria are to be answered anew, as `criteria migrate` says."""
    said = {name: {"answer": "unmet"} for name in "ABCD"}
    asked = [{**OPEN, "id": name, "met": LICENCE} for name in "ABCD"]
    old = state(tmp_path / "1", asked, answers=said, facts={})
    new = [{**asked[0], "id": name} for name in ("A1", "A2", "B", "D")]
    told = {"A1": ["A"], "A2": ["A"], "B": ["B", "C"]}
    model = newer(tmp_path / "2", new, criteria=told, sharpened=["D"])
    found = taken_over(old, model)

    assert [(part.ids, part.causes) for part in found.outcomes] == [
        (("A", "A1"), ("model",)),
        (("A", "A2"), ("model",)),
        (("B", "B"), ("model",)),
        (("D", "D"), ("model",)),
    ]
    assert [part.after for part in found.outcomes] == [CriterionResult("unknown")] * 4


def test_an_id_that_is_given_to_another_criterion(tmp_path):
    """B was dropped, and C is called B now: what became of each is told."""
    said = {"B": {"answer": "unmet"}, "C": {"answer": "partly"}}
    old = state(tmp_path / "1", [{**OPEN, "id": name} for name in "BC"], answers=said, facts={})
    model = newer(tmp_path / "2", [{**OPEN, "id": "B"}], criteria={"B": ["C"]}, dropped=["B"])
    found = taken_over(old, model)

    assert [(part.ids, part.before, part.after) for part in found.outcomes] == [
        (("B", None), CriterionResult("unmet"), None)
    ]
    assert found.outcomes[0].name == "B"
    assert found.change.after.outcome("B").status == "partly"

"""Examples prove a criterion; mutants prove the examples."""

from folders import criterion, write_model

from os2governance import load_model
from os2governance.checks.mutation import check_examples, generate_mutants, make_survivor_finding

OPEN = {"fact": "open", "present": True}
LICENCE = {"fact": "licence", "present": True}


def example(expect, **facts):
    return {"facts": facts, "as_of": "2026-05-01", "expect": expect}


def test_a_wrong_example_is_found_with_its_place(tmp_path):
    given = [example("met", open=True), example("met", open=False)]
    model = load_model(write_model(tmp_path, [criterion("A", "low", OPEN, examples=given)]))
    [found] = check_examples(model)

    assert (found.code, found.criterion, found.location.line) == ("example-fails", "A", 15)
    assert "expects 'met', but the facts give 'unmet'" in found.message.en


def test_an_example_must_fit_the_vocabulary(tmp_path):
    given = [example("undetermined", opne=True)]
    model = load_model(write_model(tmp_path, [criterion("A", "low", OPEN, examples=given)]))
    [found] = check_examples(model)

    assert (found.code, found.location.line) == ("unknown-key", 12)
    assert "did you mean 'open'?" in found.message.en


def test_mutants_that_no_example_notices_survive(tmp_path):
    rule = {"all": [OPEN, LICENCE]}
    given = [example("met", open=True, licence="MIT"), example("unmet", open=False, licence="MIT")]
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule, examples=given)]))
    survived = [make_survivor_finding(m).message.en for m in generate_mutants(model) if m.survives]

    left_out = "met all[1]: {'fact': 'licence', 'present': True} → (left out)"
    assert survived == [f"No example of A detects this change: {left_out}."]


def test_mutants_of_conditions_are_noticed_by_any_criterion_that_uses_them(tmp_path):
    uses = [
        criterion("A", "low", {"use": "is_open"}),
        criterion("B", "low", {"use": "is_open"}, examples=[example("met", open=True)]),
    ]
    model = load_model(write_model(tmp_path, uses, conditions={"is_open": OPEN}))
    survived = [(m.name, m.mutation.render()) for m in generate_mutants(model) if m.survives]

    assert survived == [("A", ".: use is_open → not use is_open")]


def test_leaving_partly_out_is_a_mutant(tmp_path):
    given = [example("met", open=True, licence="MIT")]
    rule = criterion("A", "low", {"all": [OPEN, LICENCE]}, partly=OPEN, examples=given)
    model = load_model(write_model(tmp_path, [rule]))

    assert [m.survives for m in generate_mutants(model) if m.mutation.before == "partly"] == [True]

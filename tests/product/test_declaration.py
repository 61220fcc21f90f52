"""A declaration read against its model: all that is wrong with it, at once."""

from dataclasses import astuple
from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance import InvalidFilesError, load_model, load_product

OPEN = {"fact": "open", "present": True}


def load(tmp_path, **values):
    model = load_model(write_model(tmp_path, [criterion("A1", "low", OPEN)]))
    return load_product(write_product(tmp_path, **values), model)


def faults(tmp_path, **values):
    with pytest.raises(InvalidFilesError) as error:
        load(tmp_path, **values)
    return [(f.code, f.location.line, f.message.en) for f in error.value.findings]


def test_a_whole_declaration(tmp_path):
    answer = {"answer": "planned", "due": "2026-12-01", "note": "n", "evidence": ["x"]}
    found = load(tmp_path, facts={"open": True}, answers={"A1": answer}, aims_at="high").current

    assert (found.product, found.name, found.kind, found.model) == (
        "tool",
        "Tool",
        "product",
        "small/1",
    )
    assert (found.declared_on, found.declared_by) == (date(2026, 5, 1), "Ejeren")
    assert found.facts == {"open": True}
    assert astuple(found.answers["A1"]) == (
        "planned",
        ("x",),
        "n",
        "",
        "",
        date(2026, 12, 1),
        "2026-12-01",
    )
    assert found.aims_at == "high"


@pytest.mark.parametrize("nothing", [{}, {"facts": None, "answers": None}, {"facts": {}}])
def test_nothing_declared_is_a_declaration_too(tmp_path, nothing):
    found = load(tmp_path, **nothing).current

    assert (found.facts, found.answers) == ({}, {})


@pytest.mark.parametrize(
    ("values", "code", "line", "says"),
    [
        ({"facts": {"opne": True}}, "unknown-key", 10, "'opne' is unknown; did you mean 'open'?"),
        ({"facts": {"open": "ja"}}, "wrong-type", 10, "'facts.open' must be true or false, but is ja."),
        ({"facts": {"group": {"met_on": "2026-02-30"}}}, "wrong-format", 11, "'facts.group.met_on'"),
        ({"facts": {"users": [{"pays": -1}]}}, "out-of-bounds", 11, "'facts.users[0].pays' must be at least 0"),
        ({"facts": []}, "wrong-type", 9, "'facts' must be a group of keys, but is a list."),
        ({"answers": {"AA1": {"answer": "met"}}}, "unknown-criterion", 10, "no criterion 'AA1' in small/1; did you mean 'A1'?"),
        ({"answers": {"a1": {"answer": "met"}}}, "unknown-criterion", 10, "no criterion 'a1' in small/1; did you mean 'A1'?"),
        ({"answers": {"A11": {"answer": "met"}}}, "unknown-criterion", 10, "no criterion 'A11' in small/1."),
        ({"answers": {"A1": {"answer": "ja"}}}, "wrong-choice", 11, "'answers.A1.answer' cannot be ja"),
        ({"answers": {"A1": {}}}, "missing-key", 10, "The key 'answer' is missing in answers.A1."),
        ({"answers": {"A1": {"answer": "met", "evidence": "x"}}}, "wrong-type", 12, "must be a list"),
        ({"aims_at": "hihg"}, "unknown-level", 9, "'hihg'; did you mean 'high'?"),
        ({"aims_at": 2}, "wrong-type", 9, "'aims_at' must be a text, but is 2."),
        ({"kind": "prodcut"}, "wrong-choice", 4, "did you mean 'product'?"),
        ({"colour": "red"}, "unknown-key", 9, "'colour' is unknown"),
        ({"format": "os2governance/product/2"}, "wrong-choice", 1, "did you mean 'os2governance/product/1'?"),
    ],
)  # fmt: skip
def test_one_fault(tmp_path, values, code, line, says):
    [(found, at, message)] = faults(tmp_path, **values)

    assert (found, at) == (code, line)
    assert says in message


def test_the_levels_that_there_are_are_told_with_their_names(tmp_path):
    levels = [{"id": "low", "name": {"da": "Lavt", "en": "Low"}}, {"id": "high"}]
    model = load_model(write_model(tmp_path, [criterion("A1", "low", OPEN)], levels=levels))
    with pytest.raises(InvalidFilesError) as error:
        load_product(write_product(tmp_path, aims_at="7"), model)
    [found] = error.value.findings

    assert found.message.da == "Niveauet »7« findes ikke."
    assert found.remedy.da == "Brug et af modellens niveauer: low (Lavt), high."
    assert found.remedy.en == "Use one of the model's levels: low (Low), high."


def test_all_faults_at_once_in_the_order_of_the_file(tmp_path):
    found = faults(
        tmp_path,
        kind="x",
        aims_at="top",
        facts={"opne": 1, "users": [{"name": 2}]},
        answers={"A1": {"answer": "met", "note": 3}, "Z": {"answer": "met"}},
    )

    assert [code for code, *_ in found] == [
        "wrong-choice",
        "unknown-level",
        "unknown-key",
        "wrong-type",
        "wrong-type",
        "unknown-criterion",
    ]
    assert [line for _, line, _ in found] == sorted(line for _, line, _ in found)


def test_a_list_of_which_the_rules_ask_too_much(tmp_path):
    """A product and a model of a megabyte each could else take hours, and all memory."""
    active = {"fact": "active", "equals": True}
    rule = {"every": {"in": "users", "where": {"all": [active] * 900}}}
    model = load_model(write_model(tmp_path, [criterion("A1", "low", rule)]))

    def load_with(count):
        users = [{"active": True}] * count
        return load_product(write_product(tmp_path, f"t{count}", facts={"users": users}), model)

    assert load_with(200).current.facts
    with pytest.raises(InvalidFilesError) as error:
        load_with(300)
    (found,) = error.value.findings
    assert (found.code, found.location.line, found.arguments["name"]) == (
        "list-too-long",
        10,
        "users",
    )

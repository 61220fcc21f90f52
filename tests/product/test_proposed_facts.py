"""Facts that are proposed: which of them wait, and how they go out of the file again."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.documents.yaml_edit import edit_yaml
from os2governance.documents.yaml_reader import read_yaml
from os2governance.product.proposed_facts import (
    build_removals,
    find_waiting_proposals,
    format_fact_path,
    is_declared,
)
from os2governance.rules.vocabulary import Fact

SCHEMA = {
    "type": "object",
    "properties": {
        "licence": {"type": ["string", "null"]},
        "review": {
            "type": ["object", "null"],
            "properties": {"on": {"type": "string"}, "by": {"type": "string"}},
        },
        "code": {"type": "array", "items": {"type": "object", "properties": {"url": {}}}},
    },
}
VOCABULARY = Fact(SCHEMA, SCHEMA)
PROPOSED = {
    "facts": {"licence": "MIT", "review": {"on": "2018", "by": "X"}, "code": [{"url": "u"}]},
    "from": {"licence": "x.md:3: MIT", "review.on": "x.md:4: i 2018"},
}


def waiting(facts, proposed=PROPOSED):
    values = {"proposed": proposed} | ({} if facts == "none" else {"facts": facts})
    return [each.name for each in find_waiting_proposals(values, VOCABULARY)]


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        ("none", ["licence", "review.on", "review.by", "code"]),
        (None, ["licence", "review.on", "review.by", "code"]),
        ({"licence": "GPL"}, ["review.on", "review.by", "code"]),
        ({"licence": None}, ["review.on", "review.by", "code"]),
        ({"review": None}, ["licence", "code"]),
        ({"review": {"on": "2019"}}, ["licence", "review.by", "code"]),
        ({"code": []}, ["licence", "review.on", "review.by"]),
    ],
)
def test_what_is_declared_waits_no_more(facts, names):
    assert waiting(facts) == names


@pytest.mark.parametrize(
    "proposed",
    [None, {}, {"facts": None}, {"facts": {"unknown": 1}}, {"facts": {"licence": None}}, {"from": {"licence": "x"}}],
)  # fmt: skip
def test_what_nobody_could_use_waits_for_nobody(proposed):
    assert waiting({}, proposed) == []


def test_each_has_its_source_if_there_is_one():
    found = find_waiting_proposals({"proposed": PROPOSED}, VOCABULARY)

    assert [each.source for each in found] == ["x.md:3: MIT", "x.md:4: i 2018", "", ""]


def test_a_group_that_is_absent_declares_all_in_it():
    assert is_declared({"review": None}, ("review", "on"))
    assert not is_declared({"review": {}}, ("review", "on"))
    assert format_fact_path(("review", "on")) == "review.on"


TEXT = """\
name: Tool
proposed:
  # read in the report
  facts:
    licence: MIT
    review:
      on: "2018"   # the year alone
      by: X
    code:
      - url: u
  from:
    licence: "x.md:3: MIT"
    review.on: "x.md:4: i 2018"
answers: {}
"""


@given(st.permutations(range(4)), st.integers(0, 4))
def test_proposals_go_out_of_the_file_in_any_order_and_leave_no_empty_group(order, number):
    data = TEXT.encode()
    left = copy.deepcopy(read_yaml(data, "x")[0].values)
    chosen = [find_waiting_proposals(left, VOCABULARY)[at] for at in order[:number]]
    for one in chosen:
        values = read_yaml(data, "x")[0].values
        data = edit_yaml(data, list(build_removals(values, [one])))
    after = read_yaml(data, "x")[0].values

    names = {each.name for each in find_waiting_proposals(after, VOCABULARY)}
    assert names == {"licence", "review.on", "review.by", "code"} - {each.name for each in chosen}
    assert {"name": after["name"], "answers": after["answers"]} == {"name": "Tool", "answers": {}}
    assert ("proposed" in after) == (number < 4)
    assert all(after.get("proposed", {"x": 1}).values())


def test_all_at_once_is_the_same_as_one_by_one():
    values = read_yaml(TEXT.encode(), "x")[0].values
    chosen = find_waiting_proposals(values, VOCABULARY)
    data = edit_yaml(TEXT.encode(), list(build_removals(values, chosen)))

    assert read_yaml(data, "x")[0].values == {"name": "Tool", "answers": {}}

"""Each fact is asked for once: where it is read first, and is shown in the other criteria."""

from pathlib import Path

import pytest
from folders import criterion, titled, write_model
from hypothesis import given
from hypothesis import strategies as st

from os2governance import load_model
from os2governance.files.listing import find_shipped_criteria
from os2governance.model.library import read_model_folder
from os2governance.web.build_form import OtherSources, build_form
from os2governance.web.criterion_facts import place_facts
from os2governance.web.fact_parts import build_fact_parts
from os2governance.web.form import list_leaves
from os2governance.workflows.disk_files import MODELS_ON_DISK

GARDEN = Path(__file__).parent.parent / "golden" / "garden"
OS2 = read_model_folder(find_shipped_criteria() / "os2" / "1.1.0", MODELS_ON_DISK)[0]
HAVEN = read_model_folder(GARDEN / "criteria" / "haven" / "2", MODELS_ON_DISK)[0]
WORD = titled({"type": ["string", "null"]}, "Ordet", "The word")


def group(**below):
    return titled({"type": ["object", "null"], "properties": below}, "Gruppen", "The group")


SCHEMA = {
    "type": "object",
    "properties": {
        "plan": group(paper=group(link=WORD, day=WORD), goal=WORD),
        "users": titled(
            {
                "type": "array",
                "items": {"type": "object", "properties": {"name": WORD, "size": WORD}},
            },
            "Brugerne",
            "The users",
        ),
    },
}


@pytest.fixture
def place(tmp_path):
    """A function that places the facts of a model of two criteria with the given rules."""

    def build(first, second, decided=()):
        asked = [criterion("A", "low", first), criterion("B", "low", second)]
        model = load_model(write_model(tmp_path, asked, SCHEMA))
        placed = place_facts(build_fact_parts(model, {}), model.criteria, decided)
        return placed, {
            name: tuple(
                [part.name.removeprefix("facts.") for part in parts]
                for parts in (facts, further, [each.part for each in shared])
            )
            for name, (facts, further, shared) in placed.by_criterion.items()
        }

    return build


LINK = {"fact": "plan.paper.link", "present": True}
GOAL = {"fact": "plan.goal", "present": True}
USERS = {"in": "users", "where": {"fact": "size", "present": True}}


def test_a_fact_that_two_read_is_asked_at_the_first_and_shown_in_the_other(place):
    _, names = place({"all": [LINK, GOAL]}, LINK)

    assert names["A"] == (["plan.paper.link", "plan.goal"], ["plan.paper.day"], [])
    assert names["B"] == ([], [], ["plan.paper.link"])


def test_it_is_asked_where_facts_leave_the_criterion_open(place):
    _, names = place(LINK, LINK, {"A"})

    assert (names["A"][0], names["B"][0]) == ([], ["plan.paper.link"])
    assert names["A"][2] == ["plan.paper.link"]


def test_a_list_is_asked_whole_where_a_rule_reads_into_it(place):
    _, names = place({"some": USERS}, {"every": USERS})

    assert names == {"A": (["users"], [], []), "B": ([], [], ["users"])}


def test_who_reads_a_group_is_shown_what_is_asked_of_it(place):
    _, names = place({"fact": "plan.paper", "present": True}, LINK)

    assert names["B"] == (["plan.paper.link"], ["plan.paper.day"], [])
    assert names["A"] == ([], [], ["plan.paper.link", "plan.paper.day"])


def test_a_group_that_is_only_read_as_a_whole_is_asked_there(place):
    _, names = place({"fact": "plan.paper", "present": True}, GOAL)

    assert names["A"][0] == ["plan.paper.link", "plan.paper.day"]


def test_what_no_rule_reads_is_left_over(place):
    placed, _ = place(GOAL, GOAL)

    names = [part.name for part in list_leaves(placed.others)]
    assert names == ["facts.plan.paper.link", "facts.plan.paper.day", "facts.users"]


@pytest.mark.parametrize("model", [OS2, HAVEN], ids=["os2", "haven"])
@given(data=st.data())
def test_nothing_is_asked_twice_and_nothing_is_lost(model, data):
    ids = [each.id for each in model.criteria]
    decided = data.draw(st.frozensets(st.sampled_from(ids)))
    drawn = build_form(model, {}, OtherSources(decided=decided))
    placed = [part.path for each in drawn.questions for part in (*each.facts, *each.further)]
    placed += [part.path for part in list_leaves(drawn.subjects)]
    whole = [part.path for part in list_leaves(build_fact_parts(model, {}))]

    assert sorted(map(str, placed)) == sorted(map(str, whole))
    for question in drawn.questions:
        for shared in question.shared:
            host = next(each for each in drawn.questions if each.criterion is shared.criterion)
            assert shared.part in (*host.facts, *host.further)

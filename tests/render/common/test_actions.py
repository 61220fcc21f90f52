"""The plan for one criterion, in sentences: how it stands, what to do, and what to declare."""

import pytest
from pages import BOTH, FRESH, LICENCE, OPEN, lines
from spoken import action

from os2governance.render.common.actions import (
    list_action_sentences,
    list_action_tasks,
    list_reservation_tasks,
    render_action_blocks,
    render_deciders,
    render_helpers,
    render_task_blocks,
    render_task_cell,
)


def test_a_question_that_is_open_can_be_answered_by_facts_or_by_itself(tmp_path):
    said = [task.sentence for task in list_action_tasks(action(tmp_path), "en", whole=True)]

    assert said == [
        "Is it so that the code is open? Answer yes or no.",
        "Or answer the criterion yourself, and refer to the evidence.",
        "If it is not in place yet: Open the code.",
    ]


def test_where_people_judge_the_criterion_itself_is_asked(tmp_path):
    [said] = list_action_sentences(action(tmp_path, None), "en")

    assert said == (
        "The code is open to all. Is that so? Answer the criterion, and refer to the evidence."
    )


def test_an_honest_no_is_left_until_something_is_done(tmp_path):
    said = list_action_sentences(action(tmp_path, answers={"K77": {"answer": "unmet"}}), "en")

    assert said == [
        "Open the code.",
        "When it is done:",
        "Is it so that the code is open? Answer yes or no.",
    ]


def test_an_explained_deviation_can_be_accepted_by_those_who_decide(tmp_path):
    explained = {"K77": {"answer": "unmet", "explanation": "Leverandøren sagde nej"}}
    found = action(tmp_path, None, answers=explained)

    assert render_deciders(found, "en") == "The board"
    assert list_action_sentences(found, "en") == [
        "The deviation is explained. The board can accept it.",
        "Open the code.",
        'When it is done, answer "met" and refer to the evidence.',
    ]


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("2027-01", "Det er planlagt til januar 2027."),
        ("2026-01-31", "Det var planlagt til 31. januar 2026, som er passeret."),
        (None, "Det er planlagt, men uden en dato."),
    ],
)
def test_a_plan_is_told_with_its_date(tmp_path, due, expected):
    planned = {"answer": "planned", **({"due": due} if due else {})}

    assert list_action_sentences(action(tmp_path, answers={"K77": planned}), "da")[0] == expected


def test_a_light_that_stops_is_told_by_who_gave_it_and_looked_at_again(tmp_path):
    lights = {"K77": {"light": "unmet", "grounds": "Koden ligger ikke fremme"}}
    evaluation = {"evaluated": {"on": "2026-02-03", "by": "X"}, "lights": lights}
    said = list_action_sentences(action(tmp_path, evaluations=[evaluation]), "da")

    assert said == [
        "Evaluator skrev 3. februar 2026: Koden ligger ikke fremme.",
        "Åbn koden.",
        "Derefter ser evaluator på kravet igen.",
    ]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ({"level": "low", "accepts": {"K77": {"until": "2026-03-31", "grounds": "Ja"}}}, "The acceptance of the deviation ended on 31 March 2026."),
        ({"level": "low", "accepts": {"K77": {"grounds": "Ja"}}}, "The deviation is accepted only up to low."),
    ],
)  # fmt: skip
def test_an_acceptance_that_does_not_count_is_told(tmp_path, decision, expected):
    log = [{"on": "2026-02-03", "by": "board", "grounds": "Ja", "decision": "place", **decision}]
    found = action(tmp_path, level="high", decisions=log, facts={"open": False})

    assert list_action_sentences(found, "en")[0] == expected


def test_a_claim_without_evidence_lacks_that_alone(tmp_path):
    found = action(tmp_path, answers={"K77": {"answer": "met"}})
    said = [
        'It is answered "met" without evidence. Refer to it, or state:',
        "Is it so that the code is open? Answer yes or no.",
    ]

    assert list_action_sentences(found, "en") == said
    assert [task.sentence for task in list_reservation_tasks(found, "en")] == said


@pytest.mark.parametrize(
    ("allowed", "expected"),
    [
        ("with_reason", 'It is answered "not applicable". Say why.'),
        ("no", 'This criterion cannot be answered "not applicable".'),
    ],
)
def test_not_applicable_needs_a_reason_where_it_may_be_claimed(tmp_path, allowed, expected):
    waived = {"K77": {"answer": "not_applicable"}}
    found = action(tmp_path, None, {"not_applicable": allowed}, answers=waived)

    assert list_action_sentences(found, "en")[0] == expected


def test_where_partly_is_enough_it_is_told_what_takes_the_reservation_away(tmp_path):
    found = action(tmp_path, {"all": [OPEN, LICENCE]}, {"partly": OPEN})
    brief, full = (list_action_tasks(found, "en", whole=more) for more in (False, True))
    beyond = ["To be met without reservation, also:", "State: the licence."]

    assert [task.sentence for task in full][1:3] == beyond
    assert not {*beyond} & {task.sentence for task in brief}


def test_a_reservation_by_a_light_is_brief(tmp_path):
    lights = {"K77": {"light": "partly", "grounds": "Næsten"}}
    evaluation = {"evaluated": {"on": "2026-02-03", "by": "X"}, "lights": lights}
    said = list_reservation_tasks(action(tmp_path, evaluations=[evaluation]), "en")

    assert [task.sentence for task in said][1:] == ["Open the code."]


@pytest.mark.parametrize("language", BOTH)
def test_keys_stand_beside_the_sentences_and_only_where_files_are_edited(tmp_path, language):
    found = action(tmp_path, {"all": [OPEN, FRESH]})
    blocks = list(render_action_blocks(found, language, 0))
    faint = [s.text.strip() for b in blocks for s in b.spans if s.style == "faint"]

    assert [text for text in faint if len(text) > 1] == ["open", "group.met_on"]
    assert not any("met_on" in each for each in list_action_sentences(found, language))


def test_helpers_are_named_as_in_a_sentence(tmp_path):
    helped = action(tmp_path / "1", more={"helps": ["board"]})

    assert render_helpers(helped, "da") == "med hjælp fra bestyrelsen"
    assert render_helpers(action(tmp_path / "2"), "da") == ""


def test_the_blocks_say_the_tasks(tmp_path):
    found = action(tmp_path)
    said = lines(render_action_blocks(found, "en", 0))

    assert len(said) == len(list_action_tasks(found, "en", whole=True))


def test_only_what_is_about_facts_is_an_item_of_a_list(tmp_path):
    tasks = list_action_tasks(action(tmp_path), "en", whole=True)
    blocks = list(render_task_blocks(tasks, 2))

    assert [block.hang for block in blocks] == [2 * bool(task.keys) for task in tasks]
    assert [span.style for span in render_task_cell(tasks[0])] == ["", "faint"]
    assert [span.style for span in render_task_cell(tasks[-1])] == [""]

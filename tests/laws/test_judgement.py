"""Laws of outcomes and levels (semantics §3 to §6), over whole random models and products.

Each law is asked of everything in `assessors`: of the oracle, so that the contract itself is known
to obey it, and of the engine.
"""

import copy
from itertools import pairwise
from random import Random
from typing import Any

import generators
from assessors import assessment_of, by_each
from generators import TODAY
from hypothesis import assume, given, note, settings
from hypothesis import strategies as st

CHANCE = st.randoms(use_true_random=False)
SETTINGS = settings(max_examples=60)
ORDER = ["unmet", "partly", "met"]
LINK = ["https://example.org/a"]
# From the worst to the best; a plan with a day that has not come.
ANSWERS: list[dict[str, Any]] = [
    {"answer": "unmet"},
    {"answer": "planned", "due": "2027"},
    {"answer": "partly"},
    {"answer": "met"},
    {"answer": "met", "evidence": LINK},
]


def made(chance: Random) -> tuple[Any, ...]:
    """Make up a model, its criteria, its vocabulary and the files of a product."""
    main, criteria, schema = generators.governance_model(chance)
    files = generators.product_files(chance, main, criteria, schema)
    note(f"{main['attainment']} {criteria} {files}")
    return main, criteria, schema, files


def height(main: dict[str, Any], level: str | None) -> int:
    return -1 if level is None else [each["id"] for each in main["levels"]].index(level)


def counts(main: dict[str, Any], word: str) -> bool:
    """Whether a model counts a status, or an acceptance, for anything."""
    rules = main["attainment"]
    return word in {*rules.get("satisfied_by", ["accepted"]), *rules.get("tolerated", ["partly"])}


def tolerates_partly(main: dict[str, Any]) -> bool:
    return counts(main, "partly")


def is_even(main: dict[str, Any], criteria: list[dict[str, Any]]) -> bool:
    """Whether a model counts no worse answer for more.

    It would if it tolerated a plan, but not what is partly done; and if any answer were enough for
    a recommendation of which an answer is never enough.
    """
    rules = main["attainment"]
    answered = rules.get("recommended") == "answered"
    return (tolerates_partly(main) or "planned" not in rules.get("tolerated", [])) and not (
        answered and any(c["recommended"] and "basis" in c for c in criteria)
    )


def is_lower(before: str, after: str) -> bool:
    """Whether an outcome is lower; what is unknown or does not apply has no place in the order."""
    return {before, after} <= set(ORDER) and ORDER.index(after) < ORDER.index(before)


def check_no_lower(main: dict[str, Any], before: Any, after: Any, *names: str) -> None:
    for name in names:
        assert height(main, after["levels"][name]) >= height(main, before["levels"][name]), name
    for name, one in before["criteria"].items():
        assert not is_lower(one["status"], after["criteria"][name]["status"]), name


def raised(main: dict[str, Any]) -> tuple[str, ...]:
    """Name the levels that nothing better lowers."""
    return ("assessed", "fully", *(["possible"] if tolerates_partly(main) else []))


@by_each
@given(CHANCE)
@SETTINGS
def test_levels_lie_in_order(assess, chance):
    main, criteria, schema, files = made(chance)
    levels = assess(main, criteria, schema, files)["levels"]

    assert height(main, levels["confirmed"]) <= height(main, levels["assessed"])
    assert height(main, levels["fully"]) <= height(main, levels["assessed"])
    assert height(main, levels["assessed"]) <= height(main, levels["possible"])


@by_each
@given(CHANCE)
@SETTINGS
def test_a_better_answer_lowers_nothing(assess, chance):
    main, criteria, schema, files = made(chance)
    assume(files["product"] and is_even(main, criteria))
    name = chance.choice(criteria)["id"]
    before = files["product"]["answers"].get(name, {})
    kept = {key: before[key] for key in ("explanation", "reason") if key in before}
    results = []
    for answer in ANSWERS:
        files["product"]["answers"][name] = {**kept, **answer}
        results.append(assess(main, criteria, schema, files))

    for worse, better in pairwise(results):
        check_no_lower(main, worse, better, *raised(main))


@by_each
@given(CHANCE)
@SETTINGS
def test_a_greener_light_lowers_nothing(assess, chance):
    main, criteria, schema, files = made(chance)
    assume(files["evaluations"])
    name = chance.choice(criteria)["id"]
    evaluation = chance.choice(files["evaluations"])
    results = []
    for light in ORDER:
        evaluation["lights"][name] = {"light": light}
        results.append(assess(main, criteria, schema, files))

    for worse, better in pairwise(results):
        levels = (*raised(main), *(["evaluated"] if tolerates_partly(main) else []))
        check_no_lower(main, worse, better, *levels)


@by_each
@given(CHANCE)
@SETTINGS
def test_an_acceptance_where_there_is_none_lowers_nothing(assess, chance):
    main, criteria, schema, files = made(chance)
    assume(counts(main, "accepted"))  # else the best that an explanation can hope for is nothing
    name = chance.choice(criteria)["id"]
    for decision in files["decisions"]:
        decision.get("accepts", {}).pop(name, None)
    accepting = {
        "on": chance.choice(generators.FILE_DATES),
        "decision": "accept",
        "by": "board",
        "level": chance.choice(main["levels"])["id"],
        "accepts": {name: chance.choice([{}, {"until": TODAY}, {"until": "2027-01-01"}])},
    }
    before = assess(main, criteria, schema, files)
    after = assess(
        main, criteria, schema, {**files, "decisions": [*files["decisions"], accepting]}
    )

    check_no_lower(main, before, after, *raised(main), "confirmed")
    for key in ("status", "basis"):
        assert [c[key] for c in before["criteria"].values()] == [
            c[key] for c in after["criteria"].values()
        ]


@by_each
@given(CHANCE)
@SETTINGS
def test_a_date_alone_changes_nothing_of_what_an_evaluation_found(assess, chance):
    """The declaration is handed in again without another word, and the earlier one is kept."""
    main, criteria, schema, files = made(chance)
    assume(files["product"])
    # What "2026" can mean ends on the day on which it is told, so that there a date does matter,
    # and so it does where an observation lies between: it counts only if it is the newer.
    files.pop("observations", None)
    before = {**with_whole_dates(files["product"]), "declared": {"on": "2026-01-31", "by": "X"}}
    kept = [each for each in files["declarations"] if each["declared"]["on"] < "2026-01-31"]
    later = {**before, "declared": {"on": chance.choice(["2026-03-10", TODAY]), "by": "X"}}
    first = {**files, "product": before, "declarations": kept}
    second = {**files, "product": later, "declarations": [*kept, before]}

    assert assess(main, criteria, schema, first) == assess(main, criteria, schema, second)


def with_whole_dates(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: with_whole_dates(each) for key, each in value.items()}
    if isinstance(value, list):
        return [with_whole_dates(each) for each in value]
    return "2025-05-01" if value in generators.PARTIAL_DATES else value


@by_each
@given(CHANCE)
@SETTINGS
def test_alone_a_declaration_is_assessed_as_it_is_declared(assess, chance):
    main, criteria, schema, files = made(chance)
    assume(files["product"])
    for name in ("register", "observations"):
        files.pop(name, None)
    found = assess(main, criteria, schema, {**files, "evaluations": []})

    assert found["levels"]["evaluated"] is None
    if found["states"]["declared"] != "none":
        assert found["levels"]["assessed"] == found["levels"]["declared"]
        assert found["states"]["assessed"] == found["states"]["declared"]


@by_each
@given(CHANCE)
@SETTINGS
def test_a_light_on_an_unanswered_criterion_is_its_status(assess, chance):
    """Where nothing has been said since: the evaluation is of today."""
    main, criteria, schema, files = made(chance)
    silent = {c["id"] for c in criteria if "applies" not in c and chance.random() < 0.7}
    for declaration in (files["product"] or {}, *files["declarations"]):
        for name in silent:
            declaration.get("answers", {}).pop(name, None)
    lights = {name: {"light": chance.choice([*ORDER, "not_applicable"])} for name in silent}
    today = {"evaluated": {"on": TODAY, "by": "X"}, "lights": lights}
    others = [each for each in files["evaluations"] if each["evaluated"]["on"] < TODAY]
    found = assess(main, criteria, schema, {**files, "evaluations": [today, *others]})

    for name, light in lights.items():
        one = found["criteria"][name]
        assert (one["status"], one["basis"]) == (light["light"], "evaluation")
        assert one["backing"] == "confirmed"


@by_each
@given(CHANCE)
@SETTINGS
def test_an_evaluation_alone_is_assessed_as_it_was_evaluated(assess, chance):
    """A product of which there is no other file is a product like all others."""
    main, criteria, schema, _ = made(chance)
    for one in criteria:
        one.pop("applies", None)  # facts alone, and rules that are certain without any
    given = {c["id"]: {"light": chance.choice([*ORDER, "not_applicable"])} for c in criteria}
    only = [
        {"evaluated": {"on": chance.choice(["2026-01-31", TODAY]), "by": "X"}, "lights": given}
    ]
    found = assess(main, criteria, schema, {"product": None, "evaluations": only})

    assert found["levels"]["assessed"] == found["levels"]["evaluated"]
    assert found["states"]["assessed"] == found["states"]["evaluated"]
    assert found["levels"]["confirmed"] == found["levels"]["assessed"]
    assert (found["levels"]["declared"], found["states"]["declared"]) == (None, "none")


@by_each
@given(CHANCE)
@SETTINGS
def test_order_never_matters(assess, chance):
    main, criteria, schema, files = made(chance)
    turned = turn(files)
    # Of two decisions of one day the later in the list counts, so that their order is kept.
    turned["decisions"] = sorted(
        [turn(each) for each in files["decisions"]], key=lambda each: each["on"]
    )

    assert assess(main, criteria, schema, files) == assess(main, criteria, schema, turned)


def turn(value: Any, key: str = "") -> Any:
    """Turn every list and every group around; references and decisions stand as they are."""
    if isinstance(value, dict):
        return {name: turn(value[name], name) for name in reversed(list(value))}
    if isinstance(value, list) and key not in {"evidence", "decisions"}:
        return [turn(each) for each in reversed(value)]
    return value


@by_each
@given(CHANCE)
@SETTINGS
def test_whoever_states_a_fact_it_means_the_same(assess, chance):
    """Facts of one day, all in the declaration, or dealt out among the three that state facts."""
    main, criteria, schema, files = made(chance)
    assume(files["product"])
    head = {"on": files["product"]["declared"]["on"], "by": "X"}
    told = files["product"]["facts"]
    hands: list[dict[str, Any]] = [{}, {}, {}]
    for name, value in told.items():
        chance.choice(hands)[name] = value
    for name in ("register", "observations"):
        files.pop(name, None)
    dealt = {
        **files,
        "product": {**files["product"], "facts": hands[0]},
        "register": {"registered": head, "facts": hands[1]},
        "observations": {"observed": head, "facts": hands[2]},
    }
    one, other = (assess(main, criteria, schema, each) for each in (files, dealt))

    for name in ("assessed", "fully", "possible", "placed", "evaluated"):
        assert one["levels"][name] == other["levels"][name]
    for key in ("status", "basis", "accepted"):
        assert [c[key] for c in one["criteria"].values()] == [
            c[key] for c in other["criteria"].values()
        ]


@by_each
@given(CHANCE)
@SETTINGS
def test_what_is_dated_later_or_a_draft_is_not_in_force(assess, chance):
    main, criteria, schema, files = made(chance)
    for name in ("register", "observations"):
        file = files.get(name)
        if file and next(each for key, each in file.items() if key != "facts")["on"] > TODAY:
            del files[name]
    known = {
        **files,
        "evaluations": [
            each
            for each in files["evaluations"]
            if each["evaluated"]["on"] <= TODAY and "draft" not in each["evaluated"]
        ],
        "decisions": [each for each in files["decisions"] if each["on"] <= TODAY],
        "declarations": [e for e in files["declarations"] if e["declared"]["on"] <= TODAY],
    }
    if files["product"] and files["product"]["declared"]["on"] > TODAY:
        dated = known["declarations"][-1:]  # what was in force is now the newest there is
        known["declarations"] = known["declarations"][:-1]
        known["product"] = dated[0] if dated and "model" not in dated[0] else None
        assume(known["product"] or not dated)

    assert assess(main, criteria, schema, files) == assess(main, criteria, schema, known)


@by_each
@given(CHANCE)
@SETTINGS
def test_a_higher_level_never_holds_without_the_lower(assess, chance):
    main, criteria, schema, files = made(chance)
    main["attainment"]["cumulative"] = True
    found = assess(main, criteria, schema, files)
    above = [each["id"] for each in main["levels"]][
        height(main, found["levels"]["assessed"]) + 1 :
    ]

    assert list(found["blockers"]) == list(found["open"]) == above
    for names in (found["blockers"], found["open"]):
        for lower, higher in pairwise(above):
            assert set(names[lower]) <= set(names[higher])
    for level in above:
        assert set(found["open"][level]) <= set(found["blockers"][level])


@by_each
@given(CHANCE)
@SETTINGS
def test_a_level_is_unsettled_where_all_that_is_in_its_way_is_open(assess, chance):
    main, criteria, schema, files = made(chance)
    for each in (main["attainment"], *main["levels"]):
        each.pop("needs", None)  # a share can be reached with something in the way
    found = assess(main, criteria, schema, files)
    unsettled = [
        level for level, names in found["blockers"].items() if names == found["open"][level]
    ]

    assert all(found["blockers"].values())
    assert found["settled"] is (not unsettled)
    if found["levels"]["assessed"] is None:
        assert found["states"]["assessed"] == ("not_settled" if unsettled else "below")
    else:
        assert found["states"]["assessed"] == "reached"


@given(CHANCE)
@SETTINGS
def test_counts_are_of_all_criteria(chance):
    main, criteria, schema, files = made(chance)
    found = assessment_of(main, criteria, schema, files)

    assert sum(sum(counts.values()) for counts in found.counts.values()) == len(criteria)
    assert sum(found.backing.values()) == len(criteria)


BETTER = {"text": "MIT", "choice": "red", "yes": True, "number": 1000}
RISING = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "text": {"type": ["string", "null"]},
        "choice": {"type": ["string", "null"], "enum": ["red", "green", None]},
        "yes": {"type": ["boolean", "null"]},
        "number": {"type": ["number", "null"]},
    },
}


def rule_that_rises(chance: Random, depth: int = 2) -> Any:
    """Make up a rule without negation in any dress, that asks only for what BETTER has."""
    leaves = [
        {"fact": "text", "is": "osi_licence"},
        {"fact": "choice", "one_of": ["red"]},
        {"fact": "yes", "equals": True},
        {"fact": "number", "at_least": chance.randint(0, 1000)},
        {"fact": chance.choice(list(BETTER)), "present": True},
    ]
    if depth == 0 or chance.random() < 0.4:
        return chance.choice(leaves)
    parts = [rule_that_rises(chance, depth - 1) for _ in range(chance.randint(1, 3))]
    word = chance.choice(["all", "any", "at_least"])
    return {word: parts} if word != "at_least" else {word: {"count": 1, "of": parts}}


def rising_model(chance: Random) -> tuple[Any, ...]:
    """Make up a model whose rules can only gain, and answers that wave nothing away."""
    main, criteria, _ = generators.governance_model(chance)
    main["conditions"] = {}
    for one in criteria:
        one.pop("applies", None)
        one.pop("partly", None)
        if "met" in one:
            one["met"] = rule_that_rises(chance)
            if chance.random() < 0.6:
                one["partly"] = rule_that_rises(chance)
    answers = {
        c["id"]: generators.documented_answer(chance) for c in criteria if chance.random() < 0.6
    }
    for answer in answers.values():
        if answer["answer"] == "not_applicable":
            answer["answer"] = "unmet"
    return main, criteria, answers


def better_facts(chance: Random) -> tuple[dict[str, Any], dict[str, Any]]:
    poor = generators.facts(chance, RISING, missing=0.3)
    better = copy.deepcopy(poor)
    for name in chance.sample(list(BETTER), chance.randint(1, len(BETTER))):
        better[name] = BETTER[name]
    return poor, better


@by_each
@given(CHANCE, st.sampled_from(["no evaluation", "none known then", "all known then"]))
@SETTINGS
def test_better_facts_never_lower_a_level(assess, chance, case):
    """A fact that was not declared, absent or poor is now what every rule asks for.

    Where lights were given, either nothing was known then, or all that is known now. Between the
    two it is no law: a green light against false facts falls to yellow when newer facts say so
    much for certain, and a red one is lifted as long as facts differ from those known then.
    """
    main, criteria, answers = rising_model(chance)
    # Else silence, or a plan, is worth more than a fact.
    assume(not counts(main, "unknown") and is_even(main, criteria))
    poor, better = better_facts(chance)
    ids, levels = [c["id"] for c in criteria], [level["id"] for level in main["levels"]]
    files = {
        "evaluations": [] if case == "no evaluation" else [lights(chance, ids)],
        "decisions": generators.some_decisions(chance, levels, ids),
    }
    head = {"on": "2026-04-30" if case == "none known then" else "2026-01-31", "by": "X"}
    note(f"{main['attainment']} {criteria} {poor} {better} {answers} {files}")
    before, after = (
        assess(
            main,
            criteria,
            RISING,
            {**files, "product": {"declared": head, "answers": answers, "facts": facts}},
        )
        for facts in (poor, better)
    )

    for name in ("assessed", "fully"):
        assert height(main, after["levels"][name]) >= height(main, before["levels"][name]), name


def lights(chance: Random, ids: list[str]) -> dict[str, Any]:
    given = {i: {"light": chance.choice(ORDER)} for i in ids if chance.random() < 0.6}
    return {"evaluated": {"on": "2026-03-10", "by": "X"}, "lights": given}

"""Nodes that combine others, in three values; Kleene's laws are in tests/laws."""

import pytest
from rule_facts import evaluated, mutated, parse, problems, ways

from os2governance.rules.logic import LOGIC_OPERATORS

COMBINED = [
    ({"all": ["t", "t"]}, True),
    ({"all": ["t", "u"]}, None),
    ({"all": ["u", "f"]}, False),
    ({"any": ["f", "f"]}, False),
    ({"any": ["f", "u"]}, None),
    ({"any": ["u", "t"]}, True),
    ({"not": "t"}, False),
    ({"not": "u"}, None),
    ({"not": "f"}, True),
    ({"at_least": {"count": 2, "of": ["t", "t", "u"]}}, True),
    ({"at_least": {"count": 2, "of": ["t", "u", "f"]}}, None),
    ({"at_least": {"count": 2, "of": ["t", "f", "f"]}}, False),
    ({"at_least": {"count": 0, "of": ["u"]}}, True),
    ({"at_least": {"count": 3, "of": ["t", "t"]}}, False),
    ({"use": "true"}, True),
    ({"not": {"use": "open"}}, None),
]


@pytest.mark.parametrize(("tree", "value"), COMBINED)
def test_combinators(tree, value):
    leaves = {
        "t": {"fact": "yes", "equals": True},
        "f": {"fact": "yes", "equals": False},
        "u": {"fact": "number", "present": True},
    }

    def filled(node):
        if isinstance(node, str):
            return leaves[node]
        if isinstance(node, list):
            return [filled(part) for part in node]
        kept = {"use", "count"}
        return {k: v if k in kept else filled(v) for k, v in node.items()}

    named = {"true": leaves["t"], "open": leaves["u"]}
    assert evaluated(filled(tree), {"yes": True}, named).value is value


def test_every_operator_has_a_case():
    assert {next(iter(tree)) for tree, _ in COMBINED} <= {o.operator for o in LOGIC_OPERATORS} | {
        "use"
    }
    assert {o.operator for o in LOGIC_OPERATORS} == {"all", "any", "not", "use", "at_least"}


YES, NUMBER = {"fact": "yes", "equals": True}, {"fact": "number", "present": True}
WAYS = [
    ({"all": [YES, NUMBER]}, [("EVERY", True)], [("SOME", False)]),
    ({"any": [YES, NUMBER]}, [("SOME", True)], [("EVERY", False)]),
    ({"not": YES}, [("EVERY", False)], [("EVERY", True)]),
    ({"at_least": {"count": 1, "of": [YES, NUMBER]}}, [(1, True)], [(2, False)]),
    (YES, [("WHOLE", True)], [("WHOLE", False)]),
]


@pytest.mark.parametrize(("tree", "true", "false"), WAYS)
def test_ways(tree, true, false):
    assert ways(tree, {}, holds=True) == true
    assert ways(tree, {}, holds=False) == false


def test_a_condition_is_known_by_its_name_and_reads_nothing_itself():
    rule = parse({"use": "c"}, {"c": YES})

    assert (rule.name, rule.subject, rule.list_paths()) == ("c", "", ())
    assert not rule.heading.en


HEADINGS = [
    ({"all": [YES]}, "all of these apply:"),
    ({"any": [YES]}, "at least one of these applies:"),
    ({"not": YES}, "this does not apply:"),
    ({"at_least": {"count": 1, "of": [YES]}}, "at least 1 of these apply:"),
    (YES, ""),
]


@pytest.mark.parametrize(("tree", "heading"), HEADINGS)
def test_headings(tree, heading):
    assert parse(tree).heading.en == heading


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        ({"all": []}, [("rule-no-list", "all")]),
        ({"any": [YES, 1]}, [("rule-no-node", "any.1")]),
        ({"not": []}, [("rule-no-node", "not")]),
        ({"use": 1}, [("rule-no-name", "use")]),
        ({"use": "c"}, [("rule-unknown-condition", "use")]),
        ({"at_least": {"count": -1, "of": [YES]}}, [("rule-value", "at_least.count")]),
        ({"at_least": {"of": [YES]}}, [("rule-keys", "at_least")]),
    ],
)
def test_what_is_wrong_is_reported_where_it_stands(tree, found):
    assert problems(tree) == found


TEXT, DAY = {"fact": "text", "present": True}, {"fact": "day", "not_past": True}
NO_DAY = {"fact": "day", "present": False}
EVERY = {
    "every": {
        "in": "list",
        "where": {"all": [{"fact": "ok", "equals": True}, {"fact": "n", "at_least": 2}]},
    }
}
WORDS = [
    ({"all": [TEXT, YES]}, "teksten er oplyst, og yes", "the text is stated, and yes"),
    ({"all": [TEXT, {"all": [YES, {"use": "a"}]}]}, "teksten er oplyst, yes, og dagen er ikke passeret", "the text is stated, yes, and the day has not passed"),
    ({"all": [TEXT, {"any": [DAY, NO_DAY]}]}, "teksten er oplyst; og enten dagen er ikke passeret, eller dagen findes ikke", "the text is stated; and either the day has not passed, or the day does not exist"),
    ({"all": [YES, {"use": "either"}]}, "yes; og enten dagen er ikke passeret, eller dagen findes ikke", "yes; and either the day has not passed, or the day does not exist"),
    ({"any": [YES, {"all": [TEXT, {"any": [DAY, NO_DAY]}]}]}, "enten yes; eller – teksten er oplyst; og enten dagen er ikke passeret, eller dagen findes ikke –", "either yes; or – the text is stated; and either the day has not passed, or the day does not exist –"),
    ({"all": [EVERY, YES]}, "alle listen: ok, og n er mindst 2; og yes", "all the list: ok, and n is at least 2; and yes"),
    ({"not": YES}, "det gælder ikke, at yes", "it is not so that yes"),
    ({"any": [YES]}, "yes", "yes"),
    ({"at_least": {"count": 1, "of": [YES, {"all": [YES, YES]}]}}, "mindst 1 af disse: yes; – yes, og yes –", "at least 1 of these: yes; – yes, and yes –"),
    ({"all": [YES, {"at_least": {"count": 1, "of": [YES, TEXT]}}]}, "yes; og mindst 1 af disse – yes; teksten er oplyst –", "yes; and at least 1 of these – yes; the text is stated –"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "danish", "english"), WORDS)
def test_wording(tree, danish, english):
    rule = parse(tree, {"a": DAY, "either": {"any": [DAY, NO_DAY]}})

    assert rule.render("da") == danish
    assert rule.render("en") == english


MUTATIONS = [
    ({"all": [YES]}, ["all[0]: equals → not equals"]),
    ({"all": [YES, NUMBER]}, [".: all → any", "all[0]: equals → not equals", "all[0]: {'fact': 'yes', 'equals': True} → (left out)", "all[1].present: True → False", "all[1]: {'fact': 'number', 'present': True} → (left out)"]),
    ({"any": [NUMBER, NUMBER]}, [".: any → all", "any[0].present: True → False", "any[0]: {'fact': 'number', 'present': True} → (left out)", "any[1].present: True → False", "any[1]: {'fact': 'number', 'present': True} → (left out)"]),
    ({"not": NUMBER}, [".: not → (left out)", "not.present: True → False"]),
    ({"use": "x"}, [".: use x → not use x"]),
    ({"at_least": {"count": 1, "of": [NUMBER]}}, ["at_least.count: 1 → 0", "at_least.count: 1 → 2", "at_least.of[0].present: True → False"]),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "changes"), MUTATIONS)
def test_mutations(tree, changes):
    assert mutated(tree) == changes

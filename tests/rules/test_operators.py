"""Every operator of formats.md "Rules", declared, absent, missing and at its boundary."""

from datetime import date

import pytest
from folders import DATE

from os2governance.documents.yaml_reader import Document
from os2governance.rules.node import Scope
from os2governance.rules.parsing import FACT_OPERATORS, RuleParser
from os2governance.rules.trace import MISSING
from os2governance.rules.vocabulary import Fact

TODAY = date(2026, 5, 1)
NOWHERE = Document("rules", None, None)
ELEMENT = {
    "type": "object",
    "properties": {
        "n": {"type": ["number", "null"], "minimum": 0},
        "any": {"type": ["number", "null"]},
        "ok": {"type": ["boolean", "null"]},
    },
}
SCHEMA = {
    "type": "object",
    "properties": {
        "text": {"type": ["string", "null"], "title": "Teksten", "x-title-en": "The text"},
        "day": {**DATE, "title": "Dagen", "x-title-en": "The day"},
        "number": {"type": ["number", "null"]},
        "yes": {"type": ["boolean", "null"]},
        "list": {"type": ["array", "null"], "items": ELEMENT},
        "group": {
            "type": ["object", "null"],
            "properties": {
                "deep": {
                    "type": ["object", "null"],
                    "properties": {"text": {"type": ["string", "null"]}},
                }
            },
        },
    },
}

FACTS = [
    # operator, true for, false for; None is declared absent
    ({"present": True}, "text", ["a", " "], ["", None]),
    ({"present": True}, "number", [0, 1], [None]),
    ({"present": True}, "yes", [True], [False, None]),
    ({"present": True}, "list", [[{}]], [[], None]),
    ({"present": True}, "group", [{"deep": None}], [{}, None]),
    ({"present": False}, "text", ["", None], ["a"]),
    ({"present": False}, "yes", [False, None], [True]),
    ({"equals": "a"}, "text", ["a"], ["A", "", None]),
    ({"equals": 1}, "number", [1, 1.0], [2, None]),
    ({"equals": True}, "yes", [True], [False, None]),
    ({"equals": False}, "yes", [False], [True, None]),
    ({"one_of": ["a", "b"]}, "text", ["a", "b"], ["c", None]),
    ({"one_of": [1, 2]}, "number", [2.0], [3, None]),
    ({"at_least": 2}, "number", [2, 2.5, 3], [1.9, None]),
    ({"at_most": 2}, "number", [2, 1, -5], [2.1, None]),
    ({"at_least": "2026-05-01"}, "day", ["2026-05-01", "2027-01-01"], ["2026-04-30", None]),
    ({"at_most": "2026-05-01"}, "day", ["2026-05-01", "2025-01-01"], ["2026-05-02", None]),
    ({"length_at_least": 2}, "text", ["ab", "æøå"], ["a", None]),
    ({"length_at_least": 1}, "list", [[{}]], [[], None]),
    ({"length_at_least": 0}, "list", [[]], [None]),
    ({"matches": "a+"}, "text", ["a", "aaa"], ["ab", "ba", "", None]),
    ({"is": "url"}, "text", ["https://os2.eu", "http://os2.eu:80/a?b#c", "https://æøå.dk/å"], ["os2.eu", "ftp://os2.eu", "https://", "https:///a", "https://a b", "https://a:x", "javascript:alert(1)", "https://a\nb", None]),
    ({"is": "spdx"}, "text", ["MIT", "mit", "MIT OR GPL-3.0-only", "GPL-2.0-only WITH Classpath-exception-2.0"], ["Apache 2", "MIT OR", "(MIT", "MIT/Apache", "", "x" * 501, None]),
    ({"is": "osi_licence"}, "text", ["MPL-2.0", "MIT AND MPL-2.0", "CC-BY-4.0 OR MIT", "GPL-2.0-only WITH Classpath-exception-2.0"], ["CC-BY-4.0", "MIT AND CC-BY-4.0", "MPL", None]),
    ({"within": "1 day"}, "day", ["2026-05-01", "2026-04-30"], ["2026-04-29", "2026-05-02", None]),
    ({"within": "2 weeks"}, "day", ["2026-04-17"], ["2026-04-16"]),
    ({"within": "12 months"}, "day", ["2025-05-01"], ["2025-04-30"]),
    ({"within": "1 year"}, "day", ["2025-05-01"], ["2025-04-30"]),
    ({"not_past": True}, "day", ["2026-05-01", "2027-01-01"], ["2026-04-30", None]),
]  # fmt: skip


def evaluated(tree, facts, conditions=None, as_of=TODAY):
    parser = RuleParser(Fact(SCHEMA, SCHEMA), conditions or {}, NOWHERE)
    rule = parser.parse_rule(tree, NOWHERE, ())
    assert rule is not None, parser.findings
    return rule.evaluate(Scope(facts, None, as_of))


def test_every_operator_is_in_the_table():
    assert {next(iter(operator)) for operator, *_ in FACTS} == set(FACT_OPERATORS)


@pytest.mark.parametrize(("operator", "name", "true", "false"), FACTS)
def test_operators_on_one_fact(operator, name, true, false):
    tree = {"fact": name, **operator}

    assert [evaluated(tree, {name: value}).value for value in true] == [True] * len(true)
    assert [evaluated(tree, {name: value}).value for value in false] == [False] * len(false)
    missing = evaluated(tree, {})
    assert (missing.value, missing.found) == (None, MISSING)


@pytest.mark.parametrize(
    ("facts", "value"),
    [
        ({}, None),
        ({"group": {}}, None),
        ({"group": {"deep": {}}}, None),
        ({"group": None}, False),
        ({"group": {"deep": None}}, False),
        ({"group": {"deep": {"text": None}}}, False),
        ({"group": {"deep": {"text": "a"}}}, True),
    ],
)
def test_missing_on_the_way_is_undetermined_and_null_on_the_way_is_absent(facts, value):
    assert evaluated({"fact": "group.deep.text", "present": True}, facts).value is value


CALENDAR = [
    # as of, period, the first day that is within
    ("2026-05-31", "3 months", "2026-02-28"),
    ("2024-05-31", "3 months", "2024-02-29"),
    ("2024-02-29", "1 year", "2023-02-28"),
    ("2024-02-29", "12 months", "2023-02-28"),
    ("2026-03-31", "1 month", "2026-02-28"),
    ("2026-01-15", "1 month", "2025-12-15"),
    ("2026-01-01", "2 weeks", "2025-12-18"),
    ("2026-01-01", "9999 years", "0001-01-01"),
]


@pytest.mark.parametrize(("as_of", "period", "first"), CALENDAR)
def test_calendar_months(as_of, period, first):
    tree, today = {"fact": "day", "within": period}, date.fromisoformat(as_of)

    assert evaluated(tree, {"day": first}, as_of=today).value is True
    if first != "0001-01-01":
        before = date.fromisoformat(first).fromordinal(date.fromisoformat(first).toordinal() - 1)
        assert evaluated(tree, {"day": before.isoformat()}, as_of=today).value is False


T, F, U = {"n": 1, "ok": True}, {"n": 1, "ok": False}, {"n": 1}
OK = {"fact": "ok", "equals": True}

LISTS = [
    # node, list, value
    ("some", {}, "missing", None),
    ("some", {}, None, False),
    ("some", {}, [], False),
    ("some", {}, [F, U], None),
    ("some", {}, [F, T], True),
    ("some", {}, [F, F], False),
    ("every", {}, "missing", None),
    ("every", {}, None, True),
    ("every", {}, [], True),
    ("every", {}, [T, U], None),
    ("every", {}, [U, F], False),
    ("every", {}, [T, T], True),
    ("none", {}, "missing", None),
    ("none", {}, None, True),
    ("none", {}, [], True),
    ("none", {}, [F, U], None),
    ("none", {}, [F, T], False),
    ("count", {"at_least": 2}, "missing", None),
    ("count", {"at_least": 2}, None, False),
    ("count", {"at_least": 0}, [], True),
    ("count", {"at_least": 2}, [T, T], True),
    ("count", {"at_least": 2}, [T, U], None),
    ("count", {"at_least": 2}, [T, F], False),
    ("count", {"at_most": 1}, [T, U], None),
    ("count", {"at_most": 1}, [T, F], True),
    ("count", {"at_most": 1}, [T, T], False),
]


@pytest.mark.parametrize(("word", "bound", "elements", "value"), LISTS)
def test_quantifiers(word, bound, elements, value):
    facts = {} if elements == "missing" else {"list": elements}

    assert evaluated({word: {"in": "list", "where": OK, **bound}}, facts).value is value


SUMS = [
    # of, bound, where, list, value
    ("n", {"at_least": 3}, None, "missing", None),
    ("n", {"at_least": 3}, None, [], False),
    ("n", {"at_least": 0}, None, None, True),
    ("n", {"at_least": 3}, None, [{"n": 1}, {"n": 2}], True),
    ("n", {"at_least": 3}, None, [{"n": 1}, {"n": None}], False),
    ("n", {"at_least": 3}, None, [{"n": 3}, {}], True),
    ("n", {"at_least": 3}, None, [{"n": 1}, {}], None),
    ("n", {"at_most": 3}, None, [{"n": 4}, {}], False),
    ("n", {"at_most": 3}, None, [{"n": 1}, {}], None),
    ("any", {"at_least": 3}, None, [{"any": 3}, {}], None),
    ("any", {"at_most": 3}, None, [{"any": 4}, {}], None),
    ("n", {"at_least": 2}, OK, [T, F, T], True),
    ("n", {"at_least": 2}, OK, [T, U], None),
    ("n", {"at_least": 3}, OK, [T, U], False),
    ("n", {"at_most": 1}, OK, [T, U], None),
    ("n", {"at_most": 2}, OK, [T, U], True),
    ("any", {"at_least": 0}, OK, [{"any": -5}], None),
    ("n", {"at_least": 0.3}, None, [{"n": 0.1}, {"n": 0.2}], True),
]


@pytest.mark.parametrize(("of", "bound", "where", "elements", "value"), SUMS)
def test_sums(of, bound, where, elements, value):
    facts = {} if elements == "missing" else {"list": elements}
    node = {"in": "list", "of": of, **bound, **({"where": where} if where else {})}

    assert evaluated({"sum": node}, facts).value is value
    if isinstance(elements, list):
        assert evaluated({"sum": node}, {"list": elements[::-1]}).value is value


TRUE, FALSE, OPEN = ({"fact": name, "equals": "a"} for name in ("text", "group.deep.text", "none"))
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


WORDS = [
    ({"fact": "text", "present": True}, "teksten er oplyst", "the text is stated"),
    ({"fact": "text", "present": False}, "teksten ikke findes", "the text does not exist"),
    ({"fact": "day", "within": "1 month"}, "dagen ligger højst 1 måned tilbage", "the day is at most 1 month ago"),
    ({"fact": "day", "within": "100 years"}, "dagen ikke ligger i fremtiden", "the day is not in the future"),
    ({"fact": "day", "not_past": True}, "dagen ikke er passeret", "the day has not passed"),
    ({"fact": "text", "one_of": ["a", "b", "c"]}, "teksten er a, b eller c", "the text is a, b or c"),
    ({"fact": "text", "is": "osi_licence"}, "teksten er en OSI-godkendt licens", "the text is a licence that OSI has approved"),
    ({"fact": "number", "at_least": 1234567.5}, "number er mindst 1.234.567,5", "number is at least 1,234,567.5"),
    ({"all": [{"fact": "text", "present": True}, {"any": [{"fact": "day", "not_past": True}, {"fact": "day", "present": False}]}]}, "teksten er oplyst, og (enten dagen ikke er passeret, eller dagen ikke findes)", "the text is stated, and (either the day has not passed, or the day does not exist)"),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "danish", "english"), WORDS)
def test_wording(tree, danish, english):
    rule = RuleParser(Fact(SCHEMA, SCHEMA), {}, NOWHERE).parse_rule(tree, NOWHERE, ())

    assert rule.render("da") == danish
    assert rule.render("en") == english

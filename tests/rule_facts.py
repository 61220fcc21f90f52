"""A vocabulary that has every kind of fact, and rules about it parsed and evaluated."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from folders import DATE

from os2governance.documents.yaml_reader import Document
from os2governance.findings.finding import Location
from os2governance.rules.node import Rule, Scope
from os2governance.rules.parsing import RuleParser
from os2governance.rules.registry import generate_mutations
from os2governance.rules.trace import Trace
from os2governance.rules.vocabulary import Fact

TODAY = date(2026, 5, 1)
NOWHERE = Document("rules", None, None)
ELEMENT = {
    "type": "object",
    "properties": {
        "n": {"type": ["number", "null"], "minimum": 0},
        "any": {"type": ["number", "null"]},
        "ok": {"type": ["boolean", "null"]},
        "day": DATE,
    },
}
SCHEMA = {
    "type": "object",
    "properties": {
        "text": {"type": ["string", "null"], "title": "Teksten", "x-title-en": "The text"},
        "day": {**DATE, "title": "Dagen", "x-title-en": "The day"},
        "happened": {**DATE, "x-time": "past"},
        "number": {"type": ["number", "null"]},
        "yes": {"type": ["boolean", "null"]},
        "choice": {"enum": ["red", "green", None]},
        "list": {
            "type": ["array", "null"],
            "items": ELEMENT,
            "title": "Listen",
            "x-title-en": "The list",
        },
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
FACTS = Fact(SCHEMA, SCHEMA)


class Paths:
    """A source whose locations are the paths themselves; those of keys end with a colon."""

    def locate(self, path: Sequence[str | int] = (), *, key: bool = False) -> Location:
        return Location(".".join(map(str, path)) + (":" if key else ""))


def parse(tree: Any, conditions: dict[str, Any] | None = None) -> Rule:
    parser = RuleParser(FACTS, conditions or {}, NOWHERE)
    rule = parser.parse_rule(tree, NOWHERE, ())
    assert rule is not None, parser.findings
    return rule


def problems(tree: Any, conditions: dict[str, Any] | None = None) -> list[tuple[str, str]]:
    """The codes of findings, each with the path that it is about."""
    parser = RuleParser(FACTS, conditions or {}, Paths())
    parser.parse_rule(tree, Paths(), ())
    return [(found.code, found.location.file) for found in parser.findings.values()]


def evaluated(
    tree: Any, facts: Any, conditions: dict[str, Any] | None = None, as_of: date = TODAY
) -> Trace:
    return parse(tree, conditions).evaluate(Scope(facts, None, as_of))


def check_operator(condition: dict[str, Any], name: str, true: list, false: list) -> None:
    """Check an operator beside `fact` on declared and absent values, and on a missing one."""
    tree = {"fact": name, **condition}

    assert [evaluated(tree, {name: value}).value for value in true] == [True] * len(true)
    assert [evaluated(tree, {name: value}).value for value in false] == [False] * len(false)
    assert evaluated(tree, {}).value is None


def ways(tree: Any, facts: Any, *, holds: bool) -> list[tuple[str, bool]]:
    """The extent and value of each way to give a rule a value."""
    trace = evaluated(tree, facts)
    found = trace.question.ways(holds=holds, parts=len(trace.parts))
    return [(getattr(way.extent, "name", way.extent), way.value) for way in found]


def mutated(tree: Any) -> list[str]:
    return [change.render() for change in generate_mutations(tree)]

"""Random vocabularies, rules, facts, models and products, for the oracle and the laws.

Each takes a `Random`, so that hypothesis can draw and shrink it, and gives plain values as they
would stand in files.
"""

from random import Random
from typing import Any

DATES = ["2024-02-29", "2025-02-28", "2025-05-01", "2026-01-31", "2026-04-30", "2026-05-01", "2026-05-02", "2027-01-01"]  # fmt: skip
TEXTS = ["MIT", "MPL-2.0 OR Beerware", "CC-BY-4.0", "https://example.org/a", "a b", "abc", "æøå"]
STATUSES = ["met", "partly", "unmet", "not_applicable", "unknown"]
PERIODS = ["1 day", "3 weeks", "1 month", "12 months", "2 years"]


def schema_of_fact(chance: Random, name: str) -> dict[str, Any]:
    titled = {"title": f"Om {name}", "x-title-en": f"About {name}"}
    kind = chance.choice(["date", "text", "number", "yes", "choice"])
    schema: dict[str, Any] = {
        "date": {"type": ["string", "null"], "format": "date"},
        "text": {"type": ["string", "null"]},
        "number": {"type": ["number", "null"]},
        "yes": {"type": ["boolean", "null"]},
        "choice": {"type": ["string", "null"], "enum": ["red", "green", None]},
    }[kind]
    if kind == "number" and chance.random() < 0.6:
        schema["minimum"] = 0
    return {**schema, **titled}


def group(chance: Random, names: list[str], title: str) -> dict[str, Any]:
    return {
        "type": ["object", "null"],
        "additionalProperties": False,
        "title": f"Om {title}",
        "x-title-en": f"About {title}",
        "properties": {name: schema_of_fact(chance, f"{title} {name}") for name in names},
    }


def vocabulary(chance: Random) -> dict[str, Any]:
    lists = {
        name: {
            "type": ["array", "null"],
            "title": f"Om {name}",
            "x-title-en": f"About {name}",
            "items": {**group(chance, ["p", "q", "r"], name), "type": "object"},
        }
        for name in ("l", "m")
    }
    for each in lists.values():
        each["items"]["properties"]["n"] = {
            "type": ["number", "null"],
            "title": "Om n",
            "x-title-en": "About n",
            **({"minimum": 0} if chance.random() < 0.7 else {}),
        }
    alone = {name: schema_of_fact(chance, name) for name in ("a", "b", "c")}
    groups = {name: group(chance, ["x", "y"], name) for name in ("g", "h")}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {**alone, **groups, **lists},
    }


def value(chance: Random, schema: dict[str, Any], missing: float = 0.25) -> Any:
    """Make up a value that the schema allows; parts of it may be missing or null."""
    kinds = schema["type"]
    if "null" in kinds and chance.random() < 0.2:
        return None
    if "array" in kinds:
        return [value(chance, schema["items"], missing) for _ in range(chance.randint(0, 3))]
    if "object" in kinds:
        fields = {
            name: value(chance, below, missing)
            for name, below in schema["properties"].items()
            if chance.random() >= missing
        }
        # An empty group is declared absent, as null is: to fill it in is to change it.
        return fields or (None if "null" in kinds else {})
    if "enum" in schema:
        return chance.choice(["red", "green"])
    if schema.get("format") == "date":
        return chance.choice(DATES)
    if "boolean" in kinds:
        return chance.random() < 0.5
    if "number" in kinds:
        return chance.choice([0, 1, 2, 2.5, 10] + ([] if "minimum" in schema else [-3]))
    return chance.choice(TEXTS)


def facts(chance: Random, schema: dict[str, Any], missing: float = 0.25) -> dict[str, Any]:
    return value(chance, {**schema, "type": ["object"]}, missing)


def paths(schema: dict[str, Any], wanted: str) -> list[tuple[str, dict[str, Any]]]:
    """Give the facts of an object schema: `plain`, `array`, or `any` of them."""
    found = []
    for name, below in schema["properties"].items():
        kind = (
            "array" if "array" in below["type"] else "group" if "properties" in below else "plain"
        )
        if wanted in (kind, "any"):
            found.append((name, below))
        if kind == "group":
            found += [(f"{name}.{path}", deep) for path, deep in paths(below, wanted)]
    return found


def operator(chance: Random, schema: dict[str, Any]) -> dict[str, Any]:
    kinds = schema["type"]
    options: list[dict[str, Any]] = [{"present": True}, {"present": False}]
    if "array" in kinds:
        options.append({"length_at_least": chance.randint(0, 3)})
    elif "enum" in schema:
        options += [{"equals": "red"}, {"one_of": ["red", "green"]}]
    elif schema.get("format") == "date":
        options += [
            {"within": chance.choice(PERIODS)},
            {"not_past": True},
            {"at_least": chance.choice(DATES)},
            {"at_most": chance.choice(DATES)},
        ]
    elif "boolean" in kinds:
        options += [{"equals": chance.random() < 0.5}]
    elif "number" in kinds:
        number = chance.choice([0, 1, 2, 2.5])
        options += [{"equals": number}, {"at_least": number}, {"at_most": number}]
        options += [{"one_of": [1, 2]}]
    elif "string" in kinds:
        options += [
            {"is": chance.choice(["url", "spdx", "osi_licence"])},
            {"matches": chance.choice(["[a-c]+", ".*b", "a|abc"])},
            {"length_at_least": chance.randint(0, 4)},
            {"equals": chance.choice(TEXTS)},
        ]
    return chance.choice(options)


def bound(chance: Random, most: int) -> dict[str, int]:
    return {chance.choice(["at_least", "at_most"]): chance.randint(0, most)}


def rule(chance: Random, schema: dict[str, Any], names: list[str], depth: int = 3) -> Any:
    """Make up a rule; `names` are the conditions that it may use."""
    lists = paths(schema, "array")
    words = ["fact"] * 3
    if depth:
        words += ["all", "any", "not", "at_least", *(["use"] if names else [])]
        words += ["some", "every", "none", "count", "sum"] * bool(lists)
    word = chance.choice(words)
    if word == "fact":
        path, below = chance.choice(paths(schema, "any"))
        return {"fact": path, **operator(chance, below)}
    if word == "use":
        return {"use": chance.choice(names)}
    if word == "not":
        return {"not": rule(chance, schema, names, depth - 1)}
    if word in {"all", "any", "at_least"}:
        parts = [rule(chance, schema, names, depth - 1) for _ in range(chance.randint(1, 3))]
        if word == "at_least":
            return {word: {"count": chance.randint(0, 3), "of": parts}}
        return {word: parts}
    path, below = chance.choice(lists)
    where = rule(chance, below["items"], [], depth - 1)
    if word in {"some", "every", "none"}:
        return {word: {"in": path, "where": where}}
    if word == "count":
        return {word: {"in": path, "where": where, **bound(chance, 3)}}
    maybe = {"where": where} if chance.random() < 0.5 else {}
    return {word: {"in": path, "of": "n", **maybe, **bound(chance, 12)}}


def conditions(chance: Random, schema: dict[str, Any]) -> dict[str, Any]:
    first = {"one": rule(chance, schema, [], 1)}
    return {**first, "two": rule(chance, schema, ["one"], 1)}


def attainment(chance: Random) -> dict[str, Any]:
    shuffled = chance.sample(["partly", "not_applicable", "unknown", "accepted"], 4)
    cut = chance.randint(0, 2)
    said = {
        "cumulative": chance.random() < 0.7,
        "satisfied_by": ["met", *shuffled[:cut]],
        "tolerated": shuffled[cut : chance.randint(cut, 4)],
        "recommended": chance.choice(["ignored", "ignored", "answered", "required"]),
    }
    if chance.random() < 0.3:
        said["needs"] = chance.choice([{"percent": 50}, {"percent": 80}, {"count": 1}])
    return said if chance.random() < 0.6 else {}


def model(chance: Random) -> tuple[dict[str, Any], list[dict[str, Any]], dict[str, Any]]:
    """Make up model.yaml, the criteria, and the facts schema."""
    schema = vocabulary(chance)
    named = conditions(chance, schema)
    levels = ["low", "mid", "high"][: chance.randint(1, 3)]
    main = {
        "format": "os2governance/model/1",
        "model": "random",
        "version": "1",
        "facts": "facts.schema.json",
        "levels": [{"id": level, "decided_by": ["board"]} for level in levels],
        "themes": [{"id": "all"}],
        "roles": [{"id": "board"}, {"id": "owner", "declares": True}],
        "attainment": attainment(chance),
        "conditions": named,
    }
    criteria = []
    for number in range(chance.randint(1, 6)):
        one: dict[str, Any] = {
            "id": f"C{number}",
            "level": chance.choice(levels),
            "recommended": chance.random() < 0.2,
            "met": rule(chance, schema, list(named), 2),
        }
        if chance.random() < 0.5:
            one["partly"] = rule(chance, schema, list(named), 1)
        if chance.random() < 0.15:
            one["basis"] = "facts"
        if chance.random() < 0.15:
            one["not_applicable"] = False
        criteria.append(one)
    return main, criteria, schema


def answer(chance: Random) -> dict[str, Any]:
    kinds = ["met", "met", "partly", "unmet", "planned", "not_applicable", "unknown"]
    said: dict[str, Any] = {"answer": chance.choice(kinds)}
    for key, given in (
        ("evidence", ["https://example.org"]),
        ("explanation", "fordi"),
        ("reason", "derfor"),
    ):
        if chance.random() < 0.4:
            said[key] = given
    if said["answer"] == "planned" and chance.random() < 0.5:
        said["due"] = chance.choice(DATES)
    return said


def product(chance: Random, main: dict[str, Any], criteria: list[Any], schema: Any) -> Any:
    """Make up product.yaml, evaluations and decisions."""
    ids, levels = [c["id"] for c in criteria], [level["id"] for level in main["levels"]]
    declared = {
        "facts": facts(chance, schema),
        "answers": {i: answer(chance) for i in ids if chance.random() < 0.6},
        **({"aims_at": chance.choice(levels)} if chance.random() < 0.3 else {}),
    }
    evaluations = []
    for on in chance.sample(DATES, chance.randint(0, 2)):
        lights = {
            i: {"light": chance.choice(["met", "met", "partly", "unmet", "not_applicable"])}
            for i in ids
            if chance.random() < 0.8
        }
        more = {"recommends": chance.choice(levels)} if chance.random() < 0.5 else {}
        evaluations.append({"evaluated": {"on": on, "by": "X"}, "lights": lights, **more})
    decisions = []
    for on in sorted(chance.sample(DATES, chance.randint(0, 4))):
        accepts = {
            i: {"until": chance.choice(DATES)} if chance.random() < 0.5 else {}
            for i in ids
            if chance.random() < 0.4
        }
        by = chance.choice(["board", "board", "owner"])
        kind = chance.choice(["place", "accept", "admit", "close"])
        one = {"on": on, "decision": kind, "by": by}
        if kind in {"place", "accept"}:
            one["accepts"] = accepts
        if kind == "place":
            one["level"] = chance.choice(levels)
        decisions.append(one)
    return declared, evaluations, decisions

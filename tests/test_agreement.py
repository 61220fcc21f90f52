"""How often engine and secretariat agree: the arithmetic, and that the shipped pairs do."""

from datetime import date

import agreement
import pytest
from agreement import Agreement, Pair, Row, count_agreement, find_pairs, find_shortfalls
from folders import criterion, write_model, write_product

DAY = date(2026, 11, 1)
LICENCE = {"fact": "licence", "present": True}
CRITERIA = [criterion(name, "low", LICENCE) for name in ("A1", "A2", "A3", "A4")]


def row(answer: str, light: str, *statuses: str) -> Row:
    return Row(criterion="A1", answer=answer, light=light, statuses=statuses, newer=False)


@pytest.fixture
def portfolio(tmp_path):
    """A folder of products: one pair, and others that lack an answer or an evaluation."""
    write_model(tmp_path, CRITERIA)
    write_product(
        tmp_path,
        "pair",
        facts={"licence": "MPL-2.0"},
        answers={
            "A1": {"answer": "met", "note": "Set af alle."},
            "A2": {"answer": "unmet"},
            "A3": {"answer": "unknown"},
        },
        evaluations=[
            {
                "evaluated": {"on": "2026-09-01", "by": "Sekretariatet"},
                "lights": {
                    "A1": {"light": "met"},
                    "A2": {"light": "partly"},
                    "A3": {"light": "met"},
                    "A4": {"light": "unmet"},
                },
            }
        ],
    )
    lights = {"A1": {"light": "met"}}
    evaluation = {"evaluated": {"on": "2026-09-01", "by": "Sekretariatet"}, "lights": lights}
    write_product(tmp_path, "silent", evaluations=[evaluation])
    write_product(tmp_path, "alone", answers={"A1": {"answer": "met"}})
    return tmp_path


def test_a_pair_is_a_product_with_answers_and_an_evaluation_in_force(portfolio):
    places = portfolio / "products", DAY, portfolio / "criteria"

    assert [pair.product for pair in find_pairs(*places)] == ["pair"]
    assert list(find_pairs(places[0], date(2026, 8, 1), places[2])) == []


def test_statuses_are_by_the_answers_with_the_facts_and_with_all_files(portfolio):
    [pair] = find_pairs(portfolio / "products", DAY, portfolio / "criteria")

    assert [(r.criterion, r.answer, r.light, r.statuses) for r in pair.rows] == [
        ("A1", "met", "met", ("met", "met", "met")),
        ("A2", "unmet", "partly", ("unmet", "met", "partly")),
        ("A3", "unknown", "met", ("unknown", "met", "met")),
        ("A4", "-", "unmet", ("unknown", "met", "unmet")),
    ]
    assert count_agreement(pair.rows) == Agreement(answers=1, facts=2, everything=4)
    assert count_agreement(pair.answered) == Agreement(answers=1, facts=1, everything=2)


def test_what_was_said_since_the_evaluation_is_told(portfolio):
    file = portfolio / "products" / "pair" / "product.yaml"
    kept = file.parent / "declarations" / "2026-05-01.yaml"
    kept.parent.mkdir()
    kept.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    newer = file.read_text(encoding="utf-8").replace("2026-05-01", "2026-10-01")
    file.write_text(newer.replace("MPL-2.0", "").replace("licence: ''", "licence: null"))
    [pair] = find_pairs(portfolio / "products", DAY, portfolio / "criteria")

    assert [r.criterion for r in pair.rows if r.newer] == ["A1", "A2", "A3"]
    assert count_agreement(pair.rows).everything == 1


def test_agreement_is_counted_way_by_way():
    rows = [
        row("met", "met", "met", "partly", "met"),
        row("-", "unmet", "unknown", "unmet", "met"),
    ]

    assert count_agreement(rows) == Agreement(answers=1, facts=1, everything=1)
    assert count_agreement([]) == Agreement(answers=0, facts=0, everything=0)


def test_a_floor_is_held_way_by_way_and_a_missing_pair_is_a_shortfall():
    rows = (row("met", "met", "met", "partly", "met"),)
    pair = Pair(product="pair", declared_on=DAY, evaluated_on=DAY, rows=rows)
    floors = {"pair": Agreement(1, 1, 1), "gone": Agreement(0, 0, 0)}

    assert list(find_shortfalls([pair], {"pair": Agreement(1, 0, 1)})) == []
    assert list(find_shortfalls([pair], floors)) == [
        "pair, facts: 0 agree, and at least 1 must",
        "gone: there is no pair of answers and evaluation",
    ]


def test_the_shipped_pairs_agree_as_often_as_they_must(capsys):
    assert agreement.main([]) == 0

    printed = capsys.readouterr().out
    assert "os2rollekatalog: answered 2026-06-11, evaluated 2026-09-29" in printed
    assert "os2faktor: " in printed
    assert "os2skadesokonomi: " in printed


def test_the_one_true_pair_is_gated(monkeypatch, capsys, portfolio):
    assert agreement.FLOORS["os2rollekatalog"] == Agreement(answers=25, facts=32, everything=43)

    monkeypatch.setattr(agreement, "find_shipped_criteria", lambda: portfolio / "criteria")
    assert agreement.main([str(portfolio / "products"), "--as-of", "2026-11-01"]) == 1
    assert "os2rollekatalog: there is no pair" in capsys.readouterr().out

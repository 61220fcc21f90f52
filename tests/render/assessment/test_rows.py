"""Rows for analysis: one for each criterion, its columns as formats.md says."""

from pages import BOARD, assessed

from os2governance.render.assessment.rows import COLUMNS, list_row_values

LEVELS = [name for name in COLUMNS if name.startswith("level_")]


def rows(product):
    return [dict(zip(COLUMNS, values, strict=True)) for values in list_row_values(product)]


def test_there_is_one_for_each_criterion_and_each_tells_the_product(tmp_path):
    product = assessed(tmp_path, facts={"open": True})
    found = rows(product)

    assert [row["criterion"] for row in found] == ["A", "B"]
    assert {row["product"] for row in found} == {"tool"}
    assert {row["as_of"] for row in found} == {"2026-05-01"}
    assert [row["status"] for row in found] == ["met", "unknown"]
    assert {row["level_assessed"] for row in found} == {"low"}


def test_what_there_is_not_is_none(tmp_path):
    for row in rows(assessed(tmp_path)):
        assert {name: row[name] for name in LEVELS if row[name]} == {"level_possible": "high"}
        assert (row["state_assessed"], row["state_declared"]) == ("not_settled", "not_settled")
        assert (row["state_placed"], row["state_evaluated"]) == ("none", "none")
        assert (row["settled"], row["draft"], row["planned"]) == (False, False, False)
        assert (row["backing"], row["declared"], row["evaluated_on"]) == (
            "silent",
            "unknown",
            None,
        )
        assert row["answer"] is row["evaluated"] is row["accepted_until"] is None
        assert (row["accepted"], row["findings"]) == (False, ("unanswered",))


def test_an_acceptance_without_an_end_is_still_one(tmp_path):
    log = {"on": "2026-02-01", "decision": "place", "level": "low", "accepts": {"A": {}}, **BOARD}
    [first, second] = rows(assessed(tmp_path, facts={"open": False}, decisions=[log]))

    assert (first["accepted"], first["accepted_until"]) == (True, None)
    assert (first["accepted_level"], first["backing"]) == ("low", "confirmed")
    assert second["accepted"] is False


def test_answers_ratings_and_findings_are_told_by_their_words(tmp_path):
    rating = {"evaluated": {"on": "2026-03-01", "by": "E"}, "lights": {"A": {"light": "partly", "grounds": "x"}}}  # fmt: skip
    product = assessed(tmp_path, facts={"open": False}, answers={"A": {"answer": "met"}}, evaluations=[rating])  # fmt: skip
    [row, _] = rows(product)

    assert (row["answer"], row["evaluated"]) == ("met", "partly")
    assert "contradiction" in row["findings"]


def test_columns_are_named_once():
    assert len(set(COLUMNS)) == len(COLUMNS)

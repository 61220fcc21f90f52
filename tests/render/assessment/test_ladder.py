"""The ladder: every criterion below its level, with its status."""

import pytest
from folders import criterion
from pages import BOARD, BOTH, LICENCE, OPEN, TITLE, assessed, lines, loaded

from os2governance.i18n.symbols import (
    BACKING_LABELS,
    BASIS_LABELS,
    DEVIATION_LABELS,
    STATUS_SYMBOLS,
)
from os2governance.render.assessment.ladder import render_ladder_blocks
from os2governance.render.common.blocks import TextTable

CRITERIA = [criterion("A", "low", OPEN, title=TITLE), criterion("B", "high", LICENCE)]


def product(folder, criteria=CRITERIA, levels=None, **more):
    return assessed(folder, loaded(folder, criteria, **({"levels": levels} if levels else {})), **more)  # fmt: skip


@pytest.mark.parametrize("language", BOTH)
def test_each_criterion_is_a_row_below_its_level_with_status_and_basis(tmp_path, language):
    said = lines(render_ladder_blocks(product(tmp_path, facts={"open": True}), language))

    assert [line.split(" · ")[0] for line in said if " · " in line] == ["low", "high"]
    met, unknown = (STATUS_SYMBOLS[each].glyph for each in ("met", "unknown"))
    basis = [BASIS_LABELS[each].render(language) for each in ("facts", None)]
    rows = [[each.strip() for each in line.split(" | ")] for line in said if " | " in line]
    backing = BACKING_LABELS["documented"].render(language)
    assert rows == [
        [met, "A", TITLE[language], backing, basis[0]],
        [unknown, "B", "", "", basis[1]],
    ]


BACKED = [
    # what is on file, who stands behind A
    ({"facts": {"open": True}}, "documented"),
    ({"answers": {"A": {"answer": "met", "note": "Her"}}}, "documented"),
    ({"answers": {"A": {"answer": "met"}}}, "claimed only"),
    ({"answers": {"A": {"answer": "unmet"}}}, "claimed only"),
    ({"evaluations": [{"evaluated": {"on": "2026-05-01", "by": "E"}, "lights": {"A": {"light": "met"}}}]}, "confirmed"),
    ({"facts": {"open": False}, "decisions": [{"on": "2026-02-01", "decision": "place", "level": "low", "accepts": {"A": {}}, **BOARD}]}, "confirmed"),
    ({}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("files", "backing"), BACKED)
def test_who_stands_behind_an_outcome_is_told(tmp_path, files, backing):
    rows = [line.split(" | ") for line in lines(render_ladder_blocks(product(tmp_path, **files), "en"))]  # fmt: skip
    [row] = [row for row in rows if len(row) > 1 and row[1] == "A"]

    assert row[-2].strip() == backing


def test_what_does_not_apply_and_what_is_only_planned_is_remarked(tmp_path):
    criteria = [
        criterion("A", "low", OPEN, applies=LICENCE),
        criterion("B", "high", OPEN),
    ]
    it = product(tmp_path, criteria, facts={"licence": None},
                 answers={"B": {"answer": "planned", "due": "2027"}})  # fmt: skip
    said = {line.split(" | ")[1]: line for line in lines(render_ladder_blocks(it, "en")) if " | " in line}  # fmt: skip

    assert said["A"].endswith("does not apply, by the facts")
    assert said["B"].endswith("only planned")


def test_a_level_that_is_open_is_not_told_as_not_reached(tmp_path):
    heads = [line.split("  ")[0] for line in lines(render_ladder_blocks(product(tmp_path), "en"))
             if line.startswith(("low", "high"))]  # fmt: skip

    assert heads == [
        "low · not settled · the result of the one criterion is not confirmed by others",
        "high · not settled · the result of the one criterion is not confirmed by others",
    ]


@pytest.mark.parametrize("language", BOTH)
def test_reached_fully_reached_and_not_are_told_apart(tmp_path, language):
    model = loaded(tmp_path, [criterion("A", "low", OPEN, partly=LICENCE)])
    facts = ({"open": True}, {"open": False, "licence": "MIT"}, {"open": False, "licence": None})
    products = [assessed(tmp_path / str(n), model, facts=each) for n, each in enumerate(facts)]
    states = [
        next(x for x in lines(render_ladder_blocks(each, language)) if x.startswith("low · "))
        for each in products
    ]

    assert [(p.levels.assessed, p.levels.fully) for p in products] == [
        ("high", "high"), ("high", None), (None, None),
    ]  # fmt: skip
    assert len({state.split("  ")[0] for state in states}) == 3


@pytest.mark.parametrize(
    ("needs", "amount"), [({"percent": 50}, "50 %"), ({"count": 1}, "1"), ({}, None)]
)
def test_how_much_a_level_needs_is_told_where_it_is_not_all(tmp_path, needs, amount):
    first = {"id": "low", **({"needs": needs} if needs else {})}
    levels = [first, {"id": "high", "decided_by": ["board"]}]
    said = lines(render_ladder_blocks(product(tmp_path, levels=levels), "da"))
    [head] = [line.split("  ")[0] for line in said if line.startswith("low · ")]

    state = head.split(" · ")[1]
    assert state.endswith(f" {amount}") if amount else "," not in state


def test_the_columns_stand_below_each_other_on_every_level(tmp_path):
    tables = [
        block
        for block in render_ladder_blocks(product(tmp_path), "en")
        if isinstance(block, TextTable)
    ]

    assert len({table.minimum for table in tables}) == 1
    assert all(len(table.minimum) == len(row) - 1 for table in tables for row in table.rows)


def test_a_rating_is_emphasised_where_it_differs(tmp_path):
    lights = {"A": {"light": "met", "grounds": "x"}, "B": {"light": "met", "grounds": "x"}}
    rating = {"evaluated": {"on": "2026-03-01", "by": "E"}, "lights": lights}
    declared = {"on": "2026-04-01", "by": "E"}
    facts = {"open": True, "licence": None}
    it = product(tmp_path, declared=declared, facts=facts, evaluations=[rating])
    rows = [row for block in render_ladder_blocks(it, "en") if isinstance(block, TextTable)
            for row in block.rows]  # fmt: skip

    assert [[span.style for span in row[3]] for row in rows] == [
        ["faint", "met"],
        ["strong", "met"],
    ]


def test_an_accepted_deviation_and_a_warning_are_remarked(tmp_path):
    log = {"on": "2026-02-01", "decision": "place", "level": "low", "accepts": {"A": {"until": "2026-12-31"}}, **BOARD}  # fmt: skip
    it = product(tmp_path, facts={"open": False, "licence": None}, decisions=[log],
                 answers={"B": {"answer": "met"}})  # fmt: skip
    said = {line.split(" | ")[1]: line for line in lines(render_ladder_blocks(it, "en")) if " | " in line}  # fmt: skip

    assert DEVIATION_LABELS["accepted"].render("en") in said["A"]
    assert "contradiction" in said["B"]

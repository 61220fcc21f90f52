"""One product in full."""

import pytest
from pages import BOARD, BOTH, HOSTILE, TODAY, assessed, lines

from os2governance.i18n.symbols import KIND_LABELS, LEVEL_KINDS, LIFECYCLE_LABELS
from os2governance.render.assessment.ladder import render_ladder_blocks
from os2governance.render.assessment.product import render_product_blocks, render_product_head
from os2governance.render.common.findings import render_finding_counts
from os2governance.render.common.levels import render_footer, render_level

PLACED = {"on": "2026-02-03", "decision": "place", "level": "high", **BOARD}
RATED = {
    "evaluated": {"on": "2026-03-04", "by": "Eva"},
    "lights": {"A": {"light": "met", "grounds": "x"}},
    "recommends": "low",
}


@pytest.mark.parametrize("language", BOTH)
def test_the_seven_levels_are_rows_in_their_order(tmp_path, language):
    product = assessed(tmp_path, facts={"open": True}, decisions=[PLACED], evaluations=[RATED])
    said = [line.split(" | ") for line in lines(render_product_blocks(product, language))]
    words = {kind: each.word.render(language) for kind, each in LEVEL_KINDS.items()}
    rows = {row[0]: row for row in said if len(row) == 3 and row[0] in words.values()}

    assert list(rows) == list(words.values())
    for kind, word in words.items():
        assert rows[word][1] == render_level(product, kind, language)
    assert "2026-02-03" in rows[words["placed"]][2]
    assert "2026-03-04, Eva" in rows[words["recommended"]][2]
    assert "2026" not in rows[words["claimed"]][2]


@pytest.mark.parametrize("language", BOTH)
def test_the_head_tells_kind_and_only_a_standing_that_is_not_usual(tmp_path, language):
    active = assessed(tmp_path / "one")
    closed = assessed(tmp_path / "two", decisions=[{"on": "2026-01-01", "decision": "close", **BOARD}])  # fmt: skip
    kind = KIND_LABELS["product"].render(language)

    assert lines(render_product_head(active, language))[0] == f"Tool · {kind}"
    assert lines(render_product_head(closed, language))[0] == (
        f"Tool · {kind}, {LIFECYCLE_LABELS['closed'].render(language)}"
    )


def test_the_head_tells_only_what_was_declared(tmp_path):
    declared = {"on": "2026-05-01", "by": "Ejeren"}
    more = {**declared, "note": "En note", "reference": "https://e.example/"}
    bare, whole = (
        lines(render_product_head(assessed(tmp_path / str(n), declared=said), "en"))
        for n, said in enumerate((declared, more))
    )

    assert len(whole) == len(bare) + 2
    assert [line.split(" | ")[1] for line in whole[2:4]] == ["En note", "https://e.example/"]


@pytest.mark.parametrize("language", BOTH)
def test_the_ladder_and_the_foot_are_part_of_the_page(tmp_path, language):
    product = assessed(tmp_path, facts={"open": True})
    said = lines(render_product_blocks(product, language))

    assert set(lines(render_ladder_blocks(product, language))) <= set(said)
    assert said[-1:] == lines([render_footer(["small/1"], TODAY, language)])


def test_what_stands_in_the_way_of_two_levels_is_told_once(tmp_path):
    page = list(render_product_blocks(assessed(tmp_path), "en"))
    said = lines(page)[:-1]
    rows = [line.split(" | ")[-1] for line in said if line.count(" | ") == 1]

    assert rows.count("A Open code") == 1
    assert rows.count("B") == 1


def test_findings_are_counted_and_the_gravest_come_first(tmp_path):
    answers = {"A": {"answer": "met"}}
    product = assessed(tmp_path, facts={"open": False}, answers=answers, decisions=[PLACED])
    findings = [*product.findings, *(f for o in product.outcomes for f in o.findings)]
    said = lines(render_product_blocks(product, "en"))
    counted = render_finding_counts(findings, "en").replace("\xa0", " ")

    start = next(n for n, line in enumerate(said) if line.endswith(counted))
    codes = [f.code for f in sorted(findings, key=lambda f: ["error", "warning", "note"].index(f.severity))]  # fmt: skip
    places = [next(n for n, line in enumerate(said[start:]) if code in line) for code in codes]
    assert places == sorted(places)


def test_a_hostile_name_stays_in_its_place(tmp_path):
    usual = lines(render_product_blocks(assessed(tmp_path / "one"), "en"))
    other = lines(render_product_blocks(assessed(tmp_path / "two", name=HOSTILE), "en"))

    assert len(usual) == len(other)
    assert other[0].startswith(HOSTILE)

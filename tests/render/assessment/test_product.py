"""One product in full."""

import pytest
from folders import criterion
from pages import BOARD, BOTH, HOSTILE, LICENCE, TODAY, assessed, lines, loaded

from os2governance import assess, load_product
from os2governance.i18n.symbols import KIND_LABELS, LEVEL_KINDS, LIFECYCLE_LABELS
from os2governance.render.assessment.ladder import render_ladder_blocks
from os2governance.render.assessment.product import render_product_blocks, render_product_head
from os2governance.render.common.findings import render_finding_counts
from os2governance.render.common.levels import render_footer, render_level, render_level_word

PLACED = {"on": "2026-02-03", "decision": "place", "level": "high", **BOARD}
RATED = {
    "evaluated": {"on": "2026-03-04", "by": "Eva"},
    "lights": {"A": {"light": "met", "grounds": "x"}},
    "recommends": "low",
}


@pytest.mark.parametrize("language", BOTH)
def test_the_nine_levels_are_rows_in_their_order(tmp_path, language):
    product = assessed(tmp_path, facts={"open": True}, decisions=[PLACED], evaluations=[RATED])
    said = [line.split(" | ") for line in lines(render_product_blocks(product, language))]
    words = {kind: render_level_word(product.model, kind, language) for kind in LEVEL_KINDS}
    rows = {row[0]: row for row in said if len(row) == 3 and row[0] in words.values()}

    assert list(rows) == list(words.values())
    for kind, word in words.items():
        assert rows[word][1] == render_level(product, kind, language)
    placed, rated = {"da": ("3. februar 2026", "4. marts 2026"), "en": ("3 February 2026", "4 March 2026")}[language]  # fmt: skip
    assert placed in rows[words["placed"]][2]
    assert f"{rated}, Eva" in rows[words["recommended"]][2]
    assert "2026" not in rows[words["claimed"]][2]


ASSESSED = [
    # what is on file, and what stands beside the assessed level
    ({}, "A is open; at most high"),
    ({"facts": {"open": False}}, "because of A"),
    ({"facts": {"open": True}}, "high is not settled: B is open; at most high"),
    ({"facts": {"open": True, "licence": "MIT"}}, LEVEL_KINDS["assessed"].description.en),
    ({"answers": {"A": {"answer": "met"}, "B": {"answer": "partly"}}}, "with reservations about A and B"),
    ({"facts": {"open": False, "licence": "MIT"}, "decisions": [{**PLACED, "accepts": {"A": {}}}]}, "by 1 accepted deviation (A), without it not yet at low"),
]  # fmt: skip


@pytest.mark.parametrize(("files", "said"), ASSESSED)
def test_beside_the_assessed_level_is_what_it_rests_on(tmp_path, files, said):
    page = lines(render_product_blocks(assessed(tmp_path, **files), "en"))
    [row] = [line.split(" | ") for line in page if line.startswith("Assessed | ")]

    assert row[2] == said


@pytest.mark.parametrize("language", BOTH)
def test_a_draft_is_marked_and_told_to_count_nowhere(tmp_path, language):
    declared = {"on": "2026-05-01", "by": "Ejeren", "draft": True}
    draft = lines(render_product_head(assessed(tmp_path / "a", declared=declared), language))
    final = lines(render_product_head(assessed(tmp_path / "b"), language))

    assert {"da": "udkast", "en": "draft"}[language] in draft[0]
    assert draft[0] != final[0]
    assert len(draft) == len(final) + 1


def without_declaration(folder, **files):
    product = assessed(folder, **files)
    there = folder / "products" / "tool"
    (there / "product.yaml").unlink()
    return assess(load_product(there, product.model), product.model, as_of=TODAY)


@pytest.mark.parametrize("language", BOTH)
def test_a_product_without_a_self_assessment_is_shown_without_gaps(tmp_path, language):
    product = without_declaration(tmp_path, evaluations=[RATED], decisions=[PLACED])
    said = lines(render_product_blocks(product, language))
    head = said[: said.index("")]

    assert product.declaration is None
    assert [len(line.split(" | ")) for line in head] == [1, 2, 2]
    assert all(all(line.split(" | ")) for line in head)
    assert head[-1].endswith("evaluations/2026-03-04.yaml")
    assert {"da": "ingen gældende selvevaluering", "en": "no self-assessment in force"}[language] in " ".join(said)  # fmt: skip


def test_an_acceptance_for_a_lower_level_is_told_at_the_higher(tmp_path):
    placed = {**PLACED, "level": "low", "accepts": {"A": {"until": "2026-12-31"}}}
    product = assessed(tmp_path, facts={"open": False, "licence": "MIT"}, decisions=[placed])
    said = lines(render_product_blocks(product, "en"))

    assert product.levels.assessed == "low"
    assert "A is accepted, but only for low." in said


def test_what_is_missing_is_one_line_for_each_level(tmp_path):
    criteria = [criterion(name, level, LICENCE) for name, level in zip("ABCD", ["low", "low", "high", "high"], strict=True)]  # fmt: skip
    product = assessed(tmp_path, loaded(tmp_path, criteria), answers={"C": {"answer": "met"}})
    said = lines(render_product_blocks(product, "en"))

    assert "low: A and B" in said
    assert said.count("high: C") == said.count("high: D") == 1
    assert len([line for line in said if "unanswered" in line]) == 1


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

    assert "1 May 2026, Ejeren" in bare[1]
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

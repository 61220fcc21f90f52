"""The board's paper on a change of the model."""

import re
from datetime import date

import pytest
from folders import LEVELS, criterion, write_model, write_product
from model_versions import compared
from repository import first_commit, replace

from os2governance import load_model, load_product
from os2governance.analysis.model_change_case import build_model_change_case, has_effect
from os2governance.analysis.model_impact import assess_impact
from os2governance.analysis.state_inputs import ProductState
from os2governance.model.versions import link_along

OPEN = criterion("A", "low", {"fact": "open", "present": True})
LICENCE = criterion("B", "high", {"fact": "licence", "present": True})
USERS = criterion("C", "low", {"fact": "users", "present": True})
PLACED = {"on": "2026-01-01", "decision": "place", "level": "low", "by": "board"}
SIX = ["Formål", "Baggrund", "Analyse", "Indstilling", "Konsekvenser", "Konklusion"]
NASTY = "<script>alert(1)</script>[x](javascript:y) | `z` <!-- slut:background -->"
TOLD = {"version": "1", "criteria": {"C": [], "Z": ["B"]}, "eased": ["Z"]}


def two_models(folder, **more):
    """Make small/1 and small/2: a criterion is new, another renamed, eased, and moved down."""
    old = write_model(folder, [OPEN, LICENCE])
    easier = {**LICENCE, "id": "Z", "level": "low"}
    made = write_model(
        folder / "newer", [OPEN, easier, USERS], version="2", supersedes=TOLD, **more
    )
    return old, made.rename(folder / "criteria/small/2")


def put(folder, products, **more):
    """Put the case for small/2."""
    old, new = map(load_model, two_models(folder, **more))
    related = {(old.reference, new.reference): link_along([old, new])}
    found = []
    for name, said in products.items():
        product = load_product(write_product(folder, name, **said), old)
        state = ProductState(product, old, date(2026, 5, 1))
        found.append(
            assess_impact(
                state,
                old,
                new,
                lambda a, b: related.get((a.reference, b.reference)) or link_along([a]),
            )
        )
    both = compared((old, new), found, links=link_along([old, new]))
    return build_model_change_case(both, date(2026, 5, 1))


def test_the_levels_before_and_after_and_what_nobody_has_decided(tmp_path):
    whole = {"facts": {"open": True, "licence": "MIT", "users": [{"name": "x"}]}}
    stopped = {"open": True, "licence": None, "users": []}
    falls = {"facts": stopped, "decisions": [PLACED]}
    levels = [*LEVELS, {"id": "top", "decided_by": ["board", "owner"]}]
    case = put(tmp_path, {"falls": falls, "none": {"facts": {}}, "whole": whole}, levels=levels)

    assert [(lv.id if lv else None, was, now) for lv, was, now in case.spread] == [
        (None, 0, 1), ("low", 1, 0), ("high", 1, 0), ("top", 0, 1),
    ]  # fmt: skip
    assert case.unsettled == (1, 1)  # of the product that says nothing, no level is below
    assert [each.attribution.change.product for each in case.undecided] == ["falls"]
    assert [role.da for role in case.deciders] == ["Bestyrelsen", "Ejeren"]
    assert [each.id for each in case.changed_levels] == ["top"]
    assert (case.dropped_levels, case.attainment_differs) == ((), False)
    assert all(map(has_effect, case.impacts))


def test_what_takes_more_to_reach_a_level_is_a_change_of_the_model(tmp_path):
    fewer = [LEVELS[0], {**LEVELS[1], "needs": {"percent": 50}}]

    assert put(tmp_path, {}, levels=fewer).attainment_differs


@pytest.fixture
def paper(tmp_path, run, monkeypatch):
    monkeypatch.chdir(tmp_path)
    two_models(tmp_path)
    lacking = {"facts": {"open": True}, "decisions": [PLACED], "name": NASTY}
    write_product(tmp_path, "lacking", **lacking)
    answers = {"B": {"answer": "met", "evidence": ["https://example.org"]}}
    write_product(tmp_path, "sound", facts={"open": True}, answers=answers)
    usual = ("--from", "small/1", "--to", "small/2", "--criteria", "criteria")
    return lambda *more: run("case", "--model-change", *usual, "--as-of", "2026-05-01", *more)


def test_six_sections_in_their_order(paper):
    text = paper().stdout

    headings = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert headings[:6] == SIX
    assert "Bilag A: krav, der ændres" in headings[6]


def test_what_changes_in_the_model_and_what_it_does(paper):
    text = paper().stdout

    for line in (
        "- Nyt: C.",
        "- Nyt nummer: B → Z.",
        "- Kravet er lempet: B → Z.",
        "- Flyttet til et andet niveau: B → Z.",
        "- Skal besvares, før niveauet er afklaret: C (2) og Z (1).",
        "| low | 1 | 0 |",
        "eller accepterede afvigelser: lacking.",
        "Skal small/2 afløse small/1? ja/nej",
    ):
        assert line in text
    (row,) = (line for line in text.splitlines() if line.startswith("| Sound |"))
    assert "besvare Z igen" in row
    assert "give nye oplysninger om C" in row


def test_an_edited_folder_against_what_is_committed(paper, tmp_path, run):
    first_commit(tmp_path)
    replace(tmp_path / "criteria/small/1/all.yaml", "fact: licence", "fact: group.terms")
    usual = ("--from", "HEAD", "--to", "small/1", "--criteria", "criteria")
    text = run("case", "--model-change", *usual, "--as-of", "2026-05-01").stdout

    assert "nyt udkast til version 1" in text
    assert "small/1 har 2 krav på 2 niveauer; udkastet har 2 krav på 2." in text
    assert "- Reglen er ændret: B." in text
    assert "- Ja: udkastet gælder." in text
    assert "- Nej: Produkterne vurderes fortsat efter den nuværende model." in text
    assert "Skal udkastet til small/1 vedtages? ja/nej" in text


def test_where_nothing_differs_it_is_said(tmp_path, run, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_model(tmp_path, [OPEN])
    write_product(tmp_path, facts={"open": True})
    usual = ("--from", "small/1", "--to", "small/1", "--criteria", "criteria")
    text = run("case", "--model-change", *usual, "--as-of", "2026-05-01").stdout

    assert "Ingen krav, niveauer eller regler er ændret." in text
    assert "Ændringen flytter ingen produkter" in text
    assert "Ingen af de 1 produkter" not in text


def test_many_products_stand_in_an_annex(paper, tmp_path):
    for number in range(10):
        write_product(tmp_path, f"more-{number}", facts={"open": True})
    text = paper().stdout

    assert "De 12 produkter, som ændringen har betydning for, fremgår af bilag A." in text
    assert text.index("## Bilag A: produkter") < text.index("| More-0 |")


def test_a_product_that_cannot_be_used_is_named(paper, tmp_path):
    (write_product(tmp_path, "broken") / "product.yaml").write_text("a: [")
    text = paper().stdout

    assert "Ikke medtaget, fordi filen ikke kan bruges: products/broken/product.yaml." in text


def test_facts_that_have_no_place_are_listed_with_their_place(tmp_path, run, monkeypatch):
    monkeypatch.chdir(tmp_path)
    schema = {"type": "object", "additionalProperties": False,
              "properties": {"open": {"type": ["boolean", "null"]}}}  # fmt: skip
    write_model(tmp_path, [OPEN])
    made = write_model(tmp_path / "newer", [OPEN], schema=schema, version="2")
    made.rename(tmp_path / "criteria/small/2")
    write_product(tmp_path, facts={"open": True, "licence": "MIT"})
    usual = ("--from", "small/1", "--to", "small/2", "--criteria", "criteria")
    text = run("case", "--model-change", *usual, "--as-of", "2026-05-01").stdout

    assert "- De oplysninger, der kan gives, eller teksterne om dem er ændret" in text
    assert "1 selvevalueringer indeholder oplysninger" not in text
    assert "Én selvevaluering indeholder oplysninger, som ikke findes i modellen" in text
    assert re.search(r"\| products/tool/product.yaml:11:3 \| ", text)


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_what_was_typed_is_inert(paper, form):
    text = paper("--format", form).stdout

    assert re.findall(r"(?<!\\)<script", text) == []
    assert form == "html" or re.findall(r"(?<!\\)\]\(", text) == []
    assert text.count("<!-- slut:background -->") == 1


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_what_people_filled_in_stays_in_a_paper_on_the_same_change(paper, tmp_path, form, run):
    out = tmp_path / "paper"
    assert paper("--format", form, "--out", out).exit_code == 0
    [head] = re.findall(r"<!-- udfyld:hearing \w+ -->\n", out.read_text())
    before, after = out.read_text().split(head)
    out.write_text(f"{before}{head}Our words.\n<!-- slut{after.partition('<!-- slut')[2]}")
    mine = out.read_text()
    assert paper("--format", form, "--out", out).exit_code == 0
    assert out.read_text() == mine

    usual = ("--criteria", "criteria", "--as-of", "2026-05-01", "--format", form, "--out", out)
    assert run("case", "products/sound", "--proposal", "low", *usual).exit_code == 2
    assert (
        run("case", "--model-change", "--from", "small/1", "--to", "small/1", *usual).exit_code
        == 2
    )
    assert out.read_text() == mine

"""What has changed in a file of a product, as tables for people."""

import pytest
from web.conftest import DECLARED

from os2governance.web.change_table import build_change_table, list_change_tables
from os2governance.web.edit_session import read_current_product
from os2governance.web.form_actions import open_session

EVALUATION = """\
format: os2governance/evaluation/1
product: eksempel
model: os2/1.1.0
evaluated: {on: 2026-04-20, by: Sekretariatet}
recommends: {level: "2", grounds: Det bruges.}
lights:
  R1: {light: partly, grounds: Vis det., advice: Skriv mere.}
"""


@pytest.fixture
def now(workplace_pages):
    return read_current_product(open_session(workplace_pages, "eksempel"))[0]


def build(now, after, name="product.yaml", before=DECLARED):
    return build_change_table(name, (before and before.encode(), after.encode()), now, "da")


def list_rows(several):
    return [(each.title.da, each.before, each.after) for each in several]


def test_the_head_of_a_document_comes_first_with_dates_as_people_write_them(now):
    said = DECLARED.replace("2026-04-01, by: Styregruppen", "2026-04-15, by: Aarhus Kommune")
    found = build(now, said.replace("kind: product", "kind: project"))

    assert list_rows(found.head) == [
        ("Produkt eller projekt", "produkt", "projekt"),
        ("Dato for udfyldelse", "1. april 2026", "15. april 2026"),
        ("Udfyldt af", "Styregruppen", "Aarhus Kommune"),
    ]
    assert (found.criteria, found.facts, found.proposed) == ((), (), 0)


def test_an_answer_is_told_before_and_after_with_the_words_that_come_in(now):
    said = DECLARED.replace(
        'R1: {answer: met, note: "Det virker."}',
        'R1: {answer: planned, note: "Det virker.", due: 2027-03}\n'
        "  F3: {answer: met, evidence: [https://example.org/udbud]}",
    )
    rows = [(e.criterion.id, e.before, e.after, e.words) for e in build(now, said).criteria]

    assert rows == [
        ("R1", "opfyldt", "planlagt", ("Det virker.", "marts 2027")),
        ("F3", "", "opfyldt", ("https://example.org/udbud",)),
    ]


def test_facts_are_told_by_their_titles_and_those_that_go_too(now):
    said = DECLARED.replace("MPL-2.0", "EUPL-1.2").replace(
        "    - {authority: Greve, kind: municipality, status: active}\n", "    []\n"
    )

    assert list_rows(build(now, said).facts) == [
        ("Licensen", "MPL-2.0", "EUPL-1.2"),
        ("Myndighedens navn", "Greve", ""),
        ("Myndighedens type", "kommune", ""),
        ("Myndighedens deltagelse", "aktiv", ""),
    ]


def test_an_evaluation_is_told_with_its_head_and_its_lights(now):
    found = build(now, EVALUATION, "evaluations/2026-04-20.yaml", None)

    assert list_rows(found.head) == [
        ("Dato", "", "20. april 2026"),
        ("Evalueret af", "", "Sekretariatet"),
        ("Anbefalet niveau", "", "Niveau 2"),
        ("Begrundelse for niveauet", "", "Det bruges."),
    ]
    (row,) = found.criteria
    assert (row.criterion.id, row.before, row.after) == ("R1", "", "Gul")
    assert row.words == ("Vis det.", "Skriv mere.")


def test_only_files_that_say_something_else_are_told(now):
    files = {"product.yaml": DECLARED.encode(), "register.yaml": b"x: 1"}
    after = {**files, "register.yaml": b"x: 2", "evaluations/2026-04-20.yaml": EVALUATION.encode()}

    assert list(list_change_tables(files, files, now, "da")) == []
    assert [e.title.da for e in list_change_tables(files, after, now, "da")] == ["Evaluering"]

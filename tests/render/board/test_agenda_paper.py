"""The paper for a meeting: the table, the items, the annexes."""

from agendas import small_agenda

from os2governance.render.board.agenda_paper import build_agenda_paper
from os2governance.render.common.paper import PaperHeading, PaperTable, list_paper_keys
from os2governance.render.common.paper_html import render_paper_html


def test_what_is_kept_is_one_item_and_each_case_has_an_item_and_an_annex(tmp_path):
    parts = list(build_agenda_paper(small_agenda(tmp_path)))
    headings = [each.text for each in parts if isinstance(each, PaperHeading) and each.level == 2]

    assert headings == [
        "Til beslutning",
        "Punkt 1: Produkter, der fastholder deres niveau",
        "Punkt 2: Mover",
        "Bilag 2: Mover",
    ]


def test_the_table_has_a_row_for_each_product_that_is_to_be_decided(tmp_path):
    table = next(
        e for e in build_agenda_paper(small_agenda(tmp_path)) if isinstance(e, PaperTable)
    )

    assert [(row[0], row[1], row[4], row[5]) for row in table.rows] == [
        ("1", "Keeper", "ingen", ""),
        ("2", "Mover", "B", "2"),
    ]


def test_every_field_has_a_key_of_its_own_and_the_page_is_whole(tmp_path):
    parts = list(build_agenda_paper(small_agenda(tmp_path)))
    keys = list_paper_keys(parts)

    assert len(set(keys)) == len(keys)
    assert render_paper_html(parts, {}).endswith("</html>\n")

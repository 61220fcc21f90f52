"""Agreement as a page: figures, what is not known, and nothing that a file says as markup."""

from datetime import date

import pytest
from agreements import pair, row, three
from pages import BOTH, HOSTILE

from os2governance.analysis.agreement import count_agreement
from os2governance.render.agreement.paper import build_agreement_paper
from os2governance.render.common.paper import PaperHeading, PaperParagraph, PaperTable
from os2governance.render.common.paper_html import render_paper_html

DAY = date(2026, 7, 1)


def paper(folder, *pairs, language="en"):
    models = {"small/1": three(folder)}
    return list(build_agreement_paper(count_agreement(pairs, models), models, DAY, language))


def tables(parts):
    """Each table by the heading above it."""
    found, heading = {}, ""
    for part in parts:
        if isinstance(part, PaperHeading):
            heading = part.text
        if isinstance(part, PaperTable):
            found[heading] = part.rows
    return found


def test_the_figures_are_said_of_how_many(tmp_path):
    rows = [row(), row("B", claimed="unknown"), row("C", light="met")]
    found = tables(paper(tmp_path, pair(*rows)))

    assert found["Products by small/1"][0][1:] == ("1 of 2", "1", "0", "0", "1")
    assert [each[1] for each in found["By criterion"]] == ["0 of 1", "not stated", "1 of 1"]
    assert found["By half-year"][0][0] == "first half of 2026"
    assert found["Contested criteria"] == (("A Open code", "1 of 1", "compared only once"),)


@pytest.mark.parametrize("language", BOTH)
def test_without_pairs_it_says_so_and_what_is_apart(tmp_path, language):
    parts = paper(tmp_path, pair(standing="answered_later", declared_on=None), language=language)
    said = [part.text for part in parts if isinstance(part, PaperParagraph)]
    (rows,) = tables(parts).values()

    assert {"da": "Ingen evaluering kan", "en": "No evaluation can"}[language] in said[0]
    assert rows[0][0] == "Tool"


def test_what_a_file_says_is_no_markup(tmp_path):
    page = render_paper_html(paper(tmp_path, pair(name=HOSTILE)), {}, "en")

    assert "<b>x" not in page
    assert "&lt;b&gt;x" in page

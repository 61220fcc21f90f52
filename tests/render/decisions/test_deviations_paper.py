"""The register of accepted deviations, as people read it."""

from datetime import date

from deviations import BARE, register

from os2governance.render.common.paper import PaperHeading, PaperParagraph, PaperTable
from os2governance.render.decisions.deviations_paper import build_deviations_paper


def paper(found, language="en"):
    return list(build_deviations_paper(found, ["small/1"], date(2026, 11, 1), language))


def rows(parts):
    return [row for part in parts if isinstance(part, PaperTable) for row in part.rows]


def test_each_deviation_says_who_promised_what_until_when():
    parts = paper(register({}, BARE))
    overdue, bare = rows(parts)

    assert overdue == (
        "Tool",
        "B Licence",
        "31 October 2026, past due",
        "Choose a licence (the owner)",
        "1",
        "not met: Later.",
    )
    assert bare[2:] == ("without a deadline", "not recorded", "0", "no answer")


def test_the_sums_are_said_of_how_many():
    said = [
        part.text for part in paper(register({}, BARE), "da") if isinstance(part, PaperParagraph)
    ]

    assert said[0] == (
        "2 accepterede afvigelser: 1 overskredet og 1 uden frist. "
        "For 1 af 2 er det registreret, hvad der er lovet."
    )


def test_a_deviation_that_is_met_says_what_holds_now():
    (row,) = rows(paper(register({"state": "met", "status": "met", "words": ""})))

    assert row[5] == "met"


def test_projects_have_a_table_of_their_own_and_closed_products_are_only_counted():
    parts = paper(register({}, {"kind": "project"}, {"lifecycle": "closed"}))
    headings = [part.text for part in parts if isinstance(part, PaperHeading)]

    assert headings == ["Accepted deviations", "Products", "Projects"]
    assert PaperParagraph("1 accepted deviation of a closed product is left out.") in parts


def test_none():
    assert PaperParagraph("Ingen afvigelse er accepteret.") in paper(
        register({"lifecycle": "closed"}), "da"
    )

"""The trend, as people read it."""

from dataclasses import replace

from trends import DAY, trend_of

from os2governance.portfolio.trend import count_trend
from os2governance.render.common.paper import PaperHeading, PaperParagraph, PaperTable
from os2governance.render.portfolio.trend_paper import build_trend_paper


def paper(points, models, language="en"):
    return list(build_trend_paper(points, count_trend(points, models), models, DAY, language))


def tables(parts):
    found, heading = {}, ""
    for part in parts:
        if isinstance(part, PaperHeading):
            heading = part.text
        if isinstance(part, PaperTable):
            found[heading] = part
    return found


def test_each_table_of_the_group_and_of_the_products(tmp_path):
    points, models = trend_of(tmp_path)
    found = tables(paper(points, models))

    assert found["Placed"].head == ("Half-year", "Products", "low", "high", "not placed")
    assert found["Placed"].rows == (
        ("First half of 2026", "1", "1", "0", "0"),
        ("Second half of 2026", "1", "1", "0", "0"),
    )
    assert found["Lights in force"].rows[0] == ("First half of 2026", "1", "0", "1", "0", "0")
    assert found["Each product"].rows[0][:4] == ("Tool", "First half of 2026", "–", "low")
    assert found["Each product"].rows[1][2] == "1 August 2026"


def test_what_is_in_no_figure_is_shown_and_counted(tmp_path):
    points, models = trend_of(tmp_path)
    apart = [
        replace(points[1], product="b", lifecycle="closed"),
        replace(points[1], product="c", draft=True),
        replace(points[1], product="d", model="small/0"),
    ]
    parts = paper([*points, *apart], models, "da")
    rows = tables(parts)["De enkelte produkter"].rows

    assert rows[2][3] == "lukket"
    assert rows[3][2] == "1. august 2026, udkast"
    assert rows[4][4] == "efter small/0"
    (said,) = [each.text for each in parts if isinstance(each, PaperParagraph)][:1]
    assert said.startswith("3 af 5 rækker")


def test_nothing_is_known():
    assert PaperParagraph("Nothing is known of any product.") in paper((), {})

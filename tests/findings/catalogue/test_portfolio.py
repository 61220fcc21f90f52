"""Portfolio: figures that cannot be counted are errors, names that are odd are not."""

from os2governance.findings.catalogue.portfolio import PORTFOLIO


def test_an_authority_that_is_odd_stops_no_figure():
    odd = {entry.severity for code, entry in PORTFOLIO.items() if code.startswith("authority-")}

    assert odd == {"warning"}
    assert {e.severity for code, e in PORTFOLIO.items() if not code.startswith("authority-")} == {
        "error"
    }

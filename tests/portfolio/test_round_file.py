"""The file of a round: read with exact positions, and refused with a reason."""

from datetime import date

import pytest
from rounds import HALF

from os2governance.portfolio.round_file import RoundPlan, find_unknown_products, read_round

WHOLE = b"""\
format: os2governance/round/1
half_year: 2026-2
due: {invited: 2026-08-15}
products:
  tool:
    done: {dialogue: 2026-09-20}
    due: {evaluation: 2026-11-01}
    remark: M\xc3\xb8der f\xc3\xb8rst i november.
  away: {out: Flytter hjem.}
  bare:
"""


def test_all_of_it():
    plan, findings = read_round(WHOLE, "rounds/2026-2.yaml", HALF)

    assert findings == []
    assert plan.due == {"invited": date(2026, 8, 15)}
    assert plan.products["tool"].done == {"dialogue": date(2026, 9, 20)}
    assert plan.products["tool"].due == {"evaluation": date(2026, 11, 1)}
    assert plan.products["tool"].remark == "Møder først i november."
    assert (plan.products["away"].out, plan.products["bare"].out) == ("Flytter hjem.", "")


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        (b"invited:", b"inviteret:", "unknown-key", 3),
        (b"2026-08-15", b"i august", "wrong-format", 3),
        (b"half_year: 2026-2", b"half_year: 2026-3", "out-of-bounds", 2),
        (b"half_year: 2026-2", b"half_year: 2026-1", "round-other-half-year", 2),
        (b"    done:", b"   done:", "yaml-syntax", 7),
    ],
)
def test_what_is_wrong_is_said_with_its_place(old, new, code, line):
    plan, findings = read_round(WHOLE.replace(old, new), "rounds/2026-2.yaml", HALF)

    assert plan is None
    assert [(each.code, each.location.line) for each in findings] == [(code, line)]


def test_products_that_there_are_none_of():
    plan, _ = read_round(WHOLE, "rounds/2026-2.yaml", HALF)
    (found,) = find_unknown_products(plan, ["toool", "away", "bare"])

    assert (found.code, found.location.line) == ("round-unknown-product", 5)
    assert "toool" in found.message.en
    assert find_unknown_products(RoundPlan(), []) == []

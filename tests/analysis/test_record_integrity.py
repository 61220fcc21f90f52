"""The findings of a changed record: what they name, where they stand, in both languages.

Which change is told as what is a table: tests/workflows/check/test_record_tampering.py.
"""

from datetime import date

import pytest

from os2governance.analysis.record_changes import ABSENT, ValueDifference
from os2governance.analysis.record_integrity import check_record_integrity, render_differences
from os2governance.documents.sources import build_product_files
from os2governance.product.record_entries import read_product_record

DAY = date(2026, 5, 2)
EVALUATION = """product: tool
evaluated: {on: 2026-03-10, by: Clerk}
lights:
  A: {light: met}
  B: {light: unmet, grounds: No.}
"""
LOG = "product: tool\ndecisions:\n  - {on: 2026-01-01, by: a}\n  - {on: 2026-02-01, by: b}\n"
NAME = "evaluations/2026-03-10.yaml"


def read(**files):
    given = {name: text.encode() for name, text in files.items()}
    return read_product_record(build_product_files("products/tool", given))


def find(old, new):
    return check_record_integrity(read(**old), read(**new), DAY)


def test_a_rewritten_value_is_named_with_its_place():
    [found] = find({NAME: EVALUATION}, {NAME: EVALUATION.replace("unmet", "met")})

    assert found.code == "record-rewritten"
    assert found.location == (f"products/tool/{NAME}", 5, 14)
    said = found.message.render("en")
    assert said == (
        "The evaluation of 10 March 2026 has been rewritten (lights.B.light: unmet → met)."
    )
    assert found.message.render("da").startswith("Evalueringen fra 10. marts 2026 er skrevet om")


def test_a_removed_decision_is_shown_where_it_stood():
    left = LOG.replace("  - {on: 2026-01-01, by: a}\n", "")
    [found] = find({"decisions.yaml": LOG}, {"decisions.yaml": left})

    assert (found.code, found.location.line) == ("record-removed", 3)
    assert "1 January 2026" in found.message.render("en")


def test_a_log_that_is_gone_is_one_finding():
    [found] = find({"decisions.yaml": LOG}, {})

    assert found.code == "record-removed"
    assert found.message.render("en") == "The decision log has been removed from the record."


DIFFERENCES = [
    ([], ""),
    ([ValueDifference(("a", 0), "x", "y")], "a.0: x → y"),
    ([ValueDifference((), None, True)], "-: null → true"),
    ([ValueDifference(("a",), ABSENT, {"b": 1})], 'a: - → {"b": 1}'),
    ([ValueDifference((name,), 1, 2) for name in "abcde"],
     "a: 1 → 2; b: 1 → 2; c: 1 → 2; and 2 more"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), DIFFERENCES)
def test_the_first_differences_are_said_in_one_line(changes, expected):
    assert render_differences(changes).render("en") == expected


def test_a_long_text_is_cut():
    [said] = [render_differences([ValueDifference(("a",), "x" * 500, "y")]).render("en")]

    assert len(said) < 100


def test_findings_of_one_kind_are_capped():
    log = "product: tool\ndecisions:\n" + "  - {on: 2026-01-01, by: a}\n" * 500
    changed = log.replace("by: a", "by: b")

    assert len(find({"decisions.yaml": log}, {"decisions.yaml": changed})) <= 101


def test_a_declaration_changed_on_its_day_is_the_same_declaration():
    was = "product: tool\ndeclared: {on: 2026-05-02, by: x}\nfacts: {open: true}\n"
    now = was.replace("true", "false")
    earlier = [each.replace("05-02", "05-01") for each in (was, now)]

    assert find({"product.yaml": was}, {"product.yaml": now}) == []
    [found] = find(*({"product.yaml": each} for each in earlier))
    assert found.code == "declared-date-unchanged"

"""What is counted adds up, and an id that two products have is found."""

from datetime import date

import pytest

from os2governance.checks.suppressions import SuppressionUse
from os2governance.findings.finding import Location
from os2governance.render.common.source_path import NO_SOURCE_ROOT
from os2governance.workflows.check.counter import CheckCounter
from os2governance.workflows.check.summary import MODEL_KIND, PRODUCT_KIND, CheckSummary
from os2governance.workflows.check.targets import CheckTargets
from os2governance.workflows.context import Context

CONTEXT = Context(as_of=date(2026, 5, 1), language="en")

USE = SuppressionUse(
    location=Location("f", 2, 1), codes=("a",), reason="Senere.", until=None, findings=3
)


def summary(**more):
    usual = {
        "kind": PRODUCT_KIND, "readable": True, "suppressions": (), "counts": ({"error": 0},), "codes": (),
        "models": {}, "files": {}, "unusable_model": None, "product": None,
        "allows_duplicate": False, "rows": (),
    }  # fmt: skip
    return CheckSummary(**{**usual, **more})


def totals(counter):
    targets = CheckTargets(files=(), model_folders=(), extra_inspections=())
    return counter.build_totals(targets, NO_SOURCE_ROOT)


def test_counts_add_up():
    counter = CheckCounter(CONTEXT)
    counter.add(summary(counts=({"error": 2, "note": 1},), codes=("b",), suppressions=(USE,)))
    counter.add(summary(kind=MODEL_KIND, counts=({"error": 1},), codes=("a", "b"), readable=False))
    found = totals(counter)

    assert (found.counts["error"], found.counts["warning"], found.counts["note"]) == (3, 0, 1)
    assert (found.products, found.models, found.suppressed, found.unreadable) == (1, 1, 3, 1)
    assert list(found.suppressions) == [USE]
    assert list(found.codes) == ["a", "b"]


@pytest.mark.parametrize("allowed", [True, False])
def test_an_id_that_another_file_has_is_found_or_allowed(allowed):
    counter = CheckCounter(CONTEXT)
    for file in ("a", "a", "b"):
        found = counter.find_duplicate(
            summary(
                product=("tool", Location(file, 2, 1)), allows_duplicate=allowed and file == "b"
            )
        )
        assert (found is None) == (file == "a" or allowed)

    assert totals(counter).suppressed == allowed
    assert counter.find_duplicate(summary()) is None


def test_what_is_known_is_counted_and_what_a_baseline_has_is_kept():
    counter = CheckCounter(CONTEXT)
    counter.add(summary(known=2))
    counter.add(summary(known=1, files={"a.yaml": "sha256:1"}))

    assert totals(counter).known == 3
    assert (list(counter.files), counter.known) == (["a.yaml"], [])

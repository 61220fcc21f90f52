"""A run of `check`: what is counted adds up, and products that are twice are found."""

import json
from datetime import date

import pytest
from conftest import GARDEN

from os2governance.checks.suppressions import SuppressionUse
from os2governance.findings.finding import Location
from os2governance.render.common.terminal import TextPage
from os2governance.workflows.check.prepare import prepare_run
from os2governance.workflows.check.run import CheckCounter, CheckTargets, stream_report
from os2governance.workflows.check.settings import CheckSettings
from os2governance.workflows.check.summary import MODEL_KIND, PRODUCT_KIND, CheckSummary
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import list_product_files

CONTEXT = Context(as_of=date(2026, 5, 1), language="en", criteria=(GARDEN / "criteria",))

USE = SuppressionUse(
    location=Location("f", 2, 1), codes=("a",), reason="Senere.", until=None, findings=3
)


def summary(**more):
    usual = {
        "kind": PRODUCT_KIND, "readable": True, "suppressions": (), "counts": {"error": 0}, "codes": (),
        "models": {}, "files": {}, "unusable_model": None, "product": None,
        "allows_duplicate": False, "rows": (),
    }  # fmt: skip
    return CheckSummary(**{**usual, **more})


def totals(counter):
    targets = CheckTargets(files=(), model_folders=(), extra_inspections=())
    return counter.build_totals(targets, prepare(targets, CheckSettings()).source_root)


def prepare(targets, settings, form="json"):
    page = TextPage(100, colour=False, encoding="utf-8")
    return prepare_run(targets, settings, form, page, CONTEXT)


def test_counts_add_up():
    counter = CheckCounter(CONTEXT)
    counter.add(summary(counts={"error": 2, "note": 1}, codes=("b",), suppressions=(USE,)))
    counter.add(summary(kind=MODEL_KIND, counts={"error": 1}, codes=("a", "b"), readable=False))
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


@pytest.mark.parametrize("form", ["json", "text", "sarif", "junit"])
def test_a_report_is_the_same_each_time_and_counts_what_it_reports(form):
    files = list_product_files([str(GARDEN / "products")])[0]
    targets = CheckTargets(
        files=files, model_folders=[GARDEN / "criteria/haven/2"], extra_inspections=()
    )
    made = []
    for _ in range(2):
        counter = CheckCounter(CONTEXT)
        made.append(
            b"".join(stream_report(targets, prepare(targets, CheckSettings(), form), counter))
        )

    assert made[0] == made[1]
    assert (totals(counter).products, totals(counter).models) == (4, 1)
    assert "unknown-key" in totals(counter).codes


def test_what_is_not_selected_is_neither_reported_nor_counted():
    files = list_product_files([str(GARDEN / "products/rosenlund")])[0]
    targets = CheckTargets(files=files, model_folders=(), extra_inspections=())
    counter = CheckCounter(CONTEXT)
    settings = CheckSettings(select=frozenset({"overdue"}))
    report = b"".join(stream_report(targets, prepare(targets, settings), counter))

    assert list(totals(counter).codes) == ["overdue"]
    assert len(json.loads(report)["findings"]) == sum(totals(counter).counts.values())

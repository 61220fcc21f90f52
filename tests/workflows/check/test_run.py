"""A run of `check`: what is counted adds up, and products that are twice are found."""

import json
from datetime import date

import pytest
from conftest import GARDEN

from os2governance.render.check.formats import CHECK_FORMATS
from os2governance.render.common.terminal import TextPage
from os2governance.workflows.check.counter import CheckCounter
from os2governance.workflows.check.prepare import prepare_run
from os2governance.workflows.check.run import stream_reports
from os2governance.workflows.check.settings import CheckSettings
from os2governance.workflows.check.targets import CheckTargets
from os2governance.workflows.context import Context
from os2governance.workflows.find_products import list_product_files

CONTEXT = Context(as_of=date(2026, 5, 1), language="en", criteria=(GARDEN / "criteria",))


def totals(counter):
    targets = CheckTargets(files=(), model_folders=(), extra_inspections=())
    return counter.build_totals(targets, prepare(targets, CheckSettings()).source_root)


def prepare(targets, settings, form="json"):
    page = TextPage(100, colour=False, encoding="utf-8")
    return prepare_run(targets, settings, [form], page, CONTEXT)


def test_several_formats_at_once_are_each_what_it_is_alone():
    files = list_product_files([str(GARDEN / "products")])[0]
    targets = CheckTargets(files=files, model_folders=(), extra_inspections=())
    page = TextPage(100, colour=False, encoding="utf-8")
    run = prepare_run(targets, CheckSettings(), CHECK_FORMATS, page, CONTEXT)
    counter = CheckCounter(CONTEXT, len(CHECK_FORMATS))
    together = [b"".join(one) for one in zip(*stream_reports(targets, run, counter), strict=True)]

    for form, made in zip(CHECK_FORMATS, together, strict=True):
        alone = stream_reports(
            targets, prepare(targets, CheckSettings(), form), CheckCounter(CONTEXT)
        )
        assert b"".join(piece for (piece,) in alone) == made, form


@pytest.mark.parametrize("form", CHECK_FORMATS)
def test_a_report_is_the_same_each_time_and_counts_what_it_reports(form):
    files = list_product_files([str(GARDEN / "products")])[0]
    targets = CheckTargets(
        files=files, model_folders=[GARDEN / "criteria/haven/2"], extra_inspections=()
    )
    made = []
    for _ in range(2):
        counter = CheckCounter(CONTEXT)
        made.append(
            b"".join(
                piece
                for (piece,) in stream_reports(
                    targets, prepare(targets, CheckSettings(), form), counter
                )
            )
        )

    assert made[0] == made[1]
    assert (totals(counter).products, totals(counter).models) == (4, 1)
    assert "unknown-key" in totals(counter).codes


def test_what_is_not_selected_is_neither_reported_nor_counted():
    files = list_product_files([str(GARDEN / "products/rosenlund")])[0]
    targets = CheckTargets(files=files, model_folders=(), extra_inspections=())
    counter = CheckCounter(CONTEXT)
    settings = CheckSettings(select=frozenset({"overdue"}))
    pieces = stream_reports(targets, prepare(targets, settings), counter)
    report = b"".join(piece for (piece,) in pieces)

    assert list(totals(counter).codes) == ["overdue"]
    assert len(json.loads(report)["findings"]) == sum(totals(counter).counts.values())

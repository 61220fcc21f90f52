"""What a run of `check` depends on beside the files: nothing is left out of the cache's key."""

import pickle
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from os2governance.render.common.terminal import TextPage
from os2governance.workflows.check.prepare import MAX_OTHER_IDS, prepare_run
from os2governance.workflows.check.settings import CheckSettings
from os2governance.workflows.check.targets import CheckTargets
from os2governance.workflows.context import Context

PAGE = TextPage(100, colour=False, encoding="utf-8")
SETTINGS = CheckSettings()
CONTEXT = Context(as_of=date(2026, 5, 1), language="en")


def prepare(
    files=("products/a/product.yaml",),
    settings=SETTINGS,
    form="text",
    page=PAGE,
    context=CONTEXT,
):
    targets = CheckTargets(files=files, model_folders=(), extra_inspections=())
    return prepare_run(targets, settings, [form], page, context)


OTHERS = [
    {"form": "json"},
    {"settings": CheckSettings(ignore=frozenset({"undocumented"}))},
    {"settings": CheckSettings(fail_on="note")},
    {"page": PAGE._replace(width=80)},
    {"page": PAGE._replace(encoding="ascii")},
    {"context": replace(CONTEXT, language="da")},
]


@pytest.mark.parametrize("other", OTHERS, ids=str)
def test_all_that_the_report_depends_on_is_in_the_key(other):
    assert prepare(**other).output_key != prepare().output_key
    assert prepare().output_key == prepare().output_key


def test_colours_are_not_cached():
    assert prepare().use_cache
    assert not prepare(page=PAGE._replace(colour=True)).use_cache
    assert prepare(form="sarif", page=PAGE._replace(colour=True)).use_cache


def test_ids_that_may_have_been_copied_are_the_folders_names_unless_there_are_too_many():
    files = [f"products/{number}/product.yaml" for number in range(MAX_OTHER_IDS)]

    assert prepare(["b/product.yaml", "x/a/product.yaml", "a/product.yaml"]).other_ids == (
        "a",
        "b",
    )
    assert len(prepare(files).other_ids) == MAX_OTHER_IDS
    assert prepare([*files, "more/product.yaml"]).other_ids == ()


def test_a_run_may_travel():
    run = prepare(settings=CheckSettings(select=frozenset({"a"})))

    assert pickle.loads(pickle.dumps(run)) == run
    assert Path(run.source_root.root).is_absolute()

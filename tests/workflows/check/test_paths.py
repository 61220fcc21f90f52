"""What the paths of `check` mean: models, products, and what lies beside them."""

from datetime import date

import pytest
from folders import criterion, write_model, write_product

from os2governance.workflows.check.paths import find_targets
from os2governance.workflows.context import Context

ADMIT = {"on": "2026-02-01", "decision": "admit", "by": "board"}
EVALUATION = {"evaluated": {"on": "2026-01-01", "by": "X"}, "lights": {}}
TOOL, MODEL = "products/tool/product.yaml", "criteria/small/1"


@pytest.fixture
def targets(tmp_path, monkeypatch):
    model = write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    write_product(tmp_path, decisions=[ADMIT], evaluations=[EVALUATION])
    (model.parent / "layouts").mkdir()
    (model.parent / "documents.yaml").touch()
    monkeypatch.chdir(tmp_path)

    def find(*paths):
        found = find_targets(paths, Context(as_of=date(2026, 5, 1), language="en"))
        beside = [each.findings[0].code for each in found.extra_inspections]
        return list(found.files), [each.as_posix() for each in found.model_folders], beside

    return find


@pytest.mark.parametrize(
    ("path", "files", "models"),
    [
        ("products", [TOOL], []),
        ("products/tool", [TOOL], []),
        (TOOL, [TOOL], []),
        ("products/tool/decisions.yaml", [TOOL], []),
        ("products/tool/evaluations/2026-01-01.yaml", [TOOL], []),
        ("products/tool/notes.txt", [TOOL], []),
        ("criteria", [], [MODEL]),
        ("criteria/small", [], [MODEL]),
        (MODEL, [], [MODEL]),
        (f"{MODEL}/all.yaml", [], [MODEL]),
        ("criteria/small/documents.yaml", [], [MODEL]),
        ("criteria/small/layouts", [], [MODEL]),
        ("\x1b[31m", ["\x1b[31m"], []),
        ("a\0b", ["a\0b"], []),
    ],
)
def test_a_path_means_a_product_or_models(targets, path, files, models):
    assert targets(path) == (files, models, [])


def test_without_paths_products_and_models_are_meant(targets):
    assert targets() == ([TOOL], [MODEL], [])


def test_each_is_meant_once(targets):
    assert targets("products", TOOL, "criteria", MODEL) == ([TOOL], [MODEL], [])


def test_a_folder_without_either_is_told_of(targets, tmp_path):
    (tmp_path / "empty").mkdir()

    assert targets("empty") == ([], [], ["no-products"])

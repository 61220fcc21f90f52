"""What the paths of `check` mean: models, products, and what lies beside them."""

import json
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
        (".", [TOOL], [MODEL]),
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


@pytest.mark.parametrize(
    ("name", "text", "is_ours"),
    [
        ("ml/model.yaml", "layers: 3\n", False),
        ("ml/small/1/model.yaml", "layers: 3\n", False),
        ("ml/model.yaml", "format: os2governance/model/1\n", True),
        ("criteria/broken/1/model.yaml", "layers: 3\n", True),  # in the usual place
    ],
)
def test_models_of_others_are_passed_over_and_hide_nothing(targets, tmp_path, name, text, is_ours):
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text(text)
    files, models, beside = targets(".")

    assert (files, beside) == ([TOOL], [])
    assert MODEL in models
    assert (str((tmp_path / name).parent.relative_to(tmp_path)) in models) == is_ours


def test_below_the_settings_the_usual_folders_are_beside_them(run, tmp_path, targets, monkeypatch):
    (tmp_path / "os2governance.toml").write_text('lang = "en"\ncriteria = ["criteria"]\n')
    (tmp_path / "docs" / "notes").mkdir(parents=True)
    from_root = run("check", "--as-of", "2026-05-01", "--format", "json").stdout
    monkeypatch.chdir(tmp_path / "docs" / "notes")
    below = run("check", "--as-of", "2026-05-01", "--format", "json").stdout

    codes = [
        sorted((f["code"], f["file"].rpartition("/")[2], f["line"]) for f in said["findings"])
        for said in map(json.loads, (from_root, below))
    ]

    assert json.loads(from_root)["checked"] == json.loads(below)["checked"]
    assert json.loads(below)["checked"]["products"] == 1
    assert codes[0] == codes[1] != []

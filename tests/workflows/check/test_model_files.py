"""Every file of a model is read by its checks, or is a finding: nothing lies there unseen."""

import json
from datetime import date
from pathlib import Path
from shutil import copy, copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.files.listing import find_shipped_criteria
from os2governance.workflows.check.model_files import inspect_other_model_files

TINY = Path(__file__).parents[2] / "tiny" / "criteria"
SHIPPED = find_shipped_criteria() / "os2"


def build_kitchen(folder: Path) -> Path:
    """Copy the kitchen's model, with terms and layouts of documents above its version."""
    copytree(TINY, folder, dirs_exist_ok=True)
    copy(SHIPPED / "documents.yaml", folder / "kitchen")
    copytree(SHIPPED / "layouts", folder / "kitchen" / "layouts", dirs_exist_ok=True)
    return folder


@pytest.fixture
def criteria(tmp_path):
    return build_kitchen(tmp_path / "criteria")


ABOVE = [
    "documents.yaml",
    *sorted(f"layouts/{file.name}" for file in (SHIPPED / "layouts").iterdir()),
]
OWN = sorted(f"2/{file.name}" for file in (TINY / "kitchen" / "2").iterdir())


@pytest.fixture(params=["check", "check the file", "lint", "lint one"])
def found(request, run, criteria):
    """Run a check of the model; return the places and codes of its findings."""

    def runs(name):
        commands = {
            "check": ("check", criteria),
            "check the file": ("check", criteria / "kitchen" / name),
            "lint": ("criteria", "lint"),
            "lint one": ("criteria", "lint", "kitchen/2"),
        }
        result = run(*commands[request.param], "--criteria", criteria, "--format", "json")
        return {
            (str(Path(each["file"]).relative_to(criteria / "kitchen")), each["line"], each["code"])
            for each in json.loads(result.stdout)["findings"]
            if not each["code"].startswith("lint-")  # the kitchen's texts are few
        }

    return runs


@pytest.mark.parametrize("name", [*ABOVE, *OWN])
def test_every_file_of_a_model_is_read(name, found, criteria):
    (criteria / "kitchen" / name).write_text("\n\nbogus: 1\n", encoding="utf-8")

    wrong = [(line, code) for file, line, code in found(name) if file == name]
    assert wrong
    if not name.endswith(".json"):
        assert (3, "unknown-key") in wrong


def test_a_model_without_faults_has_no_findings(found):
    assert found("documents.yaml") == set()


def test_layouts_without_marks_are_found(found, criteria):
    (criteria / "kitchen" / "layouts" / "marks.yaml").unlink()

    assert {code for _, _, code in found("documents.yaml")} == {"layouts-missing"}


@pytest.mark.parametrize(
    "name",
    [
        "document.yaml",
        "documents.yml",
        "layout/marks.yaml",
        "layouts/deep/marks.yaml",
        "layouts/report.YAML",
        "3/theme.yaml",
        "2/other.json",
        "2/theme.YAML",
        "2/deep/theme.yaml",
        "2/notes.txt",
    ],
)
def test_a_file_that_nothing_reads_is_found(name, found, criteria):
    file = criteria / "kitchen" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("", encoding="utf-8")

    ((where, _, code),) = found("documents.yaml")
    assert code == "name-not-read"
    assert name == where or name.startswith(f"{where}/")


@given(
    st.sampled_from(["2", ".", "layouts"]),
    st.text(st.characters(categories=["L", "N"]) | st.sampled_from(" ._-"), max_size=8),
    st.sampled_from(["", ".yaml", ".yml", ".json", ".YAML", ".md", ".yaml.bak"]),
)
def test_any_file_is_read_or_is_a_finding(tmp_path_factory, folder, stem, ending):
    name = f"{stem}{ending}"
    if name.startswith(".") or name in {"", "2", "layouts"}:
        return
    criteria = build_kitchen(tmp_path_factory.mktemp("law"))
    file = criteria / "kitchen" / folder / name
    file.write_text("bogus: 1\n", encoding="utf-8")
    ours = folder == "2" and name.endswith((".yaml", ".yml"))  # the version's own: inspect_model

    seen = [
        found.location.file
        for each in inspect_other_model_files([criteria / "kitchen" / "2"], date(2026, 5, 1))
        for found in each.findings
    ]
    assert ours or file.as_posix() in seen


def test_a_folder_that_is_no_models_is_left_alone(run, tmp_path):
    copytree(TINY / "kitchen" / "2", tmp_path / "mine" / "2")
    (tmp_path / "mine" / "holiday.txt").write_text("", encoding="utf-8")
    result = run("check", tmp_path / "mine" / "2", "--format", "json")

    codes = [each["code"] for each in json.loads(result.stdout)["findings"]]
    assert "model-misplaced" in codes
    assert "name-not-read" not in codes


def test_a_shared_file_is_told_of_once(run, criteria):
    copytree(criteria / "kitchen" / "2", criteria / "kitchen" / "3")
    main = criteria / "kitchen" / "3" / "model.yaml"
    main.write_text(main.read_text("utf-8").replace('version: "2"', 'version: "3"'), "utf-8")
    (criteria / "kitchen" / "documents.yaml").write_text("- a\n", encoding="utf-8")
    for command in (("check", criteria), ("criteria", "lint")):
        result = run(*command, "--criteria", criteria, "--format", "json")
        codes = [each["code"] for each in json.loads(result.stdout)["findings"]]
        assert codes.count("wrong-type") == 1

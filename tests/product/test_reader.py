"""The story: folder, model, product, assessment; what cannot be used is a value too."""

from datetime import date
from pathlib import Path

import pytest
from folders import criterion, write_model, write_product

from os2governance import InvalidFilesError, assess, load_model, load_product
from os2governance.assessment.levels import Assessment
from os2governance.files.listing import find_product_files
from os2governance.product.product import UnreadableProduct
from os2governance.workflows.disk_files import open_library
from os2governance.workflows.find_products import assess_product_file

TODAY = date(2026, 5, 1)
OPEN = {"fact": "open", "present": True}


@pytest.fixture
def model_folder(tmp_path) -> Path:
    return write_model(tmp_path, [criterion("A", "low", OPEN)])


def results(folder: Path) -> list[Assessment | UnreadableProduct]:
    files = find_product_files([folder / "products"])
    library = open_library(folder / "criteria")
    return [assess_product_file(str(file), library, TODAY).assessed for file in files]


def test_products_come_in_the_order_of_their_names(tmp_path, model_folder):
    for name in ("b", "c", "a"):
        write_product(tmp_path, name)

    assert [r.declaration.product for r in results(tmp_path)] == ["a", "b", "c"]


def test_one_that_cannot_be_read_never_stops_the_others(tmp_path, model_folder):
    write_product(tmp_path, "a")
    write_product(tmp_path, "b", facts={"opne": True})
    write_product(tmp_path, "c")
    a, b, c = results(tmp_path)

    assert isinstance(b, UnreadableProduct)
    assert [found.code for found in b.findings] == ["unknown-key"]
    assert [isinstance(each, Assessment) for each in (a, c)] == [True, True]


@pytest.mark.parametrize(
    ("model", "code", "says"),
    [
        ("small/2", "unknown-model", "There is no model 'small/2'; did you mean 'small/1'?"),
        ("other/1", "unknown-model", "There is no model 'other/1'"),
        ("../small/1", "unknown-model", "There is no model '../small/1'"),
        (7, "no-model-named", "does not state which model"),
    ],
)
def test_a_product_needs_a_model_that_is_there(tmp_path, model_folder, model, code, says):
    write_product(tmp_path, "a", model=model)
    [found] = results(tmp_path)

    assert found.findings[0].code == code
    assert says in found.findings[0].message.en


@pytest.mark.parametrize(
    ("model", "does"), [(None, "Tilføj en linje som `model: {}`. "), ("x/1", "")]
)
def test_the_models_that_there_are_are_told_the_newest_first(tmp_path, model, does):
    for version, day in (("1", "2024-01-01"), ("10", "2026-01-01"), ("2", "2025-01-01")):
        folder = write_model(tmp_path, [criterion("A", "low", OPEN)], published=day)
        folder.rename(folder.with_name(f"v{version}"))
    write_product(tmp_path, "a", model=model)
    [found] = results(tmp_path)

    [said] = found.findings
    assert (
        said.remedy.da
        == f"{does.format('small/v10')}Kendte modeller: small/v10, small/v2, small/v1."
    )


def test_where_there_is_no_model_none_is_told(tmp_path):
    write_product(tmp_path, "a", model=None)
    (tmp_path / "criteria").mkdir()
    [found] = results(tmp_path)

    assert "`model: <model>/<version>`. Kendte modeller: -." in found.findings[0].remedy.da


def test_a_broken_model_is_said_at_the_product_and_at_the_fault(tmp_path):
    write_model(tmp_path, [criterion("A", "lwo", OPEN)])
    write_product(tmp_path, "a")
    [found] = results(tmp_path)

    assert [f.code for f in found.findings] == ["unusable-model", "model-unknown-level"]
    assert found.findings[1].location.file.endswith("small/1/all.yaml")
    assert found.findings[1].message.en == "There is no level 'lwo'; did you mean 'low'?"


def test_a_broken_record_is_found_and_counts_for_nothing(tmp_path, model_folder):
    accepts = [{"on": "2026-01-01", "decision": "accept", "accepts": {"A": {}}, "by": "bord"}]
    write_product(tmp_path, "a", decisions=accepts)
    [found] = results(tmp_path)

    assert [f.code for f in found.findings] == ["unknown-role"]
    assert found.outcome("A").deviation is None


def test_a_model_must_be_called_what_its_folders_are(tmp_path, model_folder):
    moved = model_folder.rename(model_folder.parent / "2")

    with pytest.raises(InvalidFilesError, match="is named small/1, but is in small/2"):
        load_model(moved)


def test_every_file_that_was_read_is_named_with_its_hash(tmp_path, model_folder):
    evaluation = {"evaluated": {"on": "2026-01-01", "by": "X"}, "lights": {}}
    folder = write_product(tmp_path, "a", evaluations=[evaluation], decisions=[])
    product = load_product(folder, load_model(model_folder))

    assert {Path(name).name for name in product.files} == {
        "product.yaml",
        "2026-01-01.yaml",
        "decisions.yaml",
    }
    assert all(value.startswith("sha256:") for value in product.files.values())


def test_the_library_in_five_lines(tmp_path, model_folder):
    write_product(tmp_path, "a", facts={"open": True})

    model = load_model(model_folder)
    product = load_product(tmp_path / "products" / "a", model)
    assessment = assess(product, model, as_of=TODAY)

    assert assessment.levels.assessed == "high"
    assert assessment.outcome("A").met.found is True
    with pytest.raises(KeyError):
        assessment.outcome("B")


def test_a_product_of_another_model_is_refused(tmp_path, model_folder):
    other = write_model(tmp_path / "other", [criterion("A", "low", OPEN)], version="2")
    other = other.rename(other.parent / "2")
    target = model_folder.parent / "2"
    other.rename(target)
    folder = write_product(tmp_path, "a")

    with pytest.raises(InvalidFilesError, match="follows small/1, not small/2"):
        load_product(folder, load_model(target))


def test_a_file_that_is_not_there_is_said(tmp_path, model_folder):
    with pytest.raises(InvalidFilesError, match="cannot be read"):
        load_product(tmp_path / "products" / "none", load_model(model_folder))


@pytest.mark.parametrize(
    ("names", "name"),
    [(["Gammelt", "Nyt"], "Nyt"), (["Gammelt", None], "Gammelt"), ([None], "tool")],
)
def test_without_a_declaration_a_product_goes_by_the_name_of_its_evaluation(
    tmp_path, model_folder, names, name
):
    evaluations = [
        {"evaluated": {"on": f"2026-0{number}-01", "by": "x"}, **({"name": each} if each else {})}
        for number, each in enumerate(names, 1)
    ]
    write_product(tmp_path, declared=None, evaluations=evaluations)
    [found] = results(tmp_path)

    assert found.product.name == name

"""The folder that a server works on: its products, and nothing beside them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from folders import criterion, write_model, write_product

from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.web.workspace import Workspace, assess_product_sources

OPEN = {"fact": "open", "present": True}


@pytest.fixture
def place(tmp_path):
    write_model(tmp_path, [criterion("A", "low", OPEN)])
    for name in ("b", "a"):
        write_product(tmp_path, name)
    (tmp_path / "products" / "notes").mkdir()
    return tmp_path


def workspace(place, folder="products"):
    return Workspace(
        folder=place / folder,
        criteria=(place / "criteria",),
        today=lambda: date(2026, 5, 1),
        language="en",
    )


def test_products_are_known_by_their_folders(place):
    assert list(workspace(place).products()) == ["a", "b"]
    assert list(workspace(place, "products/a").products()) == ["a"]
    assert workspace(place, "products/notes").products() == {}
    assert workspace(place, "nowhere").products() == {}


@pytest.mark.parametrize(
    "file", ["evaluations/2026-05-01.yaml", "register.yaml", "declarations/2026-01-01.yaml"]
)
def test_a_product_without_a_product_file_is_one_too(place, file):
    path = place / "products" / "c" / file
    path.parent.mkdir(parents=True)
    path.write_text("x")
    expected = place / "products" / "c" / "product.yaml"

    assert workspace(place).products()["c"] == expected
    assert workspace(place, "products/c").products() == {"c": expected}


def test_a_folder_in_the_place_of_a_product_file_is_none(place):
    (place / "products" / "c" / "product.yaml").mkdir(parents=True)

    assert "c" not in workspace(place).products()


def test_models_are_read_again_when_they_changed_and_only_then(place):
    work = workspace(place)
    first = work.library()
    assert work.library() is first
    theme = place / "criteria" / "small" / "1" / "all.yaml"
    theme.write_text(theme.read_text().replace("id: A", "id: AB"))

    assert [each.id for each in work.library().model("small/1")[0].criteria] == ["AB"]


@pytest.mark.parametrize("data", [b"", b"\xff", b"a: [", b"\x1b[31m"])
def test_bytes_that_are_no_declaration_have_findings_alone(place, data):
    sources = ProductFiles(product=FileContent("product.yaml", data))
    assessed, findings = assess_product_sources(
        sources, workspace(place).library(), date(2026, 5, 1)
    )

    assert assessed is None
    assert findings


def test_what_is_assessed_again_is_read_once_and_anew_with_other_files_models_or_days(place):
    space = workspace(place)
    data = (place / "products" / "a" / "product.yaml").read_bytes()
    sources = ProductFiles(product=FileContent("a/product.yaml", data))
    today, library = space.today(), space.library()
    first = assess_product_sources(sources, library, today)[0]

    assert assess_product_sources(replace(sources), library, today)[0] is first
    for other in (
        (replace(sources, folder="elsewhere"), library, today),
        (sources, library._replace(models={}), today),
        (sources, library, today + timedelta(1)),
    ):
        assert assess_product_sources(*other)[0] is not first

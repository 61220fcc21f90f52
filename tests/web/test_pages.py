"""The pages of one server: the front page, and the first declaration of a product."""

from datetime import date

import pytest
from folders import criterion, write_model

from os2governance.web.edit_history import EditHistory
from os2governance.web.pages import Pages
from os2governance.web.workspace import Workspace

HOSTILE = '"><script>'


@pytest.fixture
def pages(tmp_path):
    write_model(tmp_path, [criterion("A", "low", {"fact": "open", "present": True})])
    (tmp_path / "products").mkdir()
    place = Workspace(
        folder=tmp_path / "products",
        criteria=(tmp_path / "criteria",),
        today=lambda: date(2026, 5, 1),
        language="en",
    )
    return Pages(place, EditHistory(), "secret")


def test_a_product_is_begun_in_a_folder_of_its_own(pages):
    assert pages.create_product({"product": "tool"}) == ({}, "tool")

    file = pages.workspace.folder / "tool" / "product.yaml"
    assert "2026-05-01" in file.read_text(encoding="utf-8")
    assert list(pages.workspace.products()) == ["tool"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"product": ""}, "product"),
        ({"product": "../up"}, "product"),
        ({"product": "Tool"}, "product"),
        ({"product": "x" * 65}, "product"),
        ({"product": "tool", "model": "nothing/1"}, "model"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_nothing_is_written(pages, given, field):
    problems, name = pages.create_product(given)

    assert (list(problems), name) == ([field], "")
    assert list(pages.workspace.folder.iterdir()) == []


def test_a_product_that_is_there_is_left_alone(pages):
    pages.create_product({"product": "tool"})
    file = pages.workspace.folder / "tool" / "product.yaml"
    file.write_text("mine", encoding="utf-8")

    assert list(pages.create_product({"product": "tool"})[0]) == ["product"]
    assert file.read_text(encoding="utf-8") == "mine"


def test_what_was_typed_stands_in_the_front_page_as_text(pages):
    given = {"product": "?", "name": HOSTILE}
    text = pages.render_front(given, pages.create_product(given)[0])

    assert HOSTILE not in text
    assert "&#34;&gt;&lt;script&gt;" in text
    assert 'value="secret"' in text

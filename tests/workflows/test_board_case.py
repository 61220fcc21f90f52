"""Cases for the board, and papers that never lose what people wrote in them."""

import pytest

from os2governance.findings.not_possible import NotPossibleError
from os2governance.render.board.product_paper import build_product_paper
from os2governance.render.common.paper_html import render_paper_html
from os2governance.render.common.paper_markdown import render_paper_markdown
from os2governance.workflows.board_case import (
    prepare_model_case,
    prepare_product_case,
    write_board_paper,
)

HTML, MARKDOWN = render_paper_html, render_paper_markdown


@pytest.fixture
def paper(context):
    def render(product="rosenlund", form=MARKDOWN):
        case, findings = prepare_product_case(f"products/{product}", None, context)
        assert findings == []
        parts = list(build_product_paper(case))
        return lambda kept: form(parts, kept)

    return render


def test_a_case_is_on_one_product_and_on_a_level_that_there_is(context):
    for path, level in (("products", None), ("products/brak", "tree"), ("products/brak", "")):
        with pytest.raises(NotPossibleError):
            prepare_product_case(path, level, context)
    assert prepare_product_case("products/ulaeselig", None, context)[0] is None
    assert prepare_product_case("products/ulaeselig", None, context)[1]


def test_a_case_on_a_model_is_between_models_that_there_are(context):
    case = prepare_model_case("haven/2", None, ["products"], context)

    assert case.as_of == context.as_of
    with pytest.raises(NotPossibleError):
        prepare_model_case("haven/9", "haven/2", [], context)


@pytest.mark.parametrize("form", [HTML, MARKDOWN])
def test_a_paper_is_made_anew_over_itself(tmp_path, paper, form):
    file = tmp_path / "sag"
    assert write_board_paper(str(file), paper(form=form)) == []
    first = file.read_bytes()

    assert write_board_paper(str(file), paper(form=form)) == []
    assert file.read_bytes() == first


@pytest.mark.parametrize("data", [b"", b"Mine notes\n", b"\xff\x00", b"<!doctype html>"])
def test_what_is_no_paper_is_left_alone(tmp_path, paper, data):
    file = tmp_path / "sag.md"
    file.write_bytes(data)
    with pytest.raises(NotPossibleError):
        write_board_paper(str(file), paper())

    assert file.read_bytes() == data


@pytest.mark.parametrize(("product", "form"), [("brak", MARKDOWN), ("rosenlund", HTML)])
def test_a_paper_on_another_case_or_of_another_form_is_left_alone(tmp_path, paper, product, form):
    file = tmp_path / "sag.md"
    write_board_paper(str(file), paper())
    before = file.read_bytes()
    with pytest.raises(NotPossibleError):
        write_board_paper(str(file), paper(product, form))

    assert file.read_bytes() == before


def test_a_paper_that_cannot_be_read_is_a_finding(tmp_path, paper):
    (tmp_path / "folder").mkdir()
    found = write_board_paper(str(tmp_path / "folder"), paper())

    assert [each.code for each in found] == ["file-unreadable"]

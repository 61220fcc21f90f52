"""Cases for the board, and papers that never lose what people wrote in them."""

import pytest

from os2governance.findings.not_possible import NotPossibleError
from os2governance.render.board.product_paper import build_product_paper
from os2governance.render.common.paper_fields import read_paper_fields, render_paper_slot
from os2governance.render.common.paper_html import render_paper_html
from os2governance.render.common.paper_markdown import render_paper_markdown
from os2governance.workflows.board_case import (
    prepare_model_case,
    prepare_product_case,
    write_board_paper,
)

LOWEST = "fro"
HTML, MARKDOWN = render_paper_html, render_paper_markdown


@pytest.fixture
def paper(context):
    def render(product="rosenlund", form=MARKDOWN):
        case, findings = prepare_product_case(f"products/{product}", LOWEST, context)
        assert findings == []
        assert case
        parts = list(build_product_paper(case))
        return lambda kept: form(parts, kept)

    return render


def test_a_case_is_on_one_product_and_on_a_level_that_there_is(context):
    wrong = [("products", None), ("products/brak", "tree"), ("products/brak", "")]
    for path, level in wrong:
        with pytest.raises(NotPossibleError):
            prepare_product_case(path, level, context)
    assert prepare_product_case("products/ulaeselig", None, context)[0] is None
    assert prepare_product_case("products/ulaeselig", None, context)[1]


def test_without_a_proposal_a_case_is_on_what_an_evaluation_recommends(context):
    case, _ = prepare_product_case("products/rosenlund", None, context)

    assert case
    assert case.level.id == "spire"
    with pytest.raises(NotPossibleError, match=r"[Bb]rak"):
        prepare_product_case("products/brak", None, context)


def test_a_case_is_for_one_that_may_decide_on_the_level(context):
    case, _ = prepare_product_case("products/brak", LOWEST, context, addressee="gardener")

    assert case
    assert case.addressee
    assert case.addressee.id == "gardener"
    for level, role in (("spire", "gardener"), (LOWEST, "nobody")):
        with pytest.raises(NotPossibleError):
            prepare_product_case("products/brak", level, context, addressee=role)


def test_a_changed_text_whose_place_is_gone_is_kept_at_the_end(tmp_path, paper):
    """The criterion is met by now, so that its deviation has no deadline any more."""
    file = tmp_path / "sag.md"
    write_board_paper(str(file), paper())
    own = render_paper_slot("until.GONE", "Aldrig")
    file.write_text(f"{file.read_text()}{own}")

    assert write_board_paper(str(file), paper()) == []
    assert read_paper_fields(file.read_text()) == {"until.GONE": "Aldrig"}


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
    [found] = write_board_paper(str(file), paper())

    assert found.code == "file-other-paper"
    assert file.read_bytes() == data


@pytest.mark.parametrize(("product", "form"), [("brak", MARKDOWN), ("rosenlund", HTML)])
def test_a_paper_on_another_case_or_of_another_form_is_left_alone(tmp_path, paper, product, form):
    file = tmp_path / "sag.md"
    write_board_paper(str(file), paper())
    before = file.read_bytes()
    [found] = write_board_paper(str(file), paper(product, form))

    assert found.code == "file-other-paper"
    assert file.read_bytes() == before


def test_a_paper_that_cannot_be_read_is_a_finding(tmp_path, paper):
    (tmp_path / "folder").mkdir()
    found = write_board_paper(str(tmp_path / "folder"), paper())

    assert [each.code for each in found] == ["file-unreadable"]

"""The page of an evaluation."""

from web.conftest import DECLARED, Visitor, client_of

from os2governance.web.evaluation_pages import render_evaluation, submit_evaluation
from os2governance.web.form_actions import open_session


def test_a_file_that_cannot_be_read_is_said_and_no_evaluation_saved(workplace_pages, file):
    desk = open_session(workplace_pages, "eksempel")
    file.write_text("name: [", encoding="utf-8")
    text, wrong = submit_evaluation(workplace_pages, desk, "eksempel", {"by": ["Os"]})

    assert wrong
    assert "product.yaml:1" in text
    assert text == render_evaluation(workplace_pages, desk, "eksempel")
    assert [each.name for each in file.parent.iterdir()] == ["product.yaml"]


def test_the_evaluator_goes_on_to_the_next_product_and_from_the_last_to_the_first(tmp_path):
    for name in ("et", "to"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "product.yaml").write_text(DECLARED.replace("eksempel", name))
    visitor = Visitor(client_of(tmp_path))

    assert '<a href="/to/evaluate">Næste produkt: to</a>' in visitor.open("/et/evaluate")
    assert '<a href="/et/evaluate">Næste produkt: et</a>' in visitor.open("/to/evaluate")

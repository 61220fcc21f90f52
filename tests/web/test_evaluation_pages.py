"""The page of an evaluation."""

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

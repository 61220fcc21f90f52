"""The pages of a product's documents."""

import pytest

from os2governance.web.document_pages import render_documents, render_plan
from os2governance.web.form_actions import open_session


@pytest.mark.parametrize("render", [render_documents, render_plan])
def test_a_file_that_cannot_be_read_is_said_on_the_page(workplace_pages, file, render):
    desk = open_session(workplace_pages, "eksempel")
    file.write_text("name: [", encoding="utf-8")
    text = render(workplace_pages, desk, "eksempel")

    assert "product.yaml:1" in text
    assert "<form" not in text

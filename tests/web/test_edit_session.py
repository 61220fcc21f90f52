"""How the edited file is read: the text that the form edits, and the form of what it says."""

from datetime import date

import pytest

from os2governance.web.edit_session import (
    EditSession,
    build_current_form,
    read_current_product,
    read_current_values,
    read_form_data,
    read_form_values,
)
from os2governance.workflows.disk_files import open_library


@pytest.fixture
def desk(file):
    return EditSession(
        file=file, root=file.parent, library=open_library(), as_of=date(2026, 5, 1), language="da"
    )


def test_the_form_is_of_the_text_that_it_edits(desk, file):
    now, findings = read_current_product(desk)

    assert findings == []
    assert read_form_data(now, desk) == file.read_bytes()
    assert read_current_values(now, desk) == read_form_values(file.read_bytes())
    assert build_current_form(now, desk).fields()["name"].value == "Eksempel"


def test_a_form_is_built_once_for_a_state_and_anew_for_another(desk, file):
    first, again = (build_current_form(read_current_product(desk)[0], desk) for _ in range(2))
    assert again is first

    file.write_text(file.read_text().replace("name: Eksempel ", "name: Andet "))
    changed = build_current_form(read_current_product(desk)[0], desk)
    assert changed.fields()["name"].value == "Andet"


def test_what_cannot_be_read_is_told_and_has_no_values(desk, file):
    file.write_text("product: [")

    assert read_current_product(desk)[0] is None
    assert read_form_values(file.read_bytes()) == {}

"""The declaration before a change: what is kept, and how the change is dated."""

from datetime import date, timedelta

import pytest
from folders import criterion, write_model, write_product
from hypothesis import given
from hypothesis import strategies as st

from os2governance import load_model, load_product
from os2governance.documents.yaml_edit import NotEditableError, SetValue, edit_yaml
from os2governance.documents.yaml_reader import read_yaml
from os2governance.product.kept_declaration import date_change, date_restoration

ON = date(2026, 5, 1)
LATER = date(2026, 5, 9)


@pytest.fixture(scope="module")
def declared(tmp_path_factory):
    """A function that gives a declaration and its bytes."""
    folder = tmp_path_factory.mktemp("kept")
    model = load_model(
        write_model(folder, [criterion("A", "low", {"fact": "open", "equals": True})])
    )

    def make(**more):
        file = write_product(folder, f"p{len(list(folder.glob('products/*')))}", **more)
        return load_product(file, model).current, (file / "product.yaml").read_bytes()

    return make


def read_date(data):
    return read_yaml(data, "")[0].values["declared"]["on"]


@pytest.mark.parametrize(
    ("today", "draft", "new_date", "keeps", "on"),
    [
        (date(2026, 4, 30), False, None, False, "2026-05-01"),
        (ON, False, None, False, "2026-05-01"),
        (ON, False, "2026-05-03", False, "2026-05-03"),
        (LATER, False, None, True, "2026-05-09"),
        (LATER, False, "2026-05-03", True, "2026-05-03"),
        (LATER, False, "2026-04-03", True, "2026-04-03"),
        (LATER, True, None, False, "2026-05-09"),
        (LATER, True, "2026-05-03", False, "2026-05-03"),
    ],
)
def test_a_change(declared, today, draft, new_date, keeps, on):
    head = {"on": "2026-05-01", "by": "E", **({"draft": True} if draft else {})}
    earlier, data = declared(declared=head)
    edits = [SetValue(("name",), "Nyt")]
    edits += [SetValue(("declared", "on"), new_date)] if new_date else []
    change = date_change(earlier, edit_yaml(data, edits), today)

    assert (change.keeps, read_date(change.data)) == (ON if keeps else None, on)
    now = read_yaml(change.data, "")[0].values
    assert now["name"] == "Nyt"
    assert now["declared"].get("draft") is (True if draft else None)


@given(st.dates(), st.dates())
def test_a_kept_declaration_is_older_than_the_one_that_follows(declared, on, today):
    earlier, data = declared(declared={"on": on.isoformat(), "by": "E"})
    change = date_change(earlier, data, today)

    assert change.keeps == (on if today > on else None)
    assert read_date(change.data) == max(on, today).isoformat()
    assert date_change(earlier, data, on + timedelta(0)).data == data


def test_what_is_restored_is_dated_as_a_change_is(declared):
    earlier, _ = declared(declared={"on": "2026-05-01", "by": "E"})
    _, old = declared(declared={"on": "2026-01-01", "by": "E"})

    assert date_restoration(earlier, old, ON) == (old, None)
    restored = date_restoration(earlier, old, LATER)
    assert (restored.keeps, read_date(restored.data)) == (ON, "2026-05-09")


@pytest.mark.parametrize("broken", [b"", b"a: [", b"- 1\n", b"\xff"])
def test_a_change_without_a_date_is_left_as_it_is(declared, broken):
    earlier, _ = declared()

    assert date_change(earlier, broken, ON).data == broken
    assert date_change(earlier, broken, LATER).data == broken
    with pytest.raises(NotEditableError):
        date_restoration(earlier, broken, LATER)

"""Edits and clashes: what a page showed decides, told by its script or known by its version."""

from datetime import date

import pytest
from web.conftest import DECLARED

from os2governance.documents.yaml_edit import RemoveEntry, SetValue
from os2governance.web.edit_session import EditSession, read_current_product
from os2governance.web.planned_edits import WAS_PREFIX, collect_edits
from os2governance.workflows.disk_files import open_library


@pytest.fixture
def planned(file):
    """Collect the edits of input on a page of a version of the file."""
    desk = EditSession(
        file=file, root=file.parent, library=open_library(), as_of=date(2026, 5, 1), language="da"
    )

    def collect(base, **typed):
        now, _ = read_current_product(desk)
        return collect_edits(now, base, {name: [text] for name, text in typed.items()}, desk)

    return collect


OLD = DECLARED.replace("name: Eksempel", "name: Gammelt").encode()
NOTHING = (set(), set())


@pytest.mark.parametrize(
    ("base", "typed", "edits_and_clashes"),
    [
        (DECLARED.encode(), {"name": "Nyt"}, ({"name"}, set())),
        (DECLARED.encode(), {"name": " Eksempel "}, NOTHING),
        (OLD, {"name": "Gammelt"}, NOTHING),
        (OLD, {"name": "Nyt"}, (set(), {"name"})),
        (None, {"name": "Nyt"}, (set(), {"name"})),
        (None, {"name": "Nyt", f"{WAS_PREFIX}name": "Eksempel"}, ({"name"}, set())),
        (OLD, {"name": "Nyt", f"{WAS_PREFIX}name": "Eksempel"}, ({"name"}, set())),
        (DECLARED.encode(), {"name": "Nyt", f"{WAS_PREFIX}name": "Gammelt"}, (set(), {"name"})),
        (DECLARED.encode(), {"name": "Gammelt", f"{WAS_PREFIX}name": "X"}, (set(), {"name"})),
    ],
)
def test_an_edit_rests_on_what_the_page_showed(planned, base, typed, edits_and_clashes):
    found = planned(base, **typed)

    assert (found.edits.keys(), {each.field.name for each in found.clashes}) == edits_and_clashes
    assert found.seen == {"name"}


def test_an_answer_of_which_nothing_is_left_is_taken_out_whole(planned):
    emptied = {"answers.R1.answer": "", "answers.R1.note": ""}

    assert [*planned(DECLARED.encode(), **emptied).edits.values()] == [
        RemoveEntry(("answers", "R1"))
    ]
    kept = planned(DECLARED.encode(), **{**emptied, "answers.R1.answer": "unmet"}).edits
    assert SetValue(("answers", "R1", "answer"), "unmet") in kept.values()

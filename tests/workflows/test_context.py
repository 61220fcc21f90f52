"""The context of a workflow: nothing is read before it is asked for, and it may travel."""

import pickle
from datetime import date

from os2governance.files.listing import find_shipped_criteria
from os2governance.workflows.context import Context


def test_without_a_folder_the_models_are_those_that_are_shipped(tmp_path):
    shipped, own = Context(date(2026, 5, 1), "da", None), Context(date(2026, 5, 1), "da", tmp_path)

    assert shipped.open_library().criteria == find_shipped_criteria()
    assert own.open_library().criteria == tmp_path


def test_a_library_is_opened_before_its_folder_is_there(tmp_path):
    library = Context(date(2026, 5, 1), "en", tmp_path / "later").open_library()
    (tmp_path / "later" / "m" / "1").mkdir(parents=True)
    (tmp_path / "later" / "m" / "1" / "model.yaml").touch()

    assert library.references() == ["m/1"]


def test_it_may_travel():
    context = Context(date.max, "en", None)

    assert pickle.loads(pickle.dumps(context)) == context

"""The context of a workflow: nothing is read before it is asked for, and it may travel."""

import pickle
from datetime import date

from os2governance.files.listing import find_shipped_criteria
from os2governance.workflows.context import Context


def test_without_a_folder_the_models_are_those_that_are_shipped(tmp_path):
    shipped, own = (
        Context(as_of=date(2026, 5, 1), language="da"),
        Context(as_of=date(2026, 5, 1), language="da", criteria=(tmp_path,)),
    )

    assert shipped.open_library().folders == (find_shipped_criteria(),)
    assert own.open_library().folders == (tmp_path,)


def test_a_library_is_opened_before_its_folder_is_there(tmp_path):
    library = Context(
        as_of=date(2026, 5, 1), language="en", criteria=(tmp_path / "later",)
    ).open_library()
    (tmp_path / "later" / "m" / "1").mkdir(parents=True)
    (tmp_path / "later" / "m" / "1" / "model.yaml").touch()

    assert library.references() == ["m/1"]


def test_it_may_travel():
    context = Context(as_of=date.max, language="en")

    assert pickle.loads(pickle.dumps(context)) == context

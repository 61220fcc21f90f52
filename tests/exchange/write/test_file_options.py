"""What all files built from documents share."""

import pytest

from os2governance.exchange.write.file_options import make_change_finding, read_path
from os2governance.findings.finding import Location


@pytest.mark.parametrize(
    ("path", "value"),
    [(["a", "b"], 1), (["a", "c"], None), (["l", 1], 3), (["l", 7], None), (["a", "b", "c"], None), ([], {"a": {"b": 1}, "l": [2, 3]})],
)  # fmt: skip
def test_a_value_is_read_at_its_path(path, value):
    assert read_path({"a": {"b": 1}, "l": [2, 3]}, path) == value


def test_a_change_names_what_was_and_what_is():
    found = make_change_finding("R1", {}, new={"answer": "met"}, key="answer", place=Location("p"))

    assert (found.criterion, found.message.render("en")) == ("R1", "R1: nothing has become met.")

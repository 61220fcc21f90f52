"""The comments of a YAML text."""

import pytest

from os2governance.documents import yaml_comments
from os2governance.documents.yaml_comments import Comment, find_comments

FOUND = [
    ("a: 1 # x", [Comment(1, 6, "x", False)]),
    ("# x\na: 1", [Comment(1, 1, "x", True)]),
    ("a:\n  # x\n  b: 1", [Comment(2, 3, "x", True)]),
    ("a: 'b # x'", []),
    ('a: "b # x"', []),
    ('a: "b # c" # x', [Comment(1, 12, "x", False)]),
    ("a: |\n  # x\nb: 1", []),
    ("a: |\n  c\n# x\nb: 1", [Comment(3, 1, "x", True)]),
    ("a: b#x", []),
    ("'# x': 1", []),
    ("a: [b, # x\n c]", [Comment(1, 8, "x", False)]),
    ("# y\n# x", [Comment(2, 1, "x", True)]),
    ("a: 1 # y # x", [Comment(1, 6, "y # x", False)]),
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_comments_are_told_from_values(text, found):
    assert list(find_comments(text, "x")) == found


@pytest.mark.parametrize("text", ["a: [ # x", "a: 1\n b: # x", "# x\n\x1b", "'# x"])
def test_what_is_no_yaml_stops_nothing(text):
    assert len(list(find_comments(text, "x"))) <= 1


class Walked(list):
    """A list that counts how often it is walked through."""

    walks = 0

    def __iter__(self):
        Walked.walks += 1
        return super().__iter__()


def test_values_are_not_gone_through_for_each_comment(monkeypatch):
    spans = yaml_comments._find_values_with_hash
    monkeypatch.setattr(yaml_comments, "_find_values_with_hash", lambda text: Walked(spans(text)))
    text = "[" + '"a #", ' * 500 + "] # x"

    assert [comment.text for comment in find_comments(text, "x")] == ["x"]
    assert Walked.walks <= 2

"""What a path is: whatever it is, there is an answer."""

import os
from pathlib import Path

import pytest

from os2governance.files.paths import is_file, is_folder, is_link, is_there, may_be_there


def answers(path: Path) -> tuple[bool, ...]:
    asks = (is_folder, is_file, is_link, is_there)
    return tuple(ask(path) for ask in (*asks, may_be_there))


def test_a_folder_a_file_a_link_and_nothing(tmp_path):
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to("nothing")

    assert answers(tmp_path) == (True, False, False, True, True)
    assert answers(tmp_path / "file") == (False, True, False, True, True)
    assert answers(tmp_path / "link") == (False, False, True, True, True)
    assert answers(tmp_path / "none") == (False, False, False, False, False)


@pytest.mark.parametrize("name", ["a" * 300, "b/" * 3000 + "c"])
def test_what_cannot_be_told_may_be_there(name):
    assert answers(Path(name)) == (False, False, False, False, True)


def test_a_folder_that_may_not_be_entered(tmp_path, monkeypatch):
    def refused(*_, **__):
        raise PermissionError

    monkeypatch.setattr(os, "lstat", refused)

    assert may_be_there(tmp_path / "x")

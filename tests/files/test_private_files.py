"""Files that nobody but this user may read."""

import os
import stat

import pytest

from os2governance.files.private_files import (
    MAX_PRIVATE_BYTES,
    read_private_file,
    write_private_file,
)


def test_what_is_written_is_read_and_is_this_users_alone(tmp_path):
    path = tmp_path / "a" / "b" / "key"
    for data in (b"one", b"two"):
        assert write_private_file(path, data)
        assert read_private_file(path) == data
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [each.name for each in path.parent.iterdir()] == ["key"]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o601])
def test_what_others_have_access_to_is_not_read(tmp_path, mode):
    path = tmp_path / "key"
    write_private_file(path, b"x")
    path.chmod(mode)

    assert read_private_file(path) is None


def test_only_a_regular_file_of_a_sensible_size_is_read(tmp_path):
    there = tmp_path / "there"
    write_private_file(there, b"x")
    (tmp_path / "link").symlink_to(there)
    os.mkfifo(tmp_path / "pipe", 0o600)
    write_private_file(tmp_path / "large", b"x" * (MAX_PRIVATE_BYTES + 1))

    for name in ("link", "pipe", "large", "nothing", "."):
        assert read_private_file(tmp_path / name) is None


def test_a_link_is_replaced_and_not_followed(tmp_path):
    (tmp_path / "precious").write_text("precious")
    (tmp_path / "key").symlink_to(tmp_path / "precious")

    assert write_private_file(tmp_path / "key", b"x")
    assert (tmp_path / "precious").read_text() == "precious"
    assert not (tmp_path / "key").is_symlink()

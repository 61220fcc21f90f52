"""What is written: whole or not at all, and never over what somebody else wrote."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from os2governance.files import writing


def test_a_file_is_replaced_if_it_is_what_it_was(tmp_path):
    file = tmp_path / "new" / "a.yaml"
    codes = []
    for data, was in [(b"1", None), (b"2", None), (b"2", b"0"), (b"2", b"1"), (b"3", b"1")]:
        codes.append([found.code for found in writing.replace_file(file, data, was)])

    assert codes == [[], ["file-exists"], ["file-changed"], [], ["file-changed"]]
    assert file.read_bytes() == b"2"
    assert [each.name for each in file.parent.iterdir()] == ["a.yaml"]


def test_a_file_keeps_its_permissions(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"1")
    file.chmod(0o640)
    writing.replace_file(file, b"2", b"1")
    writing.replace_file(tmp_path / "b.yaml", b"1", None)
    mask = os.umask(0)
    os.umask(mask)

    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "b.yaml").stat().st_mode) == 0o666 & ~mask


def test_what_cannot_be_written_is_found(tmp_path, monkeypatch):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()

    assert [f.code for f in writing.replace_file(tmp_path / "folder", b"", b"")] == [
        "file-unreadable"
    ]
    assert [f.code for f in writing.replace_file(tmp_path / "file" / "x", b"", None)] == [
        "file-unwritable"
    ]
    assert [f.code for f in writing.replace_file(tmp_path / "none", b"", b"")] == [
        "file-unreadable"
    ]


def test_a_link_that_leads_out_is_not_written_through(tmp_path):
    (tmp_path / "outside").write_bytes(b"1")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (below / "link").symlink_to(tmp_path / "outside")

    assert [f.code for f in writing.replace_file(below / "link", b"2", b"1")] == ["file-outside"]
    assert (tmp_path / "outside").read_bytes() == b"1"


def test_what_is_replaced_is_kept_first(tmp_path):
    file, copy = tmp_path / "a.yaml", tmp_path / "kept" / "1.yaml"
    file.write_bytes(b"1")

    assert writing.replace_keeping(file, b"2", b"1", copy) == []
    assert (file.read_bytes(), copy.read_bytes()) == (b"2", b"1")


@pytest.mark.parametrize(
    ("there", "was", "codes", "kept"),
    [
        (None, b"1", [], b"1"),
        (b"1", b"1", [], b"1"),
        (b"0", b"1", ["kept-declaration-differs"], b"0"),
        (None, b"0", ["file-changed"], None),
        (b"0", b"0", ["file-changed"], b"0"),
    ],
)
def test_a_copy_is_never_written_over_nor_left_behind(tmp_path, there, was, codes, kept):
    file, copy = tmp_path / "a.yaml", tmp_path / "kept" / "1.yaml"
    file.write_bytes(b"1")
    if there is not None:
        copy.parent.mkdir()
        copy.write_bytes(there)
    found = writing.replace_keeping(file, b"2", was, copy)

    assert [each.code for each in found] == codes
    assert file.read_bytes() == (b"1" if codes else b"2")
    assert (copy.read_bytes() if copy.exists() else None) == kept


def test_a_file_that_cannot_be_replaced_leaves_no_copy(tmp_path, monkeypatch):
    file, copy = tmp_path / "a.yaml", tmp_path / "kept" / "1.yaml"
    file.write_bytes(b"1")
    replace = Path.replace

    def refuse(self, target):
        if Path(target) == file:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)

    assert [f.code for f in writing.replace_keeping(file, b"2", b"1", copy)] == ["file-unwritable"]
    assert (file.read_bytes(), copy.exists()) == (b"1", False)


def test_a_folder_that_leads_out_is_not_kept_in(tmp_path):
    file = tmp_path / "a" / "a.yaml"
    file.parent.mkdir()
    file.write_bytes(b"1")
    (tmp_path / "outside").mkdir()
    (file.parent / "kept").symlink_to(tmp_path / "outside")
    found = writing.replace_keeping(file, b"2", b"1", file.parent / "kept" / "1.yaml")

    assert [each.code for each in found] == ["file-outside"]
    assert (file.read_bytes(), list((tmp_path / "outside").iterdir())) == (b"1", [])


def test_a_file_is_removed_if_it_is_what_it_was(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"1")

    assert [each.code for each in writing.remove_file(file, b"2")] == ["file-changed"]
    assert file.read_bytes() == b"1"
    assert writing.remove_file(file, b"1") == []
    assert [each.code for each in writing.remove_file(file, b"1")] == ["file-unreadable"]


STEPS = ("open", "fsync", "replace", "close", "chmod", "mkdir")


DIES = """
import os, signal, sys
from pathlib import Path
from os2governance.files import paths, writing
step, file = int(sys.argv[1]), Path(sys.argv[2])
done = [0]
def counted(name):
    real = getattr(os, name)
    def call(*arguments, **more):
        done[0] += 1
        if done[0] == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **more)
    setattr(os, name, call)
for name in STEPS:
    counted(name)
if len(sys.argv) > 3:
    writing.replace_keeping(file, b"new" * 100_000, b"old", Path(sys.argv[3]))
else:
    writing.replace_file(file, b"new" * 100_000, b"old")
print("whole")
"""


def test_whoever_dies_on_the_way_leaves_the_old_file_or_the_new_one(tmp_path):
    """SIGKILL at every call into the system, until the write goes through."""
    file = tmp_path / "a.yaml"
    seen = set()
    for step in range(1, 40):
        file.write_bytes(b"old")
        done = subprocess.run(
            [sys.executable, "-c", f"{STEPS = }\n{DIES}", str(step), str(file)],
            capture_output=True,
            check=False,
        )
        seen.add(file.read_bytes())
        assert file.read_bytes() in {b"old", b"new" * 100_000}
        if done.stdout == b"whole\n":
            break
        assert done.returncode == -9
    else:
        pytest.fail("it never went through")
    assert seen == {b"old", b"new" * 100_000}
    assert step > 4


def test_whoever_dies_on_the_way_never_loses_what_was_to_be_kept(tmp_path):
    file, copy = tmp_path / "a.yaml", tmp_path / "kept" / "1.yaml"
    seen = set()
    for step in range(1, 60):
        file.write_bytes(b"old")
        copy.unlink(missing_ok=True)
        done = subprocess.run(
            [sys.executable, "-c", f"{STEPS = }\n{DIES}", str(step), str(file), str(copy)],
            capture_output=True,
            check=False,
        )
        kept = copy.read_bytes() if copy.exists() else None
        seen.add((file.read_bytes(), kept))
        if done.stdout == b"whole\n":
            break
        assert done.returncode == -9
    else:
        pytest.fail("it never went through")
    assert seen == {(b"old", None), (b"old", b"old"), (b"new" * 100_000, b"old")}


WRITES = """
import sys
from pathlib import Path
from os2governance.files import paths, writing
file = Path(sys.argv[1])
for number in range(40):
    while True:
        was = file.read_bytes()
        if not writing.replace_file(file, was + f"{sys.argv[2]}{number}\\n".encode(), was):
            break
"""


def test_of_writers_at_once_none_loses_what_another_wrote(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"")
    running = [subprocess.Popen([sys.executable, "-c", WRITES, str(file), name]) for name in "abc"]
    assert [each.wait() for each in running] == [0, 0, 0]

    lines = file.read_text().splitlines()
    assert sorted(lines) == sorted(f"{name}{n}" for name in "abc" for n in range(40))
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]

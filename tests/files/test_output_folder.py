"""A folder of what is made: the old edition or the new one, and nobody else's files are touched."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from os2governance.files import output_folder
from os2governance.files.output_folder import (
    LIST_NAME,
    close_output_folder,
    open_output_folder,
    write_output_file,
)


def make(folder, names, edition=b""):
    """Make an edition of some files, as far as it goes."""
    with open_output_folder(folder) as (made, findings):
        if made is None:
            return [found.code for found in findings]
        for name in names:
            if found := write_output_file(made, name, name.encode() + edition):
                return [each.code for each in found]
        return [found.code for found in close_output_folder(made, names)]


def content(folder):
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file() and each.name != LIST_NAME
    }


def edition(names, mark):
    return {name: name.encode() + mark for name in names}


NAMES = ["index.html", "a.html", "b/c.html", "b/d/e.html"]
FEWER = ["index.html", "b/c.html", "f/g.html"]


@pytest.fixture(params=["moved", "fixed"])
def out(request, tmp_path, monkeypatch):
    """A folder that can be moved, and one that cannot: a mount, or one with somebody in it."""
    if request.param == "fixed":
        monkeypatch.setattr(output_folder, "_is_fixed", lambda _: True)
    return tmp_path / "place" / "out"


def test_what_is_no_longer_made_is_removed(out):
    assert make(out, NAMES) == []
    assert content(out) == edition(NAMES, b"")
    assert make(out, FEWER, b"2") == []

    assert content(out) == edition(FEWER, b"2")
    assert not (out / "b" / "d").exists()
    assert [each.name for each in out.parent.iterdir()] == ["out"]


def test_files_of_others_stay(out):
    make(out, NAMES)
    theirs = ["CNAME", "b/theirs.txt", ".git/refs/x", "own/y"]
    for name in theirs:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(name.encode())
    (out / ".git" / "empty").mkdir()
    (out / "link").symlink_to("nowhere")
    make(out, ["index.html"], b"2")

    assert content(out) == {**edition(["index.html"], b"2"), **edition(theirs, b"")}
    assert (out / ".git" / "empty").is_dir()
    assert (out / "link").is_symlink()


def test_what_has_not_changed_keeps_its_date(out):
    make(out, NAMES)
    os.utime(out / "a.html", (1, 1))
    make(out, NAMES)
    assert (out / "a.html").stat().st_mtime == 1
    make(out, NAMES, b"2")
    assert (out / "a.html").stat().st_mtime > 1


def test_a_folder_keeps_its_permissions(out):
    make(out, NAMES)
    out.chmod(0o750)
    make(out, NAMES)
    mask = os.umask(0)
    os.umask(mask)

    assert out.stat().st_mode & 0o777 == 0o750
    assert (out / "b").stat().st_mode & 0o777 == 0o777 & ~mask


def test_a_folder_of_other_things_is_not_used(tmp_path):
    (tmp_path / "mine").touch()

    assert make(tmp_path, NAMES) == ["folder-not-made"]
    assert content(tmp_path) == {"mine": b""}


def test_a_folder_that_was_named_by_a_link_is_the_one_it_leads_to(out):
    make(out, NAMES)
    (out.parent / "named").symlink_to("out")

    assert make(out.parent / "named", FEWER, b"2") == []
    assert (out.parent / "named").is_symlink()
    assert content(out) == edition(FEWER, b"2")


@pytest.mark.parametrize("link", [LIST_NAME, "b", "a.html"])
def test_nothing_is_written_through_a_link(out, link):
    """Whoever puts a link there decides what would be written over."""
    make(out, NAMES)
    precious = out.parent.parent / "precious"
    (precious / "d").mkdir(parents=True)
    if link == "b":
        for path in ("b/d/e.html", "b/c.html"):
            (out / path).unlink()
        (out / "b" / "d").rmdir()
        (out / "b").rmdir()
    else:
        (out / link).unlink()
        precious /= "file"
        precious.write_bytes(b"mine")
    (out / link).symlink_to(precious)
    before = content(out)

    assert make(out, NAMES, b"2") == ["file-link"]
    assert content(out) == before
    assert content(precious) == {} if link == "b" else precious.read_bytes() == b"mine"


def test_what_cannot_be_written_is_found(tmp_path):
    (tmp_path / "file").touch()

    assert make(tmp_path / "file" / "x", NAMES) == ["file-unwritable"]
    assert make(tmp_path / "file", NAMES) == ["file-unwritable"]


@pytest.mark.parametrize("count", range(len(NAMES)))
def test_a_full_disk_leaves_the_old_edition_whole(out, monkeypatch, count):
    make(out, NAMES)
    real, left = Path.write_bytes, [count]

    def write_bytes(self, data):
        left[0] -= 1
        if left[0] < 0:
            real(self, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(self, data)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", write_bytes)
        assert make(out, NAMES, b"2") == ["disk-full"]
    assert content(out) == edition(NAMES, b"")
    assert [each.name for each in out.parent.iterdir()] == ["out"]


@pytest.mark.parametrize("number", [errno.EXDEV, errno.EBUSY, errno.EACCES])
@pytest.mark.parametrize("step", [1, 2])
def test_a_folder_that_turns_out_not_to_be_movable_is_written_in(
    tmp_path, monkeypatch, number, step
):
    """A program of Windows has it open, or it is on another disk."""
    out = tmp_path / "out"
    make(out, NAMES)
    real, calls = os.rename, [0]

    def rename(source, target):
        calls[0] += 1
        if calls[0] == step:
            raise OSError(number, os.strerror(number))
        real(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "rename", rename)
        assert make(out, FEWER, b"2") == []
    assert content(out) == edition(FEWER, b"2")
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_what_was_built_long_ago_is_swept(out):
    make(out, NAMES)
    for name, age in (("old", 10_000), ("new", 0)):
        left = out.parent / f".out.{name}.os2governance-new"
        left.mkdir()
        (left / "x").touch()
        when = left.stat().st_mtime - age
        os.utime(left, (when, when))
    make(out, NAMES)

    assert sorted(each.name for each in out.parent.iterdir()) == [
        ".out.new.os2governance-new", "out",
    ]  # fmt: skip


DIES = """
import os, signal, sys
sys.path[:0] = [sys.argv[3]]
from pathlib import Path
from test_output_folder import FEWER, make
step, done = int(sys.argv[1]), [0]
def counted(name):
    real = getattr(os, name)
    def call(*arguments, **more):
        done[0] += 1
        if done[0] == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **more)
    setattr(os, name, call)
for name in ("mkdir", "rename", "replace", "rmdir", "unlink", "utime"):
    counted(name)
print(make(Path(sys.argv[2]), FEWER, b"2"))
"""


def test_a_kill_leaves_the_old_edition_whole_or_the_new_one(tmp_path):
    """At every call; between two it may stand beside its place, and the next run puts it back."""
    seen = set()
    for step in range(1, 80):
        out = tmp_path / str(step) / "out"
        make(out, NAMES)
        (out / "CNAME").write_bytes(b"theirs")
        command = [sys.executable, "-c", DIES, str(step), str(out), str(Path(__file__).parent)]
        done = subprocess.run(command, capture_output=True, check=False)
        beside = out.parent / ".out.os2governance-old"
        own = content(out) if out.exists() else content(beside)
        kept = own.pop("CNAME", None) or content(beside).pop("CNAME")
        assert kept == b"theirs"
        assert own in (edition(NAMES, b""), edition(FEWER, b"2"))
        seen.add(own["index.html"])
        if done.returncode == 0:
            assert done.stdout == b"[]\n", done.stderr
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
        assert make(out, NAMES, b"3") == []
        assert content(out) == {**edition(NAMES, b"3"), "CNAME": b"theirs"}
        assert not beside.exists()
    else:
        pytest.fail("it never went through")
    assert seen == {b"index.html", b"index.html2"}

"""What is written: whole or not at all, through no link, and never over what others wrote."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from os2governance.files import locking, writing


def test_a_file_is_replaced_if_it_is_what_it_was(tmp_path):
    file = tmp_path / "new" / "a.yaml"
    codes = []
    for data, was in [(b"1", None), (b"2", None), (b"2", b"0"), (b"2", b"1"), (b"3", b"1")]:
        codes.append(
            [found.code for found in writing.replace_file(file, data, was, root=tmp_path)]
        )

    assert codes == [[], ["file-exists"], ["file-changed"], [], ["file-changed"]]
    assert file.read_bytes() == b"2"
    assert [each.name for each in file.parent.iterdir()] == ["a.yaml"]


def test_a_file_keeps_its_permissions(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"1")
    file.chmod(0o640)
    writing.replace_file(file, b"2", b"1", root=tmp_path)
    writing.replace_file(tmp_path / "b.yaml", b"1", None, root=tmp_path)
    mask = os.umask(0)
    os.umask(mask)

    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "b.yaml").stat().st_mode) == 0o666 & ~mask


def test_what_cannot_be_written_is_found(tmp_path, monkeypatch):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()

    assert [
        f.code for f in writing.replace_file(tmp_path / "folder", b"", b"", root=tmp_path)
    ] == ["file-unreadable"]
    assert [
        f.code for f in writing.replace_file(tmp_path / "file" / "x", b"", None, root=tmp_path)
    ] == ["file-unwritable"]
    assert [f.code for f in writing.replace_file(tmp_path / "none", b"", b"", root=tmp_path)] == [
        "file-unreadable"
    ]


@pytest.mark.parametrize("target", ["elsewhere", "products/other"])
@pytest.mark.parametrize("link", ["products/tool", "products/tool/evaluations"])
def test_no_link_below_the_named_folder_is_written_through(tmp_path, link, target):
    """Wherever it leads: whoever made it has not asked whose files are there."""
    (tmp_path / "products" / "other").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / link).parent.mkdir(exist_ok=True)
    (tmp_path / link).symlink_to(tmp_path / target)
    file = tmp_path / link / "new" / "a.yaml"
    root = tmp_path / "products"

    assert [f.code for f in writing.replace_file(file, b"1", None, root=root)] == ["file-link"]
    assert list((tmp_path / target).iterdir()) == []
    (tmp_path / target / "new").mkdir()
    (tmp_path / target / "new" / "a.yaml").write_bytes(b"1")
    assert [f.code for f in writing.replace_file(file, b"2", b"1", root=root)] == ["file-link"]
    assert [f.code for f in writing.remove_file(file, b"1", root=root)] == ["file-link"]
    assert (tmp_path / target / "new" / "a.yaml").read_bytes() == b"1"


@pytest.mark.parametrize("there", [True, False])
def test_a_file_that_is_a_link_is_not_written_through(tmp_path, there):
    (tmp_path / "products").mkdir()
    file = tmp_path / "products" / "a.yaml"
    file.symlink_to(tmp_path / "outside")
    if there:
        (tmp_path / "outside").write_bytes(b"1")
    found = writing.replace_file(file, b"2", b"1" if there else None, root=tmp_path / "products")

    assert [(each.code, each.location.file) for each in found] == [("file-link", str(file))]
    assert (tmp_path / "outside").exists() == there


def test_links_above_the_named_folder_are_the_persons_own(tmp_path, monkeypatch):
    (tmp_path / "real").mkdir()
    (tmp_path / "named").symlink_to("real")
    monkeypatch.chdir(tmp_path)

    assert writing.replace_file(Path("named/a/b"), b"1", None, root=Path("named")) == []
    assert (tmp_path / "real" / "a" / "b").read_bytes() == b"1"
    monkeypatch.chdir(tmp_path / "named")
    assert writing.replace_file(Path("c/d"), b"1", None, root=Path()) == []
    assert (tmp_path / "real" / "c" / "d").read_bytes() == b"1"


def test_a_file_that_was_named_may_be_a_link(tmp_path):
    (tmp_path / "real").write_bytes(b"1")
    (tmp_path / "named").symlink_to("real")

    assert writing.replace_file(tmp_path / "named", b"2", b"1", root=tmp_path / "named") == []
    assert (tmp_path / "real").read_bytes() == b"2"
    assert (tmp_path / "named").is_symlink()


def test_what_somebody_changes_while_it_is_written_is_not_lost(tmp_path, monkeypatch):
    """An editor takes no lock: it is looked at again right before the file is moved."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"1")
    sync = os.fsync

    def edit(descriptor):
        file.write_bytes(b"edited")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", edit)

    assert [f.code for f in writing.replace_file(file, b"2", b"1", root=tmp_path)] == [
        "file-changed"
    ]
    assert file.read_bytes() == b"edited"
    assert [f.code for f in writing.replace_file(tmp_path / "b", b"2", None, root=tmp_path)] == []
    monkeypatch.setattr(os, "fsync", lambda _: (tmp_path / "c").write_bytes(b"edited"))
    assert [f.code for f in writing.replace_file(tmp_path / "c", b"2", None, root=tmp_path)] == [
        "file-exists"
    ]
    assert (tmp_path / "c").read_bytes() == b"edited"


def test_what_others_left_behind_is_swept_and_nothing_else(tmp_path):
    file = tmp_path / "a.yaml"
    left = f".a.yaml.abcdefgh{writing.TEMPORARY_SUFFIX}"
    others = [".a.yaml.abcdefgh.tmp", f".b.yaml.x{writing.TEMPORARY_SUFFIX}", ".a.yaml.swp", "a"]
    for name in [left, *others]:
        (tmp_path / name).touch()
    writing.replace_file(file, b"1", None, root=tmp_path)

    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([*others, "a.yaml"])


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EACCES, "file-unwritable"),
        (errno.EROFS, "file-unwritable"),
    ],
)
def test_why_a_file_cannot_be_written_is_said(tmp_path, number, code):
    found = writing.make_unwritable_finding(tmp_path, OSError(number, os.strerror(number)))

    assert found.code == code


def test_what_is_replaced_is_kept_first(tmp_path):
    file, copy = tmp_path / "a.yaml", tmp_path / "kept" / "1.yaml"
    file.write_bytes(b"1")

    assert writing.replace_keeping(file, b"2", b"1", copy, root=tmp_path) == []
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
    found = writing.replace_keeping(file, b"2", was, copy, root=tmp_path)

    assert [each.code for each in found] == codes
    assert file.read_bytes() == (b"1" if codes else b"2")
    assert (copy.read_bytes() if copy.exists() else None) == kept


def test_a_file_that_cannot_be_replaced_leaves_no_copy(tmp_path, monkeypatch):
    file, copy = tmp_path / "a.yaml", tmp_path / "kept" / "1.yaml"
    file.write_bytes(b"1")

    def refuse(_source, _target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    found = writing.replace_keeping(file, b"2", b"1", copy, root=tmp_path)

    assert [each.code for each in found] == ["disk-full"]
    assert (file.read_bytes(), copy.parent.exists()) == (b"1", False)


def test_a_folder_that_leads_out_is_not_kept_in(tmp_path):
    file = tmp_path / "a" / "a.yaml"
    file.parent.mkdir()
    file.write_bytes(b"1")
    (tmp_path / "outside").mkdir()
    (file.parent / "kept").symlink_to(tmp_path / "outside")
    found = writing.replace_keeping(
        file, b"2", b"1", file.parent / "kept" / "1.yaml", root=tmp_path
    )

    assert [each.code for each in found] == ["file-link"]
    assert (file.read_bytes(), list((tmp_path / "outside").iterdir())) == (b"1", [])


def test_a_file_is_removed_if_it_is_what_it_was(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"1")

    assert [each.code for each in writing.remove_file(file, b"2", root=tmp_path)] == [
        "file-changed"
    ]
    assert file.read_bytes() == b"1"
    assert writing.remove_file(file, b"1", root=tmp_path) == []
    assert [each.code for each in writing.remove_file(file, b"1", root=tmp_path)] == [
        "file-unreadable"
    ]


CALLS = ("chmod", "close", "fsync", "link", "mkdir", "open", "rename", "replace", "unlink")
"""Every call into the system that changes something, or that a change needs."""


class Broken:
    """A system whose call of a number fails."""

    def __init__(self, monkeypatch, step: int, number: int) -> None:
        self.step, self.number = step, number
        self.done: list[str] = []
        for name in CALLS:
            monkeypatch.setattr(os, name, self._count(name, getattr(os, name)))

    def _count(self, name, real):
        def call(*arguments, **more):
            self.done.append(name)
            if len(self.done) != self.step:
                return real(*arguments, **more)
            if name == "close":
                real(*arguments)
            raise OSError(self.number, os.strerror(self.number))

        return call

    @property
    def broke(self) -> str:
        return self.done[self.step - 1] if len(self.done) >= self.step else ""


def prepare(tmp_path):
    """Give the three writers by name, on files of their own, and what each is to leave."""
    file, copy = tmp_path / "a.yaml", tmp_path / "kept" / "1.yaml"
    file.write_bytes(b"old")
    new = tmp_path / "new" / "folder" / "b.yaml"
    return {
        "replace": (lambda: writing.replace_file(file, b"new", b"old", root=tmp_path), file),
        "create": (lambda: writing.replace_file(new, b"new", None, root=tmp_path), new),
        "keep": (lambda: writing.replace_keeping(file, b"new", b"old", copy, root=tmp_path), file),
        "remove": (lambda: writing.remove_file(file, b"old", root=tmp_path), file),
    }


NUMBERS = [errno.ENOSPC, errno.EACCES, errno.EXDEV, errno.EIO, errno.EROFS, errno.EPERM]


@pytest.mark.parametrize("number", NUMBERS, ids=errno.errorcode.get)
@pytest.mark.parametrize("name", ["replace", "create", "keep", "remove"])
def test_whichever_call_fails_the_file_is_as_it_was_or_as_it_should_be(
    tmp_path, monkeypatch, name, number
):
    """What is found says which: nothing is found only where all is written."""
    wanted = None if name == "remove" else b"new"
    was = None if name == "create" else b"old"
    for step in range(1, 60):
        place = tmp_path / str(step)
        place.mkdir()
        write, file = prepare(place)[name]
        with monkeypatch.context() as patched:
            broken = Broken(patched, step, number)
            findings = write()
        now = file.read_bytes() if file.exists() else None
        told = (name, step, broken.done)
        assert now == (was if findings else wanted), told
        if name == "keep" and not findings:
            assert (place / "kept" / "1.yaml").read_bytes() == b"old"
        if name == "keep" and findings and broken.broke != "unlink":
            assert not (place / "kept").exists(), told
        left = [each for each in place.rglob("*") if each.name.endswith("-tmp")]
        assert left == [] or broken.broke == "unlink", told
        if not broken.broke:
            break
    else:
        pytest.fail("it never went through")
    assert step > 4


def test_a_disk_that_gets_full_on_the_way_leaves_the_old_file(tmp_path, monkeypatch):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")

    def fill():
        yield b"new"
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(OSError, match="No space"):
        writing.write_whole_file(file, fill())
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.yaml", b"old")]


DIES = f"""
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {str(Path(__file__).parent)!r})
from os2governance.files import writing
step, place = int(sys.argv[1]), Path(sys.argv[2])
done = [0]
def counted(name):
    real = getattr(os, name)
    def call(*arguments, **more):
        done[0] += 1
        if done[0] == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **more)
    setattr(os, name, call)
for name in {CALLS!r}:
    counted(name)
file, copy = place / "a.yaml", place / "kept" / "1.yaml"
if sys.argv[3] == "create":
    writing.replace_file(place / "b.yaml", b"new" * 100_000, None, root=place)
elif sys.argv[3] == "keep":
    writing.replace_keeping(file, b"new" * 100_000, b"old", copy, root=place)
else:
    writing.replace_file(file, b"new" * 100_000, b"old", root=place)
print("whole")
"""

NEW = b"new" * 100_000
DEATHS = {
    "replace": {(b"old", None, None), (NEW, None, None)},
    "create": {(b"old", None, None), (b"old", None, NEW)},
    "keep": {(b"old", None, None), (b"old", b"old", None), (NEW, b"old", None)},
}
"""What may be there afterwards: the file, its copy, and the new file."""


@pytest.mark.parametrize("name", DEATHS)
def test_whoever_dies_on_the_way_leaves_all_old_or_all_new(tmp_path, name):
    """SIGKILL at every call into the system, until the write goes through."""
    seen = set()
    for step in range(1, 60):
        place = tmp_path / str(step)
        place.mkdir()
        (place / "a.yaml").write_bytes(b"old")
        done = subprocess.run(
            [sys.executable, "-c", DIES, str(step), str(place), name],
            capture_output=True,
            check=False,
        )
        files = [place / "a.yaml", place / "kept" / "1.yaml", place / "b.yaml"]
        seen.add(tuple(each.read_bytes() if each.exists() else None for each in files))
        if done.stdout == b"whole\n":
            break
        assert done.returncode == -9, done.stderr
        # The next writer goes through, and sweeps.
        again = place / ("b.yaml" if name == "create" else "a.yaml")
        now = again.read_bytes() if again.exists() else None
        assert writing.replace_file(again, b"next", now, root=place) == []
        assert [each for each in place.iterdir() if each.name.endswith("-tmp")] == []
    else:
        pytest.fail("it never went through")
    assert seen == DEATHS[name]
    assert step > 4


WRITES = """
import sys
from pathlib import Path
from os2governance.files import writing
file = Path(sys.argv[1])
for number in range(40):
    while True:
        was = file.read_bytes()
        text = f"{sys.argv[2]}{number}\\n".encode()
        if not writing.replace_file(file, was + text, was, root=file.parent):
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


CREATES = """
import sys
from pathlib import Path
from os2governance.files import writing
place = Path(sys.argv[1])
for number in range(40):
    file = place / str(number) / "a.yaml"
    if not writing.replace_file(file, sys.argv[2].encode(), None, root=place):
        print(number)
"""


def test_of_two_that_make_the_same_file_one_is_told(tmp_path):
    running = [
        subprocess.Popen(
            [sys.executable, "-c", CREATES, str(tmp_path), name], stdout=subprocess.PIPE
        )
        for name in "ab"
    ]
    made = [each.communicate()[0].decode().split() for each in running]

    assert sorted(made[0] + made[1]) == sorted(map(str, range(40)))
    for name, numbers in zip("ab", made, strict=True):
        assert all((tmp_path / n / "a.yaml").read_text() == name for n in numbers)


# -- other systems ------------------------------------------------------------------------------


@pytest.fixture
def windows(monkeypatch):
    """Answer as Windows does: no folder is opened, no file is renamed over another, no fcntl."""
    real_open, real_rename, real_replace = os.open, os.rename, os.replace
    busy = [2]

    def open_file(path, flags, *more, **others):
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real_open(path, flags, *more, **others)

    def rename(source, target):
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "File exists")
        real_rename(source, target)

    def replace(source, target):
        busy[0] -= 1
        if busy[0] > 0:  # a search for viruses has it open
            raise PermissionError(errno.EACCES, "Access is denied")
        real_replace(source, target)

    for module in (writing, locking):
        monkeypatch.setattr(module, "IS_WINDOWS", True)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setattr(os, "O_TEMPORARY", 0, raising=False)
    for name, fake in (("open", open_file), ("rename", rename), ("replace", replace)):
        monkeypatch.setattr(os, name, fake)
    for name in ("link", "chown"):
        monkeypatch.delattr(os, name)


@pytest.fixture
def poor(monkeypatch):
    """Answer as file systems do that know neither locks nor hard links."""
    import fcntl

    def refuse(*_):
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    monkeypatch.setattr(fcntl, "flock", refuse)
    monkeypatch.setattr(os, "link", refuse)


@pytest.fixture
def in_browser(monkeypatch):
    """Python in a browser has no hard links at all."""
    monkeypatch.delattr(os, "link")


@pytest.mark.parametrize("system", ["windows", "poor", "in_browser"])
def test_another_system_writes_alike(tmp_path, request, system):
    request.getfixturevalue(system)
    file, copy = tmp_path / "new" / "a.yaml", tmp_path / "new" / "kept" / "1.yaml"
    codes = []
    for data, was in [(b"1", None), (b"2", None), (b"2", b"0"), (b"2", b"1"), (b"3", b"1")]:
        findings = writing.replace_file(file, data, was, root=tmp_path)
        codes.append([found.code for found in findings])

    assert codes == [[], ["file-exists"], ["file-changed"], [], ["file-changed"]]
    assert writing.replace_keeping(file, b"3", b"2", copy, root=tmp_path) == []
    assert (file.read_bytes(), copy.read_bytes()) == (b"3", b"2")
    writing.write_whole_file(file, [b"4"])
    assert writing.remove_file(file, b"4", root=tmp_path) == []
    assert [each.name for each in file.parent.iterdir()] == ["kept"]


def test_what_appears_meanwhile_is_not_replaced_where_there_are_no_hard_links(
    tmp_path, poor, monkeypatch
):
    sync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda d: (sync(d), (tmp_path / "a").write_bytes(b"1"))[0])

    assert [f.code for f in writing.replace_file(tmp_path / "a", b"2", None, root=tmp_path)] == [
        "file-exists"
    ]
    assert (tmp_path / "a").read_bytes() == b"1"


def test_macos_is_asked_to_keep_it(tmp_path, monkeypatch):
    import fcntl

    asked = []
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda _, command: asked.append(command))

    assert writing.replace_file(tmp_path / "a", b"1", None, root=tmp_path) == []
    assert asked == [51]


def test_several_files_are_replaced_together_or_none_of_them(tmp_path):
    old, new = tmp_path / "a" / "x.yaml", tmp_path / "b" / "x.yaml"
    for file in (old, new):
        file.parent.mkdir()
    old.write_bytes(b"1")
    codes = []
    for was, data in [((b"0", None), b"2"), ((b"1", b""), b"2"), ((b"1", None), b"2")]:
        changes = [
            writing.FileReplacement(file, data, each, tmp_path)
            for file, each in zip((old, new), was, strict=True)
        ]
        codes.append([found.code for found in writing.replace_files(changes)])
        if codes[-1]:
            assert (old.read_bytes(), new.exists()) == (b"1", False)

    assert codes == [["file-changed"], ["file-unreadable"], []]
    assert (old.read_bytes(), new.read_bytes()) == (b"2", b"2")
    assert [each.name for each in (*old.parent.iterdir(), *new.parent.iterdir())] == ["x.yaml"] * 2


@pytest.fixture
def three(tmp_path):
    """Three files to replace, the last of which is new; and their contents afterwards."""
    files = [tmp_path / name for name in ("a", "b", "c")]
    for file in files[:2]:
        file.write_bytes(b"1")
    changes = [
        writing.FileReplacement(file, b"2", b"1" if file.exists() else None, tmp_path)
        for file in files
    ]
    yield changes
    assert sorted(each.name for each in tmp_path.iterdir() if each.name != "c") == ["a", "b"]


def test_a_file_that_cannot_be_replaced_is_the_one_that_is_told(three, monkeypatch):
    def refuse(name, target):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(writing, "_move", refuse)
    [found] = writing.replace_files(three)

    assert (found.code, found.location.file) == ("file-unwritable", str(three[0].path))


def test_one_of_several_that_appears_meanwhile_is_not_replaced(three, monkeypatch):
    link = writing._link

    def appears(name, target):
        target.write_bytes(b"another")
        link(name, target)

    monkeypatch.setattr(writing, "_link", appears)
    [found] = writing.replace_files(three)

    assert (found.code, found.location.file) == ("file-exists", str(three[2].path))
    assert [each.path.read_bytes() for each in three] == [b"1", b"1", b"another"]


def test_all_files_are_put_back_that_can_be(three, monkeypatch):
    move, moved = writing._move, []

    def refuse_a_second_time(name, target):
        if target in moved and target.name == "b":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        moved.append(target)
        move(name, target)

    def refuse(name, target):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(writing, "_move", refuse_a_second_time)
    monkeypatch.setattr(writing, "_move_new", refuse)
    codes = [each.code for each in writing.replace_files(three)]

    assert codes == ["disk-full"]
    assert [each.path.read_bytes() for each in three[:2]] == [b"1", b"2"]

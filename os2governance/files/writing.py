"""Files replaced atomically, if nobody else has changed them.

Every writer is told the folder that a person named, its `root`: above it links are the person's
own affair, below it none is written through, for what is there may be somebody else's.
"""

import errno
import os
import stat
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from os2governance.files.listing import format_path
from os2governance.files.locking import IS_WINDOWS, lock_folder
from os2governance.files.os_errors import translate_os_error
from os2governance.files.paths import is_link
from os2governance.files.reading import read_file
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import as_text

TEMPORARY_SUFFIX = ".os2governance-tmp"
_DISK_FULL = {errno.ENOSPC, errno.EDQUOT}
_NO_HARD_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
_MOVE_SECONDS = 2.0
"""The longest that a file on Windows may stay open elsewhere, as a search for viruses has it."""


def replace_file(path: Path, data: bytes, was: bytes | None, *, root: Path) -> list[Finding]:
    """Replace a file atomically, if its content is still `was`; None means that it must not exist.

    The bytes are written beside it and moved into place in one step, so that a concurrent reader,
    or a crash, sees either the old file or the new one. Of two concurrent writers, the second is
    told that the file has changed. A failure is a finding, and nothing is changed.
    """
    return _write_locked(path, root, lambda: _replace_bytes(path, data, was, root))


class FileReplacement(NamedTuple):
    """A file, its new content and the one that it should have; None is for no file yet."""

    path: Path
    data: bytes
    was: bytes | None
    root: Path


def replace_files(changes: Sequence[FileReplacement]) -> list[Finding]:
    """Replace several files, each as `replace_file` does, or none of them.

    All folders are locked, and every new content is on the disk before the first file is moved
    into place. Where one cannot be, those that were get their old content back.
    """
    at = Path()
    try:
        with ExitStack() as held:
            for folder in sorted({each.path.parent for each in changes}):
                at = folder
                held.enter_context(lock_folder(folder))
            if findings := _find_changed(changes):
                return findings
            names = []
            for at, data, *_unused in changes:
                _sweep(at)
                names.append(held.enter_context(_write_beside(at, [data])))
            # Again: an editor takes no lock, and writing took its time.
            if findings := _find_changed(changes):
                return findings
            with ExitStack() as undo:
                for each, name in zip(changes, names, strict=True):
                    at = each.path
                    (_move_new if each.was is None else _move)(name, at)
                    undo.callback(_restore, each)
                undo.pop_all()
    except FileExistsError:
        return [make_finding("file-exists", Location(format_path(at)))]
    except OSError as error:
        return [make_unwritable_finding(at, error)]
    return []


def _find_changed(changes: Sequence[FileReplacement]) -> list[Finding]:
    """Findings of the files that are not what they should be, or behind a link."""
    return [
        found
        for each in changes
        for found in find_links(each.path, each.root) or _find_difference(each.path, each.was)
    ]


def _restore(change: FileReplacement) -> None:
    """Put back the content that a file had before it was replaced."""
    if change.was is None:
        with suppress(OSError):
            change.path.unlink(missing_ok=True)
        return
    with _write_beside(change.path, [change.was]) as name:
        _move(name, change.path)


def replace_keeping(
    path: Path, data: bytes, was: bytes | None, copy: Path | None, *, root: Path
) -> list[Finding]:
    """Replace a file as `replace_file` does, once its content `was` is kept in `copy`, if any.

    The copy is made first, so that a crash never loses what was there, and is never overwritten:
    where one with other content exists, nothing is written. Where the file cannot be replaced, no
    new copy is left behind.
    """
    if was is None or copy is None:
        return replace_file(path, data, was, root=root)

    def write() -> list[Finding]:
        copied, findings = _keep_bytes(path, was, copy, root)
        if findings:
            return findings
        try:
            findings = _replace_bytes(path, data, was, root)
        except BaseException:
            _drop_copy(copy, copied=copied)
            raise
        if findings:
            _drop_copy(copy, copied=copied)
        return findings

    return _write_locked(path, root, write)


def _keep_bytes(path: Path, data: bytes, copy: Path, root: Path) -> tuple[bool, list[Finding]]:
    """Copy the content that a file should have; False where the copy is there already."""
    if findings := _find_difference(path, data) or find_links(copy, root):
        return False, findings
    if os.path.lexists(copy):
        kept, findings = read_file(copy)
        if kept is not None and kept != data:
            findings = [make_finding("kept-declaration-differs", Location(format_path(copy)))]
        return False, findings
    findings = _write_locked(copy, root, lambda: _replace_bytes(copy, data, None, root))
    return not findings, findings


def _drop_copy(copy: Path, *, copied: bool) -> None:
    if copied:
        with suppress(OSError):
            copy.unlink(missing_ok=True)
        _remove_folders([copy.parent])


def remove_file(path: Path, was: bytes, *, root: Path) -> list[Finding]:
    """Remove a file, if its content is still `was`. A failure is a finding."""

    def remove() -> list[Finding]:
        if findings := _find_difference(path, was):
            return findings
        path.unlink()
        return []

    return _write_locked(path, root, remove)


def write_whole_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file piece by piece, in the place of any other; where that fails, nothing changes.

    Raises:
        OSError: when the operating system refuses.
    """
    target = Path(os.path.realpath(path))
    with lock_folder(target.parent), _write_beside(target, pieces) as name:
        _move(name, target)


def find_links(path: Path, root: Path) -> list[Finding]:
    """The finding of the first link in a path below a folder; none is written through."""
    inside = root
    for part in Path(os.path.abspath(path)).relative_to(os.path.abspath(root)).parts:  # noqa: PTH100 - links stay
        inside /= part
        if is_link(inside):
            return [make_finding("file-link", Location(format_path(inside)))]
    return []


def _write_locked(path: Path, root: Path, write: Callable[[], list[Finding]]) -> list[Finding]:
    """Write in the folder of a file, which is made; where nothing is written, none is left."""
    if findings := find_links(path, root):
        return findings
    made: list[Path] = []
    done = False
    try:
        _make_folders(path.parent, made)
        with lock_folder(path.parent):
            _sweep(path)
            findings = write()
        done = not findings
    except OSError as error:
        findings = [make_unwritable_finding(path, error)]
    finally:
        if not done:
            _remove_folders(made)
    return findings


def _make_folders(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it; the new ones are added to `made`."""
    missing = []
    while not os.path.lexists(folder):
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        made.append(each)


def _remove_folders(made: Iterable[Path]) -> None:
    for each in reversed([*made]):
        with suppress(OSError):  # somebody else has put something there
            each.rmdir()


def _sweep(path: Path) -> None:
    """Remove what writers of a file have left behind, who were ended before they were done.

    The folder is locked: nobody is at work in it.
    """
    with suppress(OSError):
        for name in os.listdir(path.parent):  # noqa: PTH208 - only the names are needed
            if name.startswith(f".{path.name}.") and name.endswith(TEMPORARY_SUFFIX):
                with suppress(OSError):
                    (path.parent / name).unlink()


def _replace_bytes(path: Path, data: bytes, was: bytes | None, root: Path) -> list[Finding]:
    if findings := _find_difference(path, was):
        return findings
    target = path if path != root else Path(os.path.realpath(path))
    with _write_beside(target, [data]) as name:
        # Again: an editor takes no lock, and writing took its time.
        if findings := find_links(path, root) or _find_difference(path, was):
            return findings
        try:
            if was is None:
                _move_new(name, target)
            else:
                _move(name, target)
        except FileExistsError:
            return [make_finding("file-exists", Location(format_path(path)))]
    return []


def _find_difference(path: Path, was: bytes | None) -> list[Finding]:
    """The finding of a file whose content is not what it should be."""
    place = Location(format_path(path))
    if was is None:
        return [make_finding("file-exists", place)] if os.path.lexists(path) else []
    now, findings = read_file(path)
    if now is None:
        return findings
    return [make_finding("file-changed", place)] if now != was else []


@contextmanager
def _write_beside(target: Path, pieces: Iterable[bytes]) -> Iterator[str]:
    """Write a file beside another, with the permissions of that; it is removed if still there."""
    handle, name = tempfile.mkstemp(
        dir=target.parent, prefix=f".{target.name}.", suffix=TEMPORARY_SUFFIX
    )
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - by its descriptor
            file.writelines(pieces)
            file.flush()
            _sync(handle)
        copy_permissions(target, Path(name), 0o666)
        yield name
    finally:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108 - a name, as it was made


def _sync(descriptor: int) -> None:
    """Have the disk keep what was written; macOS has a call of its own that does."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl  # noqa: PLC0415 - not available on Windows

        fcntl.fcntl(descriptor, getattr(fcntl, "F_FULLFSYNC"))  # noqa: B009 - not there elsewhere
        return
    os.fsync(descriptor)


def _move_new(name: str, target: Path) -> None:
    """Move a file where there must be none, in one step as far as the file system can.

    Raises:
        FileExistsError: when there is one.
    """
    if IS_WINDOWS:
        os.rename(name, target)  # noqa: PTH104 - refuses to replace a file there
        return
    try:
        _link(name, target)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        _move(name, target)


def _link(name: str, target: Path) -> None:
    if not hasattr(os, "link"):  # Python in a browser
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    os.link(name, target)


def _move(name: str, target: Path) -> None:
    """Move a file in the place of another; Windows refuses while that is open elsewhere."""
    until = time.monotonic() + _MOVE_SECONDS
    while True:
        try:
            os.replace(name, target)  # noqa: PTH105 - a name, as it was made
        except PermissionError:
            if not IS_WINDOWS or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def copy_permissions(source: Path, target: Path, usual: int) -> None:
    """Copy a file's permissions to another; without it, set those that a new one usually gets."""
    try:
        status = source.stat()
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        target.chmod(usual & ~mask)
        return
    own = target.stat()
    if (status.st_uid, status.st_gid) != (own.st_uid, own.st_gid):
        with suppress(OSError):  # only who may give files away
            os.chown(target, status.st_uid, status.st_gid)
    target.chmod(stat.S_IMODE(status.st_mode))


def make_unwritable_finding(path: Path, error: Exception) -> Finding:
    """Make the finding that a file cannot be written, and why."""
    place = Location(format_path(path))
    if isinstance(error, OSError) and error.errno in _DISK_FULL:
        return make_finding("disk-full", place)
    problem = (
        translate_os_error(error) if isinstance(error, OSError) else as_text(type(error).__name__)
    )
    return make_finding("file-unwritable", place, problem=problem)

"""Files replaced atomically, if nobody else has changed them."""

import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from os2governance.files.listing import format_path, is_within
from os2governance.files.os_errors import translate_os_error
from os2governance.files.reading import read_file
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import as_text


def replace_file(path: Path, data: bytes, was: bytes | None) -> list[Finding]:
    """Replace a file atomically, if its content is still `was`; None means that it must not exist.

    The bytes are written beside it and moved into place in one step, so that a concurrent reader,
    or a crash, sees either the old file or the new one. Of two concurrent writers, the second is
    told that the file has changed. A failure is a finding, and nothing is changed.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _lock_folder(path.parent):
            return _replace_bytes(path, data, was)
    except OSError as error:
        return [make_unwritable_finding(path, error)]


def replace_keeping(path: Path, data: bytes, was: bytes, copy: Path) -> list[Finding]:
    """Replace a file as `replace_file` does, once its content `was` is kept in `copy`.

    The copy is made first, so that a crash never loses what was there, and is never overwritten:
    where one with other content exists, nothing is written. Where the file cannot be replaced, no
    new copy is left behind.
    """
    try:
        with _lock_folder(path.parent):
            copied, findings = _keep_bytes(copy, was, path)
            if findings:
                return findings
            try:
                findings = _replace_bytes(path, data, was)
            except BaseException:
                _drop_copy(copy, copied=copied)
                raise
            if findings:
                _drop_copy(copy, copied=copied)
            return findings
    except OSError as error:
        return [make_unwritable_finding(path, error)]


def _keep_bytes(copy: Path, data: bytes, path: Path) -> tuple[bool, list[Finding]]:
    """Copy the content that a file should have; False where the copy is there already."""
    now, findings = read_file(path)
    if now is None:
        return False, findings
    if now != data:
        return False, [make_finding("file-changed", Location(format_path(path)))]
    if not is_within(copy, path.parent):
        return False, [make_finding("file-outside", Location(format_path(copy)))]
    if os.path.lexists(copy):
        kept, findings = read_file(copy)
        if kept is not None and kept != data:
            findings = [make_finding("kept-declaration-differs", Location(format_path(copy)))]
        return False, findings
    copy.parent.mkdir(exist_ok=True)
    with _lock_folder(copy.parent):
        findings = _replace_bytes(copy, data, None)
    return not findings, findings


def _drop_copy(copy: Path, *, copied: bool) -> None:
    if copied:
        copy.unlink(missing_ok=True)


def remove_file(path: Path, was: bytes) -> list[Finding]:
    """Remove a file, if its content is still `was`. A failure is a finding."""
    try:
        with _lock_folder(path.parent):
            now, findings = read_file(path)
            if now is None:
                return findings
            if now != was:
                return [make_finding("file-changed", Location(format_path(path)))]
            path.unlink()
            return []
    except OSError as error:
        return [make_unwritable_finding(path, error)]


@contextmanager
def _lock_folder(folder: Path) -> Iterator[None]:
    """Lock a folder against other writers of this program; the lock ends with the process."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(ImportError):  # no POSIX: concurrent writers are detected by the bytes alone
            import fcntl  # noqa: PLC0415 - not available on Windows

            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _replace_bytes(path: Path, data: bytes, was: bytes | None) -> list[Finding]:
    if was is None and os.path.lexists(path):
        return [make_finding("file-exists", Location(format_path(path)))]
    if was is not None:
        now, findings = read_file(path)
        if now is None:
            return findings
        if now != was:
            return [make_finding("file-changed", Location(format_path(path)))]
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - by its descriptor
            file.write(data)
            file.flush()
            os.fsync(handle)
        Path(name).chmod(_read_mode(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return []


def write_whole_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file piece by piece, in the place of any other; where that fails, nothing changes.

    Raises:
        OSError: when the operating system refuses.
    """
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - by its descriptor
            file.writelines(pieces)
        Path(name).chmod(_read_mode(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _read_mode(path: Path) -> int:
    """The permissions of a file, or those that a new one gets."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def make_unwritable_finding(path: Path, error: Exception) -> Finding:
    """Make the finding that a file cannot be written."""
    problem = (
        translate_os_error(error) if isinstance(error, OSError) else as_text(type(error).__name__)
    )
    return make_finding("file-unwritable", Location(format_path(path)), problem=problem)

"""A lock on a folder, against other writers of this program; it ends with the process."""

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")
IS_WINDOWS = os.name == "nt"
LOCK_SECONDS = 10.0
"""The longest to wait for another writer, who needs a moment and not more."""
LOCK_NAME = ".os2governance.lock"
"""The file that stands for the lock on Windows, where a folder cannot be opened."""
_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS}
"""Answers of file systems without locks: there, writers are told apart by the bytes alone."""


@contextmanager
def lock_folder(folder: Path) -> Iterator[None]:
    """Lock a folder, and make what happened in it durable when it is left.

    Raises:
        OSError: when the folder cannot be opened, or another writer does not come to an end.
    """
    descriptor = _hold_lock_file(folder) if IS_WINDOWS else _hold_folder(folder)
    try:
        yield
        with suppress(OSError):  # what was written is there; no error may say that it is not
            os.fsync(descriptor)
    finally:
        with suppress(OSError):
            os.close(descriptor)
        if IS_WINDOWS:
            with suppress(OSError):  # the system has removed it when it was closed
                os.unlink(folder / LOCK_NAME)  # noqa: PTH108 - beside os.open


def _hold_folder(folder: Path) -> int:
    import fcntl  # noqa: PLC0415 - not available on Windows

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _wait(lambda: fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB))
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            os.close(descriptor)
            raise
    return descriptor


def _hold_lock_file(folder: Path) -> int:
    """Make the file that stands for the lock; Windows removes it when its maker ends."""
    temporary: int = getattr(os, "O_TEMPORARY", 0)
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | temporary
    return _wait(lambda: os.open(folder / LOCK_NAME, flags))


def _wait(attempt: Callable[[], Result]) -> Result:
    """The result of an attempt, repeated while another writer is at work."""
    until = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            return attempt()
        except (BlockingIOError, FileExistsError):
            if time.monotonic() > until:
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY)) from None
        except PermissionError:  # on Windows also a lock file that is just being removed
            if not IS_WINDOWS or time.monotonic() > until:
                raise
        time.sleep(0.005)

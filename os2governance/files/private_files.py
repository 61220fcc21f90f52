"""Files that nobody but this user may read, such as the key of a server."""

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

MAX_PRIVATE_BYTES = 64_000
_READ_ONLY = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""A link is not followed, and a pipe is not waited for."""
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def read_private_file(path: Path) -> bytes | None:
    """The bytes of a file of this user's; None where there is none, or others have had access.

    A link, and anything else that is no regular file, counts as none.
    """
    try:
        descriptor = os.open(path, _READ_ONLY)
    except OSError:
        return None
    about = os.fstat(descriptor)
    if not stat.S_ISREG(about.st_mode) or not _is_private(about):
        os.close(descriptor)
        return None
    with os.fdopen(descriptor, "rb") as file:
        data = file.read(MAX_PRIVATE_BYTES + 1)
    return data if len(data) <= MAX_PRIVATE_BYTES else None


def write_private_file(path: Path, data: bytes) -> bool:
    """Write a file that only this user may read, in one step; False where that is not possible."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=stat.S_IRWXU)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".os2governance-")
    except OSError:
        return False
    try:  # such a file is made for this user alone
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        os.replace(name, path)  # noqa: PTH105 - over what is there, on every system
    except OSError:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108 - the same
        return False
    return True


def _is_private(about: os.stat_result) -> bool:
    """Whether a file is this user's alone; on Windows the folder of the user says so."""
    if os.name == "nt":
        return True
    return about.st_uid == os.getuid() and not about.st_mode & _OTHERS

"""Kinds of path: in one module, since pathlib raises for paths too long or inaccessible."""

import os
import stat
from pathlib import Path

_JUNCTION = 0xA0000003
"""The kind of a junction (IO_REPARSE_TAG_MOUNT_POINT), which Python calls no link."""


def is_folder(path: Path) -> bool:
    """Whether a path, links followed, is a folder; False where that is unknown."""
    return os.path.isdir(path)  # noqa: PTH112 - pathlib raises


def is_file(path: Path) -> bool:
    """Whether a path, links followed, is a regular file; False where that is unknown."""
    return os.path.isfile(path)  # noqa: PTH113 - pathlib raises


def is_link(path: Path) -> bool:
    """Whether a path is a symbolic link, or a junction of Windows; False where that is unknown."""
    try:
        status = os.lstat(path)
    except (OSError, ValueError):
        return False
    kind: int = getattr(status, "st_reparse_tag", 0)
    return stat.S_ISLNK(status.st_mode) or kind == _JUNCTION


def is_there(path: Path) -> bool:
    """Whether a path certainly exists, even as a broken link."""
    return os.path.lexists(path)


def may_be_there(path: Path) -> bool:
    """Whether a path exists or may exist: reading it then reports the error."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        pass
    return True


def find_folder_above(folder: Path) -> Path:
    """The folder above another, also where the path does not name it."""
    return folder.parent if folder.name not in {"", ".."} else folder.resolve().parent

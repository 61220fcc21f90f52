"""Kinds of path: in one module, since pathlib raises for paths too long or inaccessible."""

import os
from pathlib import Path


def is_folder(path: Path) -> bool:
    """Whether a path, links followed, is a folder; False where that is unknown."""
    return os.path.isdir(path)  # noqa: PTH112 - pathlib raises


def is_file(path: Path) -> bool:
    """Whether a path, links followed, is a regular file; False where that is unknown."""
    return os.path.isfile(path)  # noqa: PTH113 - pathlib raises


def is_link(path: Path) -> bool:
    """Whether a path is a symbolic link; False where that is unknown."""
    return os.path.islink(path)  # noqa: PTH114 - pathlib raises


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

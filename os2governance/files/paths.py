"""What a path is: asked here alone, since pathlib raises for what is too long or hidden."""

import os
from pathlib import Path


def is_folder(path: Path) -> bool:
    """Whether a path, links followed, is a folder; False where that cannot be told."""
    return os.path.isdir(path)  # noqa: PTH112 - pathlib raises


def is_file(path: Path) -> bool:
    """Whether a path, links followed, is an ordinary file; False where that cannot be told."""
    return os.path.isfile(path)  # noqa: PTH113 - pathlib raises


def is_link(path: Path) -> bool:
    """Whether a path is a link in the file system; False where that cannot be told."""
    return os.path.islink(path)  # noqa: PTH114 - pathlib raises


def is_there(path: Path) -> bool:
    """Whether something certainly has a name, be it a link to nothing."""
    return os.path.lexists(path)


def may_be_there(path: Path) -> bool:
    """Whether something has a name, or that cannot be told: then reading it says what is wrong."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        pass
    return True

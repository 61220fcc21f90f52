"""Paths of files for build servers: relative to the root of the sources."""

import os.path
from functools import lru_cache
from typing import NamedTuple


class Ground(NamedTuple):
    """The working folder, where relative paths begin, and the source root; both are absolute."""

    here: str
    root: str


NO_DISK = Ground("/", "/")
"""For paths outside any folder: they stay as written."""


@lru_cache(maxsize=1024)
def address(file: str, ground: Ground) -> str:
    """A file's path from the root, with forward slashes; absolute outside the root.

    However a path was written, the result is the same. The file system is not consulted.
    """
    if not file:
        return file
    whole = os.path.normpath(os.path.join(ground.here, file)).replace(os.sep, "/")  # noqa: PTH118
    root = ground.root.replace(os.sep, "/").rstrip("/")
    return whole.removeprefix(f"{root}/")

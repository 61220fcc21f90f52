"""Where build servers find a file: by its path from the root of the sources."""

import os.path
from functools import lru_cache
from typing import NamedTuple


class Ground(NamedTuple):
    """The folder that paths are given from, and the root of the sources; both are absolute."""

    here: str
    root: str


NO_DISK = Ground("/", "/")
"""For what is in no folder: paths begin where they say."""


@lru_cache(maxsize=1024)
def address(file: str, ground: Ground) -> str:
    """Give a file's path from the root, with forward slashes; it is absolute outside the root.

    However a path was written, the address is the same. The disk is not asked.
    """
    if not file:
        return file
    whole = os.path.normpath(os.path.join(ground.here, file)).replace(os.sep, "/")  # noqa: PTH118
    root = ground.root.replace(os.sep, "/").rstrip("/")
    return whole.removeprefix(f"{root}/")

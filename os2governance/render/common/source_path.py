"""Paths of files for build servers: relative to the root of the sources."""

import os.path
from functools import lru_cache
from typing import NamedTuple


class SourceRoot(NamedTuple):
    """The working folder, where relative paths begin, and the source root; both are absolute."""

    working_folder: str
    root: str


NO_SOURCE_ROOT = SourceRoot("/", "/")
"""For paths outside any folder: they stay as written."""


@lru_cache(maxsize=1024)
def resolve_source_path(file: str, ground: SourceRoot) -> str:
    """A file's path from the root, with forward slashes; absolute outside the root.

    However a path was written, the result is the same. The file system is not consulted.
    """
    if not file:
        return file
    whole = os.path.normpath(os.path.join(ground.working_folder, file)).replace(os.sep, "/")  # noqa: PTH118
    root = ground.root.replace(os.sep, "/").rstrip("/")
    return whole.removeprefix(f"{root}/")

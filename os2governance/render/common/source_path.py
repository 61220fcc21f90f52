"""Paths of files for build servers: relative to the root of the sources."""

import os.path
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote


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


def quote_path(path: str) -> str:
    """A path as part of a URI: the bytes of every file name have one, even if they are no text."""
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = path.encode("utf-8", "surrogatepass")
    return quote(data, safe="/")

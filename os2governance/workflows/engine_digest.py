"""A digest of this package as it is installed; a version number may lag behind it."""

import hashlib
from functools import cache
from pathlib import Path

import os2governance

_SUFFIXES = (".json", ".mo", ".po", ".py")
"""What results depend on: the code, the Danish texts and the schemas."""


@cache
def compute_engine_digest() -> str:
    """A SHA-256 digest of the engine's files."""
    digest = hashlib.sha256()
    home = Path(os2governance.__file__).parent
    for file in sorted(home.rglob("*")):
        if file.suffix in _SUFFIXES:
            digest.update(file.relative_to(home).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()

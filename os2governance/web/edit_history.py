"""The versions of files that pages were rendered from, and the changes that can be undone."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

MAX_VERSIONS = 200
"""Number of file versions kept, to tell who changed what and to undo."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FileChange:
    """A change of a file that can be undone, made `on` a day; `before` is None where none was.

    `kept` is the file in which the earlier declaration was kept, if it was new. `file` is the file
    that changed, where it is not the product's declaration.
    """

    before: bytes | None
    after: bytes
    kept: Path | None
    on: date
    file: Path | None = None


class EditHistory:
    """The versions of files that pages were rendered from, and the changes that can be undone."""

    def __init__(self) -> None:
        """Start empty."""
        self._versions: OrderedDict[str, bytes] = OrderedDict()
        self.changes: list[tuple[str, FileChange]] = []
        self._first: dict[str, bytes] = {}

    def first_seen(self, product: str, data: bytes) -> bytes:
        """A product file's bytes when the server first read it."""
        return self._first.setdefault(product, data)

    def add_version(self, data: bytes) -> str:
        """Add a version; return its name."""
        name = compute_file_version(data)
        self._versions[name] = data
        self._versions.move_to_end(name)
        while len(self._versions) > MAX_VERSIONS:
            self._versions.popitem(last=False)
        return name

    def find_version(self, name: str) -> bytes | None:
        """A version that is still kept; None otherwise."""
        return self._versions.get(name)

    def record_change(self, product: str, change: FileChange) -> None:
        """Record a change for undo."""
        self.changes = [*self.changes[-MAX_VERSIONS:], (product, change)]

    def find_last_change(self, product: str) -> FileChange | None:
        """The last change of a product; None where there is none."""
        return next((change for name, change in reversed(self.changes) if name == product), None)

    def drop_last_change(self, product: str) -> None:
        """Remove the last change of a product."""
        for number in range(len(self.changes) - 1, -1, -1):
            if self.changes[number][0] == product:
                del self.changes[number]
                return


def compute_file_version(data: bytes) -> str:
    """The name of a file version: a digest of its content."""
    return hashlib.sha256(data).hexdigest()[:32]

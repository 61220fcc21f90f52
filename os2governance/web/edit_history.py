"""The versions of files that pages were rendered from, and the changes that can be undone."""

import hashlib
from collections import OrderedDict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from typing import NamedTuple

MAX_VERSIONS = 200
"""Number of file versions kept, to tell who changed what and to undo."""
MAX_HISTORY_BYTES = 32_000_000
"""Bytes that they may take up, and those of the changes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FileChange:
    """A change of a file that can be undone, made `on` a day; `before` is None where none was.

    `kept` is the file in which the earlier declaration was kept, if it was new. `file` is the file
    that changed, where it is not the product's declaration. `names` are the parts of the form that
    were changed, by their names in it; a document that was imported has none. `after` is None
    where undoing removes the file.
    """

    before: bytes | None
    after: bytes | None
    kept: Path | None
    on: date
    file: Path | None = None
    names: tuple[str, ...] = ()


class UndoneChange(NamedTuple):
    """A change that was undone, and what undoing it changed."""

    change: FileChange
    undoing: FileChange


class EditHistory:
    """The versions of files that pages were rendered from, and the changes that can be undone.

    Several threads may use it. The oldest are forgotten beyond MAX_VERSIONS or MAX_HISTORY_BYTES.
    """

    def __init__(self) -> None:
        """Start empty."""
        self._lock = Lock()
        self._versions: OrderedDict[str, bytes] = OrderedDict()
        self._changes: deque[tuple[str, FileChange]] = deque()
        self._undone: dict[str, list[UndoneChange]] = {}
        self._first: dict[str, Mapping[str, bytes]] = {}

    def first_seen(
        self, product: str, read: Callable[[], Mapping[str, bytes]]
    ) -> Mapping[str, bytes]:
        """A product's files by name, as they were read when the product was first asked for."""
        with self._lock:
            if product not in self._first:
                self._first[product] = read()
            return self._first[product]

    def add_version(self, data: bytes) -> str:
        """Add a version; return its name."""
        name = compute_file_version(data)
        with self._lock:
            self._versions[name] = data
            self._versions.move_to_end(name)
            _forget_oldest(self._versions)
        return name

    def find_version(self, name: str) -> bytes | None:
        """A version that is still kept; None otherwise."""
        with self._lock:
            return self._versions.get(name)

    def record_change(self, product: str, change: FileChange) -> None:
        """Record a change for undo; what was undone before it cannot be redone."""
        with self._lock:
            self._undone.pop(product, None)
            self._append(product, change)

    def _append(self, product: str, change: FileChange) -> None:
        self._changes.append((product, change))
        size = sum(_measure_change(each) for _, each in self._changes)
        while len(self._changes) > MAX_VERSIONS or (
            size > MAX_HISTORY_BYTES and len(self._changes) > 1
        ):
            size -= _measure_change(self._changes.popleft()[1])

    def find_last_change(self, product: str) -> FileChange | None:
        """The last change of a product; None where there is none."""
        with self._lock:
            changes = reversed(self._changes)
            return next((change for name, change in changes if name == product), None)

    def note_undone(self, product: str, undone: UndoneChange) -> None:
        """Note that a product's last change was undone."""
        with self._lock:
            for number in range(len(self._changes) - 1, -1, -1):
                if self._changes[number] == (product, undone.change):
                    del self._changes[number]
                    break
            self._undone.setdefault(product, []).append(undone)

    def find_last_undone(self, product: str, today: date) -> UndoneChange | None:
        """The change of a product that was undone last; None where none was, today."""
        with self._lock:
            undone = self._undone.get(product)
            return undone[-1] if undone and undone[-1].undoing.on == today else None

    def find_steps(self, product: str, today: date) -> dict[str, FileChange | None]:
        """The change of a product that can be undone, and the one that can be redone."""
        undone = self.find_last_undone(product, today)
        return {
            "undo": self.find_last_change(product),
            "redo": undone.change if undone else None,
        }

    def note_redone(self, product: str) -> None:
        """Note that the change that was undone last is made again."""
        with self._lock:
            self._append(product, self._undone[product].pop().change)


def _forget_oldest(held: OrderedDict[str, bytes]) -> None:
    """Drop the oldest, but never the newest, until what is left is few and small enough."""
    size = sum(map(len, held.values()))
    while len(held) > MAX_VERSIONS or (size > MAX_HISTORY_BYTES and len(held) > 1):
        size -= len(held.popitem(last=False)[1])


def _measure_change(change: FileChange) -> int:
    return len(change.before or b"") + len(change.after or b"")


def compute_file_version(data: bytes) -> str:
    """The name of a file version: a digest of its content."""
    return hashlib.sha256(data).hexdigest()[:32]

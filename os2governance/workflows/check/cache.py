"""Cache of what `check` found in files that are unchanged; safe to delete at any time.

An entry's key is a digest of everything it depends on: the bytes of the product's files and their
names, all models and where they lie, the engine and its dependencies, the date, the language, and
the format of the report. So an entry is never wrong; the day's first run drops those that have not
been used since the day before. A cache that cannot be read or written immediately is ignored.
"""

import hashlib
import json
import re
import sqlite3
import stat
import sys
import zlib
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from importlib import metadata
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from os2governance.documents.json_reader import parse_own_json
from os2governance.documents.sources import ProductFiles
from os2governance.files import listing, reading
from os2governance.files.cache_folder import create_cache_folder
from os2governance.workflows.check.summary import CheckedItem, CheckSummary

CACHE_FORMAT = 5
ACCELERATORS = "fast"
"""The extra whose packages are used where they are installed."""
LOCK_TIMEOUT = 0.2  # seconds to wait for another run that is writing
_CREATE_TABLE = """
    CREATE TABLE IF NOT EXISTS found (
        key BLOB PRIMARY KEY, used TEXT NOT NULL, about TEXT NOT NULL, piece BLOB NOT NULL,
        sum INTEGER NOT NULL
    )
"""

WRITE_BATCH = 200
"""Number of new entries that are written together."""


class CheckCache:
    """Entries in one file, which other runs may read and write at the same time."""

    def __init__(self, folder: Path, made_from: Sequence[str], today: str) -> None:
        """Open the cache in a folder, for runs with the same inputs."""
        self._file = folder / f"check-{CACHE_FORMAT}.sqlite"
        self._seed = hashlib.sha256("\0".join(made_from).encode("utf-8", "replace"))
        self._today = today
        self._reading: sqlite3.Connection | None = None
        self._cannot_read = self._cannot_write = (
            False  # whether reading or writing has been given up
        )
        self._unwritten: list[tuple[bytes, str, str, bytes, int]] = []
        self._pruned = False

    def build_key(self, sources: ProductFiles) -> bytes:
        """The key of a product's files: a SHA-256 digest."""
        digest = self._seed.copy()
        for name, data in sources.files():
            digest.update(f"{len(name)} {len(data)} {name}\0".encode("utf-8", "replace"))
            digest.update(data)
        return digest.digest()

    def get(self, key: bytes) -> CheckedItem | None:
        """Return an entry; None where there is none or it is damaged."""
        if self._cannot_read:
            return None
        try:
            if self._reading is None:
                self._reading = self._open()
            asked = "SELECT about, piece, sum FROM found WHERE key = ?"
            found = self._reading.execute(asked, [key]).fetchone()
        except (sqlite3.Error, OSError):
            self._cannot_read = True
            return None
        if not found or found[2] != _compute_checksum(found[0], found[1]):
            return None
        about, ends = parse_own_json(found[0])
        pieces = tuple(found[1][start:end] for start, end in pairwise([0, *ends]))
        return CheckedItem(CheckSummary.from_plain(about), pieces)

    def stop_reading(self) -> None:
        """Close the file that entries were read from; the next `get` opens it again."""
        if self._reading is not None:
            self._reading.close()
            self._reading = None

    def _open(self) -> sqlite3.Connection:
        """Open the file for reading; anything but a regular file, such as a FIFO, is refused."""
        if not stat.S_ISREG(self._file.lstat().st_mode):
            raise FileNotFoundError
        address = f"{self._file.absolute().as_uri()}?mode=ro"
        return sqlite3.connect(address, uri=True, timeout=LOCK_TIMEOUT)

    def put(self, key: bytes, item: CheckedItem) -> None:
        """Add an entry; entries are written in batches."""
        ends = list(accumulate(map(len, item.pieces)))
        about, piece = json.dumps([item.summary.to_plain(), ends]), b"".join(item.pieces)
        self._unwritten.append((key, self._today, about, piece, _compute_checksum(about, piece)))
        if len(self._unwritten) >= WRITE_BATCH:
            self._write()

    def close(self) -> None:
        """Write the remaining entries, and hold no file open."""
        self.stop_reading()
        if self._unwritten:
            self._write()

    def _write(self) -> None:
        """Write new entries; the first time, drop those last used before today."""
        rows, self._unwritten = self._unwritten, []
        if self._cannot_write:
            return
        try:
            create_cache_folder(self._file.parent)
            if self._file.is_symlink() or (self._file.exists() and not self._file.is_file()):
                raise FileExistsError
            with closing(sqlite3.connect(self._file, timeout=LOCK_TIMEOUT)) as opened, opened:
                opened.execute("PRAGMA synchronous = OFF")
                opened.execute(_CREATE_TABLE)
                if not self._pruned:
                    opened.execute("DELETE FROM found WHERE used < ?", [self._today])
                    self._pruned = True
                opened.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?, ?)", rows)
        except (sqlite3.OperationalError, OSError):  # locked, full or not writable
            self._cannot_write = True
        except sqlite3.DatabaseError:  # not a database, or a damaged one; start anew
            with suppress(OSError):
                self._file.unlink()


def _compute_checksum(about: Any, piece: Any) -> int:
    """A checksum of an entry; -1, which matches none, where the values have the wrong types."""
    if type(about) is not str or type(piece) is not bytes:
        return -1
    return zlib.crc32(piece, zlib.crc32(about.encode()))


def format_versions() -> str:
    """Versions of Python and of the packages that results depend on.

    Those that only accelerate may be missing; then another piece of code answers, which is said.
    """
    needed = metadata.requires("os2governance") or []
    names = [
        re.split(r"[^\w.-]", each)[0]
        for each in needed
        if "extra ==" not in each or f"extra == '{ACCELERATORS}'" in each
    ]
    return repr([sys.version, *map(_format_version, names)])


def _format_version(name: str) -> str:
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return f"{name} is missing"


def compute_models_digest(folders: Iterable[Path]) -> str:
    """A SHA-256 digest of all models of folders, including their read errors."""
    digest = hashlib.sha256()
    for folder in folders:
        digest.update(f"{folder}\0".encode("utf-8", "replace"))
        for reference in listing.list_model_references(folder):
            files, unread = reading.read_model_files(folder / reference)
            digest.update(repr(unread).encode("utf-8", "replace"))
            for name, data in sorted(files.items()):
                about = f"{reference}/{name} {len(data)}\0"
                digest.update(about.encode("utf-8", "replace") + data)
    return digest.hexdigest()

"""What `check` found before in files that are still the same; safe to delete at any time.

An entry's key is a digest of all that it was made from: the bytes of the product's files and
their names, all models, the engine itself, the date, the language, and the form of the report.
So an entry is never wrong; the day's first run drops those that no run has used since the day
before. A cache that cannot be read or written is none.
"""

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import os2governance
from os2governance import store

FOLDER = ".os2governance_cache"
FORMAT = 1
_SCHEMA = """
    CREATE TABLE IF NOT EXISTS found (
        key BLOB PRIMARY KEY, used TEXT NOT NULL, about TEXT NOT NULL, piece BLOB NOT NULL
    ) WITHOUT ROWID
"""

Entry = tuple[dict[str, Any], bytes]
"""What is known about a product's findings, and its piece of the report."""


HELD = 200
"""New entries that are written together."""


class Cache:
    """Entries in one file, read by each process, written by one."""

    def __init__(self, folder: Path, made_from: Sequence[str], today: str) -> None:
        """Open the cache of a folder for runs that are made from the same."""
        self._file = folder / f"check-{FORMAT}.sqlite"
        self._seed = hashlib.sha256("\0".join(made_from).encode("utf-8", "replace"))
        self._today = today
        self._reading: sqlite3.Connection | None = None
        self._new: list[tuple[bytes, str, str, bytes]] = []
        self._pruned = False

    def key(self, sources: store.Sources) -> bytes:
        """Give the key of a product's files."""
        digest = self._seed.copy()
        for name, data in sources.files():
            digest.update(f"{len(name)} {len(data)} {name}\0".encode("utf-8", "replace"))
            digest.update(data)
        return digest.digest()

    def get(self, key: bytes) -> Entry | None:
        """Give an entry, if there is one."""
        try:
            if self._reading is None:
                address = f"{self._file.absolute().as_uri()}?mode=ro"
                self._reading = sqlite3.connect(address, uri=True)
            asked = "SELECT about, piece FROM found WHERE key = ?"
            found = self._reading.execute(asked, [key]).fetchone()
            return (json.loads(found[0]), bytes(found[1])) if found else None
        except (sqlite3.Error, ValueError, TypeError):
            return None

    def put(self, key: bytes, about: dict[str, Any], piece: bytes) -> None:
        """Keep a new entry; it is written with others."""
        self._new.append((key, self._today, json.dumps(about), piece))
        if len(self._new) >= HELD:
            self._write()

    def close(self) -> None:
        """Write what is still held."""
        if self._new:
            self._write()

    def _write(self) -> None:
        """Write new entries; the first time, drop those that were used before today only."""
        rows, self._new = self._new, []
        try:
            _make(self._file.parent)
            with closing(sqlite3.connect(self._file, timeout=1)) as opened, opened:
                opened.execute("PRAGMA synchronous = OFF")
                opened.execute(_SCHEMA)
                if not self._pruned:
                    opened.execute("DELETE FROM found WHERE used < ?", [self._today])
                    self._pruned = True
                opened.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?)", rows)
        except (sqlite3.Error, OSError):
            return


def _make(folder: Path) -> None:
    """Make the folder so that neither version control nor backups look at it."""
    if not folder.is_dir():
        folder.mkdir()
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        tag = "Signature: 8a477f597d28d172789f06886806bc55\n"
        (folder / "CACHEDIR.TAG").write_text(tag, encoding="utf-8")


def engine_digest() -> str:
    """Give a digest of the engine's own files, since a version number can stay behind them."""
    digest = hashlib.sha256()
    home = Path(os2governance.__file__).parent
    for file in sorted(home.rglob("*.py")):
        digest.update(file.relative_to(home).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def models_digest(criteria: Path) -> str:
    """Give a digest of all models of a folder."""
    digest = hashlib.sha256()
    for reference in store.model_references(criteria):
        files, _ = store.model_files(criteria / reference)
        for name, data in sorted(files.items()):
            digest.update(f"{reference}/{name} {len(data)}\0".encode("utf-8", "replace") + data)
    return digest.hexdigest()

"""What `check` found before in files that are still the same; safe to delete at any time.

An entry's key is a digest of all that it was made from: the bytes of the product's files and
their names, all models, the engine itself, the date, the language, and the form of the report.
So an entry is never wrong; the day's first run drops those that no run has used since the day
before. A cache that cannot be read or written is none.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
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


class Cache:
    """Entries in one file, read by each process, written by one."""

    def __init__(self, folder: Path, made_from: Sequence[str]) -> None:
        """Open the cache of a folder for runs that are made from the same."""
        self._file = folder / f"check-{FORMAT}.sqlite"
        self._seed = hashlib.sha256("\0".join(made_from).encode("utf-8", "replace"))
        self._open: sqlite3.Connection | None = None

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
            if self._open is None:
                address = f"{self._file.absolute().as_uri()}?mode=ro"
                self._open = sqlite3.connect(address, uri=True)
            row = self._open.execute("SELECT about, piece FROM found WHERE key = ?", [key])
            found = row.fetchone()
            return (json.loads(found[0]), found[1]) if found else None
        except (sqlite3.Error, ValueError):
            return None

    def put(self, entries: Iterable[tuple[bytes, dict[str, Any], bytes]], today: str) -> None:
        """Keep new entries, and drop those that were used before today only."""
        rows = [(key, today, json.dumps(about), piece) for key, about, piece in entries]
        try:
            _make(self._file.parent)
            with closing(sqlite3.connect(self._file, timeout=1)) as opened, opened:
                opened.execute("PRAGMA synchronous = OFF")
                opened.execute(_SCHEMA)
                opened.execute("DELETE FROM found WHERE used < ?", [today])
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

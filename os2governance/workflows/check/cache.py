"""What `check` found before in files that are still the same; safe to delete at any time.

An entry's key is a digest of all that it was made from: the bytes of the product's files and
their names, all models and where they lie, the engine itself and what it needs, the date, the
language, and the form of the report. So an entry is never wrong; the day's first run drops those
that no run has used since the day before. A cache that cannot be read or written at once is none.

It lies in the user's own folder for such, since one in the folder that is checked could come with
it, and say what its author likes.
"""

import hashlib
import json
import re
import sqlite3
import stat
import sys
import zlib
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from importlib import metadata
from pathlib import Path
from typing import Any

import os2governance
from os2governance.files import store

FORMAT = 2
FOLDER = "OS2GOVERNANCE_CACHE"
"""The variable of the environment that names another folder than the user's own."""
PATIENCE = 0.2  # seconds that another run's writing is waited for
_SCHEMA = """
    CREATE TABLE IF NOT EXISTS found (
        key BLOB PRIMARY KEY, used TEXT NOT NULL, about TEXT NOT NULL, piece BLOB NOT NULL,
        sum INTEGER NOT NULL
    )
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
        self._blind = self._mute = False  # whether reading, or writing, was given up
        self._new: list[tuple[bytes, str, str, bytes, int]] = []
        self._pruned = False

    def key(self, sources: store.Sources) -> bytes:
        """Give the key of a product's files."""
        digest = self._seed.copy()
        for name, data in sources.files():
            digest.update(f"{len(name)} {len(data)} {name}\0".encode("utf-8", "replace"))
            digest.update(data)
        return digest.digest()

    def get(self, key: bytes) -> Entry | None:
        """Give an entry, if there is one and it is whole."""
        if self._blind:
            return None
        try:
            if self._reading is None:
                self._reading = self._opened()
            asked = "SELECT about, piece, sum FROM found WHERE key = ?"
            found = self._reading.execute(asked, [key]).fetchone()
        except (sqlite3.Error, OSError):
            self._blind = True
            return None
        if not found or found[2] != _sum(found[0], found[1]):
            return None
        return json.loads(found[0]), found[1]

    def _opened(self) -> sqlite3.Connection:
        """Open the file for reading; it may be no file, or one that never ends."""
        if not stat.S_ISREG(self._file.lstat().st_mode):
            raise FileNotFoundError
        address = f"{self._file.absolute().as_uri()}?mode=ro"
        return sqlite3.connect(address, uri=True, timeout=PATIENCE)

    def put(self, key: bytes, about: dict[str, Any], piece: bytes) -> None:
        """Keep a new entry; it is written with others."""
        said = json.dumps(about)
        self._new.append((key, self._today, said, piece, _sum(said, piece)))
        if len(self._new) >= HELD:
            self._write()

    def close(self) -> None:
        """Write what is still held."""
        if self._new:
            self._write()

    def _write(self) -> None:
        """Write new entries; the first time, drop those that were used before today only."""
        rows, self._new = self._new, []
        if self._mute:
            return
        try:
            _make(self._file.parent)
            if self._file.is_symlink() or (self._file.exists() and not self._file.is_file()):
                raise FileExistsError
            with closing(sqlite3.connect(self._file, timeout=PATIENCE)) as opened, opened:
                opened.execute("PRAGMA synchronous = OFF")
                opened.execute(_SCHEMA)
                if not self._pruned:
                    opened.execute("DELETE FROM found WHERE used < ?", [self._today])
                    self._pruned = True
                opened.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?, ?)", rows)
        except (sqlite3.OperationalError, OSError):  # locked, full, not to be written
            self._mute = True
        except sqlite3.DatabaseError:  # something else lies there; from here on anew
            with suppress(OSError):
                self._file.unlink()


def _sum(about: Any, piece: Any) -> int:
    """Give a checksum of an entry; one that is no entry has none that fits."""
    if type(about) is not str or type(piece) is not bytes:
        return -1
    return zlib.crc32(piece, zlib.crc32(about.encode()))


def folder(environment: Mapping[str, str]) -> Path:
    """Give the folder of the cache: the user's own for such, or what the environment names."""
    from platformdirs import user_cache_path

    named = environment.get(FOLDER)
    return Path(named) if named else user_cache_path("os2governance", appauthor=False)


def _make(folder: Path) -> None:
    """Make the folder so that neither version control nor backups look at it."""
    if not folder.is_dir():
        folder.mkdir(parents=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        tag = "Signature: 8a477f597d28d172789f06886806bc55\n"
        (folder / "CACHEDIR.TAG").write_text(tag, encoding="utf-8")


def versions() -> str:
    """Give the versions of Python and of the packages that outcomes depend on."""
    needed = metadata.requires("os2governance") or []
    names = [re.split(r"[^\w.-]", each)[0] for each in needed if "extra ==" not in each]
    return repr([sys.version, *(f"{name} {metadata.version(name)}" for name in names)])


def engine_digest() -> str:
    """Give a digest of the engine's own files, since a version number can stay behind them."""
    digest = hashlib.sha256()
    home = Path(os2governance.__file__).parent
    for file in sorted(home.rglob("*.py")):
        digest.update(file.relative_to(home).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def models_digest(criteria: Path) -> str:
    """Give a digest of all models of a folder, and of what of them cannot be read."""
    digest = hashlib.sha256(f"{criteria}\0".encode("utf-8", "replace"))
    for reference in store.model_references(criteria):
        files, unread = store.model_files(criteria / reference)
        digest.update(repr(unread).encode("utf-8", "replace"))
        for name, data in sorted(files.items()):
            digest.update(f"{reference}/{name} {len(data)}\0".encode("utf-8", "replace") + data)
    return digest.hexdigest()

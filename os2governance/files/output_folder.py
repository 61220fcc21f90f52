"""An output folder: contains generated files only; new ones are written, old ones removed."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from os2governance.files import store
from os2governance.findings.finding import Finding, Place, finding

_LIST = ".os2governance-site"


class MadeFolder(NamedTuple):
    """A folder of generated files, and the names of those generated before."""

    folder: Path
    before: frozenset[str]


def open_made(folder: Path) -> tuple[MadeFolder | None, list[Finding]]:
    """Open a folder for generated files: a new or empty one, or one opened this way before."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        listed = folder / _LIST
        if not listed.is_file():
            if next(folder.iterdir(), None) is not None:
                return None, [finding("folder-not-made", Place(store.shown(folder)))]
            listed.write_bytes(b"")
        before = listed.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        return None, [store.unwritable(folder, error)]
    return MadeFolder(folder, frozenset(before)), []


def put_made(made: MadeFolder, name: str, data: bytes) -> list[Finding]:
    """Write a generated file, unless its content is unchanged."""
    path = made.folder / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink() or not store.stays(path, made.folder):
            return [finding("file-outside", Place(store.shown(path)))]
        if not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)
    except OSError as error:
        return [store.unwritable(path, error)]
    return []


def close_made(made: MadeFolder, names: Iterable[str]) -> list[Finding]:
    """Remove the generated files that are no longer produced, and store the names of the rest."""
    now = sorted(names)
    try:
        for name in sorted(made.before.difference(now)):
            path = made.folder / name
            if store.stays(path, made.folder) and path.is_file() and not path.is_symlink():
                path.unlink()
        for name in sorted(made.before.difference(now)):
            _remove_empty((made.folder / name).parent, made.folder)
        (made.folder / _LIST).write_text("".join(f"{name}\n" for name in now), encoding="utf-8")
    except OSError as error:
        return [store.unwritable(made.folder, error)]
    return []


def _remove_empty(folder: Path, root: Path) -> None:
    if (
        folder != root
        and store.stays(folder, root)
        and folder.is_dir()
        and not any(folder.iterdir())
    ):
        folder.rmdir()

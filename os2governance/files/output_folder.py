"""An output folder: contains generated files only; new ones are written, old ones removed."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from os2governance.files import listing, writing
from os2governance.findings.finding import Finding, Location, make_finding

_LIST_NAME = ".os2governance-site"


class OutputFolder(NamedTuple):
    """A folder of generated files, and the names of those generated before."""

    folder: Path
    old_names: frozenset[str]


def open_output_folder(folder: Path) -> tuple[OutputFolder | None, list[Finding]]:
    """Open a folder for generated files: a new or empty one, or one opened this way before."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        listed = folder / _LIST_NAME
        if not listed.is_file():
            if next(folder.iterdir(), None) is not None:
                return None, [
                    make_finding("folder-not-made", Location(listing.format_path(folder)))
                ]
            listed.write_bytes(b"")
        before = listed.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        return None, [writing.make_unwritable_finding(folder, error)]
    return OutputFolder(folder, frozenset(before)), []


def write_output_file(made: OutputFolder, name: str, data: bytes) -> list[Finding]:
    """Write a generated file, unless its content is unchanged."""
    path = made.folder / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink() or not listing.is_within(path, made.folder):
            return [make_finding("file-outside", Location(listing.format_path(path)))]
        if not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)
    except OSError as error:
        return [writing.make_unwritable_finding(path, error)]
    return []


def close_output_folder(made: OutputFolder, names: Iterable[str]) -> list[Finding]:
    """Remove the generated files that are no longer produced, and store the names of the rest."""
    now = sorted(names)
    try:
        for name in sorted(made.old_names.difference(now)):
            path = made.folder / name
            if listing.is_within(path, made.folder) and path.is_file() and not path.is_symlink():
                path.unlink()
        for name in sorted(made.old_names.difference(now)):
            _remove_empty((made.folder / name).parent, made.folder)
        (made.folder / _LIST_NAME).write_text(
            "".join(f"{name}\n" for name in now), encoding="utf-8"
        )
    except OSError as error:
        return [writing.make_unwritable_finding(made.folder, error)]
    return []


def _remove_empty(folder: Path, root: Path) -> None:
    if (
        folder != root
        and listing.is_within(folder, root)
        and folder.is_dir()
        and not any(folder.iterdir())
    ):
        folder.rmdir()

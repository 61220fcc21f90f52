"""An output folder: it contains generated files, which are built aside and then take its place.

Until all are written, what was there before is whole; a full disk or the end of the process leaves
it so. Files that others have put into the folder stay. That a new edition survives a power cut is
not waited for: it can be made again.
"""

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from os2governance.files import listing, writing
from os2governance.files.paths import is_link, is_there
from os2governance.findings.finding import Finding, Location, make_finding

LIST_NAME = ".os2governance-site"
"""The file in an output folder with the names of the generated ones."""
NEW_SUFFIX, OLD_SUFFIX = ".os2governance-new", ".os2governance-old"
_LAST_NAME = "index.html"
_STALE_SECONDS = 600.0
"""The age from which what was built aside is nobody's: each file that is written renews it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OutputFolder:
    """A folder of generated files, where new ones are built, and the names of those before.

    `folder` is the place itself, whatever link it was named by.
    """

    folder: Path
    staging: Path
    old_names: frozenset[str]


@contextmanager
def open_output_folder(folder: Path) -> Iterator[tuple[OutputFolder | None, list[Finding]]]:
    """Open a folder for generated files: a new or empty one, or one opened this way before.

    None with findings where it is neither. What is built and not closed is removed.
    """
    place = Path(os.path.realpath(folder))
    try:
        _recover(place)
        names, findings = _read_old_names(place)
        if findings:
            yield None, findings
            return
        staging = _make_staging(place)
    except (OSError, UnicodeDecodeError) as error:
        yield None, [writing.make_unwritable_finding(folder, error)]
        return
    try:
        yield OutputFolder(folder=place, staging=staging, old_names=names), []
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _read_old_names(place: Path) -> tuple[frozenset[str], list[Finding]]:
    listed = place / LIST_NAME
    if is_link(listed):
        return frozenset(), [make_finding("file-link", Location(listing.format_path(listed)))]
    if listed.is_file():
        return frozenset(listed.read_text(encoding="utf-8").splitlines()), []
    if place.is_dir():
        names = [name for name in os.listdir(place) if not name.endswith(NEW_SUFFIX)]  # noqa: PTH208 - only the names are needed
        if names:
            return frozenset(), [
                make_finding("folder-not-made", Location(listing.format_path(place)))
            ]
    elif is_there(place):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    return frozenset(), []


def _make_staging(place: Path) -> Path:
    """Make the folder in which to build: beside the place, or in it where that cannot be."""
    place.parent.mkdir(parents=True, exist_ok=True)
    for above in (place.parent, place):
        _sweep(above, place)
    if not _is_fixed(place):
        with suppress(PermissionError, OSError):
            return _make_folder(place.parent, place)
    place.mkdir(exist_ok=True)
    return _make_folder(place, place)


def _make_folder(above: Path, place: Path) -> Path:
    made = Path(tempfile.mkdtemp(dir=above, prefix=f".{place.name}.", suffix=NEW_SUFFIX))
    writing.copy_permissions(place, made, 0o777)
    return made


def _is_fixed(place: Path) -> bool:
    """Whether a folder cannot be moved, or should not: somebody's work is in it."""
    here = Path(os.path.realpath(os.curdir))
    return os.path.ismount(place) or here == place or place in here.parents


def _sweep(above: Path, place: Path) -> None:
    """Remove what was built aside by those who were ended before they were done."""
    with suppress(OSError):
        for name in os.listdir(above):  # noqa: PTH208 - only the names are needed
            path = above / name
            if name.startswith(f".{place.name}.") and name.endswith(NEW_SUFFIX):
                with suppress(OSError):
                    if time.time() - path.lstat().st_mtime > _STALE_SECONDS and not is_link(path):
                        shutil.rmtree(path, ignore_errors=True)


def write_output_file(made: OutputFolder, name: str, data: bytes) -> list[Finding]:
    """Write a generated file; where its content is what it was, it keeps its date."""
    path, old = made.staging / name, made.folder / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(made.staging)
    except OSError as error:
        return [writing.make_unwritable_finding(old, error)]
    with suppress(OSError):
        if not is_link(old) and old.stat().st_size == len(data) and old.read_bytes() == data:
            status = old.stat()
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    return []


def close_output_folder(made: OutputFolder, names: Collection[str]) -> list[Finding]:
    """Put the generated files in the place of those before; findings where nothing is changed."""
    for name in names:
        if findings := writing.find_links(made.folder / name, made.folder):
            return findings
    try:
        text = "".join(f"{name}\n" for name in sorted(names))
        (made.staging / LIST_NAME).write_text(text, encoding="utf-8")
        if made.staging.parent == made.folder or not _exchange(made):
            _move_each(made, names)
    except OSError as error:
        return [writing.make_unwritable_finding(made.folder, error)]
    return []


def _exchange(made: OutputFolder) -> bool:
    """Exchange the folders; False where this one cannot be moved."""
    old = _name_old(made.folder)
    if is_there(made.folder):
        try:
            os.rename(made.folder, old)  # noqa: PTH104 - as the other one below
        except OSError:
            return False
    try:
        os.rename(made.staging, made.folder)  # noqa: PTH104 - never over a file
    except OSError:
        if is_there(old):
            os.rename(old, made.folder)  # noqa: PTH104 - back again
        return False
    with suppress(OSError):  # the new edition is there; the next run carries over what is left
        _finish(old, made.folder)
    return True


def _name_old(place: Path) -> Path:
    return place.parent / f".{place.name}{OLD_SUFFIX}"


def _recover(place: Path) -> None:
    """Finish an exchange that was ended on the way, or take it back."""
    old = _name_old(place)
    if not is_there(old) or is_link(old):
        return
    if is_there(place):
        _finish(old, place)
    else:
        os.rename(old, place)  # noqa: PTH104 - there is none


def _finish(old: Path, place: Path) -> None:
    """Carry what others have put into the old folder over into the new one, and remove it."""
    if not is_there(old):
        return
    listed = old / LIST_NAME
    names = listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else []
    _carry_over(old, place, {*names, LIST_NAME})
    shutil.rmtree(old, ignore_errors=True)


def _carry_over(old: Path, place: Path, names: Collection[str]) -> None:
    folders = {above.as_posix() for name in names for above in PurePosixPath(name).parents}
    for entry in sorted(old.iterdir()):
        target = place / entry.name
        if entry.name in folders and entry.is_dir() and not is_link(entry):
            below = [name.partition("/")[2] for name in names if name.startswith(f"{entry.name}/")]
            if any(each not in below for each in _list_below(entry)):
                target.mkdir(exist_ok=True)
            if target.is_dir():
                _carry_over(entry, target, below)
        elif entry.name not in names and not is_there(target):
            os.rename(entry, target)  # noqa: PTH104 - there is none


def _list_below(folder: Path) -> Iterable[str]:
    found = (each for each in folder.rglob("*") if is_link(each) or not each.is_dir())
    return [each.relative_to(folder).as_posix() for each in found]


def _move_each(made: OutputFolder, names: Collection[str]) -> None:
    """Move the files into a folder that cannot be moved itself, the front page last."""
    ordered = sorted(names, key=lambda name: (name.endswith(_LAST_NAME), name == _LAST_NAME, name))
    for name in [*ordered, LIST_NAME]:
        path = made.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        os.replace(made.staging / name, path)  # noqa: PTH105 - as above
    for name in sorted(made.old_names.difference(names)):
        path = made.folder / name
        if not writing.find_links(path, made.folder) and path.is_file():
            path.unlink()
            _remove_empty(path.parent, made.folder)


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent

"""The only room with a disk: which files there are, and their bytes."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from os2governance.bilingual import both
from os2governance.finding import Finding, Place, finding
from os2governance.yamlfile import MAX_BYTES

PRODUCT_FILE = "product.yaml"
DECISIONS_FILE = "decisions.yaml"
MODEL_FILE = "model.yaml"
EVALUATIONS = "evaluations"
MODEL_SUFFIXES = (".yaml", ".yml", ".json")

_IN_WHEEL = Path(__file__).parent / "_criteria"
_IN_REPOSITORY = Path(__file__).parent.parent / "criteria"


def shipped_criteria() -> Path:
    """Give the folder of the models that come with the package, or with its repository."""
    return _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_REPOSITORY


def shown(path: Path) -> str:
    """Give a path as findings and outputs name it: as it was given, with forward slashes."""
    return path.as_posix()


class File(NamedTuple):
    """A file by the name that findings carry, and its bytes."""

    name: str
    data: bytes


class Sources(NamedTuple):
    """The files of one product: the declaration, and the record beside it."""

    product: File
    evaluations: tuple[File, ...] = ()
    log: File | None = None

    def files(self) -> tuple[File, ...]:
        """Give all of them, the declaration first."""
        return (self.product, *self.evaluations, *([self.log] if self.log else []))


def read(path: Path) -> tuple[bytes | None, list[Finding]]:
    """Read a regular file of at most MAX_BYTES; one byte more is read, so that it shows.

    A link is followed as long as it stays within the folder above the file's own.
    """
    try:
        return _opened(path, _NO_LINK)
    except OSError as error:
        if error.errno != errno.ELOOP:
            return None, [_unreadable(path, error.strerror or type(error).__name__)]
    except ValueError as error:  # a NUL byte in the name
        return None, [_unreadable(path, str(error))]
    if not _stays(path, path.parent.parent):
        return None, [finding("file-outside", Place(shown(path)))]
    try:
        return _opened(path, 0)
    except OSError as error:
        return None, [_unreadable(path, error.strerror or type(error).__name__)]


_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)


def _opened(path: Path, flags: int) -> tuple[bytes | None, list[Finding]]:
    # Without blocking: the name may be that of a pipe that nobody writes to.
    descriptor = os.open(path, os.O_RDONLY | _NO_WAIT | flags)
    with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123 - by its descriptor
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None, [_unreadable(path, "not a regular file")]
        return file.read(MAX_BYTES + 1), []


def _stays(path: Path, folder: Path) -> bool:
    """Whether a path, all links followed, is within a folder."""
    whole = os.path.realpath(folder)
    return os.path.commonpath([os.path.realpath(path), whole]) == whole


def _unreadable(path: Path, problem: str) -> Finding:
    return finding("file-unreadable", Place(shown(path)), problem=both(problem))


def product_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the product files that paths mean, each folder's in the order of their names.

    A path is a product folder, its product.yaml, or a folder of product folders. A path with
    none of these is given back as it is: reading it will say what is wrong.
    """
    for path in paths:
        if not path.is_dir():
            yield path
        elif os.path.lexists(path / PRODUCT_FILE):
            yield path / PRODUCT_FILE
        else:
            with os.scandir(path) as entries:
                names = sorted(entry.name for entry in entries)
            files = (path / name / PRODUCT_FILE for name in names)
            yield from (file for file in files if os.path.lexists(file))


def sources(product_file: Path) -> tuple[Sources | None, list[Finding]]:
    """Read a product's file and the record beside it.

    Gives None where the product's file cannot be read; a file of the record that cannot be read
    is left out, with a finding.
    """
    folder = product_file.parent
    for each in (folder, folder / EVALUATIONS):
        if each.is_symlink() and not _stays(each, each.parent):
            return None, [finding("file-outside", Place(shown(each)))]
    data, findings = read(product_file)
    if data is None:
        return None, findings
    evaluations, log = _record_files(product_file)
    read_files: list[File | None] = []
    for path in [*evaluations, *([log] if log else [])]:
        record, wrong = read(path)
        findings += wrong
        read_files.append(None if record is None else File(shown(path), record))
    kept_log = read_files.pop() if log else None
    kept = tuple(filter(None, read_files))
    return Sources(File(shown(product_file), data), kept, kept_log), findings


def _record_files(product_file: Path) -> tuple[list[Path], Path | None]:
    """Give the evaluations beside a product file, in the order of their names, and the log."""
    folder = product_file.parent
    try:
        beside = set(os.listdir(folder))  # noqa: PTH208 - one call on the hot path
        names = sorted(os.listdir(folder / EVALUATIONS)) if EVALUATIONS in beside else []  # noqa: PTH208
    except OSError:
        return [], None
    evaluations = [
        folder / EVALUATIONS / name for name in names if name.endswith((".yaml", ".yml"))
    ]
    return evaluations, folder / DECISIONS_FILE if DECISIONS_FILE in beside else None


def model_references(criteria: Path) -> list[str]:
    """Give the models that a folder `<model>/<version>/` holds, such as `os2/1.1.0`."""
    found = criteria.glob(f"*/*/{MODEL_FILE}")
    return sorted(f"{path.parent.parent.name}/{path.parent.name}" for path in found)


def is_model(folder: Path) -> bool:
    """Whether a folder holds a model."""
    return os.path.lexists(folder / MODEL_FILE)


def signature(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Tell one state of a folder's files from another, by their names, times and sizes."""
    found = []
    for path in sorted(folder.rglob("*")):
        with suppress(OSError):  # a file that is gone by now is no part of it
            status = path.stat()
            found.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(found)


def wording_files(criteria: Path) -> list[Path]:
    """Give the files that say how the models' own documents are read, in their order."""
    return sorted(criteria.glob(f"*/{_WORDING_FILE}"))


_WORDING_FILE = "documents.yaml"


def files_in(path: Path, endings: tuple[str, ...]) -> list[Path]:
    """Give a file as it is; of a folder its own files with those endings, in their order."""
    if not path.is_dir():
        return [path]
    with os.scandir(path) as entries:
        names = sorted(entry.name for entry in entries if entry.is_file())
    return [path / name for name in names if name.lower().endswith(endings)]


def model_files(folder: Path) -> tuple[dict[str, bytes], list[Finding]]:
    """Read the files of a model's folder by name."""
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - one call on the hot path
    except OSError as error:
        return {}, [_unreadable(folder, error.strerror or type(error).__name__)]
    for name in names:
        if name.endswith(MODEL_SUFFIXES):
            data, wrong = read(folder / name)
            findings += wrong
            if data is not None:
                files[name] = data
    return files, findings


# -- writing ----------------------------------------------------------------------------------


def replace(path: Path, data: bytes, was: bytes | None) -> list[Finding]:
    """Write a file whole or not at all, if it is still what it `was`; None is not there.

    The bytes are written beside it and put in its place in one step, so that whoever reads, or
    dies on the way, sees the old file or the new one. Of two who write at once, the second is told
    that the file has changed. What cannot be written is a finding, and nothing is changed.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(path.parent):
            return _replaced(path, data, was)
    except OSError as error:
        return [_unwritable(path, error)]


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold a folder against other writers of this program; the lock goes with the process."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(ImportError):  # no POSIX: writers are told apart by the bytes alone
            import fcntl  # noqa: PLC0415 - there is none on Windows

            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _replaced(path: Path, data: bytes, was: bytes | None) -> list[Finding]:
    if was is None and os.path.lexists(path):
        return [finding("file-exists", Place(shown(path)))]
    if was is not None:
        now, findings = read(path)
        if now is None:
            return findings
        if now != was:
            return [finding("file-changed", Place(shown(path)))]
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - by its descriptor
            file.write(data)
            file.flush()
            os.fsync(handle)
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return []


def _mode(path: Path) -> int:
    """Give the permissions of a file, or those that a new one gets."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


# -- a folder of files that are made ----------------------------------------------------------

_LIST = ".os2governance-site"


class MadeFolder(NamedTuple):
    """A folder that holds only what is made, and the names of the files that were made before."""

    folder: Path
    before: frozenset[str]


def open_made(folder: Path) -> tuple[MadeFolder | None, list[Finding]]:
    """Open a folder to put made files into: a new one, an empty one, or one that was so opened."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        listed = folder / _LIST
        if not listed.is_file():
            if next(folder.iterdir(), None) is not None:
                return None, [finding("folder-not-made", Place(shown(folder)))]
            listed.write_bytes(b"")
        before = listed.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        return None, [_unwritable(folder, error)]
    return MadeFolder(folder, frozenset(before)), []


def put_made(made: MadeFolder, name: str, data: bytes) -> list[Finding]:
    """Write a made file, unless it already is what it should be."""
    path = made.folder / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink() or not _stays(path, made.folder):
            return [finding("file-outside", Place(shown(path)))]
        if not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)
    except OSError as error:
        return [_unwritable(path, error)]
    return []


def close_made(made: MadeFolder, names: Iterable[str]) -> list[Finding]:
    """Remove what was made before and no longer is, and keep the names of what is."""
    now = sorted(names)
    try:
        for name in sorted(made.before.difference(now)):
            path = made.folder / name
            if _stays(path, made.folder) and path.is_file() and not path.is_symlink():
                path.unlink()
        for name in sorted(made.before.difference(now)):
            _remove_empty((made.folder / name).parent, made.folder)
        (made.folder / _LIST).write_text("".join(f"{name}\n" for name in now), encoding="utf-8")
    except OSError as error:
        return [_unwritable(made.folder, error)]
    return []


def _remove_empty(folder: Path, root: Path) -> None:
    if folder != root and _stays(folder, root) and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _unwritable(path: Path, error: Exception) -> Finding:
    problem = getattr(error, "strerror", None) or type(error).__name__
    return finding("file-unwritable", Place(shown(path)), problem=both(problem))

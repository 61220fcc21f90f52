"""The only room with a disk: which files there are, and their bytes."""

import errno
import os
import stat
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from os2governance.documents.yaml_reader import MAX_BYTES
from os2governance.files.os_errors import why
from os2governance.files.paths import is_folder, is_link, is_there, may_be_there
from os2governance.findings.finding import Finding, Place, finding
from os2governance.i18n.text import Text, both

PRODUCT_FILE = "product.yaml"
DECISIONS_FILE = "decisions.yaml"
MODEL_FILE = "model.yaml"
EVALUATIONS = "evaluations"
MODEL_SUFFIXES = (".yaml", ".yml", ".json")
MOST_EVALUATIONS = 1000
"""Of one product: the last by name are read, which are the newest."""

_IN_WHEEL = Path(__file__).parent.parent / "_criteria"
_IN_REPOSITORY = Path(__file__).parent.parent.parent / "criteria"


def shipped_criteria() -> Path:
    """Give the folder of the models that come with the package, or with its repository."""
    return _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_REPOSITORY


def shown(path: Path) -> str:
    """Give a path as findings and outputs name it: as it was given, with forward slashes."""
    return path.as_posix()


# -- what there is ----------------------------------------------------------------------------


def names_in(folder: Path) -> tuple[list[str], list[Finding]]:
    """Give the names in a folder in their order; none where it cannot be listed."""
    try:
        return sorted(os.listdir(folder)), []  # noqa: PTH208 - one call on the hot path
    except OSError as error:
        return [], [_unreadable(folder, why(error))]
    except ValueError:
        return [], [_unreadable(folder, _NUL)]


# -- reading ----------------------------------------------------------------------------------


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
            return None, [_unreadable(path, why(error))]
    except ValueError:
        return None, [_unreadable(path, _NUL)]
    if not stays(path, path.parent.parent):
        return None, [finding("file-outside", Place(shown(path)))]
    try:
        return _opened(path, 0)
    except OSError as error:
        return None, [_unreadable(path, why(error))]


_NUL = Text("der er et nultegn i navnet", "there is a NUL character in the name")
_NO_FILE = Text("det er ikke en almindelig fil", "not a regular file")
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)


def _opened(path: Path, flags: int) -> tuple[bytes | None, list[Finding]]:
    # Without blocking: the name may be that of a pipe that nobody writes to.
    descriptor = os.open(path, os.O_RDONLY | _NO_WAIT | flags)
    with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123 - by its descriptor
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None, [_unreadable(path, _NO_FILE)]
        data = b""
        # In pieces: room for the largest file, made for each, costs more than the reading.
        while part := file.read(min(1 << 16, MAX_BYTES + 1 - len(data))):
            data += part
        return data, []


def stays(path: Path, folder: Path) -> bool:
    """Whether a path, all links followed, is within a folder."""
    whole = os.path.realpath(folder)
    return os.path.commonpath([os.path.realpath(path), whole]) == whole


def _unreadable(path: Path, problem: Text) -> Finding:
    return finding("file-unreadable", Place(shown(path)), problem=problem)


def product_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the product files that paths mean, each folder's in the order of their names.

    A path is a product folder, its product.yaml, or a folder of product folders. A folder that
    holds a record is a product's, though its product.yaml be missing. A path with none of these is
    given back as it is: reading it will say what is wrong.
    """
    for path in paths:
        if not is_folder(path):
            yield path
            continue
        names, unlisted = names_in(path)
        if PRODUCT_FILE in names or is_there(path / PRODUCT_FILE):
            yield path / PRODUCT_FILE
        elif unlisted:
            yield path
        else:
            yield from _products_below(path, names)


def _products_below(path: Path, names: Sequence[str]) -> Iterator[Path]:
    """Give the product files of the folders in a folder; without any, its own."""
    none = True
    for name in names:
        if _is_product(path / name):
            none = False
            yield path / name / PRODUCT_FILE
    if none and any(map(meant, names)):
        yield path / PRODUCT_FILE


def _is_product(folder: Path) -> bool:
    return may_be_there(folder / PRODUCT_FILE) or any(map(meant, names_in(folder)[0]))


_READ = frozenset({PRODUCT_FILE, DECISIONS_FILE, EVALUATIONS})


def meant(name: str) -> str | None:
    """Give the name that is read in a product's folder and that a name is, or was meant to be."""
    if name in _READ:
        return name
    small = name.lower()
    usual = f"{small[:-4]}.yaml" if small.endswith(".yml") else small
    return usual if usual in _READ else None


def sources(product_file: Path) -> tuple[Sources | None, list[Finding]]:
    """Read a product's file and the record beside it.

    Gives None where the product's file cannot be read; a file of the record that cannot be read
    is left out, with a finding, and so is one whose name is only nearly right.
    """
    if outside := _outside(product_file):
        return None, outside
    folder = product_file.parent
    data, findings = read(product_file)
    names, unlisted = names_in(folder)
    if data is None:
        missing = product_file.name == PRODUCT_FILE and PRODUCT_FILE not in names
        if missing and any(map(meant, names)):
            return None, [
                finding("file-missing", Place(shown(product_file))),
                *_misnamed(folder, names),
            ]
        return None, findings
    evaluations, log, unread = _record(folder, names)
    findings += [*unlisted, *_misnamed(folder, names), *unread]
    return Sources(File(shown(product_file), data), evaluations, log), findings


Record = tuple[tuple[File, ...], File | None, list[Finding]]
"""The evaluations in the order of their names, the log, and what could not be read."""


def record(product_file: Path) -> Record:
    """Read the record beside a product's file, whether or not that is there."""
    if outside := _outside(product_file):
        return (), None, outside
    names, unlisted = names_in(product_file.parent)
    evaluations, log, unread = _record(product_file.parent, names)
    return evaluations, log, unlisted + unread


def _outside(product_file: Path) -> list[Finding]:
    """Find a folder of a product that leads out of the one that it is in."""
    folder = product_file.parent
    for each in (folder, folder / EVALUATIONS):
        if is_link(each) and not stays(each, each.parent):
            return [finding("file-outside", Place(shown(each)))]
    return []


def _record(folder: Path, names: Collection[str]) -> Record:
    findings: list[Finding] = []
    evaluations: list[File] = []
    if EVALUATIONS in names:
        paths, findings = _evaluations(folder / EVALUATIONS)
        for path in paths:
            evaluations += _kept(path, findings)
    log = _kept(folder / DECISIONS_FILE, findings) if DECISIONS_FILE in names else []
    return tuple(evaluations), log[0] if log else None, findings


def _kept(path: Path, findings: list[Finding]) -> list[File]:
    """Give a file of the record in a list; none where it cannot be read, and the finding why."""
    data, wrong = read(path)
    findings += wrong
    return [] if data is None else [File(shown(path), data)]


def _misnamed(folder: Path, names: Iterable[str]) -> list[Finding]:
    """Find what lies in a product's folder by a name that is only nearly one that is read."""
    return [
        _not_read(folder / name, usual)
        for name in names
        if name not in _READ and (usual := meant(name))
    ]


def _not_read(path: Path, expected: str) -> Finding:
    return finding("name-not-read", Place(shown(path)), expected=expected)


_EVALUATION_ENDINGS = (".yaml", ".yml")


def _evaluations(folder: Path) -> tuple[list[Path], list[Finding]]:
    """Give the evaluations in a folder in the order of their names, at most MOST_EVALUATIONS."""
    names, findings = names_in(folder)
    found = [name for name in names if name.endswith(_EVALUATION_ENDINGS)]
    if len(found) < len(names):
        others = [name for name in names if not name.endswith(_EVALUATION_ENDINGS)]
        findings += _misplaced(folder, others[:MOST_EVALUATIONS])
    if len(found) > MOST_EVALUATIONS:
        findings.append(finding("file-too-many", Place(shown(folder)), limit=MOST_EVALUATIONS))
    return [folder / name for name in found[-MOST_EVALUATIONS:]], findings


def _misplaced(folder: Path, names: Iterable[str]) -> Iterator[Finding]:
    """Find evaluations whose ending is not a small one, or that lie one folder too deep."""
    for name in names:
        stem, dot, ending = name.rpartition(".")
        if f".{ending.lower()}" in _EVALUATION_ENDINGS and dot:
            yield _not_read(folder / name, f"{stem}.{ending.lower()}")
            continue
        below = names_in(folder / name)[0] if is_folder(folder / name) else []
        if deep := next((each for each in below if each.endswith(_EVALUATION_ENDINGS)), None):
            yield _not_read(folder / name / deep, f"{EVALUATIONS}/{deep}")


def model_references(criteria: Path) -> list[str]:
    """Give the models that a folder `<model>/<version>/` holds, such as `os2/1.1.0`."""
    return sorted(
        f"{name}/{version}"
        for name in names_in(criteria)[0]
        for version in names_in(criteria / name)[0]
        if may_be_there(criteria / name / version / MODEL_FILE)
    )


def is_model(folder: Path) -> bool:
    """Whether a folder holds a model."""
    return is_there(folder / MODEL_FILE)


def model_folders(folder: Path) -> list[Path]:
    """Give the folders one or two folders below that hold a model, or may."""
    below = [folder / name for name in names_in(folder)[0]]
    deeper = [folder / reference for reference in model_references(folder)]
    return [each for each in below if may_be_there(each / MODEL_FILE)] + deeper


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
    files = [criteria / name / _WORDING_FILE for name in names_in(criteria)[0]]
    return [file for file in files if is_there(file)]


_WORDING_FILE = "documents.yaml"


def files_in(path: Path, endings: tuple[str, ...]) -> list[Path]:
    """Give a file as it is; of a folder its own files with those endings, in their order."""
    if not is_folder(path):
        return [path]
    names, unlisted = names_in(path)
    if unlisted:
        return [path]
    files = [path / name for name in names if name.lower().endswith(endings)]
    return [file for file in files if not is_folder(file)]


def model_files(folder: Path) -> tuple[dict[str, bytes], list[Finding]]:
    """Read the files of a model's folder by name."""
    files: dict[str, bytes] = {}
    names, findings = names_in(folder)
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
        return [unwritable(path, error)]


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


def unwritable(path: Path, error: Exception) -> Finding:
    """Find that a file cannot be written."""
    problem = why(error) if isinstance(error, OSError) else both(type(error).__name__)
    return finding("file-unwritable", Place(shown(path)), problem=problem)

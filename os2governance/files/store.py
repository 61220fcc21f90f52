"""The only package with file system access: which files there are, and their bytes."""

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
"""Evaluations of one product; the last by name are read, which are the newest."""

_IN_WHEEL = Path(__file__).parent.parent / "_criteria"
_IN_REPOSITORY = Path(__file__).parent.parent.parent / "criteria"


def shipped_criteria() -> Path:
    """The folder of the models shipped with the package, or with its repository."""
    return _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_REPOSITORY


def shown(path: Path) -> str:
    """Format a path for findings and output: as it was given, with forward slashes."""
    return path.as_posix()


# -- listing ----------------------------------------------------------------------------------


def names_in(folder: Path) -> tuple[list[str], list[Finding]]:
    """The names in a folder, sorted; empty with a finding where it cannot be listed."""
    try:
        return sorted(os.listdir(folder)), []  # noqa: PTH208 - a single call on the hot path
    except OSError as error:
        return [], [_unreadable(folder, why(error))]
    except ValueError:
        return [], [_unreadable(folder, _NUL)]


# -- reading ----------------------------------------------------------------------------------


class File(NamedTuple):
    """A file: its name in findings, and its bytes."""

    name: str
    data: bytes


class Sources(NamedTuple):
    """The files of one product: the declaration, and its record."""

    product: File
    evaluations: tuple[File, ...] = ()
    log: File | None = None

    def files(self) -> tuple[File, ...]:
        """All files, the declaration first."""
        return (self.product, *self.evaluations, *([self.log] if self.log else []))


def read(path: Path) -> tuple[bytes | None, list[Finding]]:
    """Read a regular file of at most MAX_BYTES; one byte more is read, to detect larger ones.

    A link is followed as long as its target is within the parent of the file's folder.
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
    # Non-blocking: the name may be that of a pipe without a writer.
    descriptor = os.open(path, os.O_RDONLY | _NO_WAIT | flags)
    with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123 - by its descriptor
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None, [_unreadable(path, _NO_FILE)]
        data = b""
        # In chunks: a buffer of the maximum size for every file costs more than the reading.
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
    """Yield the product files of paths, those of each folder in the order of their names.

    A path is a product folder, its product.yaml, or a folder of product folders. A folder that
    holds a record is a product's, even if its product.yaml is missing. Any other path is yielded
    unchanged: reading it will report what is wrong.
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
    """Yield the product files of a folder's subfolders; without any, its own."""
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
    """The name, among those read in a product's folder, that a name is, or was meant to be."""
    if name in _READ:
        return name
    small = name.lower()
    usual = f"{small[:-4]}.yaml" if small.endswith(".yml") else small
    return usual if usual in _READ else None


def sources(product_file: Path) -> tuple[Sources | None, list[Finding]]:
    """Read a product file and its record.

    None where the product file cannot be read; an unreadable file of the record is left out, with
    a finding, and so is one whose name is nearly right.
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
"""The evaluations sorted by name, the log, and the findings about unreadable files."""


def record(product_file: Path) -> Record:
    """Read the record beside a product file, whether or not that file exists."""
    if outside := _outside(product_file):
        return (), None, outside
    names, unlisted = names_in(product_file.parent)
    evaluations, log, unread = _record(product_file.parent, names)
    return evaluations, log, unlisted + unread


def _outside(product_file: Path) -> list[Finding]:
    """Findings of a product folder that leads outside its parent folder."""
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
    """Read a file of the record: a list of one; empty, with a finding, where it is unreadable."""
    data, wrong = read(path)
    findings += wrong
    return [] if data is None else [File(shown(path), data)]


def _misnamed(folder: Path, names: Iterable[str]) -> list[Finding]:
    """Findings of files in a product's folder whose names are nearly ones that are read."""
    return [
        _not_read(folder / name, usual)
        for name in names
        if name not in _READ and (usual := meant(name))
    ]


def _not_read(path: Path, expected: str) -> Finding:
    return finding("name-not-read", Place(shown(path)), expected=expected)


_EVALUATION_ENDINGS = (".yaml", ".yml")


def _evaluations(folder: Path) -> tuple[list[Path], list[Finding]]:
    """The evaluations in a folder, sorted by name, at most MAX_EVALUATIONS."""
    names, findings = names_in(folder)
    found = [name for name in names if name.endswith(_EVALUATION_ENDINGS)]
    if len(found) < len(names):
        others = [name for name in names if not name.endswith(_EVALUATION_ENDINGS)]
        findings += _misplaced(folder, others[:MOST_EVALUATIONS])
    if len(found) > MOST_EVALUATIONS:
        findings.append(finding("file-too-many", Place(shown(folder)), limit=MOST_EVALUATIONS))
    return [folder / name for name in found[-MOST_EVALUATIONS:]], findings


def _misplaced(folder: Path, names: Iterable[str]) -> Iterator[Finding]:
    """Yield evaluations whose extension is not lower case, or that lie one folder too deep."""
    for name in names:
        stem, dot, ending = name.rpartition(".")
        if f".{ending.lower()}" in _EVALUATION_ENDINGS and dot:
            yield _not_read(folder / name, f"{stem}.{ending.lower()}")
            continue
        below = names_in(folder / name)[0] if is_folder(folder / name) else []
        if deep := next((each for each in below if each.endswith(_EVALUATION_ENDINGS)), None):
            yield _not_read(folder / name / deep, f"{EVALUATIONS}/{deep}")


def model_references(criteria: Path) -> list[str]:
    """References of the models in a folder `<model>/<version>/`, such as `os2/1.1.0`."""
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
    """The folders, one or two levels below, that hold a model, or may."""
    below = [folder / name for name in names_in(folder)[0]]
    deeper = [folder / reference for reference in model_references(folder)]
    return [each for each in below if may_be_there(each / MODEL_FILE)] + deeper


def signature(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Fingerprint of a folder's state: the names, times and sizes of its files."""
    found = []
    for path in sorted(folder.rglob("*")):
        with suppress(OSError):  # a file that has disappeared meanwhile is not part of it
            status = path.stat()
            found.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(found)


def wording_files(criteria: Path) -> list[Path]:
    """The files that define the terms of the models' documents, sorted."""
    files = [criteria / name / _WORDING_FILE for name in names_in(criteria)[0]]
    return [file for file in files if is_there(file)]


_WORDING_FILE = "documents.yaml"


def files_in(path: Path, endings: tuple[str, ...]) -> list[Path]:
    """The file itself; for a folder, its files with those extensions, sorted."""
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
    """Replace a file atomically, if its content is still `was`; None means that it must not exist.

    The bytes are written beside it and moved into place in one step, so that a concurrent reader,
    or a crash, sees either the old file or the new one. Of two concurrent writers, the second is
    told that the file has changed. A failure is a finding, and nothing is changed.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(path.parent):
            return _replaced(path, data, was)
    except OSError as error:
        return [unwritable(path, error)]


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Lock a folder against other writers of this program; the lock ends with the process."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(ImportError):  # no POSIX: concurrent writers are detected by the bytes alone
            import fcntl  # noqa: PLC0415 - not available on Windows

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
    """The permissions of a file, or those that a new one gets."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def unwritable(path: Path, error: Exception) -> Finding:
    """Make the finding that a file cannot be written."""
    problem = why(error) if isinstance(error, OSError) else both(type(error).__name__)
    return finding("file-unwritable", Place(shown(path)), problem=problem)

"""Which files and folders there are: products, records, models."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from os2governance.documents.sources import (
    DECISIONS_FILE,
    DECLARATIONS_FOLDER,
    EVALUATIONS_FOLDER,
    HEARINGS_FOLDER,
    MODEL_FILE,
    OBSERVATIONS_FILE,
    PRODUCT_FILE,
    REGISTER_FILE,
    ROUNDS_FOLDER,
    SITE_FILE,
    TERMS_FILE,
)
from os2governance.files.os_errors import translate_os_error
from os2governance.files.paths import is_folder, is_link, is_there, may_be_there
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.half_years import parse_half_year
from os2governance.i18n.text import Text, _

MODEL_SUFFIXES = (".yaml", ".yml", ".json")
_CRITERIA_IN_WHEEL = Path(__file__).parent.parent / "_criteria"
_CRITERIA_IN_REPOSITORY = Path(__file__).parent.parent.parent / "criteria"


def find_shipped_criteria() -> Path:
    """The folder of the models shipped with the package, or with its repository."""
    return _CRITERIA_IN_WHEEL if _CRITERIA_IN_WHEEL.is_dir() else _CRITERIA_IN_REPOSITORY


def format_path(path: Path) -> str:
    """Format a path for findings and output: as it was given, with forward slashes."""
    return path.as_posix()


def list_names(folder: Path) -> tuple[list[str], list[Finding]]:
    """The names in a folder, sorted; empty with a finding where it cannot be listed."""
    try:
        return sorted(os.listdir(folder)), []  # noqa: PTH208 - a single call on the hot path
    except OSError as error:
        return [], [make_unreadable_finding(folder, translate_os_error(error))]
    except ValueError:
        return [], [make_unreadable_finding(folder, _NUL_IN_NAME)]


_NUL_IN_NAME = _("there is a NUL character in the name")


def is_within(path: Path, folder: Path) -> bool:
    """Whether a path, all links followed, is within a folder."""
    whole = os.path.realpath(folder)
    return os.path.commonpath([os.path.realpath(path), whole]) == whole


def make_unreadable_finding(path: Path, problem: Text) -> Finding:
    """The finding that a file or folder cannot be read."""
    return make_finding("file-unreadable", Location(format_path(path)), problem=problem)


class FolderReader(NamedTuple):
    """How folders are read, on disk or in a commit: the names in one, and what paths are."""

    list_names: Callable[[Path], tuple[list[str], list[Finding]]]
    is_folder: Callable[[Path], bool]
    may_be_there: Callable[[Path], bool]


FOLDERS_ON_DISK = FolderReader(list_names, is_folder, may_be_there)


def find_product_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the product files of paths, those of each folder in the order of their names.

    A path is a product folder, its product.yaml, or a folder of product folders. A folder that
    holds any file of a product is a product's, and is named by its product.yaml even where there
    is none. Any other path is yielded unchanged: reading it will report what is wrong.
    """
    for path in paths:
        if not is_folder(path):
            yield path
            continue
        names, unlisted = list_names(path)
        if PRODUCT_FILE in names or is_there(path / PRODUCT_FILE):
            yield path / PRODUCT_FILE
        elif unlisted:
            yield path
        else:
            yield from find_products_below(path, names)


def find_products_below(
    path: Path, names: Sequence[str], reader: FolderReader = FOLDERS_ON_DISK
) -> Iterator[Path]:
    """Yield the product files of the subfolders with these names; without any, the folder's own.

    A subfolder that has only nearly right names is none where the folder itself has right ones.
    """
    is_own = any(name in _READ_NAMES for name in names) and is_product_listing(names)
    none = True
    for name in names:
        if name in _READ_NAMES:
            product = PRODUCT_FILE in reader.list_names(path / name)[0]
        else:
            product = _is_product_folder(path / name, reader, exact=is_own)
        if product:
            none = False
            yield path / name / PRODUCT_FILE
    if none and is_product_listing(names):
        yield path / PRODUCT_FILE


def _is_product_folder(folder: Path, reader: FolderReader, *, exact: bool) -> bool:
    if reader.may_be_there(folder / PRODUCT_FILE):
        return True
    known = {*_READ_NAMES, MODEL_FILE}
    names = reader.list_names(folder)[0]
    return is_product_listing([name for name in names if name in known or not exact])


def is_product_listing(names: Collection[str]) -> bool:
    """Whether the names in a folder are a product's, or meant to be; a model's are not."""
    return PRODUCT_FILE in names or (
        MODEL_FILE not in names and any(map(find_intended_name, names))
    )


DATED_FOLDERS = (DECLARATIONS_FOLDER, EVALUATIONS_FOLDER, HEARINGS_FOLDER)
"""The folders in a product's folder, whose files are named by their date."""
SINGLE_FILES = (PRODUCT_FILE, REGISTER_FILE, OBSERVATIONS_FILE, DECISIONS_FILE)
"""The files of a product that there is one of, in the order in which they are read."""
_READ_NAMES = frozenset({*DATED_FOLDERS, *SINGLE_FILES})


def find_intended_name(name: str) -> str | None:
    """The name, among those read in a product's folder, that a name is, or was meant to be."""
    if name in _READ_NAMES:
        return name
    small = name.lower()
    usual = f"{small[:-4]}.yaml" if small.endswith(".yml") else small
    return usual if usual in _READ_NAMES else None


def find_kept_path(product_file: Path, on: date) -> Path:
    """The file in which the declaration of a day is kept, or would be."""
    folder = product_file.parent / DECLARATIONS_FOLDER
    short = folder / f"{on.isoformat()}.yml"
    return short if is_there(short) else folder / f"{on.isoformat()}.yaml"


MODELS_FOLDER = "criteria"
"""The usual folder of models, `criteria/<model>/<version>/`."""


def is_portfolio_file(path: Path) -> bool:
    """Whether a path is named as the plan of a round, or as the file of the site."""
    if path.name == SITE_FILE:
        return True
    if path.absolute().parent.name != ROUNDS_FOLDER:
        return False
    return bool(parse_half_year(path.name.removesuffix(".yaml")))


def list_model_references(criteria: Path) -> list[str]:
    """References of the models in a folder `<model>/<version>/`, such as `os2/1.1.0`."""
    return sorted(
        f"{name}/{version}"
        for name in list_names(criteria)[0]
        for version in list_names(criteria / name)[0]
        if may_be_there(criteria / name / version / MODEL_FILE)
    )


def is_model_folder(folder: Path) -> bool:
    """Whether a folder holds a model."""
    return is_there(folder / MODEL_FILE)


def list_model_folders(folder: Path) -> list[Path]:
    """The folders, one or two levels below, that hold a model, or may."""
    below = [folder / name for name in list_names(folder)[0]]
    deeper = [folder / reference for reference in list_model_references(folder)]
    return [each for each in below if may_be_there(each / MODEL_FILE)] + deeper


def compute_folder_signature(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Fingerprint of a folder's state: the names, times and sizes of its files."""
    found = []
    for path in sorted(folder.rglob("*")):
        with suppress(OSError):  # a file that has disappeared meanwhile is not part of it
            status = path.stat()
            found.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(found)


def compute_flat_signature(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Fingerprint of the files right in a folder; none where the folder is a link."""
    found = []
    for name in list_names(folder)[0] if is_folder(folder) and not folder.is_symlink() else ():
        with suppress(OSError):
            status = (folder / name).lstat()
            found.append((name, status.st_mtime_ns, status.st_size))
    return tuple(found)


def list_term_files(criteria: Path) -> list[Path]:
    """The files that define the terms of the models' documents, sorted."""
    files = [criteria / name / TERMS_FILE for name in list_names(criteria)[0]]
    return [file for file in files if is_there(file)]


def list_subfolders(folder: Path) -> list[Path]:
    """The folders in a folder, sorted; hidden ones and links are left out."""
    below = [folder / name for name in list_names(folder)[0] if not name.startswith(".")]
    return [each for each in below if is_folder(each) and not is_link(each)]


def list_files(path: Path, endings: tuple[str, ...]) -> list[Path]:
    """The file itself; for a folder, its files with those extensions, sorted."""
    if not is_folder(path):
        return [path]
    names, unlisted = list_names(path)
    if unlisted:
        return [path]
    files = [path / name for name in names if name.lower().endswith(endings)]
    return [file for file in files if not is_folder(file)]

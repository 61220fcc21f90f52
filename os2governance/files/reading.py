"""The bytes of the files of a product, a record or a model."""

import errno
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from os2governance.documents.sources import PRODUCT_FILE, ProductFiles, build_product_files
from os2governance.documents.text_reader import MAX_BYTES, read_text
from os2governance.files.listing import (
    _NUL_IN_NAME,
    DATED_FOLDERS,
    FOLDERS_ON_DISK,
    MODEL_SUFFIXES,
    MODELS_FOLDER,
    FolderReader,
    find_intended_name,
    format_path,
    is_within,
    list_names,
    make_unreadable_finding,
)
from os2governance.files.os_errors import translate_os_error
from os2governance.files.paths import is_link, may_be_there
from os2governance.files.product_folder import (
    ListedProduct,
    ReadProductFiles,
    assemble_product,
    list_product_folder,
)
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.i18n.text import _


def read_file(path: Path) -> tuple[bytes | None, list[Finding]]:
    """Read a regular file of at most MAX_BYTES; one byte more is read, to detect larger ones.

    A link is followed as long as its target is within the parent of the file's folder.
    """
    try:
        return _read_regular(path, _NO_FOLLOW)
    except OSError as error:
        if error.errno != errno.ELOOP:
            return None, [make_unreadable_finding(path, translate_os_error(error))]
    except ValueError:
        return None, [make_unreadable_finding(path, _NUL_IN_NAME)]
    if not is_within(path, path.parent.parent):
        return None, [make_finding("file-outside", Location(format_path(path)))]
    try:
        return _read_regular(path, 0)
    except OSError as error:
        return None, [make_unreadable_finding(path, translate_os_error(error))]


_NOT_REGULAR = _("not a regular file")
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NO_BLOCK = getattr(os, "O_NONBLOCK", 0)


def _read_regular(path: Path, flags: int) -> tuple[bytes | None, list[Finding]]:
    # Non-blocking: the name may be that of a pipe without a writer.
    descriptor = os.open(path, os.O_RDONLY | _NO_BLOCK | flags)
    with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123 - by its descriptor
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None, [make_unreadable_finding(path, _NOT_REGULAR)]
        data = b""
        # In chunks: a buffer of the maximum size for every file costs more than the reading.
        while part := file.read(min(1 << 16, MAX_BYTES + 1 - len(data))):
            data += part
        return data, []


class DiskReader(NamedTuple):
    """How a product's files are found and read: as they are on disk, or with one in its place."""

    folders: FolderReader
    read: Callable[[Path], tuple[bytes | None, list[Finding]]]


FILES_ON_DISK = DiskReader(FOLDERS_ON_DISK, read_file)


def read_product_files(product_file: Path, reader: DiskReader = FILES_ON_DISK) -> ReadProductFiles:
    """Read the files of a product: its product file and those beside it.

    The product file may be missing as long as any other file is there. None where it is there and
    cannot be read, and where no file can be; another unreadable file is left out, with a finding,
    and so is one whose name is nearly right.
    """
    if outside := _find_outside(product_file):
        return None, outside
    data, unread = reader.read(product_file)
    listed = list_product_folder(product_file.parent, reader.folders)
    is_missing = product_file.name == PRODUCT_FILE and not listed.has_product
    if data is None and not (is_missing and listed.is_product):
        return None, unread
    contents = {} if data is None else {product_file.name: data}
    others, findings = _read_listed(product_file.parent, listed, reader)
    return assemble_product(product_file, contents | others, [*listed.findings, *findings])


def is_our_product(product_file: Path, reader: DiskReader = FILES_ON_DISK) -> bool:
    """Whether the files of a folder are a product's: one of them has our format, or its model.

    What is empty or cannot be read may be ours; reading it says what is wrong.
    """
    if _may_be_ours(product_file, reader):
        return True
    folder = product_file.parent
    names, unlisted = reader.folders.list_names(folder)
    own = [name for name in names if find_intended_name(name) and name != product_file.name]
    files = [folder / name for name in own if name not in DATED_FOLDERS]
    for name in DATED_FOLDERS:
        if name in own:
            dated, wrong = reader.folders.list_names(folder / name)
            unlisted = [*unlisted, *wrong]
            files += [folder / name / each for each in dated if each.endswith(MODEL_SUFFIXES)]
    return bool(unlisted) or any(_may_be_ours(file, reader) for file in files)


def is_our_model(folder: Path, reader: DiskReader = FILES_ON_DISK) -> bool:
    """Whether a model in a folder is ours: it is in the usual place, or a file names our format.

    What cannot be read may be ours; reading it says what is wrong.
    """
    if folder.absolute().parent.parent.name == MODELS_FOLDER:
        return True
    names, unlisted = reader.folders.list_names(folder)
    files = [reader.read(folder / each)[0] for each in names if each.endswith(MODEL_SUFFIXES)]
    return bool(unlisted) or any(data is None or b"os2governance" in data for data in files)


_OUR_LINE = re.compile(  # noqa: TID251 - our own pattern
    r"os2governance/(?:product|evaluation|hearing|decisions|register|observations)"
    r"|^[^\S\n]*[\"']?model[\"']?:\s*[\"']?[a-z0-9.-]+/[0-9]",
    re.MULTILINE,
)


def _may_be_ours(file: Path, reader: DiskReader) -> bool:
    data, _ = reader.read(file)
    if data is None:
        return may_be_there(file)
    text, _ = read_text(data, "")
    return text is None or not text.strip() or _OUR_LINE.search(text) is not None


def read_record_files(product_file: Path) -> tuple[ProductFiles, list[Finding]]:
    """Read the files beside a product file, whether or not that file exists."""
    folder = product_file.parent
    if outside := _find_outside(product_file):
        return ProductFiles(folder=format_path(folder)), outside
    listed = list_product_folder(folder)
    contents, unread = _read_listed(folder, listed, FILES_ON_DISK)
    return build_product_files(format_path(folder), contents), [*listed.findings, *unread]


def _find_outside(product_file: Path) -> list[Finding]:
    """Findings of a product folder, or a folder in it, that leads outside its parent folder."""
    folder = product_file.parent
    for each in (folder, *(folder / name for name in DATED_FOLDERS)):
        if is_link(each) and not is_within(each, each.parent):
            return [make_finding("file-outside", Location(format_path(each)))]
    return []


def _read_listed(
    folder: Path, listed: ListedProduct, reader: DiskReader
) -> tuple[dict[str, bytes], list[Finding]]:
    """Read the files beside the product file; findings tell why one is left out."""
    contents: dict[str, bytes] = {}
    findings: list[Finding] = []
    for name in listed.names:
        data, wrong = reader.read(folder / name)
        findings += wrong
        if data is not None:
            contents[name] = data
    return contents, findings


def read_model_files(folder: Path) -> tuple[dict[str, bytes], list[Finding]]:
    """Read the files of a model's folder by name."""
    files: dict[str, bytes] = {}
    names, findings = list_names(folder)
    for name in names:
        if name.endswith(MODEL_SUFFIXES):
            data, wrong = read_file(folder / name)
            findings += wrong
            if data is not None:
                files[name] = data
    return files, findings

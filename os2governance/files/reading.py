"""The bytes of the files of a product, a record or a model."""

import errno
import os
import stat
from collections.abc import Collection
from pathlib import Path

from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.documents.yaml_reader import MAX_BYTES
from os2governance.files.listing import (
    _NUL_IN_NAME,
    DECISIONS_FILE,
    EVALUATIONS_FOLDER,
    MODEL_SUFFIXES,
    PRODUCT_FILE,
    find_intended_name,
    find_misnamed,
    format_path,
    is_within,
    list_evaluations,
    list_names,
    make_unreadable_finding,
)
from os2governance.files.os_errors import translate_os_error
from os2governance.files.paths import is_link
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


def read_product_files(product_file: Path) -> tuple[ProductFiles | None, list[Finding]]:
    """Read a product file and its record.

    None where the product file cannot be read; an unreadable file of the record is left out, with
    a finding, and so is one whose name is nearly right.
    """
    if outside := _find_outside(product_file):
        return None, outside
    folder = product_file.parent
    data, findings = read_file(product_file)
    names, unlisted = list_names(folder)
    if data is None:
        missing = product_file.name == PRODUCT_FILE and PRODUCT_FILE not in names
        if missing and any(map(find_intended_name, names)):
            return None, [
                make_finding("file-missing", Location(format_path(product_file))),
                *find_misnamed(folder, names),
            ]
        return None, findings
    evaluations, log, unread = _read_record(folder, names)
    findings += [*unlisted, *find_misnamed(folder, names), *unread]
    return ProductFiles(FileContent(format_path(product_file), data), evaluations, log), findings


RecordFiles = tuple[tuple[FileContent, ...], FileContent | None, list[Finding]]
"""The evaluations sorted by name, the log, and the findings about unreadable files."""


def read_record_files(product_file: Path) -> RecordFiles:
    """Read the record beside a product file, whether or not that file exists."""
    if outside := _find_outside(product_file):
        return (), None, outside
    names, unlisted = list_names(product_file.parent)
    evaluations, log, unread = _read_record(product_file.parent, names)
    return evaluations, log, unlisted + unread


def _find_outside(product_file: Path) -> list[Finding]:
    """Findings of a product folder that leads outside its parent folder."""
    folder = product_file.parent
    for each in (folder, folder / EVALUATIONS_FOLDER):
        if is_link(each) and not is_within(each, each.parent):
            return [make_finding("file-outside", Location(format_path(each)))]
    return []


def _read_record(folder: Path, names: Collection[str]) -> RecordFiles:
    findings: list[Finding] = []
    evaluations: list[FileContent] = []
    if EVALUATIONS_FOLDER in names:
        paths, findings = list_evaluations(folder / EVALUATIONS_FOLDER)
        for path in paths:
            evaluations += _read_listed(path, findings)
    log = _read_listed(folder / DECISIONS_FILE, findings) if DECISIONS_FILE in names else []
    return tuple(evaluations), log[0] if log else None, findings


def _read_listed(path: Path, findings: list[Finding]) -> list[FileContent]:
    """Read a file of the record: a list of one; empty, with a finding, where it is unreadable."""
    data, wrong = read_file(path)
    findings += wrong
    return [] if data is None else [FileContent(format_path(path), data)]


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

"""Which files in a folder are a product's: asked alike of the disk and of a commit."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from os2governance.documents.sources import PRODUCT_FILE, ProductFiles, build_product_files
from os2governance.files.listing import (
    DATED_FOLDERS,
    FOLDERS_ON_DISK,
    SINGLE_FILES,
    FolderReader,
    find_intended_name,
    format_path,
    is_product_listing,
)
from os2governance.findings.finding import Finding, Location, make_finding

MAX_DATED_FILES = 1000
"""Files in one folder of a product; the last by name are read, which are the newest."""


ReadProductFiles = tuple[ProductFiles | None, list[Finding]]
"""The files of a product, None where there is no product to make of them, and the findings."""


class ListedProduct(NamedTuple):
    """What a folder holds of a product.

    `names` are the files to read, the product file apart, by their paths in the folder;
    `has_product` tells whether that one is there, `is_product` whether anything is there that is
    a product's, or was meant to be. `findings` are about names that are not read.
    """

    names: tuple[str, ...]
    has_product: bool
    is_product: bool
    findings: tuple[Finding, ...]


def list_product_folder(folder: Path, reader: FolderReader = FOLDERS_ON_DISK) -> ListedProduct:
    """List the files of a product in its folder."""
    own, unlisted = reader.list_names(folder)
    findings = [*unlisted, *_find_misnamed(folder, own)]
    names: list[str] = []
    for each in (*DATED_FOLDERS, *SINGLE_FILES):
        if each not in own or each == PRODUCT_FILE:
            continue
        if each in SINGLE_FILES:
            names.append(each)
            continue
        dated, wrong = _list_dated_files(folder / each, reader)
        names += [f"{each}/{name}" for name in dated]
        findings += wrong
    return ListedProduct(
        names=tuple(names),
        has_product=PRODUCT_FILE in own,
        is_product=is_product_listing(own),
        findings=tuple(findings),
    )


def assemble_product(
    product_file: Path, contents: Mapping[str, bytes], findings: Sequence[Finding]
) -> ReadProductFiles:
    """Assemble a product from contents by their names in its folder; None without any.

    `findings` tell what was not read; where they don't explain why there is nothing, one is added.
    """
    if contents:
        folder = format_path(product_file.parent)
        return build_product_files(folder, contents, product_file.name), [*findings]
    if any(each.entry.blocks_reading for each in findings):
        return None, [*findings]
    missing = make_finding("file-missing", Location(format_path(product_file)))
    return None, [missing, *findings]


def _find_misnamed(folder: Path, names: Iterable[str]) -> Iterator[Finding]:
    """Yield findings of names that are nearly ones that are read."""
    for name in names:
        usual = find_intended_name(name)
        if usual and usual != name:
            yield _make_name_finding(folder / name, usual)


def _make_name_finding(path: Path, expected: str) -> Finding:
    return make_finding("name-not-read", Location(format_path(path)), expected=expected)


DATED_ENDINGS = (".yaml", ".yml")


def _list_dated_files(folder: Path, reader: FolderReader) -> tuple[list[str], list[Finding]]:
    """The names of the files to read in a folder, at most MAX_DATED_FILES."""
    names, findings = reader.list_names(folder)
    found = [name for name in names if name.endswith(DATED_ENDINGS)]
    if len(found) < len(names):
        others = [name for name in names if not name.endswith(DATED_ENDINGS)]
        findings = [*findings, *_find_misplaced(folder, others[:MAX_DATED_FILES], reader)]
    if len(found) > MAX_DATED_FILES:
        place = Location(format_path(folder))
        findings = [*findings, make_finding("file-too-many", place, limit=MAX_DATED_FILES)]
    return found[-MAX_DATED_FILES:], findings


def _find_misplaced(
    folder: Path, names: Collection[str], reader: FolderReader
) -> Iterator[Finding]:
    """Yield files whose extension is not lower case, or that lie one folder too deep."""
    for name in names:
        stem, dot, ending = name.rpartition(".")
        if f".{ending.lower()}" in DATED_ENDINGS and dot:
            yield _make_name_finding(folder / name, f"{stem}.{ending.lower()}")
            continue
        below = reader.list_names(folder / name)[0] if reader.is_folder(folder / name) else []
        if deep := next((each for each in below if each.endswith(DATED_ENDINGS)), None):
            yield _make_name_finding(folder / name / deep, f"{folder.name}/{deep}")

"""Products of a revision, each paired with the same product now, even if it has moved."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from os2governance.documents.sources import PRODUCT_FILE, FileContent, ProductFiles
from os2governance.files import reading
from os2governance.git.history import RepositoryHistory
from os2governance.git.revision import list_work_tree_files
from os2governance.workflows.match_products import match_products
from os2governance.workflows.revision_files import (
    find_product_folders,
    find_removed_products,
    read_old_products,
    resolve_product_file,
)


class CurrentProduct(NamedTuple):
    """A product's current files: all that can be read, also where no product can be made of them.

    `sources` are those that a product can be made of; None where its product file is unreadable.
    """

    exists: bool
    sources: ProductFiles | None = None
    record: ProductFiles = ProductFiles()

    def files(self) -> tuple[FileContent, ...]:
        """All readable files."""
        return (self.sources or self.record).files()

    @property
    def log(self) -> FileContent | None:
        """The decision log, if it can be read."""
        return (self.sources or self.record).log


OldAndCurrent = tuple[ProductFiles | None, CurrentProduct]
"""A product in the revision and now; None in the revision where it is new."""


def find_changed_products(
    past: RepositoryHistory, paths: Iterable[Path], files: Sequence[str], *, same_too: bool
) -> Iterator[OldAndCurrent]:
    """Yield the products, of then or now, whose files differ, in the order of their files.

    `files` are the product files that the paths mean now; with `same_too`, unchanged products are
    included. A product that has moved within the repository is found at its other location.

    Raises:
        UsageError: when the revision of one cannot be read.
    """
    now = {resolve_product_file(Path(file)): file for file in files}
    read = read_old_products(past, paths, now)
    old = {name: sources for name, (sources, _) in read.items() if sources}
    new = _find_changed_files(old, now)
    left = {name: each for name, each in old.items() if name in new or name not in now}
    before = {name: old[name] for name in now if name in old and name not in new and same_too}
    before |= _take_matches(left, new)
    if new:
        before |= _take_matches(find_removed_products(past, old), new)
    if left:
        before |= _take_matches(left, _find_new_products(past, {*old, *now}))
    for name in sorted({*before, *new, *left}):
        if name in left:
            was, taken = left[name], name in now  # by another product, with its record
            yield (
                was,
                CurrentProduct(exists=False) if taken else _read_record_alone(was.name),
            )
        if name in before or name in new:
            yield before.get(name), _read_current(now.get(name) or os.path.relpath(name))


def _find_changed_files(
    old: Mapping[str, ProductFiles], now: Mapping[str, str]
) -> dict[str, ProductFiles | None]:
    """Map each new or changed product file to its sources; None where it cannot be read."""
    found = {}
    for name, file in now.items():
        sources = reading.read_product_files(Path(file))[0]
        if (
            sources is None
            or name not in old
            or _list_contents(old[name]) != _list_contents(sources)
        ):
            found[name] = sources
    return found


def _list_contents(sources: ProductFiles) -> list[tuple[str, bytes]]:
    """The files by their names in the product's folder."""
    return [(os.path.relpath(name, sources.folder), data) for name, data in sources.files()]


def _take_matches(
    old: dict[str, ProductFiles], new: dict[str, ProductFiles | None]
) -> dict[str, ProductFiles]:
    """Move the pairs of the same product out of both sides; return old sources by current file."""
    found = {}
    for was, name in match_products(old, new):
        found[name] = old.pop(was)
        del new[name]
    return found


def _find_new_products(past: RepositoryHistory, known: set[str]) -> dict[str, ProductFiles | None]:
    """Find products of the same repositories that are not `known` and not in the revision."""
    found: dict[str, ProductFiles | None] = {}
    for revision in past.revisions:
        before = find_product_folders(revision.tree.entries)
        for folder in find_product_folders(list_work_tree_files(revision.top)) - before:
            file = revision.top / folder / PRODUCT_FILE
            if str(file) not in known:
                found[str(file)] = reading.read_product_files(file)[0]
    return {name: each for name, each in found.items() if each}


def _read_current(file: str) -> CurrentProduct:
    sources = reading.read_product_files(Path(file))[0]
    if sources:
        return CurrentProduct(exists=True, sources=sources)
    return _read_record_alone(file)._replace(exists=True)


def _read_record_alone(file: str) -> CurrentProduct:
    """The record of a product whose product file is missing or unreadable."""
    return CurrentProduct(exists=False, record=reading.read_record_files(Path(file))[0])

"""Products of a revision, each paired with the same product now, even if it has moved."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.files import reading
from os2governance.files.listing import PRODUCT_FILE
from os2governance.git.history import RepositoryHistory
from os2governance.git.revision import list_work_tree_files
from os2governance.workflows.match_products import match_products
from os2governance.workflows.revision_files import (
    find_removed_products,
    read_old_products,
    resolve_product_file,
)


class CurrentProduct(NamedTuple):
    """A product's current files: the product file, which may be unreadable, and the record."""

    exists: bool
    sources: ProductFiles | None = None
    evaluations: tuple[FileContent, ...] = ()
    log: FileContent | None = None

    def files(self) -> tuple[FileContent, ...]:
        """All readable files: the declaration, the log, the evaluations."""
        declaration = self.sources.product if self.sources else None
        return tuple(each for each in (declaration, self.log, *self.evaluations) if each)


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
    old = read_old_products(past, paths, now)
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
                CurrentProduct(exists=False) if taken else _read_record_alone(was.product.name),
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


def _list_contents(sources: ProductFiles) -> list[bytes]:
    return [file.data for file in sources.files()]


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
        for name in list_work_tree_files(revision.top):
            if name.rpartition("/")[2] != PRODUCT_FILE or name in revision.tree.entries:
                continue
            whole = str(revision.top / name)
            if whole not in known:
                found[whole] = reading.read_product_files(Path(whole))[0]
    return {name: each for name, each in found.items() if each}


def _read_current(file: str) -> CurrentProduct:
    sources = reading.read_product_files(Path(file))[0]
    if sources:
        return CurrentProduct(
            exists=True, sources=sources, evaluations=sources.evaluations, log=sources.log
        )
    return _read_record_alone(file)._replace(exists=True)


def _read_record_alone(file: str) -> CurrentProduct:
    """The record of a product whose product file is missing or unreadable."""
    evaluations, log, _ = reading.read_record_files(Path(file))
    return CurrentProduct(exists=False, evaluations=evaluations, log=log)

"""Products of a revision, each paired with the same product now, even if it has moved."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from os2governance.files import store
from os2governance.files.store import PRODUCT_FILE, File, Sources
from os2governance.git.history import Past
from os2governance.git.revision import files_now
from os2governance.workflows.match_products import paired
from os2governance.workflows.revision_files import products_then, real_file, vanished


class Now(NamedTuple):
    """A product's current files: the product file, which may be unreadable, and the record."""

    there: bool
    product: Sources | None = None
    evaluations: tuple[File, ...] = ()
    log: File | None = None

    def files(self) -> tuple[File, ...]:
        """All readable files: the declaration, the log, the evaluations."""
        declaration = self.product.product if self.product else None
        return tuple(each for each in (declaration, self.log, *self.evaluations) if each)


Compared = tuple[Sources | None, Now]
"""A product in the revision and now; None in the revision where it is new."""


def compared_products(
    past: Past, paths: Iterable[Path], files: Sequence[str], *, same_too: bool
) -> Iterator[Compared]:
    """Yield the products, of then or now, whose files differ, in the order of their files.

    `files` are the product files that the paths mean now; with `same_too`, unchanged products are
    included. A product that has moved within the repository is found at its other location.

    Raises:
        UsageError: when the revision of one cannot be read.
    """
    now = {real_file(Path(file)): file for file in files}
    old = products_then(past, paths, now)
    new = _changed(old, now)
    left = {name: each for name, each in old.items() if name in new or name not in now}
    before = {name: old[name] for name in now if name in old and name not in new and same_too}
    before |= _matched(left, new)
    if new:
        before |= _matched(vanished(past, old), new)
    if left:
        before |= _matched(left, _appeared(past, {*old, *now}))
    for name in sorted({*before, *new, *left}):
        if name in left:
            was, taken = left[name], name in now  # by another product, with its record
            yield was, Now(there=False) if taken else _remains(was.product.name)
        if name in before or name in new:
            yield before.get(name), _now(now.get(name) or os.path.relpath(name))


def _changed(old: Mapping[str, Sources], now: Mapping[str, str]) -> dict[str, Sources | None]:
    """Map each new or changed product file to its sources; None where it cannot be read."""
    found = {}
    for name, file in now.items():
        sources = store.sources(Path(file))[0]
        if sources is None or name not in old or _data(old[name]) != _data(sources):
            found[name] = sources
    return found


def _data(sources: Sources) -> list[bytes]:
    return [file.data for file in sources.files()]


def _matched(old: dict[str, Sources], new: dict[str, Sources | None]) -> dict[str, Sources]:
    """Move the pairs of the same product out of both sides; return old sources by current file."""
    found = {}
    for was, name in paired(old, new):
        found[name] = old.pop(was)
        del new[name]
    return found


def _appeared(past: Past, known: set[str]) -> dict[str, Sources | None]:
    """Find products of the same repositories that are not `known` and not in the revision."""
    found: dict[str, Sources | None] = {}
    for revision in past.revisions:
        for name in files_now(revision.top):
            if name.rpartition("/")[2] != PRODUCT_FILE or name in revision.tree.entries:
                continue
            whole = str(revision.top / name)
            if whole not in known:
                found[whole] = store.sources(Path(whole))[0]
    return {name: each for name, each in found.items() if each}


def _now(file: str) -> Now:
    sources = store.sources(Path(file))[0]
    if sources:
        return Now(there=True, product=sources, evaluations=sources.evaluations, log=sources.log)
    return _remains(file)._replace(there=True)


def _remains(file: str) -> Now:
    """The record of a product whose product file is missing or unreadable."""
    evaluations, log, _ = store.record(Path(file))
    return Now(there=False, evaluations=evaluations, log=log)

"""Files of products and models in a revision, read like those of the work tree.

`store` defines which files belong to a product or a model; here the same rules are applied to a
commit. Names are those that were typed, so that findings name old and new files alike.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import join
from typing import NamedTuple

from os2governance.files import paths as pathkind
from os2governance.files.store import (
    DECISIONS_FILE,
    EVALUATIONS,
    MODEL_FILE,
    MODEL_SUFFIXES,
    PRODUCT_FILE,
    File,
    Sources,
    shown,
)
from os2governance.git.history import Held, Past
from os2governance.git.revision import Revision
from os2governance.git.tree import SUBMODULE, Entry
from os2governance.product.reader import ReadModel, Shelf, read_model_folder

Kept = tuple[str, Entry]
"""A file's name, and its entry in git."""


class _Product(NamedTuple):
    revision: Revision
    product: Kept
    evaluations: tuple[Kept, ...]
    log: Kept | None

    def files(self) -> tuple[Kept, ...]:
        return (self.product, *self.evaluations, *([self.log] if self.log else []))


def real_file(file: Path) -> str:
    """The canonical path of a product file, however it was typed."""
    return os.path.join(os.path.realpath(file.parent), file.name)  # noqa: PTH118 - for speed


def products_then(
    past: Past, paths: Iterable[Path], now: Mapping[str, str] | None = None
) -> dict[str, Sources]:
    """Read the products that paths meant in the revision, by their canonical paths.

    A path may be what it is in the work tree, or a file of a product's record. `now` are the
    product files that the paths mean now, by their canonical paths; they may lie in repositories
    of their own.

    Raises:
        UsageError: when the revision of one cannot be read.
    """
    found: dict[str, _Product] = {}
    for path in paths:
        for product, held in _listed(past, path):
            _add(found, product, held)
    for name, file in (now or {}).items():
        if name not in found:
            _add(found, Path(file), past.holding(Path(file).parent))
    return _read(found)


def vanished(past: Past, known: Mapping[str, Sources]) -> dict[str, Sources]:
    """Read the products of the same repositories that are not `known` and no longer exist."""
    found: dict[str, _Product] = {}
    for revision in past.revisions:
        for name in revision.tree.entries:
            folder, _, file = name.rpartition("/")
            if file != PRODUCT_FILE:
                continue
            whole = revision.top / name
            if str(whole) not in known and not os.path.lexists(whole):
                _add(found, Path(os.path.relpath(whole)), Held(revision, folder))
    return _read(found)


def _listed(past: Past, path: Path) -> Iterator[tuple[Path, Held]]:
    """Yield the product files that a path meant in the revision, with their folders there."""
    if not pathkind.is_folder(path):
        folder = path.parent.parent if path.parent.name == EVALUATIONS else path.parent
        yield folder / PRODUCT_FILE, past.holding(folder)
    held = past.holding(path)
    tree, inside = held.revision.tree, held.inside
    if tree.holds(join(inside, PRODUCT_FILE)):
        yield path / PRODUCT_FILE, held
        return
    for name in tree.names(inside):
        file, entry = path / name / PRODUCT_FILE, tree.entries.get(join(inside, name))
        if entry and entry.mode == SUBMODULE:
            yield file, past.holding(path / name)
        elif not entry or not entry.is_file:
            yield file, Held(held.revision, join(inside, name))


def _add(found: dict[str, _Product], file: Path, held: Held) -> None:
    product = held.revision.tree.file(join(held.inside, file.name))
    if product:
        found.setdefault(real_file(file), _product(file.parent, held, (shown(file), product)))


def _product(folder: Path, held: Held, product: Kept) -> _Product:
    tree = held.revision.tree
    below = join(held.inside, EVALUATIONS)
    evaluations = tuple(
        (shown(folder / EVALUATIONS / name), entry)
        for name in sorted(tree.names(below))
        if name.endswith((".yaml", ".yml")) and (entry := tree.file(join(below, name)))
    )
    log = tree.file(join(held.inside, DECISIONS_FILE))
    kept = (shown(folder / DECISIONS_FILE), log) if log else None
    return _Product(held.revision, product, evaluations, kept)


def _read(found: Mapping[str, _Product]) -> dict[str, Sources]:
    """Read all products found, in one batch for each repository."""
    data: dict[str, bytes] = {}
    for revision in {id(each.revision): each.revision for each in found.values()}.values():
        own = [each for each in found.values() if each.revision is revision]
        data |= revision.blobs(entry.digest for each in own for _, entry in each.files())

    def read(kept: Kept) -> File:
        return File(kept[0], data[kept[1].digest])

    return {
        name: Sources(
            read(each.product), tuple(map(read, each.evaluations)), each.log and read(each.log)
        )
        for name, each in found.items()
    }


def model_files_then(held: Held) -> Mapping[str, Mapping[str, bytes]]:
    """The old files of each model `<model>/<version>` in a folder, by the model's reference."""
    tree = held.revision.tree
    found: dict[str, dict[str, Entry]] = {}
    for model in tree.names(held.inside):
        for version in tree.names(join(held.inside, model)):
            folder = join(held.inside, model, version)
            files = {
                name: entry
                for name in tree.names(folder)
                if name.endswith(MODEL_SUFFIXES) and (entry := tree.file(join(folder, name)))
            }
            if MODEL_FILE in files:
                found[f"{model}/{version}"] = files
    digests = (entry.digest for files in found.values() for entry in files.values())
    data = held.revision.blobs(digests)
    return {
        reference: {name: data[entry.digest] for name, entry in files.items()}
        for reference, files in found.items()
    }


def models_then(criteria: Path, found: Mapping[str, Mapping[str, bytes]]) -> dict[str, ReadModel]:
    """Read the models of a folder from their old files, and the versions they are based on."""
    files = {criteria / reference: each for reference, each in found.items()}
    shelf = Shelf(files.__contains__, lambda folder: (files[folder], []))
    known: dict[str, ReadModel] = {}
    for reference in found:
        if reference not in known:
            known[reference] = read_model_folder(criteria / reference, known, shelf=shelf)
    return known


def usable(models: Mapping[str, ReadModel]) -> dict[str, ReadModel]:
    """The models that could be read."""
    return {name: read for name, read in models.items() if read[0]}

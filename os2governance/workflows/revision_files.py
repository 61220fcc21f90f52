"""The files of products and models as they were, read as the work tree's are.

Which files belong to a product, or to a model, is for `files` to say; here the same is asked of a
commit. Names are those that were typed, so that findings name old and new files alike.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import join
from typing import NamedTuple

from os2governance.documents.sources import MODEL_FILE, FileContent, ProductFiles
from os2governance.files.listing import (
    DECISIONS_FILE,
    EVALUATIONS_FOLDER,
    MODEL_SUFFIXES,
    PRODUCT_FILE,
    format_path,
)
from os2governance.files.paths import is_folder
from os2governance.git.history import HeldFolder, RepositoryHistory
from os2governance.git.revision import Revision
from os2governance.git.tree import SUBMODULE_MODE, TreeEntry
from os2governance.model.library import ModelResult, ModelSource, read_model_folder

StoredFile = tuple[str, TreeEntry]
"""The name of a file, and what git keeps of it."""


class _StoredProduct(NamedTuple):
    revision: Revision
    product: StoredFile
    evaluations: tuple[StoredFile, ...]
    log: StoredFile | None

    def list_files(self) -> tuple[StoredFile, ...]:
        return (self.product, *self.evaluations, *([self.log] if self.log else []))


def resolve_product_file(file: Path) -> str:
    """The one name of a product file, whatever it was typed as."""
    return os.path.join(os.path.realpath(file.parent), file.name)  # noqa: PTH118 - by the thousand


def read_old_products(
    past: RepositoryHistory, paths: Iterable[Path], now: Mapping[str, str] | None = None
) -> dict[str, ProductFiles]:
    """Read the products that paths meant then, by their files' real names.

    A path is what it is for the work tree, or a file of a product's record. `now` are the
    product files that the paths mean now, by their real names: they may be in repositories of
    their own.

    Raises:
        UsageError: when the revision of one cannot be read.
    """
    found: dict[str, _StoredProduct] = {}
    for path in paths:
        for product, held in _list_product_files(past, path):
            _add_product(found, product, held)
    for name, file in (now or {}).items():
        if name not in found:
            _add_product(found, Path(file), past.find_folder(Path(file).parent))
    return _read_contents(found)


def find_removed_products(
    past: RepositoryHistory, known: Mapping[str, ProductFiles]
) -> dict[str, ProductFiles]:
    """Read the products of the same repositories that are not `known`, and no longer there."""
    found: dict[str, _StoredProduct] = {}
    for revision in past.revisions:
        for name in revision.tree.entries:
            folder, _, file = name.rpartition("/")
            if file != PRODUCT_FILE:
                continue
            whole = revision.top / name
            if str(whole) not in known and not os.path.lexists(whole):
                _add_product(found, Path(os.path.relpath(whole)), HeldFolder(revision, folder))
    return _read_contents(found)


def _list_product_files(past: RepositoryHistory, path: Path) -> Iterator[tuple[Path, HeldFolder]]:
    """Yield the product files that a path meant then, and what held the folder of each."""
    if not is_folder(path):
        folder = path.parent.parent if path.parent.name == EVALUATIONS_FOLDER else path.parent
        yield folder / PRODUCT_FILE, past.find_folder(folder)
    held = past.find_folder(path)
    tree, inside = held.revision.tree, held.name
    if tree.holds(join(inside, PRODUCT_FILE)):
        yield path / PRODUCT_FILE, held
        return
    for name in tree.list_names(inside):
        file, entry = path / name / PRODUCT_FILE, tree.entries.get(join(inside, name))
        if entry and entry.mode == SUBMODULE_MODE:
            yield file, past.find_folder(path / name)
        elif not entry or not entry.is_file:
            yield file, HeldFolder(held.revision, join(inside, name))


def _add_product(found: dict[str, _StoredProduct], file: Path, held: HeldFolder) -> None:
    product = held.revision.tree.find_file(join(held.name, file.name))
    if product:
        found.setdefault(
            resolve_product_file(file),
            _collect_product(file.parent, held, (format_path(file), product)),
        )


def _collect_product(folder: Path, held: HeldFolder, product: StoredFile) -> _StoredProduct:
    tree = held.revision.tree
    below = join(held.name, EVALUATIONS_FOLDER)
    evaluations = tuple(
        (format_path(folder / EVALUATIONS_FOLDER / name), entry)
        for name in sorted(tree.list_names(below))
        if name.endswith((".yaml", ".yml")) and (entry := tree.find_file(join(below, name)))
    )
    log = tree.find_file(join(held.name, DECISIONS_FILE))
    kept = (format_path(folder / DECISIONS_FILE), log) if log else None
    return _StoredProduct(held.revision, product, evaluations, kept)


def _read_contents(found: Mapping[str, _StoredProduct]) -> dict[str, ProductFiles]:
    """Read all that was found, of each repository at once."""
    data: dict[str, bytes] = {}
    for revision in {id(each.revision): each.revision for each in found.values()}.values():
        own = [each for each in found.values() if each.revision is revision]
        data |= revision.read_blobs(entry.digest for each in own for _, entry in each.list_files())

    def read(kept: StoredFile) -> FileContent:
        return FileContent(kept[0], data[kept[1].digest])

    return {
        name: ProductFiles(
            read(each.product), tuple(map(read, each.evaluations)), each.log and read(each.log)
        )
        for name, each in found.items()
    }


def read_old_model_files(held: HeldFolder) -> Mapping[str, Mapping[str, bytes]]:
    """Read the files of each model `<model>/<version>` of a folder as they were, by its name."""
    tree = held.revision.tree
    found: dict[str, dict[str, TreeEntry]] = {}
    for model in tree.list_names(held.name):
        for version in tree.list_names(join(held.name, model)):
            folder = join(held.name, model, version)
            files = {
                name: entry
                for name in tree.list_names(folder)
                if name.endswith(MODEL_SUFFIXES) and (entry := tree.find_file(join(folder, name)))
            }
            if MODEL_FILE in files:
                found[f"{model}/{version}"] = files
    digests = (entry.digest for files in found.values() for entry in files.values())
    data = held.revision.read_blobs(digests)
    return {
        reference: {name: data[entry.digest] for name, entry in files.items()}
        for reference, files in found.items()
    }


def read_old_models(
    criteria: Path, found: Mapping[str, Mapping[str, bytes]]
) -> dict[str, ModelResult]:
    """Read models of a folder from their files, with the versions that they are based on."""
    files = {criteria / reference: each for reference, each in found.items()}
    source = ModelSource(
        references=lambda _: list(found),
        holds=files.__contains__,
        files=lambda folder: (files[folder], []),
        resolve=Path.resolve,
    )
    known: dict[str, ModelResult] = {}
    for reference in found:
        if reference not in known:
            known[reference] = read_model_folder(criteria / reference, source, known)
    return known

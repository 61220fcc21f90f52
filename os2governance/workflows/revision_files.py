"""The files of products and models as they were, read as the work tree's are.

Which files belong to a product, or to a model, is for `files` to say; here the same is asked of a
commit. Names are those that were typed, so that findings name old and new files alike.
"""

import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from posixpath import join
from typing import NamedTuple

from os2governance.documents.sources import (
    MODEL_FILE,
    PRODUCT_FILE,
    ProductFiles,
    build_product_files,
)
from os2governance.files.listing import (
    DATED_FOLDERS,
    MODEL_SUFFIXES,
    SINGLE_FILES,
    format_path,
)
from os2governance.files.paths import is_folder
from os2governance.files.product_folder import DATED_ENDINGS, FolderReader, list_product_folder
from os2governance.findings.finding import Finding
from os2governance.git.history import HeldFolder, RepositoryHistory
from os2governance.git.revision import Revision
from os2governance.git.tree import SUBMODULE_MODE, TreeEntry
from os2governance.model.library import ModelResult, ModelSource, read_model_folder


class _StoredProduct(NamedTuple):
    """What git keeps of a product: its product file's name, and its files by their names in it."""

    revision: Revision
    file: Path
    entries: Mapping[str, TreeEntry]


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
        _add_products(found, past, path)
    for name, file in (now or {}).items():
        if name not in found:
            _add_product(found, Path(file), past.find_folder(Path(file).parent))
    return _read_contents(found)


def find_removed_products(
    past: RepositoryHistory, known: Collection[str]
) -> dict[str, ProductFiles]:
    """Read the products of the same repositories that are not `known`, and no longer there."""
    found: dict[str, _StoredProduct] = {}
    for revision in past.revisions:
        for folder in find_product_folders(revision.tree.entries):
            whole = revision.top / folder / PRODUCT_FILE
            if str(whole) not in known and not list_product_folder(whole.parent).is_product:
                file = Path(os.path.relpath(whole))
                _add_product(found, file, HeldFolder(revision, folder))
    return _read_contents(found)


def find_product_folders(names: Iterable[str]) -> set[str]:
    """The folders that hold a file of a product, among the files of a repository."""
    found, models = set(), set()
    for name in names:
        folder, _, file = name.rpartition("/")
        above, _, own = folder.rpartition("/")
        if file in SINGLE_FILES:
            found.add(folder)
        elif own in DATED_FOLDERS and file.endswith(DATED_ENDINGS):
            found.add(above)
        elif file == MODEL_FILE:
            models.add(folder)
    return found - models


def _add_products(found: dict[str, _StoredProduct], past: RepositoryHistory, path: Path) -> None:
    """Add the products that a path meant then, as `find_product_files` finds those of now."""
    if not is_folder(path):
        own = path.parent.parent if path.parent.name in DATED_FOLDERS else path.parent
        _add_product(found, own / PRODUCT_FILE, past.find_folder(own))
    held = past.find_folder(path)
    tree, inside = held.revision.tree, held.name
    below = [] if tree.holds(join(inside, PRODUCT_FILE)) else list(tree.list_names(inside))
    added = False
    for name in below:
        file, entry = path / name / PRODUCT_FILE, tree.entries.get(join(inside, name))
        if entry and entry.mode == SUBMODULE_MODE:
            added |= _add_product(found, file, past.find_folder(path / name))
        elif not entry or not entry.is_file:
            folder = HeldFolder(held.revision, join(inside, name))
            added |= _add_product(found, file, folder)
    if not added:
        _add_product(found, path / PRODUCT_FILE, held)


def _add_product(found: dict[str, _StoredProduct], file: Path, held: HeldFolder) -> bool:
    """Add the product of a folder, if it held one."""
    tree = held.revision.tree

    def list_names(folder: Path) -> tuple[list[str], list[Finding]]:
        inside = folder.relative_to(file.parent).as_posix()
        return list(tree.list_names(join(held.name, inside))), []

    listed = list_product_folder(file.parent, FolderReader(list_names, lambda _: True))
    entries = {
        name: entry
        for name in (file.name, *listed.names)
        if (entry := tree.find_file(join(held.name, name)))
    }
    if not entries or (listed.has_product and file.name not in entries):
        return False
    found.setdefault(resolve_product_file(file), _StoredProduct(held.revision, file, entries))
    return True


def _read_contents(found: Mapping[str, _StoredProduct]) -> dict[str, ProductFiles]:
    """Read all that was found, of each repository at once."""
    data: dict[str, bytes] = {}
    for revision in {id(each.revision): each.revision for each in found.values()}.values():
        own = [each for each in found.values() if each.revision is revision]
        data |= revision.read_blobs(
            entry.digest for each in own for entry in each.entries.values()
        )
    return {
        name: build_product_files(
            format_path(each.file.parent),
            {own: data[entry.digest] for own, entry in each.entries.items()},
            each.file.name,
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

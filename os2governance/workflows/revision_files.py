"""The files of products and models as they were, read as the work tree's are.

Which files belong to a product, or to a model, is for `files` to say; here the same is asked of a
commit. Names are those that were typed, so that findings name old and new files alike.
"""

import errno
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, join
from typing import NamedTuple

from os2governance.documents.sources import MODEL_FILE, PRODUCT_FILE, ProductFiles
from os2governance.files.listing import (
    DATED_FOLDERS,
    MODEL_SUFFIXES,
    SINGLE_FILES,
    FolderReader,
    find_products_below,
    format_path,
    make_unreadable_finding,
)
from os2governance.files.os_errors import translate_os_error
from os2governance.files.paths import is_folder
from os2governance.files.product_folder import (
    DATED_ENDINGS,
    ReadProductFiles,
    assemble_product,
    list_product_folder,
)
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.git.history import HeldFolder, RepositoryHistory
from os2governance.git.revision import Revision
from os2governance.git.tree import TreeEntry
from os2governance.i18n.text import _
from os2governance.model.library import ModelResult, ModelSource, read_model_folder


@dataclass(frozen=True, kw_only=True, slots=True)
class _StoredProduct:
    """What git keeps of a product: its files by their names in its folder, and what is not read.

    `is_readable` is False where no product can be made of the files.
    """

    revision: Revision
    file: Path
    entries: Mapping[str, TreeEntry] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    is_readable: bool = True


def resolve_product_file(file: Path) -> str:
    """The one name of a product file, whatever it was typed as."""
    return os.path.join(os.path.realpath(file.parent), file.name)  # noqa: PTH118 - by the thousand


def read_old_products(
    past: RepositoryHistory, paths: Iterable[Path], now: Mapping[str, str] | None = None
) -> dict[str, ReadProductFiles]:
    """Read the products that paths meant then, by their product files' real names.

    A path is what it is for the work tree, or a file of a product. `now` are the product files
    that the paths mean now, by their real names: they may be in repositories of their own. What
    is read and found is what `read_product_files` would, had the commit been on disk.

    Raises:
        NotPossibleError: when the revision of one cannot be read.
    """
    meant = [each for path in paths for each in _list_product_files(past, path)]
    names = {resolve_product_file(file) for file, _ in meant}
    files = [Path(file) for name, file in (now or {}).items() if name not in names]
    return _read_products(past, meant + [(file, past.find_folder(file.parent)) for file in files])


def find_removed_products(
    past: RepositoryHistory, known: Collection[str]
) -> dict[str, ProductFiles]:
    """Read the products of the same repositories that are not `known`, and no longer there."""
    removed = []
    for revision in past.revisions:
        for folder in sorted(find_product_folders(revision.tree.entries)):
            whole = revision.top / folder / PRODUCT_FILE
            if str(whole) not in known and not list_product_folder(whole.parent).is_product:
                removed.append((Path(os.path.relpath(whole)), HeldFolder(revision, folder)))
    read = _read_products(past, removed)
    return {name: sources for name, (sources, _) in read.items() if sources}


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


class _OldFolder(NamedTuple):
    """A folder as it was typed, and what held it then; what is below may be in submodules."""

    past: RepositoryHistory
    path: Path
    held: HeldFolder

    def locate(self, below: Path) -> HeldFolder:
        """Find what held a path below."""
        if below == self.path:
            return self.held
        name = join(self.held.name, below.relative_to(self.path).as_posix())
        is_submodule = self.held.revision.tree.find_submodule(name) == name
        return self.past.find_folder(below) if is_submodule else self.held._replace(name=name)

    def list_names(self, below: Path) -> tuple[list[str], list[Finding]]:
        """The sorted names in a folder below; a finding where it is none."""
        held = self.locate(below)
        if below == self.path or self.is_folder(below):
            return sorted(held.revision.tree.list_names(held.name)), []
        is_there = held.revision.tree.resolve(held.name) is not None
        return [], [make_unreadable_finding(below, _NO_FOLDER if is_there else _NOT_THERE)]

    def is_folder(self, below: Path) -> bool:
        """Whether a path below was a folder."""
        held = self.locate(below)
        real = held.revision.tree.resolve(held.name)
        return real is not None and real not in held.revision.tree.entries

    def may_be_there(self, below: Path) -> bool:
        """Whether there was anything at a path below, even a broken link."""
        held = self.locate(below.parent)
        tree, name = held.revision.tree, join(held.name, below.name)
        return tree.holds(name) or tree.resolve(name) is not None

    def reader(self) -> FolderReader:
        """What reads the folders below."""
        return FolderReader(self.list_names, self.is_folder, self.may_be_there)


def _list_product_files(past: RepositoryHistory, path: Path) -> Iterator[tuple[Path, HeldFolder]]:
    """Yield the product files that a path may have meant then, and what held the folder of each.

    They are found as `find_product_files` finds those of now.
    """
    if not is_folder(path):
        own = path.parent.parent if path.parent.name in DATED_FOLDERS else path.parent
        yield own / PRODUCT_FILE, past.find_folder(own)
    old = _OldFolder(past, path, past.find_folder(path))
    if old.may_be_there(path / PRODUCT_FILE):
        yield path / PRODUCT_FILE, old.held
        return
    for file in find_products_below(path, old.list_names(path)[0], old.reader()):
        yield file, old.locate(file.parent)


def _read_products(
    past: RepositoryHistory, files: Iterable[tuple[Path, HeldFolder]]
) -> dict[str, ReadProductFiles]:
    """Read the products of folders, as far as they held any, each once by its file's real name."""
    found: dict[str, _StoredProduct] = {}
    for file, held in files:
        if stored := _find_stored(past, file, held):
            found.setdefault(resolve_product_file(file), stored)
    return _read_contents(found)


def _find_stored(past: RepositoryHistory, file: Path, held: HeldFolder) -> _StoredProduct | None:
    """Find what git kept of the product of a folder; None where it held none."""
    tree, folder = held.revision.tree, file.parent

    def refuse(findings: Iterable[Finding]) -> _StoredProduct:
        return _StoredProduct(
            revision=held.revision, file=file, findings=tuple(findings), is_readable=False
        )

    for name in ("", *DATED_FOLDERS):
        own = join(held.name, name) if name else held.name
        if own and tree.leads_out(own, dirname(own)):
            return refuse([make_finding("file-outside", Location(format_path(folder / name)))])
    old = _OldFolder(past, folder, held)
    listed, has_file = list_product_folder(folder, old.reader()), old.may_be_there(file)
    if not (has_file or (file.name == PRODUCT_FILE and listed.is_product)):
        return None
    entries, unread = _find_files(file, held, [file.name] if has_file else [])
    if unread:
        return refuse(unread)
    others, unread = _find_files(file, held, listed.names)
    return _StoredProduct(
        revision=held.revision,
        file=file,
        entries=entries | others,
        findings=(*listed.findings, *unread),
    )


def _find_files(
    file: Path, held: HeldFolder, names: Iterable[str]
) -> tuple[dict[str, TreeEntry], list[Finding]]:
    """Find files by their names in a product's folder; findings tell why one cannot be read."""
    tree = held.revision.tree
    entries: dict[str, TreeEntry] = {}
    findings: list[Finding] = []
    for name in names:
        own, path = join(held.name, name), file.parent / name
        if entry := tree.find_file(own):
            entries[name] = entry
        elif tree.leads_out(own, dirname(dirname(own))):
            findings.append(make_finding("file-outside", Location(format_path(path))))
        else:
            problem = _NOT_THERE if tree.resolve(own) is None else _NO_FILE
            findings.append(make_unreadable_finding(path, problem))
    return entries, findings


_NOT_THERE, _NO_FOLDER = (
    translate_os_error(OSError(code, os.strerror(code))) for code in (errno.ENOENT, errno.ENOTDIR)
)
_NO_FILE = _("not a regular file")


def _read_contents(found: Mapping[str, _StoredProduct]) -> dict[str, ReadProductFiles]:
    """Read all that was found, of each repository at once."""
    data: dict[str, bytes] = {}
    for revision in {id(each.revision): each.revision for each in found.values()}.values():
        own = [each for each in found.values() if each.revision is revision]
        data |= revision.read_blobs(
            entry.digest for each in own for entry in each.entries.values()
        )

    def read(each: _StoredProduct) -> ReadProductFiles:
        if not each.is_readable:
            return None, [*each.findings]
        contents = {name: data[entry.digest] for name, entry in each.entries.items()}
        return assemble_product(each.file, contents, each.findings)

    return {name: read(each) for name, each in found.items()}


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


def build_old_source(files: Mapping[Path, Mapping[str, bytes]]) -> ModelSource:
    """What reads models from their files as they were, by folder."""
    names = [f"{folder.parent.name}/{folder.name}" for folder in files]
    return ModelSource(
        references=lambda _: names,
        holds=files.__contains__,
        files=lambda folder: (files[folder], []),
        resolve=Path.resolve,
    )


def read_old_models(
    criteria: Path, found: Mapping[str, Mapping[str, bytes]]
) -> dict[str, ModelResult]:
    """Read models of a folder from their files, with the versions that they are based on."""
    source = build_old_source({criteria / name: each for name, each in found.items()})
    known: dict[str, ModelResult] = {}
    for reference in found:
        if reference not in known:
            known[reference] = read_model_folder(criteria / reference, source, known)
    return known

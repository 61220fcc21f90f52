"""Verification of the record of all products through the history of their repository."""

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

from os2governance.analysis.record_history import RecordedCommit, RecordHistory
from os2governance.analysis.record_verification import (
    CommitInfo,
    RecordVerification,
    check_entries,
)
from os2governance.documents.sources import (
    MODEL_FILE,
    PRODUCT_FILE,
    ProductFiles,
    build_product_files,
)
from os2governance.files.listing import DATED_FOLDERS, SINGLE_FILES, format_path
from os2governance.files.paths import is_folder
from os2governance.findings.not_possible import NotPossibleError
from os2governance.git.commits import FileTree, is_ancestor, list_commits, read_file_trees
from os2governance.git.repository import find_repository, find_top
from os2governance.git.revision import TOO_LARGE, Revision
from os2governance.git.tree import SUBMODULE_MODE, TreeEntry
from os2governance.i18n.text import _
from os2governance.product.record_entries import (
    ProductRecord,
    find_entry_kind,
    read_product_record,
)
from os2governance.workflows.context import DEFAULT_SCOPE, SearchScope
from os2governance.workflows.match_products import match_products
from os2governance.workflows.revision_files import find_product_folders


def verify_record(
    said: str, paths: Sequence[str], scope: SearchScope = DEFAULT_SCOPE
) -> RecordVerification:
    """Verify the records of the products that paths mean, through the history of `REV..REV`.

    Raises:
        NotPossibleError: when the history cannot be read, or never had a product in one of the
            paths.
    """
    meant = [Path(path) for path in paths or scope.paths]
    repository = find_repository(_find_existing(meant[0]))
    inside = {path: _find_in_repository(path, repository.top) for path in meant}
    history = list_commits(repository, said)
    trees = read_file_trees(repository, history, _is_wanted)
    revision = Revision(history.end, repository.top)
    reader = _RecordReader(revision, trees)
    walked = RecordHistory(reader.match)
    for name in history.outside:
        walked.begin(name, reader.read(trees[name]))
    for each in history.commits:
        records = reader.read(trees[each.name])
        walked.follow(RecordedCommit(each.name, each.parents, records, each.day[:10]))
    if history.start and not is_ancestor(repository, history.start, history.end):
        # The history was written anew: what it had is missed in what it has now.
        parents, records = (history.end, history.start), reader.read(trees[history.end])
        walked.follow(RecordedCommit(history.end, parents, records, _FAR))
    submodules = _list_submodules(revision, inside.values())
    for path, name in inside.items():
        if not any(_lies_in(folder, [name]) for folder in reader.folders):
            elsewhere = _list_submodules(revision, [name])
            why = _IN_SUBMODULES if elsewhere else _NEVER_A_PRODUCT
            raise NotPossibleError(
                why.fill(path=format_path(path), submodules=", ".join(elsewhere))
            )
    entries = tuple(
        each for each in walked.conclude(history.end) if _lies_in(each.folder, inside.values())
    )
    commits = {each.name: CommitInfo(each.name, each.day, each.author) for each in history.commits}
    return RecordVerification(
        start=history.start,
        end=history.end,
        commits=commits,
        entries=entries,
        findings=tuple(check_entries(entries, commits)),
        submodules=submodules,
    )


_FAR = "9999-12-31"
_NEVER_A_PRODUCT = _(
    "'{path}' has no product in this history, so there is nothing to verify; check the spelling."
)
_IN_SUBMODULES = _(
    "'{path}' has no product in this history, but submodules; "
    "verify each by a run of its own: {submodules}."
)
_OTHER_REPOSITORY = _(
    "'{path}' is not in the repository {top}; verify each repository by a run of its own."
)


def _find_in_repository(path: Path, top: Path) -> str:
    """The folder that a path means, or that its file is of, by its name in the repository."""
    own = path
    if path.parent.name in DATED_FOLDERS and path.suffix:
        own = path.parent.parent
    elif path.name in SINGLE_FILES:
        own = path.parent
    real = Path(os.path.realpath(own))
    if not real.is_relative_to(top) or find_top(_find_existing(real)) != top:
        raise NotPossibleError(_OTHER_REPOSITORY.fill(path=format_path(path), top=top))
    return real.relative_to(top).as_posix()


def _list_submodules(revision: Revision, inside: Collection[str]) -> tuple[str, ...]:
    """The submodules in folders of the repository, by their paths from here."""
    return tuple(
        format_path(Path(os.path.relpath(revision.top / name)))
        for name, entry in sorted(revision.tree.entries.items())
        if entry.mode == SUBMODULE_MODE and _lies_in(name, inside)
    )


def _find_existing(path: Path) -> Path:
    return next(each for each in (path, *path.absolute().parents) if is_folder(each))


def _lies_in(folder: str, inside: Iterable[str]) -> bool:
    return any(each in {".", folder} or folder.startswith(f"{each}/") for each in inside)


def _is_wanted(path: str) -> bool:
    """Whether a file is part of a record, or says whose record it is."""
    parts = PurePosixPath(path).parts
    if parts[-1] in {PRODUCT_FILE, MODEL_FILE}:
        return True
    return any(find_entry_kind("/".join(parts[-count:])) for count in (1, 2))


class _RecordReader:
    """Reads the records of commits; a product that has not changed is read once."""

    def __init__(self, revision: Revision, trees: Mapping[str, FileTree]) -> None:
        """Read all files of all commits at once; a link is none that can be read."""
        self._top = revision.top
        entries = {each for tree in _list_distinct(trees) for each in tree.values()}
        digests = [each.digest for each in entries if each.is_file]
        self._data = revision.read_blobs(digests)
        self._products: dict[tuple[str, object], tuple[ProductRecord, ProductFiles]] = {}
        self._files: dict[int, ProductFiles] = {}
        self._records: dict[int, Mapping[str, ProductRecord]] = {}
        self.folders: set[str] = set()

    def read(self, tree: FileTree) -> Mapping[str, ProductRecord]:
        """The records of the products of a commit, by their folders in the repository."""
        if id(tree) not in self._records:
            self._records[id(tree)] = self._read_tree(tree)
        return self._records[id(tree)]

    def _read_tree(self, tree: FileTree) -> dict[str, ProductRecord]:
        found: dict[str, dict[str, TreeEntry]] = {each: {} for each in find_product_folders(tree)}
        self.folders.update(found)
        for path, entry in tree.items():
            for count in (1, 2):
                folder, _slash, name = _split(path, count)
                if folder in found and (name == PRODUCT_FILE or find_entry_kind(name)):
                    found[folder][name] = entry
        return {folder: self._read_product(folder, own) for folder, own in sorted(found.items())}

    def _read_product(self, folder: str, own: Mapping[str, TreeEntry]) -> ProductRecord:
        key = (folder, tuple(sorted(own.items())))
        if key not in self._products:
            contents = {
                name: self._data[each.digest] if each.is_file else TOO_LARGE
                for name, each in own.items()
            }
            shown = format_path(Path(os.path.relpath(self._top / folder)))
            files = build_product_files(shown, contents)
            record = read_product_record(files)
            self._products[key] = (record, files)
            self._files[id(record)] = files
        return self._products[key][0]

    def match(
        self, old: Mapping[str, ProductRecord], new: Mapping[str, ProductRecord]
    ) -> list[tuple[str, str]]:
        """Pair the old and the new folder of each product."""
        same = {folder for folder, record in new.items() if old.get(folder) is record}
        left = [
            {
                folder: self._files[id(record)]
                for folder, record in each.items()
                if folder not in same
            }
            for each in (old, new)
        ]
        return [*((each, each) for each in same), *match_products(left[0], left[1])]


def _list_distinct(trees: Mapping[str, FileTree]) -> Iterable[FileTree]:
    return {id(tree): tree for tree in trees.values()}.values()


def _split(path: str, count: int) -> tuple[str, str, str]:
    """The folder of a path, and its last parts: as many as are asked for."""
    parts = path.rsplit("/", count)
    if len(parts) > count:
        return parts[0], "/", "/".join(parts[1:])
    return "", "", "/".join(parts)

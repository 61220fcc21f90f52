"""Resolution of a revision's name for folders, which may lie in separate repositories."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from os2governance.files.paths import is_folder
from os2governance.findings.not_possible import NotPossibleError
from os2governance.git.repository import find_repository, find_top, is_work_tree_top
from os2governance.git.revision import Revision, is_submodule
from os2governance.i18n.text import _


class HeldFolder(NamedTuple):
    """The revision that contains a folder, and the folder's path in it; "" is the top."""

    revision: Revision
    name: str


class RepositoryHistory:
    """The repositories of some folders, each at the commit that a revision's name means there.

    The name is resolved in the repository of the current folder, for everything below it: for a
    submodule it means the commit that the outer commit records. Elsewhere the name is resolved in
    the folder's own repository.
    """

    def __init__(
        self, name: str, found: Callable[[str, Path | None], Revision] = Revision
    ) -> None:
        """Start with no repository; each is read with `found` on demand."""
        self._revision_name = name
        self._find_revision = found
        self._known: dict[Path, Revision] = {}
        self._roots: dict[Path, Path | None] = {}
        self._here = find_top(Path())

    @property
    def revisions(self) -> list[Revision]:
        """The revisions that have been read, each once."""
        return list({revision.top: revision for revision in self._known.values()}.values())

    def find_folder(self, folder: Path) -> HeldFolder:
        """The revision that contains a folder, and its path there, whether or not it existed then.

        Raises:
            NotPossibleError: when it is in no repository, or the revision cannot be read there.
        """
        real = Path(os.path.realpath(folder))
        revision = self._get_revision(
            self.find_root(real) or find_repository(_find_nearest_folder(real)).top
        )
        inside = real.relative_to(revision.top).as_posix()
        held = HeldFolder(revision, "" if inside == "." else inside)
        if lost := revision.tree.find_submodule(held.name):
            where = revision.top / lost
            raise NotPossibleError(
                _(
                    "{where} is a submodule in '{revision_name}', and its repository is not "
                    "available here; fetch it with `git submodule update --init`."
                ).fill(where=where, revision_name=self._revision_name)
            )
        return held

    def find_known_folder(self, folder: Path) -> HeldFolder | None:
        """The same for a folder within a repository that has already been read; None elsewhere."""
        real = Path(os.path.realpath(folder))
        known = any(real.is_relative_to(top) for top in self._known)
        return self.find_folder(folder) if known else None

    def find_root(self, folder: Path) -> Path | None:
        """The top of the repository that a folder is in, with links resolved; None without one."""
        if folder not in self._roots:
            here = folder == self._here or is_work_tree_top(folder)
            above = folder.parent if folder.parent != folder else None
            self._roots[folder] = folder if here else self.find_root(above) if above else None
        return self._roots[folder]

    def _get_revision(self, root: Path) -> Revision:
        if root not in self._known:
            self._known[root] = self._read_revision(root)
        return self._known[root]

    def _read_revision(self, root: Path) -> Revision:
        if root == self._here:
            return self._find_revision(self._revision_name, None)
        outer = self.find_root(root.parent) if self._here and self._here in root.parents else None
        if outer:
            around = self._get_revision(outer)
            inside = root.relative_to(around.top).as_posix()
            if around.tree.find_submodule(inside) == inside:
                return Revision(around.tree.entries[inside].digest, root)
            # A new submodule: its files were the outer repository's before.
            if is_submodule(find_repository(outer), root.relative_to(outer).as_posix()):
                return around
        return self._find_revision(self._revision_name, root)


def _find_nearest_folder(folder: Path) -> Path:
    """The nearest existing folder."""
    return next(each for each in (folder, *folder.parents) if is_folder(each))

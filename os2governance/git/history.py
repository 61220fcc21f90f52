"""Resolution of a revision's name for folders, which may lie in separate repositories."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from os2governance.cli.bilingual_click import UsageError
from os2governance.files import paths as pathkind
from os2governance.git.revision import Revision, is_submodule, top_of
from os2governance.i18n.text import Text


class Held(NamedTuple):
    """The revision that contains a folder, and the folder's path in it; "" is the top."""

    revision: Revision
    inside: str


class Past:
    """The repositories of some folders, each at the commit that a revision's name means there.

    The name is resolved in the repository of the current folder, for everything below it: for a
    submodule it means the commit that the outer commit records. Elsewhere the name is resolved in
    the folder's own repository.
    """

    def __init__(
        self, name: str, found: Callable[[str, Path | None], Revision] = Revision
    ) -> None:
        """Start with no repository; each is read with `found` on demand."""
        self._name = name
        self._found = found
        self._known: dict[Path, Revision] = {}
        self._roots: dict[Path, Path | None] = {}
        try:
            self._here: Path | None = top_of()
        except UsageError:
            self._here = None

    @property
    def revisions(self) -> list[Revision]:
        """The revisions that have been read, each once."""
        return list({revision.top: revision for revision in self._known.values()}.values())

    def holding(self, folder: Path) -> Held:
        """The revision that contains a folder, and its path there, whether or not it existed then.

        Raises:
            UsageError: when it is in no repository, or the revision cannot be read there.
        """
        real = Path(os.path.realpath(folder))
        revision = self._revision(self.root(real) or top_of(_nearest(real)))
        inside = real.relative_to(revision.top).as_posix()
        held = Held(revision, "" if inside == "." else inside)
        if lost := revision.tree.submodule(held.inside):
            where = revision.top / lost
            raise UsageError(
                Text(
                    f"{where} er et modul i '{self._name}', og dets repositorium er her ikke; "
                    "hent det med `git submodule update --init`.",
                    f"{where} is a submodule in '{self._name}', and its repository is not here; "
                    "fetch it with `git submodule update --init`.",
                )
            )
        return held

    def beside(self, folder: Path) -> Held | None:
        """The same for a folder within a repository that has already been read; None elsewhere."""
        real = Path(os.path.realpath(folder))
        known = any(real.is_relative_to(top) for top in self._known)
        return self.holding(folder) if known else None

    def root(self, folder: Path) -> Path | None:
        """The top of the repository that a folder is in, with links resolved; None without one."""
        if folder not in self._roots:
            here = folder == self._here or os.path.lexists(folder / ".git")
            above = folder.parent if folder.parent != folder else None
            self._roots[folder] = folder if here else self.root(above) if above else None
        return self._roots[folder]

    def _revision(self, root: Path) -> Revision:
        if root not in self._known:
            self._known[root] = self._read(root)
        return self._known[root]

    def _read(self, root: Path) -> Revision:
        if root == self._here:
            return self._found(self._name, None)
        outer = self.root(root.parent) if self._here and self._here in root.parents else None
        if outer:
            around = self._revision(outer)
            inside = root.relative_to(around.top).as_posix()
            if around.tree.submodule(inside) == inside:
                return Revision(around.tree.entries[inside].digest, root)
            if is_submodule(root):  # a new submodule: its files were the outer repository's before
                return around
        return self._found(self._name, root)


def _nearest(folder: Path) -> Path:
    """The nearest existing folder."""
    return next(each for each in (folder, *folder.parents) if pathkind.is_folder(each))

"""The files of a commit as a tree of folders, with symbolic links resolved."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import NamedTuple

LINK_MODE, SUBMODULE_MODE = "120000", "160000"
MAX_LINKS = 40
"""Most links to follow, as in Linux, before they count as a loop."""


MAX_TARGET_LENGTH = 4096
"""Longest link target that a system follows; a longer one counts as a link to itself."""


class TreeEntry(NamedTuple):
    """An entry of a git tree: its mode and its digest."""

    mode: str
    digest: str

    @property
    def is_file(self) -> bool:
        """Whether it is a regular file, not a link or a submodule."""
        return self.mode.startswith("100")


class CommitTree:
    """The entries of a commit by their paths from the top of the repository.

    `targets` returns the link targets by their paths; it is called at most once, on demand.
    """

    def __init__(
        self, top: str, entries: Mapping[str, TreeEntry], targets: Callable[[], Mapping[str, str]]
    ) -> None:
        """Sort the paths, so that a folder's entries are adjacent."""
        self.entries = entries
        self._top = top
        self._names = sorted(entries)
        self._linked = any(entry.mode == LINK_MODE for entry in entries.values())
        self._read_targets = targets
        self._targets: Mapping[str, str] | None = None

    def list_names(self, folder: str) -> Iterator[str]:
        """Yield the names directly in a folder, in sorted order."""
        where = self.resolve(folder)
        if where is None:
            return
        head = f"{where}/" if where else ""
        at = bisect_left(self._names, head)
        while at < len(self._names) and self._names[at].startswith(head):
            child, below, _ = self._names[at][len(head) :].partition("/")
            yield child
            at = (
                bisect_left(self._names, f"{head}{child}0") if below else at + 1
            )  # "0" follows "/" in ASCII

    def holds(self, name: str) -> bool:
        """Whether an entry exists at a path; a broken link counts."""
        return self._resolve_parent(name) is not None

    def find_file(self, name: str) -> TreeEntry | None:
        """The file at a path; None where there is none.

        A link is followed as in the work tree: only while it stays within the parent of the file's
        folder.
        """
        own = self._resolve_parent(name)
        entry = self.entries[own] if own is not None else None
        if entry is None or entry.is_file:
            return entry
        real = self.resolve(name)
        above = self.resolve(dirname(dirname(name))) if "/" in name else ""
        if real is None or above is None or not _is_within(real, above):
            return None
        entry = self.entries.get(real)
        return entry if entry and entry.is_file else None

    def find_submodule(self, name: str) -> str | None:
        """The path of the submodule that a path is or lies in; None where it is in none."""
        parts = name.split("/")
        ways = ("/".join(parts[:count]) for count in range(1, len(parts) + 1))
        return next(
            (w for w in ways if w in self.entries and self._get_mode(w) == SUBMODULE_MODE), None
        )

    def resolve(self, name: str) -> str | None:
        """The path of a file or folder with all links resolved; None where it does not exist."""
        if not self._linked:
            plain = normpath(name) if name else ""
            return self._find_existing("" if plain == "." else plain)
        whole = self._follow_links(name)
        inside = None if whole is None else self._make_relative(whole)
        return None if inside is None else self._find_existing(inside)

    def leads_out(self, name: str, folder: str) -> bool:
        """Whether an entry is a link that leads out of a folder, or through links that do."""
        own = self._resolve_parent(name)
        if own is None or self._get_mode(own) != LINK_MODE:
            return False
        real, above = self._follow_links(name), self._follow_links(folder)
        return bool(real and above) and real != above and not _is_within(real or "", above or "")

    def _follow_links(self, name: str) -> str | None:
        """The whole path of a file or folder with all links resolved; None for a ring of them."""
        done, todo, jumps = self._top, name.split("/")[::-1], 0
        while todo:
            part = todo.pop()
            if part in {"", "."}:
                continue
            if part == "..":
                done = dirname(done)
                continue
            target = self._find_link_target(join(done, part))
            if target is None:
                done = join(done, part)
                continue
            jumps += 1
            if jumps > MAX_LINKS:
                return None
            todo += target.split("/")[::-1]
            done = "/" if target.startswith("/") else done
        return done

    def _resolve_parent(self, name: str) -> str | None:
        """A path with the links of its folder resolved; None where there is no such entry."""
        if name in self.entries:
            return name
        folder = self.resolve(dirname(name)) if self._linked else None
        own = join(folder, name.rpartition("/")[2]) if folder is not None else None
        return own if own in self.entries else None

    def _find_existing(self, name: str) -> str | None:
        if not name or name in self.entries:
            return name
        at = bisect_left(self._names, f"{name}/")
        below = at < len(self._names) and self._names[at].startswith(f"{name}/")
        return name if below else None

    def _get_mode(self, name: str) -> str:
        return self.entries[name].mode

    def _find_link_target(self, whole: str) -> str | None:
        inside = self._make_relative(whole)
        if inside is None or inside not in self.entries or self._get_mode(inside) != LINK_MODE:
            return None
        if self._targets is None:
            self._targets = self._read_targets()
        target = self._targets[inside]
        return target if len(target) <= MAX_TARGET_LENGTH else whole

    def _make_relative(self, whole: str) -> str | None:
        """A path relative to the top of the repository; None outside it."""
        if whole == self._top:
            return ""
        return whole.removeprefix(f"{self._top}/") if _is_within(whole, self._top) else None


def _is_within(name: str, folder: str) -> bool:
    return not folder or name.startswith(f"{folder}/")

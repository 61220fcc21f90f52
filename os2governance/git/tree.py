"""The files of a commit, as folders: which there are, and where the links among them lead."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import NamedTuple

LINK, SUBMODULE = "120000", "160000"
MOST_LINKS = 40
"""As many as Linux follows before it takes them for a ring."""


LONGEST_PATH = 4096
"""No system follows a link with more in it; here it leads to itself."""


class Entry(NamedTuple):
    """What git keeps under a name: what kind of thing, and its digest."""

    mode: str
    digest: str

    @property
    def is_file(self) -> bool:
        """Whether it is a file, and no link and no repository of its own."""
        return self.mode.startswith("100")


class Tree:
    """The entries of a commit by their names from the top of the repository.

    `targets` gives what the links say, by their names; it is asked once, if there is need.
    """

    def __init__(
        self, top: str, entries: Mapping[str, Entry], targets: Callable[[], Mapping[str, str]]
    ) -> None:
        """Keep the names in order, so that a folder's stand together."""
        self.entries = entries
        self._top = top
        self._names = sorted(entries)
        self._linked = any(entry.mode == LINK for entry in entries.values())
        self._ask = targets
        self._targets: Mapping[str, str] | None = None

    def names(self, folder: str) -> Iterator[str]:
        """Give what is directly in a folder, in the order of the names."""
        where = self.real(folder)
        if where is None:
            return
        head = f"{where}/" if where else ""
        at = bisect_left(self._names, head)
        while at < len(self._names) and self._names[at].startswith(head):
            child, below, _ = self._names[at][len(head) :].partition("/")
            yield child
            at = (
                bisect_left(self._names, f"{head}{child}0") if below else at + 1
            )  # "0" follows "/"

    def holds(self, name: str) -> bool:
        """Whether there is something by a name: a link that leads nowhere is something too."""
        return self._own(name) is not None

    def file(self, name: str) -> Entry | None:
        """Give the file that a name means; None where it means none.

        A link is followed where reading the work tree follows it: as long as it stays within the
        folder above the file's own.
        """
        own = self._own(name)
        entry = self.entries[own] if own is not None else None
        if entry is None or entry.is_file:
            return entry
        real = self.real(name)
        above = self.real(dirname(dirname(name))) if "/" in name else ""
        if real is None or above is None or not _within(real, above):
            return None
        entry = self.entries.get(real)
        return entry if entry and entry.is_file else None

    def submodule(self, name: str) -> str | None:
        """Give the repository of its own that a name is, or is in."""
        parts = name.split("/")
        ways = ("/".join(parts[:count]) for count in range(1, len(parts) + 1))
        return next((w for w in ways if w in self.entries and self._mode(w) == SUBMODULE), None)

    def real(self, name: str) -> str | None:
        """Give the name of a file or folder, all links followed; None where there is none."""
        if not self._linked:
            whole = normpath(name) if name else ""
            return self._there("" if whole == "." else whole)
        done, todo, jumps = self._top, name.split("/")[::-1], 0
        while todo:
            part = todo.pop()
            if part in {"", "."}:
                continue
            if part == "..":
                done = dirname(done)
                continue
            target = self._target(join(done, part))
            if target is None:
                done = join(done, part)
                continue
            jumps += 1
            if jumps > MOST_LINKS:
                return None
            todo += target.split("/")[::-1]
            done = "/" if target.startswith("/") else done
        inside = self._inside(done)
        return None if inside is None else self._there(inside)

    def _own(self, name: str) -> str | None:
        """Give a name, links followed to the folder that it is in; None where nothing has it."""
        if name in self.entries:
            return name
        folder = self.real(dirname(name)) if self._linked else None
        own = join(folder, name.rpartition("/")[2]) if folder is not None else None
        return own if own in self.entries else None

    def _there(self, name: str) -> str | None:
        if not name or name in self.entries:
            return name
        at = bisect_left(self._names, f"{name}/")
        below = at < len(self._names) and self._names[at].startswith(f"{name}/")
        return name if below else None

    def _mode(self, name: str) -> str:
        return self.entries[name].mode

    def _target(self, whole: str) -> str | None:
        inside = self._inside(whole)
        if inside is None or inside not in self.entries or self._mode(inside) != LINK:
            return None
        if self._targets is None:
            self._targets = self._ask()
        target = self._targets[inside]
        return target if len(target) <= LONGEST_PATH else whole

    def _inside(self, whole: str) -> str | None:
        """Give a path from the top of the repository; None where it is not in it."""
        if whole == self._top:
            return ""
        return whole.removeprefix(f"{self._top}/") if _within(whole, self._top) else None


def _within(name: str, folder: str) -> bool:
    return not folder or name.startswith(f"{folder}/")

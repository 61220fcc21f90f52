"""The commits of a history, parents first, and the files that each has changed."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from os2governance.findings.not_possible import NotPossibleError
from os2governance.git.command import GitRepository
from os2governance.git.repository import ask_git, get_answer
from os2governance.git.revision import resolve_commit
from os2governance.git.tree import TreeEntry
from os2governance.i18n.text import _

RANGE_MARK = ".."
_NOTHING = "0" * 40
"""What build servers call the commit before the first one of a branch."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Commit:
    """A commit: its name, its parents, when it was made, and by whom.

    `day` is when it was committed, as ISO text; `author` who wrote it.
    """

    name: str
    parents: tuple[str, ...]
    day: str
    author: str


class CommitRange(NamedTuple):
    """A history: its commits, parents first, its last, and the one that it begins after.

    `start` is None for a whole history; `outside` are the parents that are not part of it.
    """

    commits: tuple[Commit, ...]
    end: str
    start: str | None
    outside: tuple[str, ...]


FileTree = Mapping[str, TreeEntry]
"""The chosen files of a commit, by their paths."""


def list_commits(repository: GitRepository, said: str) -> CommitRange:
    """List the commits of `REV..REV`, of `REV..` to now, or of all that led to `REV`.

    Raises:
        NotPossibleError: when a revision does not exist, or the history was not fetched whole.
    """
    first, mark, last = said.rpartition(RANGE_MARK)
    end = resolve_commit(last or "HEAD", repository)
    named = bool(mark and first and set(first) != {"0"})
    start = resolve_commit(first, repository) if named else None
    if (
        start is None
        and ask_git(repository, ["rev-parse", "--is-shallow-repository"]) == b"true\n"
    ):
        raise NotPossibleError(
            _(
                "Only the newest part of the history was fetched; fetch all of it: "
                "`fetch-depth: 0` of actions/checkout on GitHub, `GIT_DEPTH: 0` on GitLab, "
                "else `git fetch --unshallow`."
            )
        )
    listed = ask_git(
        repository,
        ["log", "--topo-order", "--reverse", "-z", "--format=%H%n%P%n%cI%n%an", end]
        + ([f"^{start}"] if start else [])
        + ["--"],
    )
    commits = tuple(map(_parse_commit, filter(None, listed.split(b"\0"))))
    known = {each.name for each in commits}
    parents = dict.fromkeys(parent for each in commits for parent in each.parents)
    outside = [each for each in (*parents, start, end) if each and each not in known]
    return CommitRange(commits, end, start, tuple(dict.fromkeys(outside)))


def _parse_commit(said: bytes) -> Commit:
    name, parents, day, author = said.decode(errors="replace").split("\n", 3)
    return Commit(name=name, parents=tuple(parents.split()), day=day, author=author.strip())


def is_ancestor(repository: GitRepository, older: str, newer: str) -> bool:
    """Whether a commit led to another one."""
    return get_answer(repository, ["merge-base", "--is-ancestor", older, newer]).exit_code == 0


def read_file_trees(
    repository: GitRepository, history: CommitRange, is_wanted: Callable[[str], bool]
) -> dict[str, FileTree]:
    """The wanted files of each commit of a history, and of those that it begins after.

    Commits that changed none share the tree of their first parent.
    """
    trees: dict[str, FileTree] = {
        name: _read_tree(repository, name, is_wanted) for name in history.outside
    }
    changes = _read_changes(repository, history.commits)
    for commit in history.commits:
        before = trees[commit.parents[0]] if commit.parents else {}
        own = [(path, entry) for path, entry in changes[commit.name] if is_wanted(path)]
        if own:
            now = {**before, **dict(own)}
            trees[commit.name] = {path: each for path, each in now.items() if each is not None}
        else:
            trees[commit.name] = before
    return trees


def _read_tree(repository: GitRepository, name: str, is_wanted: Callable[[str], bool]) -> FileTree:
    listed = ask_git(repository, ["ls-tree", "-r", "-z", "--full-tree", name])
    found = {}
    for each in filter(None, listed.split(b"\0")):
        head, _tab, path = each.partition(b"\t")
        mode, _kind, digest = head.decode().split()
        if is_wanted(os.fsdecode(path)):
            found[os.fsdecode(path)] = TreeEntry(mode, digest)
    return found


def _read_changes(
    repository: GitRepository, commits: Sequence[Commit]
) -> dict[str, list[tuple[str, TreeEntry | None]]]:
    """The files that differ from the first parent, by commit; None where one is gone."""
    asked = "".join(f"{' '.join((each.name, *each.parents[:1]))}\n" for each in commits).encode()
    options = [
        "--stdin",
        "--root",
        "-m",
        "-r",
        "-z",
        "--no-renames",
        "--full-index",
        "--no-abbrev",
    ]
    words = iter(ask_git(repository, ["diff-tree", *options], asked).split(b"\0"))
    return _parse_changes(words, {each.name for each in commits})


def _parse_changes(
    words: Iterable[bytes], names: set[str]
) -> dict[str, list[tuple[str, TreeEntry | None]]]:
    found: dict[str, list[tuple[str, TreeEntry | None]]] = {name: [] for name in names}
    own: list[tuple[str, TreeEntry | None]] = []
    rest: Iterator[bytes] = iter(words)
    for word in rest:
        if word.startswith(b":"):
            _mode, mode, _digest, digest, kind = word[1:].decode().split()
            path = os.fsdecode(next(rest))
            own.append((path, None if kind == "D" else TreeEntry(mode, digest)))
        elif word:
            own = found[word.decode().strip().split()[0]]
    return found

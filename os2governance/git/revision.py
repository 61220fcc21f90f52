"""A revision in git: the commit that a name means, the files in it, and their bytes.

The work tree is not touched.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from os2governance.documents.text_reader import MAX_BYTES
from os2governance.findings.not_possible import NotPossibleError
from os2governance.git.command import GitRepository
from os2governance.git.repository import (
    ask_git,
    explain_failure,
    find_repository,
    find_top,
    get_answer,
)
from os2governance.git.tree import LINK_MODE, SUBMODULE_MODE, CommitTree, TreeEntry
from os2governance.i18n.text import Text, _

TOO_LARGE = bytes(MAX_BYTES + 1)
"""Content of a file that is too large: one byte over the limit, so that readers refuse it."""


class Revision:
    """The commit that a name means in a repository, and its files."""

    def __init__(self, name: str, top: Path | None = None) -> None:
        """Resolve the commit, in the current folder's repository or in the one with this `top`.

        Raises:
            NotPossibleError: without git, a repository, or such a revision.
        """
        self._repository = find_repository(top)
        self.top = self._repository.top
        self.commit = resolve_commit(name, self._repository)
        listed = _read_objects(
            self._repository, ["ls-tree", "-r", "-z", "--full-tree", self.commit]
        )
        entries = dict(map(_parse_entry, filter(None, listed.split(b"\0"))))
        self.tree = CommitTree(str(self.top), entries, self._read_link_targets)

    def _read_link_targets(self) -> Mapping[str, str]:
        links = {
            n: entry.digest for n, entry in self.tree.entries.items() if entry.mode == LINK_MODE
        }
        said = self.read_blobs(links.values())
        return {name: os.fsdecode(said[digest]) for name, digest in links.items()}

    def read_blobs(self, digests: Iterable[str]) -> Mapping[str, bytes]:
        """Read the blobs with the given digests; TOO_LARGE stands for one above the size limit.

        Raises:
            NotPossibleError: when the repository lacks one.
        """
        wanted = list(dict.fromkeys(digests))
        sizes = self._run_batch(["cat-file", "--batch-check=%(objectsize)"], wanted).split(b"\n")
        known = [(d, int(size)) for d, size in zip(wanted, sizes, strict=False) if size.isdigit()]
        if len(known) < len(wanted):
            lacks = next(size for size in sizes if not size.isdigit()).decode()
            raise NotPossibleError(_explain_missing_object(self._repository, lacks))
        small = [digest for digest, size in known if size <= MAX_BYTES]
        data = self._run_batch(["cat-file", "--batch"], small)
        found = dict.fromkeys(wanted, TOO_LARGE)
        start = 0
        for digest in small:
            line_end = data.index(b"\n", start)
            stop = line_end + 1 + int(data[start:line_end].split()[2])
            found[digest] = data[line_end + 1 : stop]
            start = stop + 1
        return found

    def _run_batch(self, arguments: Sequence[str], digests: Sequence[str]) -> bytes:
        given = "".join(f"{digest}\n" for digest in digests).encode()
        return _read_objects(self._repository, arguments, given) if digests else b""


MERGE_BASE_SUFFIX = "..."
"""Suffix of a name, as git writes it: the merge base of the named branch and HEAD."""


def find_revision(name: str, top: Path | None = None) -> Revision:
    """Resolve the revision that a name means, with or without the merge-base suffix.

    Raises:
        NotPossibleError: as `Revision` does, and when there is no commit in common.
    """
    other = name.removesuffix(MERGE_BASE_SUFFIX)
    if other == name:
        return Revision(name, top)
    repository = find_repository(top)
    commit = resolve_commit(other, repository)
    return Revision(_find_merge_base(commit, name, repository), top)


def has_newer_commits(name: str) -> bool:
    """Whether the named branch has commits since its merge base with HEAD."""
    try:
        repository = find_repository()
        commit = resolve_commit(name, repository)
        return _find_merge_base(commit, name, repository) != commit
    except NotPossibleError:
        return False


def resolve_commit(name: str, repository: GitRepository) -> str:
    """The commit that a name means.

    Raises:
        NotPossibleError: when there is none.
    """
    asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
    return _ask_for_revision(name, asked, repository)


def _find_merge_base(commit: str, name: str, repository: GitRepository) -> str:
    return _ask_for_revision(name, ["merge-base", commit, "HEAD"], repository)


def _ask_for_revision(name: str, arguments: Sequence[str], repository: GitRepository) -> str:
    """Ask git for a commit; where there is none, the named revision does not exist."""
    answer = get_answer(repository, arguments)
    if answer.exit_code:
        raise NotPossibleError(_explain_missing_revision(name, repository))
    return answer.output.decode().strip()


def _parse_entry(listed: bytes) -> tuple[str, TreeEntry]:
    head, _, name = listed.partition(b"\t")
    mode, _, digest = head.decode().split()
    return os.fsdecode(name), TreeEntry(mode, digest)


def is_submodule(repository: GitRepository, name: str) -> bool:
    """Whether a folder of a repository is a submodule of it now, by its path from the top."""
    listed = ask_git(repository, ["ls-files", "--stage", "--", name])
    return listed.startswith(f"{SUBMODULE_MODE} ".encode())


def list_work_tree_files(top: Path) -> list[str]:
    """Files of a work tree, tracked or not ignored, as paths relative to its top."""
    asked = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = ask_git(find_repository(top), asked)
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def find_commit_by_date(day: date) -> str | None:
    """The newest commit made on or before a day; None without a repository or commit."""
    # In seconds: git reads no date of a year after 2099.
    last = max(int(datetime.combine(day, time.max, UTC).timestamp()), 0)
    asked = ["rev-list", "-1", f"--before=@{last} +0000", "HEAD", "--"]
    try:
        found = ask_git(find_repository(), asked)
    except NotPossibleError:
        return None
    return found.decode().strip() or None


def _read_objects(repository: GitRepository, arguments: Sequence[str], data: bytes = b"") -> bytes:
    """Ask git for objects, which a partial clone may lack."""
    answer = get_answer(repository, arguments, data)
    if answer.exit_code:
        raise NotPossibleError(_explain_missing_object(repository, answer.message))
    return answer.output


def _explain_missing_object(repository: GitRepository, said: str) -> Text:
    """The message for an object that is not there; in a partial clone, how to fetch it."""
    if get_answer(repository, ["config", "--get-regexp", r"^remote\..*\.promisor$"]).exit_code:
        return explain_failure(said, repository.top)
    return _(
        "Some files of that revision are not in the repository {where}: it is a partial clone "
        "(`--filter`), and nothing is fetched while it is read. Fetch the rest with "
        "`git fetch --refetch --no-filter`, or clone without `--filter`."
    ).fill(where=repository.top)


def _explain_missing_revision(name: str, repository: GitRepository) -> Text:
    """The message for an unknown revision; in a shallow clone it advises to fetch the history."""
    where = "" if repository.top == find_top(Path()) else f" ({repository.top})"
    words = _("There is no revision '{name}'{where}.").fill(name=name, where=where)
    shallow = ask_git(repository, ["rev-parse", "--is-shallow-repository"]).strip()
    if shallow != b"true":
        return words
    return _(
        "{words} Only the newest part of the history was fetched; fetch all of it: "
        "`fetch-depth: 0` of actions/checkout on GitHub, `GIT_DEPTH: 0` on GitLab, "
        "else `git fetch --unshallow`."
    ).fill(words=words)

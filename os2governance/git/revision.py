"""A revision in git: the commit that a name means, the files in it, and their bytes.

The work tree is not touched; git is run with a list of arguments, and names are passed so that it
takes them literally.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from os2governance.documents.yaml_reader import MAX_BYTES
from os2governance.findings.not_possible import NotPossibleError
from os2governance.git.command import run_git
from os2governance.git.tree import LINK_MODE, CommitTree, TreeEntry
from os2governance.i18n.text import Text, _, as_text

TOO_LARGE = bytes(MAX_BYTES + 1)
"""Content of a file that is too large: one byte over the limit, so that readers refuse it."""


class Revision:
    """The commit that a name means in a repository, and its files."""

    def __init__(self, name: str, top: Path | None = None) -> None:
        """Resolve the commit, in the current folder's repository or in the one with this `top`.

        Raises:
            NotPossibleError: without git, a repository, or such a revision.
        """
        self._folder = top
        self.top = find_repository_top(top)
        self.commit = _resolve_commit(name, top)
        listed = _ask_git(["ls-tree", "-r", "-z", "--full-tree", self.commit], at=top)
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
        if len(known) < len(wanted):  # a partial clone, or a broken repository
            lacks = next(size for size in sizes if not size.isdigit()).decode() + f" ({self.top})"
            raise NotPossibleError(as_text(f"git: {lacks}"))
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
        return _ask_git(arguments, given, at=self._folder) if digests else b""


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
    return Revision(_find_merge_base(_resolve_commit(other, top), name, top), top)


def has_newer_commits(name: str) -> bool:
    """Whether the named branch has commits since its merge base with HEAD."""
    try:
        commit = _resolve_commit(name)
        return _find_merge_base(commit, name) != commit
    except NotPossibleError:
        return False


def _resolve_commit(name: str, top: Path | None = None) -> str:
    asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
    return _ask_git(asked, missing=name, at=top).decode().strip()


def _find_merge_base(commit: str, name: str, top: Path | None = None) -> str:
    return _ask_git(["merge-base", commit, "HEAD"], missing=name, at=top).decode().strip()


def _parse_entry(listed: bytes) -> tuple[str, TreeEntry]:
    head, _, name = listed.partition(b"\t")
    mode, _, digest = head.decode().split()
    return os.fsdecode(name), TreeEntry(mode, digest)


def find_repository_top(folder: Path | None = None) -> Path:
    """The top of the repository that a folder is in; by default the current folder.

    Raises:
        NotPossibleError: when git is missing, or this is no repository.
    """
    said = _ask_git(["rev-parse", "--show-toplevel"], at=folder)
    return Path(os.path.realpath(os.fsdecode(said).rstrip("\n")))


def is_submodule(top: Path) -> bool:
    """Whether a repository is a submodule of another one now."""
    return bool(_ask_git(["rev-parse", "--show-superproject-working-tree"], at=top).strip())


def list_work_tree_files(top: Path) -> list[str]:
    """Files of a work tree, tracked or not ignored, as paths relative to its top."""
    asked = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    return [os.fsdecode(name) for name in _ask_git(asked, at=top).split(b"\0") if name]


def find_commit_by_date(day: date) -> str | None:
    """The newest commit made on or before a day; None without a repository or commit."""
    try:
        found = _ask_git(["rev-list", "-1", f"--before={day}T23:59:59Z", "HEAD", "--"])
    except NotPossibleError:
        return None
    return found.decode().strip() or None


def _ask_git(
    arguments: Sequence[str], data: bytes = b"", *, missing: str = "", at: Path | None = None
) -> bytes:
    """Run git, which must succeed, and return its output.

    `missing` is the revision that does not exist when git fails.
    """
    try:
        answer = run_git(arguments, at, data)
    except FileNotFoundError:
        raise NotPossibleError(_("git is not installed.")) from None
    if answer.exit_code == 0:
        return answer.output
    where = f" ({at})" if at else ""
    if missing:
        raise NotPossibleError(_explain_missing_revision(missing, where, at))
    if _NO_REPOSITORY in answer.message:
        raise NotPossibleError(
            _(
                "The folder is not in a git repository{where}; run the command in a folder made "
                "by git clone."
            ).fill(where=where)
        )
    raise NotPossibleError(as_text(f"git: {answer.message}{where}"))


_NO_REPOSITORY = "not a git repository"


def _explain_missing_revision(name: str, where: str, at: Path | None) -> Text:
    """The message for an unknown revision; in a shallow clone it advises to fetch the history."""
    words = _("There is no revision '{name}'{where}.").fill(name=name, where=where)
    if _ask_git(["rev-parse", "--is-shallow-repository"], at=at).strip() != b"true":
        return words
    return _(
        "{words} Only the newest part of the history was fetched; fetch all of it: "
        "`fetch-depth: 0` of actions/checkout on GitHub, `GIT_DEPTH: 0` on GitLab, "
        "else `git fetch --unshallow`."
    ).fill(words=words)

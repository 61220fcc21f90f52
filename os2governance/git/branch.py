"""A commit on a separate branch: the work tree, the index and the checkout stay untouched.

Nothing is pushed, and no hook runs.
"""

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from os2governance.files.paths import is_link
from os2governance.findings.finding import Finding, Location, make_finding
from os2governance.findings.not_possible import NotPossibleError
from os2governance.git.command import GitRepository, run_git
from os2governance.git.repository import find_top, open_repository
from os2governance.i18n.text import as_text

_FILE_MODE = "100644"
_EXECUTABLE_MODE = "100755"


class _CommitRefusedError(Exception):
    """Nothing is committed; the finding explains why."""

    def __init__(self, found: Finding) -> None:
        self.finding = found
        super().__init__(found.code)


def commit_on_branch(
    folder: Path, branch: str, files: Mapping[Path, bytes], message: str
) -> tuple[str, list[Finding]]:
    """Commit files, with the given bytes, on a branch that is not checked out anywhere.

    The branch continues from its tip, or begins at what is checked out in `folder`'s repository.
    Returns the commit's name, or an empty string and the findings that prevent it.
    """
    try:
        return _commit_files(folder, branch, files, message), []
    except _CommitRefusedError as refused:
        return "", [refused.finding]


def _commit_files(folder: Path, branch: str, files: Mapping[Path, bytes], message: str) -> str:
    place = Location(folder.as_posix())
    repository = _find_repository(folder)
    is_name = not branch.startswith(("-", "refs/"))
    if not is_name or _run_in(repository, ["check-ref-format", "--branch", branch])[0]:
        raise _CommitRefusedError(make_finding("branch-name", place, name=branch))
    ref = f"refs/heads/{branch}"
    if f"branch {ref}" in _ask_git(repository, ["worktree", "list", "--porcelain"]).splitlines():
        raise _CommitRefusedError(make_finding("branch-checked-out", place, name=branch))
    tip = _find_commit(repository, ref)
    parent = tip or _find_commit(repository, "HEAD")
    inside = {_find_name_in_repository(path, repository.top): data for path, data in files.items()}
    tree = _write_tree(repository, parent, inside)
    if parent and tree == _ask_git(repository, ["rev-parse", f"{parent}^{{tree}}"]):
        raise _CommitRefusedError(make_finding("branch-nothing-new", place, name=branch))
    parents = ["-p", parent] if parent else []
    commit = _ask_git(repository, ["commit-tree", tree, *parents], given=message.encode())
    # Only if the branch has not moved; all zeros: only if it does not exist.
    was = tip or "0" * len(commit)
    _ask_git(repository, ["update-ref", "-m", "os2governance", ref, commit, was])
    return commit


def _find_repository(folder: Path) -> GitRepository:
    place, top = Location(folder.as_posix()), find_top(folder)
    if top is None:
        raise _CommitRefusedError(make_finding("branch-no-repository", place))
    try:
        return open_repository(top)
    except NotPossibleError as error:
        raise _CommitRefusedError(
            make_finding("branch-refused", place, problem=error.text)
        ) from None


def _find_name_in_repository(path: Path, top: Path) -> str:
    """A file's path as git names it; one outside the repository, or a link, is refused."""
    whole = Path(os.path.realpath(path.parent)) / path.name
    try:
        name = whole.relative_to(os.path.realpath(top))
    except ValueError:
        raise _CommitRefusedError(
            make_finding("file-outside", Location(path.as_posix()))
        ) from None
    if ".git" in name.parts or is_link(path):
        raise _CommitRefusedError(make_finding("file-outside", Location(path.as_posix())))
    return name.as_posix()


def _find_commit(repository: GitRepository, name: str) -> str:
    """The commit that a name refers to; an empty string where there is none."""
    asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
    code, said, _ = _run_in(repository, asked)
    return "" if code else said


def _write_tree(repository: GitRepository, parent: str, files: Mapping[str, bytes]) -> str:
    """Write the parent's tree with some files changed, using a temporary index."""
    with tempfile.TemporaryDirectory(prefix="os2governance-") as beside:
        index = {"GIT_INDEX_FILE": str(Path(beside) / "index")}
        if parent:
            _ask_git(repository, ["read-tree", parent], more=index)
        for name, data in files.items():
            blob = _ask_git(
                repository, ["hash-object", "-w", "--no-filters", "--stdin"], given=data
            )
            there = _ask_git(repository, ["ls-files", "--stage", "--", name], more=index)
            mode = _EXECUTABLE_MODE if there.startswith(_EXECUTABLE_MODE) else _FILE_MODE
            entry = f"{mode} {blob}\t{name}\0".encode()
            _ask_git(repository, ["update-index", "-z", "--index-info"], given=entry, more=index)
        return _ask_git(repository, ["write-tree"], more=index)


def _ask_git(
    repository: GitRepository,
    arguments: Sequence[str],
    *,
    given: bytes = b"",
    more: Mapping[str, str] | None = None,
) -> str:
    """Run git, which must succeed, and return its output."""
    failed, said, problem = _run_in(repository, arguments, given, more)
    if not failed:
        return said
    place = Location(repository.top.as_posix())
    raise _CommitRefusedError(
        make_finding("branch-refused", place, problem=as_text(problem or "git"))
    )


def _run_in(
    repository: GitRepository,
    arguments: Sequence[str],
    data: bytes = b"",
    variables: Mapping[str, str] | None = None,
) -> tuple[int, str, str]:
    """The exit code of git, its output as text, and its message."""
    try:
        answer = run_git(arguments, repository, data, variables)
    except OSError as error:
        return 1, "", error.strerror or str(error)
    return answer.exit_code, answer.output.decode(errors="replace").strip(), answer.message

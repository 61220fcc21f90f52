"""A commit on a separate branch: the work tree, the index and the checkout stay untouched.

Nothing is pushed, and no commit hook runs.
"""

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from os2governance.files import paths as pathkind
from os2governance.findings.finding import Finding, Place, finding
from os2governance.i18n.text import both

_FILE = "100644"
_EXECUTABLE = "100755"


class _RefusedError(Exception):
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
        return _committed(folder, branch, files, message), []
    except _RefusedError as refused:
        return "", [refused.finding]


def _committed(folder: Path, branch: str, files: Mapping[Path, bytes], message: str) -> str:
    place = Place(folder.as_posix())
    top = Path(_asked(folder, ["rev-parse", "--show-toplevel"], "branch-no-repository"))
    if branch.startswith("-") or _git(top, ["check-ref-format", "--branch", branch])[0]:
        raise _RefusedError(finding("branch-name", place, name=branch))
    ref = f"refs/heads/{branch}"
    if f"branch {ref}" in _asked(top, ["worktree", "list", "--porcelain"]).splitlines():
        raise _RefusedError(finding("branch-checked-out", place, name=branch))
    tip = _commit(top, ref)
    parent = tip or _commit(top, "HEAD")
    inside = {_inside(path, top): data for path, data in files.items()}
    tree = _tree(top, parent, inside)
    if parent and tree == _asked(top, ["rev-parse", f"{parent}^{{tree}}"]):
        raise _RefusedError(finding("branch-nothing-new", place, name=branch))
    parents = ["-p", parent] if parent else []
    commit = _asked(top, ["commit-tree", tree, *parents], given=message.encode())
    # Only if the branch has not moved; all zeros: only if it does not exist.
    was = tip or "0" * len(commit)
    _asked(top, ["update-ref", "-m", "os2governance", ref, commit, was])
    return commit


def _inside(path: Path, top: Path) -> str:
    """A file's path as git names it; one outside the repository, or a link, is refused."""
    whole = Path(os.path.realpath(path.parent)) / path.name
    try:
        name = whole.relative_to(os.path.realpath(top))
    except ValueError:
        raise _RefusedError(finding("file-outside", Place(path.as_posix()))) from None
    if ".git" in name.parts or pathkind.is_link(path):
        raise _RefusedError(finding("file-outside", Place(path.as_posix())))
    return name.as_posix()


def _commit(top: Path, name: str) -> str:
    """The commit that a name refers to; an empty string where there is none."""
    asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
    code, said, _ = _git(top, asked)
    return "" if code else said


def _tree(top: Path, parent: str, files: Mapping[str, bytes]) -> str:
    """Write the parent's tree with some files changed, using a temporary index."""
    with tempfile.TemporaryDirectory(prefix="os2governance-") as beside:
        index = {"GIT_INDEX_FILE": str(Path(beside) / "index")}
        if parent:
            _asked(top, ["read-tree", parent], more=index)
        for name, data in files.items():
            blob = _asked(top, ["hash-object", "-w", "--no-filters", "--stdin"], given=data)
            there = _asked(top, ["ls-files", "--stage", "--", name], more=index)
            mode = _EXECUTABLE if there.startswith(_EXECUTABLE) else _FILE
            entry = f"{mode} {blob}\t{name}\0".encode()
            _asked(top, ["update-index", "-z", "--index-info"], given=entry, more=index)
        return _asked(top, ["write-tree"], more=index)


def _asked(
    top: Path,
    arguments: Sequence[str],
    code: str = "",
    *,
    given: bytes = b"",
    more: Mapping[str, str] | None = None,
) -> str:
    """Run git, which must succeed, and return its output; `code` is the finding of a failure."""
    failed, said, problem = _git(top, arguments, given, more)
    if not failed:
        return said
    place = Place(top.as_posix())
    if code:
        raise _RefusedError(finding(code, place))
    raise _RefusedError(finding("branch-refused", place, problem=both(problem or "git")))


def _git(
    top: Path,
    arguments: Sequence[str],
    given: bytes = b"",
    more: Mapping[str, str] | None = None,
) -> tuple[int, str, str]:
    own = {key: said for key, said in os.environ.items() if key not in _NOT_OURS}
    environment = {**own, "GIT_LITERAL_PATHSPECS": "1", "LC_ALL": "C", **(more or {})}
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            ["git", "-C", str(top), *arguments],  # noqa: S607 - the git on the user's PATH
            input=given,
            capture_output=True,
            check=False,
            env=environment,
        )
    except OSError as error:
        return 1, "", error.strerror or "git"
    said, problem = (each.decode(errors="replace").strip() for each in (done.stdout, done.stderr))
    return done.returncode, said, problem


_NOT_OURS = frozenset({"GIT_INDEX_FILE", "GIT_DIR", "GIT_WORK_TREE"})
"""Set inside a git hook; they would redirect us to another index or work tree."""

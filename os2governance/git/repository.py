"""The repository that holds a folder: found by its `.git`, and by nothing that was committed."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from os2governance.findings.not_possible import NotPossibleError
from os2governance.git.command import (
    PROGRAM_SECTIONS,
    GitAnswer,
    GitRepository,
    ask_where,
    run_git,
)
from os2governance.i18n.text import Text, _, as_text

GIT_NAME = ".git"
_CEILINGS = "GIT_CEILING_DIRECTORIES"


def find_top(folder: Path) -> Path | None:
    """The top of the work tree that a folder lies in, links resolved; None where it is in none.

    Only `.git` counts, which git lets nobody commit. A folder that has what git's own folder has
    (`HEAD`, `objects`, `refs`) is a repository to git too, and may have come with a commit.
    """
    here = Path(os.path.realpath(folder))
    stops = {
        os.path.realpath(each)
        for each in os.environ.get(_CEILINGS, "").split(os.pathsep)
        if os.path.isabs(each)  # noqa: PTH117 - empty without one
    }
    for each in (here, *here.parents):
        if each != here and str(each) in stops:
            return None
        if is_work_tree_top(each):
            return each
    return None


def is_work_tree_top(folder: Path) -> bool:
    """Whether a folder holds git's own folder, or the file that names it."""
    path = folder / GIT_NAME
    if not os.path.isdir(path):  # noqa: PTH112 - no error where it may not be looked at
        return os.path.isfile(path)  # noqa: PTH113 - the same
    return all(os.path.lexists(path / name) for name in ("HEAD", "objects", "refs"))


def open_repository(top: Path) -> GitRepository:
    """The repository of a work tree, if git finds it to be one that this user may trust.

    Raises:
        NotPossibleError: without git, and where it refuses.
    """
    answer = _start(lambda: ask_where(top))
    place = Path(os.fsdecode(answer.output).rstrip("\n"))
    if answer.exit_code:
        raise NotPossibleError(explain_failure(answer.message, top))
    if os.path.realpath(place) == str(top):  # `.git` is none, and the folder looks like one
        raise NotPossibleError(_explain_no_repository(top))
    plain = GitRepository(top, place)
    sections = "|".join(PROGRAM_SECTIONS)
    asked = ["--name-only", "-z", "--get-regexp", rf"^({sections})\..*\."]
    listed = get_answer(plain, ["config", *asked])
    keys = [os.fsdecode(each) for each in listed.output.split(b"\0") if each]
    return plain._replace(programs=tuple(sorted({key.rpartition(".")[0] for key in keys})))


def find_repository(folder: Path | None = None) -> GitRepository:
    """The repository that a folder lies in; by default the current folder.

    Raises:
        NotPossibleError: when git is missing, or this is no repository.
    """
    top = find_top(folder or Path())
    if top is None:
        raise NotPossibleError(_explain_no_repository(folder))
    return open_repository(top)


def ask_git(repository: GitRepository, arguments: Sequence[str], data: bytes = b"") -> bytes:
    """Run git, which must succeed, and return its output.

    Raises:
        NotPossibleError: when it fails, with what it says.
    """
    answer = get_answer(repository, arguments, data)
    if answer.exit_code:
        raise NotPossibleError(explain_failure(answer.message, repository.top))
    return answer.output


def get_answer(
    repository: GitRepository, arguments: Sequence[str], data: bytes = b""
) -> GitAnswer:
    """Run git, which may fail.

    Raises:
        NotPossibleError: when it cannot be started, or does not answer.
    """
    return _start(lambda: run_git(arguments, repository, data))


def _start(run: Callable[[], GitAnswer]) -> GitAnswer:
    try:
        return run()
    except FileNotFoundError:
        raise NotPossibleError(_("git is not installed.")) from None
    except OSError as error:
        raise NotPossibleError(as_text(f"git: {error.strerror or error}")) from None


def explain_failure(message: str, top: Path) -> Text:
    """Why git failed in a repository, in its own words."""
    return as_text(f"git: {message} ({top})")


def _explain_no_repository(folder: Path | None) -> Text:
    return _(
        "The folder is not in a git repository{where}; run the command in a folder made "
        "by git clone."
    ).fill(where=f" ({folder})" if folder else "")

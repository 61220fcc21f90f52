"""Running git: with a list of arguments, paths taken literally, and answers in English."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_REPOSITORY_VARIABLES = frozenset(
    {
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_INDEX_FILE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_WORK_TREE",
    }
)
"""Variables that git sets in a hook, and that hold for the repository of that hook alone."""


class GitAnswer(NamedTuple):
    """What git answered: its exit code, its output, and its message."""

    exit_code: int
    output: bytes
    message: str


def run_git(
    arguments: Sequence[str],
    folder: Path | None = None,
    data: bytes = b"",
    variables: Mapping[str, str] | None = None,
) -> GitAnswer:
    """Run git in the repository of a folder, by default of the current one.

    Raises:
        OSError: when git cannot be started.
    """
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not folder or name not in _REPOSITORY_VARIABLES
    }
    place = ["-C", str(folder)] if folder else []
    done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
        ["git", *place, *arguments],  # noqa: S607 - the git on the user's PATH
        input=data,
        capture_output=True,
        check=False,
        env={**inherited, "GIT_LITERAL_PATHSPECS": "1", "LC_ALL": "C", **(variables or {})},
    )
    return GitAnswer(done.returncode, done.stdout, done.stderr.decode(errors="replace").strip())

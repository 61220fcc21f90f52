"""Running git: our own list of commands, and nothing that a repository's settings ask to run.

A repository is somebody else's. Its settings may name programs (hooks, monitors of files, filters,
viewers, helpers of a network), and a folder that was only committed may look like git's own. So
git is told where the repository is, is never left to look for it, and every setting that runs a
program is overruled; what it would fetch from a network is missing instead.
"""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

TIMEOUT_SECONDS = 300
"""The longest that git may take: a file of a repository may be a pipe that nobody writes to."""


class GitRepository(NamedTuple):
    """A repository: the top of its work tree, and git's own folder.

    `programs` are the hooks and filters that settings define, such as `hook.lint`.
    """

    top: Path
    git_folder: Path
    programs: tuple[str, ...] = ()


class GitAnswer(NamedTuple):
    """What git answered: its exit code, its output, and its message."""

    exit_code: int
    output: bytes
    message: str


_NO_DIFF_PROGRAMS = ("--no-ext-diff", "--no-textconv")
_COMMANDS: Mapping[str, tuple[str, ...]] = {
    "blame": ("--no-textconv",),
    "cat-file": (),
    "check-ref-format": (),
    "commit-tree": (),
    "config": (),
    "diff-tree": _NO_DIFF_PROGRAMS,
    "for-each-ref": (),
    "hash-object": (),
    "log": (*_NO_DIFF_PROGRAMS, "--no-show-signature", "--no-mailmap"),
    "ls-files": (),
    "ls-tree": (),
    "merge-base": (),
    "read-tree": (),
    "rev-list": (),
    "rev-parse": (),
    "update-index": (),
    "update-ref": (),
    "worktree": (),
    "write-tree": (),
}
"""The commands that are run, each with the options without which it may run other programs."""

_SETTINGS = (
    "commit.gpgSign=false",
    "core.alternateRefsCommand=",
    "core.askPass=",
    "core.editor=:",
    "core.fsmonitor=",
    "core.gitProxy=",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.sshCommand=",
    "credential.helper=",
    "diff.external=",
    "gc.auto=0",
    # Where a signature is asked for, by the programs that git itself would take.
    "gpg.openpgp.program=gpg",
    "gpg.program=gpg",
    "gpg.ssh.defaultKeyCommand=",
    "gpg.ssh.program=ssh-keygen",
    "gpg.x509.program=gpgsm",
    "maintenance.auto=false",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
    "submodule.recurse=false",
)
"""Settings that hold whatever a repository's are."""

PROGRAM_SECTIONS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "filter": (("clean", ""), ("process", ""), ("required", "false"), ("smudge", "")),
    "hook": (("enabled", "false"), ("event", "")),  # since 2.54, beside those in a folder
}
"""Sections of settings that define programs under names of their own, and what turns one off."""

_VARIABLES: Mapping[str, str] = {
    "GIT_ALLOW_PROTOCOL": "none",  # unlike protocol.allow, no repository's setting overrules it
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_INHERITED = ("GIT_AUTHOR_", "GIT_COMMITTER_", "GIT_CONFIG_GLOBAL", "GIT_EXEC_PATH")
"""Git's own variables that are kept: who commits. The rest may be of the repository of a hook."""


def run_git(
    arguments: Sequence[str],
    repository: GitRepository,
    data: bytes = b"",
    variables: Mapping[str, str] | None = None,
) -> GitAnswer:
    """Run one of git's commands in a repository.

    Raises:
        OSError: when git cannot be started, or does not answer.
    """
    places = (f"--git-dir={repository.git_folder}", f"--work-tree={repository.top}")
    own = {
        **_disable_programs(repository.programs),
        "GIT_CONFIG_NOSYSTEM": "1",
        **(variables or {}),
    }
    return _run([*places, *_complete(arguments)], repository.top, data, own)


def ask_where(top: Path) -> GitAnswer:
    """Run git at the top of a work tree, to have it say where its own folder is.

    Here alone git looks for a repository, in this folder and none above, and reads the settings
    of the system: they may say whose repositories are to be trusted.
    """
    own = {"GIT_CEILING_DIRECTORIES": str(top.parent)}
    return _run(_complete(["rev-parse", "--absolute-git-dir"]), top, b"", own)


def _complete(arguments: Sequence[str]) -> list[str]:
    command, *rest = arguments
    return [command, *_COMMANDS[command], *rest]


def _run(
    arguments: Sequence[str], folder: Path, data: bytes, variables: Mapping[str, str]
) -> GitAnswer:
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_INHERITED)
    }
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            [find_git(), "-C", str(folder), "--no-pager", *settings, *arguments],
            input=data,
            capture_output=True,
            check=False,
            env={**inherited, **_VARIABLES, **variables},
            timeout=TIMEOUT_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise TimeoutError(f"git: no answer in {TIMEOUT_SECONDS} seconds") from None
    return GitAnswer(done.returncode, done.stdout, done.stderr.decode(errors="replace").strip())


def _disable_programs(names: Sequence[str]) -> Mapping[str, str]:
    """Variables that turn off hooks and filters of settings, which have names of their own.

    As variables: on the command line such a name would end at its first "=".
    """
    settings = [
        (f"{name}.{key}", value)
        for name in names
        for key, value in PROGRAM_SECTIONS[name.partition(".")[0]]
    ]
    variables = {"GIT_CONFIG_COUNT": str(len(settings))}
    for number, (key, value) in enumerate(settings):
        variables |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return variables


def find_git() -> str:
    """The program git in the folders of PATH, but for those that are named from the current one.

    Raises:
        FileNotFoundError: where there is none.
    """
    # Windows would start a git.exe of the current folder first, which may be a repository's.
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        program = os.path.join(folder, name)  # noqa: PTH118 - as the variable has it
        if os.path.isabs(folder) and os.path.isfile(program) and os.access(program, os.X_OK):  # noqa: PTH113, PTH117 - no error where it may not be looked at
            return program
    raise FileNotFoundError("git")

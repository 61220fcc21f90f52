"""A repository whose settings, hooks and folders ask git to run programs: traps that tell of it.

Each trap writes its name into a file when it is run, and fails. `Traps.sprung` is what was run.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

HOOKS = (
    "applypatch-msg", "commit-msg", "fsmonitor-watchman", "post-checkout", "post-commit",
    "post-index-change", "post-merge", "post-rewrite", "pre-applypatch", "pre-auto-gc",
    "pre-commit", "pre-merge-commit", "pre-push", "pre-rebase", "prepare-commit-msg",
    "proc-receive", "push-to-checkout", "reference-transaction", "sendemail-validate",
)  # fmt: skip

PROGRAM_SETTINGS = (
    "core.alternateRefsCommand", "core.askPass", "core.editor", "core.fsmonitor", "core.gitProxy",
    "core.pager", "core.sshCommand", "credential.helper", "diff.external", "diff.trap.command",
    "diff.trap.textconv", "filter.trap.clean", "filter.trap.process", "filter.trap.smudge",
    "gpg.openpgp.program", "gpg.program", "gpg.ssh.defaultKeyCommand", "gpg.ssh.program",
    "gpg.x509.program", "hook.trap=1.command", "interactive.diffFilter", "merge.trap.driver",
    "sequence.editor", "tar.trap.command", "trailer.trap.command", "trailer.trap.cmd",
    "uploadpack.packObjectsHook",
    *(f"pager.{name}" for name in ("log", "diff", "show", "ls-files", "rev-list", "ls-tree")),
    *(f"alias.{name}" for name in ("x", "log", "rev-parse", "ls-tree", "cat-file", "ls-files")),
)  # fmt: skip

OTHER_SETTINGS = (
    ("commit.gpgSign", "true"),
    ("log.showSignature", "true"),
    ("core.repositoryFormatVersion", "1"),
    ("extensions.partialClone", "origin"),
    ("filter.trap.required", "true"),
    ("hook.trap=1.event", "reference-transaction"),
    ("hook.trap=1.event", "post-index-change"),
    ("protocol.allow", "always"),
    ("protocol.ext.allow", "always"),
    ("protocol.file.allow", "always"),
    ("remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*"),
    ("remote.origin.promisor", "true"),
    ("submodule.recurse", "true"),
)


class Traps(NamedTuple):
    """A folder where traps are kept, outside of every repository."""

    folder: Path

    @property
    def sprung(self) -> list[str]:
        """The names of what was run."""
        told = self.folder / "sprung"
        return sorted(set(told.read_text().split("\n")) - {""}) if told.exists() else []

    def clear(self) -> None:
        """Forget what was run."""
        (self.folder / "sprung").unlink(missing_ok=True)

    def make(self, name: str, file: Path | None = None) -> Path:
        """Make a program that tells its name."""
        program = file or self.folder / name.replace("=", "-")
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(f"#!/bin/sh\necho '{name}' >> '{self.folder}/sprung'\nexit 1\n")
        program.chmod(0o755)
        return program


def set_traps(repository: Path, traps: Traps) -> None:
    """Lay every trap in a repository's own settings, hooks and attributes."""
    git_folder = Path(_ask(repository, "rev-parse", "--absolute-git-dir"))
    for name in HOOKS:
        traps.make(f"hook {name}", git_folder / "hooks" / name)
    shutil.copytree(git_folder / "hooks", traps.folder / "hooks", dirs_exist_ok=True)
    (git_folder / "info").mkdir(exist_ok=True)
    (git_folder / "info" / "attributes").write_text("* diff=trap filter=trap merge=trap\n")
    for key in PROGRAM_SETTINGS:
        value = str(traps.make(key))
        _ask(repository, "config", key, f"!{value}" if key.startswith("alias.") else value)
    for key, value in OTHER_SETTINGS:
        _ask(repository, "config", "--add", key, value)
    _ask(repository, "config", "remote.origin.url", f"ext::{traps.make('ext')}")
    _ask(repository, "config", "remote.origin.uploadpack", str(traps.make("uploadpack")))
    included = git_folder / "more"
    included.write_text(f"[core]\n\thooksPath = {traps.folder / 'hooks'}\n")
    _ask(repository, "config", "include.path", str(included))


def make_lookalike(folder: Path, traps: Traps, worktree: str = ".") -> None:
    """Make a folder look like git's own: plain files that anybody can commit."""
    for name in ("objects", "refs"):
        (folder / name).mkdir(parents=True)
        (folder / name / ".keep").touch()
    (folder / "HEAD").write_text("ref: refs/heads/main\n")
    monitor = traps.make("lookalike")
    (folder / "config").write_text(
        f"[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = {worktree}\n"
        f"\tfsmonitor = {monitor}\n\thooksPath = {traps.folder / 'hooks'}\n"
    )


def make_impostor(folder: Path, traps: Traps) -> None:
    """Put a program called git into a folder, as a repository may that people work in."""
    traps.make("git of the folder", folder / "git")
    traps.make("git of the folder", folder / "git.exe")


def _ask(repository: Path, *arguments: str) -> str:
    command = ["git", "-C", str(repository), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ})
    return done.stdout.strip()

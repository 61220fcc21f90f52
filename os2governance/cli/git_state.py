"""The files of products and models as they were at a revision, read through git.

The work tree is not touched; git is asked by arguments in a list, and what it is asked for by
name is taken literally. A symbolic link in the history is no file.
"""

import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath

from os2governance.bilingual import Text
from os2governance.cli.bilingual_click import UsageError
from os2governance.runner import ReadModel, Shelf, read_model_folder
from os2governance.store import (
    DECISIONS_FILE,
    EVALUATIONS,
    MODEL_FILE,
    PRODUCT_FILE,
    File,
    Sources,
)
from os2governance.yamlfile import MAX_BYTES

FILES = ("100644", "100755")


class Revision:
    """The files below some folders at a revision, by the names that they have in the work tree."""

    def __init__(self, name: str, folders: Iterable[Path]) -> None:
        """Read them.

        Raises:
            UsageError: when git is missing, this is no repository, or there is no such revision.
        """
        self.top = Path(_git(["rev-parse", "--show-toplevel"]).decode().rstrip("\n"))
        asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
        self.commit = _git(asked, missing=name).decode().strip()
        self.files = dict(self._read([self.inside(folder) for folder in folders]))

    def inside(self, folder: Path) -> str:
        """Give a folder as git names it, from the top of the repository."""
        try:
            return Path(os.path.realpath(folder)).relative_to(self.top.resolve()).as_posix()
        except ValueError:
            return ""

    def _read(self, folders: Sequence[str]) -> Iterable[tuple[str, bytes]]:
        wanted = [folder for folder in folders if folder]
        if not wanted:
            return
        listed = _git(["ls-tree", "-r", "-z", "-l", "--full-tree", self.commit, "--", *wanted])
        names: list[tuple[str, bytes]] = []
        for entry in filter(None, listed.split(b"\0")):
            head, _, name = entry.partition(b"\t")
            mode, _, digest, size = head.split()
            file = os.fsdecode(name)
            if mode.decode() in FILES and _wanted(file) and int(size) <= MAX_BYTES:
                names.append((file, digest))
        data = _git(["cat-file", "--batch"], b"".join(digest + b"\n" for _, digest in names))
        start = 0
        for file, _ in names:
            line_end = data.index(b"\n", start)
            stop = line_end + 1 + int(data[start:line_end].split()[2])
            yield file, data[line_end + 1 : stop]
            start = stop + 1

    def products(self) -> Mapping[str, Sources]:
        """Give the files of each product by the name of its product file."""
        found = {}
        for name in self.files:
            if PurePosixPath(name).name == PRODUCT_FILE:
                found[name] = self._sources(name)
        return found

    def _sources(self, name: str) -> Sources:
        folder = PurePosixPath(name).parent
        below = f"{folder / EVALUATIONS}/"
        evaluations = tuple(
            File(each, data) for each, data in sorted(self.files.items()) if each.startswith(below)
        )
        log = str(folder / DECISIONS_FILE)
        kept = File(log, self.files[log]) if log in self.files else None
        return Sources(File(name, self.files[name]), evaluations, kept)

    def model_files(self, criteria: Path) -> Mapping[str, Mapping[str, bytes]]:
        """Give the files of each model below a folder of models, by the model's name."""
        there = self.inside(criteria)
        found: dict[str, dict[str, bytes]] = {}
        for name, data in self.files.items():
            folder, _, file = name.rpartition("/")
            if there and PurePosixPath(folder).is_relative_to(there):
                reference = PurePosixPath(folder).relative_to(there).as_posix()
                found.setdefault(reference, {})[file] = data
        return {reference: files for reference, files in found.items() if MODEL_FILE in files}

    def models(self, criteria: Path) -> dict[str, ReadModel]:
        """Read the models below a folder of models, with the versions that they are based on."""
        there = Path(self.inside(criteria))
        files = {there / name: each for name, each in self.model_files(criteria).items()}
        shelf = Shelf(files.__contains__, lambda folder: (files[folder], []))
        known: dict[str, ReadModel] = {}
        for folder in files:
            reference = folder.relative_to(there).as_posix()
            if reference not in known:
                known[reference] = read_model_folder(folder, known, shelf=shelf)
        return known


def commit_of_day(day: date) -> str | None:
    """Give the newest commit that was made on a day or before; None without a repository."""
    try:
        found = _git(["rev-list", "-1", f"--before={day}T23:59:59Z", "HEAD", "--"])
    except UsageError:
        return None
    return found.decode().strip() or None


def _wanted(name: str) -> bool:
    return name.endswith((".yaml", ".yml", ".json"))


def _git(arguments: Sequence[str], given: bytes = b"", *, missing: str = "") -> bytes:
    environment = {**os.environ, "GIT_LITERAL_PATHSPECS": "1", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            ["git", *arguments],  # noqa: S607 - the git of whoever runs this
            input=given,
            capture_output=True,
            check=False,
            env=environment,
        )
    except FileNotFoundError:
        raise UsageError(Text("git findes ikke her.", "There is no git here.")) from None
    if done.returncode == 0:
        return done.stdout
    if missing:
        raise UsageError(
            Text(f"Der er ingen revision '{missing}'.", f"There is no revision '{missing}'.")
        )
    said = done.stderr.decode(errors="replace").strip()
    raise UsageError(Text(f"git: {said}", f"git: {said}"))

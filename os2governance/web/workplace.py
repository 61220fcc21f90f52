"""The workspace: the folder that the server works on, its products, and how they are read."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from os2governance.assessment.levels import Assessment, Product, assess
from os2governance.files import paths as pathkind
from os2governance.files import store
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.model.model import Model
from os2governance.product.reader import Library, product_of

Commit = Callable[[Path, str, Mapping[Path, bytes], str], tuple[str, list[Finding]]]
"""Commits files of a folder on a branch with a message; returns the commit, or findings."""


class Workplace(NamedTuple):
    """What a server works on: a folder of one or more products, models, date, language.

    `commit` is injected by the program that has git; without it no page offers a branch.
    """

    folder: Path
    criteria: Path | None
    today: Callable[[], date]
    language: Language
    commit: Commit | None = None

    def products(self) -> dict[str, Path]:
        """Product files by the names of their folders; requests can reach no others."""
        if pathkind.is_file(self.folder / store.PRODUCT_FILE):
            return {_named(self.folder): self.folder / store.PRODUCT_FILE}
        found = store.product_files([self.folder])
        return {_named(file.parent): file for file in found if pathkind.is_file(file)}

    def library(self) -> Library:
        """The models; read again when one of their files has changed."""
        folder = self.criteria or store.shipped_criteria()
        return _library(folder, store.signature(folder))


@lru_cache(maxsize=2)
def _library(folder: Path, signature: tuple[object, ...]) -> Library:
    del signature
    return Library.at(folder)


def _named(folder: Path) -> str:
    return folder.resolve().name


class Opened(NamedTuple):
    """A product read from its current files, and assessed."""

    sources: store.Sources
    product: Product
    model: Model
    assessment: Assessment


def opened(
    sources: store.Sources, library: Library, as_of: date
) -> tuple[Opened | None, list[Finding]]:
    """Read and assess a product's sources; None with findings where that is not possible."""
    read, findings = product_of(sources, library)
    if read is None:
        return None, findings
    product, model = read
    return Opened(sources, product, model, assess(product, model, as_of=as_of)), []

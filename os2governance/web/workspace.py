"""The workspace: the folder that the server works on, its products, and how they are read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from os2governance.assessment.levels import Assessment, assess
from os2governance.documents.sources import PRODUCT_FILE, ProductFiles
from os2governance.files import listing
from os2governance.files.paths import is_file, is_there
from os2governance.findings.finding import Finding
from os2governance.i18n.text import Language
from os2governance.model.library import Library
from os2governance.model.look import NEUTRAL_LOOK, Look
from os2governance.model.model import Model
from os2governance.product.product import Product
from os2governance.product.reader import build_product
from os2governance.workflows.disk_files import open_library

Kept = TypeVar("Kept")
CommitFiles = Callable[[Path, str, Mapping[Path, bytes], str], tuple[str, list[Finding]]]
"""Commits files of a folder on a branch with a message; returns the commit, or findings."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Workspace:
    """What a server works on: a folder of one or more products, models, date, language.

    `commit` is injected by the program that has git; without it no page offers a branch.
    """

    folder: Path
    criteria: tuple[Path, ...]
    today: Callable[[], date]
    language: Language
    commit: CommitFiles | None = None

    def products(self) -> dict[str, Path]:
        """Product files by the names of their folders; requests can reach no others.

        A product that has other files only is named by the product file that it lacks.
        """
        if is_file(self.folder / PRODUCT_FILE):
            return {_folder_name(self.folder): self.folder / PRODUCT_FILE}
        found = listing.find_product_files([self.folder])
        return {
            _folder_name(file.parent): file
            for file in found
            if is_file(file) or (file.name == PRODUCT_FILE and not is_there(file))
        }

    def library(self) -> Library:
        """The models; read again when one of their files has changed."""
        folders = self.criteria or (listing.find_shipped_criteria(),)
        return _load_library(folders, tuple(map(listing.compute_folder_signature, folders)))

    def find_look(self, reference: str = "") -> Look:
        """The look of a model; without one, of the newest that products can follow here."""
        library = self.library()
        named = [reference] if reference in library.references() else []
        models = (library.model(name)[0] for name in (*named, *library.newest_first()))
        return next((model.look for model in models if model), NEUTRAL_LOOK)


@lru_cache(maxsize=2)
def _load_library(folders: tuple[Path, ...], signature: tuple[object, ...]) -> Library:
    del signature
    return open_library(*folders)


def _folder_name(folder: Path) -> str:
    """The name of a folder as text: bytes that are none become �, as in an address."""
    name = folder.resolve().name
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


class AssessedProduct(NamedTuple):
    """A product read from its current files, and assessed."""

    sources: ProductFiles
    product: Product
    model: Model
    assessment: Assessment


def assess_product_sources(
    sources: ProductFiles, library: Library, as_of: date
) -> tuple[AssessedProduct | None, list[Finding]]:
    """Read and assess a product's sources; None with findings where that is not possible.

    What was assessed a moment ago, as a page and a save do one after the other, is read once.
    """
    found, findings = _assess_sources(sources, ByIdentity(library), as_of)
    return found, list(findings)


class ByIdentity(Generic[Kept]):
    """A value as itself: an equal one is another, so that a cache need not compare them."""

    def __init__(self, value: Kept) -> None:
        """Wrap a value."""
        self.value = value

    def __eq__(self, other: object) -> bool:
        """Whether it is the very same value."""
        return isinstance(other, ByIdentity) and self.value is other.value

    def __hash__(self) -> int:
        """The identity of the value, which lives as long as this does."""
        return id(self.value)


@lru_cache(maxsize=4)
def _assess_sources(
    sources: ProductFiles, one: ByIdentity[Library], as_of: date
) -> tuple[AssessedProduct | None, tuple[Finding, ...]]:
    read, findings = build_product(sources, one.value)
    if read is None:
        return None, tuple(findings)
    product, model = read
    return AssessedProduct(sources, product, model, assess(product, model, as_of=as_of)), ()

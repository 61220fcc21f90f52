"""The bytes of a product's files, wherever they were read: the disk, a commit, a request."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import NamedTuple

MODEL_FILE = "model.yaml"
"""The main file of a model's folder."""
PRODUCT_FILE = "product.yaml"
REGISTER_FILE = "register.yaml"
OBSERVATIONS_FILE = "observations.yaml"
DECISIONS_FILE = "decisions.yaml"
ROUNDS_FOLDER, SITE_FILE = "rounds", "site.yaml"
"""A portfolio's own files, beside the folder of its products."""
DECLARATIONS_FOLDER = "declarations"
EVALUATIONS_FOLDER = "evaluations"
HEARINGS_FOLDER = "hearings"
TERMS_FILE = "documents.yaml"
"""The file, beside the versions of a model, of the terms of its documents."""
LAYOUTS_FOLDER = "layouts"
"""The folder, beside the versions of a model, of the layouts of its documents."""


class FileContent(NamedTuple):
    """A file: its name in findings, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductFiles:
    """The files of one product, any of which may be missing (semantics §1).

    `folder` is the product's folder as findings name it; `evaluations` and the earlier
    `declarations` and the `hearings` are sorted by name.
    """

    product: FileContent | None = None
    evaluations: tuple[FileContent, ...] = ()
    log: FileContent | None = None
    register: FileContent | None = None
    observations: FileContent | None = None
    declarations: tuple[FileContent, ...] = ()
    hearings: tuple[FileContent, ...] = ()
    folder: str = ""

    @property
    def name(self) -> str:
        """The name of the product file, whether or not there is one: commands name it so."""
        own = PurePath(self.folder, PRODUCT_FILE).as_posix()
        return own if self.product is None else self.product.name

    @property
    def data(self) -> bytes:
        """The bytes of the product file; none where there is none."""
        return b"" if self.product is None else self.product.data

    def files(self) -> tuple[FileContent, ...]:
        """All files, the declaration first."""
        several = (
            self.product,
            *self.declarations,
            self.register,
            self.observations,
            *self.evaluations,
            *self.hearings,
            self.log,
        )
        return tuple(file for file in several if file is not None)


def build_product_files(
    folder: str, contents: Mapping[str, bytes], product: str = PRODUCT_FILE
) -> ProductFiles:
    """The files of a product from contents by their names in its folder, sorted by name.

    `product` is the name of the product file.
    """

    def get(name: str) -> FileContent | None:
        data = contents.get(name)
        return None if data is None else FileContent(PurePath(folder, name).as_posix(), data)

    def get_all(below: str) -> tuple[FileContent, ...]:
        return tuple(
            FileContent(PurePath(folder, name).as_posix(), data)
            for name, data in sorted(contents.items())
            if name.startswith(f"{below}/")
        )

    return ProductFiles(
        product=get(product),
        evaluations=get_all(EVALUATIONS_FOLDER),
        log=get(DECISIONS_FILE),
        register=get(REGISTER_FILE),
        observations=get(OBSERVATIONS_FILE),
        declarations=get_all(DECLARATIONS_FOLDER),
        hearings=get_all(HEARINGS_FOLDER),
        folder=folder,
    )

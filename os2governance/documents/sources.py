"""The bytes of a product's files, wherever they were read: the disk, a commit, a request."""

from typing import NamedTuple

MODEL_FILE = "model.yaml"
"""The main file of a model's folder."""


class FileContent(NamedTuple):
    """A file: its name in findings, and its bytes."""

    name: str
    data: bytes


class ProductFiles(NamedTuple):
    """The files of one product, any of which may be missing (semantics §1).

    `folder` is the product's folder as findings name it; `evaluations` and `declarations` are
    sorted by name.
    """

    product: FileContent | None = None
    evaluations: tuple[FileContent, ...] = ()
    log: FileContent | None = None
    register: FileContent | None = None
    observations: FileContent | None = None
    declarations: tuple[FileContent, ...] = ()
    folder: str = ""

    @property
    def name(self) -> str:
        """The name of product.yaml, whether or not it exists: commands name a product by it."""
        return self.product.name if self.product else f"{self.folder}/product.yaml"

    def files(self) -> tuple[FileContent, ...]:
        """All files, the declaration first."""
        several = (
            self.product,
            *self.declarations,
            self.register,
            self.observations,
            *self.evaluations,
            self.log,
        )
        return tuple(file for file in several if file is not None)

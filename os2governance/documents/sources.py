"""The bytes of a product's files, wherever they were read: the disk, a commit, a request."""

from typing import NamedTuple

MODEL_FILE = "model.yaml"
"""The main file of a model's folder."""


class FileContent(NamedTuple):
    """A file: its name in findings, and its bytes."""

    name: str
    data: bytes


class ProductFiles(NamedTuple):
    """The files of one product: the declaration, and its record."""

    product: FileContent
    evaluations: tuple[FileContent, ...] = ()
    log: FileContent | None = None

    def files(self) -> tuple[FileContent, ...]:
        """All files, the declaration first."""
        return (self.product, *self.evaluations, *([self.log] if self.log else []))

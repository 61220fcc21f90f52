"""Work on one chunk of product files, in whatever process it arrives in."""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from os2governance.documents.sources import ProductFiles
from os2governance.files import reading
from os2governance.files.reading import FILES_ON_DISK, DiskReader
from os2governance.findings.finding import Finding
from os2governance.model.library import Library
from os2governance.workflows.model_files import ModelFiles, open_stored_library
from os2governance.workflows.safety_net import run_safely

if TYPE_CHECKING:
    from concurrent.futures import Future

GC_THRESHOLD = 100_000
"""Allocations between two garbage collections: an assessment makes thousands, and no cycles."""
CHUNKS_PER_WORKER = 2
"""Chunks under way for each worker: one that it works on, and one that waits for it."""


class ReadProduct(NamedTuple):
    """The bytes of one product's files; None where its product.yaml cannot be read.

    `unread` are findings on files that cannot be read.
    """

    file: str
    sources: ProductFiles | None
    unread: Sequence[Finding]


def read_product_bytes(file: str, reader: DiskReader = FILES_ON_DISK) -> ReadProduct:
    """Read the bytes of one product's files."""
    return run_safely(
        lambda: ReadProduct(file, *reading.read_product_files(Path(file), reader)),
        file,
        lambda found: ReadProduct(file, None, [found]),
    )


Job = TypeVar("Job")
Result = TypeVar("Result")


class ProductWork(NamedTuple, Generic[Job, Result]):
    """The work on one product, and the result of a product at which the work raises."""

    run: Callable[[Library, Job, ReadProduct], Result]
    fail: Callable[[Job, str, Finding], Result]

    def __call__(self, library: Library, job: Job, product: ReadProduct) -> Result:
        """The result of a product, whatever happens to it."""
        return run_safely(
            partial(self.run, library, job, product),
            product.file,
            lambda found: self.fail(job, found.location.file, found),
        )


class SharedWork(NamedTuple):
    """What all chunks share, sent to each process once: the work, its job, and the models."""

    work: ProductWork[Any, Any]
    job: Any
    models: ModelFiles


class Workers(NamedTuple):
    """Workers that are ready: how a chunk is handed to them, and how many to hand out at once."""

    submit: "Callable[[Sequence[ReadProduct]], Future[list[Any]]]"
    capacity: int


def work_on_chunk(shared: SharedWork, chunk: Sequence[ReadProduct]) -> list[Any]:
    """The result of each product of a chunk; the models are read once in a process."""
    library = _open_library(shared.models)
    return [shared.work(library, shared.job, each) for each in chunk]


_open_library = lru_cache(maxsize=2)(open_stored_library)

"""Work over many product files: in this process, in several, or on a cluster.

All files are read here. Their bytes travel, a chunk of files at a time, to the process that works
on them, and the files of the models once to each process, so that a worker needs no disk in common
with this one. Results come in the order of the files. Only a few chunks are under way at any time,
so memory does not grow with the number of files. When a worker ends too soon, the chunks that have
no result yet are done again.
"""

import gc
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import _
from os2governance.workflows.chunk import (
    GC_THRESHOLD,
    ProductWork,
    ReadProduct,
    SharedWork,
    Workers,
    read_product_bytes,
)
from os2governance.workflows.disk_files import open_library
from os2governance.workflows.environment import read_environment_number

if TYPE_CHECKING:
    from concurrent.futures import Future

MIN_FILES = 100
"""Fewest files that are worth a second process."""
CHUNK_SIZE = 16
"""Most files of a chunk."""
CHUNK_BYTES = 1_000_000
"""A chunk is closed when its files have this size together."""
MAX_FAILURES = 3
"""Times that workers may end too soon in a row, without a result in between."""

Job = TypeVar("Job")
Result = TypeVar("Result")


_PROCESS_ENDED = _(
    "One of the processes ended too soon, so the result is incomplete; perhaps memory ran out. "
    "Try with OS2GOVERNANCE_PROCESSES=1."
)


class ProcessEndedError(NotPossibleError):
    """Workers ended before their work was done, again and again."""

    def __init__(self) -> None:
        """Say what to try."""
        super().__init__(_PROCESS_ENDED)


class KnownResult(NamedTuple, Generic[Result]):
    """The result of a file that no worker needs to see."""

    result: Result


@dataclass(frozen=True, kw_only=True, slots=True)
class Batch(Generic[Job, Result]):
    """The work on many files.

    `work` holds functions of modules and `job` is plain data: both travel to other processes, as
    the results do. `read` is called in this process, and may know the result of a file already.
    """

    files: Sequence[str]
    work: ProductWork[Job, Result]
    job: Job
    criteria: tuple[Path, ...]
    cluster: str | None = None
    read: Callable[[str], ReadProduct | KnownResult[Result]] = read_product_bytes


def run_batch(batch: Batch[Job, Result]) -> Iterator[Result]:
    """Yield the result of each file, in the order of the files.

    Raises:
        NotPossibleError: when processes keep ending before their work is done, or the cluster
            cannot do it.
    """
    processes = _count_processes(len(batch.files))
    if batch.cluster is None and processes < 2:  # noqa: PLR2004
        yield from _run_here(batch)
        return
    from os2governance.workflows.model_files import read_library_files

    shared = SharedWork(batch.work, batch.job, read_library_files(batch.criteria))

    def start() -> AbstractContextManager[Workers]:
        if batch.cluster is not None:
            from os2governance.workflows.cluster import open_cluster

            return open_cluster(shared, batch.cluster)
        from os2governance.workflows.processes import open_processes

        return open_processes(shared, processes)

    for chunk in _run_chunks(_read_chunks(batch), start):
        yield from chunk


def _run_here(batch: Batch[Job, Result]) -> Iterator[Result]:
    library = open_library(*batch.criteria)
    gc.set_threshold(GC_THRESHOLD)
    for each in map(batch.read, batch.files):
        yield (
            each.result if isinstance(each, KnownResult) else batch.work(library, batch.job, each)
        )


def _count_processes(files: int) -> int:
    """Number of processes to use; OS2GOVERNANCE_PROCESSES overrides the number of cores."""
    if files < MIN_FILES:
        return 1
    processes = read_environment_number("OS2GOVERNANCE_PROCESSES")
    if processes is None and hasattr(os, "sched_getaffinity"):
        processes = len(os.sched_getaffinity(0))
    elif processes is None:
        processes = os.cpu_count() or 1
    return min(processes, -(-files // CHUNK_SIZE))


class Chunk(NamedTuple, Generic[Result]):
    """Some files in a row: those that are to be worked on, and the results already known.

    `known` are all places of the chunk, with None where a result is to come.
    """

    products: list[ReadProduct]
    known: list[KnownResult[Result] | None]

    def merge(self, results: Sequence[Result]) -> list[Result]:
        """The results of the whole chunk, in order."""
        left = iter(results)
        return [next(left) if each is None else each.result for each in self.known]


def _read_chunks(batch: Batch[Job, Result]) -> Iterator[Chunk[Result]]:
    """Read the files, and divide them into chunks of about the same work."""
    chunk: Chunk[Result] = Chunk([], [])
    size = 0
    for each in map(batch.read, batch.files):
        if isinstance(each, KnownResult):
            chunk.known.append(each)
        else:
            chunk.known.append(None)
            chunk.products.append(each)
            size += _measure(each)
        if len(chunk.known) == CHUNK_SIZE or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = Chunk([], []), 0
    if chunk.known:
        yield chunk


def _measure(product: ReadProduct) -> int:
    return sum(len(data) for _, data in product.sources.files()) if product.sources else 0


def _run_chunks(
    chunks: Iterator[Chunk[Result]], start: Callable[[], AbstractContextManager[Workers]]
) -> Iterator[list[Result]]:
    """Yield the results of each chunk; new workers are started when one ended too soon."""
    from concurrent.futures import BrokenExecutor

    pending: deque[Chunk[Result]] = deque()
    failures = 0
    while failures < MAX_FAILURES:
        try:
            with start() as workers:
                for results in _send_chunks(chunks, pending, workers):
                    failures = 0
                    yield results
        except BrokenExecutor:
            failures += 1
        else:
            return
    raise ProcessEndedError


def _send_chunks(
    chunks: Iterator[Chunk[Result]], pending: deque[Chunk[Result]], workers: Workers
) -> Iterator[list[Result]]:
    """Yield the results of each chunk; `pending` are those that are sent and have no result."""
    sent = deque(map(partial(_send, workers), pending))
    while True:
        while len(sent) < workers.capacity and (chunk := next(chunks, None)):
            pending.append(chunk)
            sent.append(_send(workers, chunk))
        if not sent:
            return
        future = sent.popleft()
        results = future.result() if future else []
        yield pending.popleft().merge(results)


def _send(workers: Workers, chunk: Chunk[Any]) -> "Future[list[Any]] | None":
    """Send the products of a chunk to a worker; nothing is sent where all is known."""
    return workers.submit(chunk.products) if chunk.products else None

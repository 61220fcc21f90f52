"""Processing of many files in several processes, with results in order and bounded memory.

Each process handles every n-th chunk of the files and writes its results to a pipe of its own; the
pipes are read in turn. A process whose pipe is full waits, so that no more than a chunk or two per
process are ever held. The processes are forked, so they need no preparation beyond what the parent
already has in memory.
"""

import errno
import gc
import json
import os
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any, NamedTuple

from os2governance.i18n.text import _
from os2governance.workflows.environment import read_environment_number

CHUNK_SIZE = 16
MIN_FILES = 100
"""Fewest files that are worth a second process."""
GC_THRESHOLD = 100_000
"""Allocations between two garbage collections: an assessment makes thousands, and no cycles."""

ChunkTask = Callable[[Sequence[str]], tuple[bytes, Any]]
"""Returns bytes and a JSON-serialisable value for a chunk of files."""


class ProcessEndedError(RuntimeError):
    """A process ended before its work was done."""


PROCESS_ENDED = _(
    "One of the processes ended too soon, so the result is not whole; perhaps "
    "memory was short. Try with OS2GOVERNANCE_PROCESSES=1."
)


class Worker(NamedTuple):
    """A process, and the read end of its pipe."""

    process_id: int
    pipe: IO[bytes]


def run_in_chunks(files: Sequence[str], work: ChunkTask) -> Iterator[tuple[bytes, Any]]:
    """Yield the result of each chunk of the files, in their order.

    Raises:
        ProcessEndedError: when a process ends before its work is done.
        OSError: when the operating system refuses an operation of the task.
    """
    chunks = [files[start : start + CHUNK_SIZE] for start in range(0, len(files), CHUNK_SIZE)]
    processes = min(_count_processes(), len(chunks))
    if len(files) < MIN_FILES or processes < 2 or not hasattr(os, "fork"):  # noqa: PLR2004
        yield from map(work, chunks)
        return
    # What is in memory now lives until the end: excluding it from collection also keeps the pages
    # that the processes share from being copied.
    gc.collect()
    gc.freeze()
    workers: list[Worker] = []
    for number in range(processes):
        workers.append(_start_worker(chunks[number::processes], work, workers))
    try:
        for number in range(len(chunks)):
            yield _receive(workers[number % processes].pipe)
    finally:
        for worker in workers:
            worker.pipe.close()
            os.waitpid(worker.process_id, 0)


def _count_processes() -> int:
    """Number of processes to use; OS2GOVERNANCE_PROCESSES overrides the number of cores."""
    asked = read_environment_number("OS2GOVERNANCE_PROCESSES")
    if asked is not None:
        return asked
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _start_worker(
    chunks: Sequence[Sequence[str]], work: ChunkTask, others: Sequence[Worker]
) -> Worker:
    outlet, inlet = os.pipe()
    process = os.fork()
    if process:
        os.close(inlet)
        return Worker(process, open(outlet, "rb"))  # noqa: PTH123 - a pipe
    code = 1
    try:
        os.close(outlet)
        for other in others:  # so that the pipe breaks when the parent is gone
            other.pipe.close()
        with open(inlet, "wb") as pipe:  # noqa: PTH123 - a pipe
            for chunk in chunks:
                _send(pipe, *_run_task(work, chunk))
        code = 0
    except (KeyboardInterrupt, BrokenPipeError):
        pass  # the parent reports it
    except Exception:  # noqa: BLE001 - the parent must learn of any failure
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)


def _run_task(work: ChunkTask, chunk: Sequence[str]) -> tuple[bytes, Any, list[Any]]:
    """The result of a chunk, or the operating system's error for the parent to raise."""
    try:
        return *work(chunk), []
    except MemoryError:
        return b"", None, [errno.ENOMEM, os.strerror(errno.ENOMEM)]
    except OSError as error:
        named = [] if error.filename is None else [str(error.filename)]
        return b"", None, [error.errno, error.strerror or str(error), *named]


def _send(pipe: IO[bytes], data: bytes, beside: Any, refused: list[Any]) -> None:
    head = json.dumps({"bytes": len(data), "beside": beside, "refused": refused})
    pipe.write(head.encode() + b"\n")
    pipe.write(data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> tuple[bytes, Any]:
    head = pipe.readline()
    if not head:
        raise ProcessEndedError
    said = json.loads(head)
    if said["refused"]:
        raise OSError(*said["refused"])
    data = pipe.read(said["bytes"])
    return data, said["beside"]

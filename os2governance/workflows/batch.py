"""Work on many files in several processes, the results in order, a few of them at a time.

Each process works on every n-th chunk of the files and writes what comes of it into a pipe of its
own; the pipes are read in turn. A process whose pipe is full waits, so that no more than a chunk
or two of each process are ever held. Nothing is made ready for the processes but what the parent
has in memory when they are forked.
"""

import errno
import gc
import json
import os
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any, NamedTuple

from os2governance.i18n.text import Text
from os2governance.workflows.environment import number_of

CHUNK = 16
FEWEST = 100
"""Fewer files than that are not worth a second process."""
COLLECT_AFTER = 100_000
"""Objects made between two searches for cycles: an assessment makes thousands, and no cycle."""

Work = Callable[[Sequence[str]], tuple[bytes, Any]]
"""Gives, for a chunk of files, bytes and something else that JSON can say."""


class ProcessEndedError(RuntimeError):
    """A process ended before its work was done."""


ENDED = Text(
    "En af processerne sluttede for tidligt, så resultatet er ikke helt; måske manglede der "
    "hukommelse. Prøv med OS2GOVERNANCE_PROCESSES=1.",
    "One of the processes ended too soon, so the result is not whole; perhaps memory was short. "
    "Try with OS2GOVERNANCE_PROCESSES=1.",
)


class Worker(NamedTuple):
    """A process, and the end of the pipe that it is read from."""

    process: int
    pipe: IO[bytes]


def in_chunks(files: Sequence[str], work: Work) -> Iterator[tuple[bytes, Any]]:
    """Give what comes of each chunk of the files, in their order.

    Raises:
        ProcessEndedError: when a process ends before its work is done.
        OSError: when the system refuses something to the work.
    """
    chunks = [files[start : start + CHUNK] for start in range(0, len(files), CHUNK)]
    processes = min(_processes(), len(chunks))
    if len(files) < FEWEST or processes < 2 or not hasattr(os, "fork"):  # noqa: PLR2004
        yield from map(work, chunks)
        return
    # What is in memory now lives to the end: no collection looks at it again, and the pages that
    # the processes share stay shared.
    gc.collect()
    gc.freeze()
    workers: list[Worker] = []
    for number in range(processes):
        workers.append(_started(chunks[number::processes], work, workers))
    try:
        for number in range(len(chunks)):
            yield _received(workers[number % processes].pipe)
    finally:
        for worker in workers:
            worker.pipe.close()
            os.waitpid(worker.process, 0)


def _processes() -> int:
    """Give how many processes may work; OS2GOVERNANCE_PROCESSES goes before the cores."""
    asked = number_of("OS2GOVERNANCE_PROCESSES")
    if asked is not None:
        return asked
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _started(chunks: Sequence[Sequence[str]], work: Work, others: Sequence[Worker]) -> Worker:
    outlet, inlet = os.pipe()
    process = os.fork()
    if process:
        os.close(inlet)
        return Worker(process, open(outlet, "rb"))  # noqa: PTH123 - a pipe
    code = 1
    try:
        os.close(outlet)
        for other in others:  # so that a pipe breaks when the parent is gone
            other.pipe.close()
        with open(inlet, "wb") as pipe:  # noqa: PTH123 - a pipe
            for chunk in chunks:
                _send(pipe, *_done(work, chunk))
        code = 0
    except (KeyboardInterrupt, BrokenPipeError):
        pass  # the parent says what there is to say
    except Exception:  # noqa: BLE001 - whatever it is, the parent must hear that it ended
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)


def _done(work: Work, chunk: Sequence[str]) -> tuple[bytes, Any, list[Any]]:
    """Give what comes of a chunk, or what the system refused, for the parent to say."""
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


def _received(pipe: IO[bytes]) -> tuple[bytes, Any]:
    head = pipe.readline()
    if not head:
        raise ProcessEndedError
    said = json.loads(head)
    if said["refused"]:
        raise OSError(*said["refused"])
    data = pipe.read(said["bytes"])
    return data, said["beside"]

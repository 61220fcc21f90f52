"""Worker processes of this machine."""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any

from os2governance.workflows.chunk import (
    CHUNKS_PER_WORKER,
    GC_THRESHOLD,
    ReadProduct,
    SharedWork,
    Workers,
    work_on_chunk,
)


@contextmanager
def open_processes(shared: SharedWork, processes: int) -> Iterator[Workers]:
    """Start worker processes, which end with the block, or with this process.

    Where one of them ends too soon, the futures raise BrokenProcessPool.
    """
    pool = ProcessPoolExecutor(processes, initializer=_start, initargs=(shared,))
    try:
        yield Workers(
            lambda chunk: pool.submit(_work_on_chunk, chunk), CHUNKS_PER_WORKER * processes
        )
    finally:
        pool.shutdown(cancel_futures=True)


_shared: list[SharedWork] = []


def _start(shared: SharedWork) -> None:
    """Prepare a new process: it keeps what all chunks share."""
    _shared[:] = [shared]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted too, and ends it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()  # what is there now lives until the end
    gc.set_threshold(GC_THRESHOLD)


def _end_with_parent() -> None:
    """Wait for the end of the parent: where it is killed, nobody else ends this process."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _work_on_chunk(chunk: Sequence[ReadProduct]) -> list[Any]:
    return work_on_chunk(_shared[0], chunk)

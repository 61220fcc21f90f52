"""Workers of a Dask cluster, as an executor of `concurrent.futures`.

A chunk whose worker ends is given to another one by the cluster itself. What comes back is
trusted: a cluster is a part of one's own network.
"""

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from os2governance.findings.not_possible import NotPossibleError
from os2governance.i18n.text import _, as_text
from os2governance.workflows.chunk import (
    CHUNKS_PER_WORKER,
    ReadProduct,
    SharedWork,
    Workers,
    work_on_chunk,
)
from os2governance.workflows.engine_digest import compute_engine_digest

if TYPE_CHECKING:
    from distributed import Client

CONNECT_SECONDS = 10
"""Longest wait for the scheduler, and then for the first worker."""
_NOT_INSTALLED = _(
    "--cluster needs the package's part for clusters: pip install 'os2governance[cluster]'"
)
_NO_ADDRESS = _(
    "'{address}' is not the address of a cluster; write it as tcp://10.0.0.1:8786, with the host "
    "and the port of its scheduler."
)
_NO_ANSWER = _("There is no cluster at {address}: {problem}")
_NO_WORKERS = _("The cluster at {address} has no workers.")
_OTHER_ENGINE = _(
    "The cluster at {address} does not have this os2governance; install the same one "
    "there as here."
)
_GAVE_UP = _(
    "The cluster at {address} failed, so the result is incomplete; perhaps its workers ran out "
    "of memory."
)


class OtherEngineError(Exception):
    """A worker has another version of this package."""


class ClusterWork(NamedTuple):
    """What all chunks share, and the engine that they are to be worked on by."""

    shared: SharedWork
    engine: str


@contextmanager
def open_cluster(shared: SharedWork, address: str) -> Iterator[Workers]:
    """Connect to the scheduler of a cluster, such as `tcp://10.0.0.1:8786`.

    Raises:
        NotPossibleError: when there is no such cluster, or it cannot do the work.
    """
    client = _connect(address)
    try:
        executor = client.get_executor(pure=False)
        work = client.submit(ClusterWork, shared, compute_engine_digest(), pure=False)
        threads = sum(client.nthreads().values())

        def submit(chunk: Sequence[ReadProduct]) -> "Future[list[Any]]":
            future: Future[list[Any]] = executor.submit(_work_on_chunk, work, chunk)
            return future

        yield Workers(submit, CHUNKS_PER_WORKER * max(threads, 1))
    except (ImportError, OtherEngineError):
        raise NotPossibleError(_OTHER_ENGINE.fill(address=address)) from None
    except _list_cluster_errors():
        raise NotPossibleError(_GAVE_UP.fill(address=address)) from None
    finally:
        client.close()


def _connect(address: str) -> "Client":
    if not re.fullmatch(r"(tcp|tls)://[^/\s]+:\d{1,5}", address):
        raise NotPossibleError(_NO_ADDRESS.fill(address=address))
    try:
        from distributed import Client
    except ImportError:
        raise NotPossibleError(_NOT_INSTALLED) from None
    try:
        client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        problem = as_text(str(error).strip() or type(error).__name__)
        raise NotPossibleError(_NO_ANSWER.fill(address=address, problem=problem)) from None
    try:
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
    except TimeoutError:
        client.close()
        raise NotPossibleError(_NO_WORKERS.fill(address=address)) from None
    return client


def _list_cluster_errors() -> tuple[type[Exception], ...]:
    """The errors by which a cluster gives up a chunk, or is gone itself."""
    from distributed import KilledWorker
    from distributed.comm import CommClosedError

    return CancelledError, KilledWorker, CommClosedError


def _work_on_chunk(work: ClusterWork, chunk: Sequence[ReadProduct]) -> list[Any]:
    if work.engine != compute_engine_digest():
        raise OtherEngineError
    return work_on_chunk(work.shared, chunk)

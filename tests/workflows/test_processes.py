"""Worker processes: each works by what it was started with, and ends with the block."""

import multiprocessing
import os
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from os2governance.workflows.chunk import CHUNKS_PER_WORKER, ReadProduct, SharedWork
from os2governance.workflows.model_files import read_library_files
from os2governance.workflows.processes import open_processes


def tell(library, job, product):
    if product.file == "die":
        os._exit(7)
    return product.file, job, library.references(), os.getpid()


def products(*names):
    return [ReadProduct(name, None, ()) for name in names]


@pytest.fixture
def shared(context):
    return SharedWork(tell, {"æ": 1}, read_library_files([Path("criteria")]))


def test_chunks_are_worked_on_elsewhere_and_nothing_is_left(shared):
    with open_processes(shared, 2) as workers:
        found = workers.submit(products("a", "b\n")).result() + workers.submit([]).result()

    assert [each[:3] for each in found] == [(name, {"æ": 1}, ["haven/2"]) for name in ("a", "b\n")]
    assert os.getpid() not in {each[3] for each in found}
    assert multiprocessing.active_children() == []
    assert workers.capacity == 2 * CHUNKS_PER_WORKER


def test_a_process_that_ends_too_soon_is_told_of(shared):
    with open_processes(shared, 1) as workers, pytest.raises(BrokenProcessPool):
        workers.submit(products("die")).result()


def test_an_error_within_the_block_ends_the_processes(shared):
    def fail():
        with open_processes(shared, 1) as workers:
            workers.submit(products("a")).result()
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert multiprocessing.active_children() == []

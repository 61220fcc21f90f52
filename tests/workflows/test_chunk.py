"""A chunk of products is worked on in order, by models that travelled with it."""

import pickle
from pathlib import Path

import pytest

from os2governance.workflows.chunk import SharedWork, read_product_bytes, work_on_chunk
from os2governance.workflows.model_files import read_library_files

FILES = [f"products/{name}/product.yaml" for name in ("rosenlund", "nowhere", "brak")]


def describe(library, job, product):
    return product.file, job, library.references(), product.sources is None, len(product.unread)


@pytest.fixture
def shared(context):
    return SharedWork(describe, "job", read_library_files([Path("criteria")]))


def test_each_product_has_its_result_in_order(shared):
    found = work_on_chunk(shared, [read_product_bytes(file) for file in FILES])

    assert found == [
        (FILES[0], "job", ["haven/2"], False, 0),
        (FILES[1], "job", ["haven/2"], True, 1),
        (FILES[2], "job", ["haven/2"], False, 0),
    ]
    assert work_on_chunk(shared, []) == []


def test_the_work_and_the_files_may_travel(shared):
    read = [read_product_bytes(file) for file in FILES]

    assert work_on_chunk(*pickle.loads(pickle.dumps((shared, read)))) == work_on_chunk(
        shared, read
    )


def test_the_models_are_read_once_for_all_chunks(shared, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)  # no disk in common with the one that sent them

    assert work_on_chunk(shared, [read_product_bytes("x")])[0][2] == ["haven/2"]


def test_a_product_s_bytes_are_those_of_all_its_files(context):
    read = read_product_bytes(FILES[0])

    assert [(name, Path(name).read_bytes()) for name, _ in read.sources.files()] == [
        tuple(each) for each in read.sources.files()
    ]
    assert len(read.sources.files()) == 3

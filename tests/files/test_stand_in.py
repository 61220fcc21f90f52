"""Bytes in the place of a file's: the file need not be there, and the others are as on disk."""

import io
from pathlib import Path

import pytest

from os2governance.documents.text_reader import MAX_BYTES
from os2governance.files.reading import read_product_files
from os2governance.files.stand_in import (
    StandIn,
    build_stand_in_reader,
    is_stand_in,
    read_stand_in,
)

FILES = ["product.yaml", "register.yaml", "decisions.yaml", "evaluations/2026-01-01.yaml"]


def read(product_file, path, data=b"new"):
    return read_product_files(product_file, build_stand_in_reader(StandIn(path, data)))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("is_there", [True, False])
def test_one_file_is_the_bytes_and_the_others_are_as_on_disk(tmp_path, name, is_there):
    folder = tmp_path / "tool"
    for each in FILES:
        if each != name or is_there:
            (folder / each).parent.mkdir(parents=True, exist_ok=True)
            (folder / each).write_text("old")
    sources, findings = read(folder / "product.yaml", folder / name)

    contents = {Path(file).relative_to(folder).as_posix(): data for file, data in sources.files()}
    assert contents == {each: b"new" if each == name else b"old" for each in FILES}
    assert findings == []


@pytest.mark.parametrize("name", FILES)
def test_neither_file_nor_folder_need_be_there(tmp_path, name):
    folder = tmp_path / "products" / "tool"
    sources, findings = read(folder / "product.yaml", folder / name)

    assert sources.files() == ((str(folder / name), b"new"),)
    assert findings == []


def test_a_file_of_another_folder_changes_nothing(tmp_path):
    (tmp_path / "tool").mkdir()
    file = tmp_path / "tool" / "product.yaml"
    file.write_text("old")

    assert read(file, tmp_path / "other/product.yaml") == read_product_files(file)
    assert read(file, tmp_path / "tool/evaluations") == read(file, tmp_path / "tool/evaluations")


def test_a_name_that_is_nearly_right_is_told(tmp_path):
    sources, findings = read(tmp_path / "product.yaml", tmp_path / "Product.yml")

    assert sources is None
    assert "name-not-read" in [found.code for found in findings]


def test_the_same_file_by_another_path(tmp_path, monkeypatch):
    (tmp_path / "tool").mkdir()
    (tmp_path / "link").symlink_to("tool")
    monkeypatch.chdir(tmp_path / "tool")
    given = StandIn(Path("product.yaml"), b"")
    names = [
        tmp_path / "tool/product.yaml",
        "../tool/product.yaml",
        tmp_path / "link/product.yaml",
    ]

    assert all(is_stand_in(str(name), given) for name in names)
    assert not is_stand_in("../product.yaml", given)
    assert read(Path("../tool/product.yaml"), Path("product.yaml"))[0].data == b"new"


@pytest.mark.parametrize(
    ("size", "kept"), [(0, 0), (MAX_BYTES, MAX_BYTES), (10 << 20, MAX_BYTES + 1)]
)
def test_no_more_is_read_than_tells_that_it_is_too_much(size, kept):
    class Slow(io.BytesIO):  # a pipe gives less than it is asked for
        def read(self, size=-1):
            return super().read(min(size, 50_000))

    assert len(read_stand_in(Path("x"), Slow(bytes(size))).data) == kept

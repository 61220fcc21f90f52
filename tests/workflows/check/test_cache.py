"""The cache of `check`: an entry comes back whole or not at all, and only for what it was made of."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from os2governance.documents.sources import FileContent, ProductFiles
from os2governance.findings.finding import Location
from os2governance.workflows.check.cache import (
    CACHE_FORMAT,
    WRITE_BATCH,
    CheckCache,
    compute_models_digest,
)
from os2governance.workflows.check.summary import PRODUCT_KIND, CheckedItem, CheckSummary

TODAY = "2026-05-02"
FILES = ProductFiles(
    product=FileContent("p", b"1"),
    evaluations=(FileContent("e", b"2"),),
    log=FileContent("d", b"3"),
)


def item(piece=b"piece \xff"):
    summary = CheckSummary(
        kind=PRODUCT_KIND, readable=True, suppressions=(), counts=({"error": 1},), codes=("a",),
        models={"m/1": "sha"}, files={"p": "sha"}, unusable_model=None,
        product=("tool", Location("p", 2, 3)), allows_duplicate=False, rows=(("x", "y"),),
    )  # fmt: skip
    return CheckedItem(summary, (piece, b"", b"two"))


def cache(folder, *made_from, today=TODAY):
    return CheckCache(folder, made_from, today)


def test_an_entry_comes_back_whole_in_another_run(tmp_path):
    writing = cache(tmp_path / "new", "x")
    key = writing.build_key(FILES)
    assert writing.get(key) is None
    writing.put(key, item())
    writing.close()
    reading = cache(tmp_path / "new", "x")

    assert reading.get(key) == item()
    assert reading.get(b"other") is None
    reading.close()


CHANGED = [
    replace(FILES, product=FileContent("q", b"1")),
    replace(FILES, product=FileContent("p", b"")),
    replace(FILES, evaluations=()),
    replace(FILES, evaluations=(FileContent("e", b"2"), FileContent("f", b""))),
    replace(FILES, log=None),
    ProductFiles(
        product=FileContent("p", b"12"),
        evaluations=(FileContent("e", b""),),
        log=FileContent("d", b"3"),
    ),
]


@pytest.mark.parametrize("files", CHANGED)
def test_other_files_have_another_key(tmp_path, files):
    assert cache(tmp_path, "x").build_key(files) != cache(tmp_path, "x").build_key(FILES)


@given(st.lists(st.text(max_size=4), max_size=3), st.lists(st.text(max_size=4), max_size=3))
def test_keys_are_of_what_results_are_made_of(tmp_path_factory, one, other):
    folder = tmp_path_factory.getbasetemp()
    same = cache(folder, *one).build_key(FILES) == cache(folder, *other).build_key(FILES)

    assert same == ("\0".join(one) == "\0".join(other))


def test_what_was_not_used_since_yesterday_is_dropped(tmp_path):
    for number, day in enumerate(["2026-05-01", TODAY, TODAY]):
        each = cache(tmp_path, today=day)
        each.put(b"%d" % number, item())
        each.close()
    last = cache(tmp_path)

    assert [last.get(b"%d" % number) is None for number in range(3)] == [True, False, False]
    last.close()


def test_very_many_entries_are_written_on_the_way(tmp_path):
    each = cache(tmp_path)
    for number in range(WRITE_BATCH):
        each.put(b"%d" % number, item())

    assert cache(tmp_path).get(b"0") == item()


@pytest.mark.parametrize("kind", ["garbage", "folder", "pipe", "link"])
def test_a_file_that_is_no_cache_is_none_and_does_no_harm(tmp_path, kind):
    folder = tmp_path / "cache"
    folder.mkdir()
    file = folder / f"check-{CACHE_FORMAT}.sqlite"
    match kind:
        case "garbage":
            file.write_bytes(b"x" * 5000)
        case "folder":
            file.mkdir()
        case "pipe":
            os.mkfifo(file)
        case "link":
            (tmp_path / "mine").write_bytes(b"mine")
            file.symlink_to(tmp_path / "mine")
    each = cache(folder)
    assert each.get(b"k") is None
    each.put(b"k", item())
    each.close()

    if kind == "link":
        assert (tmp_path / "mine").read_bytes() == b"mine"
    assert kind != "garbage" or not file.exists()


@pytest.mark.parametrize("change", ["about = 'x'", "piece = 'x'", "sum = 0"])
def test_an_entry_that_was_changed_is_none(tmp_path, change):
    each = cache(tmp_path)
    each.put(b"k", item())
    each.close()
    with closing(sqlite3.connect(next(tmp_path.glob("*.sqlite")))) as opened, opened:
        opened.execute(f"UPDATE found SET {change}")

    assert cache(tmp_path).get(b"k") is None


def test_the_models_digest_is_of_each_byte_and_of_where_they_lie(tmp_path):
    folder = tmp_path / "m" / "1"
    folder.mkdir(parents=True)
    (folder / "model.yaml").write_bytes(b"a")
    first = compute_models_digest([tmp_path])
    (folder / "model.yaml").write_bytes(b"b")
    second = compute_models_digest([tmp_path])
    (folder / "x.json").touch()

    assert (
        len(
            {
                first,
                second,
                compute_models_digest([tmp_path]),
                compute_models_digest([tmp_path / "no"]),
            }
        )
        == 4
    )

"""The same files are the same bytes, whenever and wherever they are packed."""

import gzip
import io
import zipfile

from os2governance.documents.archive import build_archive, compress


def test_the_order_of_files_does_not_count():
    one = build_archive({"b/c.py": b"1", "a.py": b"2"})
    other = build_archive({"a.py": b"2", "b/c.py": b"1"})

    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "a.py": b"2",
            "b/c.py": b"1",
        }


def test_what_is_compressed_knows_no_hour(monkeypatch):
    first = compress(b"aaaa" * 100)
    monkeypatch.setattr("time.time", lambda: 2e9)

    assert compress(b"aaaa" * 100) == first
    assert gzip.decompress(first) == b"aaaa" * 100

"""The worker asks for the app of a folder, and for all that the folder holds."""

import asyncio
import io
import zipfile

import anyio.to_thread

from os2governance.lite.start import open_host, pack_files


def test_an_empty_folder_begins_with_the_front_page(tmp_path, monkeypatch):
    monkeypatch.setattr(anyio.to_thread, "run_sync", anyio.to_thread.run_sync)  # put back after
    host = open_host(str(tmp_path), "localhost", "/app", "da", "a key")

    status, headers, body = asyncio.run(
        host.answer("GET", ("/app/", ""), [("host", "localhost")], b"")
    )

    assert status == 200
    assert dict(headers)["content-type"] == "text/html; charset=utf-8"
    assert b'<html lang="da"' in body


def test_all_files_are_taken_along(tmp_path):
    (tmp_path / "os2x" / "evaluations").mkdir(parents=True)
    (tmp_path / "os2x" / "product.yaml").write_bytes(b"a: 1\n")
    (tmp_path / "os2x" / "evaluations" / "2026-01-01.yaml").write_bytes(b"b: 2\n")

    with zipfile.ZipFile(io.BytesIO(pack_files(str(tmp_path)))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "os2x/product.yaml": b"a: 1\n",
            "os2x/evaluations/2026-01-01.yaml": b"b: 2\n",
        }

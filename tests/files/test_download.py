"""A release is used as its hash says, from the folder or from its address, or not at all."""

import hashlib
import http.client
import io
import urllib.error
import urllib.request

import pytest

from os2governance.files.download import fetch_release

DATA = b"a release"
SHA256 = hashlib.sha256(DATA).hexdigest()
URL = "https://files.example.org/a-1.whl"


@pytest.fixture
def network(monkeypatch):
    asked = []

    def use(answer):
        def open_address(url, timeout):
            assert timeout
            asked.append(url)
            if isinstance(answer, Exception):
                raise answer
            return io.BytesIO(answer)

        monkeypatch.setattr(urllib.request, "urlopen", open_address)
        return asked

    return use


def test_it_is_fetched_once(tmp_path, network):
    asked = network(DATA)
    folder = tmp_path / "cache"

    assert fetch_release(URL, SHA256, folder) == (DATA, [])
    assert fetch_release(URL, SHA256, folder) == (DATA, [])
    assert asked == [URL]


def test_what_was_changed_in_the_folder_is_fetched_again(tmp_path, network):
    (tmp_path / "a-1.whl").write_bytes(b"another")
    network(DATA)

    assert fetch_release(URL, SHA256, tmp_path) == (DATA, [])
    assert (tmp_path / "a-1.whl").read_bytes() == DATA


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (b"another", "download-changed"),
        (urllib.error.URLError("no route to host"), "download-failed"),
        (TimeoutError("timed out"), "download-failed"),
        (http.client.IncompleteRead(b"a rel"), "download-failed"),
    ],
)
def test_what_is_not_to_be_had_is_a_finding(tmp_path, network, answer, code):
    network(answer)
    data, [found] = fetch_release(URL, SHA256, tmp_path)

    assert (data, found.code, found.location.file) == (None, code, URL)
    assert list(tmp_path.iterdir()) == []


def test_the_folder_that_holds_it_is_left_out_by_what_reads_all_of_a_disk(tmp_path, network):
    network(DATA)
    folder = tmp_path / "cache" / "lite"

    assert fetch_release(URL, SHA256, folder) == (DATA, [])
    assert (folder.parent / ".gitignore").read_text() == "*\n"
    assert (folder / "a-1.whl").read_bytes() == DATA


def test_what_cannot_be_kept_is_used_all_the_same(tmp_path, network):
    network(DATA)
    (tmp_path / "file").write_bytes(b"")

    assert fetch_release(URL, SHA256, tmp_path / "file") == (DATA, [])
    assert fetch_release(URL, SHA256, tmp_path / "file" / "lite") == (DATA, [])

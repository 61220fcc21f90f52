"""The browser is opened by a page that no list of processes names the key of."""

import os
import signal
import stat
import subprocess
import sys
import time
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from os2governance.web.opening import open_in_browser
from os2governance.web.server_key import STATE_VARIABLE

ADDRESS = "http://127.0.0.1:8000/?token=a&b"


def test_the_page_leads_on_is_private_and_goes_again(tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    with open_in_browser(ADDRESS, {STATE_VARIABLE: str(tmp_path)}):
        [address] = opened
        page = Path(url2pathname(urlsplit(address).path))
        assert "token" not in address
        assert f'content="0; url={ADDRESS}"' in unescape(page.read_text())
        assert stat.S_IMODE(page.stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR
    assert not page.exists()


def test_without_a_place_for_the_page_nothing_is_opened(tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    (tmp_path / "file").write_text("")
    with open_in_browser(ADDRESS, {STATE_VARIABLE: str(tmp_path / "file")}):
        assert opened == []


def test_the_page_of_a_server_that_was_killed_is_removed_and_no_other(tmp_path, monkeypatch):
    monkeypatch.setattr("webbrowser.open", lambda _: None)
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    folder = tmp_path / "serve"
    folder.mkdir()
    names = [f"open-{ended.pid}.html", f"open-{os.getppid()}.html", "open-notes.html"]
    for name in names:
        (folder / name).write_text("")
    with open_in_browser(ADDRESS, {STATE_VARIABLE: str(tmp_path)}):
        left = {each.name for each in folder.iterdir()}

    assert left == {*names[1:], f"open-{os.getpid()}.html"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_server_that_is_told_to_end_removes_its_page(folder, tmp_path):
    server = subprocess.Popen(
        [sys.executable, "-m", "os2governance", "serve", str(folder), "-q"],
        stdout=subprocess.DEVNULL,
        env={**os.environ, STATE_VARIABLE: str(tmp_path), "BROWSER": "true %s"},
    )
    while not list(tmp_path.glob("serve/open-*.html")) and server.poll() is None:
        time.sleep(0.05)
    time.sleep(0.5)
    server.send_signal(signal.SIGTERM)

    assert server.wait(20) == 128 + signal.SIGTERM
    assert not list(tmp_path.glob("serve/open-*.html"))

"""The browser is opened by a page that no list of processes names the key of."""

import stat
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

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

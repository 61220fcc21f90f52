"""Opening the browser at an address with a key, which no list of processes shows."""

import os
import webbrowser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from html import escape
from pathlib import Path

from os2governance.files.listing import list_names
from os2governance.files.private_files import write_private_file
from os2governance.web.server_key import find_state_folder

_PAGE_PREFIX = "open-"


@contextmanager
def open_in_browser(address: str, environment: Mapping[str, str]) -> Iterator[None]:
    """Open the browser at an address; what was made for that is removed at the end.

    The browser is given a page of this user's alone that leads on: what a program is started with,
    all users of the machine can see. Where that page cannot be written, no browser is opened.
    """
    folder = find_state_folder(environment) / "serve"
    _sweep_pages(folder)
    page = folder / f"{_PAGE_PREFIX}{os.getpid()}.html"
    if not write_private_file(page, _render_leading_page(address).encode()):
        yield
        return
    try:
        webbrowser.open(Path(os.path.abspath(page)).as_uri())  # noqa: PTH100 - links may stay
        yield
    finally:
        with suppress(OSError):
            page.unlink()


def _sweep_pages(folder: Path) -> None:
    """Remove the pages of servers that were ended before they could."""
    for name in list_names(folder)[0]:
        number = name.removeprefix(_PAGE_PREFIX).removesuffix(".html")
        is_page = name == f"{_PAGE_PREFIX}{number}.html" and number.isdecimal()
        if is_page and not _is_running(int(number)):
            with suppress(OSError):
                (folder / name).unlink()


def _is_running(process: int) -> bool:
    """Whether there is such a process; on Windows, where asking could end it, as if there were."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # somebody else's
        return True
    return True


def _render_leading_page(address: str) -> str:
    target = escape(address, quote=True)
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<meta http-equiv="refresh" content="0; url={target}">\n'
        f'<title>os2governance</title>\n<p><a href="{target}">os2governance</a></p>\n'
    )

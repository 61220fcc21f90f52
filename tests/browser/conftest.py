"""Real Chromium on real pages; `.ci/run` installs what this needs and says where it lies.

BROWSER_TOOLS is a folder of npm packages (axe-core, html-validate); BROWSER_SHOTS, if it is set,
keeps the screenshots.
"""

import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

TOOLS = Path(os.environ.get("BROWSER_TOOLS", "/nowhere"))
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


class Watch:
    """What a page complained of, and what it asked of others than its own server.

    `away` is true where the server stops on the way.
    """

    def __init__(
        self, context: BrowserContext, own: tuple[str, str], *, away: bool = False
    ) -> None:
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        self.away = away
        context.on("console", lambda m: self._said(m.type, m.text))
        context.on("weberror", lambda e: self.complaints.append(str(e.error)))
        context.on("request", lambda r: self._asked(r.url, own))

    def _said(self, kind: str, text: str) -> None:
        is_of_absence = self.away and "ERR_CONNECTION_REFUSED" in text
        if kind in {"error", "warning"} and not is_of_absence:
            self.complaints.append(text)

    def _asked(self, url: str, own: tuple[str, str]) -> None:
        if not url.startswith((*own, "data:", "blob:", "about:")):
            self.strangers.append(url)


@pytest.fixture
def opened(browser) -> Iterator[Callable[..., Page]]:
    """Open a page in a window of its own; complaints and requests elsewhere fail the test."""
    contexts: list[tuple[BrowserContext, Watch]] = []

    def opens(url: str, own: str = "", *, away: bool = False, **options: object) -> Page:
        usual: dict[str, object] = {"viewport": {"width": 1280, "height": 900}}
        context = browser.new_context(**{**usual, **options})  # type: ignore[arg-type]
        server = re.match(r"\w+://[^/]+/", url)
        own = own or (server[0] if server else "file:///")
        contexts.append((context, Watch(context, (own, "file:///"), away=away)))
        page = context.new_page()
        page.goto(url)
        return page

    yield opens
    for context, watch in contexts:
        context.close()
        assert watch.complaints == []
        assert watch.strangers == []


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """Give what axe-core finds wrong on a page, each in a line."""
    script = (TOOLS / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")

    def violations(page: Page) -> list[str]:
        page.evaluate(script)  # past the page's own policy, which lets nobody in
        run = "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})"
        found = page.evaluate(run, RULES)["violations"]
        return [f"{v['id']}: {n['html'][:160]}" for v in found for n in v["nodes"]]

    return violations


@pytest.fixture(scope="session")
def invalid() -> Callable[[list[Path]], list[str]]:
    """Give what a validator that is not ours finds wrong in HTML files."""
    program = TOOLS / "node_modules/.bin/html-validate"
    config = Path(__file__).parent / "htmlvalidate.json"

    def problems(files: list[Path]) -> list[str]:
        command = [str(program), "--config", str(config), "-f", "json", *map(str, files)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        assert ran.stdout.strip().startswith("["), ran.stderr
        return [
            f"{Path(each['filePath']).name}:{m['line']}: {m['ruleId']}: {m['message']}"
            for each in json.loads(ran.stdout)
            for m in each["messages"]
        ]

    return problems


@pytest.fixture
def shot(request) -> Callable[[Page, str], None]:
    """Keep a picture of a page, where BROWSER_SHOTS says."""
    folder = os.environ.get("BROWSER_SHOTS")

    def take(page: Page, name: str) -> None:
        if folder:
            page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

    return take


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """Serve a folder on a port of its own; give its address."""
    servers = []

    def serve(folder: Path) -> str:
        handler = functools.partial(_Quiet, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()

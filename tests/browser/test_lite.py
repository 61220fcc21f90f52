"""The static folder in a real browser: the same pages as the server's, with no server behind."""

import functools
import http.server
import re
import shutil
import threading
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from os2governance.files.cache_folder import find_cache_folder
from os2governance.lite.build import LiteRequest, write_lite
from os2governance.web.security import SecurityPolicy
from os2governance.web.server import build_server_app
from os2governance.web.workspace import Workspace

PRODUCTS = Path(__file__).parents[2] / "products"
PROPOSE = "https://git.example.org/edit/{product}/product.yaml"
MAX_BYTES = 9_000_000
"""Of all that is sent, compressed."""
START_MS = 300_000  # on a machine that does other things too


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    out = tmp_path_factory.mktemp("lite") / "kommune"
    cache = find_cache_folder({}) / "lite"
    built, findings = write_lite(
        out, LiteRequest(language="da", criteria=(), cache=cache, propose=PROPOSE)
    )
    assert findings == []
    assert built.size < MAX_BYTES
    return out


def serve_folder(folder):
    """A web server of the folder above, which can be stopped."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    handler = functools.partial(Quiet, directory=str(folder.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def stop():
        server.shutdown()
        server.server_close()

    server.stop = stop
    server.address = f"http://127.0.0.1:{server.server_port}/kommune/"
    return server


@pytest.fixture
def site(folder):
    server = serve_folder(folder)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def product_page(folder, browser):
    """A page with a product opened, for tests that leave it as they found it."""
    server = serve_folder(folder)
    page = browser.new_page()
    page.goto(server.address)
    wait_for_page(page, "")
    page.set_input_files("#open", PRODUCTS / "os2udoglaer" / "product.yaml")
    wait_for_page(page, "os2udoglaer")
    yield page
    page.close()
    server.stop()


def read_served_page(folder, name, host="127.0.0.1"):
    """The page of the product as `serve` shows it."""
    from starlette.testclient import TestClient

    guard = SecurityPolicy(
        hosts=frozenset({host}), token="", clock=lambda: 0.0, language="da", base="/kommune/app"
    )
    place = Workspace(folder=folder, criteria=(), today=date.today, language="da")
    with TestClient(build_server_app(place, guard), base_url=f"http://{host}") as client:
        return client.get(f"/kommune/app/{name}").text


def strip_page(page, name):
    """A page without the key of its form, and without the folder that its file is in."""
    without_key = re.sub(r"""(name="?csrf"? value="?|data-csrf="?)[\w-]+""", r"\1", page)
    return re.sub(rf"[\w./-]*/{name}/product\.yaml", "product.yaml", without_key)


def wait_for_page(page, name):
    shown = page.locator(f'html[data-shown$="/app/{name}"], html[data-failed]')
    shown.wait_for(state="attached", timeout=START_MS)
    expect(page.locator("html[data-failed]")).to_have_count(0)


def test_the_self_assessment_runs_with_nothing_behind_it(site, opened, axe, shot, tmp_path):
    page = opened(site.address, away=True)
    wait_for_page(page, "")
    assert axe(page) == []

    for name, then in [("os2udoglaer", "os2udoglaer"), ("os2iot", "")]:
        (tmp_path / name).mkdir()
        shutil.copy(PRODUCTS / name / "product.yaml", tmp_path / name)
        page.set_input_files("#open", tmp_path / name / "product.yaml")
        wait_for_page(page, then)
    expect(page.locator("#place")).to_have_text("Gemt i denne browser")
    page.goto(f"{site.address}?to=/kommune/app/os2udoglaer")
    wait_for_page(page, "os2udoglaer")
    for name in ("os2udoglaer", "os2iot"):
        shown = page.evaluate(f"fetch('/kommune/app/{name}').then((answer) => answer.text())")
        served = read_served_page(tmp_path, name)
        assert strip_page(shown, name) == strip_page(served, name)

    form = page.frame_locator("#app")
    form.locator("details:has(#f-name) > summary").first.click()
    form.get_by_label("Produktets navn").fill("OS2 uden server")
    form.get_by_label("Produktets navn").press("Tab")
    expect(page.locator("#place")).to_contain_text("kun i denne browser", timeout=START_MS)
    shot(page, "lite")

    second = page.context.new_page()
    second.goto(site.address)
    expect(second.locator("#state")).to_contain_text("åben i en anden fane")
    expect(second.locator("#download")).to_be_hidden()
    second.close()

    site.stop()  # from here on there is no server
    page.reload()
    wait_for_page(page, "os2udoglaer")
    expect(form.locator("#f-name")).to_have_value("OS2 uden server")
    with page.expect_download() as download:
        page.locator("#download").click()
    assert download.value.suggested_filename == "selvevaluering.zip"
    expect(page.locator("#place")).to_have_text("Gemt i denne browser")


def type_name(page, text):
    form = page.frame_locator("#app")
    form.locator("details:has(#f-name)").first.evaluate("each => each.open = true")
    form.get_by_label("Produktets navn").fill(text)
    form.get_by_label("Produktets navn").press("Tab")


def expect_name_after_reload(page, text):
    page.reload()
    wait_for_page(page, "os2udoglaer")
    expect(page.frame_locator("#app").locator("#f-name")).to_have_value(text)


def test_what_could_not_be_kept_is_not_saved_until_it_is(product_page):
    page = product_page
    told = page.frame_locator("#app").locator('[data-field="name"] > .unsaved')
    [engine] = page.workers
    engine.evaluate("void (self.put = IDBObjectStore.prototype.put)")
    engine.evaluate("void (IDBObjectStore.prototype.put = () => { throw new Error('fuld'); })")
    type_name(page, "OS2 på en fuld disk")
    expect(told).to_have_text("Ikke gemt. fuld", timeout=START_MS)
    page.wait_for_timeout(10_000)
    expect(told).to_have_text("Ikke gemt. fuld")

    engine.evaluate("void (IDBObjectStore.prototype.put = self.put)")
    expect(told).to_have_count(0, timeout=START_MS)
    expect_name_after_reload(page, "OS2 på en fuld disk")


def test_an_engine_that_dies_is_started_again_and_loses_nothing_that_is_saved(product_page):
    page = product_page
    unsaved = page.frame_locator("#app").locator('[data-field="name"] > .unsaved')
    type_name(page, "OS2 gemt")
    expect(unsaved).to_have_count(0, timeout=START_MS)
    [engine] = page.workers
    type_name(page, "OS2 undervejs")
    engine.evaluate("void setTimeout(() => self.close())")
    expect(page.locator("#state")).to_contain_text("starter igen")
    expect(page.locator("#state")).to_contain_text("startet igen", timeout=START_MS)

    expect(unsaved).to_have_count(0, timeout=START_MS)
    expect(page.locator("#state")).to_be_hidden()
    expect_name_after_reload(page, "OS2 undervejs")


def test_a_change_is_proposed_where_the_file_is_changed(product_page):
    page = product_page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.context.route("https://git.example.org/**", lambda route: route.fulfill(body="her"))
    type_name(page, "OS2 foreslået")
    expect(page.locator("#place")).to_contain_text("kun i denne browser", timeout=START_MS)
    unsaved = page.frame_locator("#app").locator('[data-field="name"] > .unsaved')
    expect(unsaved).to_have_count(0, timeout=START_MS)
    with page.context.expect_page() as opened_page:
        page.get_by_role("button", name="Foreslå ændringen").click()
    expect(opened_page.value).to_have_url(PROPOSE.replace("{product}", "os2udoglaer"))
    opened_page.value.close()

    expect(page.locator("#state")).to_contain_text("Filen er kopieret")
    expect(page.locator("#place")).to_have_text("Gemt i denne browser")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "\nformat: os2governance/product/1\n" in copied
    assert "name: OS2 foreslået\n" in copied


OPEN_FOLDER = """async (text) => {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle("produkter", {create: true});
  const product = await folder.getDirectoryHandle("os2mappe", {create: true});
  const writing = await (await product.getFileHandle("product.yaml", {create: true})).createWritable();
  await writing.write(text);
  await writing.close();
  window.showDirectoryPicker = async () => folder;
  window.readFolder = async () => (await (await product.getFileHandle("product.yaml")).getFile()).text();
}"""


def without_changed(text):
    """The file without its name and its date."""
    return [line for line in text.splitlines() if not re.match("name: |  on: ", line)]


def test_a_real_folder_is_edited_in_place(product_page):
    """A folder of the browser's own is the same kind of thing to a page as one of the disk.

    It comes last: the page stays in the folder.
    """
    page = product_page
    text = (PRODUCTS / "os2udoglaer" / "product.yaml").read_text(encoding="utf-8")
    text = "# i hånden\n" + text.replace("product: os2udoglaer", "product: os2mappe")
    page.evaluate(OPEN_FOLDER, text)
    page.get_by_role("button", name="Åbn en mappe").click()
    wait_for_page(page, "os2mappe")
    expect(page.locator("#place")).to_have_text("Gemmes i mappen produkter")

    type_name(page, "OS2 i en mappe")
    unsaved = page.frame_locator("#app").locator('[data-field="name"] > .unsaved')
    expect(unsaved).to_have_count(0, timeout=START_MS)
    written = page.evaluate("readFolder()")
    assert without_changed(written) == without_changed(text)
    assert "name: OS2 i en mappe\n" in written
    expect(page.locator("#place")).to_have_text("Gemmes i mappen produkter")


def test_a_file_that_was_changed_on_the_way_is_not_used(folder, site, browser, tmp_path):
    changed = tmp_path / "kommune"
    shutil.copytree(folder, changed)
    (changed / "worker.js").write_bytes((changed / "worker.js").read_bytes() + b"//")
    site.RequestHandlerClass = functools.partial(
        site.RequestHandlerClass.func, directory=str(tmp_path)
    )
    page = browser.new_page()
    page.goto(site.address)

    expect(page.locator("#state")).to_contain_text("ændret undervejs")
    expect(page.locator("#app")).to_be_hidden()
    page.close()

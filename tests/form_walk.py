"""A random walk on the form in a real browser, with a server that fails as it is told to.

The law: what is on the screen is in the file, or that very field says that it is not.
"""

import asyncio
import errno
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import uvicorn
from playwright.sync_api import Browser, Error, Page
from starlette.responses import PlainTextResponse

from os2governance.documents.yaml_edit import NotEditableError, SetValue, edit_yaml
from os2governance.files import writing
from os2governance.rules.trace import MISSING
from os2governance.web.edit_session import EditSession, build_current_form, read_current_product
from os2governance.web.field_updates import show_field
from os2governance.web.field_values import InvalidInput, parse_field_value
from os2governance.web.security import LOOPBACK_HOSTS, SecurityPolicy
from os2governance.web.server import build_server_app
from os2governance.web.workspace import Workspace

DAY = date(2026, 5, 1)
KEY = "a-key-of-thirty-two-letters-0123"
FIELDS = [
    "name",
    "declared.note",
    "declared.by",
    "facts.ownership.licence",
    "facts.ownership.licence_in_repository",
    "facts.shared_funding.yearly_economy",
    "facts.organisation.steering_group.last_meeting",
    "facts.organisation.steering_group.minutes",
    "facts.adopters.0.authority",
    "facts.adopters.1.authority",
    "answers.F3.answer",
    "answers.F3.evidence",
    "answers.F3.note",
    "answers.S2.answer",
    "answers.S2.due",
]
TEXTS = [
    "",
    "Greve",
    'Æblegrød: "to" # tre',
    "1000.50",
    "1.250",
    "1,250",
    "én",
    "-5",
    "1. maj 2024",
    "2024-02-30",
    "https://www.example.org/side",
    "<b>&amp;{{ 7*7 }}",
    "linje et\nlinje to",
]
ACTIONS = [
    *("type", "type", "type", "type and leave", "type and leave", "type and leave", "leave"),
    *(
        "reload",
        "other tab",
        "close tab",
        "edit beside",
        "add",
        "remove",
        "undo",
        "try",
        "stop trying",
    ),
    *("gone", "back", "restart", "disk full", "room again", "too often", "failing", "slow"),
]
FAULTS = {"gone", "disk full", "too often", "failing", "slow"}


class Step(NamedTuple):
    """What is done, with two numbers that choose where and what."""

    action: str
    where: int
    what: int


class FailingServer:
    """The form of a folder on a port; it can stop, begin again, and fail in ways of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.disk_full, self.slow = folder, False, 0.0
        self.refusals: list[int] = []
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self.start()

    @property
    def is_up(self) -> bool:
        return self._server is not None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        if self._server:
            return
        place = Workspace(folder=self.folder, criteria=(), today=lambda: DAY, language="da")
        policy = SecurityPolicy(
            hosts=LOOPBACK_HOSTS, token=KEY, clock=time.monotonic, language="da"
        )
        app = build_server_app(place, policy)

        async def failing(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] == "http" and scope["method"] == "POST":
                await asyncio.sleep(self.slow)
                if self.refusals:
                    status = self.refusals.pop()
                    await PlainTextResponse("Nej.", status)(scope, receive, send)
                    return
            await app(scope, receive, send)

        config = uvicorn.Config(
            failing,
            host="127.0.0.1",
            port=self.port,
            log_level="critical",
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def stop(self) -> None:
        if self._server and self._thread:
            self._server.should_exit = True
            self._thread.join()
            self._server = None

    @contextmanager
    def disk(self) -> Iterator[None]:
        """Every write of the program is asked first whether there is room."""
        real = writing._write_beside

        def write(*given: Any) -> Any:
            if self.disk_full:
                raise OSError(errno.ENOSPC, "No space left on device")
            return real(*given)

        writing._write_beside = write
        try:
            yield
        finally:
            writing._write_beside = real


SCREEN = """() => Object.fromEntries([...document.querySelectorAll(".field[data-field]")].map((place) => {
  const value = {text: "", none: false, told: null};
  for (const each of place.querySelectorAll("input, select, textarea")) {
    if (each.name.endsWith(":none")) value.none = each.checked;
    else if (each.type !== "radio" || each.checked) value.text = each.value;
  }
  value.told = place.querySelector(":scope > .unsaved")?.textContent ?? null;
  return [place.dataset.field, value];
}))"""
TYPE = """([name, index, text]) => {
  const place = document.querySelector(`[data-field="${CSS.escape(name)}"]`);
  const each = place?.querySelector("select, textarea, input:not([type=checkbox])");
  if (!each) return false;
  for (let at = each; at; at = at.parentElement) { if (at.tagName === "DETAILS") at.open = true; }
  if (document.activeElement !== each) {
    if (window.typed) { window.typed.dispatchEvent(new Event("change", {bubbles: true})); window.typed = null; }
    document.activeElement?.blur?.();
    each.focus();
  }
  if (each.tagName === "SELECT") each.selectedIndex = index % each.options.length;
  else each.value = text;
  each.dispatchEvent(new Event("input", {bubbles: true}));
  window.typed = each;
  return true;
}"""
PRESS = """selector => {
  const found = document.querySelector(selector);
  for (let at = found; at; at = at.parentElement) { if (at.tagName === "DETAILS") at.open = true; }
  window.pressed = Boolean(found);
  found?.click();
}"""
LEAVE = """() => {
  if (window.typed) window.typed.dispatchEvent(new Event("change", {bubbles: true}));
  window.typed = null;
  document.activeElement?.blur?.();
}"""


class FormWalk:
    """A person at the form: what they do, and whether the law holds after it."""

    def __init__(
        self, browser: Browser, server: FailingServer, product: str, *, scripts: bool = True
    ) -> None:
        self.server, self.product = server, product
        self.file = server.folder / product / "product.yaml"
        self.context = browser.new_context(java_script_enabled=scripts)
        self.context.add_init_script("delete window.typed")
        self.pages: list[Page] = []
        self.steps = 0
        self.open_page()

    def open_page(self) -> None:
        page = self.context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(f"{self.server.address}/{self.product}?token={KEY}")
        self.pages.append(page)

    @property
    def page(self) -> Page:
        return self.pages[-1]

    def close(self) -> None:
        self.context.close()

    def ask(self, script: str, *given: Any) -> Any:
        """Ask the page; again where it was left on the way."""
        for _ in range(20):
            try:
                return self.page.evaluate(script, *given)
            except Error as error:
                if "navigat" not in error.message and "destroyed" not in error.message:
                    raise
                self.page.wait_for_timeout(100)
        return None

    # -- what is done ---------------------------------------------------------------------------

    def do(self, step: Step) -> None:
        self.steps += 1
        getattr(self, "do_" + step.action.replace(" ", "_"))(step)

    def do_type(self, step: Step) -> bool:
        name, text = FIELDS[step.where % len(FIELDS)], TEXTS[step.what % len(TEXTS)]
        return self.ask(TYPE, [name, step.what, text])

    def do_type_and_leave(self, step: Step) -> None:
        self.do_type(step)
        self.ask(LEAVE)

    def do_leave(self, _: Step) -> None:
        self.ask(LEAVE)

    def do_reload(self, _: Step) -> None:
        if self.server.is_up:
            self.page.reload()

    def do_other_tab(self, step: Step) -> None:
        if len(self.pages) == 1:
            if self.server.is_up:
                self.open_page()
        else:
            self.pages.append(self.pages.pop(step.where % (len(self.pages) - 1)))

    def do_close_tab(self, _: Step) -> None:
        """The tab is left with the cursor in the field; what was typed comes back."""
        if not self.server.is_up:
            return
        typed = {n: v for n, v in self.ask(SCREEN).items() if v["told"]}
        trying = self.ask("document.querySelector('.trying')?.checked ?? false")
        self.page.goto("about:blank")
        self.pages.pop().close()
        self.open_page()
        self.settle()
        screen = self.ask(SCREEN)
        others = [page.evaluate(SCREEN) for page in self.pages[:-1]]
        if not trying:
            for name, value in typed.items():
                gone = name not in screen or "fjernet" in (value["told"] or "")
                taken = any(self.is_same(each[name], value) for each in others if name in each)
                back = taken or gone or self.is_same(screen[name], value)
                assert back, (name, value, screen[name])

    def do_edit_beside(self, step: Step) -> None:
        """Somebody else has the file open; the page cannot hear of it while the server is gone."""
        if not self.server.is_up:
            return
        path, values = [
            (("name",), ["Andet navn", "Tredje navn"]),
            (("declared", "note"), ["Skrevet ved siden af", "Igen"]),
            (("facts", "ownership", "licence"), ["EUPL-1.2", "MPL-2.0"]),
            (("facts", "adopters", 0, "authority"), ["Odense", "Faxe"]),
        ][step.where % 4]
        try:
            data = edit_yaml(self.file.read_bytes(), [SetValue(path, values[step.what % 2])])
        except NotEditableError:
            return
        self.file.write_bytes(data)

    def _press(self, selector: str) -> None:
        if not self.server.is_up:
            return
        self.ask(LEAVE)
        self.ask(PRESS, selector)
        self.wait_pressed()

    def wait_pressed(self) -> None:
        for _ in range(30):
            self.page.wait_for_timeout(100)
            if not self.ask("window.pressed"):
                break
        self.page.wait_for_load_state()
        self.go_on()

    def go_on(self) -> None:
        """Where an answer was no page of the form, one goes back to it, as people do."""
        for _ in range(10):
            if self.ask("document.querySelector('.desk') !== null"):
                return
            self.page.goto(f"{self.server.address}/{self.product}")

    def do_add(self, _: Step) -> None:
        self._press('[value="add:facts.adopters"]')

    def do_remove(self, _: Step) -> None:
        self._press('[value^="remove:facts.adopters."]')

    def do_undo(self, _: Step) -> None:
        self._press('[value="undo"]:not([disabled])')

    def do_try(self, _: Step) -> None:
        self._tick(on=True)

    def do_stop_trying(self, _: Step) -> None:
        self._tick(on=False)

    def _tick(self, *, on: bool) -> None:
        self.ask(LEAVE)
        self.ask(
            "on => { const e = document.querySelector('.trying'); if (e && e.checked !== on && !e.disabled) e.click(); }",
            on,
        )

    def do_gone(self, _: Step) -> None:
        """All tabs have heard what others wrote: none can hear it while the server is gone."""
        for _tab in range(len(self.pages)):
            self.pages.insert(0, self.pages.pop())
            self.settle()
        self.server.stop()

    def do_back(self, _: Step) -> None:
        self.server.start()

    def do_restart(self, _: Step) -> None:
        self.server.stop()
        self.server.start()

    def do_disk_full(self, _: Step) -> None:
        self.server.disk_full = True

    def do_room_again(self, _: Step) -> None:
        self.server.disk_full = False

    def do_too_often(self, step: Step) -> None:
        self.server.refusals = [429] * (step.what % 3 + 1)

    def do_failing(self, step: Step) -> None:
        self.server.refusals = [500] * (step.what % 3 + 1)

    def do_slow(self, step: Step) -> None:
        self.server.slow = (step.what % 3) * 0.2

    # -- the law ----------------------------------------------------------------------------------

    def desk(self) -> EditSession:
        place = Workspace(folder=self.server.folder, criteria=(), today=lambda: DAY, language="da")
        return EditSession(
            file=self.file, root=place.folder, library=place.library(), as_of=DAY, language="da"
        )

    def fields(self) -> dict[str, Any]:
        desk = self.desk()
        now, findings = read_current_product(desk)
        assert now is not None, findings
        return build_current_form(now, desk).fields()

    def is_same(self, one: dict[str, Any], other: dict[str, Any]) -> bool:
        return (one["text"].strip(), one["none"]) == (other["text"].strip(), other["none"])

    def find_breach(self) -> list[str]:
        """The fields that are not in the file as they stand on the screen, and do not say so."""
        screen = self.ask(SCREEN)
        fields = self.fields()
        breaches = []
        for name, value in screen.items():
            if value["told"] is not None:
                continue
            field = fields.get(name)
            if field is None:
                breaches.append(f"{name}: gone")
                continue
            text, none = show_field(field, "da")
            if (text.strip(), none) == (value["text"].strip(), value["none"]):
                continue
            typed = {name: [value["text"]], **({f"{name}:none": ["1"]} if value["none"] else {})}
            parsed = parse_field_value(field, typed, "da")
            stands = field.value
            empty = (MISSING, "", [])
            if not isinstance(parsed, InvalidInput) and (
                parsed == stands or (parsed in empty and stands in empty)
            ):
                continue
            breaches.append(f"{name}: {value['text']!r} on the screen, {text!r} in the file")
        return breaches

    def settle(self, patience: float = 15.0) -> None:
        """Wait until the law holds; fail where it does not come to.

        Raises:
            AssertionError: with each field that breaks it.
        """
        until = time.monotonic() + patience
        breaches = self.find_breach()
        while breaches and time.monotonic() < until:
            self.ask("window.dispatchEvent(new Event('online'))")
            self.page.wait_for_timeout(150)
            breaches = self.find_breach()
        assert not breaches, json.dumps(breaches, ensure_ascii=False, indent=1)


SAVE = """name => {
  const place = document.querySelector(`[data-field="${CSS.escape(name)}"]`);
  const found = place?.closest("form")?.querySelector("button[value=save]");
  window.pressed = Boolean(found);
  found?.click();
}"""


SENDS_NOTHING = {
    "gone", "back", "disk full", "room again", "too often", "failing", "slow", "try", "stop trying",
}  # fmt: skip


class PlainWalk(FormWalk):
    """A person without scripts: what is typed is sent by a button, and the law is looked at then."""

    def __init__(self, browser: Browser, server: FailingServer, product: str) -> None:
        super().__init__(browser, server, product, scripts=False)
        self.is_sent = True

    def do(self, step: Step) -> None:
        if step.action == "type":
            self.is_sent = False
        elif step.action not in SENDS_NOTHING:
            self.is_sent = True
        super().do(step)

    def do_type_and_leave(self, step: Step) -> None:
        if self.do_type(step) and self.server.is_up:
            self.ask(SAVE, FIELDS[step.where % len(FIELDS)])
            self.wait_pressed()

    def do_leave(self, step: Step) -> None:
        """Try without saving: what is tried stands on the page alone; or say that there is none."""
        button = ["try", "none:facts.ownership.repositories"][step.what % 2]
        self._press(f'[value="{button}"]')
        self.is_sent = button != "try"

    def do_edit_beside(self, step: Step) -> None:
        """A page without scripts hears of it when it is loaded."""
        super().do_edit_beside(step)
        self.do_reload(step)

    def do_restart(self, step: Step) -> None:
        super().do_restart(step)
        self.is_sent = False

    def do_close_tab(self, step: Step) -> None:
        self.do_reload(step)

    def do_other_tab(self, step: Step) -> None:
        super().do_other_tab(step)
        self.do_reload(step)

    def do_reload(self, step: Step) -> None:
        """As from a link: a page that was refused is not sent again."""
        if self.server.is_up:
            self.page.goto(f"{self.server.address}/{self.product}")
        else:
            self.is_sent = False

    def settle(self, patience: float = 0) -> None:
        """Look at the law, where nothing waits for a button."""
        if self.is_sent and self.server.is_up:
            super().settle(patience)


def walk(form: FormWalk, steps: Iterator[Step] | list[Step], told: Callable[[Step], None]) -> None:
    """Take steps; the law is looked at after each."""
    for step in steps:
        told(step)
        form.do(step)
        form.settle()

"""The door: who is let in, and what every answer says to the browser."""

import asyncio
import re

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from web.conftest import Visitor, client_of

from os2governance.web.security import (
    LOOPBACK_HOSTS,
    MAX_BODY_BYTES,
    REQUEST_BURST,
    REQUESTS_PER_SECOND,
    SECURITY_HEADERS,
    SecurityMiddleware,
    SecurityPolicy,
)
from os2governance.web.server_key import derive_cookie_name

HERE = "http://127.0.0.1:8000"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost:1", 200),
        ("LOCALHOST", 200),
        ("[::1]:8000", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("127.0.0.1@evil.example", 421),
        ("", 421),
        ("[", 421),
        ("192.168.1.2", 421),
    ],
)
def test_only_its_own_names_are_answered_to(folder, host, status):
    assert client_of(folder).get("/eksempel", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"origin": HERE}, 303),
        ({"origin": HERE, "sec-fetch-site": "same-origin"}, 303),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "http://["}, 403),
        ({"origin": "//127.0.0.1:8000"}, 403),
        ({"origin": ""}, 403),
        ({"origin": f"{HERE}.evil.example"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
    ],
)
def test_only_its_own_pages_change_anything(visitor, file, headers, status):
    visitor.open()
    before = file.read_bytes()
    data = {"csrf": visitor.held("csrf"), "version": visitor.held("version"), "name": "Nyt"}

    answer = visitor.client.post("/eksempel", data=data, headers=headers, follow_redirects=False)

    assert answer.status_code == status
    assert (file.read_bytes() != before) is (status == 303)


@pytest.mark.parametrize("csrf", ["", "x", "ø", None])
def test_a_form_of_somebody_elses_is_refused(visitor, file, csrf):
    visitor.open()
    before = file.read_bytes()
    data = {"version": visitor.held("version"), "name": "Nyt", **({"csrf": csrf} if csrf else {})}

    assert visitor.client.post("/eksempel", data=data).status_code == 403
    assert file.read_bytes() == before


def test_a_key_is_asked_for_once(folder):
    client = client_of(folder, token="key-1")

    assert client.get("/eksempel").status_code == 401
    assert client.get("/eksempel", params={"token": "forkert"}).status_code == 401
    first = client.get("/eksempel", params={"token": "key-1"}, follow_redirects=False)
    assert (first.status_code, first.headers["location"]) == (303, "/eksempel")
    cookie = first.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert client.get("/eksempel").status_code == 200


def test_a_bearer_has_the_key_too(folder):
    client = client_of(folder, token="abc")

    assert client.get("/eksempel", headers={"authorization": "Bearer abc"}).status_code == 200
    assert client.get("/eksempel", headers={"authorization": "Bearer x"}).status_code == 401
    name = derive_cookie_name("abc")
    assert client.get("/eksempel", headers={"cookie": f"{name}=x; ="}).status_code == 401


OTHERS = ["a[b]=c", 'x={"a":1}', "consent=a b c", "\xe6=1", "=", "os2governance-other=abc", ";;"]


@pytest.mark.parametrize("other", OTHERS)
def test_a_cookie_of_others_locks_nobody_out(folder, other):
    client, name = client_of(folder, token="abc"), derive_cookie_name("abc")

    for cookie in (f"{other}; {name}=abc", f"{name}=abc; {other}"):
        answer = client.get("/eksempel", headers={"cookie": cookie.encode("latin-1")})
        assert answer.status_code == 200


@pytest.mark.parametrize(("origin", "secure"), [("https://a.example", True), ("", False)])
def test_behind_tls_the_cookie_is_for_tls_only(folder, origin, secure):
    answer = client_of(folder, token="abc", origin=origin).get(
        "/?token=abc", follow_redirects=False
    )

    assert ("secure" in answer.headers["set-cookie"].lower()) is secure


def test_servers_of_one_machine_have_cookies_of_their_own():
    assert derive_cookie_name("abc") != derive_cookie_name("abd")


@pytest.mark.parametrize(
    ("host", "own", "status"),
    [
        ("192.0.2.7:8000", ("192.0.2.7", 8000), 200),
        ("[2001:db8::7]:8000", ("2001:db8:0::7", 8000), 200),
        ("192.0.2.8:8000", ("192.0.2.7", 8000), 421),
        ("evil.example", ("192.0.2.7", 8000), 421),
        ("192.0.2.7.evil.example", ("192.0.2.7", 8000), 421),
        ("192.0.2.7", None, 421),
    ],
)
def test_others_reach_it_by_the_address_that_they_reached(host, own, status):
    policy = SecurityPolicy(
        hosts=LOOPBACK_HOSTS, token="", clock=lambda: 0.0, language="da", by_address=True
    )
    scope = {
        "type": "http", "method": "GET", "path": "/", "query_string": b"", "server": own,
        "headers": [(b"host", host.encode())],
    }  # fmt: skip
    assert asyncio.run(_asked(_reader, _nothing, scope, policy))[0]["status"] == status


async def _nothing():
    return {"type": "http.request", "body": b"", "more_body": False}


PUBLIC = "https://forms.example"


@pytest.mark.parametrize("path", ["/os2/eksempel", "/eksempel"])
def test_behind_a_proxy_all_addresses_are_below_its_path(folder, path):
    more = {"base": "/os2", "origin": PUBLIC, "hosts": LOOPBACK_HOSTS | {"forms.example"}}
    visitor = Visitor(client_of(folder, token="abc", **more))
    first = visitor.client.get(f"{path}?token=abc", follow_redirects=False)
    assert first.headers["location"] == "/os2/eksempel"
    assert "path=/os2" in first.headers["set-cookie"].lower()
    visitor.client.headers["authorization"] = "Bearer abc"

    for page in (path, f"{path}/papers", f"{path}/plan", f"{path}/evaluate"):
        text = visitor.open(page)
        addresses = re.findall(r'(?:href|src|action)="(/[^"]*)"', text)
        assert visitor.status == 200
        assert addresses
        assert [each for each in addresses if not each.startswith("/os2/")] == []
    assert visitor.client.get("/os2/static/web.js").status_code == 200
    assert visitor.client.get("/os2/api/v1/models").status_code == 200
    visitor.open(path)
    assert 'data-address="/os2/eksempel"' in visitor.text
    data = {"csrf": visitor.held("csrf"), "version": visitor.held("version"), "name": "Nyt"}
    for origin, status in ((PUBLIC, 303), ("https://evil.example", 403)):
        answer = visitor.client.post(
            path, data=data, headers={"origin": origin}, follow_redirects=False
        )
        assert answer.status_code == status
        assert answer.headers.get("location", "/os2/eksempel") == "/os2/eksempel"


def test_a_page_goes_on_after_a_restart(folder, file):
    before = Visitor(client_of(folder, token="abc"))
    before.client.headers["authorization"] = "Bearer abc"
    before.open()
    data = {"csrf": before.held("csrf"), "version": before.held("version"), "name": "Nyt navn"}
    after = client_of(folder, token="abc")

    answer = after.post("/eksempel", data=data, headers={"authorization": "Bearer abc"})
    assert answer.status_code == 200
    assert "Nyt navn" in file.read_text()
    other = client_of(folder, token="another")
    answer = other.post("/eksempel", data=data, headers={"authorization": "Bearer another"})
    assert answer.status_code == 403


def test_what_is_too_large_is_refused(visitor, file):
    visitor.open()
    before = file.read_bytes()

    assert visitor.press({"name": "x" * MAX_BODY_BYTES}).startswith("Forespørgslen er for stor.")
    assert visitor.status == 413

    def pieces():
        for _ in range(MAX_BODY_BYTES // 100_000 + 2):
            yield b"x" * 100_000

    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = visitor.client.post("/eksempel", content=pieces(), headers=headers)
    assert answer.status_code == 413
    assert file.read_bytes() == before


def test_who_asks_too_often_waits(folder):
    now = [0.0]
    client = client_of(folder, clock=lambda: now[0])
    statuses = [client.get("/eksempel/version").status_code for _ in range(int(REQUEST_BURST) + 5)]
    assert statuses == [200] * int(REQUEST_BURST) + [429] * 5

    now[0] += 3 / REQUESTS_PER_SECOND
    assert [client.get("/eksempel/version").status_code for _ in range(4)] == [200, 200, 200, 429]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/eksempel", 200),
        ("/nothing", 404),
        ("/assets/site.css", 200),
        ("/static/web.js", 200),
        ("/..%2f..%2fetc%2fpasswd", 404),
        ("/assets/..%2f..%2fapp.py", 404),
        ("/%2e%2e", 404),
        ("/eksempel%2f..%2f..", 404),
        ("/assets/nothing.css", 404),
    ],
)
def test_every_answer_says_what_the_browser_may_do(visitor, path, status):
    answer = visitor.client.get(path, follow_redirects=False)

    assert answer.status_code == status
    for name, value in SECURITY_HEADERS.items():
        assert answer.headers[name] == value


def test_a_product_that_is_a_link_out_of_the_folder_is_not_served(folder, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "product.yaml").write_text("product: x\n")
    (folder.parent / "inside").mkdir()
    (folder.parent / "inside" / "link").symlink_to(outside)
    client = client_of(folder.parent / "inside")

    text = Visitor(client).open("/link")
    assert "product: x" not in text


def test_nothing_that_is_typed_is_logged(visitor, capfd, caplog):
    visitor.open()
    visitor.press({"name": "hemmelig-1"})
    visitor.press({"declared.on": "hemmelig-2"})

    said = capfd.readouterr()
    assert "hemmelig" not in said.out + said.err + caplog.text


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example", "///evil.example"])
def test_a_key_leads_to_no_other_server(folder, path):
    client = client_of(folder, token="abc")

    answer = client.get(f"http://127.0.0.1:8000{path}?token=abc", follow_redirects=False)

    assert answer.headers["location"].startswith("/")
    assert answer.headers["location"][1] not in "/\\"


def test_a_length_without_end_is_too_large(visitor):
    visitor.open()
    headers = {"content-length": "9" * 5000}
    assert visitor.client.post("/eksempel", content=b"", headers=headers).status_code == 413


POLICY = SecurityPolicy(
    hosts=LOOPBACK_HOSTS, token="", clock=lambda: 0.0, language="da", body_timeout=0.01
)
SCOPE = {
    "type": "http", "method": "POST", "path": "/", "query_string": b"",
    "headers": [(b"host", b"localhost")],
}  # fmt: skip


async def _asked(app, receive, scope=SCOPE, policy=POLICY) -> list[dict]:
    sent = []

    async def send(message):
        sent.append(message)

    await SecurityMiddleware(app, policy)(scope, receive, send)
    return sent


async def _reader(scope, receive, send):
    """An app that has words of its own for what cannot be read, as frameworks do."""
    status = 200
    try:
        while (await receive()).get("more_body"):
            pass
    except Exception:
        status = 400
    await send({"type": "http.response.start", "status": status, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def test_who_sends_too_slowly_is_not_waited_for():
    pieces = [{"type": "http.request", "body": b"x", "more_body": True}]

    async def receive():
        return pieces.pop() if pieces else await asyncio.Event().wait()

    sent = asyncio.run(_asked(_reader, receive))
    assert sent[0]["status"] == 408
    assert "ikke frem i tide" in sent[1]["body"].decode()


def test_what_is_too_large_is_told_as_that_whatever_the_app_makes_of_it():
    async def receive():
        return {"type": "http.request", "body": b"x" * 1_000_000, "more_body": True}

    assert asyncio.run(_asked(_reader, receive))[0]["status"] == 413


def test_a_mistake_of_ours_is_told_by_its_place_and_never_by_what_was_typed(capfd, caplog):
    broken = FastAPI()
    broken.add_middleware(
        SecurityMiddleware,
        guard=SecurityPolicy(hosts=LOOPBACK_HOSTS, token="", clock=lambda: 0.0, language="da"),
    )

    @broken.get("/{typed}")
    def breaks(typed: str) -> None:
        int(typed)

    client = TestClient(broken, base_url="http://localhost")
    answer = client.get("/hemmelig")

    assert (answer.status_code, answer.headers["x-content-type-options"]) == (500, "nosniff")
    said = capfd.readouterr()
    assert "hemmelig" not in answer.text + said.out + said.err + caplog.text
    assert "ValueError" in said.err
    assert "os2governance/web/security.py:" in said.err


@pytest.mark.parametrize(
    ("change", "code", "status"),
    [
        ({"headers": {"host": "evil.example"}}, "request-host", 421),
        ({"headers": {"origin": "null"}}, "request-origin", 403),
        ({"headers": {"content-length": "5000000"}}, "request-too-large", 413),
    ],
)
def test_programs_are_refused_with_a_code(folder, change, code, status):
    answer = client_of(folder).post("/api/v1/assess", content=b"", **change)

    assert answer.status_code == status
    assert [found["code"] for found in answer.json()["findings"]] == [code]

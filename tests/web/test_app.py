"""The app: which addresses answer, and to whom."""

import pytest
from web.conftest import DECLARED, client_of


@pytest.fixture
def client(folder):
    return client_of(folder)


def test_one_product_is_opened_at_once(client):
    answer = client.get("/", follow_redirects=False)

    assert (answer.status_code, answer.headers["location"]) == (303, "/eksempel")


@pytest.mark.parametrize(
    "address",
    [
        "/andet",
        "/andet/papers",
        "/andet/version",
        "/andet/evaluate",
        "/eksempel/papers/x/y",
        "/assets/app.py",
        "/..%2f..%2fetc/passwd",
    ],
)
def test_nothing_else_is_served(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/eksempel",
        "/eksempel/field",
        "/eksempel/papers",
        "/eksempel/branch",
        "/eksempel/evaluate",
    ],
)
@pytest.mark.parametrize("token", [{}, {"csrf": "æ"}, {"csrf": "x" * 32}])
def test_a_form_from_elsewhere_changes_nothing(client, file, address, token):
    answer = client.post(address, data={**token, "action": "save", "name": "Andet"})

    assert answer.status_code == 403
    assert file.read_text(encoding="utf-8") == DECLARED


@pytest.mark.parametrize(("name", "kind"), [("site.css", "text/css; charset=utf-8")])
def test_styles_are_served_as_what_they_are(client, name, kind):
    answer = client.get(f"/assets/{name}")

    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)


def test_the_version_changes_with_the_file(client, file):
    first = client.get("/eksempel/version").json()["version"]
    file.write_text(DECLARED.replace("Greve", "Odense"), encoding="utf-8")
    second = client.get("/eksempel/version").json()["version"]

    assert first != second


def test_a_page_knows_the_version_that_is_told_also_where_there_is_no_file(visitor, file):
    def told():
        return visitor.client.get("/eksempel/version").json()["version"]

    assert f'data-on-disk="{told()}"' in visitor.open()

    (file.parent / "register.yaml").write_text(
        "format: os2governance/register/1\nproduct: eksempel\nmodel: os2/1.1.0\n"
        "registered: {on: 2026-04-01, by: Sekretariatet}\n"
    )
    file.unlink()
    assert told() == ""
    assert 'data-on-disk=""' in visitor.open()
    assert visitor.send({})["on_disk"] == ""
    assert visitor.send({"name": "Nyt"})["on_disk"] == told() != ""

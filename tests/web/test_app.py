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

"""Refusals: JSON below the API's root, a sentence elsewhere; a finding decides the status."""

import json

import pytest

from os2governance.findings.catalogue.server import SERVER
from os2governance.findings.finding import Location, make_finding
from os2governance.web.responses import (
    API_ROOT,
    build_findings_response,
    build_json_response,
    build_refusal_response,
    find_route_path,
)

FOUND = make_finding("no-products", Location("a\x1b[31m\ud800"))


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_refusal_is_for_who_asked(language):
    page = build_refusal_response(FOUND, "/api", language)
    program = build_refusal_response(FOUND, f"{API_ROOT}x", language)

    assert page.media_type == "text/plain"
    assert page.body.decode() == (
        f"{FOUND.message.render(language)} {FOUND.remedy.render(language)}\n"
    )
    assert program.media_type == "application/json"
    assert [each["code"] for each in json.loads(program.body)["findings"]] == ["no-products"]
    assert page.status_code == program.status_code == FOUND.entry.http_status


def test_every_code_of_the_server_has_a_status_of_a_refusal():
    assert [code for code, entry in SERVER.items() if not 400 <= entry.http_status < 600] == []


def test_an_object_is_printed_as_commands_print_it():
    response = build_json_response({"a": "æ\ud800"}, 201)

    assert response.status_code == 201
    assert response.body.endswith(b"\n")
    assert json.loads(response.body)["a"].startswith("æ")
    assert json.loads(build_findings_response([], 422, "da").body) == {"findings": []}


@pytest.mark.parametrize(
    ("path", "root", "inside"),
    [("/a/b", "", "/a/b"), ("/os2/a", "/os2", "/a"), ("/os2", "/os2", "/"), ("/", "", "/")],
)
def test_the_path_of_a_request_is_the_one_below_the_apps(path, root, inside):
    assert find_route_path({"path": path, "root_path": root}) == inside

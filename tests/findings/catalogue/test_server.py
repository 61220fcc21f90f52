"""Requests: each refusal has the status that HTTP gives it."""

from os2governance.findings.catalogue.server import SERVER


def test_the_status_is_that_of_http():
    assert {code: entry.http_status for code, entry in SERVER.items()} == {
        "request-host": 421, "request-origin": 403, "request-token": 401, "request-too-large": 413,
        "request-too-often": 429, "request-too-slow": 408, "request-failed": 500,
        "request-invalid": 422, "request-unknown": 404, "request-no-page": 404,
    }  # fmt: skip


def test_a_request_has_no_file_with_comments():
    assert {entry.suppressible for entry in SERVER.values()} == {"not of check"}

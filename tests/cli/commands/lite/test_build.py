"""`lite build`: a folder and an exit code; nothing is fetched before the options are right."""

import pytest

from os2governance.lite import build
from os2governance.lite.build import BuiltLite


@pytest.fixture
def asked(monkeypatch):
    requests = []

    def write(out, request):
        requests.append((out, request))
        return BuiltLite(files=15, size=9_049_999), []

    monkeypatch.setattr(build, "write_lite", write)
    return requests


def test_what_is_built_is_said(garden, asked, tmp_path):
    result = garden("lite", "build", tmp_path / "out", "--publisher", "Kommunen X", "--lang", "da")

    assert (result.exit_code, result.stdout) == (0, "")
    assert "filer: 15, 9 MB" in result.stderr
    [(out, request)] = asked
    assert (out, request.publisher, request.language) == (
        tmp_path / "out",
        "Kommunen X",
        "da",
    )


def test_what_cannot_be_built_is_exit_code_2(garden, monkeypatch, tmp_path):
    from os2governance.findings.finding import Location, make_finding

    found = make_finding("download-failed", Location("https://x.org/a.whl"), problem="timed out")
    monkeypatch.setattr(build, "write_lite", lambda *_: (None, [found]))
    result = garden("lite", "build", tmp_path / "out")

    assert result.exit_code == 2
    assert "download-failed" in result.stdout


@pytest.mark.parametrize("arguments", [[], ["out", "--propose", "javascript:alert(1)"]])
def test_what_is_asked_wrongly_is_exit_code_2(garden, asked, arguments):
    assert garden("lite", "build", *arguments).exit_code == 2
    assert asked == []
